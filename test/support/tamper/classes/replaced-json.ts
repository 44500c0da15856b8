// Other data under the page than the page prints the hash of; signed by the true signers, who did not look.
import { signedAtSomeTime, withRecord } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const replacedJson: TamperClass = {
  name: 'replaced-json',
  title: { vi: 'Thay record.json rồi ký lại đủ', en: 'record.json replaced, then signed by all' },
  weight: 4,
  broken: ['JSON_MISMATCH'],
  undecided: [],
  beside: ['OUTCOME_DIFFERS', 'PAGE_DIFFERS', 'PLACE_DIFFERS', 'LOG_MISMATCH', 'CHAIN_BROKEN', 'WRONG_SIGNER', 'OUTCOME_NOT_CHECKED'],
  async forge(stock, chance) {
    const { good, bad } = stock
    const ready = chance.pick([bad.otherUnderPrint, bad.versionAltered, bad.spacedJson])
    if (chance.next() < 0.2) return { pdf: await signedAtSomeTime(stock, ready.drawn, chance), what: 'prepared' }
    const own = good.second.recordJson
    const [what, record] = chance.pick([
      ['of the record before', good.first.recordJson],
      ['of the old version', good.oldVersion.recordJson],
      ['one digit altered', digitAltered(own, chance.between(0, 1e9), chance.between(1, 8))],
      ['cut short', own.subarray(0, chance.between(0, own.length - 1))],
    ] as const)
    return { pdf: await signedAtSomeTime(stock, withRecord(good.second.drawn, record), chance), what }
  },
}

/** Adds `by` to one digit of the data. */
function digitAltered(record: Uint8Array, which: number, by: number): Uint8Array {
  const altered = Uint8Array.from(record)
  const isDigit = (byte = 0) => byte >= 0x30 && byte <= 0x39
  const digits = [...altered.keys()].filter((i) => isDigit(altered[i]))
  const at = digits[which % digits.length] ?? 0
  altered[at] = 0x30 + (((altered[at] ?? 0) - 0x30 + by) % 10)
  return altered
}
