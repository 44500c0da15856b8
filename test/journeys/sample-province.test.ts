// The sample province as a newcomer finds it: registry, planning and cases speak of the same people.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PersonId, UnitId } from '../../workflows/core/ids.ts'
import type { Answers, Question } from '../../workflows/office.ts'
import { sampleProvince } from '../../workflows/sample/province.ts'
import { provincePeople } from '../../workflows/sample/province-people.ts'
import { freshFolder, officeIn, type TestOffice, value } from './office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await officeIn(freshFolder(), '2026-09-25T08:00:00+07:00')
  value(await office.act({ act: 'openSample', afresh: false }))
})
afterAll(() => office?.close())

const ask = async <Q extends Question>(question: Q): Promise<Answers[Q['about']]> => value(await office.ask(question))

const day = '2026-09-25'
const { organisation, acts } = sampleProvince()
const nominations = acts.flatMap((act) => {
  if (!('caseId' in act) || act.command.type !== 'proposeNominee') return []
  return [{ caseId: act.caseId, on: act.at.slice(0, 10), nominee: act.command.nominee }]
})
const postOf = (caseId: string): string | undefined =>
  acts.flatMap((act) =>
    'caseId' in act && act.caseId === caseId && act.command.type === 'openCase' ? [act.command.opening.post.title] : [],
  )[0]

describe('the people of the cases', () => {
  test('each nominee is one person of the registry, by name and birth date, in the post the case says on the day of the nomination', async () => {
    expect(nominations.length).toBeGreaterThan(40)
    for (const { caseId, on, nominee } of nominations) {
      const { data, tenures } = await ask({ about: 'person', personId: nominee.personId, day: on })
      const held = tenures.filter(({ data: { from, lastDay } }) => from <= on && (lastDay === undefined || on <= lastDay))
      const said = { name: nominee.name, birthDate: nominee.birthDate, posts: [nominee.currentPost] }
      expect({ name: data.name, birthDate: data.birthDate, posts: held.map(({ title }) => title) }, caseId).toEqual(said)
    }
  })

  test('whoever is called to a meeting holds the post on that day by which the list names him', async () => {
    const called = acts.flatMap((act) => {
      if (!('caseId' in act) || act.command.type !== 'conveneConference') return []
      return act.command.rows.map((row) => ({ caseId: act.caseId, on: act.at.slice(0, 10), row }))
    })
    expect(called.length).toBeGreaterThan(100)
    for (const { caseId, on, row } of called) {
      const { data, tenures } = await ask({ about: 'person', personId: row.personId, day: on })
      const held = tenures.filter(({ data: { from, lastDay } }) => from <= on && (lastDay === undefined || on <= lastDay))
      expect([data.name, ...held.map(({ title }) => title)], `${caseId} ${on}`).toEqual([row.name, row.title])
    }
  })

  test('each nominee said to be planned is on an approved list for the very post of the case', async () => {
    const { rows } = await ask({ about: 'planning' })
    for (const { caseId, nominee } of nominations) {
      expect(nominee.isPlanned).toBe(true)
      const row = rows.find(({ title, unit }) => title === postOf(caseId) && unit === organisation.name)
      const list = await ask({ about: 'planningList', listId: row?.listId ?? '' })
      const planned = list.entries.find(({ person }) => person.personId === nominee.personId)
      expect(planned?.approvedOn, `${caseId} ${nominee.name}`).toBe('2024-11-22')
    }
  })

  test('whoever the archived case appointed holds the post by its decision, and is planned for it no more', async () => {
    const { appointed, leaver } = provincePeople()
    const decided = acts.flatMap((act) => ('caseId' in act && act.command.type === 'decideCase' ? [act.command] : []))
    expect(decided.map(({ names }) => names)).toEqual([[appointed.personId]])
    const { tenures } = await ask({ about: 'person', personId: appointed.personId, day })
    const now = tenures.filter(({ data }) => data.lastDay === undefined)
    expect(now.map(({ title, data }) => [title, data.from, data.document?.number])).toEqual([
      ['Phó Giám đốc Sở', decided[0]?.effectiveOn, decided[0]?.document.number],
    ])
    const list = await ask({ about: 'planningList', listId: 'mau-quy-hoach-1' })
    expect(list.entries.find(({ person }) => person.personId === appointed.personId)?.standing).toBe('fulfilled')
    const left = await ask({ about: 'person', personId: leaver.personId, day })
    expect(left.tenures.every(({ data }) => data.lastDay !== undefined)).toBe(true)
  })

  test('everybody is marked as sample data', async () => {
    const { rows, found } = await ask({ about: 'people', day, count: 500 })
    expect([rows.length, found]).toEqual([173, 173])
    for (const row of rows) {
      const { data } = await ask({ about: 'person', personId: PersonId.parse(row.personId), day })
      expect(data.remarks).toBe('Dữ liệu mẫu')
    }
  })
})

test('the posts of a unit stand by their rank, the highest first', async () => {
  const { rows } = await ask({ about: 'people', day, search: provincePeople().appointed.name })
  const unitId = UnitId.parse(rows[0]?.posts[0]?.unitId)
  const { posts } = await ask({ about: 'unit', unitId, day })
  expect(posts.slice(0, 2).map(({ title }) => title)).toEqual(['Giám đốc Sở', 'Phó Giám đốc Sở'])
  const ranks = posts.map(({ rank }) => rank ?? 100)
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
})

test('the gauge, the lists and the reminders have something to show of every kind they know here', async () => {
  const { total } = await ask({ about: 'quality', day })
  for (const figure of ['missing', 'stale', 'contradictory'] as const) {
    expect(total[figure], figure).toBeGreaterThan(0)
    expect(total[figure], figure).toBeLessThan(total.people / 2)
  }
  const { rows } = await ask({ about: 'planning' })
  expect(rows.map(({ title, approved, outProposals, overdueYear }) => [title, approved, outProposals, overdueYear])).toEqual([
    ['Phó Giám đốc Sở', 5, 1, undefined],
    ['Trưởng phòng Cải cách hành chính', 3, 0, 2026],
    ['Chánh Văn phòng Sở', 3, 0, undefined],
    ['Giám đốc Trung tâm Lưu trữ lịch sử', 3, 0, undefined],
    ['Phó Chánh Thanh tra Sở', 3, 0, undefined],
    ['Phó Trưởng phòng Tổ chức bộ máy', 3, 0, undefined],
  ])
  const { reminders } = await ask({ about: 'reminders', year: 2026 })
  expect(new Set(reminders.map(({ kind }) => kind))).toEqual(new Set(['reappointmentNotice', 'planningReview']))
  expect(office.faults).toEqual([])
})
