// Papers that are asked for: when they may be made, what they replace, and that the record says what was typed.
import { describe, expect, test } from 'vitest'
import { OperatorId, PersonId } from '../../../workflows/core/ids.ts'
import { follow, type LiveCase } from '../../../workflows/core/replay.ts'
import { isRequested, papersOwed } from '../../../workflows/papers/due.ts'
import { PaperRecord, recordJson } from '../../../workflows/papers/requested-record.ts'
import type { CaseCommand, CommandOf } from '../../../workflows/procedure/commands.ts'
import { decide } from '../../../workflows/procedure/decide.ts'
import { papersOf, requestableOf } from '../../../workflows/procedure/paper-view.ts'
import { holidayTable } from '../../../workflows/rulebooks/holidays.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import { play } from '../sample/play.ts'
import { drawOne, drawOwed, drawRequested, env, factOf, sha256Hex } from './drawing.ts'

const stamp = { at: '2026-12-30T09:00:00+07:00', by: OperatorId.parse('to-chuc') }
const tools = { sha256Hex, holidays: holidayTable('vn') }
const details = {
  addressee: 'Ban Thường vụ Tỉnh ủy',
  staffing: '2',
  reason: 'Đồng chí Phó Giám đốc nghỉ hưu',
  plannedAssignment: 'Phụ trách lĩnh vực công chức',
  standards: 'Theo quy định hiện hành',
  timetable: 'Hoàn thành trong 30 ngày làm việc',
  signerName: 'Đỗ Thị Hà',
  signerTitle: 'Giám đốc',
}
const ask = (change: Partial<CommandOf<'requestPaper'>> = {}): CommandOf<'requestPaper'> => ({
  type: 'requestPaper',
  kind: 'policyRequest',
  day: '2026-12-30',
  details,
  ...change,
})
const start = (): LiveCase => play(sampleAppointment({ rulebook: 'RB2026', overlay: true, upTo: 'expandedNomination' })).live
const order = (live: LiveCase, command: CaseCommand) => decide(live, command, stamp, tools)

function ordered(live: LiveCase, command: CaseCommand): LiveCase {
  const decided = order(live, command)
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
  return decided.value.reduce((one, fact) => follow(one, { version: one.state.version + 1, ...stamp, fact }, one.state.caseId), live)
}

/** Everything owed drawn, the requested papers too. */
function drawAll(live: LiveCase): LiveCase {
  let one = live
  for (let due = papersOwed(one.state)[0]; due; due = papersOwed(one.state)[0]) {
    one = follow(
      one,
      {
        version: one.state.version + 1,
        ...stamp,
        fact: factOf(isRequested(due) ? drawRequested(one.state, due) : drawOne(one.state, due)),
      },
      one.state.caseId,
    )
  }
  return one
}

test('a paper that was asked for is owed until it is drawn', () => {
  const live = ordered(drawAll(start()), ask())
  expect(papersOwed(live.state)).toMatchObject([{ kind: 'policyRequest', version: 1, profile: 'STATE_ND30_2020', details }])
  expect(papersOwed(drawAll(live).state)).toEqual([])
})

test('its record holds what was typed and who signs, and no count', () => {
  const live = ordered(drawAll(start()), ask())
  const [due] = papersOwed(live.state)
  if (!due) throw new Error('owed')
  const record = PaperRecord.parse(recordJson(live.state, due, env))
  const { rulebook, rulebookVersion } = live.state.opened
  expect(record).toMatchObject({ schema: 'nhansu.paper-record/1', paper: 'to-trinh-xin-chu-truong', details, rulebook, rulebookVersion })
  expect(record.signers).toMatchObject([{ role: 'nguoi-ky', field: 'ky.nguoi_ky', certSubjectMatch: { cn: 'Đỗ Thị Hà' } }])
})

describe('a paper already made is never edited', () => {
  const made = drawAll(ordered(drawAll(start()), ask()))
  test('asking again without a reason is refused', () => {
    expect(order(made, ask())).toMatchObject({ ok: false, refusal: { code: 'paper-reason-missing' } })
  })
  test('with a reason a new version replaces it and both stay', () => {
    const again = drawAll(ordered(made, ask({ reason: 'Sai số lượng hiện có' })))
    expect(papersOf(again.state).filter(({ kind }) => kind === 'policyRequest')).toMatchObject([
      { version: 1, status: 'superseded' },
      { version: 2, status: 'awaiting-signatures', reason: 'Sai số lượng hiện có' },
    ])
  })
  test('minutes are made anew for a reason; a later corrected count then takes the next version', () => {
    const [meeting] = made.state.conferences
    const conferenceId = meeting?.conferenceId
    if (!conferenceId) throw new Error('held')
    const again = ordered(made, ask({ kind: 'conferenceMinutes', conferenceId, details: {}, reason: 'Ghi thiếu ý kiến' }))
    const owed = papersOwed(again.state)
    expect(owed).toMatchObject([{ kind: 'conferenceMinutes', version: 2, reason: 'Ghi thiếu ý kiến' }])
    const text = JSON.stringify(owed.map((due) => drawOne(again.state, due).paper.blocks))
    expect(text).toContain('Ghi thiếu ý kiến')
    expect(papersOwed(drawAll(again).state)).toEqual([])
  })
})

test.each([
  ['a field it must have is empty', ask({ details: { ...details, reason: ' ' } }), 'paper-field-missing'],
  ['a field is not of this paper', ask({ details: { ...details, seal: 'x' } }), 'paper-field-unknown'],
  ['a number is no number', ask({ details: { ...details, staffing: 'hai' } }), 'paper-field-unreadable'],
  ['it is about a person though the paper is of the case', ask({ personId: PersonId.parse('nhan-su-1') }), 'paper-of-what'],
  ['its day has not come', ask({ day: '2027-01-01' }), 'date-in-future'],
  ['minutes that were never drawn are asked for', ask({ kind: 'voteSummary', details: {} }), 'paper-drawn-by-itself'],
])('asking is refused when %s', (_rule, command, code) => {
  expect(order(drawAll(start()), command)).toMatchObject({ ok: false, refusal: { code } })
})

test('while a paper waits to be drawn it cannot be asked for again', () => {
  expect(order(ordered(start(), ask()), ask())).toMatchObject({ ok: false, refusal: { code: 'paper-already-requested' } })
})

test('the case shows what may be asked for', () => {
  const { state } = drawOwed(start().state)
  expect(requestableOf(state, { operators: [], roles: ['hrOfficer'] }).find(({ kind }) => kind === 'policyRequest')).toMatchObject({
    scope: 'case',
    gate: { isOpen: true },
  })
})
