// What can be asked of a case, the meeting inside it included.
import { z } from 'zod'
import { bundleCommands } from '../bundles/commands.ts'
import { command, conferenceCommands } from '../conference/commands.ts'
import { DocumentRef, line, text } from '../core/document.ts'
import { ConferenceId, PaperId, PersonId } from '../core/ids.ts'
import { Day } from '../core/stamp.ts'
import { eligibilityCommands } from '../eligibility/commands.ts'
import { paperKinds } from '../papers/kinds.ts'
import { actKeys, overlayIds, rulebookIds, stageKeys } from '../rulebooks/types.ts'
import { AcceptedDifferences, CaseOpening, classifications, directions, Nominee, PaperRows, ProgramText, resetReasons } from './facts.ts'

const procedureCommands = [
  command('openCase', {
    opening: CaseOpening,
    /** Only where the organization's own text leaves a choice (C-01); else the law chooses. */
    rulebook: z.enum(rulebookIds).optional(),
    /** Overlays switched on for the organization; the law decides whether they apply to this post and date. */
    overlays: z.array(z.enum(overlayIds)),
    overlayDecision: DocumentRef.optional(),
    /** Settings of procedure.md 10.1 that differ from their defaults. */
    settings: z.record(z.string(), z.unknown()),
  }),
  command('recordAct', { act: z.enum(actKeys), document: DocumentRef.optional(), doneOn: Day, details: z.record(z.string(), text(8000)) }),
  command('proposeNominee', { nominee: Nominee }),
  command('withdrawNominee', { personId: PersonId, reason: line(500), document: DocumentRef.optional() }),
  command('introduceByHead', { personId: PersonId }),
  command('submitActionProgram', { personId: PersonId, program: ProgramText, handedInOn: Day }),
  command('headChoose', {
    decision: z.enum(['choose', 'goOn', 'stop']),
    names: z.array(PersonId),
    opinionsReported: text(4000),
    document: DocumentRef,
  }),
  command('sendReport', { document: DocumentRef, explanation: text(8000) }),
  command('receiveDirection', { direction: z.enum(directions), document: DocumentRef, names: z.array(PersonId) }),
  command('raiseNewIssue', { personId: PersonId.optional(), issue: text(4000) }),
  command('resolveNewIssue', { resolution: z.enum(['cleared', 'nomineeRemoved']), personId: PersonId.optional(), document: DocumentRef }),
  command('resetStage', { stage: z.enum(stageKeys), reason: z.enum(resetReasons), explanation: text(2000) }),
  command('migrateRulebook', { to: z.enum(rulebookIds), document: DocumentRef }),
  command('submitCase', { document: DocumentRef }),
  command('decideCase', { document: DocumentRef, names: z.array(PersonId).min(1), effectiveOn: Day }),
  command('makeEffective', { on: Day }),
  command('archiveCase', { box: line(80) }),
  /** A paper the log does not owe by itself, or one of any kind made anew: then `reason` says why. */
  command('requestPaper', {
    kind: z.enum(paperKinds),
    conferenceId: ConferenceId.optional(),
    personId: PersonId.optional(),
    day: Day,
    details: z.record(z.string(), text(8000)),
    rows: PaperRows.optional(),
    reason: line(500).optional(),
  }),
  command('changeClassification', {
    classification: z.enum(classifications),
    /** One meeting and its papers; left out: the whole case. */
    conferenceId: ConferenceId.optional(),
    reason: line(300),
    classifiedBy: line(200),
    declassifyOn: Day.optional(),
  }),
  /** `document`: the paper of competence that lets `name` sign there instead. The paper is made anew. */
  command('allowSigner', {
    paperId: PaperId,
    field: z.string().min(1).max(80),
    name: line(120),
    citizenId: z.string().regex(/^\d{12}$/),
    reason: line(250),
    document: DocumentRef,
  }),
  command('voidNumber', { paperId: PaperId, reason: line(500) }),
  command('acceptDifferences', { paperId: PaperId, differences: AcceptedDifferences, reason: line(500) }),
  /** Showing a result that was not announced: one asks with a reason, another lets it be. */
  command('askSealOpening', { conferenceId: ConferenceId, reason: line(500) }),
  command('openSeal', { conferenceId: ConferenceId }),
  command('cancelCase', { document: DocumentRef, reason: line(500) }),
] as const

export const CaseCommand = z.discriminatedUnion('type', [
  ...procedureCommands,
  ...conferenceCommands,
  ...bundleCommands,
  ...eligibilityCommands,
])
export type CaseCommand = z.infer<typeof CaseCommand>
export type CaseCommandType = CaseCommand['type']
export type CommandOf<T extends CaseCommandType> = Extract<CaseCommand, { type: T }>
