// What can be asked about sealed slips. Possible for as long as bundles are kept: also when the case lies in the archive.
import { z } from 'zod'
import { command } from '../conference/commands.ts'
import { DocumentRef, line } from '../core/document.ts'
import { ConferenceId } from '../core/ids.ts'
import { Day, Instant } from '../core/stamp.ts'
import { BundleId, NamedPerson, slipCounts } from './facts.ts'

export const bundleCommands = [
  /** The counts are those of the slips in hand; they must be what the count on record says. */
  command('sealBundle', {
    conferenceId: ConferenceId,
    round: z.int().min(1),
    ...slipCounts,
    envelopes: z.int().min(1).max(1000),
    sealNo: line(80),
    sealedAt: Instant,
    keeper: NamedPerson,
    place: line(200),
    /** Slips that were under seal before: the decision that let it be opened (B7). */
    openedBy: DocumentRef.optional(),
  }),
  command('holdBundle', { bundleId: BundleId, reason: line(500), document: DocumentRef.optional(), heldOn: Day }),
  command('releaseBundle', { bundleId: BundleId, document: DocumentRef, releasedOn: Day }),
  command('destroyBundles', {
    bundleIds: z.array(BundleId).min(1).max(200),
    document: DocumentRef,
    team: z.array(NamedPerson).min(1).max(15),
    keeper: NamedPerson,
    witnesses: z.array(NamedPerson).max(15),
    /** How the team found the seals before it destroyed the slips. */
    sealsFound: line(300),
    method: line(300),
    place: line(200),
    destroyedAt: Instant,
  }),
] as const
