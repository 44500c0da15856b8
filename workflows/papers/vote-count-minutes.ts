// What the vote-count minutes say: every number of the box, whole (documents.md A6.3).
import type { CountEntry } from '../conference/facts.ts'
import { type ConferenceState, type ConfirmedCount, confirmedCount } from '../conference/state.ts'
import { dayOf } from '../core/stamp.ts'
import type { CaseState } from '../procedure/state.ts'
import { baseWords, invalidWords, markWords, outcomeWords, procedureWords, teamWords } from '../wording/papers.ts'
import { usualCopies } from './archive-line.ts'
import type { MeetingDue } from './due.ts'
import { byNomineeName, candidatesOf, inviteeOf, meetingOf, namesOf, postText, presenceAt, stageOf } from './meeting.ts'
import { amount, dayInWords, first, hourInWords, momentInWords, sentence, shareOf, shareText } from './official-text.ts'
import type { Block, Paper } from './paper.ts'
import { paperDay } from './paper-day.ts'
import { headFor, headingText, recipientsFor } from './profile.ts'
import { bundleName, bundlesToldOf } from './requested/ballot-sealing-minutes.ts'
import { type PaperPeople, signBlocksFor, writerOf } from './sign-blocks.ts'

/** Throws when the meeting has no confirmed count. */
export function voteCountMinutes(state: CaseState, due: MeetingDue, proof: Paper['proof'], people: PaperPeople): Paper {
  const conference = meetingOf(state, due.conferenceId)
  const count = confirmedCount(conference)
  if (!count) throw new Error(`no confirmed count at ${due.conferenceId}`)
  const head = headFor(state, paperDay(state, due), 'BB', due, due.number)
  const stage = stageOf(state, conference)
  const slip = stage.ballot?.paperTitle.value.toLowerCase() ?? ''
  const heading = (no: number, words: string): Block => ({ type: 'heading', text: headingText(head.profile, no, words) })
  return {
    paperId: due.paperId,
    kind: 'voteCountMinutes',
    version: due.version,
    ...head,
    title: 'BIÊN BẢN KIỂM PHIẾU',
    abstract: `${first(slip)} ${procedureWords[state.opened.kind]} ${postText(state)} tại ${stage.name}`,
    blocks: [
      ...opening(state, conference, count, slip),
      ...(due.reason === undefined ? [] : [remade(due.reason)]),
      heading(1, 'TỔ KIỂM PHIẾU'),
      ...teamBlocks(conference),
      heading(2, 'SỐ NGƯỜI VÀ SỐ PHIẾU'),
      { type: 'facts', rows: numberRows(state, conference, count) },
      heading(3, 'KẾT QUẢ KIỂM PHIẾU'),
      resultTable(state, conference, count),
      ...outcomeBlocks(state, count),
      ...bundleBlocks(state, conference, due.reason !== undefined),
      ...complaintBlocks(conference),
      ...closing(conference, count),
    ],
    signBlocks: signBlocksFor(state, due, head.profile, people),
    recipients: recipientsFor(head.profile, writerOf(conference, due.kind, people)),
    proof,
  }
}

function opening(state: CaseState, conference: ConferenceState, count: ConfirmedCount, slip: string): Block[] {
  const stage = stageOf(state, conference)
  const { organisation } = state.opened
  const blocks: Block[] = [
    {
      type: 'paragraph',
      text: `Tại ${stage.name} của ${organisation.name}, khai mạc vào hồi ${momentInWords(conference.openedAt ?? conference.convened.plannedAt)}, tại ${conference.convened.place}, Tổ kiểm phiếu đã tiến hành phát phiếu, thu phiếu và kiểm ${slip} (bỏ phiếu kín) đối với ${postText(state)}; số lượng: ${amount(state.opened.seats)}.`,
    },
  ]
  if (count.correctionReason !== undefined) {
    blocks.push({
      type: 'paragraph',
      style: 'italic',
      text: sentence(`Biên bản này thay thế biên bản kiểm phiếu đã lập trước đó. Lý do: ${count.correctionReason}`),
    })
  }
  for (const reason of conference.voided) {
    blocks.push({ type: 'paragraph', text: sentence(`Một lượt phiếu trước đó đã bị hủy, niêm phong và bỏ phiếu lại. Lý do: ${reason}`) })
  }
  return blocks
}

/** Made anew, the count unchanged. */
const remade = (reason: string): Block => ({
  type: 'paragraph',
  style: 'italic',
  text: sentence(`Biên bản này thay thế biên bản kiểm phiếu đã lập trước đó, số liệu không thay đổi. Lý do: ${reason}`),
})

