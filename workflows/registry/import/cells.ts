// One cell of a roster to a value: read by the column it stands in, cleaned, or left out with its reason.
import type { Numbers } from '../../core/refusal.ts'
import { genderOf, isMark } from './content.ts'
import { type DateHabit, dateHabit, readDate } from './dates.ts'
import { type FieldForm, formOf, type ImportField } from './fields.ts'
import { readCitizenId, readHundredths } from './numbers.ts'
import { fromOldEncoding } from './old-encodings.ts'
import type { ImportPlan } from './plan.ts'
import type { RowValues } from './rows.ts'
import { type RawCell, type RawSheet, shownText } from './sheet.ts'
import { cleanText } from './text.ts'

export type ColumnReader = {
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

export const columnReaders = (sheet: RawSheet, plan: ImportPlan): readonly ColumnReader[] =>
  plan.columns.map(({ column, field, encoding, dateOrder }) => {
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

type Problem = { readonly code: string } & Numbers

/** The value of a cell into the row; what is wrong with it, if anything is. */
export function takeCell(values: RowValues, reader: ColumnReader, cell: RawCell, plan: ImportPlan): Problem | undefined {
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

function readCell(values: RowValues, reader: ColumnReader, cell: RawCell, plan: ImportPlan): Problem | undefined {
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
function cleanName(text: string): string | null {
  if (isPlainName.test(text) && text.length <= 120) return text
  const bare = text
    .replace(/^\d{1,4}[.)]\s*/, '')
    .replace(/^(?:đ\/c|đc\.|đồng chí)\s+/iu, '')
    .replace(/\s*\(.*\)$/u, '')
  if (bare === '' || bare.length > 120 || !/^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u.test(bare)) return null
  if (bare !== bare.toUpperCase()) return bare
  return bare.toLowerCase().replace(/(^|[ \-'’])(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase())
}
