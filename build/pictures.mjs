// `npm run pictures`: takes the pictures of docs/pictures anew, from the sample, by the very tests that walk through the screens.
import { spawnSync } from 'node:child_process'
import { nodeBinary, root } from './setup-packages.mjs'

const walks = ['test/e2e/appointment-2026.test.ts', 'test/e2e/every-screen.test.ts']
const { status } = spawnSync(
  nodeBinary(),
  [`${root}node_modules/vitest/vitest.mjs`, 'run', '--config', 'build/vitest.config.ts', ...walks],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PICTURES: '1' },
  },
)
process.exitCode = status ?? 1
