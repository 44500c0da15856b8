// What units of a day were called before: old papers and old lists speak of units that were renamed, merged or split.
import type { UnitId } from '../core/ids.ts'
import { dayBefore } from './editing.ts'
import { type RegistryReads, type Span, spanOn, type UnitRecord } from './records.ts'
import type { UnitData } from './unit.ts'

/** `from` and `lastDay`: the days between which a unit bore that name. */
export type FormerName = { readonly unitId: UnitId; readonly name: string; readonly from: string; readonly lastDay: string }

type Units = Pick<RegistryReads, 'unit'>

/** @param found spans of old names. Gives the units of the day that go on for those units, each once, by the first name found. */
export function formerNames(
  reads: Units,
  found: Iterable<{ readonly unitId: UnitId; readonly since: string }>,
  day: string,
): readonly FormerName[] {
  const names = new Map<UnitId, FormerName>()
  for (const { unitId, since } of found) {
    const spans = reads.unit(unitId)?.spans ?? []
    const bore = spans.find(({ from }) => from === since)
    if (bore === undefined) continue
    for (const heir of heirsOn(reads, unitId, day))
      if (!names.has(heir)) names.set(heir, { unitId: heir, name: bore.data.name, ...stretchOf(spans, bore) })
  }
  return [...names.values()]
}

/** The unit itself while it stands; else what came out of it, and out of that. */
function heirsOn(reads: Units, unitId: UnitId, day: string): ReadonlySet<UnitId> {
  const heirs = new Set<UnitId>()
  const seen = new Set<UnitId>()
  const next = [unitId]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    const record = reads.unit(at)
    if (record === undefined) continue
    if (spanOn(record.spans, day)) heirs.add(at)
    else next.push(...successorsOf(record, day))
  }
  return heirs
}

const successorsOf = ({ unitId, events }: UnitRecord, day: string): readonly UnitId[] =>
  events.flatMap(({ before, successors, on }) => (on <= day && before.includes(unitId) && !successors.includes(unitId) ? successors : []))

/** Other things of a unit change too while its name stays. */
function stretchOf(spans: readonly Span<UnitData>[], bore: Span<UnitData>): { readonly from: string; readonly lastDay: string } {
  let { from, until } = bore
  const isSo = ({ data }: Span<UnitData>) => data.name === bore.data.name
  for (const span of spans.toReversed()) if (span.until === from && isSo(span)) from = span.from
  for (const span of spans) if (span.from === until && isSo(span)) until = span.until
  return { from, lastDay: dayBefore(until) }
}
