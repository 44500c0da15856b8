// From an account to the entries that are recorded: units and posts the roster needs, people, what changes of them, the posts they hold.
import type { CanonicalTexts } from '../../core/canonical.ts'
import type { PersonId, PostId, UnitId } from '../../core/ids.ts'
import type { EntryOf, RegistryEntry } from '../entries.ts'
import { entriesInFact } from '../facts.ts'
import type { NewIds } from '../ids.ts'
import type { PersonData, PersonField, PersonPatch } from '../person.ts'
import type { ImportAccount, RowAccount } from './account.ts'
import type { FieldChange } from './differences.ts'
import { personIn } from './person-values.ts'
import type { ImportPlan } from './plan.ts'
import { postGroupOf } from './post-words.ts'
import type { PostMatch } from './posts.ts'
import { folded } from './text.ts'

/** Entries of one fact and the row of the sheet each came from, counted from 1. `texts`: of the new people. */
export type ImportPart = { readonly entries: readonly RegistryEntry[]; readonly rows: readonly number[]; readonly texts: CanonicalTexts }

/** A unit, its post, the person, what was wrong, what changed, the tenure. */
const most = 6

/**
 * What stays the same as long as a person lives: another value means the one on record was wrong. Everything else changed at some time,
 * and holds from the day of the roster.
 */
const lifelong: ReadonlySet<PersonField> = new Set<PersonField>([
  'name',
  'otherName',
  'birthDate',
  'sex',
  'birthPlace',
  'nativePlace',
  'ethnicity',
  'citizenId',
  'citizenIdIssuedOn',
  'oldIdNumber',
  'socialInsuranceNumber',
  'recruitedOn',
  'partyJoinedOn',
  'partyOfficialOn',
])

/**
 * Made one after another, so that a hundred thousand people are never there twice.
 * @param idsOf ids for the fact of a version of the `registry` stream. @param version of the stream before the import.
 */
export function* importParts(
  account: ImportAccount,
  plan: Pick<ImportPlan, 'asOf' | 'newUnits' | 'rosterOf'>,
  version: number,
  idsOf: (version: number) => NewIds,
): Generator<ImportPart> {
  let finished = 0
  const empty = () => ({ entries: [] as RegistryEntry[], rows: [] as number[], texts: new Map<object, string>() })
  let part = empty()
  let ids = idsOf(version + 1)
  const add = (entry: RegistryEntry, row: number) => {
    part.entries.push(entry)
    part.rows.push(row)
  }
  const units = new Map<string, UnitId>()
  const posts = new Map<string, PostId>()
  /** Of the rows that others speak of the same person as. */
  const people = new Map<number, PersonId>()
  const spokenOfAgain = new Set(account.rows.map(({ sameAsRow }) => sameAsRow))
  const begin = beginnings(account.rows, plan.asOf)

  function postOf(match: PostMatch, row: number): PostId {
    if (match.postId !== undefined) return match.postId
    const key = `${folded(match.unit)} | ${folded(match.title)}`
    const known = posts.get(key)
    if (known !== undefined) return known
    const { newUnits } = plan
    let unitId = match.unitId ?? units.get(folded(match.unit))
    if (unitId === undefined) {
      if (newUnits === undefined) throw new RangeError('a unit nobody asked to make')
      unitId = ids.unit()
      units.set(folded(match.unit), unitId)
      const { parentId = plan.rosterOf, level, kind } = newUnits
      add(
        {
          type: 'unitAdded',
          unitId,
          from: begin.get(folded(match.unit)) ?? plan.asOf,
          data: { name: match.unit, level, kind, ...(parentId !== undefined && { parentId }) },
        },
        row,
      )
    }
    const postId = ids.post()
    posts.set(key, postId)
    add(
      {
        type: 'postAdded',
        postId,
        from: begin.get(key) ?? plan.asOf,
        data: { unitId, title: match.title, group: postGroupOf(match.title) },
      },
      row,
    )
    return postId
  }

  for (const row of account.rows) {
    if (row.kind !== 'new' && row.kind !== 'changed') continue
    // A row's entries stay together where they can: they are few.
    if (part.entries.length > 0 && part.entries.length + most + (row.sidePosts?.length ?? 0) > entriesInFact) {
      yield part
      part = empty()
      ids = idsOf(version + 1 + ++finished)
    }
    record(row)
  }
  if (part.entries.length > 0) yield part

  function record(row: RowAccount): void {
    let personId = row.personId ?? (row.sameAsRow === undefined ? undefined : people.get(row.sameAsRow))
    if (personId === undefined) {
      if (row.said === undefined) throw new RangeError('a new person nothing is said of')
      personId = ids.person()
      if (spokenOfAgain.has(row.row)) people.set(row.row, personId)
      const data = personIn(row.said)
      part.texts.set(data, row.said.text)
      add({ type: 'personAdded', personId, data }, row.row)
    }
    if (row.changes.length > 0) for (const entry of changesOf(personId, row.changes, plan.asOf)) add(entry, row.row)
    if (row.post !== undefined) tenure(personId, row.post, row.row)
    for (const post of row.sidePosts ?? []) tenure(personId, post, row.row)
  }

  function tenure(personId: PersonId, post: PostMatch, row: number): void {
    const { lastDay, ends } = post
    if (ends !== undefined && lastDay !== undefined)
      add({ type: 'tenureSet', tenureId: ends.tenureId, personId: ends.owner, set: { lastDay } }, row)
    if (!post.isNew || post.from === undefined) return
    const data: EntryOf<'tenureAdded'>['data'] = {
      personId,
      postId: postOf(post, row),
      from: post.from,
      ...(lastDay !== undefined && { lastDay }),
      form: 'appointed',
      ...(post.document !== undefined && { document: post.document }),
      ...(post.isConcurrent && { isConcurrent: true }),
      ...(post.isUndated && { note: undatedNote }),
    }
    add({ type: 'tenureAdded', tenureId: ids.tenure(), data }, row)
  }
}

/** Kept with a tenure whose first day nobody told: the day is the roster's. */
const undatedNote = 'Danh sách nhập không ghi ngày bổ nhiệm; ngày bắt đầu do người nhập chọn.'

/** First days of units and posts the import makes: those of whoever came first. */
function beginnings(rows: readonly RowAccount[], asOf: string): ReadonlyMap<string, string> {
  const begin = new Map<string, string>()
  for (const { post } of rows) {
    if (post?.from === undefined) continue
    for (const key of [folded(post.unit), `${folded(post.unit)} | ${folded(post.title)}`]) {
      // ISO days compare as text.
      if (post.from < (begin.get(key) ?? asOf)) begin.set(key, post.from)
    }
  }
  return begin
}

function changesOf(personId: PersonId, changes: readonly FieldChange[], day: string): readonly RegistryEntry[] {
  const patch = (of: readonly FieldChange[]): PersonPatch => Object.fromEntries(of.map(({ field, to }) => [field, to])) as PersonPatch
  const wrong = changes.filter(({ field }) => lifelong.has(field as keyof PersonData))
  const since = changes.filter(({ field }) => !lifelong.has(field as keyof PersonData))
  return [
    ...(wrong.length === 0 ? [] : [{ type: 'personCorrected' as const, personId, at: day, set: patch(wrong) }]),
    ...(since.length === 0 ? [] : [{ type: 'personChanged' as const, personId, from: day, set: patch(since) }]),
  ]
}
