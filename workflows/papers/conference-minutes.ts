// What the conference minutes say. They know the counts only where the result was announced in the room (documents.md A6.3).
import { agendaKeys } from '../conference/agenda.ts'
import type { ConferenceState } from '../conference/state.ts'
import { ruleOf } from '../procedure/deciding.ts'
import { planFor } from '../procedure/plan.ts'
import { type CaseState, findNominee } from '../procedure/state.ts'
import { agendaWords, procedureWords, resultElsewhere } from '../wording/papers.ts'
import { presentationBlocks } from './action-program-block.ts'
import { attendanceBlocks } from './attendance-block.ts'
import type { MeetingDue } from './due.ts'
import { announcedCount, byNomineeName, inviteeOf, meetingOf, postText, presenceAt, rulebookOf, stageOf } from './meeting.ts'
import { amount, hourInWords, momentInWords, sentence } from './official-text.ts'
import type { Block, Paper } from './paper.ts'
import { paperDay } from './paper-day.ts'
import { headFor, headingText, recipientsFor } from './profile.ts'
import { type PaperPeople, signBlocksFor, writerOf } from './sign-blocks.ts'
import { outcomeBlocks, resultTable } from './vote-count-minutes.ts'

export function conferenceMinutes(state: CaseState, due: MeetingDue, proof: Paper['proof'], people: PaperPeople): Paper {
  const conference = meetingOf(state, due.conferenceId)
  const stage = stageOf(state, conference)
  const startsAt = conference.openedAt ?? conference.convened.plannedAt
  const head = headFor(state, paperDay(state, due), 'BB', due, due.number)
  const { organisation } = state.opened
  const heading = (no: number, words: string): Block => ({ type: 'heading', text: headingText(head.profile, no, words) })
  const subject = `${procedureWords[state.opened.kind]} ${postText(state)}`
  return {
    paperId: due.paperId,
    kind: 'conferenceMinutes',
    version: due.version,
    ...head,
    title: 'BIÊN BẢN',
    abstract: `${stage.name} về nhân sự ${subject}`,
    blocks: [
      {
        type: 'paragraph',
        text: `Vào hồi ${momentInWords(startsAt)}, tại ${conference.convened.place}, ${organisation.name} tổ chức ${stage.name} về nhân sự ${subject}.`,
      },
      ...(due.supersedes === undefined ? [] : [replacing(due.reason)]),
      heading(1, 'THÀNH PHẦN'),
      ...attendanceBlocks(state, conference),
      ...(conference.openedAt === undefined ? [] : [heading(2, 'NỘI DUNG VÀ DIỄN BIẾN'), ...proceedings(state, conference)]),
      heading(conference.openedAt === undefined ? 2 : 3, 'KẾT QUẢ VÀ KẾT LUẬN'),
      ...ending(state, conference),
    ],
    signBlocks: signBlocksFor(state, due, head.profile, people),
    recipients: recipientsFor(head.profile, writerOf(conference, due.kind, people)),
    proof,
  }
}

// Why a count was corrected may tell the count: that stands in the vote-count minutes alone.
const replacing = (reason: string | undefined): Block => ({
  type: 'paragraph',
  style: 'italic',
  text:
    reason === undefined
      ? 'Biên bản này thay thế biên bản hội nghị đã lập trước đó, sau khi kết quả kiểm phiếu được đính chính.'
      : sentence(`Biên bản này thay thế biên bản hội nghị đã lập trước đó. Lý do: ${reason}`),
})

const paragraph = (text: string): Block => ({ type: 'paragraph', text: sentence(text) })
const nameOf = (state: CaseState, personId: string): string => findNominee(state, personId)?.name ?? personId
const namesOf = (state: CaseState, ids: readonly string[]): string => ids.map((id) => nameOf(state, id)).join('; ')

/** The agenda the law gives the meeting; of the result only where its rulebook lets it be told (documents.md A6.3). */
function agendaBlock(state: CaseState, conference: ConferenceState): Block {
  const plan = planFor(rulebookOf(state, conference), state.opened.kind)
  const stage = ruleOf({ ...state, rulebook: plan.rulebook.id }, conference.stage)
  const isTold = stage.ballot?.announce.value !== 'no'
  const parts = agendaKeys({ plan, state, stage, conference }).filter((key) => key !== 'result' || isTold)
  return paragraph(`Chương trình hội nghị: ${parts.map((key) => agendaWords[key]).join('; ')}`)
}

