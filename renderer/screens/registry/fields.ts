// How each field of a person is typed and shown: text in boxes, values in the record, and the way between them.
import {
  categories,
  degreeLevels,
  disciplineForms,
  type PersonField,
  PersonPatch,
  politicalTheoryLevels,
  rankStandards,
  relations,
  sexes,
} from '../../../workflows/registry/person.ts'
import { placeLine, placeOfLine } from '../../../workflows/registry/places/communes.ts'
import { Place } from '../../../workflows/registry/places/places.ts'
import { parseDay, showDay } from '../../parts/dates.ts'

/** `list`: which list of words a choice is from. `person`: the record of somebody. */
export type PartKind =
  | { readonly kind: 'line' | 'text' | 'partial' | 'day' | 'count' | 'hundredths' | 'tick' | 'person' }
  | { readonly kind: 'choice'; readonly list: string; readonly values: readonly string[] }
export type Parts = Readonly<Record<string, PartKind>>
export type FieldKind =
  | PartKind
  | { readonly kind: 'place' }
  | { readonly kind: 'group'; readonly parts: Parts }
  | { readonly kind: 'list'; readonly parts: Parts }

const line = { kind: 'line' } as const
const text = { kind: 'text' } as const
const partial = { kind: 'partial' } as const
const day = { kind: 'day' } as const
const count = { kind: 'count' } as const
const place = { kind: 'place' } as const
const choice = (list: string, values: readonly string[]) => ({ kind: 'choice', list, values }) as const

export const fieldKinds: Readonly<Record<PersonField, FieldKind>> = {
  name: line,
  otherName: line,
  birthDate: partial,
  sex: choice('sex', sexes),
  birthPlace: place,
  nativePlace: place,
  ethnicity: line,
  religion: line,
  residence: place,
  dwelling: place,
  citizenId: line,
  citizenIdIssuedOn: day,
  oldIdNumber: line,
  socialInsuranceNumber: line,
  phone: line,
  staffCode: line,
  recruitedOn: partial,
  recruitedBy: line,
  mainWork: line,
  category: choice('category', categories),
  rank: {
    kind: 'group',
    parts: { code: line, name: line, step: count, coefficientHundredths: { kind: 'hundredths' }, since: partial, overFramePercent: count },
  },
  generalEducation: line,
  degrees: { kind: 'list', parts: { level: choice('degree', degreeLevels), field: line, form: line, school: line, year: count } },
  politicalTheory: choice('theory', politicalTheoryLevels),
  stateManagement: choice('standard', rankStandards),
  languages: { kind: 'list', parts: { language: line, level: line } },
  informatics: line,
  postTraining: { kind: 'list', parts: { name: line, year: count } },
  rankStandard: {
    kind: 'group',
    parts: { standard: choice('standard', rankStandards), confirmedOn: day, confirmedBy: line, basis: line },
  },
  partyJoinedOn: partial,
  partyOfficialOn: partial,
  partyCell: line,
  partyCardNumber: line,
  youthUnionJoinedOn: partial,
  military: { kind: 'group', parts: { enlistedOn: partial, dischargedOn: partial, rank: line } },
  titles: { kind: 'list', parts: { name: line, year: count } },
  strengths: text,
  awards: { kind: 'list', parts: { name: line, on: partial, by: line } },
  disciplines: {
    kind: 'list',
    parts: {
      form: choice('discipline', disciplineForms),
      side: choice('side', ['party', 'state', 'organisation']),
      effectiveOn: day,
      endsOn: day,
      reason: line,
    },
  },
  health: { kind: 'group', parts: { grade: line, on: partial } },
  policyFamily: line,
  careers: { kind: 'list', parts: { from: partial, to: partial, text: line } },
  family: {
    kind: 'list',
    parts: {
      relation: choice('relation', relations),
      inLaw: { kind: 'tick' },
      name: line,
      birthDate: partial,
      about: line,
      personId: { kind: 'person' },
    },
  },
  personalHistory: text,
  assetDeclarations: { kind: 'list', parts: { year: count, declaredOn: day } },
  ratings: {
    kind: 'list',
    parts: { year: count, quarter: count, level: choice('rating', ['excellent', 'good', 'completed', 'notCompleted']) },
  },
  remarks: text,
  notes: text,
}

/** `1985`, `3/1985`, `20/3/1985` as people type a date they may know only in part; ISO text as far as known, null for what is none. */
function parsePartial(typed: string, today: string): string | null {
  const said = typed.trim()
  if (/^\d{4}$/.test(said)) return said
  const month = /^(\d{1,2})[/.\-\s](\d{4})$/.exec(said)
  if (month) return Number(month[1]) >= 1 && Number(month[1]) <= 12 ? `${month[2]}-${String(month[1]).padStart(2, '0')}` : null
  return parseDay(said, today)
}

