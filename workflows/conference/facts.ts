// What can have happened at one secret-ballot meeting. Counts only: no shape here can hold who voted how.
import { z } from 'zod'
import { DocumentRef, line, text } from '../core/document.ts'
import { ConferenceId, PersonId } from '../core/ids.ts'
import { Instant } from '../core/stamp.ts'
import { stageKeys } from '../rulebooks/types.ts'
import { JudgedCount } from './judged.ts'

const fact = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), conferenceId: ConferenceId, ...shape })

/** One person on the approved convocation list, double roles already merged (NĐ170/300 art 33(2)(a)). */
export const Invitee = z.strictObject({
  personId: PersonId,
  name: line(120),
  title: line(200),
  roles: z.array(line(120)).min(1).max(12),
  /** HR head, secretary and guests attend without a vote and count in no base (procedure.md 2.1). */
  hasVote: z.boolean(),
})
export type Invitee = z.infer<typeof Invitee>

export const TeamMember = z.strictObject({
  personId: PersonId,
  name: line(120),
  role: z.enum(['head', 'secretary', 'member']),
  citizenId: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
})
export type TeamMember = z.infer<typeof TeamMember>

export const invalidReasons = ['NOT_ISSUED', 'NO_STAMP', 'TOO_MANY', 'NONE_CHOSEN', 'OUTSIDE_LIST', 'UNREADABLE', 'OTHER'] as const
const whole = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

/** What the counting team types: totals of the box. Votes by the name printed on the slip. */
export const CountEntry = z.strictObject({
  ballotsValid: whole,
  ballotsInvalid: whole,
  ballotsBlank: whole.optional(),
  votes: z.record(line(120), whole).optional(),
  agree: whole.optional(),
  disagree: whole.optional(),
  noOpinion: whole.optional(),
  invalidReasons: z.partialRecord(z.enum(invalidReasons), whole).optional(),
  /** Why ballots issued did not come back; asked for when collected is below issued. */
  missingExplained: text(1000).optional(),
})
export type CountEntry = z.infer<typeof CountEntry>

/** One bundle of slips, counted by one account: the same numbers of a part of the box (procedure.md 7.2). */
export const BundleEntry = CountEntry.omit({ missingExplained: true })
export type BundleEntry = z.infer<typeof BundleEntry>

/** One question put to a presenter and the gist of the answer (documents.md A8.4). */
export const ProgramQuestion = z.strictObject({
  askedBy: line(120),
  text: text(2000),
  answer: text(4000),
  drawnByLot: z.boolean().optional(),
  answeredFrom: Instant.optional(),
  answeredTo: Instant.optional(),
})

