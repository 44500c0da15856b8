// Returns go up as files: read back, held against their digests and sums, kept in every version, summed with their source, whoever is missing named.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../records/workbook/read.ts'
import { OperatorId, type UnitId } from '../../workflows/core/ids.ts'
import type { ShellAct } from '../../workflows/office.ts'
import { passphrase, type TestOffice, testOffice, value } from './office.ts'

const day = '2026-11-23'
const hr = { operatorId: OperatorId.parse('hr'), name: 'Bà Tổ chức', roles: ['hrOfficer' as const] }
const clerk = { operatorId: OperatorId.parse('thu-ky'), name: 'Ông Thư ký', roles: ['meetingSecretary' as const] }

type Maker = { readonly office: TestOffice; readonly made: (command: unknown) => Promise<string> }
async function officeOf(organisation: string, at = `${day}T08:30:00+07:00`): Promise<Maker> {
  const office = await testOffice(at)
  const named = { name: organisation, place: 'Tỉnh Mẫu', form: 'party' as const, sign: 'BTC' }
  value(await office.act({ act: 'createFile', file: office.file, passphrase, organisation: named, operators: [hr, clerk] }))
  value(await office.act({ act: 'startWork', operatorId: hr.operatorId }))
  const made = async (command: unknown): Promise<string> =>
    value(await office.dispatch({ to: 'registry', command } as never)).registry?.made[0] ?? ''
  return { office, made }
}
const unitNamed = ({ made }: Maker, name: string, parentId?: string): Promise<string> =>
  made({
    type: 'addUnit',
    from: '2010-01-01',
    data: { name, level: 'commune', kind: 'partyCommittee', ...(parentId !== undefined && { parentId }) },
  })
let born = 0
async function employ({ made }: Maker, unitId: string, ...sexes: readonly ('male' | 'female')[]): Promise<void> {
  const postId = await made({ type: 'addPost', from: '2010-01-01', data: { unitId, title: 'Chuyên viên', group: 'specialist', seats: 99 } })
  for (const [at, sex] of sexes.entries()) {
    const personId = await made({
      type: 'addPerson',
      data: { name: `Nguyễn Văn ${String.fromCharCode(65 + at)}`, birthDate: `${1960 + (born++ % 40)}-05-01`, sex },
    })
    await made({ type: 'addTenure', data: { personId, postId, from: '2015-01-01', form: 'appointed' } })
  }
}
const made = async ({ office }: Maker, ask: Partial<Extract<ShellAct, { act: 'exportRegistry' }>> = {}): Promise<string> =>
  value(await office.act({ act: 'exportRegistry', book: 'quality', day, ...ask })).book?.bytes ?? ''
/** The commune's own office: three people, one of them a woman. */
async function commune(name: string, at?: string): Promise<Maker> {
  const lower = await officeOf(name, at)
  await employ(lower, await unitNamed(lower, name), 'male', 'female', 'male')
  return lower
}
/** The province's: two communes that send returns, and a body of its own with two people. */
async function province(): Promise<Maker & { readonly a: UnitId; readonly b: UnitId }> {
  const upper = await officeOf('Ban Tổ chức Tỉnh ủy Mẫu')
  const [a, b, own] = [
    await unitNamed(upper, 'Đảng ủy xã A'),
    await unitNamed(upper, 'Đảng ủy xã B'),
    await unitNamed(upper, 'Ban Tổ chức'),
  ]
  await employ(upper, own, 'female', 'female')
  // The province holds a record of somebody of commune A too: A counts that person itself.
  await employ(upper, a, 'male')
  return { ...upper, a: a as UnitId, b: b as UnitId }
}
const taking = (bytes: string, unitId: UnitId, more: Partial<Extract<ShellAct, { act: 'takeReturn' }>> = {}) =>
  ({ act: 'takeReturn', book: 'quality', day, unitId, bytes, ...more }) as const
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const cellsOf = async (bytes: string) => {
  const read = await readWorkbook(Buffer.from(bytes, 'base64'))
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value.sheets
}
/** Changes a number or text in a sheet as somebody with a spreadsheet program would. */
function tampered(bytes: string, part: string, change: (xml: string) => string): string {
  const parts = unzipSync(Buffer.from(bytes, 'base64'))
  const before = strFromU8(parts[part] ?? new Uint8Array())
  const after = change(before)
  if (after === before) throw new Error(`nothing changed in ${part}`)
  return base64(zipSync({ ...parts, [part]: strToU8(after) }))
}
const cell = (place: string, value: string) => (xml: string) =>
  xml.replace(new RegExp(`(<c r="${place}"[^>]*>)<v>[^<]*</v>`), `$1<v>${value}</v>`)