export const showPartial = (date: string): string =>
  date.length === 10 ? showDay(date) : date.length === 7 ? `${date.slice(5)}/${date.slice(0, 4)}` : date

/** What is in the boxes of a field. */
export type Typed = string | Readonly<Record<string, string>> | readonly TypedRow[]
/** `base`: what the row said that has no box here; it stays. */
export type TypedRow = {
  readonly key: number
  readonly base: Readonly<Record<string, unknown>>
  readonly parts: Readonly<Record<string, string>>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function shownPart(kind: PartKind, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (kind.kind === 'partial' || kind.kind === 'day') return showPartial(String(value))
  if (kind.kind === 'hundredths') return (Number(value) / 100).toFixed(2).replace('.', ',')
  return String(value)
}

const partsShown = (parts: Parts, value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(parts).map(([part, kind]) => [part, shownPart(kind, isRecord(value) ? value[part] : undefined)]))

let keys = 0
export const newRow = (parts: Parts, value: unknown = {}): TypedRow => ({
  key: ++keys,
  base: isRecord(value) ? value : {},
  parts: partsShown(parts, value),
})

/** The value as it stands in its boxes. */
export function typedOf(kind: FieldKind, value: unknown): Typed {
  if (kind.kind === 'place') {
    const place = Place.safeParse(value)
    return place.success ? placeLine(place.data) : ''
  }
  if (kind.kind === 'group') return partsShown(kind.parts, value)
  if (kind.kind === 'list') return (Array.isArray(value) ? value : []).map((one: unknown) => newRow(kind.parts, one))
  return shownPart(kind, value)
}

/** Undefined for an empty box; null for what cannot be read. */
function readPart(kind: PartKind, typed: string, today: string): unknown {
  const said = typed.normalize('NFC').replaceAll('\r\n', '\n').trim()
  if (said === '' || said === 'false') return undefined
  switch (kind.kind) {
    case 'partial':
      return parsePartial(said, today)
    case 'day':
      return parseDay(said, today)
    case 'count':
      return /^\d{1,6}$/.test(said) ? Number(said) : null
    case 'hundredths': {
      const found = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(said)
      return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null
    }
    case 'tick':
      return said === 'true'
    default:
      return said
  }
}

function readParts(parts: Parts, typed: Readonly<Record<string, string>>, today: string, base: Readonly<Record<string, unknown>>): unknown {
  const value: Record<string, unknown> = { ...base }
  for (const [part, kind] of Object.entries(parts)) {
    const read = readPart(kind, typed[part] ?? '', today)
    if (read === null) return null
    if (read === undefined) delete value[part]
    else value[part] = read
  }
  return Object.keys(value).length === 0 ? undefined : value
}

/** The value typed; undefined when the boxes are empty, null when they cannot be read. */
function typedValue(kind: FieldKind, typed: Typed, today: string, before: unknown): unknown {
  if (kind.kind === 'place') {
    const said = String(typed).normalize('NFC').trim()
    if (said === '') return undefined
    // The code was matched to the words: other words have no code yet.
    const place = Place.safeParse(before)
    return place.success && placeLine(place.data) === said ? before : placeOfLine(said)
  }
  if (kind.kind === 'group') return isTypedGroup(typed) ? readParts(kind.parts, typed, today, {}) : null
  if (kind.kind === 'list') {
    if (!Array.isArray(typed)) return null
    const rows = (typed as readonly TypedRow[]).map((row) => readParts(kind.parts, row.parts, today, row.base))
    const said = rows.filter((row) => row !== undefined)
    return said.includes(null) ? null : said.length === 0 ? undefined : said
  }
  return readPart(kind, String(typed), today)
}

const isTypedGroup = (typed: Typed): typed is Readonly<Record<string, string>> => isRecord(typed)

export type ReadField = { readonly ok: true; readonly set?: Readonly<Record<string, unknown>> } | { readonly ok: false }

/** What the boxes of a field change of what is known: nothing, a value, or `null` to take it away. */
export function readField(field: PersonField, typed: Typed, today: string, before: unknown): ReadField {
  const value = typedValue(fieldKinds[field], typed, today, before)
  if (value === null) return { ok: false }
  if (JSON.stringify(sorted(value)) === JSON.stringify(sorted(before))) return { ok: true }
  const set = { [field]: value === undefined ? null : value }
  return PersonPatch.safeParse(set).success ? { ok: true, set } : { ok: false }
}

/** Keys in one order, so that two equal values are one text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  return isRecord(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sorted(value[key])]),
      )
    : value
}
