// What goes up and comes back in writing: the request for the policy, the letter to the Party committee and its answer (documents.md A6.3, A1, A2).
import { describe, expect, test } from 'vitest'
import { prefill } from '../../../workflows/papers/prefill.ts'
import { tellsSealed } from '../../../workflows/papers/secrecy.ts'
import { policyWords } from '../../../workflows/sample/papers.ts'
import { ask, cut, liveOf, made, partyOffice, sampleOf } from './asking.ts'

const forms = [
  ['State', undefined],
  ['Party', partyOffice],
] as const
const signer = { signerName: 'Trần Gia Hiếu', signerTitle: 'Giám đốc Sở' }
const policy = { details: { ...policyWords, ...signer } }
const consulted = (sample: ReturnType<typeof sampleOf>) => liveOf(cut(sample, 'conveneConference', 4))

describe.each(forms)('in the %s form', (form, organisation) => {
  const sample = sampleOf({}, organisation)
  const isState = form === 'State'

  test('the request says post, number, staffing, source, reason, assignment, standards and timetable, to whom, and is signed by the head', () => {
    const live = liveOf(cut(sample, 'recordAct', 1))
    const { paper } = made(live, sample, 'policyRequest', {}, policy)
    expect(paper).toMatchObject({
      title: 'TỜ TRÌNH',
      numberAndSign: isState ? 'Số: /TTr-SNV' : 'Số -TTr/BTCTU',
      addressee: { word: isState ? 'Kính gửi' : 'Kính trình', names: ['Ủy ban nhân dân tỉnh Mẫu'] },
      // Who prepared it and in how many copies stands where the original lies (A6.3).
      recipients: ['Như trên', isState ? 'Lưu: VT, TCCB, ĐNÁ (02 bản)' : 'Lưu Văn phòng, ĐNÁ (02 bản)'],
    })
    const items = paper.blocks.flatMap((block) => (block.type === 'item' ? [block.text] : []))
    expect(items.map((text) => text.split(':')[0])).toEqual([
      'Chức vụ, số lượng đề nghị bổ nhiệm',
      'Số lượng người giữ chức vụ này',
      'Nguồn nhân sự',
      'Lý do',
      'Dự kiến phân công công tác',
      'Tiêu chuẩn, điều kiện',
      'Tiến độ thực hiện',
    ])
    expect(items[0]).toBe('Chức vụ, số lượng đề nghị bổ nhiệm: Phó Giám đốc Sở; 01 người.')
    expect(items[1]).toBe('Số lượng người giữ chức vụ này: theo quy định 03 người; hiện có 02 người.')
    expect(paper.blocks.filter(({ type }) => type === 'ground')).toMatchObject(
      [{ text: /;$/ }, { text: /\.$/ }].map(({ text }) => ({ text: expect.stringMatching(text) })),
    )
    expect(paper.signBlocks).toMatchObject([{ officeTitle: 'GIÁM ĐỐC SỞ', personName: 'Trần Gia Hiếu', column: 'right' }])
  })

  test('the letter names everyone the deciding conference votes on, what was held, and until when an answer is asked', () => {
    const live = consulted(sample)
    const rows = { [live.state.goesOn[0] ?? '']: { remark: 'Đủ tiêu chuẩn' } }
    const details = { committee: 'Đảng ủy Sở Nội vụ', replyBy: '2026-09-25', ...signer }
    const { paper, record } = made(live, sample, 'partyOpinionRequest', {}, { details, rows })
    expect(paper).toMatchObject({ isLetter: true, numberAndSign: isState ? 'Số: /SNV' : 'Số -CV/BTCTU', addressee: { word: 'Kính gửi' } })
    expect(paper.abstract).toMatch(/^xin ý kiến cấp ủy về nhân sự bổ nhiệm/)
    const text = JSON.stringify(paper.blocks)
    for (const words of [
      'Hội nghị tập thể lãnh đạo mở rộng (ngày 15/9/2026)',
      'Hội nghị cán bộ chủ chốt (ngày 17/9/2026)',
      'ngày 25 tháng 9 năm 2026',
      'Đủ tiêu chuẩn',
    ])
      expect(text).toContain(words)
    const table = paper.blocks.find(({ type }) => type === 'table')
    expect(table?.type === 'table' && table.rows.map((row) => row[1])).toEqual(
      live.state.goesOn.map((id) => live.state.nominees.find(({ personId }) => personId === id)?.name),
    )
    expect(record.people).toMatchObject([{ details: { remark: 'Đủ tiêu chuẩn' } }])
    // No number of a ballot: neither votes nor shares.
    expect(text).not.toMatch(/%|phiếu (tín nhiệm|đồng ý)|\d+\/\d+ (người|phiếu)/u)
  })

  test('the answer is in the Party form whoever asked, issued by the committee, signed T/M, with opinion, votes and day for each', () => {
    const live = consulted(sample)
    const [id = ''] = live.state.goesOn
    const rows = { [id]: { opinion: 'other', inFavour: '6', votersPresent: '7', opinionText: 'cần bổ sung nhận xét của nơi cư trú' } }
    const details = {
      committee: 'Đảng ủy Sở Nội vụ',
      committeeSuperior: 'Đảng ủy UBND tỉnh',
      committeeSign: 'ĐU',
      metOn: '2026-09-18',
      signerName: 'Bùi Thị Bình',
      signerTitle: 'Phó Bí thư',
    }
    const { paper } = made(live, sample, 'partyOpinion', {}, { details, rows })
    expect(paper).toMatchObject({
      profile: 'PARTY_HD05_2026',
      issuingBody: 'ĐẢNG ỦY SỞ NỘI VỤ',
      superiorBody: 'ĐẢNG ỦY UBND TỈNH',
      numberAndSign: 'Số -CV/ĐU',
      isLetter: true,
      signBlocks: [{ authority: 'T/M BAN THƯỜNG VỤ', officeTitle: 'PHÓ BÍ THƯ', personName: 'Bùi Thị Bình' }],
    })
    const text = JSON.stringify(paper.blocks)
    for (const words of ['ngày 18 tháng 9 năm 2026', 'ý kiến khác', '06/07', 'cần bổ sung nhận xét của nơi cư trú.'])
      expect(text).toContain(words)
  })
})

