// The closed list of what an office may set (procedure.md 10.1). The first value of each is the default.
import { z } from 'zod'

const two = <const A extends string, const B extends string>(a: A, b: B) => z.enum([a, b]).default(a as never)

/** Stored with the case when it is opened; a setting outside its rulebooks is a fault (`settingsFor`). */
export const CaseSettings = z.strictObject({
  carryRule: two('atLeast30', 'top2'),
  tieAtCut: two('includeAllTied', 'headSelects'),
  blankIs: two('invalid', 'validBlank'),
  noOpinionIs: two('valid', 'invalid'),
  bothTickedIs: two('invalid', 'noOpinion'),
  absenteeBallot: two('disallowed', 'sealedEnvelope'),
  candidateVotes: z.boolean().default(true),
  hrHeadVotes: z.boolean().default(false),
  quorumRequired: z.boolean().default(true),
  writeInAllowed: z.boolean().default(true),
  singleCandidateExactlyHalf: two('notSelected', 'headDecides'),
  announceDecisionResult: z.boolean().default(true),
  actionProgram: z
    .strictObject({
      pagesMax: z.int().min(1).max(50).default(5),
      handInWorkingDays: z.int().min(0).max(60).default(3),
      talkMinutes: z.int().min(1).max(240).default(10),
      questionMinutes: z.int().min(0).max(240).default(10),
      order: two('lot', 'alphabet'),
      othersWaitOutside: z.boolean().default(true),
      ap2b: z.boolean().default(false),
    })
    .prefault({}),
  countingTeam: z
    .strictObject({
      size: z.int().min(1).max(15).default(3),
      below8: z.int().min(1).max(15).default(2),
      above100: z.int().min(1).max(15).default(5),
    })
    .prefault({}),
  nonLocalGuard: two('warn', 'block'),
  holidayTable: z.string().default('vn'),
  resultValidityWarningMonths: z.int().min(1).max(60).default(6),
  seatsPooling: z.boolean().default(true),
  migrationAllowed: z.boolean().default(true),
  headIntroducedOnly: z.boolean().default(false),
  smallDivisionThresholds: z
    .strictObject({ staff: z.int().min(1).default(7), leaders: z.int().min(1).default(2), allStaffBelow: z.int().min(1).default(30) })
    .prefault({}),
})
export type CaseSettings = z.infer<typeof CaseSettings>
