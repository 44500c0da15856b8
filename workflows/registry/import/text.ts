// Text of a cell made fit to keep (documents.md A9.5), and folded to be compared: heads, words of a list, names.
import { foldedText } from '../../core/folded-text.ts'

/** Text that is clean as it stands: composed letters and signs, single blanks between. Nearly every cell. */
const isClean = /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u1ea0-\u1ef9]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff\u1ea0-\u1ef9]+)*$/

/** No-break and other odd spaces become plain ones; what has no width goes; NFC; one space between words; lines become one; half a sign, which no text can be written with, is shown as one that is missing. */
export const cleanText = (text: string): string =>
  isClean.test(text)
    ? text
    : text
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/gu, '')
        .replace(/[\s\p{Cc}\u00a0]+/gu, ' ')
        .trim()
        .normalize('NFC')
        .toWellFormed()

const folds = new Map<string, string>()
/** Lower case without marks, đ as d, signs as spaces: `Họ và tên (*)` is `ho va ten`. The same few heads and words come again on every row. */
export function folded(text: string): string {
  const known = folds.get(text)
  if (known !== undefined) return known
  const fold = foldedText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (folds.size > 50_000) folds.clear()
  folds.set(text, fold)
  return fold
}
