// The slip: what stands on the paper people vote with (documents.md A6.3; procedure.md 2.2, 2.6). Every slip of a meeting is the same drawing:
// no serial, no mark, no proof block, nothing that could single out a voter.
import { type Meeting, owesList, writeInsAllowed } from '../../conference/agenda.ts'
import { namesOnBallot } from '../../conference/names.ts'
import { isOpinionForm } from '../../conference/tally.ts'
import type { Refusal } from '../../core/refusal.ts'
import { dayOf } from '../../core/stamp.ts'
import { ruleOf } from '../../procedure/deciding.ts'
import { planFor } from '../../procedure/plan.ts'
import { type CaseState, findConference, findNominee } from '../../procedure/state.ts'
import type { BallotMark } from '../../rulebooks/types.ts'
import { meetingOf, postText } from '../meeting.ts'
import { amount, dayInWords, first } from '../official-text.ts'
import { type Slip, type SlipFormat, slipFormats } from '../paper.ts'
import type { RequestedPaper } from '../requested.ts'

const marks = ['hangingSeal', 'chairSignature'] as const satisfies readonly BallotMark[]

/** How many lines a slip of this format holds: names, the line for another name, lines for other opinions. */
export const slipRoom: Readonly<Record<SlipFormat, number>> = { A4: 90, A5: 30, A4x2: 16, A4x4: 8, A4x8: 3 }
const slipsOnSheet: Readonly<Record<SlipFormat, number>> = { A4: 1, A5: 1, A4x2: 2, A4x4: 4, A4x8: 8 }

/** How many sheets hold the slips that were asked for; undefined for a paper that is no slip drawn here. */
export function sheetsOfSlips(state: CaseState, paperId: string): number | undefined {
  const request = state.paperRequests.find((one) => one.paperId === paperId && one.kind === 'ballotSlip')
  return request && Math.ceil(Number(request.details.copies ?? 0) / slipsOnSheet[formatOf(request.details)])
}

const isSmall = (format: SlipFormat): boolean => format === 'A4x4' || format === 'A4x8'

/** The meeting a slip is for, while its ballots are still to be issued. */
function votingMeeting(state: CaseState, conferenceId: string | undefined): Meeting | undefined {
  const conference = conferenceId === undefined ? undefined : findConference(state, conferenceId)
  if (!conference || conference.convened.runNo !== state.runNo || !['convened', 'opened'].includes(conference.phase)) return undefined
  const stage = ruleOf(state, conference.stage)
  return stage.ballot ? { plan: planFor(state.rulebook, state.opened.kind), state, stage, conference } : undefined
}

const namesFor = (meeting: Meeting) => namesOnBallot(meeting.plan, meeting.state, meeting.stage, meeting.conference)

function notYet(state: CaseState, conferenceId: string | undefined): Refusal | null {
  const meeting = votingMeeting(state, conferenceId)
  if (!meeting) return { code: 'slips-not-now' }
  if (owesList(meeting)) return { code: 'list-not-adopted', stage: meeting.stage.key }
  if (namesFor(meeting).length === 0 && !writeInsAllowed(meeting)) return { code: 'no-names-on-ballot' }
  return null
}

export const ballotSlip: RequestedPaper = {
  kind: 'ballotSlip',
  scope: 'meeting',
  sign: null,
  fields: [
    { key: 'slipFormat', type: 'choice', isRequired: true, choices: slipFormats },
    { key: 'copies', type: 'count', isRequired: true },
    { key: 'slipMark', type: 'choice', isRequired: true, choices: marks },
  ],
  tells: 'nothing',
  notYet: (state, { conferenceId }) => notYet(state, conferenceId),
  mayNameNobody: true,
  people(state, { conferenceId }) {
    const meeting = votingMeeting(state, conferenceId)
    return meeting ? namesFor(meeting) : []
  },
  problem(state, { conferenceId }, details) {
    const meeting = votingMeeting(state, conferenceId)
    if (!meeting) return { code: 'slips-not-now' }
    const { ballotMarks } = meeting.plan.rulebook
    const mark = marks.find((one) => one === details.slipMark)
    if (!mark || !ballotMarks.value.includes(mark))
      return { code: 'ballot-mark-not-in-rulebook', mark: mark ?? '', article: ballotMarks.article }
    if (Number(details.copies) < 1) return { code: 'paper-field-unreadable', kind: 'ballotSlip', field: 'copies' }
    const format = formatOf(details)
    const { names, writeInLines, opinionLines } = slipOf(state, meeting.conference.conferenceId, namesFor(meeting), details)
    const lines = names.length + writeInLines + opinionLines
    const room = slipRoom[format]
    return lines > room ? { code: 'slip-does-not-fit', lines, room } : undefined
  },
  say(state, { conferenceId = '', people: names = [], details }) {
    const stage = ruleOf(state, meetingOf(state, conferenceId).stage)
    return {
      title: stage.ballot?.paperTitle.value ?? '',
      abstract: first(postText(state)),
      blocks: [],
      signers: [],
      recipients: [],
      slip: slipOf(state, conferenceId, names, details),
    }
  },
}

