// A fake office of three functions: the law itself decides and shows, the ledger is a list in memory, keys and papers are fixed answers.

import { addSlip, closeTotals } from '../../workflows/conference/bundle-totals.ts'
import { sealedResultOf } from '../../workflows/conference/view.ts'
import { noHolidays } from '../../workflows/core/calendar.ts'
import { foldedText } from '../../workflows/core/folded-text.ts'
import { CaseId, OperatorId } from '../../workflows/core/ids.ts'
import type { OpenBundleView } from '../../workflows/counting.ts'
import { agendaView, casesView, type HomeReader, type Listed } from '../../workflows/home.ts'
import type { Notice } from '../../workflows/notices.ts'
import type {
  AgreementView,
  CaseSummary,
  Change,
  DriverView,
  KeyView,
  Office as OfficeDoor,
  Operator,
  Order,
  PaperToSign,
  Question,
  RegistersView,
  SealsView,
  SessionView,
  TokenView,
} from '../../workflows/office.ts'
import { type PlainSummary, plainSummary } from '../../workflows/papers/plain-summary.ts'
import { wordFieldsOf } from '../../workflows/papers/word-fields.ts'
import { casesInWindow } from '../../workflows/procedure/cases-window.ts'
import { requestableOf } from '../../workflows/procedure/paper-view.ts'
import { seenBy } from '../../workflows/procedure/resting.ts'
import { mayLook } from '../../workflows/procedure/seal-opening.ts'
import { type CaseState, currentConference } from '../../workflows/procedure/state.ts'
import { byUrgency, caseSummary, caseView } from '../../workflows/procedure/view.ts'
import type { PersonLine } from '../../workflows/registry/counter.ts'
import { mayRunRoom, type Role } from '../../workflows/roles.ts'
import { emptyRoom, type Room, type RoomView, roomAfter } from '../../workflows/room/room.ts'
import type { WordAnswers } from '../../workflows/word.ts'
import type { Loose, Play } from '../support/play.ts'

export const operator = (id: string, name: string, ...some: Role[]): Operator => ({ operatorId: OperatorId.parse(id), name, roles: some })

/** One desk, two of the counting team, and one who may know no sealed result. */
export const staff: readonly Operator[] = [
  operator('hr', 'Đỗ Thu Hà', 'hrOfficer', 'headOfAgency', 'conferenceChair', 'partyOpinionGiver'),
  operator('kp1', 'Phan Anh Tuấn', 'countingTeam'),
  operator('kp2', 'Lý Thị Ngọc Bích', 'countingTeam'),
  operator('tk', 'Vũ Văn Thư', 'meetingSecretary'),
]

export type Fake = OfficeDoor & {
  readonly orders: Order[]
  readonly play: Play
  /** As if another window had changed something. */
  tell(change: Change): void
}

export type Answers = {
  readonly notices?: readonly Notice[]
  readonly file?: string | null
  readonly working?: string
  readonly cases?: readonly CaseSummary[]
  readonly keys?: readonly KeyView[]
  readonly drivers?: readonly DriverView[]
  readonly tokens?: readonly TokenView[]
  readonly registers?: RegistersView
  readonly people?: readonly PersonLine[]
  readonly seals?: SealsView
  readonly isPrintOnly?: boolean
  readonly toSign?: readonly PaperToSign[]
  readonly clockBack?: NonNullable<SessionView['clockBack']>
  readonly agreement?: AgreementView
  /** By key; shared by two offices as if the app had been opened again. */
  readonly drafts?: Map<string, string>
  readonly wordTemplates?: WordAnswers['wordTemplates']
  readonly wordProblems?: WordAnswers['wordCheck']['problems']
  readonly drift?: WordAnswers['wordDrift']
  /** The rehearsals are open. */
  readonly isRehearsal?: true
  /** Refuses or fails the next order instead of asking the law. */
  readonly refuse?: { readonly code: string } & Record<string, number | string>
  readonly fault?: string
}

