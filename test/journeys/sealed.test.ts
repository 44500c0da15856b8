// A sealed result behind the doorway: what a role that may not know gets by any question or order, and how two people look at it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findAssets } from '../../electron/places.ts'
import { openOffice } from '../../electron/services/office.ts'
import { ConferenceId } from '../../workflows/core/ids.ts'
import type { Done } from '../../workflows/office.ts'
import { desks } from '../../workflows/sample/department.ts'
import { sampleReappointment } from '../support/sample-reappointment.ts'
import { type Answered, cheap, passphrase, value } from './office.ts'
import { sampleOf, tableFor } from './play.ts'

const sample = sampleOf()
const afterSealedStep = sample.acts.findIndex(({ command }) => command.type === 'recordAct' && command.act === 'partyOpinion')
const conferenceId = ConferenceId.parse('key-officials-consultation-r1-a1')
const ask = { type: 'askSealOpening', conferenceId, reason: 'báo cáo cấp có thẩm quyền' } as const
const open = { type: 'openSeal', conferenceId } as const

test('the case rests for the secretary: in its view, in the list, and in what is answered to an order', async () => {
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

test('a paper that could not be drawn since a sealed ballot is owed to those who may know of it, and to nobody else', async () => {
  const short = sampleReappointment({ rulebook: 'RB2026' })
  const table = await tableFor(short)
  const upTo = short.acts.findIndex(({ command }) => command.type === 'recordAct' && command.act === 'partyOpinion')
  await table.play(short.acts.slice(0, upTo))
  const { dataDir, file } = table.office
  await table.office.close()
  // The typesetter is broken from here on.
  const broken = join(dataDir, 'broken.wasm')
  writeFileSync(broken, 'not a typesetter')
  const crippled = await openOffice({
    dataDir,
    clock: () => '2026-10-02T08:00:00+07:00',
    keyCost: cheap,
    shell: 'browser',
    assets: { ...findAssets(), typstWasm: broken },
  })
  const act = (one: object) => crippled.dispatch({ to: 'shell', act: one }) as Promise<Answered<Done>>
  value(await act({ act: 'openFile', file, passphrase }))
  const owedTo = async (operatorId: string) => value(await act({ act: 'startWork', operatorId })).owed
  expect(await owedTo(desks.hr)).toBe(0)
  const letter = {
    type: 'requestPaper',
    kind: 'partyOpinionRequest',
    day: '2026-10-02',
    details: { committee: 'Đảng ủy Sở', replyBy: '2026-12-30', signerName: 'Trần Gia Hiếu', signerTitle: 'Giám đốc Sở' },
  }
  const caseId = short.caseId
  const { version } = table.view()
  const asked = (await crippled.dispatch({ to: 'case', caseId, seen: version, command: letter })) as Answered<Done>
  expect(value(asked).owed).toBe(1)
  expect(await owedTo(desks.meeting)).toBe(0)
  expect(await owedTo(desks.hr)).toBe(1)
  await crippled.close()
}, 30_000)
