// What can have happened to sealed slips: put under seal, held while a complaint is open, released, destroyed (documents.md A6.3, B7).
// Counts of slips only. A bundle is the slips of one round of voting; no shape here can hold who voted how.
import { z } from 'zod'
import { DocumentRef, line } from '../core/document.ts'
import { ConferenceId } from '../core/ids.ts'
import { Day, Instant } from '../core/stamp.ts'

const fact = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })
const whole = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

/** `goi-03`: the third bundle of the case. */
export const BundleId = z
  .string()
  .regex(/^goi-\d{2,4}$/)
  .brand<'BundleId'>()
export type BundleId = z.infer<typeof BundleId>

/** Somebody as a paper names him; people of these papers need no account. */
export const NamedPerson = z.strictObject({ name: line(120), title: line(200) })
export type NamedPerson = z.infer<typeof NamedPerson>

export const slipCounts = { valid: whole, invalid: whole, unused: whole, spoiled: whole }
export const SlipCounts = z.strictObject(slipCounts)
export type SlipCounts = z.infer<typeof SlipCounts>

export const bundleFacts = [
  fact('bundleSealed', {
    bundleId: BundleId,
    conferenceId: ConferenceId,
    /** 1 for the first ballot of the meeting; a ballot that was voided and cast again is a round of its own (procedure.md 3.1.8). */
    round: z.int().min(1),
    /** The bundle whose slips were recounted and sealed again here, and the decision that let its seal be opened (documents.md B7). */
    replaces: BundleId.optional(),
    openedBy: DocumentRef.optional(),
    ...slipCounts,
    envelopes: z.int().min(1).max(1000),
    sealNo: line(80),
    sealedAt: Instant,
    keeper: NamedPerson,
    place: line(200),
    /** As the rule gave it on the day of sealing; a later decision on the person moves it (documents.md B7). */
    keepUntil: Day,
  }),
  fact('bundleHeld', { bundleId: BundleId, reason: line(500), document: DocumentRef.optional(), heldOn: Day }),
  fact('bundleReleased', { bundleId: BundleId, document: DocumentRef, releasedOn: Day }),
  fact('bundlesDestroyed', {
    bundleIds: z.array(BundleId).min(1).max(200),
    document: DocumentRef,
    team: z.array(NamedPerson).min(1).max(15),
    keeper: NamedPerson,
    witnesses: z.array(NamedPerson).max(15),
    /** Absent in files of earlier versions, which had the minutes say that they were whole. */
    sealsFound: line(300).optional(),
    method: line(300),
    place: line(200),
    destroyedAt: Instant,
  }),
] as const
