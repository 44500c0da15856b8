// Which standard of rank a person meets (programme.md 13): proposed from what the record says, counted only when somebody confirmed it.
import type { PersonData } from './person.ts'

export type RankStandard = NonNullable<PersonData['rankStandard']>['standard']

/** Ranks of civil servants by code: what is held is met. */
const byRank: Readonly<Record<string, RankStandard>> = {
  '01.001': 'senior',
  '01.002': 'principal',
  '01.003': 'specialist',
  '01.004': 'staff',
}
const order: readonly RankStandard[] = ['staff', 'specialist', 'principal', 'senior']

/** Holds the rank, or a degree with the certificate of state management of that rank (and advanced political theory for the highest). */
export function proposedStandard({ rank, degrees = [], stateManagement, politicalTheory }: PersonData): RankStandard | undefined {
  const held = rank?.code === undefined ? undefined : byRank[rank.code]
  const hasDegree = degrees.some(({ level }) => level === 'bachelor' || level === 'master' || level === 'doctor')
  const hasTheory = politicalTheory === 'advanced' || politicalTheory === 'bachelor'
  const certified =
    stateManagement === undefined || !hasDegree ? undefined : stateManagement === 'senior' && !hasTheory ? 'principal' : stateManagement
  return [held, certified].reduce((one, other) => (rankOf(other) > rankOf(one) ? other : one))
}

const rankOf = (standard: RankStandard | undefined): number => (standard === undefined ? -1 : order.indexOf(standard))

/** What counts on a day: the standard confirmed by then (setting of the office: only confirmed ones count). */
export function countedStandard({ rankStandard }: PersonData, day: string): RankStandard | undefined {
  return rankStandard !== undefined && rankStandard.confirmedOn <= day ? rankStandard.standard : undefined
}
