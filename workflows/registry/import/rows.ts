// One row of a roster to what it says of a person: every cell cleaned or refused with its reason, rows that are no person told apart.
import type { Numbers } from '../../core/refusal.ts'
import { genderOf, isMark } from './content.ts'
import { type DateHabit, dateHabit, readDate } from './dates.ts'
import { type FieldForm, fieldOfHead, formOf, type ImportField } from './fields.ts'
import { isNumbering } from './layout.ts'
import { readCitizenId, readHundredths } from './numbers.ts'
import { fromOldEncoding } from './old-encodings.ts'
import { type PersonSaid, personValues } from './person-values.ts'
import type { ImportPlan } from './plan.ts'
import { type PostValues, postValues } from './post-values.ts'
import { columnLetters, isEmptyCell, type RawCell, type RawSheet, shownText } from './sheet.ts'
import { cleanText, folded } from './text.ts'

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

type Reader = {
  readonly column: number
  readonly field: ImportField
  readonly form: FieldForm
  readonly habit: DateHabit | undefined
  readonly text: (text: string) => string
  readonly order: ImportPlan['columns'][number]['dateOrder']
  /** What texts of the column were read as, where a roster says the same again and again. */
  readonly remembered: Map<string, string | number> | undefined
}
const repeating: ReadonlySet<FieldForm> = new Set(['text', 'date', 'gender'])
const mostRemembered = 20_000

