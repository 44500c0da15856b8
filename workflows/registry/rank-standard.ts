// Which standard of rank a person seems to meet (programme.md 13, [G]): proposed from what the record says, until somebody confirms one.
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
