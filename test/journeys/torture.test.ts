// A few kills of the whole app in each run of the tests; `npm run torture` does hundreds.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const torture = join(import.meta.dirname, '..', '..', 'build', 'torture')

test('killed in the middle of its orders, the app lost nothing it acknowledged and draws what it owes', () => {
  const args = ['--kills', '5', '--seed', '2026', '--runner', join(torture, 'app-runner.ts')]
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(torture, 'archive-kill.ts'), ...args], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject({ kills: 5, complaints: [] })
  expect(status).toBe(0)
})
