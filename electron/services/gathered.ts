// The people of a list or a return, read as of a day in the order of their names, a few milliseconds at a time so that others get their turn.
import type { PostId, UnitId } from '../../workflows/core/ids.ts'
import type { PersonRecord, RegistryReads, TenureRecord } from '../../workflows/registry/records.ts'
import { spanOn } from '../../workflows/registry/records.ts'
import { type Period, periodOf } from '../../workflows/registry/returns/period.ts'
import { levelOf, type PostThen, type TenureThen } from '../../workflows/registry/returns/record-returns.ts'
import { isHeldOn } from '../../workflows/registry/tenure.ts'
import type { UnitData } from '../../workflows/registry/unit.ts'
import type { Work } from './long-work.ts'
import type { Gathered } from './make-book.ts'
import type { OpenFile } from './open-file.ts'
import type { ExportAsked } from './registry-export.ts'
import { namesOn } from './registry-names.ts'
import { faultOf, unitsBelow } from './registry-people.ts'

/** Names taken from the list at once. */
const window = 200
/** How long this thread is held at most before others get their turn: a window takes a key press meanwhile as if nothing went on. */
const holdMs = 8

/** `senders`: units that count their own people; here are those alone who hold something else, or nothing. */
export async function* gathered(
  open: OpenFile,
  { book, day, search = '', unitId, below, figure, managedBy, year, quarter }: ExportAsked,
  work: Work,
  senders: readonly UnitId[],
): AsyncGenerator<readonly Gathered[]> {
  const { reads, lists } = open.archive.registry
  const units = unitId === undefined ? undefined : below === true ? unitsBelow(reads, unitId, day) : [unitId]
  const names = namesOn(reads)
  const theirs = new Set(senders.flatMap((sender) => unitsBelow(reads, sender, day)))
  const managedOn = (postId: PostId) => spanOn(reads.post(postId)?.spans ?? [], day)?.data.managedBy
  const thenOf = book === 'moves' || book === 'discipline' ? tenuresThen(reads, periodOf(day, year, quarter)) : undefined
  function personOf(personId: PersonRecord['personId']): Gathered | undefined {
    const record = reads.person(personId)
    const data = record && (spanOn(record.spans, day) ?? record.spans.at(-1))?.data
    if (record === undefined || data === undefined) return undefined
    const held = record.tenures.filter(({ data: tenure }) => isHeldOn(tenure, day))
    if (managedBy !== undefined && !held.some(({ data: { postId } }) => managedOn(postId) === managedBy)) return undefined
    const all = held.map((tenure) => names.held(tenure, day))
    const posts = all.filter((one) => !theirs.has(one.unitId))
    if (posts.length === 0 && all.length > 0) return undefined
    return {
      personId,
      data,
      units: posts.map(({ unitId: of, unit }) => (of === '' ? unit : names.whole(of, day))),
      ...(book === 'quality' && { bodies: posts.flatMap(({ unitId: of }) => (of === '' ? [] : names.bodies(of, day))) }),
      posts: posts.map(({ title, unit, above, data: tenure }) => ({ title, unit, above, from: tenure.from })),
      ...(thenOf !== undefined && { tenures: thenOf(record) }),
    }
  }
  const asked = { search, day, units, ...(figure && { fault: faultOf(figure, day) }) }
  let looked = 0
  let of = 0
  let began = performance.now()
  const rest = async () => {
    await work.step(looked, of)
    began = performance.now()
  }
  while (!lists.prepare(asked)) await rest()
  for (let from = 0; ; from += window) {
    await rest()
    const found = lists.find({ ...asked, from, count: window })
    of = found.isMore ? 0 : found.found
    let people: Gathered[] = []
    for (const { personId } of found.rows) {
      if (performance.now() - began >= holdMs) {
        // Handed on before the turn is given away: what this thread keeps, its memory is searched for again and again.
        yield people
        people = []
        await rest()
      }
      const one = personOf(personId)
      if (one !== undefined) people.push(one)
      looked += 1
    }
    yield people
    if (found.rows.length < window) return
  }
}

/** Tenures of a person begun by the end of the period, with their posts and units as they were on the first day of each. */
function tenuresThen(reads: RegistryReads, { lastDay }: Period): (record: PersonRecord) => readonly TenureThen[] {
  const names = namesOn(reads)
  const above = (unitId: UnitId | undefined, day: string): readonly UnitData[] => {
    const found: UnitData[] = []
    for (let at = unitId; at !== undefined && found.length < 40; at = found.at(-1)?.parentId) {
      const data = names.unit(at, day)
      if (data === undefined) break
      found.push(data)
    }
    return found
  }
  const postThen = (tenure: TenureRecord): PostThen => {
    const { from, postId } = tenure.data
    const { title, unit, unitId } = names.held(tenure, from)
    const spans = reads.post(postId)?.spans ?? []
    const rank = (spanOn(spans, from) ?? spans[0])?.data.rank
    return {
      title,
      unit: unitId === '' ? unit : names.whole(unitId, from),
      rank,
      level: unitId === '' ? undefined : levelOf(above(unitId as UnitId, from)),
    }
  }
  return ({ tenures }) =>
    tenures.filter(({ data }) => data.from <= lastDay).map((tenure) => ({ data: tenure.data, post: postThen(tenure) }))
}
