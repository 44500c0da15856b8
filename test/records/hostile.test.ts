// PDFs made to keep the check busy or to fill the memory: each ends soon, in words, and never in a verdict.
import { expect, test } from 'vitest'
import { checkRecord } from '../../records/check.ts'
import { openPdf } from '../../records/pdf/file.ts'
import { Budget, Malformed } from '../../records/pdf/parse.ts'
import { checkedAt, drawn } from './making.ts'

const header = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
const many = (text: string, bytes = 12_000_000): string => text.repeat(Math.floor(bytes / text.length))
/** Many ends, each naming the one table at the start. */
const ends = `startxref\n${header.length}\n%%EOF\n`.repeat(45)
const table = (lines: number, trailer: string): string =>
  `xref\n0 ${lines + 1}\n0000000000 65535 f \n${'0000000016 00000 n \n'.repeat(lines)}trailer\n<< /Size 10 /Root 1 0 R ${trailer}>>\n`

test.each<[what: string, body: () => string, reason: RegExp | null]>([
  ['a table of a million lines, named by many ends', () => table(1_100_000, '') + ends, /more than any paper holds/],
  ['a trailer of millions of strings', () => table(0, `/A [${many('()')}]`) + ends, /more than any paper holds/],
  ['a trailer of millions of dictionaries', () => table(0, `/A [${many('<<>>')}]`) + ends, /more than any paper holds/],
  ['one string without measure', () => table(0, `/A (${many('a')})`) + ends, /string too long/],
  ['one number without measure', () => table(0, `/A ${many('1')}`) + ends, /word too long/],
  ['ends of file without a file', () => many('%%EOF\n'), /none at/],
  ['ranges without signatures', () => many('/ByteRange [0 100 200 300]'), null],
  [
    'forty signatures of the whole file each',
    () =>
      `${Array.from({ length: 40 }, (_, i) => `/ByteRange [0 ${4000 + i} ${11_000_000 - i * 2} 100]\n`)
        .join('')
        .padEnd(4000)}${many('0')}`,
    null,
  ],
  ['nothing but zeros', () => many('\0'), null],
])('%s', async (_, body, reason) => {
  const bytes = new Uint8Array(Buffer.from(header + body(), 'latin1'))
  const from = performance.now()
  const report = await checkRecord(bytes, { roots: [], now: checkedAt })
  expect(performance.now() - from).toBeLessThan(5_000)
  expect(report.overall).toBe('CHUA_DU_CO_SO')
  const said = report.lines.find(({ code }) => code === 'NOT_A_RECORD')
  expect(said).toBeDefined()
  if (reason) expect(said?.numbers.reason).toMatch(reason)
})

test('a paper of ours stays far below what may be read of one file', async () => {
  const pdf = await drawn()
  const file = openPdf(pdf, new Budget(50_000))
  for (let id = 1; id < file.size; id++) file.object(id)
  expect(() => openPdf(pdf, new Budget(10))).toThrow(Malformed)
})
