// Registers: which one a paper is numbered in, how its number is written, when a number may be voided.
import { describe, expect, test } from 'vitest'
import { OperatorId, PaperId } from '../../../workflows/core/ids.ts'
import type { LiveCase } from '../../../workflows/core/replay.ts'
import { follow } from '../../../workflows/core/replay.ts'
import { papersOwed } from '../../../workflows/papers/due.ts'
import { registerFor } from '../../../workflows/papers/numbering.ts'
import { numberLine, numbersIn, numberWords, partsOf, RegisterId, registerOf } from '../../../workflows/papers/register.ts'
import { papersOfCase } from '../../../workflows/papers/step-set.ts'
import { countMinutesOf } from '../../../workflows/papers/vote-summary.ts'
import { decide } from '../../../workflows/procedure/decide.ts'
import { papersOf } from '../../../workflows/procedure/paper-view.ts'
import { holidayTable } from '../../../workflows/rulebooks/holidays.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import { play } from '../sample/play.ts'
import { drawOne, env, factOf, sha256Hex } from './drawing.ts'

const terms = [
  { name: '2020-2025', from: '2020-08-01' },
  { name: '2025-2030', from: '2025-08-12' },
]
const party = { form: 'party', sign: 'ĐU' } as const
const state = { form: 'state', sign: 'SNV' } as const

test.each([
  ['state papers are counted by year', state, 'BB', '2026-09-07', 'state/SNV/BB/2026'],
  ['Party papers by the term their day falls in', party, 'BB', '2026-09-07', 'party/ĐU/BB/2025-08-12'],
  ['a day before the new term belongs to the old one', party, 'BB', '2025-08-11', 'party/ĐU/BB/2020-08-01'],
  ['a day before every term belongs to none', party, 'BB', '2019-01-01', null],
  ['letters of state bodies have their own register', state, '', '2026-09-07', 'state/SNV/CV/2026'],
  ['the sign of a body may hold a slash', { form: 'state', sign: 'HĐND/UBND' } as const, 'TB', '2026-01-02', 'state/HĐND/UBND/TB/2026'],
])('%s', (_rule, body, type, day, register) => {
  expect(registerOf(body, type, day, terms, false)).toBe(register)
  if (register === null) return
  expect(RegisterId.parse(register)).toBe(register)
  expect(partsOf(register)).toMatchObject({ ...body, type: type === '' ? 'CV' : type, isSample: false })
})

test('sample cases are counted apart: a rehearsal leaves no hole in the real book', () => {
  expect(registerOf(state, 'BB', '2026-09-07', [], true)).toBe('state/SNV/BB/2026-mau')
  expect(partsOf('state/SNV/BB/2026-mau')).toMatchObject({ period: '2026', isSample: true })
})

test.each([
  [party, 'BB', 5, 'Số 05-BB/ĐU'],
  [party, 'BB', undefined, 'Số -BB/ĐU'],
  [state, 'BB', 15, 'Số: 15/BB-SNV'],
  [state, '', 3, 'Số: 03/SNV'],
  [state, '', undefined, 'Số: /SNV'],
])('number and sign of %o, type %j, number %s: %s', (body, type, no, words) => {
  expect(numberLine(body, type, no)).toBe(words)
})

test('other papers cite the number alone', () => {
  expect(numberWords({ register: 'state/SNV/CV/2026', no: 112 })).toBe('112/SNV')
  expect(numberWords({ register: 'party/ĐU/TTr/2025-08-12', no: 4 })).toBe('04-TTr/ĐU')
})

test('what a fact takes from a register', () => {
  const register = 'state/SNV/BB/2026'
  expect(numbersIn({ type: 'paperDrawn', payload: { number: { register, no: 3 } } })).toEqual({ register, first: 3, last: 3 })
  expect(numbersIn({ type: 'paperDrawn', payload: {} })).toBeUndefined()
  expect(numbersIn({ type: 'registerStarted', payload: { register, last: 40 } })).toEqual({ register, first: 1, last: 40 })
  expect(numbersIn({ type: 'attendeeArrived', payload: {} })).toBeUndefined()
})

const at = '2026-12-30T09:00:00+07:00'
const stamp = { at, by: OperatorId.parse('to-chuc') }
const tools = { sha256Hex, holidays: holidayTable('vn') }
const start = (): LiveCase => play(sampleAppointment({ rulebook: 'RB2026', overlay: true, upTo: 'expandedNomination' })).live

