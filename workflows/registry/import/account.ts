// The dry run of an import: of every row what would become of it, and why. Nothing is recorded here; the entries come from the same account.
import type { PersonId } from '../../core/ids.ts'
import type { PersonData } from '../person.ts'
import { matchRow, mayBeOneDay, nameKey, sameName } from './matching.ts'
import { mergedAwards, mergedDisciplines } from './merits.ts'
import { type PersonValues, personValues } from './person-values.ts'
import type { ImportPlan } from './plan.ts'
import { type PostMatch, type PostsRead, postReader, tenuresMeet } from './posts.ts'
import type { ImportReads } from './reads.ts'
import type { CellProblem, CleanRow } from './rows.ts'
import { folded } from './text.ts'

type Field = keyof PersonValues | 'name'
export type FieldChange = { readonly field: Field; readonly from?: PersonData[Field]; readonly to: NonNullable<PersonData[Field]> }

export type RowKind = 'new' | 'changed' | 'unchanged' | 'refused' | 'skipped'
/** What becomes of one row. `left`: cells that stay out although the row is taken. */
export type RowAccount = {
  /** Counted from 1, as the spreadsheet counts. */
  readonly row: number
  readonly kind: RowKind
  /** The name, or what stands in a row that is no person. */
  readonly text: string
  readonly personId?: PersonId
  readonly data?: PersonData
  readonly changes: readonly FieldChange[]
  /** Differences the clerk chose not to take over. */
  readonly kept: readonly FieldChange[]
  readonly post?: PostMatch
  /** Posts in the Party and in mass organisations. */
  readonly sidePosts?: readonly PostMatch[]
  readonly refused: readonly CellProblem[]
  readonly left: readonly CellProblem[]
  /** Why a row is no person: a heading, a sum, a head printed again, a remark. */
  readonly skippedAs?: Exclude<CleanRow['kind'], 'person'>
  readonly isHidden?: boolean
  /** The first row of the same person. */
  readonly sameAsRow?: number
}
export type AccountTotals = { readonly [K in RowKind]: number } & {
  readonly left: number
  readonly posts: number
  readonly newUnits: number
  readonly newPosts: number
}
export type ImportAccount = { readonly rows: readonly RowAccount[]; readonly totals: AccountTotals; readonly newUnits: readonly string[] }

export type Accountant = {
  /** Rows in the order of the sheet, in as many goes as it takes. */
  take(rows: readonly CleanRow[]): void
  finish(): ImportAccount
}

