// Signatures exchanged, copied from another record, emptied, left out.
import { startRevision } from '../../../../records/pdf/append.ts'
import { fieldsOf } from '../../../../records/pdf/document.ts'
import { openPdf } from '../../../../records/pdf/file.ts'
import type { Chance } from '../chance.ts'
import { asBytes, copiedValue, gapsOf, lastOf, signedBy } from '../forge.ts'
import type { Stock } from '../stock.ts'
import type { Forged, TamperClass } from '../tamper-class.ts'

export const signaturesSwapped: TamperClass = {
  name: 'signatures-swapped',
  title: { vi: 'Tráo chữ ký giữa các ô hoặc lấy từ hồ sơ khác', en: 'Signatures swapped, or taken from another record' },
  weight: 3,
  broken: ['DIGEST_MISMATCH'],
  undecided: [],
  beside: ['WRONG_SIGNER', 'WRONG_ROLE_ORDER'],
  forge(stock, chance) {
    const pdf = lastOf(stock.good.second.steps)
    const [to, from] = [chance.between(0, 2), chance.between(0, 2)]
    if (to === from || chance.next() < 0.4) {
      const other = lastOf(chance.pick([stock.good.first, stock.good.otherCase, stock.good.oldVersion]).steps)
      return { pdf: copiedValue(pdf, to, other, from), what: `${from + 1} of another record into ${to + 1}` }
    }
    const both = chance.next() < 0.5
    const once = copiedValue(pdf, to, pdf, from)
    return { pdf: both ? copiedValue(once, from, pdf, to) : once, what: `${from + 1} into ${to + 1}${both ? ' and back' : ''}` }
  },
}

export const signatureDropped: TamperClass = {
  name: 'signature-dropped',
  title: { vi: 'Bỏ chữ ký của một người', en: 'A signature dropped' },
  weight: 3,
  broken: ['FORMAT', 'MISSING_SIGNER', 'UNSIGNED_REVISION'],
  undecided: [],
  beside: ['WRONG_ROLE_ORDER', 'DIGEST_MISMATCH'],
  forge: (stock, chance) => chance.pick([emptied, takenAway, leftOut])(stock, chance),
}

function emptied(stock: Stock, chance: Chance): Forged {
  const pdf = Uint8Array.from(lastOf(stock.good.second.steps))
  const which = chance.between(0, 2)
  const gap = gapsOf(pdf)[which]
  if (!gap) throw new Error('no signature')
  const keep = chance.pick([0, 0, 8, 64])
  pdf.set(asBytes('0'.repeat(gap.gapTo - gap.gapFrom - 2 - keep)), gap.gapFrom + 1 + keep)
  return { pdf, what: `value ${which + 1} emptied` }
}

/** By one more revision: the field as it was before he signed. */
function takenAway(stock: Stock, chance: Chance): Forged {
  const file = openPdf(lastOf(stock.good.second.steps))
  const revision = startRevision(file)
  const field = chance.pick(fieldsOf(file))
  const open = new Map(field.dict)
  open.delete('V')
  if (chance.next() < 0.5) open.delete('AP')
  revision.set(field.ref, open)
  return { pdf: revision.finish(), what: `${field.name} open again` }
}

/** Somebody never signed, those after him did. */
async function leftOut(stock: Stock, chance: Chance): Promise<Forged> {
  const { head, member, chair } = stock.hands
  const without = chance.between(0, 2)
  let pdf = stock.good.second.drawn
  for (const [place, hand] of [head, member, chair].entries()) if (place !== without) pdf = await signedBy(stock, pdf, { hand, place })
  return { pdf, what: `without ${without + 1}` }
}
