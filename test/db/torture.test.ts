// The short form of `npm run torture` for the archive: a few kills, and the count of flushes.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

function torture(script: string, ...options: readonly string[]): { status: number | null; report: unknown } {
  const path = fileURLToPath(new URL(`../../build/torture/${script}`, import.meta.url))
  const run = spawnSync(process.execPath, [path, ...options], { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  return { status: run.status, report: JSON.parse(run.stdout) }
}

test('a process killed among its orders loses nothing it acknowledged, and leaves nothing half', () => {
  expect(torture('archive-kill.ts', '--kills', '8', '--seed', '20261122')).toMatchObject({
    status: 0,
    report: { kills: 8, complaints: [] },
  })
})

test('the kills would notice a runner that acknowledges what it has not yet said', () => {
  const hasty = fileURLToPath(new URL('./hasty-runner.ts', import.meta.url))
  const { status, report } = torture('archive-kill.ts', '--kills', '3', '--runner', hasty)
  expect([status, JSON.stringify(report)]).toEqual([1, expect.stringMatching(/acknowledged fact \d+ \(case\/a \d+\) is lost/)])
})

const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
if (!canTrace) console.log('not run: count of flushes (needs strace and the right to trace)')

test.runIf(canTrace)('every acknowledged order has asked the system to flush, and the count notices when it no longer does', () => {
  expect(torture('archive-fsync.ts', '--orders', '60')).toMatchObject({ status: 0, report: { orders: 60, enough: true } })
  for (const lowered of ['NORMAL', 'OFF']) {
    const { status, report } = torture('archive-fsync.ts', '--orders', '60', '--synchronous', lowered)
    expect([lowered, status, report]).toMatchObject([lowered, 1, { enough: false }])
  }
})
