// Values of the check that are choices and not law, each with where it comes from. An office may hand in its own.
import type { Evidence } from '../workflows/rulebooks/types.ts'

type Chosen = { readonly value: number; readonly evidence: Evidence; readonly why: string }

const chosen = (value: number, why: string): Chosen => ({ value, evidence: 'DEFAULT', why })

export const checkPolicy = {
  /** A revocation list past its own next date is stale in any case; older than this it is, whatever it promises. */
  revocationListDays: chosen(30, 'documents.md B4.2, B5: a fresh list; no number is given there'),
  /** After this the trust list is worth a look: authorities are added and withdrawn. */
  trustListDays: chosen(365, 'documents.md B1: loaded by the administrator, not fetched'),
  /** A signature claimed longer after the closing of its stage is worth a look. */
  signedAfterDays: chosen(30, 'documents.md B5 CLOCK_SUSPECT: far from the conference'),
  /** Larger than any record: such a file is not read into memory. */
  fileBytes: chosen(64 * 1024 * 1024, 'a record of 200 attendees with attachments stays under 10 MB'),
  /** The sum of what a package unfolds to, as its directory says. */
  bagBytes: chosen(512 * 1024 * 1024, 'a case of 200 records stays under 100 MB'),
  /** A package that unfolds to more times its own size was made to hurt; no papers pack that small. */
  bagTimes: chosen(20, 'signed PDFs pack to four fifths of their size, the lines of a log to a tenth'),
  bagFiles: chosen(5_000, 'a case has some hundred files'),
} as const satisfies Readonly<Record<string, Chosen>>

export const DAY = 86_400_000
/** Whole days from one instant to a later one; never below zero. */
export const daysBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / DAY))
