// A clock set back: the signature claims a time before the conference was closed, or before the signature it follows.
import { signedBy } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const clockBack: TamperClass = {
  name: 'clock-back',
  title: { vi: 'Vặn lùi đồng hồ khi ký', en: 'Clock set back when signing' },
  weight: 2,
  broken: [],
  undecided: ['CLOCK_SUSPECT'],
  beside: [],
  async forge(stock, chance) {
    const place = chance.between(0, 2)
    const hand = [stock.hands.head, stock.hands.member, stock.hands.chair][place] ?? stock.hands.chair
    const before = stock.good.second.steps[place] ?? new Uint8Array()
    const at = `2026-02-${place === 0 ? '02' : '03'}T0${chance.between(1, 8)}:${chance.between(10, 59)}:00+07:00`
    let pdf = await signedBy(stock, before, { hand, place, at })
    for (const [i, next] of [stock.hands.head, stock.hands.member, stock.hands.chair].entries())
      if (i > place) pdf = await signedBy(stock, pdf, { hand: next, place: i })
    return { pdf, what: `${place + 1} claims ${at}`, options: { strict: true } }
  },
}
