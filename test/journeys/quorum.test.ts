// A conference that lacks its two thirds is held again on another day; nothing of the first counts (procedure.md 3.1.8).
import { expect, test } from 'vitest'
import { desks } from '../../workflows/sample/department.ts'
import { before, sampleOf, tableFor } from './play.ts'

const sample = sampleOf()

test('not quorate, minuted, convened again, and the case goes on to the next conference', async () => {
  const table = await tableFor(sample)
  await table.play(before(sample, 'checkIn'))
  const convening = sample.acts.find(({ command }) => command.type === 'conveneConference')
  if (!convening) throw new Error('no convening')
  await table.must(desks.meeting, { type: 'checkIn', personIds: [firstOf(table.view().conference?.list)], way: 'inRoom' }, convening.at)
  expect(await table.ask(desks.chair, { type: 'openConference' })).toMatchObject({ refusal: { code: 'quorum-missing' } })
  await table.must(desks.chair, { type: 'declareNotQuorate' })
  expect(table.view().pastConferences).toMatchObject([{ phase: 'notQuorate', attempt: 1 }])
  expect(table.view().papers).toMatchObject([{ kind: 'conferenceMinutes', status: 'awaiting-signatures' }])
  await table.must(convening.by, convening.command, convening.at)
  const rest = sample.acts.slice(sample.acts.indexOf(convening) + 1)
  const closing = rest.findIndex(({ command }) => command.type === 'closeConference')
  await table.play(rest.slice(0, closing + 1))
  expect(table.view().pastConferences).toMatchObject([
    { phase: 'notQuorate', attempt: 1 },
    { phase: 'closed', attempt: 2, result: { judgement: { outcome: 'carried' } } },
  ])
  expect(table.view().status).toBe('expandedNomination')
})

function firstOf(list: readonly { readonly personId: string }[] | undefined) {
  const [first] = list ?? []
  if (!first) throw new Error('nobody is convened')
  return first.personId as never
}
