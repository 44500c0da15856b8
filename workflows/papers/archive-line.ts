// The last line of the recipients: where the original lies, who prepared the paper, in how many copies it is made (documents.md A2, A3, A6.3).
import type { Evidence } from '../rulebooks/types.ts'

/** One stays with the unit, one goes with the file: no text says how many (A6.3 only asks that the minutes name the number). */
export const usualCopies: { readonly value: number; readonly evidence: Evidence; readonly article: string } = {
  value: 2,
  evidence: 'DEFAULT',
  article: 'A6.3',
}

/** `Nguyễn Văn An` → `NVA` */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/u)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')

/** `Lưu: VT, TCCB, NVA (02 bản)`; without either the line stays as it is. How the two stand beside each other is habit, not law. */
export function archiveLine(line: string, preparedBy: string | undefined, copies: number | undefined): string {
  if (!/^lưu/iu.test(line)) return line
  const by = preparedBy === undefined || preparedBy.trim() === '' ? '' : `, ${initialsOf(preparedBy)}`
  const made = copies === undefined ? '' : ` (${String(copies).padStart(2, '0')} bản)`
  return `${line.replace(/[.;]$/u, '')}${by}${made}`
}

/** The same on the last of several lines. */
export const withArchive = (lines: readonly string[], preparedBy: string | undefined, copies: number | undefined): string[] =>
  lines.map((line, at) => (at === lines.length - 1 ? archiveLine(line, preparedBy, copies) : line))
