// Papers of a case held against each other: what differs is found with both places, what agrees is left in peace.
import { describe, expect, test } from 'vitest'
import { mayRead } from '../../../electron/services/read-paper.ts'
import { differencesOf, disagreements, toldTo, unaccepted } from '../../../workflows/papers/agreement.ts'
import { papersAsDrawn } from '../../../workflows/papers/as-drawn.ts'
import { isOwedKind } from '../../../workflows/papers/kinds.ts'
import { decide } from '../../../workflows/procedure/decide.ts'
import type { StoredFact } from '../../../workflows/procedure/state.ts'
import type { Role } from '../../../workflows/roles.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import { actsBefore, SamplePlay } from '../../support/sample-play.ts'
import { sampleReappointment } from '../../support/sample-reappointment.ts'
import { tools } from '../sample/play.ts'
import { env } from './drawing.ts'

const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true, papers: true })
const later = (play: SamplePlay, minutes = 1): string =>
  `${new Date(Date.parse(play.state.lastAt) + (420 + minutes) * 60_000).toISOString().slice(0, 19)}+07:00`
const compared = (facts: readonly StoredFact[]) => disagreements(facts, sample.caseId, env.people)
const words = (facts: readonly StoredFact[]) => compared(facts).map(({ matter, one, other }) => [matter, one.says, other.says].join(' ≠ '))

/** The sample up to this order, its papers drawn, then a paper asked for with these words. */
function asked(before: Parameters<typeof actsBefore>[1], kind: string, details: Readonly<Record<string, string>>): SamplePlay {
  const play = new SamplePlay(actsBefore(sample, before), sample.caseId, true)
  const earlier = play.state.paperRequests.findLast((one) => one.kind === kind)
  const rule = earlier?.details ?? {}
  return play.do(later(play), {
    type: 'requestPaper',
    kind,
    day: later(play).slice(0, 10),
    details: { ...rule, ...details },
    ...(earlier && { reason: 'lập lại' }),
  })
}

const submissionWords = {
  addressee: 'Ủy ban nhân dân tỉnh Mẫu',
  assessment: 'Có năng lực',
  standardCheck: 'Đủ tiêu chuẩn',
  signerName: 'Trần Gia Hiếu',
  signerTitle: 'Giám đốc Sở',
}
const submitted = (assessment: string) => asked('submitCase', 'submission', { ...submissionWords, assessment })
const [winner] = new SamplePlay(actsBefore(sample, 'submitCase'), sample.caseId, true).state.goesOn
const chosen = sample.acts.flatMap(({ command }) =>
  command.type === 'proposeNominee' && command.nominee.personId === winner ? [command.nominee] : [],
)[0]
const name = chosen?.name ?? ''

describe('papers that agree', () => {
  const books = ['RB2017', 'RB2022', 'RB2025a', 'RB2025b', 'RB2026'] as const
  test.each(books)('the whole set of an appointment under %s', (rulebook) => {
    const one = sampleAppointment({ rulebook, overlay: true, papers: true })
    const play = new SamplePlay(one.acts, one.caseId, true)
    expect(play.drawn.size).toBeGreaterThan(35)
    expect(compared(play.facts)).toEqual([])
  })

  test('the papers of a reappointment', () => {
    const one = sampleReappointment({ rulebook: 'RB2026' })
    expect(disagreements(new SamplePlay(one.acts, one.caseId, true).facts, one.caseId, env.people)).toEqual([])
  })

  test('words that repeat a count rightly, in any rounding, and names with their tone written elsewhere', () => {
    const text = `Đồng chí ${name} được 13/23 phiếu giới thiệu (56,52%); tỷ lệ tín nhiệm của ${name} ở hội nghị mở rộng là 56,5%.`
    expect(compared(submitted(text).facts)).toEqual([])
    const tone = `Trong năm, ${name} hoàn thành 98,5% chỉ tiêu; tháng 10/2026 theo Kế hoạch số 12/KH-SNV ngày 01/10/2026.`
    expect(compared(submitted(tone).facts)).toEqual([])
  })
})

