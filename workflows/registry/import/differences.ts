// Where two sayings of one person differ: two rows of a sheet, or a row and the record.
import { type PersonData, personFields } from '../person.ts'
import { mayBeOneDay, nameKey, sameName } from './matching.ts'
import { mergedAwards, mergedDisciplines } from './merits.ts'
import type { PersonValues } from './person-values.ts'
import { folded } from './text.ts'

type Field = keyof PersonValues | 'name'
export type FieldChange = { readonly field: Field; readonly from?: PersonData[Field]; readonly to: NonNullable<PersonData[Field]> }
type SheetValues = PersonValues & { readonly name: string }

/** The first field two rows of one person contradict each other in. */
export function disagreement(a: SheetValues, b: SheetValues): string | undefined {
  if (!sameName(a.name, b.name)) return 'name'
  return personFields.find((field) => {
    if (a[field] === undefined || b[field] === undefined || field === 'name') return false
    if (field === 'birthDate') return !mayBeOneDay(a.birthDate ?? '', b.birthDate ?? '')
    return !sameValue(field, a[field], b[field])
  })
}

/** Dates the registry knows more of are not made less of. */
const dates: ReadonlySet<string> = new Set(['birthDate', 'recruitedOn', 'partyJoinedOn', 'partyOfficialOn', 'youthUnionJoinedOn'])

/** In the order of the form. */
export function differencesOf(values: SheetValues, data: PersonData): readonly FieldChange[] {
  const changes: FieldChange[] = []
  if (!sameName(values.name, data.name)) changes.push({ field: 'name', from: data.name, to: values.name })
  for (const field of personFields) {
    const from = data[field]
    const to = values[field]
    if (field === 'name' || to === undefined || sameValue(field, from, to)) continue
    if (dates.has(field) && typeof from === 'string' && from.startsWith(String(to))) continue
    const merged =
      field === 'degrees'
        ? mergedDegrees(data.degrees, values.degrees)
        : field === 'disciplines'
          ? mergedDisciplines(data.disciplines, values.disciplines)
          : field === 'awards'
            ? mergedAwards(data.awards, values.awards)
            : field === 'rank'
              ? { ...data.rank, ...values.rank }
              : to
    if (merged === undefined || sameValue(field, from, merged as PersonData[Field])) continue
    changes.push({ field, ...(from !== undefined && { from }), to: merged as NonNullable<PersonData[Field]> })
  }
  return changes
}

/** A roster names the highest degree alone: it joins those on record. */
function mergedDegrees(known: PersonData['degrees'], said: PersonData['degrees']): PersonData['degrees'] {
  const more = (said ?? []).filter(
    (one) =>
      !(known ?? []).some(
        ({ level, field }) => level === one.level && (one.field === undefined || folded(field ?? '') === folded(one.field)),
      ),
  )
  return more.length === 0 ? known : [...(known ?? []), ...more]
}

function sameValue(field: string, a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a === 'string' && typeof b === 'string') return field !== 'informatics' ? nameKey(a) === nameKey(b) : folded(a) === folded(b)
  if (isPlace(a) && isPlace(b)) return nameKey(a.text) === nameKey(b.text)
  return a !== undefined && b !== undefined && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}
const isPlace = (value: unknown): value is { readonly text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : Array.isArray(value)
      ? value.map(sorted)
      : value