export function memoryOffice(play: Play, answers: Answers = {}): Fake {
  const orders: Order[] = []
  const listeners = new Set<(change: Change) => void>()
  let working = answers.working === undefined ? staff[0] : staff.find((one) => one.operatorId === answers.working)
  const drafts = answers.drafts ?? new Map<string, string>()
  let sitting: string | undefined
  let bundle: OpenBundleView | null = null
  let signed = 0
  const session = (): SessionView => ({
    file: answers.file === undefined ? '/du-lieu/so.tiencu' : answers.file,
    recentFiles: ['/du-lieu/so.tiencu'],
    suggestedFile: '/du-lieu/moi.tiencu',
    organisation: { name: 'Sở Mẫu', place: 'Mẫu', form: 'state', sign: 'SM' },
    operators: [...staff],
    ...(working !== undefined && answers.working !== '' ? { operator: working } : {}),
    officeVersion: 1,
    ledger: { size: play.facts.length, root: 'gốc', lastAt: '2026-09-07T08:00:00+07:00' },
    today: play.now().slice(0, 10),
    ...(sitting !== undefined && { sitting: { keyId: sitting, startedAt: play.now(), signed } }),
    ...(answers.clockBack && { clockBack: answers.clockBack }),
    ...(answers.isRehearsal && { isRehearsal: true as const }),
    holidays: { off: [], working: [] },
    toneMarks: 'firstVowel',
    shell: 'browser',
    version: '0.0.0',
  })
  const reader = (): HomeReader => ({ today: play.now().slice(0, 10), holidays: noHolidays, roles: working?.roles ?? [] })
  const listed = (): readonly Listed[] =>
    (answers.cases ?? (play.live === null ? [] : [caseSummary(play.live, noHolidays)]))
      .toSorted(byUrgency)
      .map((summary) => ({ summary, text: foldedText(`${summary.title} ${summary.unit}`) }))
  let room: Room | undefined
  let hall: RoomView['hall'] = 'off'
  const roomNow = (): RoomView | undefined => {
    const held = play.live && currentConference(play.live.state)
    if (!held || !working?.roles.some((role) => mayRunRoom.includes(role))) return undefined
    if (room?.conferenceId !== held.conferenceId) room = emptyRoom(held.conferenceId)
    if (held.presentations.some(({ personId }) => personId === room?.talk?.personId)) room = roomAfter(room, { do: 'dropTalk' }, play.now())
    return { ...room, now: play.now(), hall }
  }
  const view = () => caseView(play.case, { today: play.now().slice(0, 10), holidays: noHolidays, roles: working?.roles ?? [] })
  return {
    orders,
    play,
    tell: (change) => {
      for (const listener of listeners) listener(change)
    },
    async dispatch(order) {
      // Drafts come with every key: kept aside, so that tests see the orders people give.
      if (order.to === 'shell' && order.act.act === 'keepDraft') {
        if (order.act.value === null) drafts.delete(order.act.key)
        else drafts.set(order.act.key, order.act.value)
        return { ok: true, value: {} }
      }
      // What the room keeps for itself is no order to the case.
      if (!(order.to === 'shell' && order.act.act === 'inRoom')) orders.push(order)
      if (answers.refuse !== undefined) return { ok: false, refusal: answers.refuse }
      if (answers.fault !== undefined) return { ok: false, fault: { code: answers.fault, at: '2026-09-07T08:00:00+07:00' } }
      if (order.to === 'shell' && order.act.act === 'startWork') {
        const { operatorId } = order.act
        working = staff.find((one) => one.operatorId === operatorId)
      }
      if (order.to === 'shell' && order.act.act === 'startSitting') sitting = order.act.keyId
      if (order.to === 'shell' && order.act.act === 'endSitting') sitting = undefined
      if (order.to === 'shell' && order.act.act === 'signPaper') signed += 1
      if (order.to === 'shell' && order.act.act === 'printPapers')
        return { ok: true, value: { printed: { bytes: btoa('%PDF-1.7'), sha256: 'b'.repeat(64), pages: 1 }, session: session() } }
      // The totals live in `bundle`; which slips fit is the law's to say, and proven there.
      if (order.to === 'shell' && order.act.act === 'openCountBundle') {
        const lines = play.case.state.nominees.filter(({ personId }) => play.case.state.goesOn.includes(personId)).map(() => 0)
        const { no, mode } = order.act
        const size = view().conference?.countBundles?.bundles[no - 1]?.size ?? 0
        const begun = mode === 'totals' ? lines.map(() => null) : lines
        bundle = { no, mode, size, attempt: 1, mayTakeBack: false, totals: { valid: 0, blank: 0, invalid: 0, reasons: {}, lines: begun } }
        return { ok: true, value: { openBundle: bundle } }
      }
      if (order.to === 'shell' && order.act.act === 'addSlip' && bundle !== null) {
        const form = view().conference?.ballot?.slipForm
        if (!form) throw new Error('no slip to add')
        const added = addSlip(form, bundle.size, bundle.totals, order.act.slip)
        if (!added.ok) return { ok: false, refusal: { ...added.refusal } }
        bundle = { ...bundle, totals: added.value, mayTakeBack: true }
        return { ok: true, value: { openBundle: bundle } }
      }
      if (order.to === 'shell' && order.act.act === 'setTotals' && bundle !== null) {
        bundle = { ...bundle, totals: order.act.totals }
        return { ok: true, value: { openBundle: bundle } }
      }
      if (order.to === 'shell' && order.act.act === 'closeOpenBundle' && bundle !== null) {
        const form = view().conference?.ballot?.slipForm
        if (!form) throw new Error('no slip to count')
        const closed = closeTotals(form, bundle.size, bundle.totals)
        if (!closed.ok) return { ok: false, refusal: { ...closed.refusal } }
        const done = play.try(working?.operatorId ?? 'kp1', { type: 'closeCountBundle', no: bundle.no, entry: closed.value })
        if ('refusal' in done) return { ok: false, refusal: done.refusal as { code: string } & Record<string, string> }
        bundle = null
        return { ok: true, value: { case: view(), openBundle: null } }
      }
      if (order.to === 'shell' && order.act.act === 'inRoom') {
        const { deed } = order.act
        if (deed.do === 'showHall') hall = deed.isOn ? 'on' : 'off'
        else if (deed.do === 'coverHall') hall = deed.isCovered ? 'covered' : 'on'
        else if (roomNow() && room) room = roomAfter(room, deed, play.now())
        const now = roomNow()
        return now ? { ok: true, value: { room: now } } : { ok: false, refusal: { code: 'role-may-not' } }
      }
      if (order.to !== 'case') return { ok: true, value: { session: session() } }
      const answer = play.try(working?.operatorId ?? 'hr', order.command as Loose)
      if ('refusal' in answer) return { ok: false, refusal: answer.refusal as { code: string } & Record<string, string> }
      return { ok: true, value: { case: view() } }
    },
    async ask(question) {
      if (question.about === 'room') {
        const now = roomNow()
        return (now ? { ok: true, value: now } : { ok: false, refusal: { code: 'role-may-not' } }) as never
      }
      if (question.about === 'sealedResult') {
        const result = sealedResultOf(play.case.state, question.conferenceId)
        const mayNow = mayLook(play.case.state, question.conferenceId, working?.operatorId ?? '', play.now())
        return (
          result && mayNow ? { ok: true, value: { result, seconds: 30 } } : { ok: false, refusal: { code: 'seal-is-shut', seconds: 30 } }
        ) as never
      }
      const answer = (): unknown => {
        switch (question.about) {
          case 'session':
            return session()
          case 'cases':
            return windowOf(listed(), question, reader())
          case 'agenda':
            return agendaView(listed(), reader(), question.whose)
          case 'case':
            return view()
          case 'requestable':
            return requestableOf(seenBy(play.case.state, working?.roles ?? []), { operators: staff, roles: working?.roles ?? [] })
          case 'keys':
            return answers.keys ?? []
          case 'people':
            return { day: question.day, from: 0, found: 0, isMore: false, rows: answers.people ?? [] }
          case 'seals':
            return answers.seals ?? {}
          case 'toSign':
            return answers.toSign ?? []
          case 'drivers':
            return answers.drivers ?? []
          case 'tokens':
            return answers.tokens ?? []
          case 'paper':
            return {
              bytes: btoa('%PDF-1.7'),
              sha256: 'a'.repeat(64),
              summary: summaryOf(play.case.state, question.paperId),
              isPrintOnly: answers.isPrintOnly === true,
            }
          case 'print':
            return { bytes: btoa('%PDF-1.7'), sha256: 'a'.repeat(64), pages: question.items.length }
          case 'drafts':
            return [...drafts].map(([key, value]) => ({ key, value, at: play.now() }))
          case 'notices':
            return answers.notices ?? []
          case 'openBundle':
            return bundle
          case 'registers':
            return answers.registers ?? { terms: [], registers: [], numbers: [] }
          case 'agreement':
            return answers.agreement ?? { differences: [], hidden: 0 }
          case 'wordTemplates':
            return answers.wordTemplates ?? []
          case 'wordTemplate':
            return { bytes: btoa('PK'), name: 'mau.docx' }
          case 'wordFields':
            return wordFieldsOf(question.kind)
          case 'wordCheck':
            return { problems: answers.wordProblems ?? [] }
          case 'wordDrift':
            return answers.drift ?? { isUnmarked: false, isSignedSince: false, lines: [] }
          case 'ledger':
            return { size: play.facts.length, root: 'gốc', verified: true }
          case 'file':
            return {
              name: question.name,
              isSample: false,
              overall: 'KHONG_HOP_LE',
              lines: [
                { no: 1, code: 'FILE_READ', state: 'ok', numbers: { sha256: 'ab' } },
                { no: 2, code: 'UNSIGNED_REVISION', state: 'broken', numbers: { fault: 'trang 2' } },
                { no: 8, code: 'CHAIN_GAP', state: 'note', numbers: { recordId: 'buoc-1' } },
              ],
            }
        }
      }
      return { ok: true, value: answer() } as never
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function summaryOf(state: CaseState, paperId: string): PlainSummary {
  const paper = state.papers.find(({ drawn }) => drawn.paperId === paperId)
  if (!paper) throw new Error(`no paper ${paperId}`)
  return plainSummary(state, paper)
}

/** As the services answer: searched, in order, a part at a time. */
function windowOf(
  listed: readonly Listed[],
  { search = '', from = 0, count = casesInWindow, whose, filter }: CasesQuestion,
  reader: HomeReader,
) {
  return casesView(listed, { words: foldedText(search).split(/\s+/).filter(Boolean), from, count, whose, filter }, reader)
}

type CasesQuestion = Extract<Question, { about: 'cases' }>

export const caseId = CaseId.parse('case-1')
