// What follows for planning from what happened elsewhere (programme.md 15): discipline proposes to leave, an appointment fulfils.
import type { DocumentRef } from '../core/document.ts'
import type { PersonData } from '../registry/person.ts'
import type { PlanningFact } from './facts.ts'
import { type Entry, isLive, type PlanningState } from './state.ts'

type Disciplines = NonNullable<PersonData['disciplines']>

/**
 * Discipline from reprimand up, effective since the person was proposed and not yet looked at by anybody for this list.
 * `known`: what the registry holds of the person of an entry; undefined where it knows nobody. A person confirms it.
 */
export function disciplineProposals(state: PlanningState, known: (entry: Entry) => Disciplines | undefined, today: string): PlanningFact[] {
  return [...state.entries.values()].filter(isLive).flatMap((entry) =>
    (known(entry) ?? [])
      .filter(({ effectiveOn }) => effectiveOn >= entry.on && effectiveOn <= today && !isLookedAt(entry, effectiveOn))
      .map(({ form, effectiveOn, document }): PlanningFact => {
        const basis = { on: effectiveOn, sanction: form, ...(document && { document }) }
        return { type: 'planningOutProposed', entryId: entry.entryId, ground: 'discipline', basis }
      }),
  )
}

/**
 * Proposals nobody settled yet whose discipline the registry knew `before` and does not know now: typed or imported by mistake, and taken
 * back. What somebody proposed by hand, with a paper of his own, stays.
 */
export function disciplineWithdrawals(
  state: PlanningState,
  before: (entry: Entry) => Disciplines | undefined,
  known: (entry: Entry) => Disciplines | undefined,
): PlanningFact[] {
  return [...state.entries.values()].filter(isLive).flatMap((entry) => {
    const gone = (before(entry) ?? []).filter(({ effectiveOn }) => !(known(entry) ?? []).some((one) => one.effectiveOn === effectiveOn))
    const days = new Set(gone.map(({ effectiveOn }) => effectiveOn))
    const proposed = new Set(entry.outProposals.filter(({ ground }) => ground === 'discipline').map(({ basis }) => basis.on))
    return [...days]
      .filter((on) => proposed.has(on))
      .map((on): PlanningFact => ({ type: 'planningOutWithdrawn', entryId: entry.entryId, ground: 'discipline', on }))
  })
}

const isLookedAt = ({ outProposals, settled }: Entry, on: string): boolean =>
  [...outProposals, ...settled].some((one) => one.ground === 'discipline' && one.basis.on === on)

export type Appointed = {
  readonly people: readonly { readonly personId: string; readonly citizenId?: string | undefined }[]
  readonly post: { readonly title: string; readonly unit: string }
  readonly document: DocumentRef
  readonly on: string
}

/** Who was planned for the very post and holds it now leaves the list as appointed. */
export function fulfilments(state: PlanningState, { people, post, document, on }: Appointed): PlanningFact[] {
  return [...state.entries.values()]
    .filter((entry) => {
      const list = state.lists.get(entry.listId)
      const { person } = entry
      const isHere = list?.post.title === post.title && list.post.unit === post.unit
      const isWho = people.some(
        (one) => one.personId === person.personId || (one.citizenId !== undefined && one.citizenId === person.citizenId),
      )
      return entry.standing === 'approved' && isHere && isWho
    })
    .map(({ entryId }) => ({ type: 'planningFulfilled', entryId, document, on }))
}
