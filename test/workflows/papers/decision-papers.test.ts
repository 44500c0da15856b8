// Submission, decision, announcement: what they say of the road of the case, who signs which, and what they may not contradict.
import { describe, expect, test } from 'vitest'
import { papersAsDrawn } from '../../../workflows/papers/as-drawn.ts'
import { attachedItems, dossierItems } from '../../../workflows/papers/dossier.ts'
import { prefill } from '../../../workflows/papers/prefill.ts'
import { formOfBody } from '../../../workflows/papers/profile.ts'
import type { CommandOf } from '../../../workflows/procedure/commands.ts'
import type { StoredFact } from '../../../workflows/procedure/state.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import type { SampleCase } from '../../../workflows/sample/sample-case.ts'
import type { Loose } from '../../support/play.ts'
import { actsBefore, SamplePlay, textOf } from '../../support/sample-play.ts'
import { sampleReappointment } from '../../support/sample-reappointment.ts'
import { partyOffice, sampleOf } from './asking.ts'
import { env } from './drawing.ts'

const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true })
const at = (play: SamplePlay): string => `${new Date(Date.parse(play.state.lastAt) + 421 * 60_000).toISOString().slice(0, 19)}+07:00`
const signer = { signerName: 'Trần Gia Hiếu', signerTitle: 'Giám đốc Sở' }
const submissionWords = {
  addressee: 'Ủy ban nhân dân tỉnh Mẫu',
  assessment: 'Có năng lực',
  standardCheck: 'Đủ tiêu chuẩn',
  dossier: 'HS03 mới kê khai\nHS04, HS07',
}
const decisionWords = {
  decisionForm: 'decision',
  issuerName: 'Ủy ban nhân dân tỉnh Mẫu',
  issuerForm: 'state',
  issuerSign: 'UBND',
  grounds: 'Căn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025\nTheo đề nghị của Giám đốc Sở Nội vụ',
  effectiveOn: '2026-10-02',
  payAndAllowance: 'Hưởng phụ cấp chức vụ theo quy định',
  whoCarriesOut: 'Chánh Văn phòng chịu trách nhiệm thi hành',
  ...signer,
}
const asking = (play: SamplePlay, kind: string, details: Readonly<Record<string, string | undefined>>): Loose => ({
  type: 'requestPaper',
  kind,
  day: at(play).slice(0, 10),
  details: Object.fromEntries(Object.entries(details).filter(([, text]) => text !== undefined)),
})
const make = (play: SamplePlay, kind: 'submission' | 'decision' | 'announcement', details: Readonly<Record<string, string | undefined>>) =>
  play.do(at(play), asking(play, kind, details)).paper(kind)
const concluded = (one: SampleCase = sample) => new SamplePlay(actsBefore(one, 'submitCase'), one.caseId)
const decided = (organisation?: typeof partyOffice) => {
  const one = sampleOf({}, organisation)
  return new SamplePlay(actsBefore(one, 'makeEffective'), one.caseId)
}

/** The same case where the head of this office decides himself. */
function decidedHere(): SamplePlay {
  const acts = actsBefore(sample, 'submitCase').map((act) =>
    act.command.type === 'openCase'
      ? { ...act, command: { ...act.command, opening: { ...act.command.opening, decidesHere: true } } satisfies CommandOf<'openCase'> }
      : act,
  )
  return new SamplePlay(acts, sample.caseId)
}

