// Sealed slips: what is sealed is what was counted, nothing is destroyed before its time or while a complaint is open, and every act has its minutes (B7).
import { describe, expect, test } from 'vitest'
import { roundsOf } from '../../../workflows/bundles/state.ts'
import { addMonths } from '../../../workflows/core/calendar.ts'
import { caseView } from '../../../workflows/procedure/view.ts'
import { rulebookIds } from '../../../workflows/rulebooks/types.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import type { Loose } from '../../support/play.ts'
import { actsBefore, SamplePlay, textOf } from '../../support/sample-play.ts'
import { tools } from '../sample/play.ts'

const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true })
const keeper = { name: 'Đỗ Thị Hà', title: 'Trưởng phòng Tổ chức cán bộ' }
const team = ['Nguyễn Văn Ánh', 'Lê Văn Ân', 'Trần Thị An'].map((name) => ({ name, title: 'Chuyên viên' }))

/** Counted and confirmed, not yet closed: the moment the team seals. */
const counted = () => new SamplePlay(actsBefore(sample, 'closeConference'), sample.caseId)
const archived = () => new SamplePlay(sample.acts, sample.caseId)

function sealing(play: SamplePlay, at: string, change: Readonly<Record<string, unknown>> = {}, meeting = 0, round = 0): Loose {
  const conference = play.state.conferences[meeting]
  const found = conference && roundsOf(conference)[round]
  if (!conference || !found) throw new Error('no such round')
  const { conferenceId } = conference
  return {
    type: 'sealBundle',
    conferenceId,
    round: found.round,
    ...found.counts,
    envelopes: 1,
    sealNo: `NP-${play.state.bundles.length + 1}`,
    sealedAt: at,
    keeper,
    place: 'Phòng Tổ chức cán bộ',
    ...change,
  }
}
const laterThan = (play: SamplePlay, minutes: number): string =>
  `${new Date(Date.parse(play.state.lastAt) + (minutes + 420) * 60_000).toISOString().slice(0, 19)}+07:00`

/** In the archive with every meeting's slips under seal, and the last day they are kept. */
function sealedArchive() {
  const play = archived()
  const at = laterThan(play, 5)
  for (const index of play.state.conferences.keys()) play.do(at, sealing(play, at, {}, index))
  const [first] = play.state.bundles
  if (!first) throw new Error('sealed')
  return { play, at, until: first.sealed.keepUntil }
}
const destroying = (until: string, change: Readonly<Record<string, unknown>> = {}): Loose => ({
  type: 'destroyBundles',
  bundleIds: ['goi-01'],
  document: { number: '51/QĐ-SNV', date: addMonths(until, 1), issuer: 'Sở Nội vụ' },
  team,
  keeper,
  witnesses: [{ name: 'Bùi Văn Ẩn', title: 'Thanh tra viên' }],
  sealsFound: 'còn nguyên vẹn, đúng số',
  method: 'Cắt vụn bằng máy hủy tài liệu',
  place: 'Kho lưu trữ Sở Nội vụ',
  destroyedAt: `${addMonths(until, 2)}T09:00:00+07:00`,
  ...change,
})
const wayLater = (until: string) => `${addMonths(until, 3)}T09:00:00+07:00`

