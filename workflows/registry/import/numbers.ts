// Numbers of people and of pay as clerks type them: citizen numbers that lost their zeros, decimals with a comma.
import { ok, type Result, refuse } from '../../core/result.ts'
import type { RawCell } from './sheet.ts'
import { cleanText } from './text.ts'

export type CitizenIdRefusal =
  /** 9 to 11 digits: zeros at the front were lost, or it is an old identity card. `proposed`: padded, for the clerk to accept. */
  | { readonly code: 'import-citizen-id-short'; readonly shown: string; readonly proposed: string }
  | { readonly code: 'import-citizen-id-unreadable'; readonly shown: string }
  /** Excel keeps 15 digits and shows 3.6075E+10: the number is whole all the same; where it is not, it is gone. */
  | { readonly code: 'import-citizen-id-rounded'; readonly shown: string }

const digitsOf = (text: string): string =>
  cleanText(text)
    .replace(/^['’`]/, '')
    .replace(/[\s.-]/g, '')

/**
 * Twelve digits (documents.md A9.3). @param padsZeros the clerk said that this column lost its zeros: 9 to 11 digits are padded.
 * A number that its cell shows with zeros in front is read as shown.
 */
export function readCitizenId(cell: RawCell, padsZeros: boolean): Result<string, CitizenIdRefusal> {
  const shown =
    typeof cell === 'string'
      ? cell
      : typeof cell === 'number'
        ? String(cell)
        : cell !== null && typeof cell === 'object' && 'shown' in cell
          ? cell.shown
          : ''
  if (/^\d(?:[.,]\d+)?[eE]\+?\d+$/.test(cleanText(shown))) return refuse({ code: 'import-citizen-id-rounded', shown: cleanText(shown) })
  const digits = digitsOf(shown)
  if (/^\d{12}$/.test(digits)) return ok(digits)
  if (!/^\d{9,11}$/.test(digits)) return refuse({ code: 'import-citizen-id-unreadable', shown: cleanText(shown) })
  const proposed = digits.padStart(12, '0')
  return padsZeros ? ok(proposed) : refuse({ code: 'import-citizen-id-short', shown: digits, proposed })
}

/**
 * A coefficient in hundredths: `4,98`, `4.98` and 4.98 are 498. Whole numbers alone are kept in facts.
 * Refused: more than two decimals, thousands, words.
 */
export function readHundredths(cell: RawCell): Result<number, { readonly code: 'import-decimal-unreadable'; readonly shown: string }> {
  const shown =
    typeof cell === 'number'
      ? String(Math.round(cell * 1e6) / 1e6)
      : typeof cell === 'string'
        ? cleanText(cell)
        : cell !== null && typeof cell === 'object' && 'shown' in cell
          ? String(cell.number)
          : ''
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(shown)
  if (!found) return refuse({ code: 'import-decimal-unreadable', shown })
  return ok(Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')))
}
