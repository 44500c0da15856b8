// One row of a roster to what it says of a person, or to why it is none or cannot be taken.
import type { Numbers } from '../../core/refusal.ts'
import { type ColumnReader, columnReaders, takeCell } from './cells.ts'
import { dateHabit, readDate } from './dates.ts'
import type { ImportField } from './fields.ts'
import { type PersonSaid, personValues } from './person-values.ts'
import type { ImportPlan } from './plan.ts'
import { type PostValues, postValues } from './post-values.ts'
import { headTexts, identity, isNumbered, isPlainlyPerson, noPerson, type Shape, shapeOf } from './row-kinds.ts'
import { columnLetters, isEmptyCell, type RawCell, type RawSheet, shownText } from './sheet.ts'
import { cleanText } from './text.ts'

const parts = [
  'fullName',
  'familyNames',
  'givenName',
  'birthIfMale',
  'birthIfFemale',
  'birthDay',
  'birthMonth',
  'birthYear',
] as const satisfies readonly ImportField[]
type NamePart = (typeof parts)[number]

/** What a row says, by what it is about; dates as precise as written, coefficients in hundredths. */
export type RowValues = {
  name?: string
  birthDate?: string
  gender?: 'male' | 'female'
  citizenId?: string
} & { [field in Exclude<ImportField, 'citizenId' | 'gender' | 'birthDate' | NamePart>]?: string | number } & {
  /** Gone once they are joined. */
  [part in NamePart]?: string | number | undefined
}

/** Why a cell was not taken: a refusal code, the cell as people find it (`B7`), what it shows. */
export type CellProblem = { readonly code: string; readonly at: string; readonly field?: ImportField } & Numbers

export type CleanRow =
  | {
      readonly kind: 'person'
      /** Counted from 1, as the spreadsheet counts. */
      readonly row: number
      readonly isHidden: boolean
      readonly said: PersonSaid
      readonly posts?: PostValues
      /** Of cells that do not say who it is: they stay out, the row is taken. */
      readonly left: readonly CellProblem[]
    }
  /** A person of whom cells that say who it is cannot be taken; `text`: the name, where there is one. */
  | {
      readonly kind: 'refused'
      readonly row: number
      readonly isHidden: boolean
      readonly text: string
      readonly refused: readonly CellProblem[]
      readonly left: readonly CellProblem[]
    }
  /** `group` names the people below it; `head` repeats the head; `total` sums up; `remark` is anything else that is no person. */
  | { readonly kind: 'group' | 'head' | 'total' | 'remark'; readonly row: number; readonly text: string }

export type RowReader = {
  /** Rows of the table, blank ones left out, from place `from` of the sheet's rows (counted from 0) and at most `count` of them looked at. */
  read(from: number, count: number): readonly CleanRow[]
  /** First row after the last. */
  readonly end: number
  readonly start: number
}

export function rowReader(sheet: RawSheet, plan: ImportPlan): RowReader {
  const fill = fillDown(sheet, plan)
  const cellAt = (row: number, column: number): RawCell => sheet.rows[fill.get(`${row} ${column}`) ?? row]?.[column] ?? null
  const at = fill.size > 0 ? cellAt : (row: number, column: number): RawCell => sheet.rows[row]?.[column] ?? null
  const readers = columnReaders(sheet, plan)
  const hidden = new Set(sheet.hiddenRows)
  const headers = headTexts(sheet, plan)
  const shape = shapeOf(readers, headers)
  let group: string | undefined
  const read = (from: number, count: number): readonly CleanRow[] => {
    const rows: CleanRow[] = []
    for (let row = Math.max(from, plan.dataRow); row < Math.min(from + count, sheet.rows.length); row++) {
      const isHidden = hidden.has(row)
      if (isHidden && plan.skipsHiddenRows) continue
      const cells = sheet.rows[row] ?? []
      if (cells.every(isEmptyCell)) continue
      const one = readRow(row, cells, readers, at, plan, headers, shape, isHidden, group)
      if (one.kind === 'group') group = one.text
      rows.push(one)
    }
    return rows
  }
  return { read, start: plan.dataRow, end: sheet.rows.length }
}