describe('words typed into a paper', () => {
  test('votes that no count gives', () => {
    const [one, ...rest] = compared(submitted(`Tại hội nghị mở rộng, ${name} đạt 14/23 phiếu.`).facts)
    expect(rest).toEqual([])
    expect(one).toMatchObject({
      matter: 'count',
      one: { source: { paperId: 'mau-bo-nhiem-0-ttr-2' }, place: { field: 'assessment' }, says: '14/23' },
      other: { says: '13/23', place: { label: `${name}: Tỷ lệ trên số người được triệu tập` } },
    })
    expect(one?.other.source).toMatchObject({ paperId: expect.stringContaining('bbkp') })
  })

  test('a percentage that does not follow from its own fraction', () => {
    expect(words(submitted(`${name} đạt 13/23 phiếu, bằng 56,25%.`).facts)).toEqual(['percent ≠ 13/23 = 56,25% ≠ 13/23 = 56,52%'])
  })

  test('a percentage alone that belongs to no count of that person', () => {
    expect(words(submitted(`${name} có tỷ lệ phiếu giới thiệu 65,25%.`).facts)).toEqual(['percent ≠ 65,25% ≠ 13/23 = 56,52%'])
  })

  test('a name with other marks', () => {
    const wrong = name
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/u, '')
      .normalize('NFC')
    expect(wrong).not.toBe(name)
    const found = compared(submitted(`Đồng chí ${wrong} có năng lực.`).facts)
    expect(found.map(({ matter, one, other }) => [matter, one.says, other.says])).toEqual([['name', wrong, name]])
    expect(found[0]?.one.place).toEqual({ heading: 'III. NHẬN XÉT, ĐÁNH GIÁ NHÂN SỰ', paragraph: expect.any(Number), field: 'assessment' })
  })

  test('a document with another day than the case has it', () => {
    const typed = 'Được sự đồng ý tại Công văn số 236/UBND-NC ngày 15/8/2026.'
    expect(new Set(words(submitted(typed).facts))).toEqual(new Set(['document ≠ 07/9/2026 ≠ 15/8/2026']))
  })

  test('the same number of another body is another document', () => {
    const other = 'Căn cứ Quyết định số 236/UBND-NC ngày 15/8/2026 của Ủy ban nhân dân xã An Bình.'
    expect(words(submitted(other).facts)).toEqual([])
    const same = 'Căn cứ Công văn số 236/UBND-NC ngày 15/8/2026 của Ủy ban nhân dân tỉnh Mẫu.'
    expect(words(submitted(same).facts)).not.toEqual([])
  })

  test('another day of birth in the list of nominees', () => {
    const play = new SamplePlay(actsBefore(sample, 'adoptCountingTeam', 2), sample.caseId, true)
    const list = play.state.paperRequests.findLast(({ kind }) => kind === 'nomineeList')
    const [person = ''] = list?.people ?? []
    const rows = { ...list?.rows, [person]: { ...list?.rows?.[person as never], birthDate: '01/02/1960' } }
    const { conferenceId = '', details = {} } = list ?? {}
    play.do(later(play), {
      type: 'requestPaper',
      kind: 'nomineeList',
      day: later(play).slice(0, 10),
      details,
      rows,
      conferenceId,
      reason: 'lập lại',
    })
    const found = compared(play.facts)
    expect(found.map(({ matter, one, other }) => [matter, [one.says, other.says].includes('01/02/1960')])).toContainEqual(['day', true])
  })
})

describe('papers and acts', () => {
  /** The same facts, this paper numbered by its register. */
  const numbered = (play: SamplePlay, kind: string, number: { readonly register: string; readonly no: number }) =>
    play.facts.map(
      (stored): StoredFact =>
        stored.fact.type === 'paperDrawn' && stored.fact.kind === kind ? { ...stored, fact: { ...stored.fact, number } } : stored,
    )

  test('the number typed when the case was submitted is held against the number the submission bears', () => {
    const play = new SamplePlay(actsBefore(sample, 'decideCase'), sample.caseId, true)
    expect(compared(numbered(play, 'submission', { register: 'state/SNV/TTr/2026', no: 2 }))).toEqual([])
    const [one, ...rest] = compared(numbered(play, 'submission', { register: 'state/SNV/TTr/2026', no: 9 }))
    expect(rest).toEqual([])
    expect(one).toMatchObject({
      matter: 'document',
      one: { source: { paperId: 'mau-bo-nhiem-0-ttr-1' }, says: '09/TTr-SNV' },
      other: { source: { act: 'caseSubmitted' }, says: '02/TTr-SNV' },
    })
  })

  test('the result table names minutes by number and day, which the minutes themselves bear', () => {
    const play = new SamplePlay(sample.acts, sample.caseId, true)
    let no = 0
    const numberedAll = play.facts.map((stored): StoredFact => {
      if (stored.fact.type !== 'paperDrawn' || stored.fact.kind !== 'voteCountMinutes') return stored
      no += 2
      return { ...stored, fact: { ...stored.fact, number: { register: 'state/SNV/BB/2026', no } } }
    })
    expect(compared(numberedAll)).toEqual([])
    const table = papersAsDrawn(numberedAll, sample.caseId, env.people).find(({ due }) => due.kind === 'voteSummary')
    const told = table?.paper.blocks.flatMap((block) => (block.type === 'table' ? block.rows : [])).map((row) => row[1])
    expect(told?.filter((cell) => cell?.startsWith('số '))).toEqual([
      'số 02/BB-SNV, ngày 09/9/2026',
      'số 04/BB-SNV, ngày 15/9/2026',
      'số 06/BB-SNV, ngày 17/9/2026',
      'số 08/BB-SNV, ngày 23/9/2026',
    ])
  })

  test('an announcement of a decision that was recorded with another day than the decision bears', () => {
    const play = new SamplePlay(sample.acts, sample.caseId, true)
    const changed = play.facts.map(
      (stored): StoredFact =>
        stored.fact.type === 'caseDecided'
          ? { ...stored, fact: { ...stored.fact, document: { ...stored.fact.document, date: '2026-09-30' } } }
          : stored,
    )
    const kinds = compared(changed).map(({ one, other }) => [one.source, other.source])
    expect(kinds).toContainEqual([{ paperId: 'mau-bo-nhiem-0-qd-1' }, { paperId: 'mau-bo-nhiem-0-tb-1' }])
    expect(kinds).toContainEqual([{ paperId: 'mau-bo-nhiem-0-qd-1' }, { act: 'caseDecided', version: expect.any(Number) }])
  })

  test('a count put right after the submission was made: the new minutes differ from it', () => {
    const play = new SamplePlay(actsBefore(sample, 'submitCase'), sample.caseId, true)
    const decision = play.state.conferences.findLast(({ stage }) => stage === 'leadershipDecision')
    const { entry } = decision?.counts.at(-1) ?? {}
    const conferenceId = decision?.conferenceId
    const votes = { ...entry?.votes, [chosen?.ballotName ?? '']: 4 }
    play.do(later(play), { type: 'typeCorrection', conferenceId, entry: { ...entry, votes }, reason: 'cộng nhầm' }, 'kiem-phieu-1')
    play.do(later(play), { type: 'confirmCorrection', conferenceId }, 'kiem-phieu-2')
    play.do(later(play), { type: 'announceResult' }, 'thu-ky')
    play.do(later(play), { type: 'closeConference', conclusion: 'Nhất trí' }, 'thu-ky')
    // The submission was signed for the old count; minutes and result table are made anew by themselves.
    const submission = 'mau-bo-nhiem-0-ttr-1'
    const found = differencesOf(compared(play.facts), submission).map(({ matter, one, other }) => [matter, one.says, other.says])
    expect(found).toContainEqual(['count', '5/5', '4/5'])
    expect(found).toContainEqual(['percent', '100,00%', '80,00%'])
  })

  test('a paper made anew puts the difference right: what was replaced is not compared', () => {
    const play = submitted(`${name} đạt 14/23 phiếu.`)
    expect(compared(play.facts)).toHaveLength(1)
    play.do(later(play), {
      type: 'requestPaper',
      kind: 'submission',
      day: later(play).slice(0, 10),
      details: { ...submissionWords, assessment: `${name} đạt 13/23 phiếu.` },
      reason: 'ghi nhầm số phiếu',
    })
    expect(compared(play.facts)).toEqual([])
  })
})

