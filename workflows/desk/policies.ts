// Signed policies of the office: the one thing that lifts "print only" from classified cases, for a time (documents.md A4 rule 2).
import { z } from 'zod'
import { line } from '../core/document.ts'
import { Day } from '../core/stamp.ts'
import type { CaseOpening } from '../procedure/facts.ts'
import type { DeskState } from './state.ts'

const secretLevels = ['MAT', 'TOI_MAT', 'TUYET_MAT'] as const

/** The file an organisation signs. `environment`: the approved place and equipment secret papers may be signed in. */
export const PolicyFile = z.strictObject({
  schema: z.literal('tiencu.policy/1'),
  kind: z.literal('signClassified'),
  organisation: line(200),
  classifications: z.array(z.enum(secretLevels)).min(1).max(3),
  environment: line(300),
  validFrom: Day,
  validUntil: Day,
})
export type PolicyFile = z.infer<typeof PolicyFile>

type Classification = CaseOpening['classification']

/** The policy that lets papers of this level be signed and leave the file on `day`; undefined where nothing does. */
function policyFor({ policies }: DeskState, classification: Classification, day: string): DeskState['policies'][number] | undefined {
  if (classification === 'none') return undefined
  return policies.findLast(
    (one) => one.endedAt === undefined && one.classifications.includes(classification) && one.validFrom <= day && day <= one.validUntil,
  )
}

/** Classified, and no policy in force: paper and ink only. */
export const isPrintOnly = (state: DeskState, classification: Classification, day: string): boolean =>
  classification !== 'none' && policyFor(state, classification, day) === undefined
