// What the registry and the planning lists already know of a nominee on a day. What they do not say stays unknown: nothing is guessed.
import type { PersonId, UnitId } from '../core/ids.ts'
import { entriesOf, isLive, type PlanningState } from '../planning/state.ts'
import { type PersonRecord, type RegistryReads, spanOn } from '../registry/records.ts'
import { isHeldOn, type TenureData } from '../registry/tenure.ts'
import type { PostData, UnitData } from '../registry/unit.ts'
import type { PostBeside } from './family.ts'
import type { Held, NomineeFacts, Planned } from './nominee-facts.ts'

export type RegistryQuestion = {
  readonly reads: RegistryReads
  readonly planning: PlanningState
  readonly personId: PersonId
  readonly citizenId?: string | undefined
  readonly post: { readonly title: string; readonly unit: string; readonly rank: number }
  readonly day: string
}

/** The record of a nominee: by citizen number, else by the id itself. Two records of one number are nobody's until they are merged. */
export function recordOf(reads: RegistryReads, personId: PersonId, citizenId: string | undefined): PersonRecord | undefined {
  const byNumber = citizenId === undefined ? [] : reads.peopleWithNumber(citizenId)
  const id = byNumber.length === 1 ? byNumber[0] : byNumber.length === 0 ? personId : undefined
  return id === undefined ? undefined : reads.person(id)
}

export function factsFromRegistry(question: RegistryQuestion): NomineeFacts | undefined {
  const { reads, day, personId, citizenId } = question
  const record = recordOf(reads, personId, citizenId)
  const data = record && spanOn(record.spans, day)?.data
  if (!record || !data) return undefined
  const { birthDate, sex, disciplines, ratings, assetDeclarations } = data
  const yearly = ratings?.filter((one) => one.quarter === undefined).map(({ year, level }) => ({ year, level }))
  const declared = assetDeclarations
    ?.flatMap((one) => one.declaredOn ?? [])
    .filter((one) => one <= day)
    .sort()
    .at(-1)
  const held = heldPosts(question, record)
  const planning = plannedPosts(question, record)
  const relatives = relativesOf(question, data.family)
  return {
    ...(birthDate !== undefined && { birthDate }),
    ...(sex !== undefined && { sex }),
    ...(disciplines && {
      disciplines: {
        on: day,
        list: disciplines.map(({ form, effectiveOn, document }) => ({
          sanction: form,
          effectiveOn,
          ...(document && { document: document.number }),
        })),
      },
    }),
    ...(yearly && yearly.length > 0 && { ratings: yearly }),
    ...(declared !== undefined && { assetDeclaredOn: declared }),
    ...(held && { held }),
    ...(planning && { planning }),
    ...(relatives && { relatives }),
  }
}

/** How many units are looked through for the one the post of the case is in. */
const mostUnits = 5000

export function unitNamed(reads: RegistryReads, name: string, day: string): UnitId | undefined {
  const queue: (UnitId | undefined)[] = [undefined]
  for (let seen = 0; queue.length > 0 && seen < mostUnits; ) {
    for (const unit of reads.unitsUnder(queue.shift(), day)) {
      if (unit.name === name) return unit.unitId
      queue.push(unit.unitId)
      seen += 1
    }
  }
  return undefined
}

const postOn = (reads: RegistryReads, { postId, from }: TenureData, day: string): PostData | undefined => {
  const spans = reads.post(postId)?.spans ?? []
  return (spanOn(spans, day) ?? spanOn(spans, from))?.data
}

/** Only where the post of the case and every post held have a rank: one without would be a guess. Ranks of the registry: smaller is higher. */
function heldPosts({ reads, post, day }: RegistryQuestion, record: PersonRecord): NomineeFacts['held'] | undefined {
  const unitId = unitNamed(reads, post.unit, day)
  const target = unitId && reads.postsOf(unitId, day).find((one) => one.title === post.title)
  if (!target || target.rank === undefined) return undefined
  const list: Held[] = []
  for (const { data } of record.tenures) {
    const held = postOn(reads, data, day)
    if (held?.rank === undefined) return undefined
    const { from, lastDay, endedBy } = data
    list.push({
      post: held.title,
      level: levelOf(data.postId === target.postId, held, { ...target, rank: target.rank }),
      from,
      ...(lastDay !== undefined && { until: lastDay }),
      ...(held.isHead === true && { isHead: true }),
      ...(endedBy === 'removed' && { lostByDiscipline: true }),
    })
  }
  return { on: day, list }
}