function teamBlocks(conference: ConferenceState): Block[] {
  const { team } = conference
  if (!team) return []
  const chair = inviteeOf(conference, conference.convened.chair)
  const members = team.members.toSorted((a, b) => Number(b.role === 'head') - Number(a.role === 'head'))
  return [
    ...members.map((one, index): Block => {
      const end = index === members.length - 1 ? '.' : ';'
      return { type: 'item', mark: `${index + 1}.`, text: `${teamWords[one.role]}: ${one.name}${end}` }
    }),
    {
      type: 'paragraph',
      text: `Tổ kiểm phiếu được hội nghị biểu quyết thông qua bằng hình thức giơ tay: ${team.inFavour}/${team.of} người tán thành. Người chứng kiến: ${chair.name}, chủ trì hội nghị.`,
    },
  ]
}

function numberRows(state: CaseState, conference: ConferenceState, { entry, judged }: ConfirmedCount): [string, string][] {
  const { count } = judged.input
  const { withoutVote } = presenceAt(state, conference)
  const { collected, prepared } = conference
  const absent = count.convenedRaw - count.excusedForceMajeure - count.present
  return [
    ['Số người được triệu tập', `${amount(count.convenedRaw)} người có quyền bỏ phiếu`],
    ...(count.excusedForceMajeure > 0
      ? [['Vắng vì bất khả kháng', `${amount(count.excusedForceMajeure)} người, không tính vào số được triệu tập`] as [string, string]]
      : []),
    ['Số người có mặt', `${amount(count.present)} người`],
    ['Số người vắng mặt', `${amount(absent)} người`],
    ['Dự, không bỏ phiếu', `${amount(withoutVote.length)} người`],
    ['Số thành viên', `${amount(count.membersTotal)} người`],
    ['Số phiếu in', `${amount(count.ballotsPrepared)} phiếu${prepared ? `, có ${markWords[prepared.mark]}` : ''}`],
    ['Số phiếu phát ra', `${amount(count.ballotsIssued)} phiếu`],
    ['Số phiếu thu về', `${amount(count.ballotsCollected)} phiếu`],
    ['Số phiếu hợp lệ', `${amount(count.ballotsValid)} phiếu`],
    ['Số phiếu không hợp lệ', invalidText(count.ballotsInvalid, entry)],
    ...(count.ballotsBlank !== undefined ? [['Trong đó, phiếu trắng', `${amount(count.ballotsBlank)} phiếu`] as [string, string]] : []),
    ...(entry.missingExplained !== undefined ? [['Phiếu không thu về', entry.missingExplained] as [string, string]] : []),
    ['Số phiếu chưa phát', `${amount(collected?.unusedSealed ?? 0)} phiếu, đã niêm phong`],
    ...((collected?.spoiled ?? 0) > 0
      ? [['Số phiếu hỏng, đã thu lại', `${amount(collected?.spoiled ?? 0)} phiếu`] as [string, string]]
      : []),
    ['Cân đối số phiếu in', balanceText(count.ballotsPrepared, count.ballotsIssued, collected)],
    ...timeRows(conference),
  ]
}

/** When slips went out and came back; when the count ended stands at the end. */
function timeRows({ issued, collected, openedAt, convened }: ConferenceState): [string, string][] {
  if (!issued || !collected) return issued ? [['Phát phiếu lúc', momentInWords(issued.issuedAt)]] : []
  const day = dayOf(openedAt ?? convened.plannedAt)
  const isSameDay = [issued.issuedAt, collected.collectedAt].every((at) => dayOf(at) === day)
  return isSameDay
    ? [['Phát phiếu, thu phiếu', `từ ${hourInWords(issued.issuedAt)} đến ${hourInWords(collected.collectedAt)} cùng ngày`]]
    : [
        ['Phát phiếu lúc', momentInWords(issued.issuedAt)],
        ['Thu phiếu xong lúc', momentInWords(collected.collectedAt)],
      ]
}

/** Printed = issued + unused + spoiled: no slip is missing (procedure.md 2.1, 7.2). */
function balanceText(printed: number, issued: number, collected: ConferenceState['collected']): string {
  const { unusedSealed = 0, spoiled = 0 } = collected ?? {}
  return `in ${amount(printed)} = phát ra ${amount(issued)} + chưa phát ${amount(unusedSealed)}${spoiled > 0 ? ` + hỏng ${amount(spoiled)}` : ''}`
}

/** Which bundles hold the slips, where they were sealed before these minutes (documents.md A6.3). */
function bundleBlocks(state: CaseState, conference: ConferenceState, isRemade: boolean): Block[] {
  return bundlesToldOf(state, conference, isRemade).map(({ sealed }): Block => {
    const { round, envelopes, sealNo, keeper, place, keepUntil } = sealed
    const voided = round <= conference.voided.length ? ` của lượt bỏ phiếu thứ ${amount(round)} đã hủy` : ''
    return {
      type: 'paragraph',
      text: `Phiếu${voided} được niêm phong trong ${amount(envelopes)} phong bì (${bundleName(sealed.bundleId).toLowerCase()}, số niêm phong ${sealNo}), bàn giao cho ${keeper.name}, ${keeper.title}, bảo quản tại ${place}, giữ ít nhất đến hết ${dayInWords(keepUntil)}.`,
    }
  })
}

