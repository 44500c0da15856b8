// The part of the counter that speaks of what happened beside the screens: said once, quietly, without a name or a figure of any case.
import { z } from 'zod'

export type Notice = { readonly noticeId: number; readonly at: string } & (
  | { readonly code: 'backup-overdue'; readonly days: number }
  | { readonly code: 'backup-never' }
  /** Lists of revoked certificates past their day: a check leans on them. */
  | { readonly code: 'lists-old'; readonly count: number }
  /** The key that was open for many papers shut itself. */
  | { readonly code: 'sitting-over'; readonly minutes: number }
)

export const noticeQuestions = [
  /** What was said since the person at work sat down, the newest last: for a window opened later. */
  z.strictObject({ about: z.literal('notices') }),
] as const

export type NoticeAnswers = { notices: readonly Notice[] }

/** A setting of the app, no rule: the day's work lies in one file on one disk. */
export const backupDueDays = 7
/** Facts from which on a file that was never backed up is worth a word. */
export const backupWorthFacts = 20