/** @param known the registry as it stands. */
export function startAccount(known: ImportReads, plan: Pick<ImportPlan, 'asOf' | 'updates' | 'newUnits' | 'undatedPostsFrom'>): Accountant {
  const rows: RowAccount[] = []
  const posts = postReader(known, plan)
  /** Where a person of the sheet stands already, by number and by name with birth date. */
  const seen = new Map<string, number[]>()
  /** What each row of a person said, for those that come again. */
  const sheetValues = new Map<number, PersonValues & { readonly name: string }>()

  /** Posts the rows of one person tell, by its first row. */
  const heldInSheet = new Map<number, readonly (PostMatch | undefined)[]>()

  /** Rows of the sheet that speak of the same person: two numbers that differ are two people, whatever they are called. */
  function rowsOf(keys: readonly string[], values: PersonValues): readonly number[] {
    const places = new Set(keys.flatMap((key) => seen.get(key) ?? []))
    if (places.size === 0) return []
    const people = new Map<string | number, number>()
    for (const place of places) {
      const other = sheetValues.get(rows[place]?.row ?? -1)?.citizenId
      if (values.citizenId !== undefined && other !== undefined && other !== values.citizenId) continue
      // Rows of one person again and again count once.
      const key = other ?? rows[place]?.sameAsRow ?? rows[place]?.row ?? place
      if (!people.has(key)) people.set(key, place)
    }
    return [...people.values()]
  }

  function take(list: readonly CleanRow[]): void {
    for (const one of list) rows.push(one.kind === 'person' ? person(one) : skipped(one))
  }

  const skipped = ({ row, text, kind }: Exclude<CleanRow, { kind: 'person' }>): RowAccount => ({
    row,
    kind: 'skipped',
    text,
    changes: [],
    kept: [],
    refused: [],
    left: [],
    skippedAs: kind,
  })

  function person(one: Extract<CleanRow, { kind: 'person' }>): RowAccount {
    const { row, isHidden, values: said } = one
    const name = said.name ?? ''
    const base = { row, text: name, changes: [], kept: [], left: one.left, ...(isHidden && { isHidden }) } as const
    if (one.refused.length > 0) return { ...base, kind: 'refused', refused: one.refused }
    const { values, left: unread } = personValues(said, row)
    const left = [...one.left, ...unread]
    sheetValues.set(row, { name, ...values })
    const keys = keysOf(name, values)
    const before = rowsOf(keys, values)
    const at = rows.length
    for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), at])
    if (before.length > 1)
      return { ...base, kind: 'refused', refused: [{ code: 'import-several-match', at: String(row), count: before.length }] }
    const [first] = before
    const twice = first === undefined ? undefined : rows[first]
    if (twice !== undefined && first !== undefined) return again(one, { ...base, left }, name, values, twice, first)
    const match = matchRow({ name, citizenId: values.citizenId, birthDate: values.birthDate }, known, plan.asOf)
    if (match.kind === 'refused') return { ...base, kind: 'refused', refused: [{ ...match.why, at: String(row) }] }
    if (match.kind === 'new') {
      const post = posts.read(said, row, undefined)
      return {
        ...base,
        kind: 'new',
        data: { name, ...values },
        refused: [],
        left: [...left, ...post.left],
        ...postsOf(post),
      }
    }
    const { personId, data } = match
    const differences = differencesOf(name, values, data)
    const taken = plan.updates === 'all' ? differences : plan.updates === 'none' ? [] : differences.filter(({ from }) => from === undefined)
    const post = posts.read(said, row, personId)
    const isChanged = taken.length > 0 || saysMore(post)
    return {
      ...base,
      kind: isChanged ? 'changed' : 'unchanged',
      personId,
      data,
      changes: taken,
      kept: differences.filter((one) => !taken.includes(one)),
      refused: [],
      left: [...left, ...post.left],
      ...postsOf(post),
    }
  }

  /** A person who stands in the sheet already: the same words again say nothing new; other words leave open which are right. */
  function again(
    { row, values: said }: Extract<CleanRow, { kind: 'person' }>,
    base: Pick<RowAccount, 'row' | 'text' | 'left' | 'isHidden'>,
    name: string,
    values: PersonValues,
    twice: RowAccount,
    first: number,
  ): RowAccount {
    const bare = { ...base, changes: [], kept: [], sameAsRow: twice.row } as const
    const before = sheetValues.get(twice.row)
    const other = before === undefined ? undefined : disagreement({ name, ...values }, before)
    if (twice.kind === 'refused' && twice.refused.every(({ code }) => code !== 'import-twice-differs'))
      return { ...bare, kind: 'refused', refused: [{ code: 'import-twice-refused', at: String(row), row: twice.row }] }
    if (other !== undefined || twice.kind === 'refused') {
      const field = other ?? ''
      rows[first] = {
        ...twice,
        kind: 'refused',
        changes: [],
        refused: [{ code: 'import-twice-differs', at: String(twice.row), row, what: field }],
      }
      return { ...bare, kind: 'refused', refused: [{ code: 'import-twice-differs', at: String(row), row: twice.row, what: field }] }
    }
    // A second post of the same person (kiêm nhiệm) stands in a row of its own.
    const post = posts.read(said, row, twice.personId)
    const held = heldInSheet.get(first) ?? [twice.post]
    if (post.match?.isNew === true && !held.some((one) => samePost(post.match, one))) {
      heldInSheet.set(first, [...held, post.match])
      return {
        ...bare,
        kind: twice.kind === 'new' ? 'new' : 'changed',
        ...(twice.personId !== undefined && { personId: twice.personId }),
        refused: [],
        left: [...base.left, ...post.left],
        post: {
          ...post.match,
          ...(held.some((one) => one !== undefined && tenuresMeet(one, post.match ?? one)) && { isConcurrent: true }),
        },
      }
    }
    return { ...bare, kind: 'unchanged', ...(twice.personId !== undefined && { personId: twice.personId }), refused: [] }
  }

  return {
    take,
    finish: () => ({ rows, totals: totalsOf(rows, posts), newUnits: posts.newUnits() }),
  }
}

