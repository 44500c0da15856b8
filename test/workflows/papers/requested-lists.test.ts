// Invitation, convocation list, list of nominees: what each must say (documents.md A6.3), when it may be asked for, what it must not betray.
import { describe, expect, test } from 'vitest'
import { ConferenceId } from '../../../workflows/core/ids.ts'
import type { LiveCase } from '../../../workflows/core/replay.ts'
import { papersOwed } from '../../../workflows/papers/due.ts'
import type { Block, Paper } from '../../../workflows/papers/paper.ts'
import { tellsSealed } from '../../../workflows/papers/secrecy.ts'
import { requestableOf } from '../../../workflows/procedure/paper-view.ts'
import { ask, cut, lastMeeting, liveOf, made, nomineeRows, partyOffice, sampleOf } from './asking.ts'
import { drawOwed } from './drawing.ts'

const forms = [
  ['State', undefined],
  ['Party', partyOffice],
] as const
const tableOf = ({ blocks }: Pick<Paper, 'blocks'>): Extract<Block, { type: 'table' }> => {
  const found = blocks.find((block) => block.type === 'table')
  if (found?.type !== 'table') throw new Error('no table')
  return found
}
const factsOf = ({ blocks }: Pick<Paper, 'blocks'>): Record<string, string> =>
  Object.fromEntries(blocks.flatMap((block) => (block.type === 'facts' ? block.rows : [])))
const signersOf = ({ signBlocks }: Paper) => signBlocks.map(({ officeTitle, personName, column }) => [officeTitle, personName, column])