describe('sealing', () => {
  test('the minutes of the sealing are drawn with it, signed by head of team, chair and keeper', () => {
    const play = counted()
    const at = laterThan(play, 3)
    play.do(at, sealing(play, at))
    const paper = play.paper('ballotSealingMinutes')
    expect(paper.signBlocks.map(({ role }) => role)).toEqual(['to-truong-kiem-phieu', 'chu-tri', 'nguoi-bao-quan'])
    expect(textOf(paper)).toContain('NP-1')
    expect(play.state.bundles).toMatchObject([{ sealed: { bundleId: 'goi-01', keepUntil: addMonths(at.slice(0, 10), 6) } }])
  })

  test('vote-count minutes name the bundle sealed before the meeting was closed, and balance the printed slips', () => {
    const play = counted()
    const at = laterThan(play, 3)
    play.do(at, sealing(play, at)).do(laterThan(play, 9), { type: 'closeConference', conclusion: 'Kết thúc' })
    const text = textOf(play.paper('voteCountMinutes'))
    expect(text).toContain('số niêm phong NP-1')
    expect(text).toContain('in 05 = phát ra 05 + chưa phát 00')
  })

  test('a bundle sealed after the closing stands in its own minutes; the earlier paper does not change', () => {
    const { play } = sealedArchive()
    expect(textOf(play.paper('voteCountMinutes'))).not.toContain('số niêm phong')
  })

  test.each([
    ['a pile differs from the count', { valid: 99 }, 'bundle-differs-from-count'],
    ['it is dated before the count was confirmed', { sealedAt: '2020-01-01T08:00:00+07:00' }, 'bundle-sealed-before-count'],
    ['its hour has not come', { sealedAt: '2090-01-01T08:00:00+07:00' }, 'moment-in-future'],
    ['nothing was counted in that round', { round: 4 }, 'count-not-confirmed'],
  ])('is refused when %s', (_rule, change, code) => {
    const play = counted()
    const at = laterThan(play, 3)
    expect(play.ask(at, sealing(play, at, change))).toMatchObject({ ok: false, refusal: { code } })
  })

  test('the same slips are not sealed twice, nor two bundles with one seal', () => {
    const play = archived()
    const at = laterThan(play, 3)
    play.do(at, sealing(play, at))
    expect(play.ask(at, sealing(play, at))).toMatchObject({ refusal: { code: 'bundle-already-sealed', bundleId: 'goi-01' } })
    expect(play.ask(at, sealing(play, at, { sealNo: 'NP-1' }, 1))).toMatchObject({ refusal: { code: 'bundle-seal-used' } })
  })

  test('slips of a voided ballot are sealed apart, and the second round stands beside them', () => {
    const play = new SamplePlay(actsBefore(sample, 'typeCount'), sample.caseId)
    const { collected, prepared } = play.state.conferences[0] ?? {}
    const at = laterThan(play, 1)
    play.do(at, { type: 'voidBallot', reason: 'Phát nhầm mẫu phiếu' })
    const unsealed = caseView(play.live as never, { today: at.slice(0, 10), holidays: tools.holidays, roles: ['hrOfficer'] }).unsealed
    expect(unsealed).toMatchObject([{ round: 1, isVoided: true, slips: { valid: 0, invalid: collected?.collected } }])
    play.do(at, sealing(play, at))
    expect(textOf(play.paper('ballotSealingMinutes'))).toContain('Phát nhầm mẫu phiếu')
    expect(play.state.conferences[0]?.voidedRounds).toMatchObject([{ prepared, collected }])
  })
})

describe('a bundle opened for a recount', () => {
  /** Sealed, under complaint, its count put right. */
  function corrected() {
    const play = counted()
    const at = laterThan(play, 3)
    const { conferenceId, counts } = play.state.conferences[0] ?? {}
    play
      .do(at, sealing(play, at))
      .do(at, { type: 'holdBundle', bundleId: 'goi-01', reason: 'Đơn khiếu nại kiểm phiếu', heldOn: at.slice(0, 10) })
    const { entry } = counts?.at(-1) ?? {}
    const votes = Object.fromEntries(
      Object.entries(entry?.votes ?? {}).map(([name, count], index) => [name, index === 0 ? count - 1 : count]),
    )
    const fixed = { ...entry, votes, ballotsValid: (entry?.ballotsValid ?? 0) - 1, ballotsInvalid: (entry?.ballotsInvalid ?? 0) + 1 }
    const invalidReasons = { TOO_MANY: fixed.ballotsInvalid }
    play.do(
      laterThan(play, 5),
      { type: 'typeCorrection', conferenceId, entry: { ...fixed, invalidReasons }, reason: 'xếp nhầm' },
      'kiem-phieu-1',
    )
    return play.do(laterThan(play, 6), { type: 'confirmCorrection', conferenceId }, 'kiem-phieu-2')
  }
  const decision = (date: string) => ({ number: '12/QĐ-SNV', date, issuer: 'Sở Nội vụ' })

  test('is opened only by a decision taken before; its minutes name that decision', () => {
    const play = corrected()
    const at = laterThan(play, 9)
    const view = caseView(play.live as never, { today: at.slice(0, 10), holidays: tools.holidays, roles: ['hrOfficer'] })
    expect(view.unsealed).toMatchObject([{ round: 1, isVoided: false, replaces: 'goi-01' }])
    const undecided = { refusal: { code: 'bundle-opened-undecided', bundleId: 'goi-01' } }
    expect(play.ask(at, sealing(play, at))).toMatchObject(undecided)
    expect(play.ask(at, sealing(play, at, { openedBy: decision('2090-01-01') }))).toMatchObject(undecided)
    play.do(at, sealing(play, at, { openedBy: decision('2026-09-09') }))
    expect(textOf(play.paper('ballotSealingMinutes'))).toContain(
      'thay thế gói số 01, đã mở niêm phong theo văn bản số 12/QĐ-SNV, ngày 09/9/2026 của Sở Nội vụ để kiểm lại',
    )
  })

  test('is under the same complaint when it is sealed again', () => {
    const play = corrected()
    const at = laterThan(play, 9)
    play.do(at, sealing(play, at, { openedBy: decision('2026-09-09') }))
    expect(play.state.bundles).toMatchObject([{ replacedBy: 'goi-02' }, { sealed: { replaces: 'goi-01' }, hold: { bundleId: 'goi-02' } }])
    expect(play.ask(at, destroying('2026-09-09', { bundleIds: ['goi-02'] }))).toMatchObject({ refusal: { code: 'bundle-on-hold' } })
    const document = { number: '45/KL-SNV', date: at.slice(0, 10) }
    play.do(at, { type: 'releaseBundle', bundleId: 'goi-02', document, releasedOn: at.slice(0, 10) })
    expect(play.state.bundles[1]?.hold).toBeUndefined()
  })
})

