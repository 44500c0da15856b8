// Units of the registry as screens see them: what stands below one, found by name, and one unit with its posts, as of the day asked about.
import { foldedWords } from '../../workflows/core/folded-text.ts'
import type { UnitId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import type { AskRegistry, UnitLine, UnitView } from '../../workflows/registry/counter.ts'
import { dayBefore } from '../../workflows/registry/editing.ts'
import { formerNames } from '../../workflows/registry/former-names.ts'
import { type RegistryReads, spanOn } from '../../workflows/registry/records.ts'
import type { PostData, UnitData } from '../../workflows/registry/unit.ts'
import type { OpenFile } from './open-file.ts'
import { nameNow, namesOn } from './registry-names.ts'
import { named } from './registry-record-views.ts'

export function unitLines(open: OpenFile, { day, parentId, search = '' }: AskRegistry<'units'>): readonly UnitLine[] {
  const { reads, lists } = open.archive.registry
  const words = foldedWords(search)
  const line = (unit: UnitData & { readonly unitId: UnitId }): UnitLine => ({ ...unit, below: reads.unitsUnder(unit.unitId, day).length })
  if (words.length === 0) return reads.unitsUnder(parentId, day).map(line)
  const found = (unit: UnitData & { readonly unitId: UnitId }): UnitLine => ({
    ...line(unit),
    path: pathOf(reads, unit.unitId, day)
      .slice(0, -1)
      .map(({ name }) => name)
      .join(' › '),
  })
  const named = lists.units(words, day, unitsListed)
  const known = new Set(named.map(({ unitId }) => unitId))
  const formerly = formerNames(reads, lists.formerUnits(words, day, unitsListed), day).filter(({ unitId }) => !known.has(unitId))
  return [
    ...named.map(found),
    ...formerly.slice(0, unitsListed - named.length).flatMap(({ unitId, ...name }) => {
      const data = spanOn(reads.unit(unitId)?.spans ?? [], day)?.data
      return data === undefined ? [] : [{ ...found({ ...data, unitId }), formerly: name }]
    }),
  ]
}

const unitsListed = 100

/** From the topmost unit down to this one, as they stood on the day. */
function pathOf(reads: RegistryReads, unitId: UnitId, day: string): readonly { readonly unitId: UnitId; readonly name: string }[] {
  const names = namesOn(reads)
  const path: { unitId: UnitId; name: string }[] = []
  for (let at: UnitId | undefined = unitId; at !== undefined && path.length < 40; ) {
    const data: UnitData | undefined = names.unit(at, day)
    if (!data) break
    path.unshift({ unitId: at, name: data.name })
    at = data.parentId
  }
  return path
}

/** The highest first; a post nobody ranked stands last. */
const byRank = (one: PostData, other: PostData): number => (one.rank ?? unranked) - (other.rank ?? unranked)
const unranked = 100

export function unitView(open: OpenFile, { unitId, day }: AskRegistry<'unit'>): Result<UnitView, Refusal> {
  const { reads } = open.archive.registry
  const record = reads.unit(unitId)
  if (!record) return refuse({ code: 'unit-unknown', unitId })
  const data = spanOn(record.spans, day)?.data
  const names = namesOn(reads)
  return ok({
    unitId,
    revision: record.revision,
    day,
    ...(data && { data }),
    spans: record.spans,
    path: pathOf(reads, unitId, day),
    below: reads.unitsUnder(unitId, day).map((unit) => ({ ...unit, below: reads.unitsUnder(unit.unitId, day).length })),
    posts: reads
      .postsOf(unitId, day)
      .toSorted(byRank)
      .map((post) => ({
        ...post,
        revision: reads.post(post.postId)?.revision ?? 0,
        holders: reads.holdersOf(post.postId, day).map(({ tenureId, data: { personId, from } }) => ({
          personId,
          tenureId,
          name: nameNow(reads, personId),
          from,
        })),
      })),
    events: record.events.map((event) => ({
      ...event,
      names: Object.fromEntries(
        [...event.before, ...event.successors].map((one) => [
          one,
          names.unit(one, event.before.includes(one) ? dayBefore(event.on) : event.on)?.name ?? one,
        ]),
      ),
    })),
    history: named(open, { kind: 'unit', id: unitId }),
  })
}
