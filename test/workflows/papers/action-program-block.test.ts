// The action-program block of minutes and record, field by field (documents.md A8.4), and the program on its own paper (A8.3).
import { describe, expect, test } from 'vitest'
import { follow } from '../../../workflows/core/replay.ts'
import { papersOwed } from '../../../workflows/papers/due.ts'
import { paperSlugs } from '../../../workflows/papers/kinds.ts'
import { ProgramText } from '../../../workflows/procedure/facts.ts'
import type { SampleCase } from '../../../workflows/sample/sample-case.ts'
import { ask, cut, liveOf, made, partyOffice, sampleOf } from './asking.ts'
import { drawOwed, drawRequested } from './drawing.ts'

const attached = { name: 'Phụ lục số liệu.pdf', mime: 'application/pdf', bytes: 20_000, sha256: 'c'.repeat(64), pages: 4 }
const targets = [
  { name: 'Hồ sơ trực tuyến toàn trình', unit: '%', baseline: '62,5', target: '75', due: '2028-12-31' },
  { name: 'Thủ tục được cắt giảm', unit: 'thủ tục', target: '20', due: '2027-02-28' },
]

/** The sample with figures and a file in every program, and everything A8.4 can hold in every presentation. */
function fullSample(organisation?: typeof partyOffice): SampleCase {
  const sample = sampleOf({}, organisation)
  const acts = sample.acts.map((act) => {
    const { command } = act
    if (command.type === 'submitActionProgram') {
      return { ...act, command: { ...command, program: ProgramText.parse({ ...command.program, targets, attachments: [attached] }) } }
    }
    if (command.type !== 'presentActionProgram') return act
    const questions = command.questions.map((question) => ({
      ...question,
      drawnByLot: true,
      answeredFrom: command.presentedTo,
      answeredTo: act.at,
    }))
    return { ...act, command: { ...command, questions, interruptions: 'mất điện 2 phút', chairRemarks: 'đúng thời gian, sát thực tế' } }
  })
  return { ...sample, acts }
}

describe('in the minutes of the conference', () => {
  const { state } = liveOf(cut(fullSample(), 'conveneConference', 3))
  const minutes = drawOwed(state).drawn.find(({ due, record }) => due.kind === 'conferenceMinutes' && record.actionPrograms.length > 0)
  const presented = state.conferences.at(-1)?.presentations ?? []

  test('the record holds every field, one block for each candidate', () => {
    expect(presented.length).toBeGreaterThan(0)
    expect(minutes?.record.actionPrograms).toHaveLength(presented.length)
    expect(minutes?.record.actionPrograms[0]).toEqual({
      step: 'expandedNomination',
      order: 1,
      orderMethod: 'lot',
      candidate: { personId: presented[0]?.personId, hoTen: expect.any(String) },
      programVersion: 1,
      programSha256: presented[0]?.programSha256,
      attachmentSha256: [attached.sha256],
      differsFromEarlier: false,
      presentedFrom: presented[0]?.presentedFrom,
      presentedTo: presented[0]?.presentedTo,
      allowedMinutes: 10,
      interruptions: 'mất điện 2 phút',
      summary: presented[0]?.summary,
      questions: expect.arrayContaining([
        {
          no: 1,
          askedBy: expect.any(String),
          drawnByLot: true,
          text: expect.any(String),
          answerSummary: expect.any(String),
          answeredFrom: presented[0]?.presentedTo,
          answeredTo: expect.any(String),
        },
      ]),
      chairRemarks: 'đúng thời gian, sát thực tế',
      recordedBy: 'thu-ky',
    })
  })

  test('and the page says them', () => {
    const text = JSON.stringify(minutes?.paper.blocks)
    for (const words of [
      '(thời gian quy định: 10 phút)',
      'Kèm theo 01 tài liệu.',
      'Gián đoạn: mất điện 2 phút.',
      'hỏi (bốc thăm): ',
      'Trả lời (từ ',
      'Ý kiến của chủ trì hội nghị: đúng thời gian, sát thực tế.',
    ])
      expect(text).toContain(words)
  })
})

