// How good a record is: what is missing, what contradicts itself, what nobody has looked at for long (programme.md 13, quality).
import { addMonths } from '../core/calendar.ts'
import { checkCitizenNumber } from './citizen-number.ts'
import { ageOn, oldestReading, precisionOf, youngestReading } from './partial-date.ts'
import type { PersonData, PersonField } from './person.ts'
import type { TenureRecord } from './records.ts'

/** In this order for good: a row keeps them as bits. The fields that returns and guards cannot do without. */
export const neededFields = [
  'birthDate',
  'sex',
  'citizenId',
  'nativePlace',
  'ethnicity',
  'category',
  'recruitedOn',
  'rank',
  'degrees',
  'politicalTheory',
  'birthDay',
] as const
/** `birthDay`: the birth date is known, but not to the day. */
export type Missing = (typeof neededFields)[number]

/** In this order for good. */
export const contradictions = [
  'number-sex-differs',
  'number-century-differs',
  'number-birth-year-differs',
  'number-place-unknown',
  'party-official-before-joined',
  'party-too-young',
  'recruited-too-young',
  'tenure-too-young',
  'discipline-ends-before-it-begins',
] as const
export type Contradiction = (typeof contradictions)[number]

/** A record is stale when nobody typed, changed or confirmed it for so long. */
const staleAfterMonths = 12
export const staleBefore = (day: string): string => addMonths(day, -staleAfterMonths)

export function missingIn(data: PersonData): readonly Missing[] {
  return neededFields.filter((field) => {
    if (field === 'birthDay') return data.birthDate !== undefined && precisionOf(data.birthDate) !== 'day'
    const value = data[field satisfies PersonField]
    return value === undefined || (Array.isArray(value) && value.length === 0)
  })
}

export function contradictionsIn(data: PersonData, tenures: readonly TenureRecord[]): readonly Contradiction[] {
  const { citizenId, birthDate, sex, partyJoinedOn, partyOfficialOn, recruitedOn, disciplines = [] } = data
  const found = new Set<Contradiction>()
  if (citizenId !== undefined)
    for (const warning of checkCitizenNumber(citizenId, { birthDate, sex }).warnings) found.add(`number-${warning}`)
  // A date known to the month or year only contradicts nothing that it could still agree with.
  if (partyJoinedOn !== undefined && partyOfficialOn !== undefined && youngestReading(partyOfficialOn) < oldestReading(partyJoinedOn))
    found.add('party-official-before-joined')
  const youngAt = (date: string | undefined, years: number): boolean =>
    birthDate !== undefined && date !== undefined && ageOn(birthDate, youngestReading(date)) < years
  if (youngAt(partyJoinedOn, 18)) found.add('party-too-young')
  if (youngAt(recruitedOn, 15)) found.add('recruited-too-young')
  if (tenures.some(({ data: { from } }) => youngAt(from, 18))) found.add('tenure-too-young')
  if (disciplines.some(({ effectiveOn, endsOn }) => endsOn !== undefined && endsOn < effectiveOn))
    found.add('discipline-ends-before-it-begins')
  return contradictions.filter((one) => found.has(one))
}

export const asBits = <T>(all: readonly T[], some: readonly T[]): number => some.reduce((bits, one) => bits | (1 << all.indexOf(one)), 0)
