// What can have happened to one case, from opening to archive. The conferences are part of the same stream.
import { z } from 'zod'
import { bundleFacts } from '../bundles/facts.ts'
import { conferenceFacts } from '../conference/facts.ts'
import { DocumentRef, line, text } from '../core/document.ts'
import { ConferenceId, OperatorId, PaperId, PersonId } from '../core/ids.ts'
import { Day, Instant } from '../core/stamp.ts'
import { eligibilityFacts } from '../eligibility/facts.ts'
import { paperKinds } from '../papers/kinds.ts'
import { TakenNumber } from '../papers/register.ts'
import { actKeys, guardSets, overlayIds, procedureKinds, rulebookIds, stageKeys, tracks } from '../rulebooks/types.ts'

const fact = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const Organisation = z.strictObject({
  name: line(200),
  superior: line(200).optional(),
  place: line(80),
  /** Party bodies write in the Party form, everyone else in the State form (documents.md A1). */
  form: z.enum(['party', 'state']),
  /** The body in the number and sign, e.g. `SNV`. */
  sign: line(40),
})
export type Organisation = z.infer<typeof Organisation>

export const classifications = ['none', 'MAT', 'TOI_MAT', 'TUYET_MAT'] as const
export type Classification = (typeof classifications)[number]

export const CaseOpening = z.strictObject({
  kind: z.enum(procedureKinds),
  post: z.strictObject({ title: line(200), unit: line(200), rank: z.int().min(0).max(9), isHead: z.boolean() }),
  seats: z.int().min(1).max(60),
  track: z.enum(tracks),
  /** Day that binds the rulebook: the policy approval, or the first conference if earlier (procedure.md 1.2). */
  startDate: Day,
  organisation: Organisation,
  /** Does this office decide itself, or submit to a superior? */
  decidesHere: z.boolean(),
  headVacant: z.boolean(),
  /** End of the running term: reappointment only. */
  termEnd: Day.optional(),
  termYears: z.int().min(1).max(10),
  classification: z.enum(classifications),
  classificationReason: line(300).optional(),
  /** Who decided the degree, by name and office: the signer, not the drafter (documents.md A4). */
  classifiedBy: line(200).optional(),
  /** The day from which it need not be secret any more; somebody still decides it. */
  declassifyOn: Day.optional(),
  isSample: z.boolean(),
  /** Practice data, from the first fact on: no number, list, export or check ever takes such a case for a record. */
  rehearsal: z.literal(true).optional(),
})
export type CaseOpening = z.infer<typeof CaseOpening>

export const Nominee = z.strictObject({
  personId: PersonId,
  name: line(120),
  /** The name as it stands on the slip: unique within the case. */
  ballotName: line(120),
  birthDate: line(10).optional(),
  citizenId: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  currentPost: line(200),
  currentRank: z.int().min(0).max(9).nullable(),
  /** Planned for the post as the rulebook of the case asks (procedure.md G-02). */
  isPlanned: z.boolean(),
  isEligible: z.boolean(),
})
export type Nominee = z.infer<typeof Nominee>

export const programSections = [
  'situation',
  'goals',
  'tasks',
  'breakthroughs',
  'timeline',
  'resources',
  'commitments',
  'proposals',
] as const
export const ProgramText = z.strictObject({
  sections: z
    .array(z.strictObject({ key: z.enum(programSections), title: line(200), text: text(20_000) }))
    .min(1)
    .max(20),
  pages: z.int().min(1).max(100),
  /** Figures to be reached, as they are written: the record knows no fractions (documents.md A8.3). */
  targets: z
    .array(z.strictObject({ name: line(200), unit: line(40), baseline: line(40).optional(), target: line(40), due: Day }))
    .max(60)
    .optional(),
  /** Files handed in with it, known by their digests. */
  attachments: z
    .array(
      z.strictObject({
        name: line(200),
        mime: line(100),
        bytes: z.int().min(1),
        sha256,
        pages: z.int().min(1).max(2000).optional(),
      }),
    )
    .max(20)
    .optional(),
})
export type ProgramText = z.infer<typeof ProgramText>

/** What was typed about each person a paper names: by person, by column. */
export const PaperRows = z.record(PersonId, z.record(z.string().max(40), text(1000)))
export type PaperRows = z.infer<typeof PaperRows>

/** Without what the papers say: whoever may read them reads it there. */
export const AcceptedDifferences = z.array(z.string().min(1).max(600)).min(1).max(500)

export const directions = ['restart', 'widenList', 'otherSource', 'suspend', 'cancel', 'continue', 'continueWithNames'] as const
export const resetReasons = ['convocationListWrong', 'actionProgramNotPresented', 'other'] as const
export const keyKinds = ['token', 'officeAuthority', 'file', 'test'] as const

