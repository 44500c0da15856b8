// `record.json` of a paper somebody asked for: schema `nhansu.paper-record/1`. What was typed, who signs, where it stands in the log.
// It is no record of a stage: it holds no count, and no step of the chain of stages leads through it.
import { z } from 'zod'
import type { ConferenceState } from '../conference/state.ts'
import { Day, Instant } from '../core/stamp.ts'
import { CaseOpening, Organisation } from '../procedure/facts.ts'
import { type CaseState, findNominee } from '../procedure/state.ts'
import { rulebook } from '../rulebooks/index.ts'
import { procedureKinds, rulebookIds, stageKeys } from '../rulebooks/types.ts'
import { classificationOf } from './classification.ts'
import { bodyOf } from './draw.ts'
import { isRequested, type PaperDue, type RequestedDue } from './due.ts'
import { paperSlugs } from './kinds.ts'
import { meetingOf, rulebookOf, stageIdOf, stageOf } from './meeting.ts'
import { auditPart, type RecordEnv, stageRecordOf } from './record.ts'
import { TakenNumber } from './register.ts'
import { isDraft } from './requested/marks.ts'
import { StageRecord } from './stage-record.ts'

export const paperRecordSchema = 'nhansu.paper-record/1'
const words = z.string()

export const PaperRecord = z.strictObject({
  schema: z.literal(paperRecordSchema),
  recordId: words,
  version: z.int().min(1),
  supersedes: words.nullable(),
  supersedesReason: words.optional(),
  paper: words,
  number: TakenNumber.optional(),
  sample: z.literal(true).optional(),
  rehearsal: z.literal(true).optional(),
  case: z.strictObject({ caseId: words, post: words, unit: words, kind: z.enum(procedureKinds) }),
  stage: z.strictObject({ stageId: words, key: z.enum(stageKeys), name: words }).optional(),
  person: z.strictObject({ personId: words, hoTen: words }).optional(),
  day: Day,
  /** The rules the paper was made under (documents.md A6.3); absent in records of earlier versions. */
  rulebook: z.enum(rulebookIds).optional(),
  rulebookVersion: z.int().min(1).optional(),
  organisation: Organisation,
  classification: CaseOpening.shape.classification,
  details: z.record(words, words),
  people: z.array(z.strictObject({ personId: words, hoTen: words, details: z.record(words, words).optional() })).optional(),
  signers: StageRecord.shape.signers,
  auditLog: StageRecord.shape.auditLog,
  software: StageRecord.shape.software,
  timeAssurance: z.literal('claimed'),
  createdAt: Instant,
})
export type PaperRecord = z.infer<typeof PaperRecord>

/** The value of `record.json` of any paper that is owed; `canonical` of it are its bytes. */
export function recordJson(state: CaseState, due: PaperDue, env: RecordEnv): StageRecord | PaperRecord {
  return isRequested(due) ? paperRecordOf(state, due, env) : stageRecordOf(state, due, env)
}

function paperRecordOf(state: CaseState, due: RequestedDue, env: RecordEnv): PaperRecord {
  const { opened, caseId } = state
  const conference = due.conferenceId === undefined ? undefined : meetingOf(state, due.conferenceId)
  return {
    schema: paperRecordSchema,
    recordId: due.paperId,
    version: due.version,
    supersedes: due.supersedes ?? null,
    ...(due.reason !== undefined && { supersedesReason: due.reason }),
    paper: paperSlugs[due.kind],
    ...(due.number && { number: due.number }),
    ...(opened.isSample && { sample: true as const }),
    ...(opened.rehearsal === true && { rehearsal: true as const }),
    case: { caseId, post: opened.post.title, unit: opened.post.unit, kind: opened.kind },
    ...(conference && {
      stage: { stageId: stageIdOf(state, conference.conferenceId), key: conference.stage, name: stageOf(state, conference).name },
    }),
    ...(due.personId !== undefined && {
      person: { personId: due.personId, hoTen: findNominee(state, due.personId)?.name ?? due.personId },
    }),
    day: due.day,
    ...rulesPart(state, conference),
    organisation: opened.organisation,
    classification: classificationOf(state, due.conferenceId),
    details: due.details,
    ...(due.people && { people: due.people.map((personId) => personPart(state, due, personId)) }),
    signers: (isDraft(due.details) ? [] : bodyOf(state, due, env.people).signers).map((one, index) => ({
      order: index + 1,
      role: one.role,
      field: one.field,
      person: { personId: one.personId, hoTen: one.personName },
      certSubjectMatch: { ...(one.citizenId !== undefined && { soDinhDanh: one.citizenId }), cn: one.personName },
      required: one.required,
    })),
    auditLog: auditPart(env, false),
    software: env.software,
    timeAssurance: 'claimed',
    createdAt: env.createdAt,
  }
}

function rulesPart(state: CaseState, conference: ConferenceState | undefined): Pick<PaperRecord, 'rulebook' | 'rulebookVersion'> {
  const id = conference ? rulebookOf(state, conference) : state.rulebook
  return { rulebook: id, rulebookVersion: id === state.opened.rulebook ? state.opened.rulebookVersion : rulebook(id).version }
}

function personPart(state: CaseState, { rows }: RequestedDue, personId: string): NonNullable<PaperRecord['people']>[number] {
  const typed = rows?.[personId]
  return { personId, hoTen: findNominee(state, personId)?.name ?? personId, ...(typed && { details: typed }) }
}
