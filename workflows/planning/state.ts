// Planning as its facts left it. Judges nothing. A list of a province has a few thousand entries: maps, not arrays.
import type { DocumentRef } from '../core/document.ts'
import type { OwnTimes } from '../reminders/times.ts'
import type { CalendarDays } from '../reminders/year-calendar.ts'
import type { PlanningFactOf, SettingValues, StoredPlanningFact } from './facts.ts'

export type Entry = Omit<PlanningFactOf<'planningProposed'>, 'type'> & {
  readonly standing: 'proposed' | 'approved' | 'declined' | 'out' | 'fulfilled'
  readonly approvedOn?: string
  readonly approvedBy?: DocumentRef
  readonly endedOn?: string
  readonly endReason?: string
  /** Proposals to leave that nobody settled yet. */
  readonly outProposals: readonly Omit<PlanningFactOf<'planningOutProposed'>, 'type' | 'entryId'>[]
  /** Proposals that somebody confirmed or dismissed. */
  readonly settled: readonly Omit<PlanningFactOf<'planningOutProposed'>, 'type' | 'entryId'>[]
  readonly steps: readonly {
    readonly step: string
    readonly on: string
    readonly agree: number
    readonly convened: number
    readonly present: number
  }[]
}
export type PlanningList = Omit<PlanningFactOf<'planningListOpened'>, 'type'> & {
  readonly openedOn: string
  readonly entryIds: readonly string[]
  readonly reviews: readonly PlanningFactOf<'planningReviewed'>[]
  readonly ended?: { readonly on: string; readonly reason: string }
}
export type PlanningState = {
  readonly version: number
  readonly lists: ReadonlyMap<string, PlanningList>
  readonly entries: ReadonlyMap<string, Entry>
  /** Set by the office; where it set nothing the shipped values stand. */
  readonly settings?: SettingValues
  readonly calendar: CalendarDays
  readonly reminderTimes: OwnTimes
}

export const noPlanning: PlanningState = { version: 0, lists: new Map(), entries: new Map(), calendar: {}, reminderTimes: {} }

/** The entries of a list in the order they were proposed. */
export const entriesOf = ({ entries }: PlanningState, { entryIds }: PlanningList): Entry[] =>
  entryIds.flatMap((id) => {
    const one = entries.get(id)
    return one ? [one] : []
  })

/** On the list now, or about to be. */
export const isLive = ({ standing }: Entry): boolean => standing === 'proposed' || standing === 'approved'

export function evolvePlanning(state: PlanningState, stored: StoredPlanningFact): PlanningState {
  return { ...fold(state, stored), version: stored.version }
}

function fold(state: PlanningState, { fact, at }: StoredPlanningFact): PlanningState {
  const inEntry = (id: string, change: (one: Entry) => Entry): PlanningState => {
    const one = state.entries.get(id)
    return one ? { ...state, entries: new Map(state.entries).set(id, change(one)) } : state
  }
  const inList = (id: string, change: (one: PlanningList) => PlanningList): PlanningState => {
    const one = state.lists.get(id)
    return one ? { ...state, lists: new Map(state.lists).set(id, change(one)) } : state
  }
  switch (fact.type) {
    case 'planningListOpened': {
      const { type: _, ...list } = fact
      const opened: PlanningList = { ...list, openedOn: at.slice(0, 10), entryIds: [], reviews: [] }
      return { ...state, lists: new Map(state.lists).set(fact.listId, opened) }
    }
    case 'planningProposed': {
      const { type: _, ...entry } = fact
      const next = inList(fact.listId, (one) => ({ ...one, entryIds: [...one.entryIds, fact.entryId] }))
      return {
        ...next,
        entries: new Map(state.entries).set(fact.entryId, { ...entry, standing: 'proposed', outProposals: [], settled: [], steps: [] }),
      }
    }
    case 'planningStepHeld': {
      const entries = new Map(state.entries)
      const { step, on, convened, present } = fact
      for (const [id, agree] of Object.entries(fact.agree)) {
        const one = entries.get(id)
        if (one) entries.set(id, { ...one, steps: [...one.steps, { step, on, agree, convened, present }] })
      }
      return { ...state, entries }
    }
    case 'planningApproved': {
      const entries = new Map(state.entries)
      for (const id of fact.entryIds) {
        const one = entries.get(id)
        if (one) entries.set(id, { ...one, standing: 'approved', approvedOn: fact.on, approvedBy: fact.document })
      }
      return { ...state, entries }
    }
    case 'planningDeclined':
      return inEntry(fact.entryId, (one) => ({ ...one, standing: 'declined', endedOn: fact.on, endReason: fact.reason }))
    case 'planningReviewed': {
      const entries = new Map(state.entries)
      for (const { entryId, reason } of fact.out) {
        const one = entries.get(entryId)
        if (one) entries.set(entryId, { ...one, standing: 'out', endedOn: fact.on, endReason: reason, outProposals: [] })
      }
      return { ...inList(fact.listId, (one) => ({ ...one, reviews: [...one.reviews, fact] })), entries }
    }
    case 'planningOutProposed': {
      const { type: _, entryId, ...proposal } = fact
      return inEntry(entryId, (one) => ({ ...one, outProposals: [...one.outProposals, proposal] }))
    }
    case 'planningOutSettled':
      return inEntry(fact.entryId, (one) => ({
        ...one,
        outProposals: [],
        settled: [...one.settled, ...one.outProposals],
        ...(fact.isTakenOut && { standing: 'out' as const, endedOn: fact.on, endReason: fact.reason }),
      }))
    case 'planningOutWithdrawn':
      return inEntry(fact.entryId, (one) => ({
        ...one,
        outProposals: one.outProposals.filter(({ ground, basis }) => ground !== fact.ground || basis.on !== fact.on),
      }))
    case 'planningFulfilled':
      return inEntry(fact.entryId, (one) => ({ ...one, standing: 'fulfilled', endedOn: fact.on, outProposals: [] }))
    case 'planningListEnded':
      return inList(fact.listId, (one) => ({ ...one, ended: { on: fact.on, reason: fact.reason } }))
    case 'planningSettingsChanged':
      return { ...state, settings: fact.settings }
    case 'calendarDaySet':
      return { ...state, calendar: { ...state.calendar, [fact.item]: fact.day } }
    case 'reminderTimeSet':
      return { ...state, reminderTimes: { ...state.reminderTimes, [fact.name]: fact.value } }
  }
}
