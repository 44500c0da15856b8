// Bench: a roster imported through the whole doorway (read, table found, every row cleaned and held against the registry, recorded durably)
// against merely reading the same workbook with the same reader in a worker of its own. Into an empty registry, so that every row is recorded.
// Processor time of all threads is compared: what else the machine does then falls on neither side.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { openOffice } from '../../electron/services/office.ts'
import { writeWorkbook } from '../../records/workbook/write.ts'
import type { Done } from '../../workflows/office.ts'
import type { SheetCell } from '../../workflows/registry/returns/sheets.ts'
import type { RosterAccountView, RosterView } from '../../workflows/roster.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { type BenchLine, median } from './line.ts'
import { told } from './told.ts'

const at = '2026-11-23T08:00:00+07:00'
const goal = 2.5
export const heads = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số CCCD',
  'Dân tộc',
  'Quê quán',
  'Trình độ chuyên môn',
  'Lý luận chính trị',
  'Quản lý nhà nước',
  'Ngày vào Đảng',
  'Ngạch',
]
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý']
const middles = ['Văn', 'Thị', 'Đức', 'Thu', 'Minh', 'Ngọc', 'Hữu', 'Thanh', 'Quang', 'Bích', 'Xuân', 'Hồng', 'Gia']
const given = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Hà',
  'Hải',
  'Hạnh',
  'Hùng',
  'Hương',
  'Lan',
  'Linh',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Phương',
  'Quân',
  'Sơn',
  'Thảo',
  'Trang',
  'Tuấn',
  'Vinh',
  'Yến',
]
const two = (value: number): string => String(value).padStart(2, '0')
const pick = <T>(list: readonly T[], at_: number): T => list[at_ % list.length] as T

export function row(i: number): readonly SheetCell[] {
  const year = 1962 + (i % 38)
  const isWoman = i % 5 < 2
  return [
    i + 1,
    `${pick(families, i)} ${pick(middles, Math.floor(i / 12))} ${pick(given, Math.floor(i / 156))}`,
    `${two((i % 28) + 1)}/${two((i % 12) + 1)}/${year}`,
    isWoman ? 'Nữ' : 'Nam',
    `030${isWoman ? 1 : 0}${two(year % 100)}${String(i).padStart(6, '0')}`,
    'Kinh',
    `Xã ${i % 300}, tỉnh Mẫu`,
    pick(['Đại học Luật', 'Thạc sĩ Kinh tế', 'Đại học', 'Cao đẳng'], i),
    pick(['Trung cấp', 'Cao cấp', 'Sơ cấp'], i),
    pick(['Chuyên viên', 'Chuyên viên chính'], i),
    `${two((i % 28) + 1)}/${two((i % 12) + 1)}/${year + 25}`,
    pick(['Chuyên viên (01.003)', 'Chuyên viên chính (01.002)'], i),
  ]
}

export async function rosterLine(people: number, rounds: number): Promise<BenchLine> {
  const bytes = await writeWorkbook({
    name: 'bench',
    meta: [],
    sheets: [
      {
        name: 'Danh sách',
        title: [],
        columns: heads.map((head) => ({ head, width: 14 })),
        rows: Array.from({ length: people }, (_, i) => row(i)),
        strong: [],
      },
    ],
  })
  const text = Buffer.from(bytes).toString('base64')
  const samples: { readonly ours: number; readonly peer: number }[] = []
  for (let round = 0; round < rounds; round++) samples.push({ peer: await readOnly(bytes), ours: await importWhole(text, people) })
  const [ours, peer] = [median(samples.map((one) => one.ours)), median(samples.map((one) => one.peer))]
  return {
    name: `roster of ${people} rows imported / only read`,
    ours,
    peer,
    unit: 'ms of processor time',
    ratio: median(samples.map((one) => one.ours / one.peer)),
    goal,
    better: 'lower',
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The reader in a worker, its cells left there. */
function readOnly(bytes: Uint8Array): Promise<number> {
  const from = cpuMs()
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./roster-reader.ts', import.meta.url), { workerData: bytes })
    worker.once('message', (rows: number) => {
      if (rows === 0) fail(new Error('nothing was read'))
      done(cpuMs() - from)
      void worker.terminate()
    })
    worker.once('error', fail)
  })
}

async function importWhole(text: string, people: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-roster-'))
  const office = await openOffice({ dataDir: folder, clock: () => at, keyCost: 12, remembers: false })
  try {
    const { operators, organisation } = sampleAppointment({ rulebook: 'RB2026', overlay: false })
    const clerk = operators.find(({ roles }) => roles.includes('hrOfficer'))
    await told<Done>(
      office.dispatch({
        to: 'shell',
        act: { act: 'createFile', file: join(folder, 'bench.tiencu'), passphrase: 'bench-bench', organisation, operators },
      }),
    )
    await told<Done>(office.dispatch({ to: 'shell', act: { act: 'startWork', operatorId: clerk?.operatorId } }))
    const from = cpuMs()
    const view = await told<RosterView>(office.ask({ about: 'roster', name: 'bench.xlsx', bytes: text }))
    const account = await told<RosterAccountView>(office.ask({ about: 'rosterAccount', roster: view.roster, plan: view.sheets[0]?.plan }))
    const done = await told<Done>(office.dispatch({ to: 'shell', act: { act: 'importRoster', roster: view.roster } }))
    const ms = cpuMs() - from
    if (account.totals.new !== people || done.imported?.entries !== people) throw new Error(`imported ${account.totals.new} of ${people}`)
    return ms
  } finally {
    await office.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
