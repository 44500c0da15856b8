// Units and posts a roster names, held against the registry: held already, to be recorded, to be made first, or left out with its reason.
import type { PersonId, PostId, UnitId } from '../../core/ids.ts'
import type { TenureData } from '../tenure.ts'
import type { ImportPlan } from './plan.ts'
import type { ImportReads } from './reads.ts'
import type { CellProblem, RowValues } from './rows.ts'
import { folded } from './text.ts'

/** `isNew`: the person does not hold it yet. Without `unitId` or `postId` they are made by the import. */
export type PostMatch = {
  readonly isNew: boolean
  readonly unit: string
  readonly unitId?: UnitId
  readonly title: string
  readonly postId?: PostId
  readonly from?: string
  readonly document?: TenureData['document']
  /** The day is that of the roster, not of an appointment. */
  readonly isUndated?: boolean
  readonly isConcurrent?: boolean
}
type Read = { readonly match?: PostMatch; readonly left: readonly CellProblem[] }

export type PostReader = {
  read(row: RowValues, at: number, personId: PersonId | undefined): Read
  newUnits(): readonly string[]
  newPosts(): number
}

export function postReader(known: ImportReads, plan: Pick<ImportPlan, 'asOf' | 'newUnits' | 'undatedPostsFrom'>): PostReader {
  const units = unitsByName(known, plan.asOf)
  const posts = new Map<UnitId, ReadonlyMap<string, PostId>>()
  const made = new Map<string, string>()
  const madePosts = new Set<string>()

  function postIn(unitId: UnitId, title: string): PostId | undefined {
    const list = posts.get(unitId) ?? new Map(known.postsOf(unitId, plan.asOf).map((post) => [folded(post.title), post.postId]))
    posts.set(unitId, list)
    return list.get(folded(title))
  }

  return {
    read(row, at, personId) {
      const unit = row.unit === undefined ? undefined : String(row.unit)
      const title = row.post === undefined ? undefined : String(row.post)
      if (unit === undefined && title === undefined) return { left: [] }
      const leave = (code: string, field: 'unit' | 'post', shown: string): Read => ({ left: [{ code, at: String(at), field, shown }] })
      if (unit === undefined) return leave('import-post-without-unit', 'post', title ?? '')
      if (title === undefined) return leave('import-unit-without-post', 'unit', unit)
      if (unit.length > 200 || title.length > 200) return leave('import-text-too-long', 'post', `${title.slice(0, 40)}…`)
      const found = units.get(folded(unit)) ?? []
      if (found.length > 1) return leave('import-unit-several', 'unit', unit)
      const [unitId] = found
      if (unitId === undefined && plan.newUnits === undefined) return leave('import-unit-unknown', 'unit', unit)
      const postId = unitId === undefined ? undefined : postIn(unitId, title)
      if (personId !== undefined && postId !== undefined && known.holdersOf(postId, plan.asOf).includes(personId))
        return { match: { isNew: false, unit, title, ...(unitId !== undefined && { unitId }), postId }, left: [] }
      const said = row.appointedOn === undefined ? undefined : String(row.appointedOn)
      const from = said?.length === 10 ? said : plan.undatedPostsFrom
      if (from === undefined) return leave('import-post-without-day', 'post', title)
      if (unitId === undefined && !made.has(folded(unit))) made.set(folded(unit), unit)
      if (postId === undefined) madePosts.add(`${folded(unit)} | ${folded(title)}`)
      const number = row.decisionNumber === undefined ? undefined : String(row.decisionNumber)
      return {
        match: {
          isNew: true,
          unit,
          title,
          from,
          ...(unitId !== undefined && { unitId }),
          ...(postId !== undefined && { postId }),
          ...(said?.length !== 10 && { isUndated: true }),
          ...(number !== undefined && number.length <= 80 && said?.length === 10 && { document: { number, date: said } }),
        },
        left: [],
      }
    },
    newUnits: () => [...made.values()],
    newPosts: () => madePosts.size,
  }
}

/** Units of a day by their names without marks; a name may stand for several. */
function unitsByName(known: ImportReads, day: string): ReadonlyMap<string, readonly UnitId[]> {
  const names = new Map<string, UnitId[]>()
  const walk = (parent: UnitId | undefined, depth: number) => {
    if (depth > 20) return
    for (const unit of known.unitsUnder(parent, day)) {
      const name = folded(unit.name)
      names.set(name, [...(names.get(name) ?? []), unit.unitId])
      walk(unit.unitId, depth + 1)
    }
  }
  walk(undefined, 0)
  return names
}