test('a return of a lower office is summed into the upper one with its source; whoever has not sent is named', async () => {
  const upper = await province()
  value(
    await upper.office.dispatch({
      to: 'office',
      seen: value(await upper.office.ask({ about: 'session' })).officeVersion,
      command: { type: 'setReturnSenders', unitIds: [upper.a, upper.b] },
    }),
  )
  value(await upper.office.act(taking(await made(await commune('Đảng ủy xã A')), upper.a)))
  const view = value(await upper.office.ask({ about: 'returns', book: 'quality', day }))
  expect(view.taken.map(({ unit, version, sender, total, counts, by }) => [unit, version, sender, total, counts, by])).toEqual([
    ['Đảng ủy xã A', 1, 'Đảng ủy xã A', 3, true, 'Bà Tổ chức'],
  ])
  expect([view.senders.map(({ unit }) => unit), view.missing.map(({ unit }) => unit)]).toEqual([
    ['Đảng ủy xã A', 'Đảng ủy xã B'],
    ['Đảng ủy xã B'],
  ])

  const sheets = await cellsOf(await made(upper, { summed: true }))
  const [figures, sources] = sheets
  const head = figures?.rows.findIndex((row) => row[0] === 'STT') ?? 0
  // Own: two women. A: three, of them one woman. The record of A's person in the province's registry is A's to count.
  expect(figures?.rows.slice(head + 1).map((row) => row.slice(1, 4))).toEqual([
    ['Ban Tổ chức', 2, 2],
    ['Đảng ủy xã A (biểu nhận, phiên bản 1)', 3, 1],
    ['Tổng cộng', 5, 3],
  ])
  expect(figures?.rows.slice(0, head).flat().join(' ')).toContain('Còn thiếu biểu của 1 đơn vị: Đảng ủy xã B.')
  expect(sources?.rows.slice(3).map((row) => [1, 2, 3, 5].map((column) => row[column] ?? null))).toEqual([
    ['Cơ quan lập biểu', 'Sổ của cơ quan', null, 2],
    ['Đảng ủy xã A', 'Biểu nhận từ Đảng ủy xã A', 1, 3],
    ['Đảng ủy xã B', 'Chưa gửi biểu', null, null],
  ])
})

test('taken again it is the next version; both stay, the newest counts, and one dropped for a reason lets the earlier count again', async () => {
  const upper = await province()
  const lower = await commune('Đảng ủy xã A')
  const first = await made(lower)
  value(await upper.office.act(taking(first, upper.a)))
  lower.office.setClock(`${day}T09:30:00+07:00`)
  await employ(lower, await unitNamed(lower, 'Văn phòng'), 'female')
  const second = await made(lower)
  value(await upper.office.act(taking(second, upper.a)))
  const lines = async () =>
    value(await upper.office.ask({ about: 'returns', book: 'quality', day })).taken.map(({ version, total, counts, dropped }) => [
      version,
      total,
      counts,
      dropped,
    ])
  expect(await lines()).toEqual([
    [2, 4, true, undefined],
    [1, 3, false, undefined],
  ])
  expect(await upper.office.act(taking(first, upper.a))).toMatchObject({ refusal: { code: 'return-older-than-taken' } })
  const drop = async (version: number) => {
    const seen = value(await upper.office.ask({ about: 'session' })).officeVersion
    const command = { type: 'dropReturn', book: 'quality', unitId: upper.a, day, scope: 'all', version, reason: 'đơn vị rút lại' } as const
    return upper.office.dispatch({ to: 'office', seen, command })
  }
  value(await drop(2))
  expect(await lines()).toEqual([
    [2, 4, false, 'đơn vị rút lại'],
    [1, 3, true, undefined],
  ])
  expect(await drop(2)).toMatchObject({ refusal: { code: 'return-unknown' } })
  // The very same file once more.
  value(await upper.office.act(taking(first, upper.a)))
  expect((await lines())[0]).toEqual([3, 3, true, undefined])
  expect(value(await upper.office.ask({ about: 'ledger' })).verified).toBe(true)
})