describe('asking', () => {
  const sample = sampleOf()
  const live = consulted(sample)
  const [id = ''] = live.state.goesOn
  const answer = {
    committee: 'Đảng ủy Sở',
    committeeSign: 'ĐU',
    metOn: '2026-09-18',
    signerName: 'Bùi Thị Bình',
    signerTitle: 'Phó Bí thư',
  }
  const row = { opinion: 'agree', inFavour: '7', votersPresent: '7' }

  test.each(['partyOpinionRequest', 'partyOpinion'] as const)('%s waits for the conferences before the deciding one', (kind) => {
    const early = liveOf(cut(sample, 'conveneConference', 3))
    expect(ask(early, sample, kind, {}).refusal).toEqual({ code: 'paper-before-last-step', stage: 'keyOfficialsConsultation' })
  })
  test.each([
    ['more votes in favour than voters', { ...row, inFavour: '8' }, answer, { code: 'paper-votes-wrong', inFavour: 8, of: 7 }],
    ['nobody who voted', { ...row, inFavour: '0', votersPresent: '0' }, answer, { code: 'paper-votes-wrong', of: 0 }],
    ['another opinion that says nothing', { ...row, opinion: 'other' }, answer, { code: 'paper-field-missing', field: 'opinionText' }],
    ['a word that is no opinion', { ...row, opinion: 'maybe' }, answer, { code: 'paper-field-unreadable', field: 'opinion' }],
    ['a meeting after the paper', row, { ...answer, metOn: '2026-12-01' }, { code: 'paper-days-reversed' }],
    ['no authority of the collective', row, { ...answer, signerAuthority: ' ' }, { code: 'paper-field-missing', field: 'signerAuthority' }],
  ])('an answer with %s is refused', (_, typed, details, refusal) => {
    expect(ask(live, sample, 'partyOpinion', {}, { details, rows: { [id]: typed } }).refusal).toMatchObject(refusal)
  })
  test('an answer cannot be wanted before the letter is written', () => {
    const details = { replyBy: '2026-09-01', ...signer }
    expect(ask(live, sample, 'partyOpinionRequest', {}, { details }).refusal).toEqual({ code: 'paper-days-reversed' })
  })
  test('no more can be asked for than there may be', () => {
    const details = { ...policyWords, ...signer, staffing: '3', staffingAllowed: '3' }
    expect(ask(live, sample, 'policyRequest', {}, { details }).refusal).toEqual({
      code: 'paper-staffing-exceeded',
      staffing: 3,
      seats: 1,
      allowed: 3,
    })
  })
  test('opinions are sealed while a count before them is', () => {
    const sealed = consulted(sampleOf({ rulebook: 'RB2022' }))
    for (const kind of ['partyOpinionRequest', 'partyOpinion'] as const) expect(tellsSealed(sealed.state, { kind })).toBe(true)
    expect(tellsSealed(sealed.state, { kind: 'policyRequest' })).toBe(false)
  })
})