describe('the submission', () => {
  test('tells each step with its day and each vote as a fraction of its base', () => {
    const text = textOf(make(concluded(), 'submission', { ...submissionWords, ...signer }))
    expect(text).toContain('Ngày 15/9/2026: Hội nghị tập thể lãnh đạo mở rộng')
    expect(text).toContain('13/23 = 56,52% (người được triệu tập)')
    expect(text).toContain('40/42 = 95,24% (người có mặt)')
  })

  test('names the law of its track in full, each form as it cites', () => {
    const grounds = (one: SampleCase) =>
      make(concluded(one), 'submission', { ...submissionWords, ...signer }).blocks.flatMap((block) =>
        block.type === 'ground' ? [block.text] : [],
      )
    expect(grounds(sample).slice(0, 2)).toEqual([
      'Căn cứ Nghị định số 170/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ, được sửa đổi, bổ sung bởi Nghị định số 300/2026/NĐ-CP ngày 29 tháng 7 năm 2026 của Chính phủ;',
      'Căn cứ Quy định số 377-QĐ/TW ngày 08 tháng 10 năm 2025 của Bộ Chính trị;',
    ])
    expect(grounds(sampleOf({ overlay: false }, partyOffice))[1]).toBe('Căn cứ Quy định số 377-QĐ/TW, ngày 08/10/2025 của Bộ Chính trị;')
    // A civil servant is not appointed under the decree on public employees, though the rulebook knows both.
    expect(grounds(sampleAppointment({ rulebook: 'RB2022', overlay: false })).join()).not.toContain('115/2020/NĐ-CP')
  })

  test.each([
    [undefined, 'state/SNV/TTr/2026', '(Kèm theo Tờ trình số 07/TTr-SNV ngày 24 tháng 9 năm 2026 về việc'],
    [partyOffice, 'party/BTCTU/TTr/2025-09-12', '(Kèm theo Tờ trình số 07-TTr/BTCTU, ngày 24 tháng 9 năm 2026 về việc'],
  ] as const)('its annex names it by number and day (%#)', (organisation, register, reference) => {
    const of = sampleOf({ papers: true }, organisation)
    const play = new SamplePlay(actsBefore(of, 'submitCase'), of.caseId, true)
    const facts = play.facts.map(
      (stored): StoredFact =>
        stored.fact.type === 'paperDrawn' && stored.fact.kind === 'submission'
          ? { ...stored, fact: { ...stored.fact, number: { register, no: 7 } } }
          : stored,
    )
    const submission = papersAsDrawn(facts, of.caseId, env.people).find(({ due }) => due.kind === 'submission')
    expect(submission?.paper.annex?.reference.slice(0, reference.length)).toBe(reference)
  })

  test('carries the dossier as an annex of the same file: every item, and what is missing', () => {
    const { annex } = make(concluded(), 'submission', { ...submissionWords, ...signer })
    const [table] = annex?.blocks ?? []
    const rows = table?.type === 'table' ? table.rows : []
    expect(rows.map(([code]) => code)).toEqual(dossierItems.map(({ code }) => code))
    const noteOf = (code: string) => rows.find(([first]) => first === code)?.[3]
    expect([noteOf('HS01'), noteOf('HS03'), noteOf('HS04'), noteOf('HS10')]).toEqual(['Văn bản này', 'mới kê khai', 'Có', 'Chưa có'])
  })

  test('goes up under the name of the head; where the head decides, the head of the HR body signs (NĐ170 art 35(1))', () => {
    const up = make(concluded(), 'submission', { ...submissionWords, ...signer })
    expect(up.signBlocks).toMatchObject([{ role: 'nguoi-ky', personName: 'Trần Gia Hiếu' }])
    const here = make(decidedHere(), 'submission', submissionWords)
    expect(here.signBlocks).toMatchObject([{ role: 'phu-trach-to-chuc-can-bo', officeTitle: 'TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ' }])
  })

  test.each([
    ['nobody is named to sign what goes up', submissionWords, 'paper-field-missing'],
    ['a code of the dossier is none', { ...submissionWords, ...signer, dossier: 'HS03\nHS77' }, 'dossier-code-unknown'],
  ])('is refused when %s', (_rule, details, code) => {
    const play = concluded()
    expect(play.ask(at(play), asking(play, 'submission', details))).toMatchObject({ refusal: { code } })
  })

  test('before the deciding ballot there is nothing to submit', () => {
    const play = new SamplePlay(actsBefore(sample, 'conveneConference', 4), sample.caseId)
    for (const [kind, details] of [
      ['submission', { ...submissionWords, ...signer }],
      ['decision', decisionWords],
    ] as const)
      expect(play.ask(at(play), asking(play, kind, details))).toMatchObject({ refusal: { code: 'result-not-yet' } })
  })

  test('a reappointment says so', () => {
    const text = textOf(make(concluded(sampleReappointment({ rulebook: 'RB2026' })), 'submission', { ...submissionWords, ...signer }))
    expect(text).toContain('đề nghị bổ nhiệm lại')
  })
})

