// Something after the last signature: junk, a whole revision in our own form, the revision of another tool.
import { PDF } from '@libpdf/core'
import { startRevision } from '../../../../records/pdf/append.ts'
import { asArray, catalogOf, fieldsOf } from '../../../../records/pdf/document.ts'
import { openPdf } from '../../../../records/pdf/file.ts'
import { type Dict, dict, isDict, Name, Ref, Stream, textString } from '../../../../records/pdf/values.ts'
import { asBytes, joined, lastOf } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const appendedBytes: TamperClass = {
  name: 'appended-bytes',
  title: { vi: 'Thêm byte sau cuối tệp', en: 'Bytes after the end' },
  weight: 3,
  broken: ['UNSIGNED_REVISION'],
  undecided: [],
  beside: [],
  forge(stock, chance) {
    const pdf = lastOf(stock.good.second.steps)
    const kind = chance.pick(['blanks', 'remark', 'random', 'end again', 'zeros'] as const)
    const size = chance.between(1, 3000)
    const junk = {
      blanks: () => asBytes(' \n\r\t'.repeat(size)),
      remark: () => asBytes(`\n%${'rác '.repeat(size)}\n`),
      random: () => chance.bytes(size),
      'end again': () => asBytes('startxref\n0\n%%EOF\n'.repeat((size % 9) + 1)),
      zeros: () => new Uint8Array(size),
    }[kind]()
    return { pdf: joined(pdf, junk), what: `${kind}, ${junk.length} bytes` }
  },
}

/** What a revision of our own form may try, after everybody has signed. */
const tries = [
  'record gone',
  'fields gone',
  'other record',
  'other title',
  'nothing',
  'value again',
  'spare object',
  'catalog again',
] as const

export const appendedRevision: TamperClass = {
  name: 'appended-revision',
  title: { vi: 'Thêm một lần lưu sau chữ ký cuối', en: 'A revision after the last signature' },
  weight: 5,
  broken: ['UNSIGNED_REVISION'],
  undecided: [],
  beside: [
    'HIDDEN_CONTENT',
    'JSON_MISMATCH',
    'JSON_MISSING',
    'FORMAT',
    'MISSING_SIGNER',
    'PAGE_DIFFERS',
    'PLACE_DIFFERS',
    'WRONG_ROLE_ORDER',
  ],
  forge(stock, chance) {
    const what = chance.pick(tries)
    const file = openPdf(lastOf(stock.good.second.steps))
    const revision = startRevision(file)
    const catalog: Dict = new Map(catalogOf(file))
    const field = chance.pick(fieldsOf(file))
    const fieldDict: Dict = new Map(field.dict)
    if (what === 'record gone') for (const key of ['AF', 'Names']) catalog.delete(key)
    if (what === 'fields gone') for (const key of ['AF', 'Names', 'AcroForm']) catalog.delete(key)
    if (what === 'other title') catalog.set('Lang', textString(`vi-${chance.between(0, 1e6)}`))
    if (what === 'spare object') revision.add(dict({ Hidden: textString(String(chance.between(0, 1e6))) }))
    if (what === 'value again') revision.set(field.ref, fieldDict)
    if (what === 'other record') {
      const spec = file.resolve(asArray(file, catalog.get('AF'))[0])
      const holder = isDict(spec) ? spec.get('EF') : undefined
      const ref = isDict(holder) ? holder.get('F') : undefined
      const stream = file.resolve(ref)
      const other = chance.pick([stock.good.first, stock.good.otherCase, stock.good.oldVersion])
      if (ref instanceof Ref && stream instanceof Stream) revision.set(ref, new Stream(stream.dict, other.recordJson))
    }
    if (!['nothing', 'value again', 'other record', 'spare object'].includes(what)) revision.set(file.root, catalog)
    let pdf = revision.finish()
    for (let more = chance.between(0, 2); more > 0; more--) {
      const again = startRevision(openPdf(pdf))
      again.add(new Stream(dict({ Type: new Name('X') }), chance.bytes(chance.between(0, 300))))
      pdf = again.finish()
    }
    return { pdf, what: `${what}` }
  },
}

export const foreignTool: TamperClass = {
  name: 'foreign-tool',
  title: { vi: 'Lưu lại bằng phần mềm khác', en: 'Saved again by another tool' },
  weight: 1,
  broken: ['UNSIGNED_REVISION', 'DIGEST_MISMATCH', 'FORMAT'],
  undecided: ['NOT_A_RECORD'],
  beside: [
    'HIDDEN_CONTENT',
    'PAGE_DIFFERS',
    'PLACE_DIFFERS',
    'JSON_MISSING',
    'FOREIGN_UNREADABLE',
    'FOREIGN_LATER_BYTES',
    'SIG_CRYPTO',
    'CERT_UNTRUSTED',
  ],
  async forge(stock, chance) {
    const pdf = await PDF.load(lastOf(chance.pick([stock.good.second, stock.good.otherCase]).steps))
    const incremental = chance.next() < 0.7
    const how = chance.pick(['box', 'title', 'words'] as const)
    if (how === 'box') pdf.getPage(0)?.drawRectangle({ x: chance.between(40, 90), y: 300, width: chance.between(300, 500), height: 300 })
    if (how === 'title') pdf.setTitle(`Biên bản khác ${chance.between(0, 1e6)}`)
    if (how === 'words') pdf.getPage(0)?.drawText(`Khac ${chance.between(0, 99)}`, { x: 100, y: chance.between(100, 700), size: 12 })
    return { pdf: await pdf.save({ incremental }), what: `${how}, ${incremental ? 'appended' : 'written anew'}` }
  },
}
