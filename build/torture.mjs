// `npm run torture`: kills the archive and the whole app again and again, counts flushes, checks ten thousand forged records, and runs the property tests a million times. Minutes, not seconds.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { nodeBinary, root } from './setup-packages.mjs'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const kills = process.env.TORTURE_KILLS ?? '200'
const vitest = `${root}node_modules/vitest/vitest.mjs`

/** Each step is a process of its own: one that is killed or hangs takes no other with it. */
const steps = [
  [`Giết tiến trình ghi sổ ${kills} lần (kills of the archive)`, [here('./torture/archive-kill.ts'), '--kills', kills]],
  ['Đếm lệnh ghi xuống đĩa (flushes for each order)', [here('./torture/archive-fsync.ts')]],
  ['Phát hiện khi hạ mức an toàn (a lowered setting is noticed)', [here('./torture/archive-fsync.ts'), '--synchronous', 'OFF'], 1],
  [
    `Giết cả ứng dụng ${kills} lần (kills of the whole app)`,
    [here('./torture/archive-kill.ts'), '--kills', kills, '--runner', here('./torture/app-runner.ts')],
  ],
  [
    'Đếm lệnh ghi của cả ứng dụng (flushes of the whole app)',
    [here('./torture/archive-fsync.ts'), '--orders', '60', '--runner', here('./torture/app-runner.ts')],
  ],
  [`Giết người đếm phiếu giữa tập ${kills} lần (kills in mid-count)`, [here('./torture/count-kill.ts'), '--kills', kills]],
  [
    'Kiểm 10.000 hồ sơ bị làm giả (forged records, docs/tamper.md)',
    [here('./torture/tamper.ts'), '--files', '10000', '--table', `${root}docs/tamper.md`],
  ],
  [
    'Kiểm thử tính chất, 1.000.000 trường hợp (property tests)',
    [vitest, 'run', '--config', 'build/vitest.config.ts', 'test/workflows'],
    0,
    { TORTURE: '1' },
  ],
  [
    'Khỉ gõ 50.000 lần trên tỉnh mẫu (a monkey of 50,000 acts)',
    [vitest, 'run', '--config', 'build/vitest.config.ts', 'test/e2e/monkey.test.ts'],
    0,
    { MONKEY_ACTS: '50000' },
  ],
]

let failed = 0
for (const [title, args, expected = 0, env = {}] of steps) {
  const started = performance.now()
  const { status } = spawnSync(nodeBinary(), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  const isDone = status === expected
  if (!isDone) failed += 1
  console.log(`${isDone ? '✓' : '✗'} ${title} (${((performance.now() - started) / 1000).toFixed(0)} s)`)
}
console.log(`${steps.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
