// What can be asked of planning.
import { z } from 'zod'
import { DocumentRef, line, text } from '../core/document.ts'
import { Day } from '../core/stamp.ts'
import { reminderTimeNames } from '../reminders/times.ts'
import { calendarItems } from '../reminders/year-calendar.ts'
import type { Role } from '../roles.ts'
import { DayOfYear, EntryId, ListId, OutBasis, outGrounds, PlannedPerson, PlannedPost, SettingValues, sources } from './facts.ts'

const command = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })

const planningCommands = [
  command('openPlanningList', {
    listId: ListId,
    post: PlannedPost,
    term: z.strictObject({ name: line(120), from: Day, until: Day }),
    approver: line(200),
  }),
  command('proposeForPlanning', {
    listId: ListId,
    entryId: EntryId,
    person: PlannedPerson,
    source: z.enum(sources),
    isReElection: z.boolean(),
    on: Day,
  }),
  command('recordPlanningStep', {
    listId: ListId,
    step: line(120),
    on: Day,
    convened: z.int().min(1).max(10_000),
    present: z.int().min(0).max(10_000),
    agree: z.record(EntryId, z.int().min(0).max(10_000)),
  }),
  command('approvePlanning', { listId: ListId, entryIds: z.array(EntryId).min(1).max(500), document: DocumentRef, on: Day }),
  command('declinePlanning', { entryId: EntryId, reason: line(500), on: Day }),
  command('reviewPlanning', {
    listId: ListId,
    year: z.int().min(2000).max(2100),
    on: Day,
    kept: z.array(EntryId).max(500),
    out: z.array(z.strictObject({ entryId: EntryId, ground: z.enum(outGrounds), reason: line(500) })).max(500),
    document: DocumentRef.optional(),
    note: text(2000).optional(),
  }),
  /** Something happened to a person: whoever is on a list because of it is proposed to leave it. */
  command('noteForPlanning', {
    personId: z.string().min(1).max(64),
    ground: z.enum(['discipline', 'lowConfidence', 'politicalStandard', 'violation', 'tasks']),
    basis: OutBasis,
  }),
  /** Whoever has no full term left any more, on the day. */
  command('proposeOverAge', { listId: ListId }),
  command('settlePlanningOut', {
    entryId: EntryId,
    isTakenOut: z.boolean(),
    reason: line(500),
    document: DocumentRef.optional(),
    on: Day,
  }),
  command('fulfilPlanning', { entryId: EntryId, document: DocumentRef, on: Day }),
  command('endPlanningList', { listId: ListId, on: Day, reason: line(500) }),
  command('changePlanningSettings', { settings: SettingValues, reason: line(500) }),
  command('setCalendarDay', { item: z.enum(calendarItems), day: DayOfYear }),
  command('setReminderTime', { name: z.enum(reminderTimeNames), value: z.int().min(1).max(240) }),
] as const

export const PlanningCommand = z.discriminatedUnion('type', planningCommands)
export type PlanningCommand = z.infer<typeof PlanningCommand>
export type PlanningCommandOf<T extends PlanningCommand['type']> = Extract<PlanningCommand, { type: T }>

const desk: readonly Role[] = ['hrOfficer', 'appraiser']
const deciders: readonly Role[] = ['hrOfficer', 'headOfAgency', 'policyAuthority']
export const mayAskPlanning: Readonly<Record<PlanningCommand['type'], readonly Role[]>> = {
  openPlanningList: desk,
  proposeForPlanning: desk,
  recordPlanningStep: desk,
  approvePlanning: deciders,
  declinePlanning: deciders,
  reviewPlanning: deciders,
  noteForPlanning: desk,
  proposeOverAge: desk,
  settlePlanningOut: deciders,
  fulfilPlanning: desk,
  endPlanningList: desk,
  changePlanningSettings: deciders,
  setCalendarDay: desk,
  setReminderTime: desk,
}
