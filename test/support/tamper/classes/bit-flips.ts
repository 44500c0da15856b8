// One bit, anywhere: in what Typst drew, in the completion, in what a signer appended, in a signature value.
import type { Chance } from '../chance.ts'
import { endsOf, gapsOf, lastOf } from '../forge.ts'
import type { Stock } from '../stock.ts'
import type { Forged, TamperClass } from '../tamper-class.ts'

type Span = readonly [from: number, to: number]

/** One bit in one of the spans, each byte as likely as any other. */
function flipped(pdf: Uint8Array, spans: readonly Span[], chance: Chance): Forged {
  let place = chance.between(0, spans.reduce((sum, [from, to]) => sum + to - from, 0) - 1)
  let at = 0
  for (const [from, to] of spans) {
    if (place >= 0 && place < to - from) at = from + place
    place -= to - from
  }
  const bit = chance.between(0, 7)
  const altered = Uint8Array.from(pdf)
  altered[at] = (altered[at] ?? 0) ^ (1 << bit)
  return { pdf: altered, what: `bit ${bit} of byte ${at}` }
}

const wholeOf = (stock: Stock): Uint8Array => lastOf(stock.good.second.steps)

const codes = {
  broken: ['DIGEST_MISMATCH'],
  undecided: ['NOT_PDF', 'ENCRYPTED'],
  // A byte can mean anything: a name, a length, a field, a digit of the record.
  beside: [
    'NOT_A_RECORD',
    'FOREIGN_UNREADABLE',
    'FOREIGN_LATER_BYTES',
    'FORMAT',
    'HIDDEN_CONTENT',
    'UNSIGNED_REVISION',
    'MISSING_SIGNER',
    'WRONG_SIGNER',
    'WRONG_ROLE_ORDER',
    'CERT_EXPIRED_AT_SIGN',
    'JSON_MISMATCH',
    'JSON_MISSING',
    'OUTCOME_DIFFERS',
    'OUTCOME_NOT_CHECKED',
    'PAGE_DIFFERS',
    'PLACE_DIFFERS',
    'LOG_MISMATCH',
    'CHAIN_BROKEN',
  ],
} as const satisfies Partial<TamperClass>

export const flipInTypeset: TamperClass = {
  ...codes,
  name: 'flip-typeset',
  title: { vi: 'Lật một bit trong trang đã dàn', en: 'One bit of the drawn pages' },
  weight: 12,
  forge: (stock, chance) => flipped(wholeOf(stock), [[0, endsOf(stock.good.second.drawn)[0] ?? 0]], chance),
}

export const flipInCompletion: TamperClass = {
  ...codes,
  // A bit in the name of the form hides every field: each signer's revision is then one without a signature.
  broken: ['DIGEST_MISMATCH', 'UNSIGNED_REVISION'],
  undecided: [...codes.undecided, 'NO_SIGNATURE'],
  // A letter of the data may be that of the kind of paper, or of a place to sign.
  beside: [...codes.beside, 'PAPER_UNKNOWN', 'PLACE_MISSING'],
  name: 'flip-completion',
  title: { vi: 'Lật một bit trong phần đính dữ liệu và ô ký', en: 'One bit of the attached data and fields' },
  weight: 8,
  forge(stock, chance) {
    const [from = 0, to = 0] = endsOf(stock.good.second.drawn)
    return flipped(wholeOf(stock), [[from, to]], chance)
  },
}

export const flipInRevision: TamperClass = {
  ...codes,
  // Where the last revision can no longer be read, what stands before it is an earlier state with something appended.
  broken: ['DIGEST_MISMATCH', 'UNSIGNED_REVISION'],
  name: 'flip-revision',
  title: { vi: 'Lật một bit trong lần ký, ngoài giá trị chữ ký', en: 'One bit of what a signer appended, outside the value' },
  weight: 8,
  forge(stock, chance) {
    const pdf = wholeOf(stock)
    let from = stock.good.second.drawn.length
    const spans = gapsOf(pdf).flatMap(({ gapFrom, gapTo, end }): Span[] => {
      const start = from
      from = end
      return [
        [start, gapFrom],
        [gapTo, end],
      ]
    })
    return flipped(pdf, spans, chance)
  },
}

export const flipInValue: TamperClass = {
  name: 'flip-value',
  title: { vi: 'Lật một bit trong giá trị chữ ký', en: 'One bit of a signature value' },
  weight: 10,
  // A sign that is no hexadecimal digit ends the reading: what stands before is then an earlier state with something appended.
  broken: ['FORMAT', 'SIG_CRYPTO', 'DIGEST_MISMATCH', 'UNSIGNED_REVISION', 'WEAK_ALG'],
  undecided: ['CERT_UNTRUSTED', 'FOREIGN_UNREADABLE', 'NOT_A_RECORD'],
  beside: ['KEY_USAGE', 'WRONG_SIGNER', 'CERT_EXPIRED_AT_SIGN', 'MISSING_SIGNER'],
  forge(stock, chance) {
    const pdf = wholeOf(stock)
    // The zeros that fill the room are the greater part of it: every other file flips in the structure itself.
    const inside = chance.next() < 0.75
    const spans = gapsOf(pdf).map(({ gapFrom, gapTo }): Span => [gapFrom, inside ? endOfValue(pdf, gapFrom) : gapTo])
    return flipped(pdf, spans, chance)
  },
}

function endOfValue(pdf: Uint8Array, gapFrom: number): number {
  const head = Buffer.from(Buffer.from(pdf.subarray(gapFrom + 1, gapFrom + 9)).toString('latin1'), 'hex')
  return gapFrom + 1 + (4 + head.readUInt16BE(2)) * 2
}