const formatOf = (details: Readonly<Record<string, string>>): SlipFormat => slipFormats.find((one) => one === details.slipFormat) ?? 'A4'

function slipOf(state: CaseState, conferenceId: string, ids: readonly string[], details: Readonly<Record<string, string>>): Slip {
  const conference = meetingOf(state, conferenceId)
  const stage = ruleOf(state, conference.stage)
  const format = formatOf(details)
  const names = ids.map((id) => {
    const nominee = findNominee(state, id)
    return { name: nominee?.ballotName ?? id, post: nominee?.currentPost ?? '' }
  })
  const isOpinion = isOpinionForm(stage, { convenedRaw: 1, present: 1 }, { carriedFrom: names.map((one) => one.name) })
  const asksOpinion = stage.ballot?.kind.value === 'opinionBallot' || stage.ballot?.kind.value === 'confidenceBallot'
  const { method } = stage.ballot?.rule ?? { method: 'consultation' }
  const isFree = !isOpinion && stage.ballot?.outsideNames.value !== 'no'
  const seats = method === 'divergence' ? 1 : state.opened.seats
  const maySign = stage.ballot?.signing.value === 'optional'
  return {
    format,
    mark: marks.find((one) => one === details.slipMark) ?? 'hangingSeal',
    conference: stage.name,
    day: dayInWords(dayOf(conference.convened.plannedAt)),
    ticks: isOpinion ? ['Đồng ý', 'Không đồng ý'] : ['Chọn'],
    names,
    writeInLines: isFree ? seats : 0,
    opinionLines: asksOpinion ? 2 : 0,
    howTo: [
      isOpinion ? agreeWords(names.length) : chooseWords(seats),
      ...(isFree
        ? ['Giới thiệu người khác đủ tiêu chuẩn, điều kiện: ghi họ và tên vào dòng để trống và đánh dấu X vào ô vuông bên cạnh.']
        : []),
      ...(isSmall(format) ? [] : [invalidSlips(state, isOpinion)]),
      ...(maySign && !isSmall(format) ? ['Người bỏ phiếu ký tên hoặc không ký tên đều được.'] : []),
    ],
    ...(asksOpinion && !isSmall(format) && { handling: 'Phiếu bỏ kín vào hòm phiếu; Tổ kiểm phiếu niêm phong và bảo quản theo quy định.' }),
  }
}

const chooseWords = (seats: number): string =>
  seats === 1
    ? 'Đánh dấu X vào ô vuông của 01 người được chọn; không chọn quá 01 người.'
    : `Đánh dấu X vào ô vuông của người được chọn; chọn không quá ${amount(seats)} người.`

const agreeWords = (names: number): string =>
  `${names > 1 ? 'Đối với từng người, đánh' : 'Đánh'} dấu X vào 01 trong 02 ô vuông: đồng ý hoặc không đồng ý.`

/** As the settings of the case judge a slip (procedure.md 2.6). */
function invalidSlips({ settings }: CaseState, isOpinion: boolean): string {
  const wrong = isOpinion
    ? [
        ...(settings.bothTickedIs === 'noOpinion' ? [] : ['đánh dấu cả hai ô']),
        ...(settings.noOpinionIs === 'invalid' ? ['không đánh dấu ô nào'] : []),
      ]
    : ['chọn quá số người', ...(settings.blankIs === 'validBlank' ? [] : ['không chọn người nào'])]
  return `Phiếu không hợp lệ: ${['không có dấu hoặc chữ ký xác nhận', ...wrong].join('; ')}.`
}
