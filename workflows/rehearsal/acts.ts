// What may be asked of rehearsals: a case bound as a rehearsal from its first fact, in a data file of its own that holds nothing else.
import { z } from 'zod'
import { CaseId } from '../core/ids.ts'

export const practiseUntil = ['act', 'stage', 'end'] as const
export type PractiseUntil = (typeof practiseUntil)[number]

export const rehearsalActs = [
  /** Puts the open file aside and goes to the rehearsals beside it; the file is made at the first time. */
  z.strictObject({ act: z.literal('enterRehearsal') }),
  /** Back to the records, where they were left. */
  z.strictObject({ act: z.literal('leaveRehearsal') }),
  /** Goes to the rehearsals with a fresh one of this case: its post, rulebook, overlays, settings and sizes; practice people, no result. */
  z.strictObject({ act: z.literal('rehearseCase'), caseId: CaseId }),
  /** Plays on with suggested practice data: the next act, up to the end of the step, or to the archive. */
  z.strictObject({ act: z.literal('practise'), caseId: CaseId, until: z.enum(practiseUntil) }),
] as const
