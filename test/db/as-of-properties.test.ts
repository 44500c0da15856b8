// Asking the past never changes when the present is edited: units, posts, who holds them, planning. And every figure of the gauge has its list.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultOf } from '../../electron/services/registry-people.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import type { PersonId, PostId, UnitId } from '../../workflows/core/ids.ts'
import type { PlanningFact } from '../../workflows/planning/facts.ts'
import { mayFollowPlanning } from '../../workflows/planning/replay.ts'
import { evolvePlanning, isLive, noPlanning, type PlanningState } from '../../workflows/planning/state.ts'
import { qualityFigures } from '../../workflows/registry/counter.ts'
import { contradictionsIn, missingIn, staleBefore } from '../../workflows/registry/quality.ts'
import { planningReturn } from '../../workflows/registry/returns/planning-return.ts'
import { checkReviews } from '../../workflows/registry/returns/review-check.ts'
import { isHeldOn } from '../../workflows/registry/tenure.ts'
import { type LooseCommand, TestRegistry } from '../support/registry.ts'
import { freshArchive } from './archive-fixture.ts'

const days = ['2012-01-01', '2015-06-30', '2018-01-01', '2021-07-01', '2024-02-29', '2025-07-01', '2026-11-23']
const day = fc.constantFrom(...days)

type World = { readonly r: TestRegistry; readonly units: string[]; readonly posts: string[]; readonly people: string[] }
function world(): World {
  const r = new TestRegistry(freshArchive().archive)
  const top = r.unit('Tỉnh Mẫu', { level: 'province' })
  const units = [
    top,
    r.unit('Sở Một', { parentId: top }),
    r.unit('Sở Hai', { parentId: top }),
    r.unit('Xã Ba', { parentId: top, level: 'commune' }),
  ]
  const posts = units.flatMap((unit) => [r.post(unit, 'Trưởng'), r.post(unit, 'Phó')])
  const people = ['A', 'B', 'C', 'D'].map((name, at) => r.person({ name: `Nguyễn Văn ${name}`, birthDate: `198${at}` }))
  people.forEach((personId, at) => void r.tenure(personId, posts[at * 2] ?? '', '2013-01-01'))
  return { r, units, posts, people }
}

/** Everything units and posts answer of a day. */
function answers({ r, units, posts }: World, on: string): string {
  const { reads } = r
  const under = [undefined, ...units].map((unitId) => reads.unitsUnder(unitId as UnitId | undefined, on))
  const inUnits = units.map((unitId) => [reads.postsOf(unitId as UnitId, on), held(reads.tenuresInUnit(unitId as UnitId, on))])
  return canonical([under, inUnits, posts.map((postId) => held(reads.holdersOf(postId as PostId, on)))])
}
/** Who holds what from when; that somebody leaves later is no part of the day asked about. */
const held = (
  tenures: readonly {
    readonly tenureId: string
    readonly data: { readonly personId: string; readonly postId: string; readonly from: string }
  }[],
) => tenures.map(({ tenureId, data: { personId, postId, from } }) => [tenureId, personId, postId, from])

type Edit = (world: World, from: string) => LooseCommand | undefined
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ at: fc.nat(9), name: fc.constantFrom('Sở Mới', 'Xã Mới', 'Phường Mới') }).map(
    ({ at, name }): Edit =>
      ({ r, units }, from) => {
        const unitId = pick(units, at)
        return { type: 'changeUnit', unitId, seen: r.reads.unit(unitId as UnitId)?.revision ?? 1, from, set: { name } }
      },
  ),
  fc.record({ at: fc.nat(9), seats: fc.integer({ min: 1, max: 9 }) }).map(
    ({ at, seats }): Edit =>
      ({ r, posts }, from) => {
        const postId = pick(posts, at)
        return { type: 'changePost', postId, seen: r.reads.post(postId as PostId)?.revision ?? 1, from, set: { seats } }
      },
  ),
  fc.nat(9).map(
    (at): Edit =>
      ({ r, posts }, on) => {
        const postId = pick(posts, at)
        return { type: 'closePost', postId, seen: r.reads.post(postId as PostId)?.revision ?? 1, on }
      },
  ),
  fc.record({ who: fc.nat(9), at: fc.nat(9) }).map(
    ({ who, at }): Edit =>
      ({ people, posts }, from) => ({
        type: 'addTenure',
        data: { personId: pick(people, who), postId: pick(posts, at), from, form: 'rotated' },
      }),
  ),
  // The last day in the post is one: it is the days after it that change.
  fc.nat(9).map(
    (who): Edit =>
      ({ r, people }, from) => {
        const personId = pick(people, who) as PersonId
        const tenure = r.reads.person(personId)?.tenures.find(({ data }) => isHeldOn(data, from))
        return tenure && { type: 'endTenure', personId, tenureId: tenure.tenureId, lastDay: from, endedBy: 'transferred' }
      },
  ),
  fc.record({ at: fc.nat(9), kind: fc.constantFrom('abolished', 'merged') }).map(
    ({ at, kind }): Edit =>
      ({ units }, on) => {
        const before = [pick(units.slice(1), at), ...(kind === 'merged' ? [pick(units.slice(1), at + 1)] : [])]
        const successors =
          kind === 'merged' ? [{ data: { name: 'Đơn vị hợp nhất', level: 'department', kind: 'government', parentId: units[0] } }] : []
        return { type: 'reorganiseUnits', kind, on, before, successors, endTenures: true, document: { number: '1/QĐ', date: on } }
      },
  ),
)

