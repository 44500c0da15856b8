// Units and posts a roster names, held against the registry: held already, ended, to be recorded, to be made first, or left out with its reason.
import type { PersonId, PostId, TenureId, UnitId } from '../../core/ids.ts'
import { isHeldOn, type TenureData } from '../tenure.ts'
import type { UnitData } from '../unit.ts'
import type { ImportPlan } from './plan.ts'
import type { PostValues } from './post-values.ts'
import type { ImportReads, KnownTenure } from './reads.ts'
import type { CellProblem } from './rows.ts'
import { folded } from './text.ts'
import { type RosterBody, unitsOn } from './units.ts'

/** `isNew`: the person does not hold it yet. Without `unitId` or `postId` they are made by the import. */
export type PostMatch = {
  readonly isNew: boolean
  readonly unit: string
  readonly unitId?: UnitId
  readonly title: string
  readonly postId?: PostId
  readonly from?: string
  /** Last day in the post, itself counted. */
  readonly lastDay?: string
  readonly document?: TenureData['document']
  /** The day is that of the roster, not of an appointment. */
  readonly isUndated?: boolean
  readonly isConcurrent?: boolean
  /** The tenure on record without an end, which the roster says has ended on `lastDay`. */
  readonly ends?: { readonly tenureId: TenureId; readonly owner: PersonId }
}
/** `side`: posts in the Party and in mass organisations, beside the one the row is about. */
export type PostsRead = { readonly match?: PostMatch; readonly side: readonly PostMatch[]; readonly left: readonly CellProblem[] }

export type PostReader = {
  /** The body whose roster it is, if it stands on the day of the roster. */
  readonly body: RosterBody | undefined
  read(row: PostValues | undefined, at: number, personId: PersonId | undefined): PostsRead
}
type KnownPost = { readonly postId: PostId; readonly title: string }
type Read = Omit<PostsRead, 'side'>
type Plan = Pick<ImportPlan, 'asOf' | 'newUnits' | 'undatedPostsFrom' | 'rosterOf'>
type Leave = (code: string, field: NonNullable<CellProblem['field']>, shown: string, more?: { readonly known: string }) => CellProblem

const wholeDay = (value: string | number | undefined): string | undefined => {
  const day = value === undefined ? undefined : String(value)
  return day?.length === 10 ? day : undefined
}

/** Do two stretches of one post meet? Both ends are counted. */
export const tenuresMeet = (
  a: { readonly from?: string; readonly lastDay?: string | undefined },
  b: { readonly from?: string; readonly lastDay?: string | undefined },
): boolean => (a.lastDay === undefined || (b.from ?? '') <= a.lastDay) && (b.lastDay === undefined || (a.from ?? '') <= b.lastDay)

