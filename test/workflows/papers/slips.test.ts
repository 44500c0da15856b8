// Slips to vote with: what stands on them by rulebook and step, when they may be made, and that a meeting with other slips is never held up.
import { describe, expect, test } from 'vitest'
import type { Paper, Slip } from '../../../workflows/papers/paper.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import type { SampleCase } from '../../../workflows/sample/sample-case.ts'
import type { Loose } from '../../support/play.ts'
import { actsBefore, SamplePlay } from '../../support/sample-play.ts'
import { sampleReappointment } from '../../support/sample-reappointment.ts'

const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true })
const later = (play: SamplePlay, minutes = 1): string =>
  `${new Date(Date.parse(play.state.lastAt) + (minutes + 420) * 60_000).toISOString().slice(0, 19)}+07:00`

const conferenceOf = (play: SamplePlay) => play.state.conferences.at(-1)?.conferenceId
function asking(play: SamplePlay, details: Readonly<Record<string, string>> = {}, change: object = {}): Loose {
  const all = { slipFormat: 'A5', copies: '5', slipMark: 'hangingSeal', ...details }
  return {
    type: 'requestPaper',
    kind: 'ballotSlip',
    conferenceId: conferenceOf(play),
    day: later(play).slice(0, 10),
    details: all,
    ...change,
  }
}
/** Just before the slips of the nth ballot are recorded as printed. */
const beforePrinting = (one: SampleCase, nth = 1) => new SamplePlay(actsBefore(one, 'prepareBallots', nth), one.caseId)

function slipOf(play: SamplePlay, details: Readonly<Record<string, string>> = {}): Slip & Pick<Paper, 'title'> {
  play.do(later(play), asking(play, details))
  const paper = play.paper('ballotSlip')
  if (!paper.slip) throw new Error('no slip')
  return { ...paper.slip, title: paper.title }
}

describe('what stands on a slip', () => {
  test('the first ballot of RB2026: choose one of those adopted just now, in the order of names', () => {
    const play = beforePrinting(sample)
    const slip = slipOf(play)
    expect(slip).toMatchObject({
      title: 'PHIẾU ĐỊNH HƯỚNG GIỚI THIỆU NHÂN SỰ',
      ticks: ['Chọn'],
      writeInLines: 0,
      opinionLines: 0,
      conference: 'Hội nghị tập thể lãnh đạo',
    })
    const nominees = play.state.nominees.map(({ ballotName }) => ballotName)
    expect(slip.names.map(({ name }) => name).toSorted()).toEqual(nominees.toSorted())
    expect(slip.howTo[0]).toContain('không chọn quá 01 người')
  })

  test('key officials of RB2022: agree or disagree with each, other opinions, signed or not', () => {
    const play = beforePrinting(sampleAppointment({ rulebook: 'RB2022', overlay: false }), 3)
    const slip = slipOf(play)
    expect(slip).toMatchObject({ ticks: ['Đồng ý', 'Không đồng ý'], opinionLines: 2, writeInLines: 0 })
    expect(slip.howTo.at(-1)).toBe('Người bỏ phiếu ký tên hoặc không ký tên đều được.')
    expect(slip.handling).toContain('niêm phong')
  })

  test('a decision on one person is agree or disagree', () => {
    const slip = slipOf(beforePrinting(sample, 4))
    expect(slip).toMatchObject({ title: 'PHIẾU BIỂU QUYẾT NHÂN SỰ', ticks: ['Đồng ý', 'Không đồng ý'], opinionLines: 0 })
    expect(slip.names).toHaveLength(1)
  })

  test('reappointment: the confidence slip asks about one person', () => {
    expect(slipOf(beforePrinting(sampleReappointment({ rulebook: 'RB2026' })))).toMatchObject({
      ticks: ['Đồng ý', 'Không đồng ý'],
      opinionLines: 2,
    })
  })

  test('a line for another name stands only where the step knows one', () => {
    const lines = (rulebook: 'RB2017' | 'RB2022', overlay: boolean, nth: number) =>
      slipOf(beforePrinting(sampleAppointment({ rulebook, overlay }), nth)).writeInLines
    expect([lines('RB2017', false, 1), lines('RB2017', true, 1), lines('RB2022', false, 1), lines('RB2022', false, 2)]).toEqual([
      1, 0, 0, 1,
    ])
  })

  test('nothing on it tells one slip from another: no number, no hash, no place to sign', () => {
    const play = beforePrinting(sample)
    slipOf(play)
    const paper = play.paper('ballotSlip')
    expect(paper).toMatchObject({ numberAndSign: '', signBlocks: [], recipients: [], blocks: [] })
    const drawn = play.state.papers.find((one) => one.drawn.kind === 'ballotSlip')?.drawn
    expect(drawn?.fields).toEqual([])
  })
})