describe.each([
  ['State', undefined],
  ['Party', partyOffice],
] as const)('on its own paper in the %s form', (form, organisation) => {
  const sample = fullSample(organisation)
  const live = liveOf(cut(sample, 'conveneConference', 1))
  const [nominee] = live.state.nominees
  if (!nominee) throw new Error('nobody')
  const target = { personId: nominee.personId }

  test('it has author, post, version, pages and the digest of its content, all sections, figures and files, and is signed by the author', () => {
    const { paper, record } = made(live, sample, 'actionProgram', target)
    const handedIn = live.state.programs[nominee.personId]?.at(-1)
    expect(paper).toMatchObject({ title: 'CHƯƠNG TRÌNH HÀNH ĐỘNG', numberAndSign: '' })
    const cover = paper.blocks[0]
    expect(cover?.type === 'facts' && Object.fromEntries(cover.rows)).toMatchObject({
      'Người trình bày': nominee.name,
      'Chức vụ hiện nay': nominee.currentPost,
      'Phiên bản': '1, nộp ngày 08/9/2026',
      'Số trang bản nộp': `0${handedIn?.program.pages} trang`,
    })
    const text = JSON.stringify(paper.blocks)
    expect(text.replaceAll(' ', '')).toContain(handedIn?.sha256)
    const headings = paper.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))
    expect(headings).toHaveLength((handedIn?.program.sections.length ?? 0) + 2)
    expect(headings[0]).toMatch(form === 'State' ? /^I\. [^\d]/ : /^I- [^\d]/)
    expect(headings.at(-2)).toContain('CHỈ TIÊU')
    for (const { text: said } of handedIn?.program.sections ?? []) expect(text).toContain(said.split('\n')[0]?.slice(0, 60))
    const table = paper.blocks.find((block) => block.type === 'table')
    expect(table?.type === 'table' && table.rows).toEqual([
      ['1', 'Hồ sơ trực tuyến toàn trình', '%', '62,5', '75', '31/12/2028'],
      ['2', 'Thủ tục được cắt giảm', 'thủ tục', '', '20', '28/02/2027'],
    ])
    expect(text).toContain('Phụ lục số liệu.pdf, 04 trang')
    expect(paper.signBlocks).toMatchObject([{ field: 'ky.nhan_su', personName: nominee.name, citizenId: nominee.citizenId }])
    expect(record).toMatchObject({
      paper: paperSlugs.actionProgram,
      person: { hoTen: nominee.name },
      details: { programVersion: '1', programSha256: handedIn?.sha256 },
    })
  })

  test('drawn after a newer version came in, it still is the version that was asked for', () => {
    const asked = ask(live, sample, 'actionProgram', target).live
    const earlier = asked.state.programs[nominee.personId]?.[0]
    if (!earlier) throw new Error('handed in')
    const version = asked.state.version + 1
    const later = follow(
      asked,
      { version, at: asked.state.lastAt, by: 'to-chuc', fact: { ...earlier, version: 2, sha256: 'd'.repeat(64) } },
      'c',
    )
    const [due] = papersOwed(later.state)
    if (!due) throw new Error('owed')
    const text = JSON.stringify(drawRequested(later.state, due).paper.blocks).replaceAll(' ', '')
    expect(text).toContain(earlier.sha256)
    expect(text).not.toContain('d'.repeat(64))
  })
})

test('a person who handed in no program has no such paper', () => {
  const sample = sampleOf({ overlay: false })
  const live = liveOf(cut(sample, 'conveneConference', 1))
  const [nominee] = live.state.nominees
  expect(ask(live, sample, 'actionProgram', { personId: nominee?.personId ?? '' }).refusal).toEqual({
    code: 'action-program-not-submitted',
    name: nominee?.name,
  })
})
