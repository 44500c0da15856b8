// Another authority under the same names: for one signer, for all, or the reader trusts another one.
import { lastOf, signedBy, someTime } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const otherRoot: TamperClass = {
  name: 'other-root',
  title: { vi: 'Cơ quan cấp chứng thư khác, trùng tên', en: 'Another authority under the same name' },
  weight: 2,
  broken: [],
  undecided: ['CERT_UNTRUSTED'],
  beside: [],
  async forge(stock, chance) {
    const { head, member, chair, foreignHead, foreignMember, foreignChair } = stock.hands
    const which = chance.between(0, 7)
    if (which === 0) return { pdf: lastOf(stock.good.second.steps), what: 'another root trusted', options: { roots: [stock.foreignRoot] } }
    const hands = [which & 1 ? foreignHead : head, which & 2 ? foreignMember : member, which & 4 ? foreignChair : chair]
    let pdf = stock.good.second.drawn
    for (const [place, hand] of hands.entries()) pdf = await signedBy(stock, pdf, { hand, place, at: someTime(place, chance) })
    return { pdf, what: `foreign certificates ${which.toString(2)}` }
  },
}