test('units, posts and who holds them: an edit from a day changes no answer for the days before it', () => {
  let made = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(edit, day), { minLength: 1, maxLength: 6 }), (edits) => {
      const here = world()
      for (const [make, from] of edits) {
        const command = make(here, from)
        if (command === undefined) continue
        const before = days.filter((one) => one < from).map((one) => [one, answers(here, one)])
        if (here.r.try(command).ok) made++
        for (const [one = '', was] of before) expect(answers(here, one)).toBe(was)
      }
    }),
    { numRuns: 10, seed: 11 },
  )
  expect(made).toBeGreaterThan(10)
})

const on = fc.constantFrom('2024-03-01', '2024-09-01', '2025-03-01', '2025-09-01', '2026-03-01', '2026-09-01')
const act = fc.record({ kind: fc.constantFrom('propose', 'approve', 'decline', 'review', 'fulfil', 'end'), who: fc.nat(5) })
function factOf(
  state: PlanningState,
  { kind, who }: { readonly kind: string; readonly who: number },
  at: string,
): PlanningFact | undefined {
  const entryId = `e${who}`
  const entry = state.entries.get(entryId)
  const document = { number: '1-QĐ/TU', date: at }
  if (state.lists.get('l1')?.ended !== undefined) return undefined
  if (kind === 'propose')
    return {
      type: 'planningProposed',
      listId: 'l1',
      entryId,
      person: {
        personId: `p${who}`,
        name: 'A',
        birthDate: '1985',
        sex: who % 2 === 0 ? 'female' : 'male',
        currentPost: 'Phó phòng',
        currentRank: 6,
      },
      source: 'inside',
      isReElection: false,
      on: at,
    }
  if (kind === 'end') return { type: 'planningListEnded', listId: 'l1', on: at, reason: 'hết nhiệm kỳ' }
  // The law acts on nobody who has left the list.
  if (entry === undefined || !isLive(entry)) return undefined
  if (kind === 'approve')
    return entry.standing === 'proposed' ? { type: 'planningApproved', listId: 'l1', entryIds: [entryId], document, on: at } : undefined
  if (kind === 'decline') return { type: 'planningDeclined', entryId, reason: 'không đủ', on: at }
  if (kind === 'fulfil') return { type: 'planningFulfilled', entryId, document, on: at }
  const left = who % 2 === 0
  return {
    type: 'planningReviewed',
    listId: 'l1',
    year: Number(at.slice(0, 4)),
    on: at,
    kept: left ? [] : [entryId],
    out: left ? [{ entryId, ground: 'standards', reason: 'x' }] : [],
  }
}

