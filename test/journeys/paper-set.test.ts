// The whole set of papers beside the minutes: a clerk asks for each at its moment on a real keyed file, each is drawn, signed by all, checked.
import { expect, test } from 'vitest'
import { playCase } from '../../electron/cli/play-case.ts'
import type { PaperId } from '../../workflows/core/ids.ts'
import type { CaseCommand } from '../../workflows/procedure/commands.ts'
import { desks } from '../../workflows/sample/department.ts'
import { value } from './office.ts'
import { sampleOf, tableFor, tableOver } from './play.ts'

test('the set is made from what was recorded and typed, and signed by those each paper names', async () => {
  const sample = sampleOf({ rulebook: 'RB2022', papers: true })
  const { office, caseId } = await tableFor(sample)
  await playCase({ doorway: office.doorway, setClock: office.setClock, signs: true }, sample)
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))
  const view = value(await office.ask({ about: 'case', caseId }))
  const made = Object.groupBy(view.papers, ({ kind }) => kind)
  expect(Object.fromEntries(Object.entries(made).map(([kind, papers]) => [kind, papers?.length]))).toMatchObject({
    policyRequest: 1,
    actionProgram: 3,
    eligibilitySheet: 3,
    invitation: 5,
    nomineeList: 5,
    convocationList: 5,
    partyOpinionRequest: 1,
    partyOpinion: 1,
  })
  // Nobody signs a slip; every other paper waits for its signers, and got them.
  const papers = view.papers.filter(({ kind }) => kind !== 'ballotSlip')
  expect(new Set(papers.map(({ status }) => status))).toEqual(new Set(['signed']))
  expect(office.faults).toEqual([])
  for (const { paperId } of papers) {
    const { bytes } = value(await office.ask({ about: 'paper', caseId, paperId: paperId as PaperId }))
    expect(value(await office.ask({ about: 'file', name: `${paperId}.pdf`, bytes }))).toMatchObject({ overall: 'HOP_LE', isSample: true })
  }

  // A sealed list is read by those who may know the ballot before it, and by nobody else.
  const sealed = made.nomineeList?.find(({ stage }) => stage === 'leadershipReview')
  value(await office.act({ act: 'startWork', operatorId: desks.meeting }))
  expect(await office.ask({ about: 'paper', caseId, paperId: sealed?.paperId as PaperId })).toMatchObject({
    refusal: { code: 'role-may-not' },
  })
  const open = made.convocationList?.find(({ stage }) => stage === 'leadershipReview')
  value(await office.ask({ about: 'paper', caseId, paperId: open?.paperId as PaperId }))
}, 120_000)

test('a signed paper is replaced for a reason; the new one is prefilled with what the old one said', async () => {
  const whole = sampleOf({ papers: true })
  const at = whole.acts.findIndex(({ command }) => command.type === 'recordAct')
  const table = await tableFor({ ...whole, acts: whole.acts.slice(0, at) })
  await playCase(
    { doorway: table.office.doorway, setClock: table.office.setClock, signs: true },
    { ...whole, acts: whole.acts.slice(0, at) },
  )
  value(await table.office.act({ act: 'startWork', operatorId: desks.hr }))
  const view = value(await table.office.ask({ about: 'case', caseId: table.caseId }))
  const forms = value(await table.office.ask({ about: 'requestable', caseId: table.caseId }))
  const form = forms.find(({ kind }) => kind === 'policyRequest')
  expect(form?.existing).toBe(view.papers[0]?.paperId)
  expect(form?.known.details).toMatchObject({ staffing: '2', standards: expect.stringContaining('tiêu chuẩn') })
  const command: CaseCommand = {
    type: 'requestPaper',
    kind: 'policyRequest',
    day: '2026-08-31',
    details: { ...form?.known.details, staffing: '1' },
    reason: 'ghi nhầm số lượng hiện có',
  }
  const again = tableOver(table.office, table.sample, view)
  expect(await again.ask(desks.hr, { ...command, reason: undefined } as never)).toMatchObject({ refusal: { code: 'paper-reason-missing' } })
  const done = await again.must(desks.hr, command)
  expect(done.case?.papers.map(({ version, status }) => [version, status])).toEqual([
    [1, 'superseded'],
    [2, 'awaiting-signatures'],
  ])
}, 60_000)