const procedureFacts = [
  fact('caseOpened', {
    ...CaseOpening.shape,
    rulebook: z.enum(rulebookIds),
    rulebookVersion: z.int().min(1),
    guardSet: z.enum(guardSets),
    overlays: z.array(z.enum(overlayIds)),
    /** The settings of procedure.md 10.1 that this rulebook knows, as they stood on opening. */
    settings: z.record(z.string(), z.unknown()),
    /** An overlay that a local decision must carry (C-24) names it here. */
    overlayDecision: DocumentRef.optional(),
  }),
  fact('actRecorded', { act: z.enum(actKeys), document: DocumentRef.optional(), doneOn: Day, details: z.record(z.string(), text(8000)) }),
  fact('nomineeProposed', { nominee: Nominee }),
  fact('nomineeWithdrawn', {
    personId: PersonId,
    reason: line(500),
    document: DocumentRef.optional(),
    /** `stoppedForDirection` when nobody is left. */
    next: z.literal('stoppedForDirection').optional(),
  }),
  fact('headIntroduced', { personId: PersonId }),
  fact('actionProgramSubmitted', { personId: PersonId, version: z.int().min(1), program: ProgramText, sha256, handedInOn: Day }),
  fact('headChose', {
    decision: z.enum(['choose', 'goOn', 'stop']),
    names: z.array(PersonId),
    opinionsReported: text(4000),
    document: DocumentRef,
    next: z.string().max(60),
  }),
  fact('reportSent', { document: DocumentRef, explanation: text(8000) }),
  fact('directionReceived', {
    direction: z.enum(directions),
    document: DocumentRef,
    names: z.array(PersonId),
    next: z.string().max(60),
  }),
  fact('newIssueRaised', { personId: PersonId.optional(), issue: text(4000) }),
  fact('newIssueResolved', {
    resolution: z.enum(['cleared', 'nomineeRemoved']),
    personId: PersonId.optional(),
    document: DocumentRef,
    next: z.string().max(60),
  }),
  fact('stageReset', { stage: z.enum(stageKeys), reason: z.enum(resetReasons), explanation: text(2000) }),
  fact('rulebookMigrated', {
    to: z.enum(rulebookIds),
    rulebookVersion: z.int().min(1),
    guardSet: z.enum(guardSets),
    settings: z.record(z.string(), z.unknown()),
    document: DocumentRef,
  }),
  fact('caseSubmitted', { document: DocumentRef }),
  fact('caseDecided', { document: DocumentRef, names: z.array(PersonId).min(1), effectiveOn: Day, termEnd: Day.optional() }),
  fact('decisionEffective', { on: Day }),
  fact('caseArchived', { box: line(80) }),
  fact('caseCancelled', { document: DocumentRef, reason: line(500) }),
  /** Somebody asked for a paper: what it is about, and what the case does not hold. `reason`: why a drawn one is made anew. */
  fact('paperRequested', {
    paperId: PaperId,
    kind: z.enum(paperKinds),
    version: z.int().min(1),
    conferenceId: z.string().optional(),
    personId: PersonId.optional(),
    day: Day,
    details: z.record(z.string(), text(8000)),
    /** Whom the paper names, fixed when it was asked for: drawn later it names the same people. */
    people: z.array(PersonId).max(200).optional(),
    rows: PaperRows.optional(),
    supersedes: PaperId.optional(),
    reason: line(500).optional(),
  }),
  /** Another person signs in the place of the expected one; the paper is made anew and says so. */
  fact('signerAllowed', {
    paperId: PaperId,
    kind: z.enum(paperKinds),
    conferenceId: z.string(),
    field: z.string(),
    expected: z.strictObject({ name: line(120), citizenId: z.string().optional() }),
    allowed: z.strictObject({ name: line(120), citizenId: z.string().regex(/^\d{12}$/) }),
    reason: line(250),
    document: DocumentRef,
  }),
  fact('paperDrawn', {
    paperId: PaperId,
    kind: z.enum(paperKinds),
    conferenceId: z.string().optional(),
    personId: PersonId.optional(),
    version: z.int().min(1),
    supersedes: PaperId.optional(),
    /** Taken from its register together with this fact; none for papers without a number. */
    number: TakenNumber.optional(),
    sha256,
    recordSha256: sha256,
    fields: z.array(
      z.strictObject({
        field: z.string(),
        role: z.string(),
        personName: line(120),
        citizenId: z.string().optional(),
        order: z.int().min(1),
      }),
    ),
  }),
  fact('paperSigned', {
    paperId: PaperId,
    field: z.string(),
    sha256,
    previousSha256: sha256,
    signedBy: line(120),
    keyKind: z.enum(keyKinds),
    certificateSha256: sha256,
    signedAt: Instant,
  }),
  /** Every print of a step is noted (documents.md B6.3); a paper printed before says why it is printed again. `sha256`: of the whole print. */
  fact('papersPrinted', {
    items: z
      .array(z.strictObject({ paperId: PaperId, sha256, copies: z.int().min(1).max(9999) }))
      .min(1)
      .max(500),
    pages: z.int().min(1),
    sha256,
    reason: line(500).optional(),
  }),
  /** A degree of secrecy decided anew (documents.md A4): papers drawn from here on bear it, earlier ones keep theirs. No meeting: the case. */
  fact('classificationChanged', {
    classification: z.enum(classifications),
    conferenceId: ConferenceId.optional(),
    reason: line(300),
    classifiedBy: line(200),
    declassifyOn: Day.optional(),
  }),
  /** The first of two people asks that a result that was not announced be shown, and says why (procedure.md 7.2). */
  fact('sealOpeningAsked', { conferenceId: ConferenceId, reason: line(500) }),
  /** The second lets it be shown to both of them, once. */
  fact('sealOpened', { conferenceId: ConferenceId, reason: line(500), askedBy: OperatorId, openedAt: Instant }),
  fact('paperCompleted', { paperId: PaperId, sha256 }),
  /** Somebody goes on with a paper that differs from others of the case, and says why. `differences`: as `papers/agreement.ts` names them. */
  fact('differencesAccepted', { paperId: PaperId, differences: AcceptedDifferences, reason: line(500) }),
  /** The paper stays, unsigned for good, and so does its number: nobody takes it again. */
  fact('numberVoided', { paperId: PaperId, number: TakenNumber, reason: line(500) }),
] as const

export const CaseFact = z.discriminatedUnion('type', [...procedureFacts, ...conferenceFacts, ...bundleFacts, ...eligibilityFacts])
export type CaseFact = z.infer<typeof CaseFact>
export type FactType = CaseFact['type']
export type FactOf<T extends FactType> = Extract<CaseFact, { type: T }>