describe('the decision', () => {
  test('appoints from its day for the term, in the name of whoever decides', () => {
    const paper = make(decided(), 'decision', decisionWords)
    expect(paper).toMatchObject({ issuingBody: 'ỦY BAN NHÂN DÂN TỈNH MẪU', numberAndSign: 'Số: /QĐ-UBND', title: 'QUYẾT ĐỊNH' })
    const articles = paper.blocks.filter(({ type }) => type === 'article')
    expect(articles).toMatchObject([{ mark: 'Điều 1.' }, { mark: 'Điều 2.' }, { mark: 'Điều 3.' }])
    expect(textOf(paper)).toContain('kể từ ngày 02 tháng 10 năm 2026. Thời hạn giữ chức vụ: 05 năm, đến hết ngày 01 tháng 10 năm 2031')
  })

  test('a resolution is numbered as one', () => {
    expect(make(decided(), 'decision', { ...decisionWords, decisionForm: 'resolution' })).toMatchObject({
      title: 'NGHỊ QUYẾT',
      numberAndSign: 'Số: /NQ-UBND',
    })
  })

  test('takes the form of the body that issues it, whichever form the office uses itself', () => {
    const words = { ...decisionWords, signerAuthority: 'TM ỦY BAN NHÂN DÂN' }
    const ofState = make(decided(partyOffice), 'decision', words)
    expect(ofState).toMatchObject({ profile: 'STATE_ND30_2020', numberAndSign: 'Số: /QĐ-UBND' })
    expect(ofState.signBlocks).toMatchObject([{ authority: 'TM. ỦY BAN NHÂN DÂN' }])
    expect(textOf(ofState)).toContain('ông Trương Thế Hoàn')
    const ofParty = make(decided(), 'decision', {
      ...decisionWords,
      issuerName: 'Ban Thường vụ Tỉnh ủy Mẫu',
      issuerForm: 'party',
      issuerSign: 'TU',
      signerAuthority: 'TM. BAN THƯỜNG VỤ',
    })
    expect(ofParty).toMatchObject({ profile: 'PARTY_HD05_2026', numberAndSign: 'Số -QĐ/TU', abstract: expect.stringMatching(/^về việc/) })
    expect(ofParty.signBlocks).toMatchObject([{ authority: 'T/M BAN THƯỜNG VỤ' }])
    expect(ofParty.recipients.at(-1)).toBe('Lưu Văn phòng, hồ sơ cán bộ')
    expect(textOf(ofParty)).toContain('đồng chí Trương Thế Hoàn')
  })

  test('its form begins with the superior, in the form such a body uses', () => {
    const begun = (organisation?: typeof partyOffice) => prefill(decided(organisation).state, sample.operators, 'decision', {}).details
    expect(begun()).toMatchObject({ issuerName: 'Ủy ban nhân dân tỉnh Mẫu', issuerForm: 'state' })
    expect(begun(partyOffice)).toMatchObject({ issuerName: 'Tỉnh ủy Mẫu', issuerForm: 'party' })
  })

  test.each([
    ['the superior decides and is not named', { issuerName: undefined }, 'paper-field-missing'],
    ['nobody says in which form another body issues it', { issuerForm: undefined }, 'paper-field-missing'],
    ['its day of effect is not the one on record', { effectiveOn: '2026-10-05' }, 'paper-differs-from-case'],
  ])('is refused when %s', (_rule, change, code) => {
    const play = decided()
    expect(play.ask(at(play), asking(play, 'decision', { ...decisionWords, ...change }))).toMatchObject({ refusal: { code } })
  })

  test('a head is named by his office above the grounds, also where a deputy signs for him', () => {
    const centred = (authority?: string) =>
      make(decidedHere(), 'decision', {
        ...decisionWords,
        issuerName: undefined,
        issuerSign: undefined,
        signerAuthority: authority,
      }).blocks.find((block) => block.type === 'paragraph' && block.style === 'centered')
    expect(centred()).toMatchObject({ text: 'GIÁM ĐỐC SỞ' })
    expect(centred('KT. GIÁM ĐỐC SỞ NỘI VỤ')).toMatchObject({ text: 'GIÁM ĐỐC SỞ NỘI VỤ' })
    expect(centred('TM. BAN GIÁM ĐỐC')).toMatchObject({ text: 'SỞ NỘI VỤ TỈNH MẪU (DỮ LIỆU MẪU)' })
  })
})

test.each([
  ['Ban Thường vụ Tỉnh ủy Mẫu', 'party'],
  ['THÀNH UỶ MẪU', 'party'],
  ['Ban Tổ chức Tỉnh ủy Mẫu', 'party'],
  ['Bộ Chính trị', 'party'],
  ['Ủy ban Kiểm tra Tỉnh ủy', 'party'],
  ['Ủy ban nhân dân tỉnh Mẫu', 'state'],
  ['Bộ Nội vụ', 'state'],
  ['Sở Nội vụ', 'state'],
  ['Bệnh viện Đa khoa tỉnh', undefined],
] as const)('%s speaks for the form %s', (name, form) => {
  expect(formOfBody(name)).toBe(form)
})

describe('the announcement', () => {
  const words = { toldTo: 'Các phòng thuộc Sở\nCông đoàn Sở', deadline: '2026-10-10', ...signer }
  test('tells what is on record, to whom, until when', () => {
    const paper = make(decided(), 'announcement', words)
    expect(textOf(paper)).toContain('Quyết định số 1187/QĐ-UBND ngày 29/9/2026 của Ủy ban nhân dân tỉnh Mẫu')
    expect(textOf(paper)).toContain('hoàn thành trước ngày 10 tháng 10 năm 2026')
    expect(paper.recipients).toEqual(['Các phòng thuộc Sở', 'Công đoàn Sở', 'Lưu: VT, TCCB'])
  })
  test('waits for the decision', () => {
    const play = concluded()
    expect(play.ask(at(play), asking(play, 'announcement', words))).toMatchObject({ refusal: { code: 'decision-not-recorded' } })
  })
})

test('the dossier is read a code a line, or several codes on one', () => {
  expect(attachedItems('HS03: bản mới\nhs04, HS05 HS06\n')).toMatchObject({ unknown: [] })
  expect([...attachedItems('HS03: bản mới\nhs04, HS05').notes]).toEqual([
    ['HS03', 'bản mới'],
    ['HS04', ''],
    ['HS05', ''],
  ])
  expect(attachedItems('giấy khen').unknown).toEqual(['giấy khen'])
  expect(dossierItems.every(({ title }) => title.article !== '' && title.evidence !== undefined)).toBe(true)
})