describe('counting what was printed', () => {
  test('printed slips are issued, unused or spoilt: anything else is refused', () => {
    const play = new SamplePlay(actsBefore(sample, 'issueBallots'), sample.caseId)
    const at = laterThan(play, 1)
    play.do(at, { type: 'prepareBallots', printed: 7, mark: 'hangingSeal' }).do(at, { type: 'issueBallots', issued: 5 })
    const back = (unusedSealed: number, spoiled?: number) => play.ask(at, { type: 'collectBallots', collected: 5, unusedSealed, spoiled })
    expect(back(2, 1)).toMatchObject({ refusal: { code: 'unused-ballots-differ', unused: 1, spoiled: 1 } })
    expect(back(1)).toMatchObject({ refusal: { code: 'unused-ballots-differ', unused: 2 } })
    expect(back(1, 1)).toMatchObject({ ok: true, value: [{ unusedSealed: 1, spoiled: 1 }] })
    // The order of procedure.md 2.1 stays: what came back is looked at before what was left over.
    expect(play.ask(at, { type: 'collectBallots', collected: 6, unusedSealed: 9 })).toMatchObject({
      refusal: { code: 'collected-exceeds-issued' },
    })
  })
})

describe('keeping and destroying', () => {
  test('six months run from the later of conference and decision; the case shows it as a day, never as an order', () => {
    const { play, until } = sealedArchive()
    expect(until).toBe(addMonths(play.state.decided?.document.date ?? '', 6))
    const on = (today: string) => caseView(play.live as never, { today, holidays: tools.holidays, roles: ['hrOfficer'] })
    const standingOn = (today: string) => on(today).deadlines.find(({ key }) => key === 'ballotKeeping')
    expect(standingOn(play.state.lastAt.slice(0, 10))).toMatchObject({
      dueOn: until,
      standing: 'running',
      citation: { evidence: 'DEFAULT' },
    })
    expect(standingOn(addMonths(until, 1))).toMatchObject({ standing: 'due' })
    expect(on(until).nextActs.find(({ command }) => command === 'destroyBundles')?.gate.isOpen).toBe(false)
    expect(on(addMonths(until, 1)).nextActs.find(({ command }) => command === 'destroyBundles')).toMatchObject({
      isMain: false,
      gate: { isOpen: true },
    })
    expect(play.state.bundles.every(({ destroyed }) => destroyed === undefined)).toBe(true)
  })

  test('after the time, by a decision, by three, with minutes signed by the team and the keeper: also in the archive', () => {
    const { play, until } = sealedArchive()
    play.do(wayLater(until), destroying(until, { bundleIds: ['goi-01', 'goi-02'] }))
    const paper = play.paper('ballotDestructionMinutes')
    expect(paper.signBlocks.map(({ role }) => role)).toEqual(['to-huy-phieu', 'to-huy-phieu', 'to-huy-phieu', 'nguoi-bao-quan'])
    expect(textOf(paper)).toContain('51/QĐ-SNV')
    expect(textOf(paper)).toContain('Gói số 02')
    // The minutes say what the team found, and nothing of their own.
    expect(textOf(paper)).toContain('kiểm tra niêm phong của từng gói phiếu: còn nguyên vẹn, đúng số.')
    expect(play.state.archivedBox).toBeDefined()
    // The counts stay: only paper is gone.
    expect(play.state.conferences.every((one) => one.counts.length === 1)).toBe(true)
    expect(play.ask(wayLater(until), destroying(until))).toMatchObject({ refusal: { code: 'bundle-not-kept' } })
    expect(play.ask(wayLater(until), sealing(play, wayLater(until), { sealNo: 'NP-77' }))).toMatchObject({
      refusal: { code: 'bundle-already-sealed' },
    })
  })

  test('while a complaint is open nothing is destroyed; after its settling it may be', () => {
    const { play, at, until } = sealedArchive()
    play.do(at, { type: 'holdBundle', bundleId: 'goi-01', reason: 'Đơn khiếu nại', heldOn: at.slice(0, 10) })
    expect(play.ask(wayLater(until), destroying(until))).toMatchObject({ refusal: { code: 'bundle-on-hold' } })
    expect(play.ask(at, { type: 'holdBundle', bundleId: 'goi-01', reason: 'x', heldOn: at.slice(0, 10) })).toMatchObject({
      refusal: { code: 'bundle-already-held' },
    })
    const document = { number: '45/KL-SNV', date: at.slice(0, 10) }
    play.do(at, { type: 'releaseBundle', bundleId: 'goi-01', document, releasedOn: at.slice(0, 10) })
    expect(play.ask(at, { type: 'releaseBundle', bundleId: 'goi-01', document, releasedOn: at.slice(0, 10) })).toMatchObject({
      refusal: { code: 'bundle-not-held' },
    })
    expect(play.ask(wayLater(until), destroying(until))).toMatchObject({ ok: true })
  })

  test.each([
    ['on the last day of keeping', (until: string) => ({ destroyedAt: `${until}T09:00:00+07:00` }), 'bundle-keeping-not-over'],
    [
      'by a document older than the end of the keeping',
      (until: string) => ({ document: { number: '1', date: until } }),
      'destroying-decided-early',
    ],
    [
      'before its deciding document',
      (until: string) => ({ document: { number: '1', date: addMonths(until, 3) } }),
      'destroyed-before-decision',
    ],
    ['by two', () => ({ team: team.slice(0, 2) }), 'destroying-team-too-small'],
    ['by one who is named three times', () => ({ team: [team[0], team[0], team[0]] }), 'destroying-team-too-small'],
    ['at an hour to come', (until: string) => ({ destroyedAt: `${addMonths(until, 9)}T09:00:00+07:00` }), 'moment-in-future'],
    ['though there is no such bundle', () => ({ bundleIds: ['goi-99'] }), 'bundle-unknown'],
  ])('destroying is refused %s', (_rule, change, code) => {
    const { play, until } = sealedArchive()
    expect(play.ask(wayLater(until), destroying(until, change(until)))).toMatchObject({ ok: false, refusal: { code } })
  })

  test('while the person is not decided on the time has not begun', () => {
    const play = counted()
    const at = laterThan(play, 3)
    play.do(at, sealing(play, at))
    expect(play.ask('2090-01-01T09:00:00+07:00', destroying('2080-01-01'))).toMatchObject({ refusal: { code: 'bundle-case-undecided' } })
  })

  test('minutes of what did not happen are not made', () => {
    const play = archived()
    const at = laterThan(play, 3)
    const conferenceId = play.state.conferences[0]?.conferenceId
    const ask = (kind: string, about: object) => play.ask(at, { type: 'requestPaper', kind, day: at.slice(0, 10), details: {}, ...about })
    expect(ask('ballotSealingMinutes', { conferenceId })).toMatchObject({ refusal: { code: 'bundle-not-sealed' } })
    expect(ask('ballotDestructionMinutes', {})).toMatchObject({ refusal: { code: 'bundle-not-destroyed' } })
  })
})

test('a role that may not know a sealed result sees the bundles without how the box fell out', () => {
  const { play } = sealedArchive()
  const seen = (role: 'meetingSecretary' | 'hrOfficer') =>
    caseView(play.live as never, { today: '2027-01-01', holidays: tools.holidays, roles: [role] }).bundles.map(
      ({ slips }) => slips !== undefined,
    )
  const announced = play.state.conferences.map((one) => one.announcedAt !== undefined)
  expect(seen('meetingSecretary')).toEqual(announced)
  expect(announced).toContain(false)
  expect(seen('hrOfficer')).toEqual(announced.map(() => true))
})

test.each(rulebookIds)('every round counted under %s can be sealed once the case is archived', (rulebook) => {
  const one = sampleAppointment({ rulebook, overlay: true })
  const play = new SamplePlay(one.acts, one.caseId)
  const at = laterThan(play, 5)
  play.state.conferences.forEach((conference, index) => {
    if (conference.counts.length > 0) play.do(at, sealing(play, at, {}, index))
  })
  expect(caseView(play.live as never, { today: at.slice(0, 10), holidays: tools.holidays, roles: ['hrOfficer'] }).unsealed).toEqual([])
})