/** What happened, in the order of a meeting (procedure.md 2.8). */
function proceedings(state: CaseState, conference: ConferenceState): Block[] {
  const chair = inviteeOf(conference, conference.convened.chair)
  const blocks: Block[] = [agendaBlock(state, conference)]
  if (conference.purpose !== undefined)
    blocks.push(paragraph(`${chair.name}, chủ trì hội nghị, nêu mục đích, yêu cầu: ${conference.purpose}`))
  if (conference.adopted) {
    const names = conference.adopted.length > 0 ? namesOf(state, conference.adopted.toSorted(byNomineeName(state))) : 'không có nhân sự'
    blocks.push(paragraph(`Hội nghị thảo luận, thống nhất danh sách nhân sự: ${names}`))
  }
  blocks.push(...introducedBlocks(state, conference))
  blocks.push(...presentationBlocks(state, conference))
  if (conference.nomineeInformation !== undefined) blocks.push(paragraph(`Thông tin về nhân sự: ${conference.nomineeInformation}`))
  blocks.push(...ballotBlocks(state, conference))
  for (const { speaker, summary } of conference.statements)
    blocks.push({ type: 'item', mark: '-', text: sentence(`Ý kiến của ${speaker}: ${summary}`) })
  return blocks
}

/** A name first heard at this meeting could not present at the expanded conference: the minutes say why (procedure.md 4.4). */
function introducedBlocks(state: CaseState, conference: ConferenceState): Block[] {
  if (conference.introduced.length === 0) return []
  const names = namesOf(state, conference.introduced)
  const late = state.opened.overlays.includes('OV-AP2021')
    ? '; do được giới thiệu lần đầu tại hội nghị này nên chưa thể trình bày chương trình hành động tại hội nghị trước, sẽ trình bày trước khi biểu quyết'
    : ''
  return [paragraph(`Hội nghị giới thiệu thêm nhân sự ngoài danh sách: ${names}${late}`)]
}

function ballotBlocks(state: CaseState, conference: ConferenceState): Block[] {
  const { team, issued } = conference
  const blocks: Block[] = []
  if (team) {
    const names = team.members.map((one) => one.name).join('; ')
    blocks.push(
      paragraph(
        `Hội nghị biểu quyết giơ tay thông qua Tổ kiểm phiếu gồm ${amount(team.members.length)} người (${names}): ${team.inFavour}/${team.of} người tán thành`,
      ),
    )
  }
  for (const reason of conference.voided) blocks.push(paragraph(`Một lượt phiếu đã bị hủy, niêm phong và bỏ phiếu lại; lý do: ${reason}`))
  if (issued) {
    const { present, convened } = presenceAt(state, conference)
    const names = issued.names.length > 0 ? ` Tên trên phiếu: ${namesOf(state, issued.names)}.` : ''
    blocks.push({
      type: 'paragraph',
      text: `Lúc ${hourInWords(issued.issuedAt)}, hội nghị bỏ phiếu kín; có mặt ${amount(present)}/${amount(convened)} người được triệu tập.${names}`,
    })
  }
  return blocks
}

function ending(state: CaseState, conference: ConferenceState): Block[] {
  if (conference.phase === 'notQuorate') {
    const { present, convened } = presenceAt(state, conference)
    return [
      paragraph(
        `Hội nghị không đủ số người dự theo quy định (có mặt ${amount(present)}/${amount(convened)} người được triệu tập) nên không tiến hành; hội nghị sẽ được triệu tập lại, các nội dung đã làm không có giá trị`,
      ),
    ]
  }
  if (conference.phase === 'adjourned') return [paragraph(`Hội nghị tạm hoãn, sẽ được triệu tập lại; lý do: ${conference.endReason ?? ''}`)]
  const count = announcedCount(conference)
  const blocks: Block[] = []
  if (count) blocks.push(resultTable(state, conference, count), ...outcomeBlocks(state, count))
  else if (conference.counts.length > 0) blocks.push({ type: 'paragraph', text: resultElsewhere })
  if (conference.closed) {
    if (conference.closed.conclusion !== '') blocks.push(paragraph(`Kết luận của chủ trì hội nghị: ${conference.closed.conclusion}`))
    blocks.push(
      paragraph(`Hội nghị kết thúc vào hồi ${momentInWords(conference.closed.closedAt)}; biên bản được đọc và thông qua tại hội nghị`),
    )
  }
  return blocks
}
