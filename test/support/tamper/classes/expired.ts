// Certificates out of their time: not yet or no longer valid when signing, or ended since without a time stamp.
import { signedBy, someTime } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const expired: TamperClass = {
  name: 'expired',
  title: { vi: 'Chứng thư hết hạn hoặc chưa có hiệu lực khi ký', en: 'Certificate not in force when signing' },
  weight: 2,
  broken: ['CERT_EXPIRED_AT_SIGN'],
  undecided: [],
  beside: [],
  async forge(stock, chance) {
    const name = chance.pick(['notYet', 'ended'] as const)
    const before = stock.good.second.steps[2] ?? new Uint8Array()
    return { pdf: await signedBy(stock, before, { hand: stock.hands[name], place: 2, at: someTime(2, chance) }), what: name }
  },
}

export const endedSince: TamperClass = {
  name: 'ended-since',
  title: { vi: 'Chứng thư hết hạn sau khi ký, không có dấu thời gian', en: 'Certificate ended since, no time stamp' },
  weight: 1,
  broken: [],
  undecided: ['CERT_EXPIRED_NO_POE'],
  beside: [],
  async forge(stock, chance) {
    const before = stock.good.second.steps[2] ?? new Uint8Array()
    const pdf = await signedBy(stock, before, { hand: stock.hands.short, place: 2, at: someTime(2, chance) })
    const now = Date.parse('2026-03-02T00:00:00Z') + chance.between(0, 9000) * 3_600_000
    return { pdf, what: `checked at ${new Date(now).toISOString()}`, options: { now } }
  },
}
