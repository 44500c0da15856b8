// The counter between screen and shell: everything a screen can ask or order, and every answer it can get.
import { z } from 'zod'
import { type CommuneAnswers, communeActs, communeQuestions } from './communes.ts'
import { line } from './core/document.ts'
import { CaseId, ConferenceId, type ImportId, OperatorId, PaperId, UnitId } from './core/ids.ts'
import type { Numbers, Refusal } from './core/refusal.ts'
import { Day } from './core/stamp.ts'
import { type ToneMarkStyle, toneMarkStyles } from './core/tone-marks.ts'
import { type CountAnswers, countActs, countQuestions, type OpenBundleView } from './counting.ts'
import { returnKeyShape } from './desk/returns.ts'
import { type DraftAnswers, draftActs, draftQuestions } from './drafts.ts'
import { type HomeAnswers, homeQuestions } from './home.ts'
import { type WorkAnswers, type WorkView, workQuestions } from './long-work.ts'
import { type Notice, type NoticeAnswers, noticeQuestions } from './notices.ts'
import type { Difference } from './papers/difference.ts'
import type { PaperKind } from './papers/kinds.ts'
import type { PlainSummary } from './papers/plain-summary.ts'
import { RegisterId, type RegisterParts, type Term } from './papers/register.ts'
import { type PlanningAnswers, planningActs, planningOrder, planningQuestions } from './planning-counter.ts'
import type { CaseSummary, CaseView, ConferenceView, PaperView, RequestableView } from './procedure/case-view.ts'
import { CaseCommand } from './procedure/commands.ts'
import { Organisation } from './procedure/facts.ts'
import { type ReadingAnswers, readingCommands, readingQuestions } from './reading.ts'
import { RegistryCommand } from './registry/commands.ts'
import { type RegistryAnswers, registryQuestions } from './registry/counter.ts'
import { compositionCommands } from './registry/own-composition.ts'
import { type BookBytes, type ReturnAnswers, registryExportActs, returnQuestions } from './registry-export.ts'
import { rehearsalActs } from './rehearsal/acts.ts'
import { type Role, roles } from './roles.ts'
import { type RoomView, roomActs, roomQuestions } from './room/room.ts'
import { type RosterAnswers, rosterActs, rosterQuestions } from './roster.ts'
import {
  bytes,
  type DriverView,
  type KeyStanding,
  type KeyView,
  keyId,
  type PaperToSign,
  type RevocationListView,
  type SealAnswers,
  type SealsView,
  sealActs,
  sealQuestions,
  secret,
  type TokenView,
} from './sealing.ts'
import { type WordAnswers, wordActs, wordQuestions } from './word.ts'

const version = z.int().min(0)

export const Operator = z.strictObject({
  operatorId: OperatorId,
  name: line(120),
  roles: z.array(z.enum(roles)).min(1),
  citizenId: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
})
export type Operator = z.infer<typeof Operator>

export const OfficeCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('addOperator'), operator: Operator }),
  z.strictObject({
    type: z.literal('changeHolidays'),
    year: z.int().min(2021).max(2100),
    off: z.array(Day).max(60),
    working: z.array(Day).max(60),
  }),
  /** documents.md B3.2: a clock that went back blocks until an officer confirms with a reason. */
  z.strictObject({ type: z.literal('acceptClock'), reason: line(500) }),
  /** Who heads the personnel work and signs result tables. */
  z.strictObject({ type: z.literal('nameHrHead'), operatorId: OperatorId }),
  /** A policy that lifted "print only" counts no more. */
  z.strictObject({ type: z.literal('endPolicy'), policySha256: z.string().regex(/^[0-9a-f]{64}$/), reason: line(500) }),
  /** A new term of the committee: Party papers are numbered from 01 again (documents.md A2). */
  z.strictObject({ type: z.literal('startTerm'), name: line(120), from: Day }),
  /** Once, and only of a register nothing was taken from: the office's own book goes on where it stands. */
  z.strictObject({ type: z.literal('startRegister'), register: RegisterId, next: z.int().min(2).max(99_999) }),
  /** Where marks of tone stand in the app's own words on papers (documents.md A9.5). */
  z.strictObject({ type: z.literal('chooseSpelling'), toneMarks: z.enum(toneMarkStyles) }),
  z.strictObject({ type: z.literal('dropReturn'), ...returnKeyShape, version: z.int().min(1), reason: line(500) }),
  /** All of them at once. */
  z.strictObject({ type: z.literal('setReturnSenders'), unitIds: z.array(UnitId).max(2000) }),
  /** Numbers the office gives by hand, so that the app's register follows its book. */
  z.strictObject({ type: z.literal('takeNumber'), register: RegisterId, count: z.int().min(1).max(500), reason: line(500) }),
  ...compositionCommands,
  ...readingCommands,
])
export type OfficeCommand = z.infer<typeof OfficeCommand>

