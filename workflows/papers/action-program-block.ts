// The action programs as minutes and record tell of them (documents.md A8.4; procedure.md 4.4).
import type { ConferenceState } from '../conference/state.ts'
import { type CaseState, findNominee } from '../procedure/state.ts'
import { amount, hourInWords, sentence } from './official-text.ts'
import type { Block } from './paper.ts'

type Presented = ConferenceState['presentations'][number]

const nameOf = (state: CaseState, personId: string): string => findNominee(state, personId)?.name ?? personId
const methodWords = { lot: 'bốc thăm', alphabet: 'theo thứ tự tên' } as const

export function presentationBlocks(state: CaseState, conference: ConferenceState): Block[] {
  const { speakingOrder, presentations, removed } = conference
  const blocks: Block[] = []
  if (speakingOrder) {
    const names = speakingOrder.names.map((id) => nameOf(state, id)).join('; ')
    blocks.push({
      type: 'paragraph',
      text: sentence(`Thứ tự trình bày chương trình hành động (${methodWords[speakingOrder.method]}): ${names}`),
    })
  }
  for (const one of presentations.toSorted((a, b) => a.order - b.order)) {
    const minutes = talkMinutes(state)
    blocks.push({
      type: 'paragraph',
      style: 'bold',
      text: `${nameOf(state, one.personId)} trình bày chương trình hành động từ ${hourInWords(one.presentedFrom)} đến ${hourInWords(one.presentedTo)}${minutes === undefined ? '' : ` (thời gian quy định: ${amount(minutes)} phút)`}.`,
    })
    blocks.push({ type: 'paragraph', text: versionText(one) })
    if (one.interruptions !== undefined) blocks.push({ type: 'paragraph', text: sentence(`Gián đoạn: ${one.interruptions}`) })
    one.questions.forEach((question, index) => {
      blocks.push({ type: 'item', mark: `${index + 1}.`, text: questionText(question) })
    })
    if (one.chairRemarks !== undefined)
      blocks.push({ type: 'paragraph', text: sentence(`Ý kiến của chủ trì hội nghị: ${one.chairRemarks}`) })
  }
  for (const one of removed) {
    const text = `Hội nghị biểu quyết giơ tay (${one.inFavour}/${one.of} người tán thành) không ghi tên ${nameOf(state, one.personId)} vào phiếu; lý do: ${one.reason}`
    blocks.push({ type: 'paragraph', text: sentence(text) })
  }
  return blocks
}

function versionText(one: Presented): string {
  const changed = one.differsFromEarlier ? ' Bản trình bày khác với bản đã trình bày tại hội nghị trước.' : ''
  const attached = one.attachmentSha256 === undefined ? '' : ` Kèm theo ${amount(one.attachmentSha256.length)} tài liệu.`
  return `Bản chương trình: phiên bản ${one.programVersion}, mã băm SHA-256 ${one.programSha256.slice(0, 16)}….${attached}${changed} Tóm tắt: ${sentence(one.summary)}`
}

function questionText({ askedBy, text, answer, drawnByLot, answeredFrom, answeredTo }: Presented['questions'][number]): string {
  const lot = drawnByLot === true ? ' (bốc thăm)' : ''
  const times =
    answeredFrom === undefined || answeredTo === undefined ? '' : ` (từ ${hourInWords(answeredFrom)} đến ${hourInWords(answeredTo)})`
  return `${askedBy} hỏi${lot}: ${sentence(text)} Trả lời${times}: ${sentence(answer)}`
}

/** The A8.4 blocks of the record, in the order of speaking; a nominee taken off the slips has a block that says why. */
export function actionPrograms(state: CaseState, conference: ConferenceState) {
  const { speakingOrder } = conference
  const allowedMinutes = talkMinutes(state)
  const presented = conference.presentations
    .toSorted((a, b) => a.order - b.order)
    .map((one) => ({
      step: conference.stage,
      order: one.order,
      ...(speakingOrder && { orderMethod: speakingOrder.method }),
      candidate: { personId: one.personId, hoTen: nameOf(state, one.personId) },
      programVersion: one.programVersion,
      programSha256: one.programSha256,
      differsFromEarlier: one.differsFromEarlier,
      presentedFrom: one.presentedFrom,
      presentedTo: one.presentedTo,
      ...(allowedMinutes !== undefined && { allowedMinutes }),
      summary: one.summary,
      questions: one.questions.map((question, index) => ({
        no: index + 1,
        askedBy: question.askedBy,
        ...(question.drawnByLot !== undefined && { drawnByLot: question.drawnByLot }),
        text: question.text,
        answerSummary: question.answer,
        ...(question.answeredFrom !== undefined && { answeredFrom: question.answeredFrom }),
        ...(question.answeredTo !== undefined && { answeredTo: question.answeredTo }),
      })),
      ...(one.interruptions !== undefined && { interruptions: one.interruptions }),
      ...(one.chairRemarks !== undefined && { chairRemarks: one.chairRemarks }),
      ...(one.attachmentSha256 && { attachmentSha256: one.attachmentSha256 }),
      ...(one.recordedBy !== undefined && { recordedBy: one.recordedBy }),
    }))
  const removed = conference.removed.map((one) => ({
    step: conference.stage,
    candidate: { personId: one.personId, hoTen: nameOf(state, one.personId) },
    absentCandidate: { reason: one.reason, inFavour: one.inFavour, of: one.of },
  }))
  return [...presented, ...removed]
}

/** `actionProgram.talkMinutes` of the settings that stand with the case. */
function talkMinutes({ settings }: CaseState): number | undefined {
  const program = settings.actionProgram
  if (typeof program !== 'object' || program === null || !('talkMinutes' in program)) return undefined
  return typeof program.talkMinutes === 'number' ? program.talkMinutes : undefined
}
