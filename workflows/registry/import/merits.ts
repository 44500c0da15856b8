// Awards and disciplines as rosters write them: several in one cell, with days and decisions among the words. What is not told is not guessed.
import type { DocumentRef } from '../../core/document.ts'
import type { PersonData } from '../person.ts'
import { dateHabit, readDate } from './dates.ts'
import type { ImportField } from './fields.ts'
import type { RowValues } from './rows.ts'
import { cleanText, folded } from './text.ts'

type Discipline = NonNullable<PersonData['disciplines']>[number]
type Award = NonNullable<PersonData['awards']>[number]
type Side = Discipline['side']
type Leave = (code: string, field: ImportField, shown: string) => void

const forms: readonly (readonly [RegExp, Discipline['form'], Side?])[] = [
  [/\bkhien trach\b/, 'reprimand'],
  [/\bcanh cao\b/, 'warning'],
  [/\bha bac luong\b/, 'payStepDown', 'state'],
  [/\bgiang chuc\b/, 'demotion', 'state'],
  [/\bcach chuc\b/, 'removal'],
  [/\bkhai tru\b/, 'expulsion', 'party'],
  [/\bbuoc thoi viec\b/, 'dismissal', 'state'],
]
const sides: readonly (readonly [RegExp, Side])[] = [
  [/đảng/iu, 'party'],
  [/chính quyền|hành chính|nhà nước/iu, 'state'],
  [/đoàn thể|công đoàn|đoàn thanh niên/iu, 'organisation'],
]
const days = /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4}/giu
const decision = /(?:\bQĐ|quyết định)\s*(?:số)?\s*:?\s*(\d[^\s,;()]*)/iu

const parts = (value: string | number | undefined): readonly string[] =>
  value === undefined
    ? []
    : String(value)
        .split(';')
        .map((part) => cleanText(part))
        .filter((part) => part !== '' && !/^(?:khong|chua)\b(?: (?:co|bi|ky luat|khen thuong|bi ky luat|co ky luat))*$/.test(folded(part)))

const namesDiscipline = (text: string): boolean => forms.some(([pattern]) => pattern.test(folded(text)))

/** The days a text names, each once. */
function daysIn(text: string): readonly string[] {
  const found = [...text.matchAll(days)].flatMap(([shown]) => {
    const day = readDate(
      shown.replace(/\s/g, (blank) => (/^\d/.test(shown) ? '' : blank)),
      dateHabit([]),
      'dayFirst',
    )
    return day.ok ? [day.value] : []
  })
  return [...new Set(found)]
}

/**
 * The form by its words, the side by the column, the words or the form itself, the first day of it from the text or from the column of days.
 * Whatever of these is missing or told twice leaves the cell out.
 */
function readDiscipline(
  text: string,
  field: ImportField,
  side: Side | undefined,
  on: string | undefined,
  leave: Leave,
): Discipline | undefined {
  const out = (code: string) => {
    leave(code, field, text)
    return undefined
  }
  const found = forms.filter(([pattern]) => pattern.test(folded(text)))
  const [form] = found
  if (form === undefined || found.length > 1) return out('import-discipline-unreadable')
  const told = sides.filter(([pattern]) => pattern.test(text.replace(decision, ''))).map(([, one]) => one)
  const whose = side ?? form[2] ?? (told.length === 1 ? told[0] : undefined)
  if (whose === undefined) return out('import-discipline-side-unclear')
  const named = daysIn(text)
  const effectiveOn = on ?? (named.length === 1 ? named[0] : undefined)
  if (effectiveOn === undefined) return out('import-discipline-day-needed')
  const number = decision.exec(text)?.[1]?.replace(/[.,]$/, '')
  const document: DocumentRef | undefined =
    number === undefined || number.length > 80 || named.length > 1 ? undefined : { number, date: named[0] ?? effectiveOn }
  return { form: form[1], side: whose, effectiveOn, ...(document && { document }) }
}

const columns = [
  ['discipline', undefined],
  ['partyDiscipline', 'party'],
  ['stateDiscipline', 'state'],
] as const

const disciplineFields = ['discipline', 'partyDiscipline', 'stateDiscipline', 'awardOrDiscipline', 'disciplinedOn'] as const

export function readDisciplines(from: RowValues, leave: Leave): PersonData['disciplines'] {
  if (disciplineFields.every((field) => from[field] === undefined)) return undefined
  const told = [
    ...columns.flatMap(([field, side]) => parts(from[field]).map((text) => ({ text, field, side }))),
    ...parts(from.awardOrDiscipline)
      .filter(namesDiscipline)
      .map((text) => ({ text, field: 'awardOrDiscipline' as const, side: undefined })),
  ]
  const on = from.disciplinedOn === undefined ? undefined : String(from.disciplinedOn)
  if (on !== undefined && told.length === 0) leave('import-discipline-missing', 'disciplinedOn', on)
  // One day cannot be that of two.
  const day = on?.length === 10 && told.length === 1 ? on : undefined
  const read = told.flatMap(({ text, field, side }) => readDiscipline(text, field, side, day, leave) ?? [])
  return read.length === 0 ? undefined : read
}

export function readAwards(from: RowValues, leave: Leave): PersonData['awards'] {
  if (from.award === undefined && from.awardOrDiscipline === undefined) return undefined
  const told = [...parts(from.award), ...parts(from.awardOrDiscipline).filter((text) => !namesDiscipline(text))]
  const read = told.flatMap((text): readonly Award[] => {
    if (namesDiscipline(text)) {
      leave('import-award-unreadable', 'award', text)
      return []
    }
    const [day, another] = daysIn(text)
    const years = [...new Set(text.match(/\b(?:19|20)\d{2}\b/g) ?? [])]
    const on = day !== undefined && another === undefined ? day : years.length === 1 ? years[0] : undefined
    return [{ name: text.slice(0, 300), ...(on !== undefined && { on }) }]
  })
  return read.length === 0 ? undefined : read.slice(0, 60)
}

/** Those on record, and what the roster tells besides. */
export function mergedDisciplines(known: PersonData['disciplines'], said: PersonData['disciplines']): PersonData['disciplines'] {
  const more = (said ?? []).filter(
    (one) =>
      !(known ?? []).some(({ form, side, effectiveOn }) => form === one.form && side === one.side && effectiveOn === one.effectiveOn),
  )
  return more.length === 0 ? known : [...(known ?? []), ...more]
}
export function mergedAwards(known: PersonData['awards'], said: PersonData['awards']): PersonData['awards'] {
  const more = (said ?? []).filter((one) => !(known ?? []).some(({ name }) => folded(name) === folded(one.name)))
  return more.length === 0 ? known : [...(known ?? []), ...more]
}
