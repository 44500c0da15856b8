import { expect, test } from 'vitest'
import { papersAsDrawn } from '../../../workflows/papers/as-drawn.ts'
import { paperFor } from '../../../workflows/papers/draw.ts'
import { papersOwed } from '../../../workflows/papers/due.ts'
import { proofFor } from '../../../workflows/papers/record.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import { SamplePlay } from '../../support/sample-play.ts'
import { play } from '../sample/play.ts'
import { drawOwed, env } from './drawing.ts'

const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true })
const { state, drawn } = drawOwed(play(sample).live.state)
const summary = drawn.at(-1)

test('a whole appointment owes two minutes for each ballot and one result table, in the order they are drawn', () => {
  expect(drawn.map((one) => one.due.paperId)).toEqual([
    'mau-bo-nhiem-1-bbkp-1',
    'mau-bo-nhiem-1-bbhn-1',
    'mau-bo-nhiem-2-bbkp-1',
    'mau-bo-nhiem-2-bbhn-1',
    'mau-bo-nhiem-3-bbkp-1',
    'mau-bo-nhiem-3-bbhn-1',
    'mau-bo-nhiem-4-bbkp-1',
    'mau-bo-nhiem-4-bbhn-1',
    'mau-bo-nhiem-4-bth-1',
  ])
  expect(papersOwed(state)).toEqual([])
})

test('the five-step appointment has one conference without a ballot, which owes conference minutes only', () => {
  const older = drawOwed(play(sampleAppointment({ rulebook: 'RB2022', overlay: false })).live.state).drawn
  expect(older.map((one) => one.due.kind).slice(0, 3)).toEqual(['conferenceMinutes', 'voteCountMinutes', 'conferenceMinutes'])
  expect(older).toHaveLength(10)
})

test('the result table shows every ballot, person by person, with share and rank', () => {
  const [table] = summary?.paper.blocks.filter((one) => one.type === 'table') ?? []
  const rows = table?.type === 'table' ? table.rows : []
  expect(rows.map((row) => [row[0], ...row.slice(2, 8), ...row.slice(9)])).toEqual([
    ['Hội nghị tập thể lãnh đạo', '5', '5', '5', '5', '5', '0', '2', '40,00%', '5 người được triệu tập', '1'],
    ['Hội nghị tập thể lãnh đạo', '5', '5', '5', '5', '5', '0', '2', '40,00%', '5 người được triệu tập', '1'],
    ['Hội nghị tập thể lãnh đạo', '5', '5', '5', '5', '5', '0', '1', '20,00%', '5 người được triệu tập', '3'],
    ['Hội nghị tập thể lãnh đạo mở rộng', '23', '22', '22', '22', '21', '1', '13', '56,52%', '23 người được triệu tập', '1'],
    ['Hội nghị tập thể lãnh đạo mở rộng', '23', '22', '22', '22', '21', '1', '8', '34,78%', '23 người được triệu tập', '2'],
    ['Hội nghị cán bộ chủ chốt', '45', '42', '42', '42', '40', '2', '40', '95,24%', '42 người có mặt', '1'],
    ['Hội nghị tập thể lãnh đạo', '5', '5', '5', '5', '5', '0', '5', '100,00%', '5 người được triệu tập', '1'],
  ])
})

test('names stand by votes, and level ones in the order of names, in the list adopted and in the outcome', () => {
  const [count, meeting] = drawn
  const said = (one: typeof count) => one?.paper.blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n') ?? ''
  expect(said(count)).toContain(
    'hội nghị tiếp theo: Trương Thế Hoàn, 2/5 = 40,00% (người được triệu tập); Phan Thế Quyết, 2/5 = 40,00% (người được triệu tập).',
  )
  expect(said(meeting)).toContain('thống nhất danh sách nhân sự: Trương Thế Hoàn; Phan Thế Quyết; Vũ Kim Thủy.')
})

