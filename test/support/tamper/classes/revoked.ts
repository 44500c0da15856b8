// The chair's certificate stands on a revocation list.
import { signedBy, someTime } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const revoked: TamperClass = {
  name: 'revoked',
  title: { vi: 'Chứng thư bị thu hồi trước khi ký', en: 'Certificate revoked before signing' },
  weight: 2,
  broken: ['CERT_REVOKED'],
  undecided: [],
  beside: [],
  async forge(stock, chance) {
    const before = stock.good.second.steps[2] ?? new Uint8Array()
    const pdf = await signedBy(stock, before, { hand: stock.hands.chair, place: 2, at: someTime(2, chance) })
    return { pdf, what: 'revoked before', options: { crls: stock.lists.early } }
  },
}

export const revokedSince: TamperClass = {
  name: 'revoked-since',
  title: { vi: 'Chứng thư bị thu hồi sau khi ký', en: 'Certificate revoked after signing' },
  weight: 1,
  broken: [],
  undecided: ['CERT_REVOKED'],
  beside: [],
  async forge(stock, chance) {
    const before = stock.good.second.steps[2] ?? new Uint8Array()
    const pdf = await signedBy(stock, before, { hand: stock.hands.chair, place: 2, at: someTime(2, chance) })
    return { pdf, what: 'revoked after', options: { crls: stock.lists.late } }
  },
}
