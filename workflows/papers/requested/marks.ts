// Marks the clerk may set on a paper that leaves the office: how urgent it is, who may have it, which draft it is (documents.md A4).
import { scopeWords, urgencyWords } from '../../wording/papers.ts'
import type { Paper } from '../paper.ts'
import type { PaperField } from '../requested.ts'

/** `DỰ THẢO LẦN 1`: such a paper takes no number and is signed by nobody; the paper itself follows it. */
export const draftKey = 'draft'
export const isDraft = (details: Readonly<Record<string, string>>): boolean => Number(details[draftKey] ?? 0) > 0

/** Left empty, the paper bears no such mark. */
export const markFields: readonly PaperField[] = [
  { key: 'urgency', type: 'choice', isRequired: false, choices: Object.keys(urgencyWords) },
  { key: 'scope', type: 'choice', isRequired: false, choices: Object.keys(scopeWords) },
  { key: draftKey, type: 'count', isRequired: false },
]

const wordOf = <W extends Readonly<Record<string, string>>>(words: W, key: string | undefined): W[keyof W] | undefined =>
  key !== undefined && Object.hasOwn(words, key) ? words[key as keyof W] : undefined

export function marksOf(details: Readonly<Record<string, string>>): Pick<Paper, 'urgencyMark' | 'scopeMark' | 'draftMark'> {
  const { urgency, scope, draft } = details
  const [urgencyMark, scopeMark] = [wordOf(urgencyWords, urgency), wordOf(scopeWords, scope)]
  return {
    ...(urgencyMark && { urgencyMark }),
    ...(scopeMark && { scopeMark }),
    ...(isDraft(details) && { draftMark: `DỰ THẢO LẦN ${Number(draft)}` }),
  }
}
