// What can have happened to planning: lists for posts, people on them, approvals, yearly reviews. One stream for the whole office,
// because the limits of a person run over all lists.
import { z } from 'zod'
import { DocumentRef, line, text } from '../core/document.ts'
import { Day } from '../core/stamp.ts'
import { PartialDate } from '../registry/partial-date.ts'
import { disciplineForms, sexes } from '../registry/person.ts'
import { reminderTimeNames } from '../reminders/times.ts'
import { calendarItems } from '../reminders/year-calendar.ts'

const fact = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })

export const ListId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
export const EntryId = ListId

export const planningLevels = ['central', 'province', 'district', 'commune', 'unit'] as const

/** The post (or the committee) planned for. */
export const PlannedPost = z.strictObject({
  title: line(200),
  unit: line(200),
  level: z.enum(planningLevels),
  rank: z.int().min(0).max(9),
  /** `committee`: several seats of one kind; its people are counted by the coefficient, not three a post. */
  kind: z.enum(['post', 'committee']),
  seats: z.int().min(1).max(200),
})
export type PlannedPost = z.infer<typeof PlannedPost>

/** Snapshot of the person on the day of proposal. `personId`: of the registry. */
export const PlannedPerson = z.strictObject({
  personId: z.string().min(1).max(64),
  name: line(120),
  birthDate: PartialDate.optional(),
  sex: z.enum(sexes).optional(),
  citizenId: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  isMinority: z.boolean().optional(),
  currentPost: line(200),
  currentUnit: line(200).optional(),
  currentRank: z.int().min(0).max(9).nullable(),
})
export type PlannedPerson = z.infer<typeof PlannedPerson>

export const sources = ['inside', 'elsewhere'] as const
export const outGrounds = [
  'discipline',
  'lowConfidence',
  'overAge',
  'politicalStandard',
  'standards',
  'tasks',
  'violation',
  'other',
] as const
export type OutGround = (typeof outGrounds)[number]

/** What made the law propose that somebody leaves. */
export const OutBasis = z.strictObject({
  on: Day,
  document: DocumentRef.optional(),
  sanction: z.enum(disciplineForms).optional(),
  /** Confidence vote: ballots of low confidence, of ballots collected. */
  low: z.int().min(0).optional(),
  collected: z.int().min(1).optional(),
  note: line(300).optional(),
})
export type OutBasis = z.infer<typeof OutBasis>

const percent = z.int().min(0).max(100)
/** What an office sets for itself, all of it at once (programme.md 12.1). */
export const SettingValues = z.strictObject({
  bands: z.tuple([z.int().min(20).max(70), z.int().min(20).max(70)]).refine(([second, third]) => second < third),
  youngUnder: z.int().min(20).max(70),
  youngPercent: percent,
  womenPercent: percent,
  minorityPercent: percent.nullable(),
  committeeTenths: z.strictObject({ from: z.int().min(10).max(50), to: z.int().min(10).max(50) }).refine(({ from, to }) => from <= to),
})
export type SettingValues = z.infer<typeof SettingValues>

/** `MM-DD`, a day every year has. */
export const DayOfYear = z.string().refine((text) => /^\d{2}-\d{2}$/.test(text) && Day.safeParse(`2023-${text}`).success)

const planningFacts = [
  fact('planningListOpened', {
    listId: ListId,
    post: PlannedPost,
    term: z.strictObject({ name: line(120), from: Day, until: Day }),
    /** Who approves it. */
    approver: line(200),
  }),
  fact('planningProposed', {
    listId: ListId,
    entryId: EntryId,
    person: PlannedPerson,
    source: z.enum(sources),
    isReElection: z.boolean(),
    on: Day,
  }),
  /** One step of building the list: a meeting's counts for those proposed. */
  fact('planningStepHeld', {
    listId: ListId,
    step: line(120),
    on: Day,
    convened: z.int().min(1).max(10_000),
    present: z.int().min(0).max(10_000),
    agree: z.record(EntryId, z.int().min(0).max(10_000)),
  }),
  fact('planningApproved', { listId: ListId, entryIds: z.array(EntryId).min(1).max(500), document: DocumentRef, on: Day }),
  fact('planningDeclined', { entryId: EntryId, reason: line(500), on: Day }),
  fact('planningReviewed', {
    listId: ListId,
    year: z.int().min(2000).max(2100),
    on: Day,
    kept: z.array(EntryId).max(500),
    out: z.array(z.strictObject({ entryId: EntryId, ground: z.enum(outGrounds), reason: line(500) })).max(500),
    document: DocumentRef.optional(),
    note: text(2000).optional(),
  }),
  /** The law says somebody should leave; a person confirms it or says why not. */
  fact('planningOutProposed', { entryId: EntryId, ground: z.enum(outGrounds), basis: OutBasis }),
  /** What made the law propose it was taken back in the registry. `on`: the day of its basis. */
  fact('planningOutWithdrawn', { entryId: EntryId, ground: z.enum(outGrounds), on: Day }),
  fact('planningOutSettled', { entryId: EntryId, isTakenOut: z.boolean(), reason: line(500), document: DocumentRef.optional(), on: Day }),
  fact('planningFulfilled', { entryId: EntryId, document: DocumentRef, on: Day }),
  fact('planningListEnded', { listId: ListId, on: Day, reason: line(500) }),
  fact('planningSettingsChanged', { settings: SettingValues, reason: line(500) }),
  /** The last day of something the office does every year (programme.md 16). */
  fact('calendarDaySet', { item: z.enum(calendarItems), day: DayOfYear }),
  /** How long before its day a reminder begins: working days or months, by its name. */
  fact('reminderTimeSet', { name: z.enum(reminderTimeNames), value: z.int().min(1).max(240) }),
] as const

export const PlanningFact = z.discriminatedUnion('type', planningFacts)
export type PlanningFact = z.infer<typeof PlanningFact>
export type PlanningFactOf<T extends PlanningFact['type']> = Extract<PlanningFact, { type: T }>
export type StoredPlanningFact = { readonly version: number; readonly at: string; readonly by: string; readonly fact: PlanningFact }
