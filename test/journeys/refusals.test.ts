// Orders that must not be done, on a real keyed file: each is refused with its reason, and the log stays as long as it was.
import { describe, expect, test } from 'vitest'
import type { CaseCommand } from '../../workflows/procedure/commands.ts'
import { desks } from '../../workflows/sample/department.ts'
import { value } from './office.ts'
import { before, sampleOf, type Table, tableFor } from './play.ts'

const sample = sampleOf()
const size = async ({ office }: Table) => value(await office.ask({ about: 'session' })).ledger?.size

async function tableBefore(type: CaseCommand['type'], nth = 1): Promise<Table> {
  const table = await tableFor(sample)
  await table.play(before(sample, type, nth))
  return table
}
const act = (type: CaseCommand['type'], nth = 1) => {
  const found = sample.acts.filter(({ command }) => command.type === type)[nth - 1]
  if (found === undefined) throw new Error(type)
  return found
}

describe('what is refused leaves nothing behind', () => {
  test('an order by an old version', async () => {
    const table = await tableBefore('conveneConference')
    const before = await size(table)
    const { command } = act('conveneConference')
    const answer = await table.office.dispatch({ to: 'case', caseId: table.caseId, seen: 1, command })
    expect(answer).toEqual({ ok: false, refusal: { code: 'changed-meanwhile', seen: 1, version: table.view().version } })
    expect(await size(table)).toBe(before)
  })

  test('an order beyond the role, with the roles that may', async () => {
    const table = await tableBefore('openConference')
    await table.sitDown(desks.auditor)
    const before = await size(table)
    expect(await table.ask(desks.auditor, { type: 'openConference' })).toEqual({
      ok: false,
      refusal: { code: 'role-may-not', command: 'openConference', roles: ['meetingSecretary', 'conferenceChair'] },
    })
    expect(await size(table)).toBe(before)
  })

  test('a count confirmed by the one who typed it (procedure.md 7.3)', async () => {
    const table = await tableBefore('confirmCount')
    await table.sitDown(desks.counter)
    const before = await size(table)
    expect(await table.ask(desks.counter, { type: 'confirmCount' })).toMatchObject({
      ok: false,
      refusal: { code: expect.stringContaining('same') },
    })
    expect(await size(table)).toBe(before)
    await table.must(desks.confirmer, { type: 'confirmCount' })
  })

  test('ballots issued while a nominee has not presented the action program', async () => {
    const table = await tableBefore('presentActionProgram', 2)
    const rest = sample.acts.filter(({ at, command }) => at > act('presentActionProgram', 2).at && command.type !== 'presentActionProgram')
    for (const { by, command, at } of rest) {
      const answer = await table.ask(by, command, at)
      if (answer.ok) continue
      expect(answer.refusal).toMatchObject({ code: 'action-program-not-presented', names: [expect.any(String)] })
      break
    }
    expect(table.view().conference).toMatchObject({ stage: 'expandedNomination', phase: 'opened' })
  })

  test('two people order at once: one is done, the other is told that the case changed', async () => {
    const table = await tableBefore('proposeNominee')
    const { command } = act('proposeNominee')
    await table.sitDown(desks.hr)
    const seen = table.view().version
    const both = await Promise.all([1, 2].map(() => table.office.dispatch({ to: 'case', caseId: table.caseId, seen, command })))
    expect(both.map(({ ok }) => ok)).toEqual([true, false])
    expect(both[1]).toMatchObject({ refusal: { code: 'changed-meanwhile', seen, version: seen + 1 } })
  })

  test('an order whose time lies before the last fact', async () => {
    const table = await tableBefore('conveneConference')
    table.office.setClock('2026-09-01T08:00:00+07:00')
    expect(await table.ask(desks.hr, act('conveneConference').command)).toMatchObject({ refusal: { code: 'clock-went-back' } })
  })
})

describe('a result that was not announced', () => {
  test('is not shown to the secretary, in the view, the paper or at signing; the counting team sees it', async () => {
    const table = await tableFor(sample)
    const upTo = sample.acts.findIndex(({ command }) => command.type === 'recordAct' && command.act === 'partyOpinion')
    await table.play(sample.acts.slice(0, upTo))
    const { caseId, office } = table
    const paper = table.view().papers.find(({ stage, kind }) => stage === 'keyOfficialsConsultation' && kind === 'voteCountMinutes')
    if (!paper) throw new Error('no paper')
    const question = { about: 'paper', caseId, paperId: paper.paperId as never } as const
    await table.sitDown(desks.meeting)
    expect(await office.ask(question)).toMatchObject({ ok: false, refusal: { code: 'role-may-not', command: 'paper' } })
    expect(await table.sign(desks.meeting, paper.paperId, 'ky.to_truong_kiem_phieu', 'sample-000000000000', 'x')).toMatchObject({
      refusal: { code: 'role-may-not' },
    })
    const seen = value(await office.ask({ about: 'case', caseId }))
    expect(seen.pastConferences.at(-1)).toMatchObject({ isSealed: true })
    expect(seen.pastConferences.at(-1)?.result).toBeUndefined()
    await table.sitDown(desks.counter)
    expect(value(await office.ask(question)).sha256).toBe(paper.sha256)
    expect(value(await office.ask({ about: 'case', caseId })).pastConferences.at(-1)?.result).toBeUndefined()
  })
})
