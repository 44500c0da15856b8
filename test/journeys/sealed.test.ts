// A sealed result behind the doorway: what a role that may not know gets by any question or order, and how two people look at it.
import { expect, test } from 'vitest'
import { ConferenceId } from '../../workflows/core/ids.ts'
import { desks } from '../../workflows/sample/department.ts'
import { value } from './office.ts'
import { sampleOf, tableFor } from './play.ts'

const sample = sampleOf()
const afterSealedStep = sample.acts.findIndex(({ command }) => command.type === 'recordAct' && command.act === 'partyOpinion')
const conferenceId = ConferenceId.parse('key-officials-consultation-r1-a1')
const ask = { type: 'askSealOpening', conferenceId, reason: 'báo cáo cấp có thẩm quyền' } as const
const open = { type: 'openSeal', conferenceId } as const

test('the case rests for the secretary: in its view, in the list, in the registers, and in what is answered to an order', async () => {
  const table = await tableFor(sample)
  await table.play(sample.acts.slice(0, afterSealedStep))
  const { office, caseId } = table
  const listed = async () => value(await office.ask({ about: 'cases' })).rows[0]
  await table.sitDown(desks.hr)
  expect(await listed()).toMatchObject({ status: 'preDecisionChecks', nextAct: { command: 'recordAct' } })
  expect(await listed()).not.toHaveProperty('resting')
  await table.sitDown(desks.meeting)
  const line = await listed()
  expect(line).toMatchObject({ status: 'resultSealed' })
  expect(line).not.toHaveProperty('nextAct')
  expect(value(await office.ask({ about: 'case', caseId }))).toMatchObject({ status: 'resultSealed', goesOn: [] })
  // Whatever is asked, in or out of order, is answered alike.
  const convene = sample.acts.findLast(({ command }) => command.type === 'conveneConference')?.command
  if (convene === undefined) throw new Error('no meeting')
  for (const command of [convene, { type: 'checkIn', personIds: [], way: 'inRoom' } as never])
    expect(await table.ask(desks.meeting, command)).toMatchObject({ ok: false })
  expect(await table.ask(desks.meeting, convene)).toEqual({ ok: false, refusal: { code: 'result-is-sealed' } })
})

test('two people who may know it look for thirty seconds, each under an account of their own', async () => {
  const table = await tableFor(sample)
  await table.play(sample.acts.slice(0, afterSealedStep))
  const { office, caseId } = table
  const look = () => office.ask({ about: 'sealedResult', caseId, conferenceId })
  expect(await table.ask(desks.meeting, ask)).toMatchObject({ refusal: { code: 'role-may-not' } })
  await table.sitDown(desks.hr)
  expect(await look()).toEqual({ ok: false, refusal: { code: 'seal-is-shut', seconds: 30 } })
  value(await table.ask(desks.hr, ask))
  value(await table.ask(desks.chair, open))
  const seen = value(await look())
  expect(seen.result.judgement.outcome).toBe('selected')
  expect(seen.seconds).toBe(30)
  const openedAt = Date.parse(sample.acts[afterSealedStep - 1]?.at ?? '')
  office.setClock(`${new Date(openedAt + 7 * 3_600_000 + 31_000).toISOString().slice(0, 19)}+07:00`)
  expect(await look()).toEqual({ ok: false, refusal: { code: 'seal-is-shut', seconds: 30 } })
  await table.sitDown(desks.meeting)
  expect(await look()).toMatchObject({ refusal: { code: 'role-may-not' } })
  const announced = ConferenceId.parse('expanded-nomination-r1-a1')
  await table.sitDown(desks.hr)
  expect(await office.ask({ about: 'sealedResult', caseId, conferenceId: announced })).toMatchObject({
    refusal: { code: 'no-sealed-result' },
  })
})