const PrintItems = z
  .array(z.strictObject({ paperId: PaperId, copies: z.int().min(1).max(9999) }))
  .min(1)
  .max(500)

/** What only the archive knows of a file handed over (Thông tư 05/2025/TT-BNV): code, how long it is kept, who may see it. */
export const ArchiveData = z.strictObject({
  fileCode: line(100),
  retention: line(100),
  access: line(100),
  keywords: line(300).optional(),
  symbol: line(100).optional(),
  reliability: line(100).optional(),
})
export type ArchiveData = z.infer<typeof ArchiveData>

/** Acts of the shell itself: files, keys, bytes. What of them must be kept is kept as facts. */
export const ShellAct = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('createFile'),
    file: z.string().min(1).max(1000),
    passphrase: secret,
    organisation: Organisation,
    operators: z.array(Operator).min(1),
  }),
  z.strictObject({ act: z.literal('openFile'), file: z.string().min(1).max(1000), passphrase: secret }),
  z.strictObject({ act: z.literal('closeFile') }),
  /** The sample province: made at the first time, or anew when `afresh`; somebody of the personnel desk is at work in it. */
  z.strictObject({ act: z.literal('openSample'), afresh: z.boolean() }),
  z.strictObject({ act: z.literal('startWork'), operatorId: OperatorId }),
  ...sealActs,
  ...wordActs,
  ...rosterActs,
  ...registryExportActs,
  ...communeActs,
  ...planningActs,
  ...countActs,
  ...roomActs,
  ...draftActs,
  ...rehearsalActs,
  /** Notes the print and answers with the bytes to print: the same that a preview shows. */
  z.strictObject({ act: z.literal('printPapers'), caseId: CaseId, items: PrintItems, reason: line(500).optional() }),
  /** The whole case as one PDF to read, with every signed paper attached whole. */
  z.strictObject({ act: z.literal('exportOneFile'), caseId: CaseId, file: z.string().min(1).max(1000) }),
  /** The case as a package whose list is signed by the key named; `secret` opens it for this one act. */
  z.strictObject({
    act: z.literal('exportBag'),
    caseId: CaseId,
    file: z.string().min(1).max(1000),
    keyId,
    secret,
    archive: ArchiveData,
    /** The files of the dossiers go by another way. */
    withoutDossier: z.boolean().optional(),
  }),
  z.strictObject({ act: z.literal('drawPapers'), caseId: CaseId }),
  z.strictObject({ act: z.literal('exportCase'), caseId: CaseId, folder: z.string().min(1).max(1000) }),
  z.strictObject({ act: z.literal('backup'), file: z.string().min(1).max(1000) }),
  /** Of the data file itself; `from` is the one it opens with now. */
  z.strictObject({ act: z.literal('changePassphrase'), from: secret, to: secret }),
])
export type ShellAct = z.infer<typeof ShellAct>

export const Order = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('case'), caseId: CaseId, seen: version, command: CaseCommand }),
  z.strictObject({ to: z.literal('office'), seen: version, command: OfficeCommand }),
  z.strictObject({ to: z.literal('registry'), command: RegistryCommand }),
  z.strictObject({ to: z.literal('shell'), act: ShellAct }),
  planningOrder,
])
export type Order = z.infer<typeof Order>

