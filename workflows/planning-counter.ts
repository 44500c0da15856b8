// The part of the counter that speaks of planning, eligibility, dossiers and what is coming up.
import { z } from 'zod'
import { line } from './core/document.ts'
import { CaseId, PersonId } from './core/ids.ts'
import { Day } from './core/stamp.ts'
import { dossierItems } from './eligibility/dossier-rules.ts'
import type { NomineeFacts } from './eligibility/nominee-facts.ts'
import type { EligibilityView } from './eligibility/view.ts'
import type { PlanningCandidates } from './planning/candidates.ts'
import { PlanningCommand } from './planning/commands.ts'
import type { PlanningListView, PlanningView } from './planning/view.ts'
import type { ReviewChecks } from './registry/returns/review-check.ts'
import type { Reminder } from './reminders/reminders.ts'
import type { ReminderTime, ReminderTimeName } from './reminders/times.ts'
import type { CalendarLine } from './reminders/year-calendar.ts'
import { bytes, path } from './sealing.ts'

const version = z.int().min(0)

export const planningOrder = z.strictObject({ to: z.literal('planning'), seen: version, command: PlanningCommand })
export type PlanningOrder = z.infer<typeof planningOrder>

export const planningActs = [
  /** Takes files into the archive, each once, and files them as one paper of the dossier. A big file is named by its path and read part by part. */
  z.strictObject({
    act: z.literal('fileDossier'),
    caseId: CaseId,
    seen: version,
    personId: PersonId,
    item: z.enum(dossierItems),
    issuedOn: Day,
    issuedBy: line(200).optional(),
    number: line(80).optional(),
    note: line(500).optional(),
    files: z.array(z.union([z.strictObject({ path }), z.strictObject({ name: line(260), bytes })])).max(20),
  }),
  /** Writes one file of a dossier to a place on the disk. */
  z.strictObject({
    act: z.literal('saveDossierFile'),
    caseId: CaseId,
    personId: PersonId,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    file: path,
  }),
] as const

export const planningQuestions = [
  z.strictObject({ about: z.literal('planning') }),
  z.strictObject({ about: z.literal('planningList'), listId: z.string().max(64) }),
  /** People of the registry found by parts of the name or a number, each with every reason why this list may not take the person. */
  z.strictObject({
    about: z.literal('planningCandidates'),
    listId: z.string().max(64),
    search: line(200),
    isReElection: z.boolean(),
  }),
  /** BC-10 as of a day against the yearly reviews of its lists. */
  z.strictObject({ about: z.literal('planningReviews'), day: Day }),
  /** Sheets and dossiers of the nominees of a case: personal data, for those who work on personnel. */
  z.strictObject({ about: z.literal('eligibility'), caseId: CaseId }),
  /** What registry and planning lists know of a nominee: to be read over before it is recorded in the case. */
  z.strictObject({ about: z.literal('nomineeFromRegistry'), caseId: CaseId, personId: PersonId }),
  /** What is coming up, and the days of the year of the office. */
  z.strictObject({ about: z.literal('reminders'), year: z.int().min(2021).max(2100) }),
] as const

export type PlanningAnswers = {
  planning: PlanningView
  planningList: PlanningListView
  planningCandidates: PlanningCandidates
  planningReviews: ReviewChecks
  eligibility: EligibilityView
  nomineeFromRegistry: NomineeFacts
  reminders: {
    readonly reminders: readonly Reminder[]
    readonly calendar: readonly CalendarLine[]
    readonly times: Readonly<Record<ReminderTimeName, ReminderTime>>
  }
}