/** The same post, in stretches of time that meet. */
const samePost = (a: PostMatch | undefined, b: PostMatch | undefined): boolean =>
  a !== undefined && b !== undefined && folded(a.unit) === folded(b.unit) && folded(a.title) === folded(b.title) && tenuresMeet(a, b)

const postsOf = ({ match, side }: PostsRead): Pick<RowAccount, 'post' | 'sidePosts'> => ({
  ...(match !== undefined && { post: match }),
  ...(side.length > 0 && { sidePosts: side }),
})
const saysMore = ({ match, side }: PostsRead): boolean => match?.isNew === true || match?.ends !== undefined || side.length > 0

function keysOf(name: string, { citizenId, birthDate }: PersonValues): readonly string[] {
  return [
    ...(citizenId === undefined ? [] : [`number ${citizenId}`]),
    ...(birthDate?.length === 10 ? [`name ${nameKey(name)} ${birthDate}`] : []),
  ]
}

/** The first field two rows of one person contradict each other in. */
function disagreement(a: PersonValues & { readonly name: string }, b: PersonValues & { readonly name: string }): string | undefined {
  if (!sameName(a.name, b.name)) return 'name'
  return Object.keys(a).find((key) => {
    const field = key as keyof PersonValues
    if (a[field] === undefined || b[field] === undefined || key === 'name') return false
    if (field === 'birthDate') return !mayBeOneDay(a.birthDate ?? '', b.birthDate ?? '')
    return !sameValue(field, a[field], b[field])
  })
}

/** Dates the registry knows more of are not made less of. */
const dates: ReadonlySet<string> = new Set(['birthDate', 'recruitedOn', 'partyJoinedOn', 'partyOfficialOn', 'youthUnionJoinedOn'])

function differencesOf(name: string, values: PersonValues, data: PersonData): readonly FieldChange[] {
  const changes: FieldChange[] = []
  if (!sameName(name, data.name)) changes.push({ field: 'name', from: data.name, to: name })
  for (const [key, to] of Object.entries(values)) {
    const field = key as keyof PersonValues
    const from = data[field]
    if (to === undefined || sameValue(field, from, to)) continue
    if (dates.has(field) && typeof from === 'string' && from.startsWith(String(to))) continue
    const merged =
      field === 'degrees'
        ? mergedDegrees(data.degrees, values.degrees)
        : field === 'disciplines'
          ? mergedDisciplines(data.disciplines, values.disciplines)
          : field === 'awards'
            ? mergedAwards(data.awards, values.awards)
            : field === 'rank'
              ? { ...data.rank, ...values.rank }
              : to
    if (merged === undefined || sameValue(field, from, merged as PersonData[Field])) continue
    changes.push({ field, ...(from !== undefined && { from }), to: merged as NonNullable<PersonData[Field]> })
  }
  return changes
}

/** A roster names the highest degree alone: it joins those on record. */
function mergedDegrees(known: PersonData['degrees'], said: PersonData['degrees']): PersonData['degrees'] {
  const more = (said ?? []).filter(
    (one) =>
      !(known ?? []).some(
        ({ level, field }) => level === one.level && (one.field === undefined || folded(field ?? '') === folded(one.field)),
      ),
  )
  return more.length === 0 ? known : [...(known ?? []), ...more]
}

function sameValue(field: string, a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a === 'string' && typeof b === 'string') return field !== 'informatics' ? nameKey(a) === nameKey(b) : folded(a) === folded(b)
  if (isPlace(a) && isPlace(b)) return nameKey(a.text) === nameKey(b.text)
  return a !== undefined && b !== undefined && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}
const isPlace = (value: unknown): value is { readonly text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : Array.isArray(value)
      ? value.map(sorted)
      : value

function totalsOf(rows: readonly RowAccount[], posts: { newUnits(): readonly string[]; newPosts(): number }): AccountTotals {
  const totals = { new: 0, changed: 0, unchanged: 0, refused: 0, skipped: 0, left: 0, posts: 0 }
  for (const { kind, left, post, sidePosts } of rows) {
    totals[kind] += 1
    totals.left += left.length
    if (kind !== 'refused') totals.posts += (post?.isNew === true ? 1 : 0) + (sidePosts?.length ?? 0)
  }
  return { ...totals, newUnits: posts.newUnits().length, newPosts: posts.newPosts() }
}