describe.each(forms)('in the %s form', (form, organisation) => {
  const sample = sampleOf({}, organisation)
  const isState = form === 'State'
  const convened = cut(sample, 'checkIn', 2)
  const opened = cut(sample, 'statePurpose', 2)

  test('an invitation says who is invited to what, by whom, when, where, with which papers and how to dress', () => {
    const live = liveOf(convened)
    const { paper } = made(live, sample, 'invitation', lastMeeting(live))
    expect(paper).toMatchObject({ title: 'GIẤY MỜI', numberAndSign: isState ? 'Số: /GM-SNV' : 'Số -GM/BTCTU' })
    expect(paper.abstract).toContain('Hội nghị tập thể lãnh đạo mở rộng')
    expect(JSON.stringify(paper.blocks)).toContain('người đứng đầu các đơn vị trực thuộc')
    const facts = factsOf(paper)
    expect(Object.keys(facts)).toEqual(['Hội nghị', 'Nội dung', 'Chủ trì', 'Thời gian', 'Địa điểm', 'Mang theo', 'Lưu ý', 'Liên hệ'])
    expect(facts['Hội nghị']).toContain('bước 2')
    expect(facts['Chủ trì']).toContain(sample.signers[0]?.name)
    expect(facts['Thời gian']).toBe('08 giờ 00 phút, ngày 15 tháng 9 năm 2026.')
    expect(signersOf(paper)).toEqual([['GIÁM ĐỐC SỞ', sample.signers[0]?.name, 'right']])
  })

  test('a summons says so, and may be signed by authority', () => {
    const live = liveOf(convened)
    const details = { callingForm: 'summon', signerAuthority: isState ? 'tl. giám đốc' : 't/l trưởng ban' }
    const { paper } = made(live, sample, 'invitation', lastMeeting(live), { details })
    expect(paper.title).toBe('GIẤY TRIỆU TẬP')
    expect(paper.signBlocks[0]?.authority).toBe(isState ? 'TL. GIÁM ĐỐC' : 'T/L TRƯỞNG BAN')
  })

  test('before the meeting the convocation list is empty where people will sign; nobody is there yet', () => {
    const live = liveOf(convened)
    const { paper, record } = made(live, sample, 'convocationList', lastMeeting(live))
    const { columns, rows } = tableOf(paper)
    expect(columns.map(({ title }) => title)).toEqual(['TT', 'Họ và tên', 'Chức vụ, đơn vị', 'Thành phần', 'Bỏ phiếu', 'Có mặt', 'Ký tên'])
    expect(rows).toHaveLength(live.state.conferences.at(-1)?.list.length ?? 0)
    expect(rows.every((row) => row[5] === '' && row[6] === '')).toBe(true)
    expect(factsOf(paper)['Số lượng']).toBe(
      'được triệu tập, có quyền bỏ phiếu (S): 24, trong đó 01 vắng vì lý do bất khả kháng; dự, không bỏ phiếu (N): 01',
    )
    expect(record.details.listSha256).toBeUndefined()
    expect(signersOf(paper)).toEqual([
      ['NGƯỜI LẬP DANH SÁCH', expect.any(String), 'left'],
      [isState ? 'CHỦ TỌA' : 'CHỦ TRÌ HỘI NGHỊ', sample.signers[0]?.name, 'right'],
    ])
  })

  test('names stand in the order of A9.4 whatever the order of convening', () => {
    const live = liveOf(convened)
    const names = tableOf(made(live, sample, 'convocationList', lastMeeting(live)).paper).rows.map((row) => row[1]?.split(' ').at(-1))
    const sorted = [...names].sort((a, b) => new Intl.Collator('vi').compare(a ?? '', b ?? ''))
    expect(names).toEqual(sorted)
  })

  test('once the meeting is open it is frozen: who came, who did not and why, totals, and the digest on the page', () => {
    const live = liveOf(opened)
    const { paper, record } = made(live, sample, 'convocationList', lastMeeting(live))
    const text = JSON.stringify(paper.blocks)
    expect(record.details.listSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(text.replaceAll(' ', '')).toContain(record.details.listSha256)
    const statuses = tableOf(paper).rows.map((row) => row[5])
    expect(new Set(statuses)).toEqual(
      new Set([
        'có mặt',
        'vắng: đi công tác theo kế hoạch đã được duyệt',
        'vắng, bất khả kháng: điều trị nội trú theo giấy của bệnh viện',
        'chưa có mặt',
      ]),
    )
    expect(factsOf(paper)['Số lượng']).toMatch(/S\): 24.*có mặt \(P\): 21; vắng mặt \(A\): 02; dự, không bỏ phiếu \(N\): 01$/)
  })

  test('when the meeting is over its digest is the one the record of the meeting carries', () => {
    const over = liveOf(cut(sample, 'conveneConference', 3))
    const { record } = made(over, sample, 'convocationList', lastMeeting(over))
    const minutes = drawOwed(over.state).drawn.find(
      ({ due }) => due.kind === 'conferenceMinutes' && due.conferenceId === record.stage?.stageId.split('.')[1],
    )
    expect(minutes?.record.attendance.listSha256).toBe(record.details.listSha256)
  })

  test('the list of nominees has every column of A6.3 for everyone of the meeting, in the order of names, signed by the HR head', () => {
    const live = liveOf(convened)
    const rows = nomineeRows(live)
    const { paper, record } = made(live, sample, 'nomineeList', lastMeeting(live), {
      rows,
      details: { signerTitle: 'Trưởng phòng Tổ chức cán bộ' },
    })
    const table = tableOf(paper)
    expect(table.rows).toHaveLength(live.state.goesOn.length)
    const first = table.rows[0]?.join('|') ?? ''
    for (const words of [
      'Nam',
      'xã An Bình',
      'Kinh',
      'Thạc sĩ',
      'LLCT: Cao cấp',
      'QLNN: Chuyên viên chính',
      '412-QĐ/TU',
      'Hoàn thành xuất sắc',
      'Không',
    ])
      expect(first).toContain(words)
    expect(first).toContain(live.state.nominees[0]?.citizenId?.slice(0, 3))
    expect(record.people?.map(({ personId }) => personId).toSorted()).toEqual([...live.state.goesOn].toSorted())
    expect(signersOf(paper)).toEqual([['TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ', expect.any(String), 'right']])
  })
})

