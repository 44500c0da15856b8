// A roster in its worker: opened, held against the registry, stopped at any moment; nothing of it survives the next one.
import { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test } from 'vitest'
import { longWorks, unwatched } from '../../electron/services/long-work.ts'
import { type Rosters, startRosters } from '../../electron/services/roster.ts'
import type { Result } from '../../workflows/core/result.ts'
import type { WorkView } from '../../workflows/long-work.ts'
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
function watched() {
  const told: WorkView[] = []
  return { told, works: longWorks((work) => told.push(work), 0) }
}
const codeOf = (result: Result<unknown, { readonly code: string }>): string => (result.ok ? 'ok' : result.refusal.code)

describe('a roster that is opened', () => {
  test('the sheet with the roster in it is proposed, and every row is accounted for', async () => {
    const desk = rosters()
    const view = given(await desk.open('danh-sach.xlsx', roster(700), new Map(), '2026-06-30', unwatched))
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
    const account = given(await desk.account(view.roster, plan, known, 7, unwatched))
    expect(account.totals).toMatchObject({ new: 698, unchanged: 1, refused: 1, changed: 0, skipped: 0 })
    expect(account.questions).toEqual([])
    const refused = given(desk.rows({ roster: view.roster, kinds: ['refused'], from: 0, count: 10 }))
    expect(refused).toMatchObject({ found: 1, rows: [{ row: 3, kind: 'refused', refused: [{ code: 'import-birth-differs', at: '3' }] }] })
    expect(given(desk.rows({ roster: view.roster, kinds: [], from: 690, count: 50 })).rows).toHaveLength(10)
    expect(given(desk.ready(view.roster))).toMatchObject({ seen: 7, plan })
  })
  test('columns a clerk settled before are known again by their heads', async () => {
    const desk = rosters()
    const first = given(await desk.open('a.xlsx', roster(5), new Map(), '2026-06-30', unwatched))
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
    const again = given(await desk.open('b.xlsx', roster(9), learned, '2026-06-30', unwatched))
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
    const { told, works } = watched()
    const opening = works.run('unpackRoster', (work) => desk.open('lon.xlsx', roster(20_000), new Map(), '2026-06-30', work))
    await expect.poll(() => told.at(-1)?.kind, { timeout: 30_000, interval: 5 }).toBe('readRoster')
    const ended = new Promise((done) => desk.workers[0]?.once('exit', done))
    works.stop(told[0]?.workId ?? '')
    expect(codeOf(await opening)).toBe('import-stopped')
    await ended
    expect(told.at(-1)?.over).toBe('stopped')
    // And the next one is read by a fresh worker.
    expect(codeOf(await desk.open('nho.xlsx', roster(3), new Map(), '2026-06-30', unwatched))).toBe('ok')
    expect(desk.workers).toHaveLength(2)
  })
  test('in the middle of the dry run', async () => {
    const desk = rosters()
    const view = given(await desk.open('lon.xlsx', roster(10_000), new Map(), '2026-06-30', unwatched))
    const plan = view.sheets[1]?.plan
    if (plan === undefined) throw new Error('no plan')
    // Somebody presses stop while the five thousandth person is looked up.
    const known = knownRegistry()
    const { told, works } = watched()
    let asked = 0
    const watching: typeof known = {
      ...known,
      peopleNamed: (name, birthDate) => {
        asked += 1
        if (asked === 5000) works.stop(told[0]?.workId ?? '')
        return known.peopleNamed(name, birthDate)
      },
    }
    const counting = works.run('accountRoster', (work) => desk.account(view.roster, plan, watching, 0, work))
    expect(codeOf(await counting)).toBe('work-stopped')
    expect([told.at(-1)?.over, asked < 6000]).toEqual(['stopped', true])
    expect(told.find(({ done }) => done > 1000)).toMatchObject({ kind: 'accountRoster', of: 10_001 })
    // No account is left of it, but the roster is still open: the same dry run again goes through.
    expect(codeOf(desk.ready(view.roster))).toBe('import-gone')
    expect(given(await desk.account(view.roster, plan, known, 0, unwatched)).totals.new).toBeGreaterThan(9000)
  })
  test('by whoever leaves the screen: the roster is gone', async () => {
    const desk = rosters()
    const view = given(await desk.open('lon.xlsx', roster(2_000), new Map(), '2026-06-30', unwatched))
    const plan = view.sheets[1]?.plan
    if (plan === undefined) throw new Error('no plan')
    const known = knownRegistry()
    const leaving: typeof known = {
      ...known,
      peopleNamed: (name, birthDate) => {
        desk.stop()
        return known.peopleNamed(name, birthDate)
      },
    }
    expect(codeOf(await desk.account(view.roster, plan, leaving, 0, unwatched))).toBe('import-stopped')
    expect(codeOf(desk.ready(view.roster))).toBe('import-gone')
  })
  test('by its own size: a workbook that needs more memory than it may take is refused, the app goes on', async () => {
    const desk = rosters(24)
    expect(codeOf(await desk.open('lon.xlsx', roster(20_000), new Map(), '2026-06-30', unwatched))).toBe('workbook-too-big')
  })
  test('a file that is no workbook leaves nothing open', async () => {
    const desk = rosters()
    expect(codeOf(await desk.open('thu.txt', new TextEncoder().encode('Kính gửi'), new Map(), '2026-06-30', unwatched))).toBe(
      'workbook-not-one',
    )
  })
})
