// Who of the registry could be put on a planning list: the entry as it would be proposed, and what stands against it.
import type { PersonId } from '../core/ids.ts'
import type { Refusal } from '../core/refusal.ts'
import type { Discipline } from '../eligibility/discipline.ts'
import { type RegistryReads, type Span, spanOn } from '../registry/records.ts'
import { isHeldOn } from '../registry/tenure.ts'
import type { PostData } from '../registry/unit.ts'
import type { PlannedPerson, PlannedPost } from './facts.ts'

export type Candidate = {
  readonly person: PlannedPerson
  /** Empty: may be proposed. Each with its article. */
  readonly problems: readonly Refusal[]
}
/** `isMore`: more people are found than are shown. */
export type PlanningCandidates = { readonly candidates: readonly Candidate[]; readonly isMore: boolean }

const ranks = { least: 0, most: 9 } as const
/** The majority; whoever is of another people counts for the share of minorities. */
const majority = 'kinh'

/**
 * The person as planning records a person, on the day. The rank of the post held is counted from the rank of the post planned for by the
 * distance both have in the registry (there smaller is higher, here greater is); null where it does not know both. A post it does not know
 * is left empty: somebody types it.
 */
export function plannedPersonOf(
  reads: RegistryReads,
  personId: PersonId,
  { post, target, day }: { readonly post: PlannedPost; readonly target: PostData | undefined; readonly day: string },
): PlannedPerson | undefined {
  const record = reads.person(personId)
  const data = record && spanOn(record.spans, day)?.data
  if (!record || !data || record.mergedInto !== undefined) return undefined
  const held = record.tenures
    .filter(({ data: one }) => isHeldOn(one, day))
    .flatMap(({ data: one }) => nearest(reads.post(one.postId)?.spans ?? [], day) ?? [])
    .sort((one, other) => (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER))
  // Who holds the very post planned for is asked about that one, whatever else the person holds.
  const main = held.find((one) => target !== undefined && one.unitId === target.unitId && one.title === target.title) ?? held[0]
  const unit = main && nearest(reads.unit(main.unitId)?.spans ?? [], day)?.name
  const { name, birthDate, sex, citizenId, ethnicity } = data
  return {
    personId,
    name,
    ...(birthDate !== undefined && { birthDate }),
    ...(sex !== undefined && { sex }),
    ...(citizenId !== undefined && { citizenId }),
    ...(ethnicity !== undefined && { isMinority: ethnicity.normalize('NFC').trim().toLowerCase() !== majority }),
    currentPost: main?.title ?? data.mainWork?.slice(0, 200) ?? '',
    ...(unit !== undefined && { currentUnit: unit }),
    currentRank: rankHeld(post, target, main),
  }
}

const nearest = <T>(spans: readonly Span<T>[], day: string): T | undefined => (spanOn(spans, day) ?? spans.at(-1))?.data

function rankHeld(post: PlannedPost, target: PostData | undefined, held: PostData | undefined): number | null {
  if (target?.rank === undefined || held?.rank === undefined) return null
  return Math.min(ranks.most, Math.max(ranks.least, post.rank - (held.rank - target.rank)))
}

/** Sanctions as the registry holds them on the day. */
export function disciplinesIn(reads: RegistryReads, personId: PersonId, day: string): readonly Discipline[] {
  const record = reads.person(personId)
  const known = record && spanOn(record.spans, day)?.data.disciplines
  return (known ?? []).map(({ form, effectiveOn, document }) => ({
    sanction: form,
    effectiveOn,
    ...(document && { document: document.number }),
  }))
}
