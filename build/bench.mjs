// `npm run bench`: every line ours beside a peer in the same run; prints a table and writes out/bench.json. `--quick` takes smaller files; `--people=N` another size of registry; beyond a hundred thousand it says how cost grew.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { build } from 'vite'
import { findBrowser } from './find-browser.mjs'
import { freshBundle } from './fresh.mjs'
import { root } from './setup-packages.mjs'
import { checkConfigs } from './vite.mjs'

const isQuick = process.argv.includes('--quick')
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length)

const people = Number(process.argv.find((arg) => arg.startsWith('--people='))?.slice('--people='.length) ?? (isQuick ? 5_000 : 100_000))

/** Each named, so that one can be run alone: `--only=replay`. */
const measures = {
  order: durableOrders,
  records: async () => (await import('./bench/records.ts')).recordLines(isQuick ? 5 : 15, isQuick ? 40 : 200, await shippedCheck()),
  replay: async () => [await (await import('./bench/replay.ts')).replayLine(isQuick ? 100 : 1000)],
  registry: async () => (await import('./bench/registry.ts')).registryLines(people),
  export: async () => (await import('./bench/exporting.ts')).exportLines(people),
  memory: async () => [(await import('./bench/memory.ts')).memoryLine()],
  roster: async () => [await (await import('./bench/roster.ts')).rosterLine(isQuick ? 3_000 : 100_000, 3)],
  screen: () => onScreen(caseList),
  keys: () => onScreen(meetingKeys),
  size: () => onScreen(screenSize),
}

/** The comparison engine runs right after the orders it is compared with. */
async function durableOrders() {
  const { dispatchOrder } = await import('./bench/dispatch-order.ts')
  const { bpmnTasksPerSecond } = await import('./bench/bpmn.ts')
  const { line, ordersPerSecond } = await dispatchOrder()
  const peer = await bpmnTasksPerSecond(isQuick ? 20 : 100)
  const name = 'durable orders / tasks of a 5-task process in bpmn-engine'
  return [line, { name, ours: ordersPerSecond, peer, unit: '1/s', ratio: ordersPerSecond / peer, goal: 6, better: 'higher' }]
}

async function shippedCheck() {
  const into = `${root}out/bench/check`
  for (const config of checkConfigs(into)) await build(config)
  return (await import(`${into}/check-files.mjs`)).checkFiles
}

/** @param measure from the renderer's folder and a browser to what it gives; nothing where either is missing. */
async function onScreen(measure) {
  const browser = findBrowser()
  if (browser === undefined || !freshBundle()) {
    console.log('Không đo màn hình: thiếu trình duyệt hoặc không dựng được giao diện (screens not measured).')
    return []
  }
  return measure({ rendererDir: `${root}dist/renderer`, executablePath: browser.path })
}

const presses = isQuick ? 40 : 200

async function caseList(options) {
  const { caseListLines } = await import('./bench/first-screen.ts')
  return caseListLines({ ...options, cases: isQuick ? 500 : 10_000, presses })
}

async function meetingKeys(options) {
  const { countEntryLine, rollCallLines } = await import('./bench/key-to-paint.ts')
  return [await countEntryLine({ ...options, presses }), ...(await rollCallLines({ ...options, presses }))]
}

async function screenSize({ rendererDir }) {
  return (await import('./bench/screen-size.ts')).screenSizeLines(rendererDir, root)
}

const lines = []
for (const [name, measure] of Object.entries(measures)) if (only === undefined || only === name) lines.push(...(await measure()))

const { isMet } = await import('./bench/line.ts')
const number = (value) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 })
const goalOf = ({ goal, better, goalRate, most }) =>
  most !== undefined
    ? `<= ${number(most)}`
    : goalRate !== undefined
      ? `>= ${number(goalRate)}`
      : goal === undefined
        ? ''
        : `${better === 'lower' ? '<=' : '>='} ${goal}x`
const verdict = (line) => {
  const met = line.most !== undefined ? line.ours <= line.most : line.goalRate === undefined ? isMet(line) : line.ours >= line.goalRate
  return met === undefined ? '' : met ? '✓' : '✗'
}
const rows = lines.map((line) => [
  line.name,
  number(line.ours),
  number(line.peer),
  line.unit,
  `${number(line.ratio)}x`,
  goalOf(line),
  verdict(line),
])
const { table } = await import('../electron/cli/say.ts')
for (const row of table([['', 'ours', 'peer', '', 'ratio', 'goal', ''], ...rows])) console.log(row)
mkdirSync(`${root}out`, { recursive: true })
const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.versions.node }
writeFileSync(`${root}out/bench.json`, `${JSON.stringify({ machine, isQuick, lines }, null, 2)}\n`)