function invalidText(invalid: number, { invalidReasons }: CountEntry): string {
  const reasons = Object.entries(invalidWords).flatMap(([code, words]) => {
    const found = invalidReasons?.[code as keyof typeof invalidWords] ?? 0
    return found > 0 ? [`${words}: ${amount(found)}`] : []
  })
  // They are told with their reasons (A6.3): that nobody gave any is told too, before anybody signs.
  if (invalid > 0 && reasons.length === 0) return `${amount(invalid)} phiếu (không ghi lý do)`
  return `${amount(invalid)} phiếu${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`
}

/** One person per line, in the order of names; a ballot with agree and disagree has one person and three numbers. */
export function resultTable(state: CaseState, conference: ConferenceState, { judged }: ConfirmedCount): Block {
  const candidates = candidatesOf(state, conference)
  const { count } = judged.input
  const isOpinion = count.agree !== undefined || count.disagree !== undefined
  const isOnly = candidates.length === 1
  const of = baseWords[judged.output.base.name]
  const rows = candidates.map((one, index) => {
    const share = shareOf(judged, one.ballotName, isOnly)
    const opinions = isOpinion ? [String(count.disagree ?? 0), String(count.noOpinion ?? 0)] : []
    return [String(index + 1), one.name, one.post, String(share.votes), ...opinions, `${share.votes}/${share.base} = ${share.percent}%`]
  })
  return {
    type: 'table',
    columns: [
      { title: 'TT', align: 'center', widthMm: 10 },
      { title: 'Họ và tên', align: 'left' },
      { title: 'Chức vụ hiện tại', align: 'left', widthMm: isOpinion ? 38 : 54 },
      { title: isOpinion ? 'Đồng ý' : 'Số phiếu', align: 'right', widthMm: 17 },
      ...(isOpinion
        ? ([
            { title: 'Không đồng ý', align: 'right', widthMm: 19 },
            { title: 'Không có ý kiến', align: 'right', widthMm: 19 },
          ] as const)
        : []),
      { title: `Tỷ lệ trên ${judged.output.base.name === 'membersTotal' ? of : `số ${of}`}`, align: 'right', widthMm: isOpinion ? 34 : 40 },
    ],
    rows,
  }
}

/** What the numbers mean, with the share of each name concerned and the article that says so. */
export function outcomeBlocks(state: CaseState, { judged }: ConfirmedCount): Block[] {
  const { output } = judged
  const isOnly = Object.keys(judged.input.count.votes ?? {}).length < 2
  const votesOf = (name: string) => shareOf(judged, name, isOnly).votes
  // Most votes first; level ones as they stand on the slip (A9.4).
  const inOrder = byNomineeName(state)
  const idOf = (ballotName: string) => state.nominees.find((one) => one.ballotName === ballotName)?.personId ?? ballotName
  const concerned = (output.selected.length > 0 ? output.selected : output.carried).toSorted(
    (a, b) => votesOf(b) - votesOf(a) || inOrder(idOf(a), idOf(b)),
  )
  const names = namesOf(state, concerned).map((name, index) => `${name}, ${shareText(shareOf(judged, concerned[index] ?? name, isOnly))}`)
  const words = outcomeWords[output.outcome]
  return [
    { type: 'paragraph', style: 'bold', text: sentence(names.length > 0 ? `${words}: ${names.join('; ')}` : words) },
    { type: 'paragraph', style: 'italic', text: sentence(`Căn cứ: ${output.clause}`) },
  ]
}

/** None, or what was raised (documents.md A6.3); nothing where nobody was asked. */
function complaintBlocks({ closed }: ConferenceState): Block[] {
  if (closed?.countComplaint === undefined) return []
  const told = closed.countComplaint === '' ? 'không có' : closed.countComplaint
  return [{ type: 'paragraph', text: sentence(`Khiếu nại, kiến nghị về việc kiểm phiếu tại hội nghị: ${told}`) }]
}

function closing(conference: ConferenceState, { confirmedAt }: ConfirmedCount): Block[] {
  const ends = `Việc kiểm phiếu kết thúc vào hồi ${momentInWords(confirmedAt)}.`
  const isOtherDay = conference.issued !== undefined && dayOf(conference.issued.issuedAt) !== dayOf(confirmedAt)
  const day = isOtherDay ? ` Phiếu được phát ${dayInWords(dayOf(conference.issued?.issuedAt ?? confirmedAt))}.` : ''
  return [
    {
      type: 'paragraph',
      text: `${ends}${day} Biên bản lập thành ${amount(usualCopies.value)} bản có giá trị như nhau; số liệu gốc ở tệp record.json gắn kèm.`,
    },
  ]
}
