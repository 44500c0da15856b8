// Mantine's styles are taken part by part (renderer/mantine.css); a part on screen without its styles would only be seen by eye.
const classNames = /\bm_[0-9a-f]{6,8}\b/g

/** A Vite plugin: the build fails when a bundled part of Mantine has no style in the built stylesheets. */
export const mantineStyles = () => ({
  name: 'mantine-styles',
  writeBundle(_options, bundle) {
    const parts = Object.values(bundle)
    const styled = new Set(
      parts.filter((part) => part.fileName.endsWith('.css')).flatMap((part) => String(part.source).match(classNames) ?? []),
    )
    const bare = parts
      .flatMap((part) => Object.entries(part.modules ?? {}))
      .filter(([id, { code }]) => id.endsWith('.module.mjs') && (code?.match(classNames) ?? []).every((name) => !styled.has(name)))
      .map(([id]) => id.replace(/^.*\/(\w+)\.module\.mjs$/, '$1'))
    if (bare.length > 0) throw new Error(`renderer/mantine.css lacks the styles of ${bare.join(', ')}`)
  },
})
