// The dry run of an import: of every row what would become of it, and why. Nothing is recorded here; the entries come from the same account.
import type { PersonId } from '../../core/ids.ts'
import type { PersonData } from '../person.ts'
import { differencesOf, disagreement, type FieldChange } from './differences.ts'
import { type Match, matchRow, nameKey, type Who } from './matching.ts'
import { type PersonSaid, personIn } from './person-values.ts'
import type { ImportPlan, RowDecision } from './plan.ts'
import { type PostMatch, type PostsRead, postReader, tenuresMeet } from './posts.ts'
import type { ImportReads } from './reads.ts'
import type { CellProblem, CleanRow } from './rows.ts'
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

/** Places of rows under what their person is found by: nearly always one, and a list of one for each would be carried about. */
type Places<K> = Map<K, number | readonly number[]>
const placesIn = <K>(places: Places<K>, key: K | undefined): readonly number[] => {
  const found = key === undefined ? undefined : places.get(key)
  return found === undefined ? nothing : typeof found === 'number' ? [found] : found
}
function addPlace<K>(places: Places<K>, key: K | undefined, at: number): void {
  if (key === undefined) return
  const found = places.get(key)
  places.set(key, found === undefined ? at : typeof found === 'number' ? [found, at] : [...found, at])
}
type AccountPlan = Pick<ImportPlan, 'asOf' | 'updates' | 'newUnits' | 'undatedPostsFrom' | 'rosterOf' | 'sameNames' | 'decisions'>

/** @param known the registry as it stands. */
export function startAccount(known: ImportReads, plan: AccountPlan): Accountant {
  const rows: RowAccount[] = []
  const decisions = new Map((plan.decisions ?? []).map((one) => [one.row, one]))
  const posts = postReader(known, plan)
  /** Where a person of the sheet stands already. */
  const numbered: Places<string> = new Map()
  const named: Places<number> = new Map()
  /** Names count up as they come: with a whole birth date they make one number, and no text of both is kept for every row. */
  const names = new Map<string, number>()
  function nameAndBirthOf({ name, birthDate }: PersonSaid): number | undefined {
    if (birthDate?.length !== 10) return undefined
    const key = nameKey(name)
    const known = names.get(key) ?? names.size
    if (known === names.size) names.set(key, known)
    return known * 1e8 + Number(birthDate.replaceAll('-', ''))
  }
  /** What the row of a person at each place said, for those that come again. */
  const sheet: PersonSaid[] = []

  /** Posts the rows of one person tell, by its first row. */
  const heldInSheet = new Map<number, readonly (PostMatch | undefined)[]>()

  /** Rows above that speak of the same person: two numbers that differ are two people, whatever they are called. */
  function rowsOf(places: ReadonlySet<number>, said: PersonSaid): readonly number[] {
    const people = new Map<string | number, number>()
    for (const place of places) {
      const other = sheet[place]?.citizenId
      if (said.citizenId !== undefined && other !== undefined && other !== said.citizenId) continue
      // Rows of one person again and again count once.
      const key = other ?? rows[place]?.sameAsRow ?? rows[place]?.row ?? place
      if (!people.has(key)) people.set(key, place)
    }
    return [...people.values()]
  }

  function before(said: PersonSaid, nameAndBirth: number | undefined): readonly number[] {
    const byNumber = placesIn(numbered, said.citizenId)
    const byName = placesIn(named, nameAndBirth)
    // Nearly every row is somebody's first.
    if (byNumber.length === 0 && byName.length === 0) return nothing
    return rowsOf(new Set([...byNumber, ...byName]), said)
  }

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
    const nameAndBirth = nameAndBirthOf(said)
    const above = before(said, nameAndBirth)
    const decision = decisions.get(row)
    const base = { row, text, changes: nothing, kept: nothing, left: both(one.left, nothing), ...hidden }
    const at = rows.length
    if (decision?.is !== 'left') {
      sheet[at] = said
      addPlace(numbered, said.citizenId, at)
      addPlace(named, nameAndBirth, at)
    }
    const isNumbered = () => isNumberTaken(said, at)
    const open = (): RowConflict => ({ candidates: candidates(said, above), mayBeNew: !isNumbered() })
    const undecided = (problem: CellProblem): RowAccount => ({ ...base, kind: 'refused', refused: [problem], conflict: open() })
    const decided = decision === undefined ? undefined : { conflict: { ...open(), decided: decision.is } }
    if (decision?.is === 'left') return { ...base, ...decided, kind: 'skipped', refused: nothing, skippedAs: 'leftOut' }
    // H-5 stands above what anybody decides: a number on record is that of its person.
    const isNew = decision?.is === 'new' && !isNumbered()
    if (!isNew && decision?.personId === undefined && above.length > 0) {
      if (above.length > 1) return undecided({ code: 'import-several-match', at: String(row), count: above.length })
      const [first] = above
      const twice = first === undefined ? undefined : rows[first]
      if (twice !== undefined && first !== undefined) {
        const isSame = decision?.is === 'same' || plan.sameNames === true
        const told = again(one, base, twice, first, isSame)
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
    const changes =
      plan.updates === 'all' ? differences : plan.updates === 'none' ? [] : differences.filter(({ from }) => from === undefined)
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
    citizenId !== undefined && (placesIn(numbered, citizenId).some((place) => place < at) || known.peopleWithNumber(citizenId).length > 0)

  /** Whom the row may speak of: the person of a row above, or people on record. */
  function candidates(who: Who, before: readonly number[]): readonly RowCandidate[] {
    const match = matchRow(who, known, plan.asOf)
    const others = match.kind === 'refused' ? (match.others ?? []) : match.kind === 'known' && !match.isSure ? [match] : []
    const [first, another] = before
    const above = first === undefined || another !== undefined ? undefined : rows[first]?.row
    const said = first === undefined ? undefined : sheet[first]
    return [
      ...(said === undefined || above === undefined ? [] : [candidateOf(personIn(said), { row: above })]),
      ...others.map(({ personId, data }) => candidateOf(data, { personId })),
    ]
  }

  /** A person who stands in the sheet already: the same words again say nothing new; other words leave open which are right. */
  function again(
    { row, said, posts: told }: Extract<CleanRow, { kind: 'person' }>,
    base: Pick<RowAccount, 'row' | 'text' | 'left' | 'isHidden' | 'changes' | 'kept'>,
    twice: RowAccount,
    first: number,
    isSame: boolean,
  ): RowAccount | CellProblem {
    const bare = { ...base, sameAsRow: twice.row }
    const before = sheet[first]
    // The same words throughout need not be taken apart.
    const other = before === undefined || before.text === said.text ? undefined : disagreement(personIn(said), personIn(before))
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
    const post = posts.read(told, row, twice.personId)
    const held = heldInSheet.get(first) ?? [twice.post]
    if (post.match?.isNew === true && !held.some((one) => samePost(post.match, one))) {
      const isNumbered = said.citizenId !== undefined && said.citizenId === before?.citizenId
      if (!isNumbered && !isSame) return { code: 'import-same-name', at: String(row), known: said.name, knownBirth: said.birthDate ?? '' }
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