/** Cells merged downwards in one column hold their value in every row; sideways merges are headings and fill nothing. */
function fillDown(sheet: RawSheet, plan: ImportPlan): ReadonlyMap<string, number> {
  const fill = new Map<string, number>()
  for (const { top, left, bottom, right } of sheet.merges) {
    if (left !== right || bottom <= top || bottom < plan.dataRow || bottom - top > 20_000) continue
    for (let row = Math.max(top + 1, plan.dataRow); row <= bottom; row++) fill.set(`${row} ${left}`, top)
  }
  return fill
}

function readRow(
  row: number,
  cells: readonly RawCell[],
  readers: readonly ColumnReader[],
  at: (row: number, column: number) => RawCell,
  plan: ImportPlan,
  headers: ReadonlyMap<number, string>,
  shape: Shape,
  isHidden: boolean,
  group: string | undefined,
): CleanRow {
  const number = row + 1
  const other = isPlainlyPerson(cells, shape) ? null : noPerson(number, cells, readers, headers)
  if (other !== null) return other
  const values: RowValues = {}
  const refused: CellProblem[] = []
  const left: CellProblem[] = []
  for (const reader of readers) {
    const cell = at(row, reader.column)
    if (isEmptyCell(cell) || reader.field === 'ordinal') continue
    const problem = takeCell(values, reader, cell, plan)
    if (problem !== undefined) {
      const told: CellProblem = { ...problem, at: `${columnLetters(reader.column)}${number}`, field: reader.field }
      ;(identity.has(reader.field) ? refused : left).push(told)
    }
  }
  joinParts(values, refused, number)
  // Where people are numbered, a name alone without a number is whoever signed.
  const hasOrdinals = readers.some(({ field }) => field === 'ordinal')
  if (hasOrdinals && !isNumbered(cells, readers) && Object.entries(values).every(([key, value]) => key === 'name' || value === undefined))
    return {
      kind: 'remark',
      row: number,
      text: cells
        .filter((cell) => !isEmptyCell(cell))
        .map((cell) => cleanText(shownText(cell)))
        .join(' | '),
    }
  if (plan.groupsAreUnits && group !== undefined && values.unit === undefined) values.unit = group
  if (values.name === undefined && !refused.some(({ field }) => field === 'fullName'))
    refused.push({ code: 'import-name-missing', at: String(number) })
  if (refused.length > 0) return { kind: 'refused', row: number, isHidden, text: values.name ?? '', refused, left }
  const { said, left: unread } = personValues(values, number, values.name ?? '')
  const posts = postValues(values)
  return { kind: 'person', row: number, isHidden, said, left: left.length === 0 ? unread : [...left, ...unread], ...(posts && { posts }) }
}

/** A name or a day that came in parts. */
function joinParts(values: RowValues, refused: CellProblem[], row: number): void {
  const { familyNames, givenName, fullName, birthIfMale, birthIfFemale, birthDay, birthMonth, birthYear } = values
  if (fullName !== undefined) values.name = String(fullName)
  else if (familyNames !== undefined && givenName !== undefined) values.name = cleanText(`${familyNames} ${givenName}`)
  for (const [birth, gender] of [
    [birthIfMale, 'male'],
    [birthIfFemale, 'female'],
  ] as const) {
    if (birth === undefined) continue
    if (values.birthDate !== undefined || (values.gender !== undefined && values.gender !== gender))
      refused.push({ code: 'import-birth-twice', at: String(row), shown: String(birth) })
    values.birthDate ??= String(birth)
    values.gender ??= gender
  }
  if (birthYear !== undefined && values.birthDate === undefined) {
    const parts = [birthYear, birthMonth, birthMonth === undefined ? undefined : birthDay].filter((part) => part !== undefined)
    const day = readDate(parts.toReversed().join('/'), dateHabit([]), 'dayFirst')
    if (day.ok) values.birthDate = day.value
    else refused.push({ ...day.refusal, at: String(row), field: 'birthYear' })
  }
  // An object things are taken out of is slow from then on: most rows have only the name.
  for (const part of parts) if (values[part] !== undefined) values[part] = undefined
}
