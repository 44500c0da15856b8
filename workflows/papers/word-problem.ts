// What can be wrong with a Word file somebody hands in. The sentence is in wording/.

export const wordProblemCodes = [
  'word-old-or-locked',
  'word-not-docx',
  'word-too-big',
  'word-broken',
  'word-macros',
  'word-external-link',
  'word-embedded-object',
  'word-field-unknown',
  'word-field-outside',
  'word-field-form',
  'word-body-missing',
  'word-body-not-alone',
  'word-tag-unclosed',
  'word-tag-unopened',
  'word-loop-unclosed',
  'word-loop-unopened',
  'word-loop-crossed',
] as const
export type WordProblemCode = (typeof wordProblemCodes)[number]

/** `part`: `document`, `header1`, …; `paragraph`: counted from 1 in that part; `text`: how the paragraph begins; `near`: a field that may have been meant. */
export type WordProblem = {
  readonly code: WordProblemCode
  readonly part?: string
  readonly paragraph?: number
  readonly text?: string
  readonly field?: string
  readonly near?: string
}