export const Question = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('session') }),
  ...homeQuestions,
  z.strictObject({ about: z.literal('case'), caseId: CaseId }),
  /** What papers of the case can be asked for, each with its form: only whoever is about to ask wants to know. */
  z.strictObject({ about: z.literal('requestable'), caseId: CaseId }),
  z.strictObject({ about: z.literal('paper'), caseId: CaseId, paperId: PaperId }),
  z.strictObject({ about: z.literal('print'), caseId: CaseId, items: PrintItems }),
  /** Where the papers of a case differ. Walks all its facts: asked, not told with the case. */
  z.strictObject({ about: z.literal('agreement'), caseId: CaseId }),
  ...sealQuestions,
  ...wordQuestions,
  ...rosterQuestions,
  ...planningQuestions,
  ...readingQuestions,
  ...roomQuestions,
  /** A sealed result, for the two who opened it and while it is open (`procedure/seal-opening.ts`). */
  z.strictObject({ about: z.literal('sealedResult'), caseId: CaseId, conferenceId: ConferenceId }),
  ...countQuestions,
  ...draftQuestions,
  ...registryQuestions,
  ...returnQuestions,
  ...communeQuestions,
  ...workQuestions,
  ...noticeQuestions,
  z.strictObject({ about: z.literal('file'), name: z.string().max(260), bytes }),
  /** Every record and package in a folder of this PC, with all below it. */
  z.strictObject({ about: z.literal('folder'), folder: z.string().min(1).max(1000) }),
  z.strictObject({ about: z.literal('ledger') }),
  /** All registers, and the newest numbers of one of them. */
  z.strictObject({ about: z.literal('registers'), register: RegisterId.optional() }),
])
export type Question = z.infer<typeof Question>

export type Fault = { readonly code: string; readonly at: string }

export type SessionView = {
  readonly file: string | null
  /** The file is the sample province. */
  readonly isSampleProvince?: boolean
  /** Data files known on this PC, newest first. */
  readonly recentFiles: readonly string[]
  readonly suggestedFile: string
  readonly origin?: string
  /** The open file holds rehearsals: every screen says so, and nothing of it becomes a record. */
  readonly isRehearsal?: true
  readonly organisation?: Organisation
  readonly operators: readonly Operator[]
  readonly operator?: Operator
  /** Named to head the personnel work. */
  readonly hrHead?: OperatorId
  readonly officeVersion: number
  /** The key opened for many papers, if one is. */
  readonly sitting?: { readonly keyId: string; readonly startedAt: string; readonly signed: number }
  readonly ledger?: { readonly size: number; readonly root: string; readonly lastAt?: string }
  readonly today: string
  /** The clock stands before the last record: nothing is recorded or signed until an officer says why. */
  readonly clockBack?: { readonly systemAt: string; readonly lastAt: string }
  readonly holidays: { readonly off: readonly string[]; readonly working: readonly string[] }
  readonly toneMarks: ToneMarkStyle
  readonly shell: 'electron' | 'browser'
  readonly version: string
}
export type CheckLine = {
  readonly no: number
  readonly code: string
  readonly state: 'ok' | 'broken' | 'undecided' | 'note' | 'skipped'
  readonly subject?: string
  readonly numbers: Numbers
}
export type CheckReport = {
  readonly name: string
  readonly isSample: boolean
  readonly overall: 'HOP_LE' | 'KHONG_HOP_LE' | 'CHUA_DU_CO_SO'
  readonly lines: readonly CheckLine[]
  /** Of a package: the records in it, by path. */
  readonly records?: readonly CheckReport[]
}
/** In the order of their paths, which are their names. */
export type FolderReport = { readonly folder: string; readonly files: readonly CheckReport[] }
export type AgreementView = {
  readonly differences: readonly (Difference & {
    /** Of the papers concerned, those for which it was accepted, and why. */
    readonly accepted: readonly { readonly paperId: string; readonly reason: string; readonly by: string; readonly at: string }[]
  })[]
  /** Differences in papers the reader may not see. */
  readonly hidden: number
}
export type SealedResultView = {
  readonly result: NonNullable<ConferenceView['result']>
  /** For how long it may still be seen. */
  readonly seconds: number
}
export type PaperBytes = { readonly bytes: string; readonly sha256: string }

