// Text tables: which encoding, which sign between the cells, quoted cells with line ends inside. Our own, because what clerks save is decided here.

import type { RawCell } from '../../workflows/registry/import/sheet.ts'
import { isSyllable } from '../../workflows/registry/import/syllable.ts'

/** Bytes as text: by their mark, as UTF-8 where they are it, else as Windows wrote Vietnamese (1258) or as single bytes (TCVN3, VNI). */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  // Text has no zero bytes, and few control signs.
  if (bytes.subarray(0, 4096).some((byte) => byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13))) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
    return looksVietnamese(windows) ? windows : singleBytes(bytes)
  }
}

function looksVietnamese(text: string): boolean {
  const words = (text.slice(0, 200_000).match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => /[^\0-\x7f]/.test(word))
  return words.length > 0 && words.filter(isSyllable).length * 100 >= words.length * 85
}

/** Each byte the letter of its number: `latin1` of the web is Windows-1252, which is another thing from 80 to 9F. */
function singleBytes(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

const separators = [';', '\t', ',', '|'] as const

/** The sign that cuts most of the first lines into the same number of cells, two at least; undefined where none does. */
function separatorOf(text: string): string | undefined {
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (told !== undefined) return told
  const head = text.slice(0, 100_000)
  let best: { readonly sign: string; readonly score: number } | undefined
  for (const sign of separators) {
    const widths = rowsOf(head, sign, 30).map((row) => row.length)
    const wide = widths.filter((width) => width >= 2)
    if (wide.length === 0) continue
    const usual = Math.max(...wide.map((width) => wide.filter((one) => one === width).length * 1000 + width))
    if (best === undefined || usual > best.score) best = { sign, score: usual }
  }
  return best?.sign
}

function rowsOf(text: string, separator: string, most: number): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let at = 0
  const closeRow = () => {
    row.push(cell)
    rows.push(row)
    row = []
    cell = ''
  }
  while (at < text.length && rows.length < most) {
    const letter = text[at]
    if (letter === '"' && cell === '') {
      const end = closingQuote(text, at + 1)
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
      continue
    }
    if (letter === separator) {
      row.push(cell)
      cell = ''
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1
      closeRow()
    } else cell += letter
    at += 1
  }
  if (cell !== '' || row.length > 0) closeRow()
  return rows
}

/** Of a quoted cell; a quote that never closes ends with the text. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return text.length
}

/** Null where the text is no table. Every cell stays text: zeros in front are kept, nothing is taken for a date. @param most rows, one more is read to know that there are more. */
export function readCsv(text: string, most: number): readonly (readonly RawCell[])[] | null {
  const separator = separatorOf(text)
  if (separator === undefined) return null
  const rows = rowsOf(text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, ''), separator, most + 1)
  // Excel writes ="0123" to keep zeros.
  return rows.map((row) => row.map((cell) => (cell.trim() === '' ? null : /^="(?:[^"]*)"$/.test(cell) ? cell.slice(2, -1) : cell)))
}
