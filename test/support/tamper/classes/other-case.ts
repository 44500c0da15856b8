// A record of another case, or a part of one, in the place of ours.
import { expectedFile, signedAtSomeTime, signedUnread, withRecord } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const recordOfAnotherCase: TamperClass = {
  name: 'record-of-another-case',
  title: { vi: 'Hồ sơ của vụ việc khác', en: 'Record of another case' },
  weight: 2,
  broken: ['JSON_MISMATCH', 'LOG_MISMATCH', 'FILE_DIFFERS', 'CHAIN_BROKEN'],
  undecided: [],
  beside: ['OUTCOME_DIFFERS', 'PAGE_DIFFERS'],
  async forge(stock, chance) {
    const { good } = stock
    const how = chance.pick(['data', 'proof', 'file', 'previous'] as const)
    if (how === 'proof') return signedUnread(['proofOfOtherCase'])(stock, chance)
    if (how === 'previous') return signedUnread(['otherPrevious'])(stock, chance)
    if (how === 'file') {
      const pdf = await signedAtSomeTime(stock, good.otherCase.drawn, chance)
      return { pdf, what: 'in the place of the file the log names', options: expectedFile(good.second) }
    }
    const drawn = withRecord(good.second.drawn, good.otherCase.recordJson)
    return { pdf: await signedAtSomeTime(stock, drawn, chance), what: 'its data under our page' }
  },
}
