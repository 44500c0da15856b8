// What the pages of one record show beside its values: its history with the names of who worked, what was merged into it, and a whole post.
import type { PersonId, PostId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { findOperator } from '../../workflows/desk/state.ts'
import type { Refusal } from '../../workflows/office.ts'
import type { NamedHistory, PersonView, PostView } from '../../workflows/registry/counter.ts'
import type { Touched } from '../../workflows/registry/fold.ts'
import { historyOf } from '../../workflows/registry/history.ts'
import type { OwnCompositionView } from '../../workflows/registry/own-composition.ts'
import { always, type RegistryReads, spanOn } from '../../workflows/registry/records.ts'
import { entriesOf } from '../../workflows/registry/undo.ts'
import type { OpenFile } from './open-file.ts'
import { nameNow, namesOn } from './registry-names.ts'

const historyShown = 200

export function named(open: OpenFile, record: Touched): NamedHistory {
  const { state } = open.desk()
  return historyOf(open.archive.registry.reads, record, historyShown).map((line) => ({
    ...line,
    byName: findOperator(state, line.by)?.name ?? line.by,
  }))
}

export const ownCompositions = (open: OpenFile): readonly OwnCompositionView[] => {
  const { state } = open.desk()
  return state.compositions.map((one) => ({ ...one, byName: findOperator(state, one.by)?.name ?? one.by }))
}

/** Mergers that stand: what was taken back is none. */
export function mergedInto(reads: RegistryReads, personId: PersonId): PersonView['mergedFrom'] {
  return reads.touches('person', personId).flatMap((version) => {
    const known = reads.factAt(version)
    if (!known || known.undoneBy !== undefined) return []
    return entriesOf(known.fact).flatMap((entry) =>
      entry.type === 'peopleMerged' && entry.kept === personId ? [{ personId: entry.other, name: nameNow(reads, entry.other) }] : [],
    )
  })
}

export function postView(open: OpenFile, { postId, day }: { readonly postId: PostId; readonly day: string }): Result<PostView, Refusal> {
  const { reads } = open.archive.registry
  const record = reads.post(postId)
  const last = record?.spans.at(-1)?.data
  if (!record || !last) return refuse({ code: 'post-unknown', postId })
  const data = spanOn(record.spans, day)?.data
  return ok({
    postId,
    revision: record.revision,
    day,
    ...(data && { data }),
    spans: record.spans,
    unitId: last.unitId,
    unit: namesOn(reads).unit(last.unitId, day)?.name ?? '',
    holders: reads
      .tenuresFrom(postId, always)
      .map(({ tenureId, data }) => ({ personId: data.personId, tenureId, name: nameNow(reads, data.personId), data }))
      .reverse(),
    history: named(open, { kind: 'post', id: postId }),
  })
}
