// What can be asked of the meeting that is being held now.
import { z } from 'zod'
import { DocumentRef, line, text } from '../core/document.ts'
import { ConferenceId, PersonId } from '../core/ids.ts'
import { Instant } from '../core/stamp.ts'
import { stageKeys } from '../rulebooks/types.ts'
import { BundleEntry, CountEntry, ProgramQuestion, TeamMember } from './facts.ts'

export const command = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape })
const whole = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

/** One role of one person. A person with two roles stands on two rows and is merged into one seat. */
export const ConvocationRow = z.strictObject({
  personId: PersonId,
  name: line(120),
  title: line(200),
  role: line(120),
  hasVote: z.boolean(),
})
export type ConvocationRow = z.infer<typeof ConvocationRow>

export const conferenceCommands = [
  command('conveneConference', {
    stage: z.enum(stageKeys),
    plannedAt: Instant,
    place: line(200),
    mode: z.enum(['inPerson', 'hybrid']),
    hybridDecision: DocumentRef.optional(),
    membersTotal: z.int().min(1),
    rows: z.array(ConvocationRow).min(1).max(5000),
    listApproval: DocumentRef.optional(),
    /** Why the list is not the one drawn from the registry; absent where it is, or where none was drawn. */
    handReason: line(500).optional(),
    chair: PersonId,
    secretary: PersonId,
  }),
  command('correctConvocation', { rows: z.array(ConvocationRow).min(1).max(5000), membersTotal: z.int().min(1), reason: line(1000) }),
  command('excuseAbsence', { personId: PersonId, reason: line(300), document: DocumentRef }),
  command('checkIn', { personIds: z.array(PersonId).min(1).max(5000), way: z.enum(['inRoom', 'online', 'sealedEnvelope']) }),
  command('takeBackCheckIn', { personId: PersonId }),
  command('leaveEarly', { personId: PersonId }),
  command('noteAbsence', { personId: PersonId, reason: line(300) }),
  command('openConference', {}),
  command('declareNotQuorate', {}),
  command('adjournConference', { reason: line(500) }),
  command('statePurpose', { summary: text(4000) }),
  command('adoptList', { names: z.array(PersonId).max(200) }),
  command('introduceName', { personId: PersonId, introducedBy: line(120) }),
  command('setSpeakingOrder', { method: z.enum(['lot', 'alphabet']), names: z.array(PersonId).min(1) }),
  command('presentActionProgram', {
    personId: PersonId,
    presentedFrom: Instant,
    presentedTo: Instant,
    summary: text(3000),
    questions: z.array(ProgramQuestion).max(50),
    interruptions: text(1000).optional(),
    chairRemarks: text(2000).optional(),
  }),
  command('removeFromBallot', { personId: PersonId, reason: line(500), inFavour: whole, of: whole }),
  command('giveNomineeInformation', { summary: text(6000) }),
  command('adoptCountingTeam', { members: z.array(TeamMember).min(1).max(15), inFavour: whole, of: whole }),
  command('prepareBallots', {
    printed: whole,
    mark: z.enum(['hangingSeal', 'chairSignature']),
    slips: z.enum(['fromApp', 'ownMade']).optional(),
  }),
  command('issueBallots', { issued: whole }),
  command('collectBallots', { collected: whole, unusedSealed: whole, spoiled: whole.optional() }),
  /** Divides the slips collected into shuffled bundles of `size`; the law says what to do with those left over. */
  command('makeCountBundles', { size: z.int().min(10).max(25) }),
  command('closeCountBundle', { no: z.int().min(1).max(500), entry: BundleEntry }),
  /** Every bundle counted the same by two accounts: their sum becomes the count, for another account to confirm. */
  command('sumCountBundles', { missingExplained: text(1000).optional() }),
  command('dropCountBundles', { reason: line(500) }),
  command('typeCount', { entry: CountEntry }),
  command('rejectCount', { reason: line(500) }),
  command('confirmCount', {}),
  command('voidBallot', { reason: line(500) }),
  command('announceResult', {}),
  command('noteStatement', { speaker: line(120), summary: text(4000) }),
  command('closeConference', {
    conclusion: text(4000),
    /** What was raised there about the count; empty: nothing was. Absent where nobody was asked. */
    countComplaint: text(2000).optional(),
  }),
  command('typeCorrection', { conferenceId: ConferenceId, entry: CountEntry, reason: line(500) }),
  command('confirmCorrection', { conferenceId: ConferenceId }),
] as const

export const ConferenceCommand = z.discriminatedUnion('type', conferenceCommands)
export type ConferenceCommand = z.infer<typeof ConferenceCommand>
