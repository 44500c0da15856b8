// `npm run pictures`: takes the pictures of docs/pictures anew, from the sample, by the very tests that walk through the screens; in both languages.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { withPalette } from './palette-png.mjs'
import { nodeBinary, root } from './setup-packages.mjs'

const walks = [
  { file: 'test/e2e/every-screen.test.ts', only: 'first screen|looked at' },
  { file: 'test/e2e/appointment-2026.test.ts' },
  { file: 'test/e2e/meeting-keyboard.test.ts' },
  { file: 'test/e2e/counting.test.ts', only: 'two people' },
]
/** What a walk calls it, by the name it has in docs/pictures; each also as NAME-en. */
const pictures = {
  home: 'every-home',
  tour: 'tour',
  palette: 'every-palette',
  open: 'open-case',
  case: 'case-concluded',
  gate: 'case-gate-why',
  roll: 'roll-call',
  talk: 'talk',
  ballots: 'ballot-gate',
  count: 'count-slips',
  outcome: 'outcome',
  sealed: 'sealed',
  sign: 'paper-waiting',
  check: 'check-valid',
}
/** The hall speaks the language of its people, so these have no English twin. */
const inOneLanguage = { hall: 'hall-talk', result: 'hall-result', armed: 'armed' }
/** Of all pictures together, in bytes: they come with every copy of the source. */
const most = 3 * 1024 * 1024

const taken = `${root}out/pictures/`
const kept = `${root}docs/pictures/`
rmSync(taken, { recursive: true, force: true })
for (const { file, only } of walks) {
  const named = only === undefined ? [] : ['-t', only]
  const { status } = spawnSync(
    nodeBinary(),
    [`${root}node_modules/vitest/vitest.mjs`, 'run', '--config', 'build/vitest.config.ts', file, ...named],
    { cwd: root, stdio: 'inherit', env: { ...process.env, PICTURES: '1' } },
  )
  if (status !== 0) stop(`${file} không đi hết: ảnh cũ giữ nguyên (it did not run to its end: the old pictures stay)`)
}
const wanted = Object.entries({
  ...pictures,
  ...Object.fromEntries(Object.entries(pictures).map(([name, look]) => [`${name}-en`, `${look}-en`])),
  ...inOneLanguage,
})
const missing = wanted.filter(([, look]) => !existsSync(`${taken}${look}.png`))
if (missing.length > 0) stop(`Thiếu ảnh (missing): ${missing.map(([name]) => name).join(' ')}`)
const made = wanted.map(([name, look]) => ({ name: `${name}.png`, bytes: withPalette(readFileSync(`${taken}${look}.png`)) }))
const size = made.reduce((sum, { bytes }) => sum + bytes.length, 0)
if (size > most) stop(`Ảnh quá lớn (too big): ${size} byte`)
mkdirSync(kept, { recursive: true })
for (const name of readdirSync(kept)) if (!made.some((one) => one.name === name)) rmSync(`${kept}${name}`)
for (const { name, bytes } of made) writeFileSync(`${kept}${name}`, bytes)
console.log(`docs/pictures: ${made.length} ảnh, ${Math.round(size / 1024)} kB`)

function stop(said) {
  console.error(said)
  process.exit(1)
}