test('the minutes of a meeting list its agenda; telling the result is part of it only where the rulebook has it told', () => {
  const agendas = drawn
    .filter(({ due }) => due.kind === 'conferenceMinutes')
    .map(({ paper }) => paper.blocks.flatMap((one) => ('text' in one && one.text.startsWith('Chương trình hội nghị') ? [one.text] : [])))
  expect(agendas.map((one) => one.length)).toEqual([1, 1, 1, 1])
  expect(agendas.map(([text]) => text?.includes('công bố kết quả'))).toEqual([true, true, false, true])
  expect(agendas.map(([text]) => text?.includes('chương trình hành động'))).toEqual([false, true, false, true])
})

test('the result table names each vote-count minutes and the digest of its record', () => {
  const tables = summary?.paper.blocks.filter((one) => one.type === 'table') ?? []
  const minutes = tables[1]?.type === 'table' ? tables[1].rows : []
  const counts = state.papers.filter(({ drawn: one }) => one.kind === 'voteCountMinutes')
  expect(minutes.map((row) => [row[1], row[2]?.replaceAll(' ', '')])).toEqual(
    counts.map(({ drawn: one }) => [one.paperId, one.recordSha256]),
  )
  expect(summary?.record.papers.map((one) => one.recordSha256)).toEqual(counts.map(({ drawn: one }) => one.recordSha256))
  expect(summary?.record.results?.map((one) => one.key)).toEqual([
    'leadershipOrientation',
    'expandedNomination',
    'keyOfficialsConsultation',
    'leadershipDecision',
  ])
  expect(summary?.record.judged).toBe(undefined)
})

test('whoever made the result table signs it before the head of the HR body', () => {
  const due = summary?.due
  if (!due) throw new Error('a result table is owed')
  const people = { ...env.people, tableMaker: { personId: 'maker', name: 'Lý Thị Bích Loan' } }
  const { signBlocks, recipients } = paperFor(state, due, proofFor(state, due, env, ''), people)
  expect(signBlocks.map(({ order, officeTitle, personName, column }) => [order, officeTitle, personName, column])).toEqual([
    [1, 'NGƯỜI LẬP BIỂU', 'Lý Thị Bích Loan', 'left'],
    [2, 'TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ', 'Đỗ Thị Hà', 'right'],
  ])
  expect(recipients.at(-1)).toContain('LTBL')
})

test('a paper told again names those who were to sign it when it was drawn', () => {
  const one = new SamplePlay(sample.acts, sample.caseId, true)
  const now = {
    ...env.people,
    hrHead: { personId: 'new', name: 'Người Mới', title: 'Trưởng phòng' },
    tableMaker: { personId: 'x', name: 'Ai Đó' },
  }
  const told = (people: typeof env.people) =>
    papersAsDrawn(one.facts, sample.caseId, people)
      .find(({ due }) => due.kind === 'voteSummary')
      ?.paper.signBlocks.map(({ personName, order }) => [order, personName])
  expect(told(now)).toEqual([[1, 'Đỗ Thị Hà']])
  expect(told(now)).toEqual(told(env.people))
})

test('the head of the HR body signs the result table; without one it cannot be drawn', () => {
  expect(summary?.paper.signBlocks).toEqual([
    {
      order: 1,
      field: 'ky.phu_trach_to_chuc_can_bo',
      role: 'phu-trach-to-chuc-can-bo',
      officeTitle: 'TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ',
      column: 'right',
      personId: 'hr',
      personName: 'Đỗ Thị Hà',
      required: true,
    },
  ])
  const due = summary?.due
  if (!due) throw new Error('a result table is owed')
  expect(() => paperFor(state, due, proofFor(state, due, env, ''), { citizenIds: {} })).toThrow('head of the HR body')
})

test('someone excused, late or away stands in the minutes with the paper that says so', () => {
  const expanded = drawn.find((one) => one.due.paperId === 'mau-bo-nhiem-2-bbhn-1')
  const text = JSON.stringify(expanded?.paper.blocks)
  expect(text).toContain('vắng vì lý do bất khả kháng')
  expect(text).toContain('văn bản số 118/UBND-NC')
  expect(text).toContain('31 lượt chức danh, gộp còn 25 người dự')
  expect(expanded?.record.actionPrograms).toHaveLength(2)
})
