// What ids of the registry are called: units, posts and people, as of a day or as they are now.
import type { PersonId, UnitId } from '../../workflows/core/ids.ts'
import type { HeldPost } from '../../workflows/registry/counter.ts'
import { type RegistryReads, type Span, spanOn, type TenureRecord } from '../../workflows/registry/records.ts'
import { isHeldOn } from '../../workflows/registry/tenure.ts'
import type { PostData, UnitData } from '../../workflows/registry/unit.ts'

export const nameNow = (reads: RegistryReads, personId: PersonId): string => reads.person(personId)?.spans.at(-1)?.data.name ?? personId

const isPart = ({ level }: UnitData): boolean => level === 'division' || level === 'publicService'

/** Posts and units by id, each read once for one answer. */
export function namesOn(reads: RegistryReads) {
  const posts = new Map<string, readonly Span<PostData>[]>()
  const units = new Map<string, readonly Span<UnitData>[]>()
  const unitSpans = (unitId: UnitId): readonly Span<UnitData>[] => {
    const known = units.get(unitId) ?? reads.unit(unitId)?.spans ?? []
    units.set(unitId, known)
    return known
  }
  /** As it was on the day, else as it was nearest to it. */
  const nearest = <T>(spans: readonly Span<T>[], day: string): T | undefined =>
    (spanOn(spans, day) ?? (day < (spans[0]?.from ?? '') ? spans[0] : spans.at(-1)))?.data
  const unit = (unitId: UnitId, day: string): UnitData | undefined => nearest(unitSpans(unitId), day)
  /** The bodies a division is a part of, up to the one that stands for itself: every department has its office. Empty for such a body. */
  function bodiesAbove(unitId: string, day: string): readonly UnitId[] {
    const found: UnitId[] = []
    let at = unit(unitId as UnitId, day)
    while (at?.parentId !== undefined && isPart(at) && found.length < 10) {
      found.push(at.parentId)
      at = unit(at.parentId, day)
    }
    return found
  }
  const above = (unitId: string, day: string): string =>
    bodiesAbove(unitId, day)
      .map((one) => unit(one, day)?.name ?? '')
      .join(', ')
  const whole = (unitId: string, day: string): string =>
    [unit(unitId as UnitId, day)?.name ?? '', above(unitId, day)].filter((one) => one !== '').join(', ')
  return {
    unit,
    /** As no other unit is called. */
    whole,
    /** The same of the bodies the unit is a part of. */
    bodies: (unitId: string, day: string): readonly string[] => bodiesAbove(unitId, day).map((one) => whole(one, day)),
    held({ tenureId, data }: TenureRecord, day: string): HeldPost {
      const spans = posts.get(data.postId) ?? reads.post(data.postId)?.spans ?? []
      posts.set(data.postId, spans)
      const on = isHeldOn(data, day) ? day : day < data.from ? data.from : (data.lastDay ?? day)
      const post = nearest(spans, on)
      return {
        tenureId,
        data,
        title: post?.title ?? '',
        unitId: post?.unitId ?? '',
        unit: post ? (nearest(unitSpans(post.unitId), on)?.name ?? '') : '',
        above: post ? above(post.unitId, on) : '',
      }
    },
  }
}
