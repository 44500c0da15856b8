// The licences of everything we carry: most of them let us pass their work on only together with their text.
import { readdirSync, readFileSync } from 'node:fs'

/** A Vite plugin that notes in `folders` the package of every module that ends in a bundle. */
export const notePackages = (folders) => ({
  name: 'note-packages',
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle)) {
      for (const id of Object.keys(part.modules ?? {})) {
        const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1]?.replace(/^\0/, '')
        if (folder !== undefined) folders.add(folder)
      }
    }
  },
})

/** One text: name, version, licence word and the licence file of each package, by name. */
export function licenceText(folders) {
  const parts = new Map()
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim())
    parts.set(`${name} ${version}`, [`${name} ${version} (${license})`, ...texts].join('\n\n'))
  }
  return [...parts.keys()]
    .sort()
    .map((key) => parts.get(key))
    .join(`\n\n${'-'.repeat(80)}\n\n`)
}
