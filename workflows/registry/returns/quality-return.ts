// BC-01 (programme.md 14): how the people of an office are made up, by unit, as of a day. Whoever holds several posts counts once in a row.
import { ageOn, precisionOf } from '../partial-date.ts'
import type { PersonData } from '../person.ts'
import { compareUnits } from './figures.ts'

export type CountedPerson = {
  readonly personId: string
  readonly units: readonly string[]
  /** Bodies that the units are a part of: whoever works in an office of a department works in the department. */
  readonly bodies?: readonly string[]
  readonly data: PersonData
}

/** First ages of the bands after the youngest: under 30, 30-39, 40-49, 50-54, 55 and over. An office may draw them otherwise. */
export const usualBands: readonly number[] = [30, 40, 50, 55]

export type QualityCounts = {
  readonly total: number
  readonly women: number
  /** Of another group than Kinh. */
  readonly minority: number
  readonly religious: number
  readonly notParty: number
  /** One more than the bands have limits. */
  readonly ages: readonly number[]
  /** No birth date on record: in no band. */
  readonly ageUnknown: number
  readonly sexUnknown: number
  readonly degrees: Readonly<Record<'none' | NonNullable<PersonData['degrees']>[number]['level'], number>>
  readonly theory: Readonly<Record<'none' | NonNullable<PersonData['politicalTheory']>, number>>
  readonly management: Readonly<Record<'none' | NonNullable<PersonData['stateManagement']>, number>>
  readonly ranks: Readonly<Record<'senior' | 'principal' | 'specialist' | 'staff' | 'other' | 'none', number>>
  readonly withLanguage: number
}
export type QualityReturn = {
  readonly day: string
  readonly bands: readonly number[]
  readonly rows: readonly { readonly unit: string; readonly counts: QualityCounts }[]
  /** Each person once, whatever the sum of the rows says. */
  readonly all: QualityCounts
  /** People counted in more than one row. */
  readonly inSeveral: number
  /** Birth dates known to the month or the year only: read as the oldest (programme.md 3.3). */
  readonly flagged: readonly string[]
}

/** The highest first. */
const degreeOrder = ['doctor', 'master', 'bachelor', 'college', 'secondaryVocational'] as const
const rankCodes: Readonly<Record<string, keyof QualityCounts['ranks']>> = {
  '01.001': 'senior',
  '01.002': 'principal',
  '01.003': 'specialist',
  '01.004': 'staff',
  '01.005': 'staff',
}

/** The highest degree alone counts. */
const highestDegree = ({ degrees = [] }: PersonData): (typeof degreeOrder)[number] | 'none' =>
  degreeOrder.find((level) => degrees.some((one) => one.level === level)) ?? 'none'

/** By its code, else by its name; ranks of teachers, doctors and others are `other`. */
function rankOf({ rank }: PersonData): keyof QualityCounts['ranks'] {
  if (rank === undefined) return 'none'
  const byCode = rank.code === undefined ? undefined : rankCodes[rank.code]
  if (byCode !== undefined) return byCode
  const name = rank.name.normalize('NFC').toLowerCase()
  if (/^chuyên viên cao cấp/.test(name)) return 'senior'
  if (/^chuyên viên chính/.test(name)) return 'principal'
  if (/^chuyên viên/.test(name)) return 'specialist'
  return /^(?:cán sự|nhân viên)/.test(name) ? 'staff' : 'other'
}

const isMinority = ({ ethnicity }: PersonData): boolean => ethnicity !== undefined && !/^(?:kinh|việt)$/iu.test(ethnicity.trim())
const isReligious = ({ religion }: PersonData): boolean => religion !== undefined && !/^không/iu.test(religion.trim())

/** The place of an age among the bands. */
const bandAt = (age: number, bands: readonly number[]): number => bands.filter((from) => age >= from).length

export function countQuality(people: readonly PersonData[], day: string, bands: readonly number[] = usualBands): QualityCounts {
  const count = (holds: (data: PersonData) => boolean): number => people.filter(holds).length
  const ages = Array.from({ length: bands.length + 1 }, () => 0)
  for (const { birthDate } of people) {
    if (birthDate === undefined) continue
    const at = bandAt(ageOn(birthDate, day), bands)
    ages[at] = (ages[at] ?? 0) + 1
  }
  const by = <K extends string>(keys: readonly K[], keyOf: (data: PersonData) => K): Record<K, number> => {
    const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
    for (const data of people) counts[keyOf(data)] += 1
    return counts
  }
  return {
    total: people.length,
    women: count(({ sex }) => sex === 'female'),
    minority: count(isMinority),
    religious: count(isReligious),
    notParty: count(({ partyJoinedOn }) => partyJoinedOn === undefined),
    ages,
    ageUnknown: count(({ birthDate }) => birthDate === undefined),
    sexUnknown: count(({ sex }) => sex === undefined),
    degrees: by(['doctor', 'master', 'bachelor', 'college', 'secondaryVocational', 'none'], highestDegree),
    theory: by(['bachelor', 'advanced', 'intermediate', 'elementary', 'none'], ({ politicalTheory }) => politicalTheory ?? 'none'),
    management: by(['senior', 'principal', 'specialist', 'staff', 'none'], ({ stateManagement }) => stateManagement ?? 'none'),
    ranks: by(['senior', 'principal', 'specialist', 'staff', 'other', 'none'], rankOf),
    withLanguage: count(({ languages = [] }) => languages.length > 0),
  }
}

/**
 * The row of a body counts everybody of its divisions too, each once, and a row of its own follows for each division.
 * @param people each once, with the units he holds posts in on the day; without any he stands in the row `''`.
 */
export function qualityReturn(people: readonly CountedPerson[], day: string, bands: readonly number[] = usualBands): QualityReturn {
  const units = new Map<string, PersonData[]>()
  for (const { units: of, bodies = [], data } of people) {
    for (const unit of of.length === 0 ? [''] : new Set([...of, ...bodies])) {
      const found = units.get(unit)
      if (found === undefined) units.set(unit, [data])
      else found.push(data)
    }
  }
  return {
    day,
    bands,
    rows: [...units].sort(([a], [b]) => compareUnits(a, b)).map(([unit, of]) => ({ unit, counts: countQuality(of, day, bands) })),
    all: countQuality(
      people.map(({ data }) => data),
      day,
      bands,
    ),
    inSeveral: people.filter(({ units: of }) => new Set(of).size > 1).length,
    flagged: people
      .filter(({ data }) => data.birthDate !== undefined && precisionOf(data.birthDate) !== 'day')
      .map(({ personId }) => personId),
  }
}
