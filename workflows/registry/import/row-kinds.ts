// Rows of a roster that are no person: headings over the people of a unit, heads printed again, sums, remarks, signatures.
import type { ColumnReader } from './cells.ts'
import { fieldOfHead, type ImportField } from './fields.ts'
import { isNumbering } from './layout.ts'
import type { ImportPlan } from './plan.ts'
import type { CleanRow } from './rows.ts'
import { isEmptyCell, type RawCell, type RawSheet, shownText } from './sheet.ts'
import { cleanText, folded } from './text.ts'

/** Fields without which a person cannot be told from another: a faulty one refuses the row. */
export const identity: ReadonlySet<ImportField> = new Set([
  'fullName',
  'familyNames',
  'givenName',
  'birthDate',
  'birthDay',
  'birthMonth',
  'birthYear',
  'birthIfMale',
  'birthIfFemale',
  'citizenId',
])

export const headTexts = (sheet: RawSheet, plan: ImportPlan): ReadonlyMap<number, string> =>
  new Map(
    plan.columns.map(({ column }) => {
      const rows = sheet.rows.slice(plan.headRow, plan.headRow + plan.headRows)
      return [column, folded(shownText(rows.map((row) => row[column] ?? null).findLast((cell) => !isEmptyCell(cell))))] as const
    }),
  )

export function isNumbered(cells: readonly RawCell[], readers: readonly ColumnReader[]): boolean {
  const at = readers.find(({ field }) => field === 'ordinal')?.column
  return at !== undefined && /^\d{1,6}\.?$/.test(cleanText(shownText(cells[at])))
}

const roman = /^(?:[IVXLC]+|[A-Z])[.)]?$/u

/** Where the columns stand that tell people from other rows; `head`: of the names, folded. */
export type Shape = { readonly ordinalAt: number; readonly nameAt: number; readonly head: string }

export function shapeOf(readers: readonly ColumnReader[], headers: ReadonlyMap<number, string>): Shape {
  const nameAt = readers.find(({ field }) => field === 'fullName' || field === 'familyNames')?.column ?? -1
  return {
    ordinalAt: readers.find(({ field }) => field === 'ordinal')?.column ?? -1,
    nameAt,
    head: headers.get(nameAt) ?? '',
  }
}

/** A letter that begins no word for a sum, and no odd sign that would have to be cleaned away first. */
const beginsPlainly = /^(?:[abd-su-zABD-SU-Z\u00c0-\u024f\u1e00-\u1eff]|[ctCT](?!\S{1,4}[gG](?![\p{L}\p{M}])))/u
const plainLetter = (letter: string): string => (letter.normalize('NFD')[0] ?? '').toLowerCase().replace('đ', 'd')

/** Most rows are: many cells filled, nothing that could be a heading, a sum or a head printed again. `noPerson` looks at the others. */
export function isPlainlyPerson(cells: readonly RawCell[], { ordinalAt, nameAt, head }: Shape): boolean {
  const name = cells[nameAt]
  if (typeof name !== 'string' || !beginsPlainly.test(name)) return false
  if (plainLetter(name[0] ?? '') === head[0] && folded(name) === head) return false
  const second = cells[1]
  // Numbers of columns are short.
  if (typeof second !== 'string' || second.length <= 4) return false
  let filled = 0
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]
    if (column === ordinalAt || isEmptyCell(cell)) continue
    if (filled === 0 && column !== nameAt && !(typeof cell === 'string' && beginsPlainly.test(cell))) return false
    filled += 1
  }
  return filled > 3
}