test('somebody who goes on says why; what was accepted for one paper is not accepted for the other', () => {
  const play = submitted(`${name} đạt 14/23 phiếu.`)
  const found = compared(play.facts)
  const paperOf = (id: string) => {
    const paper = play.state.papers.find(({ drawn }) => drawn.paperId === id)
    if (!paper) throw new Error(`no paper ${id}`)
    return paper
  }
  const submission = play.state.papers.findLast(({ drawn }) => drawn.kind === 'submission')?.drawn.paperId ?? ''
  const minutes = found.flatMap(({ other }) => ('paperId' in other.source ? [other.source.paperId] : []))[0] ?? ''
  expect(isOwedKind(paperOf(minutes).drawn.kind)).toBe(true)
  expect(unaccepted(found, paperOf(submission))).toEqual(differencesOf(found, submission))
  play.do(later(play), {
    type: 'acceptDifferences',
    paperId: submission,
    differences: found.map(({ id }) => id),
    reason: 'số của lần kiểm trước',
  })
  expect(unaccepted(found, paperOf(submission))).toEqual([])
  expect(unaccepted(found, paperOf(minutes))).toHaveLength(1)
  expect(paperOf(submission).accepted).toMatchObject([{ reason: 'số của lần kiểm trước', by: 'to-chuc' }])
})

test('differences are accepted only for a paper that stands', () => {
  const play = submitted('Có năng lực')
  const command = { type: 'acceptDifferences' as const, differences: ['x'], reason: 'y' }
  const refused = (paperId: string) =>
    decide(play.live, { ...command, paperId: paperId as never }, { at: later(play), by: 'to-chuc' as never }, tools)
  expect(refused('khong-co')).toMatchObject({ refusal: { code: 'paper-unknown' } })
  play.do(later(play), {
    type: 'requestPaper',
    kind: 'submission',
    day: later(play).slice(0, 10),
    details: { ...submissionWords, assessment: 'Có năng lực, uy tín' },
    reason: 'bổ sung',
  })
  expect(refused('mau-bo-nhiem-0-ttr-1')).toMatchObject({ refusal: { code: 'paper-superseded' } })
})

test('a difference in a paper the reader may not see is counted, and nothing of it is told', () => {
  const play = submitted(`${name} đạt 14/23 phiếu.`)
  const all = compared(play.facts)
  const readBy = (roles: readonly Role[]) =>
    toldTo(all, (paperId) => {
      const paper = play.state.papers.find(({ drawn }) => drawn.paperId === paperId)
      return paper !== undefined && mayRead(play.state, paper, roles).ok
    })
  expect(readBy(['hrOfficer'])).toEqual({ shown: all, hidden: 0 })
  // The secretary reads neither the submission nor the minutes of a count that was not announced.
  expect(readBy(['meetingSecretary'])).toEqual({ shown: [], hidden: 1 })
})
