// The part of the counter that speaks of Word: templates of the office, copies of papers, copies that come back changed.
import { z } from 'zod'
import { line } from './core/document.ts'
import { CaseId, PaperId } from './core/ids.ts'
import { type PaperKind, paperKinds } from './papers/kinds.ts'
import type { WordField } from './papers/word-fields.ts'
import type { WordProblem } from './papers/word-problem.ts'

export const wordFamilies = ['party', 'state'] as const
/** A Party body and a state body write in different forms (documents.md A1). */
export type WordFamily = (typeof wordFamilies)[number]

/** A .docx crosses the doorway as base64 text; 10 MB at most, which the reader refuses beyond by its own words. */
const docx = z.base64().max(16_000_000)
const which = { family: z.enum(wordFamilies), kind: z.enum(paperKinds) } as const

export const wordActs = [
  /** Refused with `word-template-faulty` and the number of faults; `wordCheck` tells each. */
  z.strictObject({ act: z.literal('loadWordTemplate'), ...which, name: line(200), bytes: docx }),
  /** Back to the template the app ships; the office's own stay in the file. */
  z.strictObject({ act: z.literal('dropWordTemplate'), ...which }),
  /** A Word copy of every paper that stands, into a folder; `paperId`: of this one. */
  z.strictObject({ act: z.literal('exportWord'), caseId: CaseId, folder: z.string().min(1).max(1000), paperId: PaperId.optional() }),
] as const

export const wordQuestions = [
  z.strictObject({ about: z.literal('wordTemplates') }),
  /** The template in use, to be changed in Word. */
  z.strictObject({ about: z.literal('wordTemplate'), ...which }),
  /** What a template of this kind may use. */
  z.strictObject({ about: z.literal('wordFields'), kind: z.enum(paperKinds) }),
  z.strictObject({ about: z.literal('wordCheck'), ...which, bytes: docx }),
  /** A Word copy that was changed, against the paper as it was signed. */
  z.strictObject({ about: z.literal('wordDrift'), caseId: CaseId, paperId: PaperId, bytes: docx }),
] as const

/** An office's own template; kinds without one use what is shipped. */
export type WordTemplateView = {
  readonly family: WordFamily
  readonly kind: PaperKind
  readonly version: number
  readonly name: string
  readonly loadedAt: string
  readonly by: string
}

export type WordDriftView = {
  /** The copy says it is of another paper. */
  readonly otherPaper?: string
  /** The copy says nothing of where it comes from: Word or somebody took it out. */
  readonly isUnmarked: boolean
  /** The PDF got further signatures since. */
  readonly isSignedSince: boolean
  /** So many texts the PDF itself puts otherwise: it was drawn by an earlier version of this app. */
  readonly retold?: number
  readonly supersededBy?: string
  /** `fields`: of the template, where the signed line comes from. A line without `signed` was added, one without `word` taken out. */
  readonly lines: readonly { readonly fields: readonly string[]; readonly signed?: string; readonly word?: string }[]
}

export type WordAnswers = {
  wordTemplates: readonly WordTemplateView[]
  wordTemplate: { readonly bytes: string; readonly name: string }
  wordFields: readonly WordField[]
  wordCheck: { readonly problems: readonly WordProblem[] }
  wordDrift: WordDriftView
}
