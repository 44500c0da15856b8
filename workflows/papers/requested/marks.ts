// Marks the clerk may set on a paper that leaves the office: how urgent it is, and who may have it. The signer decides them (documents.md A4).
import { scopeWords, urgencyWords } from '../../wording/papers.ts'
import type { Paper } from '../paper.ts'
import type { PaperField } from '../requested.ts'

/** Left empty, the paper bears no such mark. */
export const markFields: readonly PaperField[] = [
  { key: 'urgency', type: 'choice', isRequired: false, choices: Object.keys(urgencyWords) },
  { key: 'scope', type: 'choice', isRequired: false, choices: Object.keys(scopeWords) },
]

const wordOf = <W extends Readonly<Record<string, string>>>(words: W, key: string | undefined): W[keyof W] | undefined =>
  key !== undefined && Object.hasOwn(words, key) ? words[key as keyof W] : undefined

export function marksOf({ urgency, scope }: Readonly<Record<string, string>>): Pick<Paper, 'urgencyMark' | 'scopeMark'> {
  const [urgencyMark, scopeMark] = [wordOf(urgencyWords, urgency), wordOf(scopeWords, scope)]
  return { ...(urgencyMark && { urgencyMark }), ...(scopeMark && { scopeMark }) }
}
