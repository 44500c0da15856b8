// Notices behind the doorway: who is told what, by which window a change came, and that nothing of a case is in them.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Change } from '../../workflows/office.ts'
import { desks } from '../../workflows/sample/department.ts'
import { freshFolder, value } from './office.ts'
import { before, sampleOf, tableFor } from './play.ts'

const sample = sampleOf({ upTo: 'leadershipOrientation' })

test('a file never backed up, then backed up too long ago, is said to whoever may do it, and to nobody else', async () => {
  const table = await tableFor(sample)
  const { office } = table
  const heard: Change[] = []
  office.doorway.onChange((change) => heard.push(change as Change))
  const notices = () => heard.splice(0).flatMap(({ notice }) => notice ?? [])
  const said = async () => value(await office.ask({ about: 'notices' })).map(({ code }) => code)
  await table.play(sample.acts)
  notices()
  await table.sitDown(desks.counter)
  expect([notices(), await said()]).toEqual([[], []])
  await table.sitDown(desks.hr)
  expect([notices().map(({ code }) => code), await said()]).toEqual([['backup-never'], ['backup-never']])
  value(await office.act({ act: 'backup', file: join(freshFolder(), 'sao.tiencu') }))
  await table.sitDown(desks.hr)
  expect(notices()).toEqual([])
  const later = new Date(Date.parse(value(await office.ask({ about: 'session' })).ledger?.lastAt ?? '') + 9 * 86_400_000)
  office.setClock(`${later.toISOString().slice(0, 10)}T08:00:00+07:00`)
  await table.sitDown(desks.hr)
  expect(notices()).toMatchObject([{ code: 'backup-overdue', days: 9 }])
  // Another person's news are not this one's.
  await table.sitDown(desks.counter)
  expect(await said()).toEqual([])
})

test('a change names the window it came through, also when two windows are answered at once; what is told holds no payload', async () => {
  const table = await tableFor(sample)
  const { office, caseId } = table
  await table.play(before(sample, 'openConference'))
  const [one, other] = [{ window: 1 }, { window: 2 }]
  const heard: [unknown, object | undefined][] = []
  office.doorway.onChange((change, from) => heard.push([change, from]))
  const hall: unknown[] = []
  office.doorway.onHall((view) => hall.push(view))
  const act = { act: 'startWork', operatorId: desks.hr } as const
  const bytes = Buffer.from('không phải PDF').toString('base64')
  await Promise.all([
    office.doorway.dispatch({ to: 'shell', act }, one),
    office.doorway.ask({ about: 'file', name: 'thu.pdf', bytes }, other),
    office.doorway.dispatch({ to: 'shell', act }),
  ])
  const from = heard.map(([, window]) => window)
  expect([from.includes(one), from.includes(other), from.includes(undefined)]).toEqual([true, true, true])
  const keys = new Set(heard.flatMap(([change]) => Object.keys(change as object)))
  expect([...keys].filter((key) => !['stream', 'version', 'notice'].includes(key))).toEqual([])
  expect(JSON.stringify(heard.map(([change]) => change))).not.toMatch(/thu\.pdf|Nguyễn/)
  expect(hall).toEqual([])
  expect(caseId).not.toBe('')
})
