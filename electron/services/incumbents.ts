// Who holds a leading post today, with the terms before: what reminders of terms and retirements are made from.
import type { PersonId, UnitId } from '../../workflows/core/ids.ts'
import { type PersonRecord, type RegistryReads, spanOn, type TenureRecord } from '../../workflows/registry/records.ts'
import { usualTermMonths } from '../../workflows/registry/tenure.ts'
import type { PostData, UnitData } from '../../workflows/registry/unit.ts'
import type { Incumbent } from '../../workflows/reminders/reminders.ts'
import type { OpenFile } from './open-file.ts'
import { namesOn } from './registry-names.ts'

type Kept = { readonly version: number; readonly day: string; readonly found: readonly Incumbent[] }
const kept = new WeakMap<OpenFile, Kept>()

/** Made once for each day and each state of the registry: a province has thousands of leading posts. */
export function incumbentsIn(open: OpenFile): readonly Incumbent[] {
  const { reads } = open.archive.registry
  const [version, day] = [reads.version(), open.today()]
  const known = kept.get(open)
  if (known && known.version === version && known.day === day) return known.found
  const found = version === 0 ? [] : [...walk(reads, day)]
  kept.set(open, { version, day, found })
  return found
}

const isLeading = ({ group, isHead, isKey }: PostData): boolean =>
  isHead === true || isKey === true || (group !== 'specialist' && group !== 'other')

function* walk(reads: RegistryReads, day: string): Generator<Incumbent> {
  const names = namesOn(reads)
  const held = new Map<
    PersonId,
    { readonly tenure: TenureRecord; readonly post: PostData; readonly unit: UnitData & { readonly unitId: UnitId } }[]
  >()
  const queue: (UnitId | undefined)[] = [undefined]
  while (queue.length > 0) {
    for (const unit of reads.unitsUnder(queue.shift(), day)) {
      queue.push(unit.unitId)
      const posts = new Map(reads.postsOf(unit.unitId, day).map((one) => [one.postId as string, one]))
      for (const tenure of reads.tenuresInUnit(unit.unitId, day)) {
        const post = posts.get(tenure.data.postId)
        if (!post || !isLeading(post)) continue
        const one = { tenure, post, unit }
        held.set(tenure.data.personId, [...(held.get(tenure.data.personId) ?? []), one])
      }
    }
  }
  for (const [personId, posts] of held) {
    const record = reads.person(personId)
    const data = record && spanOn(record.spans, day)?.data
    if (!record || !data) continue
    yield {
      personId,
      name: data.name,
      birthDate: data.birthDate,
      sex: data.sex,
      posts: posts.map(({ tenure, post, unit }) => ({
        title: post.title,
        unit: names.whole(unit.unitId, day),
        from: tenure.data.from,
        termMonths: tenure.data.termMonths ?? usualTermMonths,
        isHead: post.isHead === true,
        earlier: earlierTerms(record, tenure),
      })),
    }
  }
}

/** Earlier tenures of the same post, each a term. */
const earlierTerms = ({ tenures }: PersonRecord, { data }: TenureRecord): Incumbent['posts'][number]['earlier'] =>
  tenures.flatMap(({ data: one }) =>
    one.postId === data.postId && one.lastDay !== undefined && one.lastDay < data.from ? [{ from: one.from, lastDay: one.lastDay }] : [],
  )
