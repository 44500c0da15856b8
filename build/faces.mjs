// The faces of the screens: whole TTFs made into one woff2 each, with the letters that Vietnamese and English text is set in.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}out/faces`

/** Name as `faces.css` says it, and the file it is made from. */
const faces = {
  'be-vietnam-pro-400': 'be-vietnam-pro/400Regular/BeVietnamPro_400Regular',
  'be-vietnam-pro-500': 'be-vietnam-pro/500Medium/BeVietnamPro_500Medium',
  'be-vietnam-pro-600': 'be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold',
  'tinos-400': 'tinos/400Regular/Tinos_400Regular',
  'tinos-400-italic': 'tinos/400Regular_Italic/Tinos_400Regular_Italic',
  'tinos-700': 'tinos/700Bold/Tinos_700Bold',
}

/** Latin with its supplements, the Vietnamese letters, loose marks, punctuation and the few signs of the screens: first and last code point. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x300, 0x303],
  [0x306, 0x306],
  [0x309, 0x309],
  [0x31b, 0x31b],
  [0x323, 0x323],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x203a],
  [0x20ab, 0x20ac],
  [0x2212, 0x2212],
  [0x2260, 0x2265],
]
const letters = ranges
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)))
  .join('')

/** A Vite plugin: `@faces/NAME.woff2` in a stylesheet is the face, made once and kept under out/. */
export const webFaces = () => ({
  name: 'web-faces',
  async config() {
    mkdirSync(folder, { recursive: true })
    for (const [name, source] of Object.entries(faces)) await makeFace(name, source)
    return { resolve: { alias: { '@faces': folder } } }
  },
  // Fetched while the scripts are read: otherwise all seven are asked for when the first screen is being drawn.
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => firstFaces.some((name) => file.includes(`/${name}-`)))
        .map((file) => linkTo({ rel: 'preload', as: 'font', type: 'font/woff2', href: `./${file}`, crossorigin: true })),
  },
})

const linkTo = (attrs) => ({ tag: 'link', attrs, injectTo: 'head' })

/** The faces of the list of cases. */
const firstFaces = [
  'be-vietnam-pro-400',
  'be-vietnam-pro-500',
  'be-vietnam-pro-600',
  'tinos-700',
  'ibm-plex-sans-latin-400-normal',
  'ibm-plex-sans-latin-500-normal',
  'ibm-plex-sans-latin-600-normal',
]

/** Made anew when the source or the letters differ from those of the stamp beside it. */
async function makeFace(name, source) {
  const whole = readFileSync(`${root}node_modules/@expo-google-fonts/${source}.ttf`)
  const [file, stampFile] = [`${folder}/${name}.woff2`, `${folder}/${name}.made-from`]
  const stamp = createHash('sha256').update(whole).update(letters).digest('hex')
  if (existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  writeFileSync(file, await subsetFont(whole, letters, { targetFormat: 'woff2' }))
  writeFileSync(stampFile, stamp)
}
