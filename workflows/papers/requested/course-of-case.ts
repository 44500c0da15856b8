// The road of a case in words: what was done on which day and how each ballot came out; and the people at its end. Read by submission, decision, announcement.
import { type ConferenceState, confirmedCount } from '../../conference/state.ts'
import { dayOf } from '../../core/stamp.ts'
import type { Nominee } from '../../procedure/facts.ts'
import { type CaseState, findNominee, heldConference } from '../../procedure/state.ts'
import type { Ground, Instrument } from '../../rulebooks/instruments.ts'
import { candidatesOf, stageOf } from '../meeting.ts'
import { dayInWords, sentence, shareOf, shareText, shortDay } from '../official-text.ts'
import type { Block, PaperProfile } from '../paper.ts'
import { countedMeetings } from '../vote-summary.ts'

/** The decision conference of this run, once it was closed with somebody to go on with; a head's choice after it counts too. */
export function decisiveConference(state: CaseState): ConferenceState | undefined {
  const decision = heldConference(state, 'leadershipDecision')
  if (!decision?.closed) return undefined
  return state.decided || state.goesOn.length > 0 ? decision : undefined
}

/** Who is to be appointed: decided, else chosen at the end of the road. */
export const chosenOf = (state: CaseState): readonly Nominee[] =>
  (state.decided?.names ?? state.goesOn).flatMap((id) => findNominee(state, id) ?? [])

/** `Số 236/UBND-NC, ngày 10/8/2026`: Party papers put a comma before the day (A2). */
export const documentText = (
  { number, date, issuer }: { readonly number: string; readonly date: string; readonly issuer?: string | undefined },
  profile: PaperProfile,
): string => `số ${number}${profile === 'STATE_ND30_2020' ? '' : ','} ngày ${shortDay(date)}${issuer === undefined ? '' : ` của ${issuer}`}`

/** An instrument in full, as it is cited for the first time: its day in words in State papers, after a comma in Party papers (A2, A3). */
export function groundText(ground: Ground, profile: PaperProfile): string {
  const isState = profile === 'STATE_ND30_2020'
  const cited = ({ kind, number, day, issuer }: Instrument) =>
    `${kind} số ${number}${isState ? ` ${dayInWords(day)}` : `, ngày ${shortDay(day)}`} của ${issuer}`
  return `${cited(ground)}${ground.amendedBy ? `, được sửa đổi, bổ sung bởi ${cited(ground.amendedBy)}` : ''}`
}

const actWords: Readonly<Record<string, string>> = {
  policyRequest: 'Xin chủ trương',
  policyApproval: 'Chủ trương của cấp có thẩm quyền',
  reappointmentNotice: 'Thông báo về việc bổ nhiệm lại',
  selfReport: 'Báo cáo tự nhận xét, đánh giá',
  headAssessment: 'Nhận xét, đánh giá của người đứng đầu',
  partyOpinion: 'Ý kiến bằng văn bản của cấp ủy',
  newIssueConclusion: 'Kết luận về vấn đề mới nảy sinh',
}

/** Every act with its paper, every conference with its day, in time. */
export function courseBlocks(state: CaseState, profile: PaperProfile): Block[] {
  const acts = state.acts.map(({ act, document, doneOn }) => ({
    on: doneOn,
    text: `Ngày ${shortDay(doneOn)}: ${actWords[act] ?? act}${document ? ` (văn bản ${documentText(document, profile)})` : ''}`,
  }))
  const meetings = state.conferences
    .filter((one) => one.phase === 'closed' && one.convened.runNo === state.runNo)
    .map((one) => {
      const on = dayOf(one.closed?.closedAt ?? one.convened.plannedAt)
      return { on, text: `Ngày ${shortDay(on)}: ${stageOf(state, one).name}` }
    })
  return [...acts, ...meetings]
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ text }, index): Block => ({ type: 'item', mark: `${index + 1}.`, text: sentence(text) }))
}

/** Per step and person: votes of the base, whole numbers first (A5.2). */
export function resultTable(state: CaseState, decision: ConferenceState): Block {
  const rows = countedMeetings(state, decision).flatMap((one) => {
    const judged = confirmedCount(one)?.judged
    if (!judged) return []
    const candidates = candidatesOf(state, one)
    return candidates.map((person) => [
      `${stageOf(state, one).name}, ngày ${shortDay(dayOf(one.closed?.closedAt ?? one.convened.plannedAt))}`,
      person.name,
      shareText(shareOf(judged, person.ballotName, candidates.length === 1)),
    ])
  })
  return {
    type: 'table',
    columns: [
      { title: 'Hội nghị', align: 'left', widthMm: 56 },
      { title: 'Họ và tên', align: 'left' },
      { title: 'Số phiếu đồng ý, tỷ lệ', align: 'left', widthMm: 58 },
    ],
    rows,
  }
}

/** Born `1979-05-02`, `1979-05` or `1979`, as far as it is known (documents.md A6.2). */
export function bornText(birthDate: string | undefined): string {
  if (birthDate === undefined) return ''
  const [year = '', month, day] = birthDate.split('-')
  if (month === undefined) return `, sinh năm ${year}`
  return day === undefined ? `, sinh tháng ${Number(month)} năm ${year}` : `, sinh ngày ${shortDay(birthDate)}`
}

/** `đồng chí` in Party papers; `ông`, `bà` in State papers, by the fourth digit of the citizen number (documents.md A9.3) where there is one. */
function addressOf({ citizenId }: Nominee, profile: PaperProfile): string {
  if (profile !== 'STATE_ND30_2020') return 'đồng chí'
  if (citizenId === undefined) return 'ông (bà)'
  return Number(citizenId[3]) % 2 === 0 ? 'ông' : 'bà'
}
export const personText = (one: Nominee, profile: PaperProfile): string =>
  `${addressOf(one, profile)} ${one.name}${bornText(one.birthDate)}, ${one.currentPost}`
