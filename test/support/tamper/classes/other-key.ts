// A value by another key: under the certificate of the chair, or under a certificate of the forger's own making.
import { copiedValue, lastOf, signedBy, someTime } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const otherKey: TamperClass = {
  name: 'other-key',
  title: { vi: 'Ký lại bằng khóa khác', en: 'Signed again by another key' },
  weight: 3,
  broken: ['SIG_CRYPTO', 'DIGEST_MISMATCH'],
  undecided: ['CERT_UNTRUSTED'],
  beside: [],
  async forge(stock, chance) {
    const { chair, otherKey: other, foreignChair } = stock.hands
    const before = stock.good.second.steps[2] ?? new Uint8Array()
    const how = chance.pick(['key under his certificate', 'own certificate', 'value of another state'] as const)
    const at = someTime(2, chance)
    // The chair signs with P-256; only a key of the same kind can claim to be his.
    const mixed = { ...other, certificate: other.certificate, key: stock.hands.namesake.key }
    if (how === 'key under his certificate') return { pdf: await signedBy(stock, before, { hand: mixed, place: 2, at }), what: how }
    if (how === 'own certificate') return { pdf: await signedBy(stock, before, { hand: foreignChair, place: 2, at }), what: how }
    const signed = await signedBy(stock, before, { hand: chair, place: 2, at })
    return { pdf: copiedValue(lastOf(stock.good.second.steps), 2, signed, 2), what: how }
  },
}