describe('when slips may be made', () => {
  test.each([
    ['before the list is adopted', () => new SamplePlay(actsBefore(sample, 'adoptList'), sample.caseId), 'list-not-adopted'],
    ['after ballots were issued', () => new SamplePlay(actsBefore(sample, 'collectBallots'), sample.caseId), 'slips-not-now'],
  ])('not %s', (_rule, at, code) => {
    const play = at()
    expect(play.ask(later(play), asking(play))).toMatchObject({ refusal: { code } })
  })

  test.each([
    ['the mark is none of the rulebook', { slipMark: 'chairSignature' }, 'ballot-mark-not-in-rulebook', 'RB2022'],
    ['more lines are asked for than the format holds', { slipFormat: 'A4x8' }, 'slip-does-not-fit', 'RB2017'],
    ['none is to be printed', { copies: '0' }, 'paper-field-unreadable', 'RB2022'],
  ] as const)('not when %s', (_rule, details, code, rulebook) => {
    const play = beforePrinting(sampleAppointment({ rulebook, overlay: false }), 1)
    expect(play.ask(later(play), asking(play, details))).toMatchObject({ refusal: { code } })
  })
})

describe('slips in use', () => {
  const prepare = (printed: number, slips?: string): Loose => ({
    type: 'prepareBallots',
    printed,
    mark: 'hangingSeal',
    ...(slips && { slips }),
  })
  const issue: Loose = { type: 'issueBallots', issued: 5 }
  /** Slips drawn, then one of the names withdraws. */
  function outdated() {
    const play = beforePrinting(sample)
    play.do(later(play), asking(play)).do(later(play), prepare(5, 'fromApp'))
    const personId = play.state.nominees[0]?.personId
    return play.do(later(play), { type: 'withdrawNominee', personId, reason: 'Xin rút' })
  }

  test('as many are printed as were asked for; slips of the app must be there', () => {
    const play = beforePrinting(sample)
    expect(play.ask(later(play), prepare(5, 'fromApp'))).toMatchObject({ refusal: { code: 'slips-not-drawn' } })
    play.do(later(play), asking(play))
    expect(play.ask(later(play), prepare(6, 'fromApp'))).toMatchObject({
      refusal: { code: 'printed-differs-from-slips', printed: 6, copies: 5 },
    })
    play.do(later(play), prepare(5, 'fromApp'))
    expect(play.ask(later(play), issue)).toMatchObject({ ok: true })
  })

  test('slips printed before a name went are not handed out; made anew they are', () => {
    const play = outdated()
    expect(play.ask(later(play), issue)).toMatchObject({ refusal: { code: 'slips-outdated' } })
    play.do(later(play), asking(play, {}, { reason: 'Một nhân sự xin rút' })).do(later(play), prepare(5, 'fromApp'))
    expect(play.ask(later(play), issue)).toMatchObject({ ok: true })
    expect(play.paper('ballotSlip').slip?.names).toHaveLength(2)
  })

  test('a meeting that votes with other slips is not held up by those drawn here', () => {
    const play = outdated()
    play.do(later(play), prepare(9, 'ownMade'))
    expect(play.ask(later(play), issue)).toMatchObject({ ok: true })
    const silent = beforePrinting(sample)
    silent.do(later(silent), asking(silent)).do(later(silent), prepare(9))
    expect(silent.ask(later(silent), issue)).toMatchObject({ ok: true })
  })

  test('a slip drawn late bears the names it was asked for with', () => {
    const play = beforePrinting(sample)
    const at = later(play)
    const asked = play.ask(at, asking(play))
    expect(asked).toMatchObject({ ok: true, value: [{ type: 'paperRequested', people: { length: 3 } }] })
  })
})
