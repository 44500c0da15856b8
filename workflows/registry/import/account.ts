// The dry run of an import: of every row what would become of it, and why. Nothing is recorded here; the entries come from the same account.
import type { PersonId } from '../../core/ids.ts'
import type { PersonData } from '../person.ts'
import { differencesOf, disagreement, type FieldChange } from './differences.ts'
import { type Match, matchRow, type Who } from './matching.ts'
import { type PersonSaid, personIn } from './person-values.ts'
import type { ImportPlan, RowDecision } from './plan.ts'
import { type PostMatch, type PostsRead, postReader, tenuresMeet } from './posts.ts'
import type { ImportReads } from './reads.ts'
import type { CellProblem, CleanRow } from './rows.ts'
import { rowsAbove } from './rows-above.ts'
import { folded } from './text.ts'
import type { RosterBody } from './units.ts'

export type RowKind = 'new' | 'changed' | 'unchanged' | 'refused' | 'skipped'
/** What becomes of one row. `left`: cells that stay out although the row is taken. */
export type RowAccount = {
  /** Counted from 1, as the spreadsheet counts. */
  readonly row: number
  readonly kind: RowKind
  /** The name, or what stands in a row that is no person. */
  readonly text: string
  readonly personId?: PersonId
  /** Of somebody new. */
  readonly said?: PersonSaid
  /** Of somebody on record. */
  readonly data?: PersonData
  readonly changes: readonly FieldChange[]
  /** Differences the clerk chose not to take over. */
  readonly kept: readonly FieldChange[]
  readonly post?: PostMatch
  /** Posts in the Party and in mass organisations. */
  readonly sidePosts?: readonly PostMatch[]
  readonly refused: readonly CellProblem[]
  readonly left: readonly CellProblem[]
  /** Why a row is no person: a heading, a sum, a head printed again, a remark; or a person the clerk leaves out. */
  readonly skippedAs?: Exclude<CleanRow['kind'], 'person' | 'refused'> | 'leftOut'
  /** Who it is was open, and is until somebody decides. */
  readonly conflict?: RowConflict
  readonly isHidden?: boolean
  /** The first row of the same person. */
  readonly sameAsRow?: number
}
/** Somebody the row may be: on record, or in a row above. */
export type RowCandidate = {
  readonly personId?: PersonId
  readonly row?: number
  readonly name: string
  readonly birthDate?: string
  readonly citizenId?: string
  readonly nativePlace?: string
}
/** `mayBeNew`: not when the number of the row is that of somebody already. */
export type RowConflict = {
  readonly candidates: readonly RowCandidate[]
  readonly mayBeNew: boolean
  readonly decided?: RowDecision['is']
}
export type AccountTotals = { readonly [K in RowKind]: number } & {
  readonly left: number
  /** Rows nobody has decided yet; they are among the refused. */
  readonly open: number
  /** Rows whose person was open: those, and the decided ones. */
  readonly conflicts: number
  readonly posts: number
  readonly newUnits: number
  readonly newPosts: number
}
export type ImportAccount = {
  readonly rows: readonly RowAccount[]
  readonly totals: AccountTotals
  readonly newUnits: readonly string[]
  /** The body units were looked for in. */
  readonly body?: RosterBody
}

export type Accountant = {
  /** Undefined where none was told, or none stands on the day of the roster. */
  readonly body: RosterBody | undefined
  /** Rows in the order of the sheet, in as many goes as it takes. */
  take(rows: readonly CleanRow[]): void
  finish(): ImportAccount
}

type AccountPlan = Pick<ImportPlan, 'asOf' | 'updates' | 'newUnits' | 'undatedPostsFrom' | 'rosterOf' | 'sameNames' | 'decisions'>

