// Torture: ten thousand and more forged records of every class of the corpus, checked in two processes that are watched for time and memory.
// Writes the table of what was seen. `--files N --seed N --table PATH`; prints one line of JSON and ends with 1 when something passed.
import { type ChildProcess, fork } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { serialize } from 'node:v8'
import { goodOnes, longestMs, settingOf, type Task, tamperClasses, tasksFor } from '../../test/support/tamper/corpus.ts'
import { makeStock } from '../../test/support/tamper/stock.ts'
import type { Answer } from './tamper-child.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const child = fileURLToPath(new URL('./tamper-child.ts', import.meta.url))

/** Two cores are what an office PC has. */
const workers = 2
const mostMegabytes = 1024
/** Forging, writing and checking one file on a busy machine; the check itself is measured by the child against `longestMs`. */
const patienceMs = longestMs * 4

type Outcome = Answer | { readonly kind: number; readonly number: number; readonly complaints: readonly string[]; readonly lost: true }

async function tamper(files: number, seed: number): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tamper-'))
  try {
    const stock = await makeStock()
    const good = await goodOnes(stock, await settingOf(stock))
    if (good.some(({ overall }) => overall !== 'HOP_LE')) throw new Error('a good record does not pass: nothing can be proven')
    const stockFile = join(folder, 'stock')
    writeFileSync(stockFile, serialize(stock))
    const open = [...tasksFor(files)]
    const done: Outcome[] = []
    await Promise.all(Array.from({ length: workers }, (_, i) => work({ stockFile, current: join(folder, `${i}.pdf`), seed }, open, done)))
    return done
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Desk = { readonly stockFile: string; readonly current: string; readonly seed: number }

/** One process after another until no task is open; a new one only where the last was lost. */
async function work(desk: Desk, open: Task[], done: Outcome[]): Promise<void> {
  let hand: ChildProcess | null = null
  for (let task = open.shift(); task; task = open.shift()) {
    hand ??= await start(desk)
    const answer = await ask(hand, task)
    if (typeof answer === 'string') {
      hand.kill('SIGKILL')
      hand = null
      done.push({ ...task, complaints: [answer], lost: true })
    } else {
      const tooMuch = answer.megabytes > mostMegabytes ? [`${answer.megabytes} MB in memory`] : []
      done.push({ ...answer, complaints: [...answer.complaints, ...tooMuch] })
    }
    if ((done.at(-1)?.complaints.length ?? 0) > 0) keep(desk, task)
  }
  hand?.disconnect()
}

async function start({ stockFile, current, seed }: Desk): Promise<ChildProcess> {
  const hand = fork(child, [stockFile, current, String(seed)], { execArgv: ['--max-old-space-size=1024'] })
  await new Promise((ready, broken) => {
    hand.once('message', ready)
    hand.once('exit', (code) => broken(new Error(`a checking process ended with ${code} before it began`)))
  })
  hand.removeAllListeners('exit')
  return hand
}

/** The answer, or how the process was lost. */
function ask(hand: ChildProcess, task: Task): Promise<Answer | string> {
  return new Promise((answer) => {
    const end = (told: Answer | string) => {
      clearTimeout(timer)
      hand.off('message', end)
      hand.off('exit', lost)
      answer(told)
    }
    const lost = (code: number | null, signal: string | null) => end(`the process was lost (${code ?? signal})`)
    const timer = setTimeout(() => end('hangs'), patienceMs)
    hand.on('message', end)
    hand.on('exit', lost)
    hand.send(task)
  })
}

/** What went wrong is kept as it is: signatures are random, so the seed alone does not give the same bytes again. */
function keep({ current }: Desk, { kind, number }: Task): void {
  const folder = join(root, 'out/tamper')
  mkdirSync(folder, { recursive: true })
  if (existsSync(current)) copyFileSync(current, join(folder, `${tamperClasses[kind]?.name}-${number}.pdf`))
}

const verdicts = { KHONG_HOP_LE: 'broken', CHUA_DU_CO_SO: 'cannot decide', HOP_LE: 'valid' } as const

function tableOf(done: readonly Outcome[], seed: number): string {
  const rows = tamperClasses.map(({ name, title }, kind) => {
    const ofClass = done.filter((one) => one.kind === kind)
    const answers = ofClass.flatMap((one) => ('lost' in one ? [] : [one]))
    const count = (overall: keyof typeof verdicts) => answers.filter((one) => one.overall === overall).length
    const codes = [...new Set(answers.flatMap((one) => one.codes))].sort()
    const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), 0)
    const cost = [most(answers.map((one) => one.milliseconds)).toFixed(0), most(answers.map((one) => one.megabytes))]
    const said = [count('KHONG_HOP_LE'), count('CHUA_DU_CO_SO'), count('HOP_LE')]
    return `| \`${name}\` | ${title.vi} (${title.en}) | ${ofClass.length} | ${said.join(' | ')} | ${codes.join(', ')} | ${cost.join(' | ')} |`
  })
  return `# Forged records and what the check says

\`npm run torture\` makes these files from good records (\`test/support/tamper\`), checks each as \`verify\` does, and writes this table; \`npm test\` runs 300 of them.
A class passes when every file of it is found broken by a code of the class, or is said to be undecidable by one; none may be valid, take over ${longestMs / 1000} s,
end the process or bring it over ${mostMegabytes} MB. Time is of the check alone; memory is the most the whole process held, forger included. Seed ${seed}, ${done.length} files.

| Class | What was done | Files | Broken | Cannot decide | Valid | Codes seen | Worst ms | Worst MB |
| --- | --- | ---: | ---: | ---: | ---: | --- | ---: | ---: |
${rows.join('\n')}

"Cannot decide" is an answer of its own: the check names what it lacks (another root, a certificate that ended or was revoked since, no structure to read) and never says "valid".
A clock set back is a note by documents.md B5, since the time of a signature is only claimed; the corpus is checked with \`--strict\` there, which makes it undecidable.
`
}

const { values } = parseArgs({ options: { files: { type: 'string' }, seed: { type: 'string' }, table: { type: 'string' } } })
const seed = Number(values.seed ?? '1')
const done = await tamper(Number(values.files ?? '10000'), seed)
if (values.table !== undefined) writeFileSync(values.table, tableOf(done, seed))
const complaints = done.flatMap((one) => one.complaints.map((complaint) => `${tamperClasses[one.kind]?.name} ${one.number}: ${complaint}`))
console.log(JSON.stringify({ files: done.length, classes: tamperClasses.length, complaints: complaints.slice(0, 40) }))
process.exitCode = complaints.length === 0 ? 0 : 1