function levelOf(isSame: boolean, held: PostData, target: PostData & { readonly rank: number }): Held['level'] {
  const rank = held.rank ?? target.rank
  if (isSame || rank === target.rank || (held.peerClass !== undefined && held.peerClass === target.peerClass)) return 'same'
  if (rank < target.rank) return 'higher'
  return rank === target.rank + 1 ? 'nextLower' : 'lower'
}

/** Lists on which the person is approved. No list at all in the file: planning is kept elsewhere, and nothing is known. */
function plannedPosts({ planning, post, day }: RegistryQuestion, record: PersonRecord): NomineeFacts['planning'] | undefined {
  if (planning.lists.size === 0) return undefined
  const number = spanOn(record.spans, day)?.data.citizenId
  const list = [...planning.lists.values()].flatMap((one) => {
    if (one.ended !== undefined && one.ended.on <= day) return []
    return entriesOf(planning, one)
      .filter((entry) => isLive(entry) && entry.approvedOn !== undefined && entry.approvedOn <= day)
      .filter(({ person }) => person.personId === record.personId || (number !== undefined && person.citizenId === number))
      .map((entry): Planned => {
        const isSame = one.post.title === post.title && one.post.unit === post.unit
        const relation = isSame ? 'samePost' : one.post.rank === post.rank ? 'equivalent' : one.post.rank > post.rank ? 'higher' : 'other'
        return {
          post: one.post.title,
          relation,
          from: entry.approvedOn ?? entry.on,
          ...(entry.approvedBy && { document: entry.approvedBy }),
        }
      })
  })
  return { on: day, list }
}

const levels: Readonly<Record<UnitData['level'], PostBeside['level']>> = {
  central: 'central',
  province: 'province',
  district: 'district',
  commune: 'commune',
  department: 'province',
  division: 'unit',
  publicService: 'unit',
}

type Family = NonNullable<PersonRecord['spans'][number]['data']['family']>

/** The post of a tenure as it stands beside a relative's on the day; undefined where it or its unit is not there. */
export function postBeside(reads: RegistryReads, tenure: TenureData, day: string): (PostBeside & { readonly unitId: UnitId }) | undefined {
  const post = postOn(reads, tenure, day)
  const unit = post && spanOn(reads.unit(post.unitId)?.spans ?? [], day)?.data
  if (!post || !unit) return undefined
  const superior = unit.parentId && spanOn(reads.unit(unit.parentId)?.spans ?? [], day)?.data.name
  return {
    unitId: post.unitId,
    post: post.title,
    unit: unit.name,
    level: levels[unit.level],
    isHead: post.isHead === true,
    isKey: post.isKey === true,
    ...(superior !== undefined && { superior }),
  }
}

/** Relatives with the posts they hold on the day, where they are in the registry too. */
function relativesOf({ reads, day }: RegistryQuestion, family: Family | undefined): NomineeFacts['relatives'] | undefined {
  if (!family) return undefined
  const list = family.map(({ name, relation, inLaw, personId }) => {
    const tenure = personId && reads.person(personId)?.tenures.find(({ data }) => isHeldOn(data, day))
    const beside = tenure && postBeside(reads, tenure.data, day)
    return {
      name,
      relation,
      ...(inLaw === true && { inLaw }),
      ...(tenure && { from: tenure.data.from }),
      ...(beside && { holds: withoutUnitId(beside) }),
    }
  })
  return { on: day, list }
}

const withoutUnitId = ({ unitId: _, ...beside }: PostBeside & { readonly unitId: UnitId }): PostBeside => beside
