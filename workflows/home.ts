// The list of cases behind the doorway: whose turn it is, what is searched and filtered, in windows of rows; and what stands beside the list.
import { z } from 'zod'
import { addDays, type HolidayTable, isWorkingDay, weekday, workingDaysBetween } from './core/calendar.ts'
import { Day } from './core/stamp.ts'
import type { CaseSummary } from './procedure/case-view.ts'
import { byUrgency, summaryFor } from './procedure/view.ts'
import { knowsSealedResults, mayAsk, type Role } from './roles.ts'
import { procedureKinds, rulebookIds } from './rulebooks/types.ts'

/** `mine`: the roles of whoever asks may do the next act; `others`: someone else's turn; `all`: both; `done`: nothing left to do. */
export const whoseWork = ['mine', 'all', 'others', 'done'] as const
export type Whose = (typeof whoseWork)[number]

export const CasesFilter = z.strictObject({
  kind: z.enum(procedureKinds).optional(),
  rulebook: z.enum(rulebookIds).optional(),
  status: z.string().max(60).optional(),
  unit: z.string().max(200).optional(),
  /** Nearest deadline on that day. */
  dueOn: Day.optional(),
})
export type CasesFilter = z.infer<typeof CasesFilter>

export const homeQuestions = [
  /** The list of cases, nearest deadline first: `count` lines (`casesInWindow` unless said) from place `from`, counted from 0. */
  z.strictObject({
    about: z.literal('cases'),
    search: z.string().max(200).optional(),
    whose: z.enum(whoseWork).optional(),
    filter: CasesFilter.optional(),
    from: z.int().min(0).optional(),
    count: z.int().min(1).max(500).optional(),
  }),
  /**
   * What stands beside the list: deadlines by day, meetings to come, papers that wait, and what may be filtered by.
   * Deadlines and choices are of the cases `whose` lists, so that they agree with the list they stand beside; without it, of all.
   */
  z.strictObject({ about: z.literal('agenda'), whose: z.enum(whoseWork).optional() }),
] as const

/** A line of the list as of today. */
export type CaseLine = CaseSummary & {
  /** Working days to the nearest deadline, negative when it has passed. */
  readonly workingDaysLeft?: number
}

const timeGroups = ['overdue', 'today', 'week', 'month', 'later', 'none'] as const
export type TimeGroup = (typeof timeGroups)[number]

/** A window of the list: `rows` stand from place `from` on among the `found` that match, of `total` cases in the file. */
export type CasesView = {
  readonly total: number
  readonly found: number
  readonly from: number
  readonly rows: readonly CaseLine[]
  /** How many cases each choice of `whose` would find without search and filter; only where `whose` was asked. */
  readonly counts?: Readonly<Record<Whose, number>>
  /** How many of the found fall into each group of time, in the order of the list; only where `whose` was asked, and not of what is done. */
  readonly groups?: readonly { readonly group: TimeGroup; readonly count: number }[]
}

export type Facet = { readonly value: string; readonly count: number }
export type AgendaView = {
  readonly overdue: number
  /** Days with deadlines, from today on, in order. */
  readonly days: readonly { readonly on: string; readonly count: number }[]
  /** Days nobody works in the time the days are shown for. */
  readonly off: readonly string[]
  readonly meetings: readonly {
    readonly caseId: string
    readonly title: string
    readonly unit: string
    readonly stage: string
    readonly plannedAt: string
    readonly place: string
  }[]
  readonly papers: { readonly cases: number; readonly papers: number }
  readonly kinds: readonly Facet[]
  readonly statuses: readonly Facet[]
  readonly units: readonly Facet[]
  readonly rulebooks: readonly Facet[]
}
export type HomeAnswers = { cases: CasesView; agenda: AgendaView }

/** A case in the list and the text it is found by, folded to letters without marks. */
export type Listed = { readonly summary: CaseSummary; readonly text: string }
export type HomeReader = { readonly today: string; readonly holidays: HolidayTable; readonly roles: readonly Role[] }
export type CasesWish = {
  /** Folded words; every one must be found. */
  readonly words: readonly string[]
  readonly whose?: Whose | undefined
  readonly filter?: CasesFilter | undefined
  readonly from: number
  readonly count: number
}

const isDone = ({ status }: Pick<CaseSummary, 'status'>): boolean => status === 'archived' || status === 'cancelled'

/** `sorted`: by urgency. Ten thousand rows are looked at in a millisecond or two: nothing is sorted or copied but what is found. */
export function casesView(all: readonly Listed[], wish: CasesWish, reader: HomeReader): CasesView {
  const sorted = listedFor(all, reader.roles)
  const { whose, filter = {}, words, from, count } = wish
  const mine = commandsOf(reader.roles)
  const counts = { mine: 0, all: 0, others: 0, done: 0 }
  const found: CaseSummary[] = []
  for (const { summary, text } of sorted) {
    const turn = turnOf(summary, mine)
    counts[turn] += 1
    if (turn !== 'done') counts.all += 1
    if (isListed(turn, whose) && isLike(summary, filter) && words.every((word) => text.includes(word))) found.push(summary)
  }
  return {
    total: sorted.length,
    found: found.length,
    from,
    rows: found.slice(from, from + count).map((summary) => lineOf(summary, reader)),
    ...(whose !== undefined && { counts }),
    ...(whose !== undefined && whose !== 'done' && { groups: groupsOf(found, reader.today) }),
  }
}

