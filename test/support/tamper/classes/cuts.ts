// Something missing, doubled or moved: the file cut at its end, cut back to an earlier state, bytes taken out, put in or exchanged.
import { endsOf, joined, lastOf } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const cutAnywhere: TamperClass = {
  name: 'cut-anywhere',
  title: { vi: 'Cắt cụt tại một chỗ bất kỳ', en: 'Cut off anywhere' },
  weight: 5,
  broken: ['UNSIGNED_REVISION', 'MISSING_SIGNER', 'DIGEST_MISMATCH'],
  undecided: ['NOT_A_RECORD', 'NOT_PDF'],
  beside: ['FOREIGN_LATER_BYTES', 'NO_SIGNATURE', 'JSON_MISSING'],
  forge(stock, chance) {
    const pdf = lastOf(stock.good.second.steps)
    const at = chance.next() < 0.3 ? pdf.length - chance.between(1, 2000) : chance.between(0, pdf.length - 1)
    return { pdf: pdf.subarray(0, at), what: `cut at ${at}` }
  },
}

export const cutBack: TamperClass = {
  name: 'cut-back',
  title: { vi: 'Cắt về trạng thái trước khi đủ chữ ký', en: 'Cut back to a state before all had signed' },
  weight: 1,
  broken: ['MISSING_SIGNER'],
  undecided: ['NOT_A_RECORD'],
  beside: ['NO_SIGNATURE', 'JSON_MISSING', 'UNSIGNED_REVISION'],
  forge(stock, chance) {
    const { steps } = chance.pick([stock.good.second, stock.good.first, stock.good.oldVersion])
    const pdf = lastOf(steps)
    const end = chance.pick(endsOf(pdf).slice(0, -1))
    return { pdf: pdf.subarray(0, end), what: `cut back to ${end}` }
  },
}

export const bytesMoved: TamperClass = {
  name: 'bytes-moved',
  title: { vi: 'Bỏ bớt, chèn thêm, hoán đổi một đoạn byte', en: 'Bytes taken out, put in or exchanged' },
  weight: 4,
  broken: ['DIGEST_MISMATCH', 'FORMAT', 'UNSIGNED_REVISION', 'SIG_CRYPTO'],
  // In the certificate of an issuer that came with a signature, a byte breaks the path and nothing else.
  undecided: ['NOT_PDF', 'NOT_A_RECORD', 'CERT_UNTRUSTED'],
  beside: [
    'FOREIGN_UNREADABLE',
    'FOREIGN_LATER_BYTES',
    'HIDDEN_CONTENT',
    'JSON_MISMATCH',
    'JSON_MISSING',
    'PAGE_DIFFERS',
    'PLACE_DIFFERS',
    'OUTCOME_DIFFERS',
    'WRONG_SIGNER',
    'MISSING_SIGNER',
    'LOG_MISMATCH',
    'CHAIN_BROKEN',
    'OUTCOME_NOT_CHECKED',
    'WRONG_ROLE_ORDER',
    'NO_SIGNATURE',
    'WEAK_ALG',
  ],
  forge(stock, chance) {
    const pdf = lastOf(stock.good.second.steps)
    const size = chance.pick([1, 2, 16, 512, 4096])
    const at = chance.between(0, pdf.length - 2 * size - 1)
    const [before, one, rest] = [pdf.subarray(0, at), pdf.subarray(at, at + size), pdf.subarray(at + size)]
    const how = chance.pick(['out', 'in', 'doubled', 'exchanged', 'overwritten'] as const)
    const [two, last] = [rest.subarray(0, size), rest.subarray(size)]
    const altered = {
      out: () => joined(before, rest),
      in: () => joined(before, chance.bytes(size), one, rest),
      doubled: () => joined(before, one, one, rest),
      // Equal blocks exchanged are no change: the first byte then becomes another.
      exchanged: () =>
        Buffer.compare(one, two) === 0 ? joined(before, Uint8Array.of(~(one[0] ?? 0) & 255), rest) : joined(before, two, one, last),
      overwritten: () =>
        joined(
          before,
          one.map((byte) => byte ^ chance.between(1, 255)),
          rest,
        ),
    }[how]()
    return { pdf: altered, what: `${size} bytes at ${at}: ${how}` }
  },
}
