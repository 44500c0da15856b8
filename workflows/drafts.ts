// The part of the counter that keeps what people have typed and not yet said. No fact, no proof: it may change and vanish.
import { z } from 'zod'

/** Names the screen, the act and the boxes of a form; the office adds who is at work, so that nobody reads another's. */
const DraftKey = z.string().min(1).max(400)

/** The longest draft kept: a convocation list of some thousand lines. */
const longestDraft = 400_000

export const draftActs = [
  /** Null: nothing differs from the empty form any more, or it was recorded. */
  z.strictObject({ act: z.literal('keepDraft'), key: DraftKey, value: z.string().max(longestDraft).nullable() }),
] as const

/** All drafts of whoever is at work. */
export const draftQuestions = [z.strictObject({ about: z.literal('drafts') })] as const

/** `value`: JSON of the boxes that were typed in. `at`: an ISO instant. */
export type DraftView = { readonly key: string; readonly value: string; readonly at: string }

export type DraftAnswers = { drafts: readonly DraftView[] }
