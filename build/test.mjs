// `npm test` after set-up: types, lint, the build, then every test; progress as it goes, and one plain last line `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { freshBundle } from './fresh.mjs'
import { electronBinary } from './setup-electron.mjs'
import { root } from './setup-packages.mjs'

const reportFile = `${root}out/test-report.json`
const bin = `${root}node_modules/.bin/`
const suffix = process.platform === 'win32' ? '.cmd' : ''
const totals = { passed: 0, failed: 0 }

await oneCheck('kiểu (tsc)', () => run('tsc', ['-b', '--pretty', 'false']))
await oneCheck('lint (biome)', () => run('biome', ['check', '--config-path', 'build', '.']))
await oneCheck('dựng (vite)', () => (freshBundle() ? 0 : 1))
await allTests()
if (electronBinary() === undefined) {
  console.log(
    'Electron không có trên máy này: nửa Electron của các kiểm thử đầu-cuối không chạy (the Electron half of the end-to-end tests did not run).',
  )
}
if (totals.passed + totals.failed === 0 || totals.failed > 0) process.exitCode = 1
console.log(`${totals.passed} passed, ${totals.failed} failed`)

async function oneCheck(title, check) {
  const started = performance.now()
  const isClean = (await check()) === 0
  totals[isClean ? 'passed' : 'failed'] += 1
  console.log(`${isClean ? '✓' : '✗'} ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}

/** Failures outside any test (a file that does not load, an error nobody awaited) count as one each: silence must not look like success. */
async function allTests() {
  mkdirSync(`${root}out`, { recursive: true })
  rmSync(reportFile, { force: true })
  const args = ['run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const status = await run('vitest', args)
  const report = readReport()
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  )
  totals.passed += report.numPassedTests
  totals.failed += report.numFailedTests + brokenFiles.length
  if (report.numPassedTests === 0) totals.failed += 1
  if (status !== 0 && totals.failed === 0) totals.failed += 1
  const skipped = report.numPendingTests + report.numTodoTests
  if (skipped > 0) console.log(`${skipped} kiểm thử bị bỏ qua; lý do in ở trên.`)
}

function readReport() {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8'))
  } catch {
    return { testResults: [], numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 } // vitest itself did not start
  }
}

function run(command, args) {
  return new Promise((done, fail) => {
    const child = spawn(`${bin}${command}${suffix}`, args, { cwd: root, stdio: 'inherit', shell: suffix !== '' })
    child.on('error', fail)
    child.on('exit', (code) => done(code ?? 1))
  })
}
