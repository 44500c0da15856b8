// The text layer of a page Typst drew: glyph numbers through each font's ToUnicode map. It reads characters, not their shapes.
import { inflate, latin1 } from './bytes.ts'
import type { Page } from './document.ts'
import type { PdfFile } from './file.ts'
import { Malformed, Parser } from './parse.ts'
import { isArray, isDict, isName, Name, Stream, Text, type Value } from './values.ts'

const LIMIT = 16 * 1024 * 1024

/** The runs of text of a page in drawing order, one line for each text object. */
export async function pageText(file: PdfFile, page: Page): Promise<string> {
  const contents = file.resolve(page.dict.get('Contents'))
  const resources = file.resolve(page.dict.get('Resources'))
  const fonts = isDict(resources) ? file.resolve(resources.get('Font')) : null
  if (!(contents instanceof Stream)) return ''
  const maps = new Map<string, ReadonlyMap<number, string>>()
  for (const [name, ref] of isDict(fonts) ? fonts : []) maps.set(name, await glyphMap(file, ref))
  const parser = new Parser(await plain(contents))
  let map: ReadonlyMap<number, string> = new Map()
  let words = ''
  let operands: Value[] = []
  for (;;) {
    parser.skipSpace()
    const byte = parser.bytes[parser.at]
    if (byte === undefined) return words
    if (!isOperator(byte)) {
      operands.push(parser.value())
      continue
    }
    const operator = parser.word()
    if (operator === '') throw new Malformed('unknown mark in page content', parser.at)
    if (operator === 'Tf' && operands[0] instanceof Name) map = maps.get(operands[0].name) ?? new Map()
    if (operator === 'Tj' || operator === 'TJ') words += shown(operands[0], map)
    if (operator === 'ET') words += '\n'
    operands = []
  }
}

const isOperator = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x27 || byte === 0x22

const shown = (value: Value | undefined, map: ReadonlyMap<number, string>): string => {
  if (isArray(value)) return value.map((part) => shown(part, map)).join('')
  if (!(value instanceof Text)) return ''
  let words = ''
  for (let i = 0; i + 1 < value.bytes.length; i += 2) words += map.get(((value.bytes[i] ?? 0) << 8) | (value.bytes[i + 1] ?? 0)) ?? ''
  return words
}

async function plain(stream: Stream): Promise<Uint8Array> {
  const filter = stream.dict.get('Filter')
  if (filter === undefined) return stream.bytes
  const single = isArray(filter) && filter.length === 1 ? filter[0] : filter
  if (!isName(single, 'FlateDecode') || stream.dict.has('DecodeParms')) throw new Malformed('unknown filter', 0)
  try {
    return await inflate(stream.bytes, LIMIT)
  } catch {
    throw new Malformed('stream cannot be inflated', 0)
  }
}

async function glyphMap(file: PdfFile, ref: Value): Promise<ReadonlyMap<number, string>> {
  const font = file.resolve(ref)
  const stream = isDict(font) ? file.resolve(font.get('ToUnicode')) : null
  const map = new Map<number, string>()
  if (!(stream instanceof Stream)) return map
  const text = latin1(await plain(stream))
  for (const part of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', unicode = ''] of (part[1] ?? '').matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g)) {
      map.set(Number.parseInt(glyph, 16), utf16(unicode))
    }
  }
  return map
}

const utf16 = (digits: string): string => String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))
