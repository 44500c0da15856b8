// What the reader does not tell of an .xlsx and a roster needs to know: hidden rows and columns, formulas never calculated, faces of old encodings.
import { fromLatin1, fromUtf8, latin1 } from '../pdf/bytes.ts'
import type { Parts } from './unpack.ts'

export type SheetNotes = {
  readonly name: string
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** Cells such as `B7` whose formula has no result. */
  readonly unsolved: ReadonlySet<string>
  readonly faces: readonly { readonly column: number; readonly face: string }[]
  /** The last row that holds a value, counted from 1; 0 when none does. */
  readonly lastRow: number
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s(?:\\w+:)?${name}=["']([^"']*)["']`).exec(tag)?.[1]
const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Notes of each sheet, in the order of the workbook; null for a sheet whose part is not there. */
export function xlsxNotes(parts: Parts): readonly (SheetNotes | null)[] {
  const text = (path: string): string => {
    const part = parts.get(path)
    return part === undefined ? '' : latin1(part)
  }
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]): [string, string] => [
      attribute(tag, 'Id') ?? '',
      `xl/${(attribute(tag, 'Target') ?? '').replace(/^\/?(?:xl\/)?/, '')}`,
    ]),
  )
  const oldFaces = facesOf(text('xl/styles.xml'))
  return [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag], i) => {
    const path = targets.get(/\s\w+:id=["']([^"']*)["']/.exec(tag)?.[1] ?? '') ?? `xl/worksheets/sheet${i + 1}.xml`
    return parts.has(path) ? { name: nameOf(tag), ...notesOf(text(path), oldFaces) } : null
  })
}

/** Read as bytes before; a name that is no UTF-8 stays as it is. */
function nameOf(tag: string): string {
  const name = attribute(tag, 'name') ?? ''
  try {
    return fromUtf8(fromLatin1(name))
  } catch {
    return name
  }
}

const isOldFace = (face: string): boolean => /^(?:\.vn|vni[- ])/i.test(face)

/** Cell styles (by their number) written in a face of an old encoding. */
function facesOf(styles: string): ReadonlyMap<string, string> {
  const fonts = [
    ...(/<(?:\w+:)?fonts\b[\s\S]*?<\/(?:\w+:)?fonts>/.exec(styles)?.[0] ?? '').matchAll(
      /<(?:\w+:)?font(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/(?:\w+:)?font>)/g,
    ),
  ].map(([font]) => /<(?:\w+:)?name\s+val=["']([^"']*)["']/.exec(font)?.[1] ?? '')
  if (!fonts.some(isOldFace)) return new Map()
  const cellStyles = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return new Map(
    [...cellStyles.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].flatMap(([tag], i): [string, string][] => {
      const face = fonts[Number(attribute(tag, 'fontId') ?? 0)] ?? ''
      return isOldFace(face) ? [[String(i), face]] : []
    }),
  )
}

/** Cells looked at for their faces. */
const faceSample = 400_000

function notesOf(sheet: string, oldFaces: ReadonlyMap<string, string>): Omit<SheetNotes, 'name'> {
  const hiddenRows: number[] = []
  if (/hidden=/.test(sheet)) {
    for (const [tag] of sheet.matchAll(/<(?:\w+:)?row\s[^>]*hidden=[^>]*>/g)) {
      if (isTrue(attribute(tag, 'hidden'))) hiddenRows.push(Number(attribute(tag, 'r') ?? 0) - 1)
    }
  }
  const head = sheet.slice(0, Math.max(0, sheet.search(/<(?:\w+:)?sheetData\b/)))
  const hiddenColumns = [...head.matchAll(/<(?:\w+:)?col\s[^>]*>/g)].flatMap(([tag]) => {
    if (!isTrue(attribute(tag, 'hidden'))) return []
    const from = Number(attribute(tag, 'min') ?? 1)
    // Everything to the right is often hidden: no table goes that far.
    const to = Math.min(Number(attribute(tag, 'max') ?? from), from + 255)
    return Array.from({ length: to - from + 1 }, (_, i) => from - 1 + i)
  })
  const unsolved = new Set<string>()
  if (/<(?:\w+:)?f[\s>/]/.test(sheet)) {
    const bare =
      /<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g
    for (const [, attributes] of sheet.matchAll(bare)) {
      // A text formula whose result is an empty text has been calculated.
      if (/\bt=["']str["']/.test(attributes ?? '')) continue
      const at = attribute(` ${attributes}`, 'r')
      if (at !== undefined) unsolved.add(at)
    }
  }
  return { hiddenRows, hiddenColumns, unsolved, faces: facesByColumn(sheet, oldFaces), lastRow: lastRowWithValue(sheet) }
}

function facesByColumn(sheet: string, oldFaces: ReadonlyMap<string, string>): SheetNotes['faces'] {
  if (oldFaces.size === 0) return []
  const counts = new Map<number, Map<string, number>>()
  for (const [tag] of sheet.slice(0, faceSample * 10).matchAll(/<(?:\w+:)?c\s[^>]*>/g)) {
    const face = oldFaces.get(attribute(tag, 's') ?? '')
    const column = columnOf(attribute(tag, 'r') ?? '')
    if (face === undefined || column < 0) continue
    const faces = counts.get(column) ?? new Map<string, number>()
    faces.set(face, (faces.get(face) ?? 0) + 1)
    counts.set(column, faces)
  }
  return [...counts].map(([column, faces]) => ({ column, face: [...faces].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '' }))
}

/** 0 for A; -1 when there are no letters. */
export function columnOf(place: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(place)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** From the end: sheets are formatted to their millionth row by a slip of the hand, and hold nothing there. */
function lastRowWithValue(sheet: string): number {
  const value = Math.max(sheet.lastIndexOf('</v>'), sheet.lastIndexOf('</is>'), sheet.lastIndexOf(':v>'))
  if (value < 0) return 0
  const cell = /^.*<(?:\w+:)?c\s([^>]*)>/s.exec(sheet.slice(Math.max(0, value - 40_000), value))?.[1]
  return Number(/[A-Z](\d+)/.exec(attribute(` ${cell ?? ''}`, 'r') ?? '')?.[1] ?? 0)
}