/** @param known the registry as it stands. */
export function startAccount(known: ImportReads, plan: AccountPlan): Accountant {
  const rows: RowAccount[] = []
  const decisions = new Map((plan.decisions ?? []).map((one) => [one.row, one]))
  const posts = postReader(known, plan)
  const above = rowsAbove()
  /** What the rows of one person say together, and what would be on record of it, by its first row. */
  const toldSoFar = new Map<number, Told>()
  /** Rows that say more of the person of a first row. */
  const sayMore = new Map<number, readonly number[]>()

  /** Posts the rows of one person tell, by its first row. */
  const heldInSheet = new Map<number, readonly (PostMatch | undefined)[]>()

  function take(list: readonly CleanRow[]): void {
    for (const one of list) rows.push(one.kind === 'person' ? person(one) : one.kind === 'refused' ? refusedRow(one) : skipped(one))
  }

  const bare = { changes: nothing, kept: nothing, refused: nothing, left: nothing }
  const skipped = ({ row, text, kind }: Exclude<CleanRow, { kind: 'person' | 'refused' }>): RowAccount => ({
    ...bare,
    row,
    kind: 'skipped',
    text,
    skippedAs: kind,
  })
  const refusedRow = ({ row, text, isHidden, refused, left }: Extract<CleanRow, { kind: 'refused' }>): RowAccount => ({
    ...bare,
    row,
    kind: 'refused',
    text,
    refused,
    left,
    ...(isHidden && { isHidden }),
  })

  function person(one: Extract<CleanRow, { kind: 'person' }>): RowAccount {
    const { row, isHidden, said } = one
    const text = said.name
    const hidden = isHidden ? { isHidden } : undefined
    const nameAndBirth = above.nameAndBirthOf(said)
    const sure = above.sure(said, nameAndBirth)
    const maybe = sure.length > 0 ? nothing : above.maybe(said)
    const decision = decisions.get(row)
    const base = { row, text, changes: nothing, kept: nothing, left: both(one.left, nothing), ...hidden }
    const at = rows.length
    if (decision?.is !== 'left') {
      above.add(said, nameAndBirth, at)
    }
    const isNumbered = () => isNumberTaken(said, at)
    const open = (): RowConflict => ({ candidates: candidates(said, sure.length > 0 ? sure : maybe), mayBeNew: !isNumbered() })
    const undecided = (problem: CellProblem): RowAccount => ({ ...base, kind: 'refused', refused: [problem], conflict: open() })
    const decided = decision === undefined ? undefined : { conflict: { ...open(), decided: decision.is } }
    if (decision?.is === 'left') return { ...base, ...decided, kind: 'skipped', refused: nothing, skippedAs: 'leftOut' }
    // H-5 stands above what anybody decides: a number on record is that of its person.
    const isNew = decision?.is === 'new' && !isNumbered()
    if (!isNew && decision?.personId === undefined) {
      if (sure.length > 1) return undecided({ code: 'import-several-match', at: String(row), count: sure.length })
      // One the row only may speak of is not taken for it before the clerk says so.
      const first = sure[0] ?? (decision?.is === 'same' && maybe.length === 1 ? maybe[0] : undefined)
      const twice = first === undefined ? undefined : rows[first]
      if (twice !== undefined && first !== undefined) {
        above.isAgain(at, first)
        const told = again(one, base, twice, first, decision?.is === 'same' || plan.sameNames === true)
        if ('code' in told) return undecided(told)
        const differs = told.refused.some(({ code }) => code === 'import-twice-differs')
        return { ...told, ...(differs ? { conflict: { ...open(), candidates: nothing } } : decided) }
      }
    }
    const match: Match = isNew ? { kind: 'new' } : matchRow(said, known, plan.asOf, decision?.personId)
    if (match.kind === 'refused') {
      const problem = { ...match.why, at: String(row) }
      return match.others === undefined ? { ...base, kind: 'refused', refused: [problem] } : undecided(problem)
    }
    const [near] = maybe
    if (match.kind === 'new' && !isNew && near !== undefined) {
      above.waits(said)
      const other = above.saidAt(near)
      return undecided({
        code: 'import-maybe-same-row',
        at: String(row),
        rows: maybe.map((place) => rows[place]?.row).join(', '),
        known: other?.name ?? '',
        knownBirth: other?.birthDate ?? '',
      })
    }
    const post = posts.read(one.posts, row, match.kind === 'known' ? match.personId : undefined)
    const left = both(base.left, post.left)
    if (match.kind === 'new')
      return {
        row,
        kind: 'new',
        text,
        said,
        changes: nothing,
        kept: nothing,
        refused: nothing,
        left,
        ...hidden,
        ...postsOf(post),
        ...decided,
      }
    const { personId, data } = match
    const differences = differencesOf(personIn(said), data)
    const changes = taken(differences)
    const isChanged = changes.length > 0 || saysMore(post)
    // A row that says nothing new says it of whomever; what would be recorded is recorded of somebody.
    if (isChanged && !match.isSure && plan.sameNames !== true)
      return undecided({ code: 'import-same-name', at: String(row), known: data.name, knownBirth: data.birthDate ?? '' })
    const kept = differences.filter((difference) => !changes.includes(difference))
    const kind = isChanged ? 'changed' : 'unchanged'
    return { row, kind, text, personId, data, changes, kept, refused: nothing, left, ...hidden, ...postsOf(post), ...decided }
  }

  /** By a row above the one at this place, or by somebody on record. */
  const isNumberTaken = ({ citizenId }: PersonSaid, at: number): boolean =>
    citizenId !== undefined && (above.hasNumber(citizenId, at) || known.peopleWithNumber(citizenId).length > 0)

  /** Whom the row may speak of: the person of a row above, or people on record. */
  function candidates(who: Who, before: readonly number[]): readonly RowCandidate[] {
    const match = matchRow(who, known, plan.asOf)
    const others = match.kind === 'refused' ? (match.others ?? []) : match.kind === 'known' && !match.isSure ? [match] : []
    const [first, another] = before
    const row = first === undefined || another !== undefined ? undefined : rows[first]?.row
    const said = first === undefined ? undefined : above.saidAt(first)
    return [
      ...(said === undefined || row === undefined ? [] : [candidateOf(personIn(said), { row })]),
      ...others.map(({ personId, data }) => candidateOf(data, { personId })),
    ]
  }

  /** What is told of the person of a first row by it and the rows that went on with it. */
  function told(first: number, { data, changes }: RowAccount): Told | undefined {
    const known = toldSoFar.get(first)
    const said = above.saidAt(first)
    if (known !== undefined || said === undefined) return known
    const says = personIn(said)
    return { says, record: data === undefined ? says : withChanges(data, changes) }
  }

  /** A person who stands in the sheet already: the same words again say nothing new, more words are taken, other words leave open which are right. */
  function again(
    { row, said, posts: rowPosts }: Extract<CleanRow, { kind: 'person' }>,
    base: Pick<RowAccount, 'row' | 'text' | 'left' | 'isHidden' | 'changes' | 'kept'>,
    twice: RowAccount,
    first: number,
    isSame: boolean,
  ): RowAccount | CellProblem {
    const bare = { ...base, sameAsRow: twice.row }
    // The same words throughout need not be taken apart.
    const before = above.saidAt(first)?.text === said.text && !toldSoFar.has(first) ? undefined : told(first, twice)
    const says = before === undefined ? undefined : personIn(said)
    const other = before === undefined || says === undefined ? undefined : disagreement(says, before.says)
    if (twice.kind === 'refused' && twice.refused.every(({ code }) => code !== 'import-twice-differs'))
      return { ...bare, kind: 'refused', refused: [{ code: 'import-twice-refused', at: String(row), row: twice.row }] }
    if (other !== undefined || twice.kind === 'refused') {
      const field = other ?? ''
      refuseFirst(first, twice, { code: 'import-twice-differs', at: String(twice.row), row, what: field })
      return { ...bare, kind: 'refused', refused: [{ code: 'import-twice-differs', at: String(row), row: twice.row, what: field }] }
    }
    const differences = before === undefined || says === undefined ? nothing : differencesOf(says, before.record)
    // What is told of somebody new is nothing the registry could know otherwise.
    const changes = twice.personId === undefined ? differences : taken(differences)
    const kept = differences.filter((one) => !changes.includes(one))
    // A second post of the same person (kiêm nhiệm) stands in a row of its own.
    const post = posts.read(rowPosts, row, twice.personId)
    const held = heldInSheet.get(first) ?? [twice.post]
    const isPost = post.match?.isNew === true && !held.some((one) => samePost(post.match, one))
    const left = both(base.left, post.left)
    const who = twice.personId === undefined ? undefined : { personId: twice.personId }
    if (!isPost && changes.length === 0) return { ...bare, ...who, left, kind: 'unchanged', kept, refused: nothing }
    const isNumbered = said.citizenId !== undefined && said.citizenId === (before?.says ?? said).citizenId
    if (!isNumbered && !isSame) return { code: 'import-same-name', at: String(row), known: said.name, knownBirth: said.birthDate ?? '' }
    sayMore.set(first, [...(sayMore.get(first) ?? nothing), rows.length])
    if (before !== undefined && says !== undefined)
      toldSoFar.set(first, {
        says: withChanges(before.says, differencesOf(says, before.says)),
        record: withChanges(before.record, changes),
      })
    const more = { ...bare, ...who, left, changes, kept, refused: nothing }
    if (!isPost || post.match === undefined) return { ...more, kind: 'changed' }
    heldInSheet.set(first, [...held, post.match])
    const { match } = post
    const isConcurrent = held.some((one) => one !== undefined && tenuresMeet(one, match))
    return {
      ...more,
      kind: twice.kind === 'new' ? 'new' : 'changed',
      post: { ...match, ...(isConcurrent && { isConcurrent }) },
    }
  }

  /** Rows that said more of the same person have nobody to say it of any more. */
  function refuseFirst(first: number, twice: RowAccount, problem: CellProblem): void {
    rows[first] = { ...twice, kind: 'refused', changes: nothing, kept: nothing, refused: [problem] }
    for (const place of sayMore.get(first) ?? nothing) {
      const one = rows[place]
      if (one === undefined) continue
      const { post: _, conflict: __, ...rest } = one
      const refused = [{ code: 'import-twice-refused', at: String(one.row), row: twice.row }]
      rows[place] = { ...rest, kind: 'refused', changes: nothing, kept: nothing, refused }
    }
    sayMore.delete(first)
  }

  /** What of the differences the clerk wants taken over. */
  const taken = (differences: readonly FieldChange[]): readonly FieldChange[] =>
    plan.updates === 'all' ? differences : plan.updates === 'none' ? [] : differences.filter(({ from }) => from === undefined)

  const { body } = posts
  return {
    body,
    take,
    finish: () => {
      const made = madeBy(rows)
      const totals = { ...totalsOf(rows), newUnits: made.units.length, newPosts: made.posts }
      return { rows, totals, newUnits: made.units, ...(body !== undefined && { body }) }
    },
  }
}

