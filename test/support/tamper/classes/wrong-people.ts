// Perfect signatures of the wrong people, or of the right ones in the wrong places.
import { signedBy, someTime } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const wrongPerson: TamperClass = {
  name: 'wrong-person',
  title: { vi: 'Người khác ký thay, kể cả người trùng tên', en: 'Another person, a namesake too' },
  weight: 2,
  broken: ['WRONG_SIGNER'],
  undecided: [],
  beside: ['WRONG_ROLE_ORDER'],
  async forge(stock, chance) {
    const { head, member, chair, stranger, namesake } = stock.hands
    const hands = [head, member, chair]
    const place = chance.between(0, 2)
    hands[place] = chance.pick([stranger, namesake, ...[head, member, chair].filter((_, i) => i !== place)])
    let pdf = stock.good.second.drawn
    for (const [i, hand] of hands.entries()) pdf = await signedBy(stock, pdf, { hand, place: i, at: someTime(i, chance) })
    return { pdf, what: `${hands[place]?.name} in place ${place + 1}` }
  },
}

export const wrongOrder: TamperClass = {
  name: 'wrong-order',
  title: { vi: 'Ký sai thứ tự', en: 'Signed out of order' },
  weight: 2,
  broken: ['WRONG_ROLE_ORDER'],
  undecided: [],
  beside: [],
  async forge(stock, chance) {
    const { head, member, chair } = stock.hands
    const hands = [head, member, chair]
    const order = chance.pick([
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ])
    let pdf = stock.good.second.drawn
    for (const [turn, place] of order.entries()) {
      const hand = hands[place]
      if (hand) pdf = await signedBy(stock, pdf, { hand, place, at: someTime(turn, chance) })
    }
    return { pdf, what: order.map((place) => place + 1).join() }
  },
}

/** The data names fewer signers than the paper needs, or another paper: everybody it names has signed. */
export const fewerSigners: TamperClass = {
  name: 'fewer-signers',
  title: { vi: 'Dữ liệu bỏ bớt người phải ký', en: 'Data that leaves out who must sign' },
  weight: 2,
  broken: ['PLACE_MISSING'],
  undecided: ['PAPER_UNKNOWN'],
  beside: [],
  async forge(stock, chance) {
    const what = chance.pick(['chairAlone', 'headAlone', 'kindUnknown', 'kindOfOthers'] as const)
    const { head, member, chair } = stock.hands
    const by = what === 'headAlone' ? [head, member] : [undefined, undefined, chair]
    let pdf = stock.bad[what].drawn
    for (const [place, hand] of by.entries()) if (hand) pdf = await signedBy(stock, pdf, { hand, place, at: someTime(place, chance) })
    return { pdf, what }
  },
}

/** The right people signed, and the page shows others: under a place to sign, or in the look of a signature. */
export const otherNameShown: TamperClass = {
  name: 'other-name-shown',
  title: { vi: 'Trang cho thấy tên người khác ở chỗ ký', en: 'The page shows another name at a place to sign' },
  weight: 1,
  broken: ['PLACE_DIFFERS'],
  undecided: [],
  beside: [],
  async forge(stock, chance) {
    const { head, member, chair } = stock.hands
    const isUnder = chance.next() < 0.3
    const place = isUnder ? 2 : chance.between(0, 2)
    const look = isUnder ? place : chance.pick([0, 1, 2].filter((one) => one !== place))
    let pdf = isUnder ? stock.bad.otherNameUnder.drawn : stock.good.second.drawn
    for (const [at, hand] of [head, member, chair].entries())
      pdf = await signedBy(stock, pdf, { hand, place: at, at: someTime(at, chance), ...(at === place && { look }) })
    return { pdf, what: isUnder ? 'under the place' : `the look of place ${look + 1} in place ${place + 1}` }
  },
}
