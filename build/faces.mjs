// The faces of the screens, one woff2 each: text in the letters of Vietnamese and English, figures in the face that sets them all alike.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}out/faces`

const text = (file) => ({ file: `@expo-google-fonts/${file}.ttf`, letters: () => letters })
/** What `unicode-range` in `faces.css` asks of it, and no more. */
const figures = (weight) => ({
  file: `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`,
  letters: () => '0123456789,.',
})

/** Name as `faces.css` says it, and what it is made from. */
const faces = {
  'be-vietnam-pro-400': text('be-vietnam-pro/400Regular/BeVietnamPro_400Regular'),
  'be-vietnam-pro-500': text('be-vietnam-pro/500Medium/BeVietnamPro_500Medium'),
  'be-vietnam-pro-600': text('be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold'),
  'plex-figures-400': figures(400),
  'plex-figures-500': figures(500),
  'plex-figures-600': figures(600),
  'tinos-400': text('tinos/400Regular/Tinos_400Regular'),
  'tinos-400-italic': text('tinos/400Regular_Italic/Tinos_400Regular_Italic'),
  'tinos-700': text('tinos/700Bold/Tinos_700Bold'),
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
  'plex-figures-400',
  'plex-figures-500',
  'plex-figures-600',
]

/** Made anew when the source or the letters differ from those of the stamp beside it. */
async function makeFace(name, source) {
  const whole = readFileSync(`${root}node_modules/${source.file}`)
  const letters = source.letters()
  const [file, stampFile] = [`${folder}/${name}.woff2`, `${folder}/${name}.made-from`]
  const stamp = createHash('sha256').update(whole).update(letters).digest('hex')
  if (existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  writeFileSync(file, await subsetFont(whole, letters, { targetFormat: 'woff2' }))
  writeFileSync(stampFile, stamp)
}
