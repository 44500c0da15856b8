// `npm run -s cli -- …`: the command line from its sources, on the locked Node 24 whatever Node called it.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { nodeBinary } from './setup-packages.mjs'

if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import('../electron/cli.ts')
} else if (nodeBinary() === process.execPath) {
  console.error('Cần Node 24. Hãy chạy: npm run setup')
  process.exitCode = 2
} else {
  const { status } = spawnSync(nodeBinary(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = status ?? 2
}
