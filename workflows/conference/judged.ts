// A judgement as it stands on record: the input, the rule as it was resolved, and what came out. Replay never judges again.
import { z } from 'zod'
import { procedureKinds, rulebookIds, stageKeys } from '../rulebooks/types.ts'
import { outcomes } from './judgement.ts'

const whole = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const byName = z.record(z.string().max(200), whole)

export const JudgedInput = z.strictObject({
  rulebook: z.enum(rulebookIds),
  procedure: z.enum(procedureKinds),
  stage: z.enum(stageKeys),
  count: z.strictObject({
    membersTotal: whole,
    convenedRaw: whole,
    excusedForceMajeure: whole,
    present: whole,
    ballotsPrepared: whole,
    ballotsIssued: whole,
    ballotsCollected: whole,
    ballotsValid: whole,
    ballotsInvalid: whole,
    ballotsBlank: whole.optional(),
    seats: whole,
    votes: byName.optional(),
    agree: whole.optional(),
    disagree: whole.optional(),
    noOpinion: whole.optional(),
  }),
  context: z
    .strictObject({
      carriedFrom: z.array(z.string()).optional(),
      introducedByHead: z.string().optional(),
      headVacant: z.literal(true).optional(),
      settings: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
})

const JudgedOutput = z.strictObject({
  outcome: z.enum(outcomes),
  selected: z.array(z.string()),
  carried: z.array(z.string()),
  base: z.strictObject({ name: z.enum(['convened', 'present', 'membersTotal']), value: whole }),
  percent: z.record(z.string(), z.string()),
  announced: z.boolean(),
  clause: z.string(),
  next: z.enum([...stageKeys, 'submitted']).nullable(),
})

export const JudgedCount = z.strictObject({ input: JudgedInput, rule: z.record(z.string(), z.unknown()), output: JudgedOutput })
export type JudgedCount = z.infer<typeof JudgedCount>