/** The papers owed, each with the next number of its register. */
function numbered(live: LiveCase): LiveCase {
  let one = live
  for (let due = papersOwed(one.state)[0], no = 1; due; due = papersOwed(one.state)[0], no++) {
    const register = registerFor(one.state, due, env.people, terms)
    const drawn = drawOne(one.state, register === null ? due : { ...due, number: { register, no } })
    one = follow(one, { version: one.state.version + 1, ...stamp, fact: factOf(drawn) }, one.state.caseId)
  }
  return one
}

describe('a number on a paper', () => {
  const live = numbered(start())
  const minutes = papersOf(live.state).filter(({ number }) => number !== undefined)

  test('is printed, kept in the record, and shown', () => {
    const [due] = papersOwed(start().state)
    if (!due) throw new Error('owed')
    const number = { register: 'state/SNV/BB/2026', no: 7 }
    const { paper, record } = drawOne(start().state, { ...due, number })
    expect(paper.numberAndSign).toMatch(/^Số: 07\/BB-/)
    expect(record.number).toEqual(number)
    expect(minutes.map(({ number: shown }) => shown?.slice(0, 2))).toEqual(['01', '02', '03', '04'])
  })

  const voiding = (paperId: string) =>
    decide(live, { type: 'voidNumber', paperId: PaperId.parse(paperId), reason: 'Lập nhầm' }, stamp, tools)
  const first = live.state.papers.find(({ drawn }) => drawn.number)
  if (!first) throw new Error('numbered')
  const { paperId } = first.drawn

  test('is voided with a reason while nobody has signed; the paper stays and is not signed any more', () => {
    const decided = voiding(paperId)
    if (!decided.ok) throw new Error(decided.refusal.code)
    expect(decided.value).toEqual([{ type: 'numberVoided', paperId, number: first.drawn.number, reason: 'Lập nhầm' }])
    const [fact] = decided.value
    if (!fact) throw new Error('one fact')
    const after = follow(live, { version: live.state.version + 1, ...stamp, fact }, live.state.caseId)
    expect(papersOf(after.state).find((one) => one.paperId === paperId)).toMatchObject({ status: 'voided', voidedFor: 'Lập nhầm' })
    expect(papersOwed(after.state)).toEqual([])
    // Nor is it printed with the others, put into the file of the case, or named by another paper.
    const standing = (state: typeof after.state) => papersOfCase(state).map(({ drawn }) => drawn.paperId)
    expect(standing(live.state)).toContain(paperId)
    expect(standing(after.state)).toEqual(standing(live.state).filter((one) => one !== paperId))
    const meeting = first.drawn.conferenceId ?? ''
    expect([countMinutesOf(live.state, meeting)?.paperId, countMinutesOf(after.state, meeting)]).toEqual([paperId, undefined])
    expect(decide(after, { type: 'voidNumber', paperId, reason: 'Lần nữa' }, stamp, tools)).toMatchObject({
      refusal: { code: 'number-voided-already' },
    })
  })

  test('of a signed paper stays', () => {
    const field = first.drawn.fields[0]
    if (!field) throw new Error('a field')
    const digest = 'a'.repeat(64)
    const fact = {
      type: 'paperSigned' as const,
      paperId,
      field: field.field,
      sha256: digest,
      previousSha256: first.drawn.sha256,
      signedBy: field.personName,
      keyKind: 'test' as const,
      certificateSha256: digest,
      signedAt: at,
    }
    const signed = follow(live, { version: live.state.version + 1, ...stamp, fact }, live.state.caseId)
    expect(decide(signed, { type: 'voidNumber', paperId, reason: 'Lập nhầm' }, stamp, tools)).toMatchObject({
      refusal: { code: 'number-of-signed-paper', signatures: 1 },
    })
  })

  test('is voided only where there is one', () => {
    expect(voiding('khong-co')).toMatchObject({ refusal: { code: 'paper-unknown' } })
    const bare = start()
    const [due] = papersOwed(bare.state)
    if (!due) throw new Error('owed')
    const drawn = follow(bare, { version: bare.state.version + 1, ...stamp, fact: factOf(drawOne(bare.state, due)) }, bare.state.caseId)
    expect(decide(drawn, { type: 'voidNumber', paperId: due.paperId, reason: 'x' }, stamp, tools)).toMatchObject({
      refusal: { code: 'paper-without-number' },
    })
  })
})