describe('asking', () => {
  const sample = sampleOf()
  const at = (live: LiveCase) => lastMeeting(live)

  test('nobody is invited to a meeting that has opened', () => {
    const live = liveOf(cut(sample, 'statePurpose', 1))
    expect(ask(live, sample, 'invitation', at(live)).refusal).toEqual({ code: 'paper-meeting-already-opened' })
  })
  test('a list of nominees without a mandatory column of one of them names him', () => {
    const live = liveOf(cut(sample, 'checkIn', 1))
    const rows = nomineeRows(live)
    const [id = ''] = Object.keys(rows)
    const refusal = ask(live, sample, 'nomineeList', at(live), { rows: { ...rows, [id]: { ...rows[id], grade: ' ' } } }).refusal
    const name = live.state.nominees.find(({ personId }) => personId === id)?.name
    expect(refusal).toEqual({ code: 'paper-field-missing', kind: 'nomineeList', field: 'grade', name })
  })
  test('a row about somebody who does not stand there is refused', () => {
    const live = liveOf(cut(sample, 'checkIn', 1))
    const rows = { ...nomineeRows(live), 'nguoi-la': {} }
    expect(ask(live, sample, 'nomineeList', at(live), { rows }).refusal).toEqual({
      code: 'paper-field-unknown',
      kind: 'nomineeList',
      field: 'nguoi-la',
    })
  })
  test('a case without nominees has no list of them', () => {
    const acts = sample.acts.filter(({ command }) => !['proposeNominee', 'submitActionProgram'].includes(command.type))
    const live = liveOf(cut({ ...sample, acts }, 'checkIn', 1))
    expect(ask(live, sample, 'nomineeList', at(live)).refusal).toEqual({ code: 'paper-names-nobody', kind: 'nomineeList' })
  })
  test('a paper that may name nobody is not shut for want of names', () => {
    const early = liveOf(cut(sampleOf({ rulebook: 'RB2017', overlay: false }), 'checkIn', 2))
    const views = requestableOf(early.state, { operators: [], roles: ['hrOfficer'] })
    const shut = views.filter(({ gate }) => gate.conditions.some(({ code }) => code === 'paper-names-nobody')).map(({ kind }) => kind)
    expect(shut).not.toContain('ballotSlip')
  })
  test('what was typed about a person comes back in the next list', () => {
    const live = liveOf(cut(sample, 'checkIn', 1))
    const after = made(live, sample, 'nomineeList', at(live), { rows: nomineeRows(live) }).live
    const known = requestableOf(after.state, { operators: sample.operators, roles: ['hrOfficer'] }).find(
      ({ kind }) => kind === 'nomineeList',
    )?.known
    expect(Object.values(known?.rows ?? {}).map((row) => row.grade)).toEqual(Array(3).fill('Chuyên viên chính (01.002)'))
  })
  test('drawn later it still names those it was asked for about', () => {
    const live = liveOf(cut(sample, 'checkIn', 1))
    const asked = ask(live, sample, 'nomineeList', at(live), { rows: nomineeRows(live) }).live
    const [due] = papersOwed({ ...asked.state, goesOn: [], withdrawn: [], nominees: asked.state.nominees })
    expect(due).toMatchObject({ people: expect.arrayContaining(Object.keys(nomineeRows(live))) })
  })
})

describe('who goes on betrays a result that was not announced (procedure.md 7.2)', () => {
  const sample = sampleOf({ rulebook: 'RB2022' })
  const live = liveOf(cut(sample, 'checkIn', 4))
  const list = (stage: string) => ({ kind: 'nomineeList' as const, conferenceId: `${stage}-r1-a1` })

  test('the list of a meeting is open after an announced ballot and sealed after one that was not', () => {
    expect(live.state.conferences.map(({ stage, announcedAt }) => [stage, announcedAt !== undefined])).toEqual([
      ['leadershipPreparation', false],
      ['expandedNomination', false],
      ['leadershipReview', false],
    ])
    expect(tellsSealed(live.state, list('leadership-preparation'))).toBe(false)
    expect(tellsSealed(live.state, list('expanded-nomination'))).toBe(false)
    expect(tellsSealed(live.state, list('leadership-review'))).toBe(true)
  })
  test('who may not know it sees neither the names nor what was typed about them', () => {
    const views = requestableOf(live.state, { operators: sample.operators, roles: ['meetingSecretary'] })
    const view = views.find(({ kind, conferenceId }) => kind === 'nomineeList' && conferenceId === list('leadership-review').conferenceId)
    expect(view).toMatchObject({ known: { rows: {} }, gate: { isOpen: false, conditions: [{ code: 'paper-tells-sealed' }] } })
    expect(view?.people).toBeUndefined()
    expect(view && 'people' in view).toBe(false)
  })
  test('an invitation and a convocation list tell nothing', () => {
    const conferenceId = ConferenceId.parse('leadership-review-r1-a1')
    for (const kind of ['invitation', 'convocationList'] as const) expect(tellsSealed(live.state, { kind, conferenceId })).toBe(false)
  })
})