describe('a form begins with what is known', () => {
  const sample = sampleOf()
  test('the request takes addressee, source and assignment from office and recorded act, the signer from the accounts', () => {
    const { state } = liveOf(cut(sample, 'conveneConference', 1))
    expect(prefill(state, sample.operators, 'policyRequest', {}).details).toMatchObject({
      addressee: 'Ủy ban nhân dân tỉnh Mẫu',
      source: 'tại chỗ',
      plannedAssignment: expect.stringContaining('cải cách hành chính'),
      signerName: 'Trần Gia Hiếu',
    })
  })
  /** The only officer of the sample, and the usual number. */
  const closing = { preparedBy: 'Đặng Ngọc Ánh', copiesMade: '2' }
  test('what was typed for the last version comes back, what the law fixed does not', () => {
    const live = liveOf(cut(sample, 'conveneConference', 1))
    const [nominee] = live.state.nominees
    const target = { personId: nominee?.personId ?? '' }
    const asked = ask(live, sample, 'actionProgram', target, { details: { recipients: 'Hồ sơ' } }).live
    expect(prefill(asked.state, sample.operators, 'actionProgram', target).details).toEqual({
      recipients: 'Hồ sơ',
      ...closing,
    })
    const wordy = made(live, sample, 'policyRequest', {}, policy).live
    expect(prefill(wordy.state, [], 'policyRequest', {}).details).toMatchObject(policy.details)
  })
  test('what goes up is addressed to the superior; who decides elsewhere signs with a name typed there', () => {
    const { state } = liveOf(sample)
    const known = (kind: 'submission' | 'decision' | 'announcement') => prefill(state, sample.operators, kind, {}).details
    expect(known('submission')).toMatchObject({
      addressee: 'Ủy ban nhân dân tỉnh Mẫu',
      signerName: 'Trần Gia Hiếu',
      signerTitle: 'Giám đốc Sở',
    })
    expect(known('decision')).toEqual({
      effectiveOn: state.decided?.effectiveOn,
      issuerName: 'Ủy ban nhân dân tỉnh Mẫu',
      issuerForm: 'state',
      ...closing,
    })
    expect(known('announcement')).toMatchObject({ signerName: 'Trần Gia Hiếu' })
  })
  test('two heads of the agency: nobody is guessed', () => {
    const { state } = liveOf(cut(sample, 'conveneConference', 1))
    const [head] = sample.operators.filter(({ roles }) => roles.includes('headOfAgency'))
    if (!head) throw new Error('no head')
    expect(prefill(state, [head, { ...head, name: 'Khác' }], 'policyRequest', {}).details.signerName).toBeUndefined()
  })
})