test('planning: what happens on a day changes no return as of an earlier one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(act, on), { minLength: 2, maxLength: 20 }), (acts) => {
      const opened: PlanningFact = {
        type: 'planningListOpened',
        listId: 'l1',
        post: { title: 'Giám đốc', unit: 'Sở', level: 'province', rank: 3, kind: 'post', seats: 1 },
        term: { name: '2025-2030', from: '2025-01-01', until: '2030-01-01' },
        approver: 'BTV',
      }
      let state = evolvePlanning(noPlanning, { version: 1, at: '2024-01-01T08:00:00+07:00', by: 'hr', fact: opened })
      // As an office works: one day after the other.
      for (const [one, at] of [...acts].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))) {
        const fact = factOf(state, one, at)
        if (fact === undefined || !mayFollowPlanning(state, fact)) continue
        const next = evolvePlanning(state, { version: state.version + 1, at: `${at}T08:00:00+07:00`, by: 'hr', fact })
        for (const earlier of ['2024-02-01', '2024-06-01', '2025-01-01', '2025-06-01', '2026-01-01'].filter((past) => past < at)) {
          const was = planningReturn(state, earlier)
          expect(planningReturn(next, earlier)).toEqual(was)
          expect(checkReviews(next, was)).toEqual(checkReviews(state, was))
        }
        state = next
      }
    }),
    { numRuns: 150, seed: 12 },
  )
})

test('the gauge: every figure, of every unit and of all, is as long as its list, and is what the records say', () => {
  const value = fc.record(
    {
      birthDate: fc.constantFrom('1985', '1985-05-02', '2012-01-01'),
      sex: fc.constantFrom('male', 'female'),
      citizenId: fc.constantFrom('001085000001', '001185000002', '999085000003'),
      ethnicity: fc.constant('Kinh'),
      partyJoinedOn: fc.constantFrom('2005', '2010-01-01'),
      partyOfficialOn: fc.constantFrom('2004', '2011-01-01'),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(value, fc.nat(9), fc.option(day)), { minLength: 1, maxLength: 12 }), day, (made, asOf) => {
      const here = world()
      const { r } = here
      const people = [...here.people]
      for (const [at, [data, post, from]] of made.entries()) {
        const { citizenId, ...rest } = data
        // One number belongs to one person.
        const known = citizenId !== undefined && r.reads.peopleWithNumber(citizenId).length > 0
        const added = r.try({
          type: 'addPerson',
          data: { name: `Trần Văn ${String.fromCharCode(65 + at)}`, ...rest, ...(!known && citizenId && { citizenId }) },
        })
        if (!added.ok) continue
        const personId = r.archive.registry.lists.find({ search: `Trần Văn ${String.fromCharCode(65 + at)}`, day: asOf, from: 0, count: 1 })
          .rows[0]?.personId
        if (personId === undefined) throw new Error('not found')
        people.push(personId)
        if (from !== null) r.try({ type: 'addTenure', data: { personId, postId: pick(here.posts, post), from, form: 'appointed' } })
      }
      const { quality, lists } = r.archive.registry
      const limit = staleBefore(asOf)
      const counts = quality.counts(asOf, limit)
      const listed = (figure: (typeof qualityFigures)[number], unit?: string) =>
        lists
          .find({ search: '', day: asOf, from: 0, count: 500, fault: faultOf(figure, asOf), ...(unit !== undefined && { units: [unit] }) })
          .rows.map(({ personId }) => personId)
      for (const [unit, figures] of counts.units) {
        expect([unit, listed('missing', unit).length, listed('contradictory', unit).length, listed('stale', unit).length]).toEqual([
          unit,
          figures.missing,
          figures.contradictory,
          figures.stale,
        ])
      }
      expect([listed('missing').length, listed('contradictory').length, listed('stale').length]).toEqual([
        counts.total.missing,
        counts.total.contradictory,
        counts.total.stale,
      ])
      // And the lists are those of whom the records themselves say so.
      const saying = (holds: (record: NonNullable<ReturnType<typeof r.reads.person>>) => boolean) =>
        people.filter((personId) => {
          const record = r.reads.person(personId as PersonId)
          return record !== undefined && holds(record)
        })
      const latest = (record: NonNullable<ReturnType<typeof r.reads.person>>) => record.spans.at(-1)?.data ?? { name: '' }
      for (const figure of qualityFigures) {
        const of = saying((record) => {
          const [missing, odd, stale] = [
            missingIn(latest(record)),
            contradictionsIn(latest(record), record.tenures),
            record.confirmedOn < limit,
          ]
          if (figure === 'any') return missing.length > 0 || odd.length > 0 || stale
          if (figure === 'missing') return missing.length > 0
          if (figure === 'contradictory') return odd.length > 0
          if (figure === 'stale') return stale
          return missing.some((one) => one === figure) || odd.some((one) => one === figure)
        })
        expect([figure, [...listed(figure)].sort()]).toEqual([figure, of.sort()])
      }
    }),
    { numRuns: 8, seed: 13 },
  )
})
