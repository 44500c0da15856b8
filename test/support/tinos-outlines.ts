// Writes records/pdf/tinos-outlines.ts from the Tinos fonts: run by hand when the fonts change; a test holds the file to them.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { glyphNumbersOf } from '../../records/glyphs.ts'
import { outlinesOf } from '../../records/pdf/outlines.ts'

const require = createRequire(import.meta.url)
const faces = { Regular: '400Regular', Bold: '700Bold', Italic: '400Regular_Italic', BoldItalic: '700Bold_Italic' }

export function tinosOutlines(): string {
  const fonts = Object.entries(faces).map(([name, file]) => {
    const font = new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/tinos/${file}/Tinos_${file}.ttf`)))
    return { name, glyphs: glyphNumbersOf(font), outlines: outlinesOf(font) }
  })
  const codes = [...(fonts[0]?.glyphs.keys() ?? [])].filter((code) => fonts.every(({ glyphs }) => glyphs.has(code))).sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const code of codes) {
    const last = ranges.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  const lines = fonts.map(({ name, glyphs, outlines }) => {
    const prints = codes.map((code) => outlines.printOf(glyphs.get(code) ?? 0)).join('')
    return `  ${name}:\n    '${Buffer.from(prints, 'hex').toString('base64')}',\n`
  })
  return `// Made by test/support/tinos-outlines.ts from the Tinos fonts: which characters all four faces have, and eight bytes for the outline of each.
// biome-ignore-all format: made by a program.

export const codes: readonly (readonly [number, number])[] = ${JSON.stringify(ranges)}

/** Of the programs each face brings along for screens. */
export const programs = {
${fonts.map(({ name, outlines }) => `  ${name}: '${outlines.programs}',\n`).join('')}} as const

/** Base64, in the order of \`codes\`. */
export const prints = {
${lines.join('')}} as const
`
}

if (import.meta.main) writeFileSync(fileURLToPath(new URL('../../records/pdf/tinos-outlines.ts', import.meta.url)), tinosOutlines())
