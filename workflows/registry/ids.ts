// Ids of what is new in the registry. They name the version that made them, so they never meet: nobody draws lots.
import { ImportId, PersonId, PostId, TenureId, UnitId } from '../core/ids.ts'

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
  const next = (kind: string) => `${kind}${version.toString(36)}-${(count++).toString(36)}`
  return {
    person: () => PersonId.parse(next('p')),
    unit: () => UnitId.parse(next('u')),
    post: () => PostId.parse(next('c')),
    tenure: () => TenureId.parse(next('t')),
    import: () => ImportId.parse(next('i')),
  }
}