describe('a return is refused, and nothing of it kept', () => {
  const figures = 'xl/worksheets/sheet1.xml'
  async function both() {
    const upper = await province()
    const lower = await commune('Đảng ủy xã A')
    return { upper, lower, file: await made(lower) }
  }
  const sheetPart = (name: string, sheets: Awaited<ReturnType<typeof cellsOf>>) =>
    `xl/worksheets/sheet${sheets.findIndex((one) => one.name === name) + 1}.xml`

  test('when a figure was altered, by the name of its cell; when the list or `_meta` was, by the name of the sheet', async () => {
    const { upper, file } = await both()
    const sheets = await cellsOf(file)
    const row = (sheets[0]?.rows.length ?? 0) - 1
    expect(sheets[0]?.rows[row]?.slice(1, 4)).toEqual(['Tổng cộng', 3, 1])
    const take = (bytes: string) => upper.office.act(taking(bytes, upper.a))
    expect(await take(tampered(file, figures, cell(`C${row + 1}`, '30')))).toMatchObject({
      refusal: { code: 'return-cell-altered', cell: `BC-01!C${row + 1}`, cells: 1 },
    })
    const twice = tampered(tampered(file, figures, cell(`C${row + 1}`, '4')), figures, cell(`D${row}`, '2'))
    expect(await take(twice)).toMatchObject({ refusal: { code: 'return-cell-altered', cell: `BC-01!D${row}`, cells: 2 } })
    const shared = unzipSync(Buffer.from(file, 'base64'))
    const inList = 'xl/sharedStrings.xml' in shared ? 'xl/sharedStrings.xml' : sheetPart('Danh sách', sheets)
    expect(await take(tampered(file, inList, (xml) => xml.replace('Nguyễn Văn A<', 'Nguyễn Văn Z<')))).toMatchObject({
      refusal: { code: 'return-sheet-altered', sheet: 'Danh sách' },
    })
    const inMeta = 'xl/sharedStrings.xml' in shared ? 'xl/sharedStrings.xml' : sheetPart('_meta', sheets)
    expect(await take(tampered(file, inMeta, (xml) => xml.replace('>Bà Tổ chức<', '>Ông Khác<')))).toMatchObject({
      refusal: { code: 'return-meta-altered' },
    })
    expect(value(await upper.office.ask({ about: 'returns', book: 'quality', day })).taken).toEqual([])
  })

  test('when it is another return, of another day, period, people, bands or layout, or no return at all', async () => {
    const { upper, lower, file } = await both()
    const code = async (bytes: string, more: Parameters<typeof taking>[2] = {}) => {
      const answer = await upper.office.act(taking(bytes, upper.a, more))
      return answer.ok ? 'taken' : answer.refusal?.code
    }
    expect([
      await code(file, { book: 'ratings' }),
      await code(file, { day: '2026-06-30' }),
      await code(file, { managedBy: 'communeStandingCommittee' }),
      await code(file, { bands: [35, 45] }),
      await code(await made(lower, { search: 'nguyen' })),
      await code(await made(lower, { book: 'people' })),
      await code(await made(lower, { book: 'discipline', quarter: 1 }), { book: 'discipline', quarter: 2 }),
      await code(base64(strToU8('Họ tên,Ngày sinh\nA,1980'))),
      await code(base64(strToU8('%PDF-1.7'))),
    ]).toEqual([
      'return-of-other-book',
      'return-of-other-day',
      'return-of-other-people',
      'return-of-other-bands',
      'return-of-other-people',
      'return-of-other-book',
      'return-of-other-period',
      'return-not-one',
      'workbook-not-one',
    ])
    const sheets = await cellsOf(file)
    const shared = 'xl/sharedStrings.xml' in unzipSync(Buffer.from(file, 'base64')) ? 'xl/sharedStrings.xml' : sheetPart('_meta', sheets)
    expect(await code(tampered(file, shared, (xml) => xml.replace('>schema<', '>schemo<')))).toBe('return-schema-other')
  })

  test('when another office made it, unless somebody says why it is the same; by whoever may not take it', async () => {
    const { upper, file } = await both()
    expect(await upper.office.act(taking(file, upper.b))).toMatchObject({
      refusal: { code: 'return-of-other-unit', sender: 'Đảng ủy xã A', unit: 'Đảng ủy xã B' },
    })
    value(await upper.office.act(taking(file, upper.b, { otherNameReason: 'xã B trước là xã A' })))
    expect(await upper.office.act(taking(file, 'khong-co' as UnitId))).toMatchObject({ refusal: { code: 'unit-unknown' } })
    value(await upper.office.act({ act: 'startWork', operatorId: clerk.operatorId }))
    expect(await upper.office.act(taking(file, upper.a))).toMatchObject({ refusal: { code: 'role-may-not' } })
    expect(await upper.office.ask({ about: 'returns', book: 'quality', day })).toMatchObject({ refusal: { code: 'role-may-not' } })
  })
})
