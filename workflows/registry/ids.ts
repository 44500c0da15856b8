// Ids of what is new in the registry. They name the version that made them, so they never meet: nobody draws lots.
import type { ImportId, PersonId, PostId, TenureId, UnitId } from '../core/ids.ts'

export type NewIds = {
  person(): PersonId
  unit(): UnitId
  post(): PostId
  tenure(): TenureId
  import(): ImportId
}

/** For everything that the fact of this version of the `registry` stream will say. */
export function newIds(version: number): NewIds {
  let count = 0
  // A letter, digits and a dash: the shape of every id, by how they are made.
  const next = (kind: string) => `${kind}${version.toString(36)}-${(count++).toString(36)}`
  return {
    person: () => next('p') as PersonId,
    unit: () => next('u') as UnitId,
    post: () => next('c') as PostId,
    tenure: () => next('t') as TenureId,
    import: () => next('i') as ImportId,
  }
}
