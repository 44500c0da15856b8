// What the reader does not tell of an .ods: hidden rows, and a few bytes that repeat one row a million times.
import { fromUtf8 } from '../pdf/bytes.ts'
import type { Parts } from './unpack.ts'

export type OdsNotes = {
  readonly isLocked: boolean
  readonly sheets: readonly {
    readonly name: string
    readonly hiddenRows: readonly number[] /** Rows with something in them, repeats counted. */
    readonly rows: number
    readonly cells: number
  }[]
}

const repeated = (tag: string, what: 'rows' | 'columns'): number => {
  const told = new RegExp(`number-${what}-repeated="(\\d{1,9})"`).exec(tag)?.[1]
  return told === undefined ? 1 : Number(told)
}

/** Null when the text of the workbook is no UTF-8. */
export function odsNotes(parts: Parts): OdsNotes | null {
  const content = textOf(parts, 'content.xml')
  const manifest = textOf(parts, 'META-INF/manifest.xml')
  if (manifest?.includes('encryption-data')) return { isLocked: true, sheets: [] }
  if (content === null || manifest === null) return null
  return {
    isLocked: false,
    sheets: [...content.matchAll(/<table:table\s([^>]*)>([\s\S]*?)<\/table:table>/g)].map(([, tag = '', body = '']) => sheetOf(tag, body)),
  }
}

function textOf(parts: Parts, path: string): string | null {
  const part = parts.get(path)
  try {
    return part === undefined ? '' : fromUtf8(part)
  } catch {
    return null
  }
}

function sheetOf(tag: string, body: string): OdsNotes['sheets'][number] {
  const hiddenRows: number[] = []
  let at = 0
  let rows = 0
  let cells = 0
  for (const [, attributes = '', inner = ''] of body.matchAll(/<table:table-row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g)) {
    const times = repeated(attributes, 'rows')
    const filled = [...inner.matchAll(/<table:table-cell\b([^>]*)>(?=\s*<text:)/g)].reduce(
      (sum, [, cell = '']) => sum + repeated(cell, 'columns'),
      0,
    )
    if (filled > 0) {
      rows = at + times
      cells += filled * times
      if (/table:visibility="(?:collapse|filter)"/.test(attributes))
        for (let i = 0; i < Math.min(times, 10_000); i++) hiddenRows.push(at + i)
    }
    at += times
  }
  return { name: /table:name="([^"]*)"/.exec(tag)?.[1] ?? '', hiddenRows, rows, cells }
}