/** `says`: the rows of the sheet together. `record`: what would be on record once they are taken in. */
type Told = { readonly says: PersonData; readonly record: PersonData }
const withChanges = (data: PersonData, changes: readonly FieldChange[]): PersonData => ({
  ...data,
  ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
})

/** The same post, in stretches of time that meet. */
const samePost = (a: PostMatch | undefined, b: PostMatch | undefined): boolean =>
  a !== undefined && b !== undefined && folded(a.unit) === folded(b.unit) && folded(a.title) === folded(b.title) && tenuresMeet(a, b)

const postsOf = ({ match, side }: PostsRead): Pick<RowAccount, 'post' | 'sidePosts'> | undefined =>
  match === undefined && side.length === 0
    ? undefined
    : { ...(match !== undefined && { post: match }), ...(side.length > 0 && { sidePosts: side }) }
const saysMore = ({ match, side }: PostsRead): boolean => match?.isNew === true || match?.ends !== undefined || side.length > 0

function candidateOf(
  { name, birthDate, citizenId, nativePlace }: Pick<PersonData, 'name' | 'birthDate' | 'citizenId' | 'nativePlace'>,
  who: Pick<RowCandidate, 'personId' | 'row'>,
): RowCandidate {
  return {
    ...who,
    name,
    ...(birthDate !== undefined && { birthDate }),
    ...(citizenId !== undefined && { citizenId }),
    ...(nativePlace !== undefined && { nativePlace: nativePlace.text }),
  }
}

