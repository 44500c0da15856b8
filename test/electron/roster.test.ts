// A roster in its worker: opened, held against the registry, stopped at any moment; nothing of it survives the next one.
import { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Rosters, startRosters } from '../../electron/services/roster.ts'
import type { Result } from '../../workflows/core/result.ts'
import { knownRegistry } from '../support/registry-known.ts'
import { workbook } from '../support/workbooks.ts'

const source = new URL('../../electron/services/roster-worker.ts', import.meta.url)
const heads = ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD']
/** Names in a few thousand forms, numbers all different. */
const roster = (count: number) =>
  workbook([
    { name: 'Bìa', rows: [['DANH SÁCH']] },
    {
      name: 'Danh sách',
      rows: [
        heads,
        ...Array.from({ length: count }, (_, i) => [
          i + 1,
          `Nguyễn Văn ${['An', 'Bình', 'Chung', 'Dũng'][i % 4]}`,
          `${(i % 28) + 1}/${(i % 12) + 1}/${1960 + (i % 31)}`,
          `036075${String(i).padStart(6, '0')}`,
        ]),
      ],
    },
  ])

function rosters(limitMb = 512): Rosters & { readonly workers: readonly Worker[] } {
  const workers: Worker[] = []
  const started = startRosters(() => {
    const worker = new Worker(source, { resourceLimits: { maxOldGenerationSizeMb: limitMb } })
    workers.push(worker)
    return worker
  })
  onTestFinished(() => started.stop())
  return { ...started, workers }
}
function given<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const codeOf = (result: Result<unknown, { readonly code: string }>): string => (result.ok ? 'ok' : result.refusal.code)

describe('a roster that is opened', () => {
  test('the sheet with the roster in it is proposed, and every row is accounted for', async () => {
    const desk = rosters()
    const view = given(await desk.open('danh-sach.xlsx', roster(700), new Map(), '2026-06-30'))
    expect([view.best, view.sheets.map(({ name, rows }) => [name, rows])]).toEqual([
      1,
      [
        ['Bìa', 1],
        ['Danh sách', 701],
      ],
    ])
    expect(view.sha256).toMatch(/^[0-9a-f]{64}$/)
    const plan = view.sheets[1]?.plan
    if (plan === undefined) throw new Error('no plan')
    const known = knownRegistry([
      { name: 'Nguyễn Văn An', birthDate: '1960-01-01', citizenId: '036075000000' },
      { name: 'Nguyễn Văn Bình', birthDate: '1970-01-01', citizenId: '036075000001' },
    ])
    const account = given(await desk.account(view.roster, plan, known, 7))
    expect(account.totals).toMatchObject({ new: 698, unchanged: 1, refused: 1, changed: 0, skipped: 0 })
    expect(account.questions).toEqual([])
    expect(desk.progress().phase).toBe('idle')
    const refused = given(desk.rows({ roster: view.roster, kinds: ['refused'], from: 0, count: 10 }))
    expect(refused).toMatchObject({ found: 1, rows: [{ row: 3, kind: 'refused', refused: [{ code: 'import-birth-differs', at: '3' }] }] })
    expect(given(desk.rows({ roster: view.roster, kinds: [], from: 690, count: 50 })).rows).toHaveLength(10)
    expect(given(desk.ready(view.roster))).toMatchObject({ seen: 7, plan })
  })
  test('columns a clerk settled before are known again by their heads', async () => {
    const desk = rosters()
    const first = given(await desk.open('a.xlsx', roster(5), new Map(), '2026-06-30'))
    const fingerprint = first.sheets[1]?.layout.fingerprint ?? ''
    const learned = new Map([
      [
        fingerprint,
        {
          columns: [
            { column: 1, field: 'fullName' as const },
            { column: 2, field: null },
            { column: 3, field: 'citizenId' as const },
          ],
        },
      ],
    ])
    const again = given(await desk.open('b.xlsx', roster(9), learned, '2026-06-30'))
    expect(again.sheets[1]?.layout.columns.map(({ field, by }) => [field, by])).toEqual([
      [undefined, undefined],
      ['fullName', 'memory'],
      [undefined, undefined],
      ['citizenId', 'memory'],
    ])
    expect(again.roster).not.toBe(first.roster)
    expect(codeOf(desk.ready(first.roster))).toBe('import-gone')
  })
})

describe('a roster that is stopped', () => {
  test('while it is read: the worker ends, the asker is told, nothing is left open', async () => {
    const desk = rosters()
    const opening = desk.open('lon.xlsx', roster(20_000), new Map(), '2026-06-30')
    await expect.poll(() => desk.progress().phase, { timeout: 30_000, interval: 5 }).toMatch(/unpacking|reading/)
    const ended = new Promise((done) => desk.workers[0]?.once('exit', done))
    desk.stop()
    expect(codeOf(await opening)).toBe('import-stopped')
    await ended
    expect(desk.progress()).toEqual({ phase: 'idle', done: 0, of: 0 })
    // And the next one is read by a fresh worker.
    expect(codeOf(await desk.open('nho.xlsx', roster(3), new Map(), '2026-06-30'))).toBe('ok')
    expect(desk.workers).toHaveLength(2)
  })
  test('in the middle of the dry run', async () => {
    const desk = rosters()
    const view = given(await desk.open('lon.xlsx', roster(10_000), new Map(), '2026-06-30'))
    const plan = view.sheets[1]?.plan
    if (plan === undefined) throw new Error('no plan')
    // Somebody presses stop while the five thousandth person is looked up.
    const known = knownRegistry()
    let asked = 0
    const phases: string[] = []
    const counting = desk.account(
      view.roster,
      plan,
      {
        ...known,
        peopleNamed: (name, birthDate) => {
          asked += 1
          if (asked === 5000) {
            phases.push(desk.progress().phase)
            desk.stop()
          }
          return known.peopleNamed(name, birthDate)
        },
      },
      0,
    )
    expect(codeOf(await counting)).toBe('import-stopped')
    expect([phases, asked < 6000]).toEqual([['accounting'], true])
    expect(codeOf(desk.ready(view.roster))).toBe('import-gone')
  })
  test('by its own size: a workbook that needs more memory than it may take is refused, the app goes on', async () => {
    const desk = rosters(24)
    expect(codeOf(await desk.open('lon.xlsx', roster(20_000), new Map(), '2026-06-30'))).toBe('workbook-too-big')
  })
  test('a file that is no workbook leaves nothing open', async () => {
    const desk = rosters()
    expect(codeOf(await desk.open('thu.txt', new TextEncoder().encode('Kính gửi'), new Map(), '2026-06-30'))).toBe('workbook-not-one')
    expect(desk.progress().phase).toBe('idle')
  })
})
