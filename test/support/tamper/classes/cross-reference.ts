// Tricks with the cross-reference table: two readers of one file must not find two different pages. Appended, or prepared and then signed.
import { pagesOf } from '../../../../records/pdf/document.ts'
import { openPdf } from '../../../../records/pdf/file.ts'
import { write } from '../../../../records/pdf/values.ts'
import type { Chance } from '../chance.ts'
import { asBytes, endsOf, fromLatin1, joined, lastOf, latin1 } from '../forge.ts'
import type { Stock } from '../stock.ts'
import type { Forged, TamperClass } from '../tamper-class.ts'

export const crossReference: TamperClass = {
  name: 'cross-reference',
  title: { vi: 'Mẹo với bảng tham chiếu chéo', en: 'Cross-reference tricks' },
  weight: 4,
  broken: ['UNSIGNED_REVISION', 'HIDDEN_CONTENT', 'DIGEST_MISMATCH'],
  undecided: ['NOT_A_RECORD'],
  beside: [
    'FORMAT',
    'FOREIGN_LATER_BYTES',
    'JSON_MISMATCH',
    'PAGE_DIFFERS',
    'PLACE_DIFFERS',
    'FOREIGN_UNREADABLE',
    'MISSING_SIGNER',
    'WRONG_ROLE_ORDER',
    'NO_SIGNATURE',
    'JSON_MISSING',
  ],
  forge: (stock, chance) => (chance.next() < 0.5 ? appended(stock, chance) : altered(stock, chance)),
}

/** A hand-written revision after the last signature. */
function appended(stock: Stock, chance: Chance): Forged {
  const pdf = lastOf(stock.good.second.steps)
  const file = openPdf(pdf)
  const newest = lastOf(file.sections)
  const page = chance.pick(pagesOf(file))
  const object = `${page.ref.id} 0 obj\n${latin1(write(new Map(page.dict).set('Rotate', 180)))}\nendobj\n`
  const at = pdf.length
  const trailer = (entries: string) => `trailer\n<</Size ${file.size}/Root ${file.root.id} 0 R${entries}>>\n`
  const entry = (offset: number, generation = '00000', kind = 'n') => `${String(offset).padStart(10, '0')} ${generation} ${kind} \n`
  const tableOf = (lines: string, entries: string, first = page.ref.id, count = 1) =>
    `xref\n${first} ${count}\n${lines}${trailer(entries)}startxref\n${at + object.length}\n%%EOF\n`
  const previous = `/Prev ${newest.tableAt}`
  const ways: Readonly<Record<string, () => string>> = {
    'page anew': () => object + tableOf(entry(at), previous),
    'other generation': () => object + tableOf(entry(at, '00001'), previous),
    freed: () => object + tableOf(entry(0, '00001', 'f'), previous),
    'points into an old revision': () => object + tableOf(entry(newest.from + chance.between(0, 900)), previous),
    'points beyond the end': () => object + tableOf(entry(at + chance.between(1e5, 1e8)), previous),
    'twice in one table': () => object + tableOf(`${entry(at)}${page.ref.id} 1\n${entry(file.offsetOf(page.ref.id) ?? 0)}`, previous),
    'previous table is itself': () => object + tableOf(entry(at), `/Prev ${at + object.length}`),
    'previous table skips the signatures': () => object + tableOf(entry(at), `/Prev ${file.sections[0]?.tableAt ?? 0}`),
    'no previous table': () => object + tableOf(entry(at), ''),
    'previous table negative': () => object + tableOf(entry(at), '/Prev -1'),
    'mixed with a stream': () => object + tableOf(entry(at), `${previous}/XRefStm ${at}`),
    'another root': () =>
      `${object}xref\n${page.ref.id} 1\n${entry(at)}trailer\n<</Size ${file.size}/Root ${page.ref.id} 0 R${previous}>>\nstartxref\n${at + object.length}\n%%EOF\n`,
    'start elsewhere': () => `${object}${tableOf(entry(at), previous).replace(/startxref\n\d+/, `startxref\n${chance.between(0, at)}`)}`,
    'count of a million': () => object + tableOf(entry(at), previous, page.ref.id, 1_000_000),
    'first number enormous': () => object + tableOf(entry(at), previous, 2 ** 40),
    'size smaller': () => `${object}${tableOf(entry(at), previous).replace(/\/Size \d+/, `/Size ${chance.between(1, 9)}`)}`,
    encrypted: () => object + tableOf(entry(at), `${previous}/Encrypt ${page.ref.id} 0 R`),
    'no table at all': () => `${object}startxref\n${newest.tableAt}\n%%EOF\n`,
  }
  const what = chance.pick(Object.keys(ways))
  return { pdf: joined(pdf, asBytes(ways[what]?.() ?? '')), what: `appended: ${what}` }
}

/** A table that stands in the file, altered where it stands. */
function altered(stock: Stock, chance: Chance): Forged {
  const pdf = lastOf(stock.good.second.steps)
  const file = openPdf(pdf)
  const section = chance.pick(file.sections)
  const text = latin1(pdf)
  const [head, table, rest] = [text.slice(0, section.tableAt), text.slice(section.tableAt, section.to), text.slice(section.to)]
  const ways: Readonly<Record<string, () => string>> = {
    'two entries exchanged': () => exchanged(table, chance),
    'an offset moved': () =>
      table.replace(/\d{10}(?= 00000 n)/, (offset) => String(Number(offset) + chance.between(1, 200)).padStart(10, '0')),
    'an entry freed': () => table.replace(/ 00000 n/, ' 00001 f'),
    'previous table is itself': () => table.replace(/\/Prev \d+/, `/Prev ${section.tableAt}`).replace(/\/Size/, ' /Size'),
    'numbering shifted': () => table.replace(/xref\n(\d+) /, (_, first: string) => `xref\n${Number(first) + 1} `),
    'start of an earlier one': () => table.replace(/startxref\n\d+/, `startxref\n${file.sections[0]?.tableAt ?? 0} `),
    'remark in the trailer': () => table.replace('trailer\n', 'trailer\n% /Root 1 0 R\n'),
    'end marked twice': () => table.replace('%%EOF', '%%EOF\n%%EOF'),
  }
  const what = chance.pick(Object.keys(ways))
  return { pdf: fromLatin1(head + (ways[what]?.() ?? table) + rest), what: `revision ${endsOf(pdf).indexOf(section.to) + 1}: ${what}` }
}

function exchanged(table: string, chance: Chance): string {
  const entries = [...table.matchAll(/\d{10}(?= 00000 n)/g)]
  const [one, two] = [chance.pick(entries), chance.pick(entries)]
  if (one[0] === two[0]) return table.replace('xref\n', 'xref \n')
  const put = (text: string, at: number, value: string) => text.slice(0, at) + value + text.slice(at + value.length)
  return put(put(table, one.index, two[0]), two.index, one[0])
}
