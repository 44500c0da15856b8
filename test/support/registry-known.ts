// A registry in memory that answers what an import asks of it: people and units as they stand on any day.
import { PersonId, PostId, TenureId, UnitId } from '../../workflows/core/ids.ts'
import { mayBeOneDay, nameKey } from '../../workflows/registry/import/matching.ts'
import type { PersonData } from '../../workflows/registry/person.ts'
import { always, forever, type RegistryReads, type TenureRecord } from '../../workflows/registry/records.ts'
import type { PostData, UnitData } from '../../workflows/registry/unit.ts'

export type KnownUnit = {
  readonly name: string
  readonly posts?: readonly { readonly title: string; readonly heldBy?: readonly number[] }[]
}

/** People are `p0`, `p1` … in order, units `u0` …; `heldBy` names people by their place. */
export function knownRegistry(people: readonly PersonData[] = [], units: readonly KnownUnit[] = []): RegistryReads {
  const id = (i: number) => PersonId.parse(`p${i}`)
  const unitData = units.map(({ name }): UnitData & { readonly unitId: UnitId } => ({
    unitId: UnitId.parse(unitIdOf(units, name)),
    name,
    level: 'department',
    kind: 'government',
  }))
  const posts = units.flatMap(({ name, posts = [] }, u) =>
    posts.map(({ title, heldBy = [] }, p) => ({
      post: {
        unitId: UnitId.parse(unitIdOf(units, name)),
        title,
        group: 'other',
        postId: PostId.parse(`c${u}-${p}`),
      } satisfies PostData & { readonly postId: PostId },
      heldBy,
    })),
  )
  const tenures = posts.flatMap(({ post, heldBy }) =>
    heldBy.map(
      (i): TenureRecord => ({
        tenureId: TenureId.parse(`t${post.postId}-${i}`),
        data: { personId: id(i), postId: post.postId, from: '2020-01-01', form: 'appointed' },
      }),
    ),
  )
  const record = (i: number) => {
    const data = people[i]
    return data === undefined
      ? undefined
      : {
          personId: id(i),
          revision: 1,
          spans: [{ from: always, until: forever, data }],
          confirmedOn: '2026-01-01',
          tenures: tenures.filter((one) => one.data.personId === id(i)),
        }
  }
  const numbered = people.map((data, i) => ({ data, i }))
  return {
    version: () => 7,
    person: (personId) => record(Number(personId.slice(1))),
    unit: (unitId) => {
      const found = unitData.find((one) => one.unitId === unitId)
      if (found === undefined) return undefined
      const { unitId: _, ...data } = found
      return { unitId, revision: 1, spans: [{ from: always, until: forever, data }], events: [] }
    },
    post: () => undefined,
    tenure: (tenureId) => tenures.find((one) => one.tenureId === tenureId),
    peopleWithNumber: (citizenId) => numbered.filter(({ data }) => data.citizenId === citizenId).map(({ i }) => id(i)),
    peopleNamed: (name, birthDate) =>
      numbered
        .filter(({ data }) => nameKey(data.name) === nameKey(name))
        .filter(({ data }) => birthDate === undefined || data.birthDate === undefined || mayBeOneDay(birthDate, data.birthDate))
        .map(({ i }) => id(i)),
    tenuresInUnit: () => [],
    holdersOf: (postId) => tenures.filter((one) => one.data.postId === postId),
    postsOf: (unitId) => posts.filter(({ post }) => post.unitId === unitId).map(({ post }) => post),
    unitsUnder: (unitId) => (unitId === undefined ? unitData : []),
  }
}

const unitIdOf = (units: readonly KnownUnit[], name: string): string => `u${units.findIndex((one) => one.name === name)}`
