// Which rulebook binds a case: the table of procedure.md 1.2 by track and start date, with what must be said beside the choice.
import { ok, type Result, refuse } from '../core/result.ts'
import type { GuardSet, RulebookId, Track } from './types.ts'

export type ChoiceQuestion = {
  readonly track: Track
  /** ISO day of the policy approval (no conference can be held before it). */
  readonly startDate: string
  /** Which text the organization itself follows, where the choice is open (C-01). */
  readonly organisationText?: 'RB2025b' | 'RB2026'
}
/** The word of the organization, where a rulebook was named at all; elsewhere the table alone decides. */
export const ownText = (named: RulebookId | undefined): Pick<ChoiceQuestion, 'organisationText'> =>
  named === 'RB2025b' || named === 'RB2026' ? { organisationText: named } : {}

export type ChoiceWarning = 'C-01' | 'C-02' | 'C-03'
export type Choice = {
  readonly rulebook: RulebookId
  readonly guardSet: GuardSet
  readonly why: {
    readonly track: Track
    /** First and last day of the period in the table; null: open. */
    readonly from: string
    readonly until: string | null
    readonly instruments: readonly string[]
    readonly warnings: readonly ChoiceWarning[]
  }
  /** What may be chosen instead, where the organization's own text leaves it open. */
  readonly alternatives: readonly RulebookId[]
}
export type ChoiceRefusal = { readonly code: 'before-first-rulebook'; readonly startDate: string; readonly first: string }

type Cell = { readonly rulebook: RulebookId; readonly guardSet: GuardSet; readonly instruments: readonly string[] }
type Period = { readonly from: string; readonly until: string | null; readonly by: Readonly<Record<Track, Cell>> }

const cell = (rulebook: RulebookId, guardSet: GuardSet, ...instruments: readonly string[]): Cell => ({ rulebook, guardSet, instruments })

const officials105 = cell('RB2017', 'QD105', 'Quy định 105-QĐ/TW', 'NĐ 138/2020/NĐ-CP')
const employees105 = cell('RB2017', 'QD105', 'Quy định 105-QĐ/TW', 'NĐ 115/2020/NĐ-CP')
const party105 = cell('RB2017', 'QD105', 'Quy định 105-QĐ/TW')
const officials80 = cell('RB2022', 'QD80', 'Quy định 80-QĐ/TW', 'NĐ 138/2020/NĐ-CP')
const employees80 = cell('RB2022', 'QD80', 'Quy định 80-QĐ/TW', 'NĐ 115/2020/NĐ-CP')
const party80 = cell('RB2022', 'QD80', 'Quy định 80-QĐ/TW')
const employees377 = cell('RB2022', 'QD377', 'NĐ 115/2020/NĐ-CP', 'Quy định 377-QĐ/TW')
const party377 = cell('RB2025b', 'QD377', 'Quy định 377-QĐ/TW')

const periods: readonly Period[] = [
  {
    from: '2017-12-19',
    until: '2022-08-17',
    by: { civilServant: officials105, publicEmployee: employees105, partyOrMassOrg: party105, electedPost: party105 },
  },
  {
    from: '2022-08-18',
    until: '2025-06-30',
    by: { civilServant: officials80, publicEmployee: employees80, partyOrMassOrg: party80, electedPost: party80 },
  },
  {
    from: '2025-07-01',
    until: '2025-10-07',
    by: {
      civilServant: cell('RB2025a', 'QD80', 'NĐ 170/2025/NĐ-CP', 'Quy định 80-QĐ/TW'),
      publicEmployee: employees80,
      partyOrMassOrg: party80,
      electedPost: party80,
    },
  },
  {
    from: '2025-10-08',
    until: '2026-07-31',
    by: {
      civilServant: cell('RB2025b', 'QD377', 'NĐ 170/2025/NĐ-CP', 'Quy định 377-QĐ/TW'),
      publicEmployee: employees377,
      partyOrMassOrg: party377,
      electedPost: party377,
    },
  },
  {
    from: '2026-08-01',
    until: null,
    by: {
      civilServant: cell('RB2026', 'RB2026', 'NĐ 170/2025/NĐ-CP', 'NĐ 300/2026/NĐ-CP', 'Quy định 377-QĐ/TW'),
      publicEmployee: employees377,
      partyOrMassOrg: party377,
      electedPost: party377,
    },
  },
]

/** The times of the table for a track, each with what binds a case that begins in it; neighbours that say the same are one. */
export function periodsOf(
  track: Track,
): readonly { readonly from: string; readonly until: string | null; readonly instruments: readonly string[] }[] {
  const joined: { from: string; until: string | null; instruments: readonly string[] }[] = []
  for (const { from, until, by } of periods) {
    const { instruments } = by[track]
    const last = joined.at(-1)
    if (last?.instruments.join() === instruments.join()) last.until = until
    else joined.push({ from, until, instruments })
  }
  return joined
}

/** What binds a case of a track that began on a day under a rulebook; after a move to another, that one's instruments. */
export function instrumentsFor(of: {
  readonly track: Track
  readonly rulebook: RulebookId
  readonly startDate: string
}): readonly string[] {
  const { track, rulebook, startDate } = of
  const isOfBook = ({ by }: Period) => by[track].rulebook === rulebook
  const began = periods.findLast(({ from }) => from <= startDate)
  const period = began && isOfBook(began) ? began : (periods.findLast(isOfBook) ?? began)
  return period?.by[track].instruments ?? []
}

/** From this day the amended NĐ138 says what Quy định 80 says (C-03). */
const nd116From = '2024-09-17'
const nd300From = '2026-08-01'

/** The rulebook of a case. Before 2017-12-19 there is none. */
export function chooseRulebook({ track, startDate, organisationText }: ChoiceQuestion): Result<Choice, ChoiceRefusal> {
  const period = periods.findLast((one) => one.from <= startDate)
  if (!period) return refuse({ code: 'before-first-rulebook', startDate, first: '2017-12-19' })
  const { rulebook, guardSet, instruments } = period.by[track]
  const isOpen = startDate >= nd300From && (track === 'partyOrMassOrg' || track === 'electedPost')
  const takesFourSteps = isOpen && organisationText === 'RB2026'
  return ok({
    rulebook: takesFourSteps ? 'RB2026' : rulebook,
    guardSet: takesFourSteps ? 'RB2026' : guardSet,
    why: { track, from: period.from, until: period.until, instruments, warnings: warningsFor(track, startDate, isOpen) },
    alternatives: isOpen ? [takesFourSteps ? 'RB2025b' : 'RB2026'] : [],
  })
}

function warningsFor(track: Track, startDate: string, isOpen: boolean): readonly ChoiceWarning[] {
  if (isOpen) return ['C-01']
  if (track === 'publicEmployee' && startDate >= nd300From) return ['C-02']
  if (track === 'civilServant' && startDate >= '2022-08-18' && startDate < nd116From) return ['C-03']
  return []
}