export const conferenceFacts = [
  fact('conferenceConvened', {
    stage: z.enum(stageKeys),
    runNo: z.int().min(1),
    attempt: z.int().min(1),
    plannedAt: Instant,
    place: line(200),
    mode: z.enum(['inPerson', 'hybrid']),
    hybridDecision: DocumentRef.optional(),
    membersTotal: z.int().min(1),
    list: z.array(Invitee).min(1).max(5000),
    /** Roles named on the list before double roles were merged. */
    rolesListed: z.int().min(1),
    listApproval: DocumentRef.optional(),
    /** Why the list drawn from the registry was corrected by hand (procedure.md 3.1.5). */
    handReason: line(500).optional(),
    chair: PersonId,
    secretary: PersonId,
  }),
  fact('convocationCorrected', {
    list: z.array(Invitee).min(1).max(5000),
    rolesListed: z.int().min(1),
    membersTotal: z.int().min(1),
    reason: text(1000),
  }),
  fact('absenceExcused', { personId: PersonId, reason: line(300), document: DocumentRef }),
  fact('attendeeArrived', { personId: PersonId, arrivedAt: Instant, way: z.enum(['inRoom', 'online', 'sealedEnvelope']) }),
  /** A check-in of the wrong person put right: nobody came and nobody left. */
  fact('arrivalTakenBack', { personId: PersonId }),
  fact('attendeeLeft', { personId: PersonId, leftAt: Instant }),
  fact('absenceNoted', { personId: PersonId, reason: line(300) }),
  fact('conferenceOpened', { openedAt: Instant, present: whole, convened: whole }),
  fact('conferenceNotQuorate', { present: whole, convened: whole, needed: whole, moment: z.enum(['opening', 'issuing']) }),
  fact('conferenceAdjourned', { reason: line(500) }),
  fact('purposeStated', { summary: text(4000) }),
  fact('listAdopted', { names: z.array(PersonId).max(200) }),
  fact('nameIntroduced', { personId: PersonId, introducedBy: line(120) }),
  fact('speakingOrderSet', { method: z.enum(['lot', 'alphabet']), names: z.array(PersonId).min(1) }),
  fact('actionProgramPresented', {
    personId: PersonId,
    order: z.int().min(1),
    programVersion: z.int().min(1),
    programSha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** The text presented at an earlier conference was another version: the minutes must say so (procedure.md 4.4). */
    differsFromEarlier: z.boolean(),
    presentedFrom: Instant,
    presentedTo: Instant,
    summary: text(3000),
    questions: z.array(ProgramQuestion).max(50),
    interruptions: text(1000).optional(),
    chairRemarks: text(2000).optional(),
    /** Digests of the files handed in with the version that was presented. */
    attachmentSha256: z.array(z.string().regex(/^[0-9a-f]{64}$/)).optional(),
    /** The account that took it down. */
    recordedBy: z.string().optional(),
  }),
  fact('nomineeRemovedFromBallot', { personId: PersonId, reason: line(500), inFavour: whole, of: whole }),
  fact('nomineeInformationGiven', { summary: text(6000) }),
  fact('countingTeamAdopted', { members: z.array(TeamMember).min(1).max(15), inFavour: whole, of: whole }),
  fact('ballotsPrepared', {
    printed: whole,
    mark: z.enum(['hangingSeal', 'chairSignature']),
    /** `fromApp`: the slips drawn here, so their names are known; `ownMade`: made by other means. Absent where no slip was drawn. */
    slips: z.enum(['fromApp', 'ownMade']).optional(),
  }),
  fact('ballotsIssued', {
    issued: whole,
    present: whole,
    convenedRaw: whole,
    excused: whole,
    membersTotal: whole,
    names: z.array(PersonId).max(200),
    issuedAt: Instant,
  }),
  fact('ballotsCollected', {
    collected: whole,
    unusedSealed: whole,
    /** Misprinted, or handed back spoilt for a fresh one: set aside, never issued twice. */
    spoiled: whole.optional(),
    collectedAt: Instant,
  }),
  /** The slips shuffled and divided: how many lie in each bundle. */
  fact('countBundlesMade', { sizes: z.array(z.int().min(1).max(25)).min(1).max(500) }),
  /** One bundle closed by one account. `agrees`: absent at the first count of an attempt, then whether it is the same as the first one. */
  fact('countBundleClosed', {
    no: z.int().min(1).max(500),
    attempt: z.int().min(1),
    entry: BundleEntry,
    agrees: z.boolean().optional(),
  }),
  fact('countBundlesDropped', { reason: line(500) }),
  fact('countTyped', { entry: CountEntry }),
  fact('countRejected', { reason: line(500) }),
  fact('countConfirmed', { entry: CountEntry, judged: JudgedCount, confirmedAt: Instant, typedBy: z.string() }),
  fact('ballotVoided', { reason: line(500) }),
  fact('resultAnnounced', { announcedAt: Instant }),
  fact('statementNoted', { speaker: line(120), summary: text(4000) }),
  fact('conferenceClosed', {
    closedAt: Instant,
    conclusion: text(4000),
    /** What was raised there about the count, which the minutes of the count tell; empty: nothing was (documents.md A6.3). */
    countComplaint: text(2000).optional(),
    /** Where the case goes, decided once by the law of its rulebook. */
    next: z.string().max(60),
    goesOn: z.array(PersonId).max(200),
  }),
  fact('correctionTyped', { stage: z.enum(stageKeys), entry: CountEntry, reason: line(500) }),
  fact('countCorrected', {
    stage: z.enum(stageKeys),
    entry: CountEntry,
    judged: JudgedCount,
    reason: line(500),
    typedBy: z.string(),
    confirmedAt: Instant,
  }),
] as const

export const ConferenceFact = z.discriminatedUnion('type', conferenceFacts)
export type ConferenceFact = z.infer<typeof ConferenceFact>