/** One register: what is counted in it, and the number it gives next. */
export type RegisterView = RegisterParts & { readonly register: string; readonly termName?: string; readonly next: number }
/** A number, or a run of them that was given by hand. */
export type NumberView = {
  readonly first: number
  readonly last: number
  readonly standing: PaperView['status'] | 'takenByHand' | 'before'
  readonly reason?: string
  readonly caseId?: string
  readonly caseVersion?: number
  readonly post?: string
  readonly paperId?: string
  readonly kind?: PaperKind
  readonly stage?: PaperView['stage']
  readonly personName?: PaperView['personName']
}
export type RegistersView = {
  readonly terms: readonly Term[]
  readonly registers: readonly RegisterView[]
  /** Newest first, at most 500. */
  readonly numbers: readonly NumberView[]
}

export type Answers = HomeAnswers &
  SealAnswers &
  WordAnswers &
  CountAnswers &
  DraftAnswers &
  RegistryAnswers &
  ReturnAnswers &
  CommuneAnswers &
  RosterAnswers &
  WorkAnswers &
  NoticeAnswers &
  PlanningAnswers &
  ReadingAnswers & {
    session: SessionView
    case: CaseView
    requestable: readonly RequestableView[]
    /** `isPrintOnly`: classified, and no policy lets it be signed here. */
    paper: PaperBytes & { readonly summary: PlainSummary; readonly isPrintOnly: boolean }
    print: PaperBytes & { readonly pages: number }
    agreement: AgreementView
    sealedResult: SealedResultView
    room: RoomView
    file: CheckReport
    folder: FolderReport
    registers: RegistersView
    ledger: { readonly size: number; readonly root: string; readonly verified: boolean }
  }

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly fault: Fault }

/** What an order brings back: the fresh view of what it touched. `owed` counts papers that could not be drawn yet. */
export type Done = {
  readonly room?: RoomView
  readonly case?: CaseView
  readonly session?: SessionView
  readonly keys?: readonly KeyView[]
  readonly printed?: PaperBytes & { readonly pages: number }
  readonly exported?: { readonly folder: string; readonly files: readonly string[] }
  readonly owed?: number
  /** The bundle the operator at work has open; null once it is closed or left. */
  readonly openBundle?: OpenBundleView | null
  /** Where the registry stands, and the ids of what the order made. */
  readonly registry?: { readonly version: number; readonly made: readonly string[] }
  /** A list or return as a spreadsheet. */
  readonly book?: BookBytes
  /** What was imported, to be taken back whole by this id. */
  readonly imported?: { readonly importId: ImportId; readonly parts: number; readonly entries: number }
}

export type Change = {
  readonly stream: string
  readonly version: number
  /** Made through another window than the one that hears of it. */
  readonly elsewhere?: true
  /** Nothing was changed: a work goes on (stream `work`). */
  readonly work?: WorkView
  /** Nothing was changed: something is worth a word (stream `notice`). */
  readonly notice?: Notice
}

export type Office = {
  dispatch(order: Order): Promise<Reply<Done>>
  ask<Q extends Question>(question: Q): Promise<Reply<Answers[Q['about']]>>
  /** Tells of changes, whichever window they were made through, and of work that lasts. Returns how to stop listening. */
  onChange(listener: (change: Change) => void): () => void
}

export type { CaseLine, CasesView } from './home.ts'
export type {
  CaseSummary,
  CaseView,
  DriverView,
  KeyStanding,
  KeyView,
  Numbers,
  PaperToSign,
  Refusal,
  RevocationListView,
  Role,
  SealsView,
  TokenView,
}
