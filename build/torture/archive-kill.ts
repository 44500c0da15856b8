// Torture: kills a process in the middle of its orders, again and again, and looks whether what it acknowledged is there, whole.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { openArchive } from '../../db/open.ts'
import { type Acknowledgement, type Opening, type RunnerModule, seededChance } from './archive-orders.ts'

export const childScript = fileURLToPath(new URL('./archive-child.ts', import.meta.url))
export const bareRunner = fileURLToPath(new URL('./archive-runner.ts', import.meta.url))

/** `unacknowledged`: facts found that the process had no time to speak of; they are allowed, but whole. */
export type KillReport = {
  readonly kills: number
  readonly acknowledged: number
  readonly facts: number
  readonly unacknowledged: number
  readonly complaints: readonly string[]
}

/** A new file after so many kills: each look reads the whole of it. */
const killsPerFile = 25

export async function killAgainAndAgain({ kills = 200, seed = 1, runner = bareRunner } = {}): Promise<KillReport> {
  const module: RunnerModule = await import(pathToFileURL(resolve(runner)).href)
  const chance = seededChance(seed)
  const folder = mkdtempSync(join(tmpdir(), 'torture-'))
  const complaints: string[] = []
  let [acknowledged, facts, unacknowledged] = [0, 0, 0]
  try {
    for (let first = 0; first < kills; first += killsPerFile) {
      const opening = newArchive(join(folder, `${first}.tiencu`), seed + first)
      let size = 0
      for (let kill = first; kill < Math.min(kills, first + killsPerFile); kill++) {
        const said = await runAndKill(opening, runner, chance)
        const look = lookAt(opening, said)
        const found = [...look.complaints, ...(await module.afterKill(opening))]
        complaints.push(...found.map((complaint) => `kill ${kill}: ${complaint}`))
        acknowledged += said.length
        unacknowledged += look.size - Math.max(size, said.at(-1)?.seq ?? 0)
        facts += look.size - size
        size = look.size
      }
    }
    return { kills, acknowledged, facts, unacknowledged, complaints }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function newArchive(file: string, seed: number): Opening {
  const archive = openArchive({ file, passphrase: 'torture', create: { origin: 'torture' }, cost: 12 })
  const key = archive.unwrappedKey()
  archive.close()
  return { file, key, seed, synchronous: 'FULL' }
}

export const childArguments = ({ file, key, seed, synchronous }: Opening, runner: string): string[] => [
  ...[childScript, '--file', file, '--key', Buffer.from(key).toString('hex'), '--seed', String(seed)],
  ...['--synchronous', synchronous, '--runner', resolve(runner)],
]

/** One kill in four falls anywhere from the start of the process, while it opens the file; the others among its orders. */
async function runAndKill(opening: Opening, runner: string, chance: () => number): Promise<Acknowledgement[]> {
  const child = spawn(process.execPath, childArguments(opening, runner), { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const said: Acknowledgement[] = []
  const early = chance() < 0.25
  const killIn = (milliseconds: number) => setTimeout(() => child.kill('SIGKILL'), milliseconds)
  if (early) killIn(chance() * 400)
  const delay = chance() * 80
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready' && !early) killIn(delay)
    // The last line may be cut in two by the kill: what was not said whole was not said.
    else if (line.startsWith('{') && line.endsWith('}')) said.push(JSON.parse(line))
  }
  const [code, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error(`the process ended by itself: ${code ?? signal}`)
  return said
}

/** The archive opens, its chain and tree hold, and every acknowledged order stands where it was said to stand. */
function lookAt({ file, key }: Opening, said: readonly Acknowledgement[]): { size: number; complaints: readonly string[] } {
  const archive = openArchive({ file, unwrappedKey: key })
  try {
    const { size } = archive.head()
    const verified = archive.verify()
    const complaints = verified.ok ? [] : [`${verified.what} at ${verified.seq}`]
    for (const { stream, version, seq, root } of said) {
      if (seq > size || archive.versionOf(stream) < version) complaints.push(`acknowledged fact ${seq} (${stream} ${version}) is lost`)
      else if (Buffer.from(archive.rootAt(seq)).toString('hex') !== root) complaints.push(`acknowledged fact ${seq} is another now`)
    }
    return { size, complaints }
  } finally {
    archive.close()
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' }, runner: { type: 'string' } } })
  const { kills = '200', seed = '1', runner = bareRunner } = values
  const report = await killAgainAndAgain({ kills: Number(kills), seed: Number(seed), runner })
  console.log(JSON.stringify(report))
  process.exitCode = report.complaints.length === 0 && report.acknowledged > 0 ? 0 : 1
}