/** Rows share it: a hundred thousand empty lists would be carried about. */
const nothing: readonly never[] = []
const both = (one: readonly CellProblem[], other: readonly CellProblem[]): readonly CellProblem[] =>
  one.length === 0 && other.length === 0 ? nothing : other.length === 0 ? one : one.length === 0 ? other : [...one, ...other]

function totalsOf(rows: readonly RowAccount[]): Omit<AccountTotals, 'newUnits' | 'newPosts'> {
  const totals = { new: 0, changed: 0, unchanged: 0, refused: 0, skipped: 0, left: 0, open: 0, conflicts: 0, posts: 0 }
  for (const { kind, left, post, sidePosts, conflict } of rows) {
    if (conflict !== undefined) totals.conflicts += 1
    if (conflict !== undefined && conflict.decided === undefined) totals.open += 1
    totals[kind] += 1
    totals.left += left.length
    if (kind !== 'refused') totals.posts += (post?.isNew === true ? 1 : 0) + (sidePosts?.length ?? 0)
  }
  return totals
}

/** Units and posts that must be made for the rows that are taken. */
function madeBy(rows: readonly RowAccount[]): { readonly units: readonly string[]; readonly posts: number } {
  const units = new Map<string, string>()
  const posts = new Set<string>()
  for (const { kind, post } of rows) {
    if (post?.isNew !== true || (kind !== 'new' && kind !== 'changed')) continue
    const unit = folded(post.unit)
    if (post.unitId === undefined && !units.has(unit)) units.set(unit, post.unit)
    if (post.postId === undefined) posts.add(`${unit} | ${folded(post.title)}`)
  }
  return { units: [...units.values()], posts: posts.size }
}