/** Rows that are no person: headings over the people of a unit, heads printed again, sums, remarks and signatures. */
export function noPerson(
  row: number,
  cells: readonly RawCell[],
  readers: readonly ColumnReader[],
  headers: ReadonlyMap<number, string>,
): CleanRow | null {
  const ordinalAt = readers.find(({ field }) => field === 'ordinal')?.column
  const others = cells.flatMap((cell, column) => (column === ordinalAt || isEmptyCell(cell) ? [] : [{ cell, column }]))
  const textOf = ({ cell, column }: (typeof others)[number]): string => {
    const shown = shownText(cell)
    return cleanText(readers.find((one) => one.column === column)?.text(shown) ?? shown)
  }
  const first = others[0] === undefined ? '' : textOf(others[0])
  const all = (): string => others.map(textOf).join(' | ')
  if (isTotal(first) && !others.some((one) => /^\d{12}$/.test(textOf(one)))) return { kind: 'total', row, text: first }
  if (repeatsHead(others, readers, headers) || isNumbering(cells)) return { kind: 'head', row, text: all() }
  if (others.length > 3) return null
  const numbered = isNumbered(cells, readers)
  if (others.length <= 1 && !numbered) return lonely(row, cells, others[0], first, ordinalAt)
  // Whoever has a citizen number is a person, whatever post stands beside the name.
  if (others.some((one) => /^\d{12}$/.test(textOf(one)))) return null
  // Signatures under a table: a few words, none of them in a column that says who a person is.
  const hasIdentity = others.some(({ column }) => readers.some((one) => one.column === column && identity.has(one.field)))
  if (!numbered && (!hasIdentity || others.some((one) => looksLikeSigner(textOf(one))))) return { kind: 'remark', row, text: all() }
  return null
}

/** Most names begin with other letters: folding is spared them. */
const isTotal = (text: string): boolean => /^[tTcC]/.test(text) && /^(?:tong|cong|tong cong|tong so|cong chung)(?: |$)/.test(folded(text))

/** A head printed again on a page repeats that of the names, and half of the others. */
function repeatsHead(
  others: readonly { readonly cell: RawCell; readonly column: number }[],
  readers: readonly ColumnReader[],
  headers: ReadonlyMap<number, string>,
): boolean {
  const repeats = ({ cell, column }: (typeof others)[number]): boolean => {
    const head = headers.get(column)
    return typeof cell === 'string' && head !== undefined && head !== '' && cell.length < head.length + 12 && folded(cell) === head
  }
  const name = readers.find(({ field }) => field === 'fullName' || field === 'familyNames')
  const there = others.find(({ column }) => column === name?.column)
  if (there === undefined || !repeats(there)) return false
  const count = others.filter(repeats).length
  return count >= 2 && count * 2 >= others.length
}

/** The only text of a row: a heading over people, a signature, or a remark. */
function lonely(
  row: number,
  cells: readonly RawCell[],
  only: { readonly cell: RawCell; readonly column: number } | undefined,
  first: string,
  ordinalAt: number | undefined,
): CleanRow {
  const ordinal = ordinalAt === undefined ? '' : cleanText(shownText(cells[ordinalAt]))
  const isText = typeof only?.cell === 'string' && /\p{L}/u.test(first) && fieldOfHead([first])?.fit !== 100
  const isLed = ordinal !== '' && roman.test(ordinal)
  const leads = /^(?:[IVXLC]+|[A-Z])[.)/]\s|^\d{1,2}[.)/]\s/u.test(first)
  if (!isText || !(isLed || leads || only.column <= 2)) return { kind: 'remark', row, text: first === '' ? ordinal : first }
  const text = first.replace(/^(?:[IVXLC]+|[A-Z]|\d{1,2})[.)/-]\s*/u, '')
  return { kind: looksLikeSignature(text) ? 'remark' : 'group', row, text }
}

const looksLikeSigner = (text: string): boolean =>
  /^(?:nguoi lap|thu truong |truong ban |pho truong ban |t m |tm |kt |tl |ky ten|da ky|noi nhan|nguon |luu y|xac nhan|chu tich |bi thu )/.test(
    `${folded(text)} `,
  )
const looksLikeSignature = (text: string): boolean => looksLikeSigner(text) || /^(?:ghi chu|.*ngay .* thang .* nam)/.test(folded(text))
