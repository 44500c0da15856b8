// A registry in memory that answers what an import asks of it: people and units as they stand on any day.
import { PersonId, PostId, TenureId, UnitId } from '../../workflows/core/ids.ts'
import { mayBeOneDay, nameKey } from '../../workflows/registry/import/matching.ts'
import type { ImportReads } from '../../workflows/registry/import/reads.ts'
import type { PersonData } from '../../workflows/registry/person.ts'
import type { UnitData } from '../../workflows/registry/unit.ts'

export type KnownUnit = {
  readonly name: string
  readonly kind?: UnitData['kind']
  /** Place of the unit above. */
  readonly under?: number
  readonly posts?: readonly { readonly title: string; readonly heldBy?: readonly number[] }[]
}

/** People are `p0`, `p1` … in order, units `u0` …, their posts `c0-0` …; `heldBy` names people by their place. */
export function knownRegistry(people: readonly PersonData[] = [], units: readonly KnownUnit[] = []): ImportReads {
  const personId = (i: number) => PersonId.parse(`p${i}`)
  const posts = units.flatMap(({ posts = [] }, u) =>
    posts.map(({ title, heldBy = [] }, p) => ({
      unitId: UnitId.parse(`u${u}`),
      postId: PostId.parse(`c${u}-${p}`),
      title,
      heldBy: heldBy.map(personId),
    })),
  )
  const idsOf = (fits: (data: PersonData) => boolean) => people.flatMap((data, i) => (fits(data) ? [personId(i)] : []))
  return {
    dataOn: (id) => people[Number(id.slice(1))],
    peopleWithNumber: (citizenId) => idsOf((data) => data.citizenId === citizenId),
    peopleNamed: (name, birthDate) =>
      idsOf(
        (data) =>
          nameKey(data.name) === nameKey(name) &&
          (birthDate === undefined || data.birthDate === undefined || mayBeOneDay(birthDate, data.birthDate)),
      ),
    tenuresOf: (id, postId) =>
      (posts.find((one) => one.postId === postId)?.heldBy ?? [])
        .filter((one) => one === id)
        .map(() => ({ tenureId: TenureId.parse(`t-${id}-${postId}`), owner: id, from: '2020-01-01' })),
    postsOf: (unitId) => posts.filter((one) => one.unitId === unitId),
    unitsUnder: (unitId) =>
      units.flatMap(({ name, kind = 'government', under }, i) =>
        (under === undefined ? undefined : `u${under}`) === unitId ? [{ unitId: UnitId.parse(`u${i}`), name, kind }] : [],
      ),
  }
}
