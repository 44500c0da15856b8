// Files that are no roster, or would be too much of one: each is refused in words before it costs anything.
import { CFB } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { workbookLimits } from '../../records/workbook/limits.ts'
import { type ReadPhase, readWorkbook } from '../../records/workbook/read.ts'
import type { RawSheet } from '../../workflows/registry/import/sheet.ts'
import { refusalText } from '../../workflows/wording/refusals.ts'
import { cpuMs } from '../support/longest-turn.ts'
import { dateCell, handMade, textRow, workbook, zipped } from '../support/workbooks.ts'

const text = (words: string) => new TextEncoder().encode(words)
const small = { ...workbookLimits, rows: 1000, unfolded: 2_000_000 }

async function refusalOf(bytes: Uint8Array, limits = workbookLimits): Promise<string> {
  const read = await readWorkbook(bytes, { limits })
  if (read.ok) return 'read'
  expect(refusalText(read.refusal, 'vi')).not.toContain('undefined')
  return read.refusal.code
}
async function sheetOf(bytes: Uint8Array): Promise<RawSheet> {
  const read = await readWorkbook(bytes)
  const sheet = read.ok ? read.value.sheets[0] : undefined
  if (sheet === undefined) throw new Error('not read')
  return sheet
}

/** An old .xls with one more stream in it, as Excel keeps macros; or with the record that says its cells are encrypted. */
function oldWorkbook(change: (file: unknown) => void): Uint8Array {
  const file: unknown = CFB.read(workbook({ rows: [['Họ tên'], ['Nguyễn Văn An']] }, 'biff8'), { type: 'array' })
  change(file)
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer)
}
/** FILEPASS (2F) of RC4, right behind the first record. */
function encrypted(file: unknown): void {
  const entry: unknown = CFB.find(file, '/Workbook')
  if (typeof entry !== 'object' || entry === null || !('content' in entry)) throw new Error('no workbook stream')
  const bytes = Uint8Array.from(entry.content as Uint8Array)
  const first = 4 + (bytes[2] ?? 0) + (bytes[3] ?? 0) * 256
  const pass = new Uint8Array(58)
  pass.set([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0])
  const content = new Uint8Array(bytes.length + pass.length)
  content.set(bytes.subarray(0, first))
  content.set(pass, first)
  content.set(bytes.subarray(first), first + pass.length)
  Object.assign(entry, { content, size: content.length })
}

/** An OLE file with one stream in it. */
function ole(name: string): Uint8Array {
  const file: unknown = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, name, new Uint8Array(600))
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer)
}

describe('a file that is not read', () => {
  const roster = workbook({ rows: [['Họ tên'], ['Nguyễn Văn An']] })
  test.each<[string, () => Uint8Array, string]>([
    ['an empty file', () => new Uint8Array(0), 'workbook-empty-file'],
    ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'workbook-not-one'],
    ['a PDF', () => text('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<</Type/Catalog>>\nendobj'), 'workbook-not-one'],
    ['a letter of plain text', () => text('Kính gửi Sở Nội vụ\nĐề nghị quý Sở xem xét.'), 'workbook-not-one'],
    ['a web page without a table', () => text('<html><body><p>Trang đăng nhập</p></body></html>'), 'workbook-not-one'],
    ['a Word file', () => zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }), 'workbook-not-one'],
    ['a workbook with a password', () => ole('EncryptedPackage'), 'workbook-locked'],
    ['an old .xls with a password', () => oldWorkbook(encrypted), 'workbook-locked'],
    ['an old Word file', () => ole('WordDocument'), 'workbook-not-one'],
    [
      'an .ods with a password',
      () => zipped({ 'META-INF/manifest.xml': '<manifest:manifest><manifest:encryption-data/></manifest:manifest>', 'content.xml': 'x' }),
      'workbook-locked',
    ],
    ['half a file', () => roster.slice(0, Math.floor(roster.length / 2)), 'workbook-broken'],
    ['a file with one byte changed in its sheet', () => withFlippedByte(roster), 'workbook-broken'],
    ['a workbook that names a sheet it does not hold', () => handMade('', { 'xl/worksheets/sheet1.xml': '' }), 'workbook-broken'],
    ['a workbook without a filled cell', () => workbook({ rows: [[null]] }), 'workbook-no-cells'],
    ['a text of blanks', () => text('  \r\n\r\n '), 'workbook-no-cells'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes())).toBe(code)
  })

  test.each<[string, () => Uint8Array]>([
    [
      'an .xls with macros',
      () => oldWorkbook((file) => CFB.utils.cfb_add(file, '/_VBA_PROJECT_CUR/VBA/ThisWorkbook', new Uint8Array(600).fill(65))),
    ],
    ['an .xlsm with macros', () => handMade(`${textRow(1, ['Họ tên'])}${textRow(2, ['Nguyễn Văn An'])}`, { 'xl/vbaProject.bin': 'AAAA' })],
  ])('%s is read for its cells; nothing of a macro is looked at', async (_, bytes) => {
    expect((await sheetOf(bytes())).rows).toEqual([['Họ tên'], ['Nguyễn Văn An']])
  })
  test('a sheet whose last column of 16,384 is formatted in every row costs no more than what is filled', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="XFD${i + 1}" s="0"/></row>`)
    const sheet = await sheetOf(handMade(rows.join('')))
    expect([sheet.rows.length, Math.max(...sheet.rows.map((row) => row.length))]).toEqual([300, 1])
  })
  test('a zip bomb is known by its directory and never unfolds', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(3_000_000),
    })
    expect(bomb.length).toBeLessThan(10_000)
    expect(await refusalOf(bomb, small)).toBe('workbook-too-big')
  })
  test('a zip that lies about its sizes unfolds no further than it told', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(3_000_000),
    })
    const view = new DataView(bomb.buffer)
    for (let at = 0; at + 4 < bomb.length; at++) {
      if (view.getUint32(at, true) === 3_000_000) view.setUint32(at, 1000, true)
    }
    expect(await refusalOf(bomb, small)).toBe('workbook-broken')
  })
  test('a sheet of 500,000 rows is refused by its last row, before its cells are read', async () => {
    const rows = Array.from({ length: 500_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`).join('')
    // By processor time: other tests run beside this one.
    const began = process.threadCpuUsage()
    expect(await readWorkbook(handMade(rows))).toEqual({
      ok: false,
      refusal: { code: 'workbook-too-many-rows', sheet: 'Danh sách', most: 200_000 },
    })
    expect(cpuMs(process.threadCpuUsage(began))).toBeLessThan(5000)
  })
  test('a sheet formatted to its millionth row by a slip of the hand is read', async () => {
    const sheet = await sheetOf(
      handMade(`${textRow(1, ['Họ tên'])}${textRow(2, ['Nguyễn Văn An'])}<row r="1048576"><c r="A1048576" s="0"/></row>`),
    )
    expect(sheet.rows).toEqual([['Họ tên'], ['Nguyễn Văn An']])
  })
  test('an .ods that repeats one row a million times in a few bytes', async () => {
    const content =
      '<office:document-content><office:body><office:spreadsheet><table:table table:name="S"><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>'
    expect(await refusalOf(zipped({ 'META-INF/manifest.xml': '<manifest:manifest/>', 'content.xml': content }))).toBe(
      'workbook-too-many-rows',
    )
  })
  test('a table of text that is too long', async () => {
    expect(await refusalOf(text('a;b\n'.repeat(1500)), small)).toBe('workbook-too-many-rows')
  })
})

