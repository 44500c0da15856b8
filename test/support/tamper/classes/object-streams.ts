// Objects in compressed streams and cross-reference streams: forms our papers never have, appended or put in before signing.
import { deflateSync } from 'node:zlib'
import { startRevision } from '../../../../records/pdf/append.ts'
import { pagesOf } from '../../../../records/pdf/document.ts'
import { openPdf } from '../../../../records/pdf/file.ts'
import { dict, Name, Stream, write } from '../../../../records/pdf/values.ts'
import type { Chance } from '../chance.ts'
import { asBytes, fromLatin1, joined, lastOf, latin1, signedByAll } from '../forge.ts'
import type { Stock } from '../stock.ts'
import type { Forged, TamperClass } from '../tamper-class.ts'

export const objectStreams: TamperClass = {
  name: 'object-streams',
  title: { vi: 'Mẹo với luồng đối tượng', en: 'Object-stream tricks' },
  weight: 3,
  broken: ['UNSIGNED_REVISION', 'HIDDEN_CONTENT'],
  undecided: ['NOT_A_RECORD'],
  beside: ['FORMAT', 'FOREIGN_LATER_BYTES', 'JSON_MISMATCH', 'PAGE_DIFFERS', 'PLACE_DIFFERS'],
  forge: (stock, chance) => chance.pick([streamTable, prepared, appended])(stock, chance),
}

/** A revision whose table is a cross-reference stream and whose page stands in an object stream, as PDF 1.5 allows. */
function streamTable(stock: Stock, chance: Chance): Forged {
  const pdf = lastOf(stock.good.second.steps)
  const file = openPdf(pdf)
  const page = chance.pick(pagesOf(file))
  const inner = latin1(write(new Map(page.dict).set('Rotate', 180)))
  const [holder, table] = [file.size, file.size + 1]
  const isFolded = chance.next() < 0.5
  const streamOf = (id: number, entries: string, content: Uint8Array) => {
    const body = isFolded ? deflateSync(content) : content
    const filter = isFolded ? '/Filter/FlateDecode' : ''
    return joined(asBytes(`${id} 0 obj\n<<${entries}${filter}/Length ${body.length}>>\nstream\n`), body, asBytes('\nendstream\nendobj\n'))
  }
  const head = `${page.ref.id} 0 `
  const objects = streamOf(holder, `/Type/ObjStm/N 1/First ${head.length}`, fromLatin1(head + inner))
  const tableAt = pdf.length + objects.length
  const row = (kind: number, a: number, b: number) => [kind, a >>> 24, (a >>> 16) & 255, (a >>> 8) & 255, a & 255, b]
  const rows = Uint8Array.from([...row(2, holder, 0), ...row(1, pdf.length, 0), ...row(1, tableAt, 0)])
  const previous = chance.pick([lastOf(file.sections).tableAt, file.sections[0]?.tableAt ?? 0])
  const entries = `/Type/XRef/W[1 4 1]/Index[${page.ref.id} 1 ${holder} 2]/Size ${table + 1}/Root ${file.root.id} 0 R/Prev ${previous}`
  const tail = chance.next() < 0.8 ? '' : '\n'
  const whole = joined(pdf, objects, streamOf(table, entries, rows), asBytes(`startxref\n${tableAt}\n%%EOF\n${tail}`))
  return { pdf: whole, what: `page ${page.ref.id} in an object stream${isFolded ? ', folded' : ''}` }
}

const spareStream = (chance: Chance, type: string): Stream => {
  const content = joined(asBytes('900 0 <</Rotate 90>>'), chance.bytes(chance.between(0, 200)))
  return new Stream(dict({ Type: new Name(type), N: 1, First: 6, Filter: new Name('FlateDecode') }), new Uint8Array(deflateSync(content)))
}

/** Waiting in the file while everybody signs. */
async function prepared(stock: Stock, chance: Chance): Promise<Forged> {
  const place = chance.between(0, 2)
  const revision = startRevision(openPdf(stock.good.second.steps[place] ?? new Uint8Array()))
  const type = chance.pick(['ObjStm', 'XRef'])
  revision.add(spareStream(chance, type))
  return { pdf: await signedByAll(stock, revision.finish(), place), what: `${type} before signature ${place + 1}` }
}

function appended(stock: Stock, chance: Chance): Forged {
  const revision = startRevision(openPdf(lastOf(stock.good.second.steps)))
  const type = chance.pick(['ObjStm', 'XRef'])
  revision.add(spareStream(chance, type))
  return { pdf: revision.finish(), what: `${type} appended` }
}