export function postReader(known: ImportReads, plan: Plan): PostReader {
  const units = unitsOn(known, plan.asOf, plan.rosterOf)
  const inBody = units.body === undefined ? undefined : { known: units.body.name }
  const posts = new Map<UnitId, ReadonlyMap<string, KnownPost>>()

  function postIn(unitId: UnitId, title: string): KnownPost | undefined {
    const list = posts.get(unitId) ?? new Map(known.postsOf(unitId, plan.asOf).map((post) => [folded(post.title), post]))
    posts.set(unitId, list)
    return list.get(folded(title))
  }

  function read(row: PostValues, leave: Leave, personId: PersonId | undefined): Read {
    const unit = row.unit === undefined ? undefined : String(row.unit)
    const title = row.post === undefined ? undefined : String(row.post)
    const out = (problem: CellProblem): Read => ({ left: [problem] })
    if (unit === undefined && title === undefined) return { left: withoutPost(row, leave) }
    if (unit === undefined) return out(leave('import-post-without-unit', 'post', title ?? ''))
    if (title === undefined) return out(leave('import-unit-without-post', 'unit', unit))
    if (unit.length > 200 || title.length > 200) return out(leave('import-text-too-long', 'post', `${title.slice(0, 40)}…`))
    const found = units.find(unit)
    if (found.units.length > 1) return out(leave('import-unit-several', 'unit', unit, inBody))
    const unitId = found.units[0]?.unitId
    // The one elsewhere is not this body's; a new one would be.
    if (unitId === undefined && plan.newUnits === undefined)
      return out(found.isElsewhere ? leave('import-unit-elsewhere', 'unit', unit, inBody) : leave('import-unit-unknown', 'unit', unit))
    const postId = unitId === undefined ? undefined : postIn(unitId, title)?.postId
    const where = { unit, title, ...(unitId !== undefined && { unitId }), ...(postId !== undefined && { postId }) }
    const said = wholeDay(row.appointedOn)
    const end = row.tenureEndedOn === undefined ? undefined : String(row.tenureEndedOn)
    const lastDay = wholeDay(end)
    if (end !== undefined && lastDay === undefined) return out(leave('import-day-needed', 'tenureEndedOn', end))
    const held = personId === undefined || postId === undefined ? undefined : onRecord(known.tenuresOf(personId, postId), said, lastDay)
    if (held !== undefined) return heldAlready(where, held, lastDay, leave)
    const from = said ?? plan.undatedPostsFrom
    if (from === undefined) return out(leave('import-post-without-day', 'post', title))
    if (lastDay !== undefined && lastDay < from) return out(leave('import-end-before-start', 'tenureEndedOn', lastDay, { known: from }))
    const number = row.decisionNumber === undefined ? undefined : String(row.decisionNumber)
    const isDocument = number !== undefined && number.length <= 80 && said !== undefined
    return {
      match: {
        isNew: true,
        ...where,
        from,
        ...(lastDay !== undefined && { lastDay }),
        ...(said === undefined && { isUndated: true }),
        ...(isDocument && { document: { number, date: said } }),
      },
      left: [
        ...(said === undefined && row.appointedOn !== undefined
          ? [leave('import-day-needed', 'appointedOn', String(row.appointedOn))]
          : []),
        ...(number !== undefined && !isDocument ? [leave('import-document-without-day', 'decisionNumber', number.slice(0, 80))] : []),
      ],
    }
  }

  /** The tenure of the same post the row speaks of: the one of its days, or the one held on the day of the roster. */
  function onRecord(tenures: readonly KnownTenure[], from: string | undefined, lastDay: string | undefined): KnownTenure | undefined {
    if (from !== undefined) return tenures.find((one) => one.from === from) ?? tenures.find((one) => tenuresMeet(one, { from, lastDay }))
    return (
      tenures.find((one) => isHeldOn(one, plan.asOf)) ??
      tenures.find((one) => lastDay !== undefined && (one.lastDay === lastDay || isHeldOn(one, lastDay)))
    )
  }

  function heldAlready(where: Omit<PostMatch, 'isNew'>, held: KnownTenure, lastDay: string | undefined, leave: Leave): Read {
    const match = { isNew: false, ...where }
    if (lastDay === undefined || held.lastDay === lastDay) return { match, left: [] }
    if (held.lastDay !== undefined) return { match, left: [leave('import-end-differs', 'tenureEndedOn', lastDay, { known: held.lastDay })] }
    if (lastDay < held.from) return { match, left: [leave('import-end-before-start', 'tenureEndedOn', lastDay, { known: held.from })] }
    return { match: { ...match, lastDay, ends: { tenureId: held.tenureId, owner: held.owner } }, left: [] }
  }

  /** Posts the registry knows in Party bodies or mass organisations; none is made, for whose they would be is not told. */
  function sidePosts(
    row: PostValues,
    field: 'partyPost' | 'unionPost',
    leave: Leave,
    personId: PersonId | undefined,
  ): Omit<PostsRead, 'match'> {
    const text = row[field]
    if (text === undefined) return { side: [], left: [] }
    const own = row.unit === undefined ? undefined : units.find(String(row.unit)).units
    const bodies = own?.length === 1 && own[0] !== undefined ? units.around(own[0]) : []
    const place = (title: string): PostMatch | undefined => {
      const places = [...bodies.filter(({ kind }) => sideKinds[field].has(kind)), ...(own?.length === 1 ? own : [])]
      const near = places.flatMap(({ unitId, name }) => atPost(unitId, name, title))
      if (near.length > 0) return near.length === 1 ? near[0] : undefined
      const said = folded(title)
      const named = units.filter(({ kind, name }) => sideKinds[field].has(kind) && said.endsWith(` ${folded(name)}`))
      const longest = named.reduce((most, { name }) => Math.max(most, folded(name).length), 0)
      const told = named
        .filter(({ name }) => folded(name).length === longest)
        .flatMap(({ unitId, name }) => [
          ...atPost(unitId, name, title),
          ...atPost(unitId, name, said.slice(0, said.length - longest).trim()),
        ])
      return told.length === 1 ? told[0] : undefined
    }
    const atPost = (unitId: UnitId, unit: string, title: string): PostMatch[] => {
      const post = postIn(unitId, title)
      return post === undefined ? [] : [{ isNew: true, unit, unitId, title: post.title, postId: post.postId }]
    }
    const side: PostMatch[] = []
    const left: CellProblem[] = []
    const whole = String(text)
    const titles = place(whole) === undefined ? whole.split(/[;,]/).map((one) => one.trim()) : [whole]
    const said = field === 'partyPost' ? wholeDay(row.partyPostFrom) : undefined
    for (const title of titles) {
      if (title === '' || isMembership(title)) continue
      const found = place(title)
      const { postId } = found ?? {}
      if (found === undefined || postId === undefined) {
        left.push(leave('import-side-post-unknown', field, title))
        continue
      }
      if (personId !== undefined && onRecord(known.tenuresOf(personId, postId), said, undefined) !== undefined) continue
      const from = said ?? plan.undatedPostsFrom
      if (from === undefined) left.push(leave('import-post-without-day', field, title))
      else side.push({ ...found, from, ...(said === undefined && { isUndated: true }) })
    }
    return { side, left }
  }

  return {
    body: units.body,
    read(row, at, personId) {
      if (row === undefined) return nothing
      const leave: Leave = (code, field, shown, more) => ({ code, at: String(at), field, shown, ...more })
      const own = read(row, leave, personId)
      if (row.partyPost === undefined && row.unionPost === undefined) return { ...own, side: [] }
      const sides = (['partyPost', 'unionPost'] as const).map((field) => sidePosts(row, field, leave, personId))
      return { ...own, side: sides.flatMap(({ side }) => side), left: [...own.left, ...sides.flatMap(({ left }) => left)] }
    },
  }
}

const nothing: PostsRead = { side: [], left: [] }

/** Days and papers of a post the row does not name. */
const withoutPost = (row: PostValues, leave: Leave): readonly CellProblem[] =>
  (['appointedOn', 'tenureEndedOn', 'decisionNumber'] as const).flatMap((field) =>
    row[field] === undefined ? [] : [leave('import-without-post', field, String(row[field]))],
  )

const sideKinds: Readonly<Record<'partyPost' | 'unionPost', ReadonlySet<UnitData['kind']>>> = {
  partyPost: new Set(['partyCommittee', 'partyBody']),
  unionPost: new Set(['front']),
}

/** Who belongs holds no post by that. */
const isMembership = (title: string): boolean =>
  /^(?:dang vien|doan vien|cong doan vien|hoi vien|x|co|khong)(?: (?:chinh thuc|du bi))?$/.test(folded(title))