describe('what a sheet tells besides its cells', () => {
  test('hidden rows and columns, merged cells, hidden sheets', async () => {
    const read = await readWorkbook(
      workbook([
        { name: 'Một', rows: [['a', 'b', 'c'], ['d'], ['e']], merges: ['A1:B1'], hiddenRows: [2], hiddenColumns: [3] },
        { name: 'Hai', rows: [['x']], isHidden: true },
      ]),
    )
    const [one, two] = read.ok ? read.value.sheets : []
    expect(one).toMatchObject({
      name: 'Một',
      hiddenRows: [1],
      hiddenColumns: [2],
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      isHidden: false,
    })
    expect(two).toMatchObject({ name: 'Hai', isHidden: true })
  })
  test('a face of the old encodings by column', async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><sz val="11"/><name val=".VnTimeH"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>'
    const sheet = await sheetOf(handMade(`${textRow(1, ['x', 'y'])}${textRow(2, ['nguyÔn v¨n §øc'], 1)}`, { 'xl/styles.xml': styles }))
    expect(sheet.faces).toEqual([{ column: 0, face: '.VnTimeH' }])
  })
  test('what stands in a cell: an error, a formula without a result, a date as precise as it shows, zeros in front', async () => {
    const sheet = await sheetOf(
      workbook({
        rows: [
          [
            { e: 0x2a },
            dateCell('1975-08-15'),
            dateCell('1975-08-01', 'mm/yyyy'),
            dateCell('1975-01-01', 'yyyy'),
            { v: 1234, z: '000000000000' },
            true,
            4.98,
          ],
        ],
      }),
    )
    expect(sheet.rows).toEqual([
      [
        { error: '#N/A' },
        { date: '1975-08-15' },
        { date: '1975-08' },
        { date: '1975' },
        { number: 1234, shown: '000000001234' },
        true,
        4.98,
      ],
    ])
    const unsolved = await sheetOf(handMade('<row r="1"><c r="A1"><f>B1+1</f></c><c r="B1"><f>1</f><v>1</v></c></row>'))
    expect(unsolved.rows).toEqual([[{ formula: true }, 1]])
  })
  test('the phases of reading are told as they begin', async () => {
    const phases: ReadPhase[] = []
    await readWorkbook(workbook({ rows: [['a', 'b']] }), { onPhase: (phase) => phases.push(phase) })
    expect(phases).toEqual(['unpacking', 'reading', 'gathering'])
  })
})

function withFlippedByte(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice()
  const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 60
  changed[at] = (changed[at] ?? 0) ^ 0xff
  return changed
}