/** The list as it stands for whoever may not know how sealed ballots went: in the order of what he may know. Made once for a list. */
const restful = new WeakMap<readonly Listed[], readonly Listed[]>()

function listedFor(all: readonly Listed[], roles: readonly Role[]): readonly Listed[] {
  if (knowsSealedResults(roles)) return all
  const known = restful.get(all)
  if (known) return known
  const made = all.some(({ summary }) => summary.resting !== undefined)
    ? all
        .map(({ summary, text }) => ({ summary: summaryFor(summary, []), text }))
        .sort((one, other) => byUrgency(one.summary, other.summary))
    : all
  restful.set(all, made)
  return made
}

const commandsOf = (roles: readonly Role[]): ReadonlySet<string> =>
  new Set(Object.entries(mayAsk).flatMap(([command, allowed]) => (roles.some((role) => allowed.includes(role)) ? [command] : [])))

const turnOf = (summary: CaseSummary, mine: ReadonlySet<string>): Exclude<Whose, 'all'> =>
  isDone(summary) ? 'done' : summary.nextAct !== undefined && mine.has(summary.nextAct.command) ? 'mine' : 'others'

const isListed = (turn: Exclude<Whose, 'all'>, whose: Whose | undefined): boolean =>
  whose === undefined || whose === turn || (whose === 'all' && turn !== 'done')

function isLike(summary: CaseSummary, { kind, rulebook, status, unit, dueOn }: CasesFilter): boolean {
  return (
    (kind === undefined || summary.kind === kind) &&
    (rulebook === undefined || summary.rulebook === rulebook) &&
    (status === undefined || summary.status === status) &&
    (unit === undefined || summary.unit === unit) &&
    (dueOn === undefined || summary.nextDeadline?.dueOn === dueOn)
  )
}

const lineOf = (summary: CaseSummary, { today, holidays, roles }: HomeReader): CaseLine =>
  summary.nextDeadline === undefined || isDone(summary)
    ? summaryFor(summary, roles)
    : { ...summaryFor(summary, roles), workingDaysLeft: workingDaysBetween(today, summary.nextDeadline.dueOn, holidays) }

/** The list stands in the order of its deadlines, so each group is a run of it. */
function groupsOf(found: readonly CaseSummary[], today: string): NonNullable<CasesView['groups']> {
  const [week, month] = [addDays(today, 7 - weekday(today)), addDays(today, 30)]
  const groupOf = (due: string | undefined): TimeGroup =>
    due === undefined ? 'none' : due < today ? 'overdue' : due === today ? 'today' : due <= week ? 'week' : due <= month ? 'month' : 'later'
  const counts = new Map<TimeGroup, number>()
  for (const { nextDeadline } of found) {
    const group = groupOf(nextDeadline?.dueOn)
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return timeGroups.flatMap((group) => {
    const count = counts.get(group) ?? 0
    return count === 0 ? [] : [{ group, count }]
  })
}

/** Days ahead that the strip beside the list shows. */
const daysShown = 42
const meetingsShown = 8

export function agendaView(all: readonly Listed[], { today, holidays, roles }: HomeReader, whose?: Whose): AgendaView {
  const sorted = listedFor(all, roles)
  const mine = commandsOf(roles)
  const until = addDays(today, daysShown)
  const days = new Map<string, number>()
  const facets = {
    kinds: new Map<string, number>(),
    statuses: new Map<string, number>(),
    units: new Map<string, number>(),
    rulebooks: new Map<string, number>(),
  }
  const add = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1)
  let overdue = 0
  let cases = 0
  let papers = 0
  const meetings: AgendaView['meetings'][number][] = []
  for (const { summary } of sorted) {
    const isInList = isListed(turnOf(summary, mine), whose)
    if (isInList) {
      add(facets.kinds, summary.kind)
      add(facets.statuses, summary.status)
      add(facets.units, summary.unit)
      add(facets.rulebooks, summary.rulebook)
    }
    if (summary.papersAwaiting > 0) {
      cases += 1
      papers += summary.papersAwaiting
    }
    if (isDone(summary)) continue
    const due = isInList ? summary.nextDeadline?.dueOn : undefined
    if (due !== undefined && due < today) overdue += 1
    else if (due !== undefined && due <= until) add(days, due)
    const { nextMeeting } = summary
    if (nextMeeting !== undefined && nextMeeting.plannedAt.slice(0, 10) >= today) {
      const { caseId, title, unit } = summary
      meetings.push({ caseId, title, unit, ...nextMeeting })
    }
  }
  const listed = (counts: ReadonlyMap<string, number>): Facet[] =>
    [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count)
  const shown = Array.from({ length: daysShown + 7 }, (_, index) => addDays(today, index - 6))
  return {
    overdue,
    days: [...days].map(([on, count]) => ({ on, count })).sort((one, other) => (one.on < other.on ? -1 : 1)),
    off: shown.filter((day) => !isWorkingDay(day, holidays)),
    meetings: meetings.sort((one, other) => (one.plannedAt < other.plannedAt ? -1 : 1)).slice(0, meetingsShown),
    papers: { cases, papers },
    kinds: listed(facets.kinds),
    statuses: listed(facets.statuses),
    units: listed(facets.units).slice(0, 500),
    rulebooks: listed(facets.rulebooks),
  }
}