/** Fields without which a person cannot be told from another: a faulty one refuses the row. */
const identity: ReadonlySet<ImportField> = new Set([
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
  const readers = plan.columns.map(({ column, field, encoding, dateOrder }): Reader => {
    const face = sheet.faces.find((one) => one.column === column)?.face
    return {
      column,
      field,
      form: formOf(field),
      habit: formOf(field) === 'date' ? dateHabit(sheet.rows.slice(plan.dataRow).map((row) => row[column] ?? null)) : undefined,
      text: encoding === undefined || encoding === 'asIs' ? (text) => text : (text) => fromOldEncoding(text, encoding, face),
      order: dateOrder,
      remembered: repeating.has(formOf(field)) ? new Map() : undefined,
    }
  })
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

const headTexts = (sheet: RawSheet, plan: ImportPlan): ReadonlyMap<number, string> =>
  new Map(
    plan.columns.map(({ column }) => {
      const rows = sheet.rows.slice(plan.headRow, plan.headRow + plan.headRows)
      return [column, folded(shownText(rows.map((row) => row[column] ?? null).findLast((cell) => !isEmptyCell(cell))))] as const
    }),
  )

function isNumbered(cells: readonly RawCell[], readers: readonly Reader[]): boolean {
  const at = readers.find(({ field }) => field === 'ordinal')?.column
  return at !== undefined && /^\d{1,6}\.?$/.test(cleanText(shownText(cells[at])))
}

const roman = /^(?:[IVXLC]+|[A-Z])[.)]?$/u

function readRow(
  row: number,
  cells: readonly RawCell[],
  readers: readonly Reader[],
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

/** Where the columns stand that tell people from other rows; `head`: of the names, folded. */
type Shape = { readonly ordinalAt: number; readonly nameAt: number; readonly head: string }

function shapeOf(readers: readonly Reader[], headers: ReadonlyMap<number, string>): Shape {
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
function isPlainlyPerson(cells: readonly RawCell[], { ordinalAt, nameAt, head }: Shape): boolean {
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
function noPerson(
  row: number,
  cells: readonly RawCell[],
  readers: readonly Reader[],
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
  readers: readonly Reader[],
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

type Problem = { readonly code: string } & Numbers

/** The value of a cell into the row; what is wrong with it, if anything is. */
function takeCell(values: RowValues, reader: Reader, cell: RawCell, plan: ImportPlan): Problem | undefined {
  const { remembered } = reader
  const field = reader.field as 'unit'
  if (typeof cell !== 'string' || remembered === undefined || values[field] !== undefined) return readCell(values, reader, cell, plan)
  const known = remembered.get(cell)
  if (known !== undefined) {
    values[field] = known
    return undefined
  }
  const problem = readCell(values, reader, cell, plan)
  const value = values[field]
  if (value === undefined) return problem
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(cell, value)
  return problem
}

function readCell(values: RowValues, reader: Reader, cell: RawCell, plan: ImportPlan): Problem | undefined {
  if (cell !== null && typeof cell === 'object' && 'error' in cell) return { code: 'import-cell-error', shown: cell.error }
  if (cell !== null && typeof cell === 'object' && 'formula' in cell) return { code: 'import-cell-formula' }
  if (typeof cell === 'string' && cell.includes('#') && /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|####*)/i.test(cleanText(cell)))
    return { code: 'import-cell-error', shown: cleanText(cell) }
  const { field } = reader
  const text = cleanText(reader.text(shownText(cell)))
  if (isNothing(text)) return undefined
  switch (reader.form) {
    case 'name': {
      const name = cleanName(text)
      if (name === null) return { code: 'import-name-unreadable', shown: text }
      values[field as 'fullName'] = name
      return undefined
    }
    case 'date': {
      const day = readDate(typeof cell === 'string' ? text : cell, reader.habit ?? dateHabit([]), reader.order)
      if (!day.ok) return day.refusal
      values[field as 'partyJoinedOn'] = day.value
      return undefined
    }
    case 'gender': {
      const gender = genderOf(text)
      if (gender === undefined) return { code: 'import-gender-unreadable', shown: text }
      values.gender = gender
      return undefined
    }
    case 'mark':
      if (!isMark(text) && genderOf(text) === undefined) return { code: 'import-mark-unreadable', shown: text }
      if (values.gender !== undefined && values.gender !== (field === 'femaleMark' ? 'female' : 'male'))
        return { code: 'import-gender-unreadable', shown: text }
      values.gender = field === 'femaleMark' ? 'female' : 'male'
      return undefined
    case 'citizenId': {
      const id = readCitizenId(cell, plan.padsZeros)
      if (!id.ok) return id.refusal
      values.citizenId = id.value
      return undefined
    }
    case 'oldIdCard': {
      const digits = text.replace(/[\s.]/g, '')
      // A twelve-digit number under "CMND" is a citizen number: the head is older than the cards.
      if (/^\d{12}$/.test(digits)) {
        values.citizenId ??= digits
        return undefined
      }
      if (!/^\d{9}$/.test(digits)) return { code: 'import-old-id-unreadable', shown: text }
      values.oldIdCard = digits
      return undefined
    }
    case 'hundredths': {
      const value = readHundredths(typeof cell === 'string' ? text : cell)
      if (!value.ok) return value.refusal
      values[field as 'coefficient'] = value.value
      return undefined
    }
    case 'count': {
      if (!/^\d{1,4}\.?$/.test(text)) return { code: 'import-count-unreadable', shown: text }
      values[field as 'rankStep'] = Number.parseInt(text, 10)
      return undefined
    }
    case 'code':
    case 'text':
    case 'list':
      // 12/12 (how far somebody went to school) and 12/3 (a decision) are days to Excel.
      if (cell !== null && typeof cell === 'object' && 'date' in cell) return { code: 'import-turned-into-date', shown: text }
      if (text.length > 500) return { code: 'import-text-too-long', shown: `${text.slice(0, 40)}…`, most: 500 }
      values[field as 'unit'] = reader.form === 'list' ? partedText(reader.text(shownText(cell))) : text
      return undefined
  }
}

/** Lines of a cell are things of their own. */
const partedText = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map(cleanText)
    .filter((line) => line !== '')
    .join('; ')

/** Signs for "nothing": not a value, and no fault. */
const isNothing = (text: string): boolean => /^(?:-+|–|—|\.+|\/|0|không có|ko có|n\/a|null|#)?$/iu.test(text)

/** Nothing but words with a small letter among them, and no "đồng chí" in front. */
const isPlainName =
  /^(?=[^a-z]*[a-z])[A-Za-z\u00c0-\u010f\u0112-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff]*(?: [A-Za-z\u00c0-\u024f\u1e00-\u1eff]+)*$/

/** Null where it is no name. Capitals throughout become a name as names are written; a number or "đ/c" in front goes. */
export function cleanName(text: string): string | null {
  if (isPlainName.test(text) && text.length <= 120) return text
  const bare = text
    .replace(/^\d{1,4}[.)]\s*/, '')
    .replace(/^(?:đ\/c|đc\.|đồng chí)\s+/iu, '')
    .replace(/\s*\(.*\)$/u, '')
  if (bare === '' || bare.length > 120 || !/^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u.test(bare)) return null
  if (bare !== bare.toUpperCase()) return bare
  return bare.toLowerCase().replace(/(^|[ \-'’])(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase())
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
