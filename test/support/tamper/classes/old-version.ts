// A version that was superseded, brought again in the place of the new one; or the new one signed anew after it was written down.
import { expectedFile, signedAtSomeTime } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const oldVersion: TamperClass = {
  name: 'old-version',
  title: { vi: 'Đưa lại bản cũ đã được thay thế', en: 'Replay of an old version' },
  weight: 2,
  broken: ['FILE_DIFFERS'],
  undecided: [],
  beside: [],
  async forge(stock, chance) {
    const { second, oldVersion: old } = stock.good
    const [what, paper] = chance.pick([
      ['old version', old],
      ['signed anew', second],
    ] as const)
    return {
      pdf: await signedAtSomeTime(stock, paper.drawn, chance),
      what,
      options: expectedFile(second, chance.pick(['log', 'manifest'])),
    }
  },
}
