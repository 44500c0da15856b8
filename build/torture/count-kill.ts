// Torture: kills a counter in the middle of a bundle, again and again. It resumes exactly there, and the disk holds the last two states and no third.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { slotFile } from '../../db/slot-file.ts'
import { seededChance } from './archive-orders.ts'

type Said = { readonly word: 'found' | 'next' | 'done'; readonly state: unknown }

/** `slips`: states acknowledged. `ahead`: kills that fell between the disk and the word of it: then the disk may be one slip further. */
export type CountKills = { readonly kills: number; readonly slips: number; readonly ahead: number; readonly complaints: readonly string[] }

const child = fileURLToPath(new URL('./count-child.ts', import.meta.url))

export async function killCounting({ kills = 200, seed = 1, hasty = false } = {}): Promise<CountKills> {
  const folder = mkdtempSync(join(tmpdir(), 'torture-count-'))
  const file = join(folder, 'so.tiencu.count')
  const key = Buffer.alloc(32, 7)
  const chance = seededChance(seed)
  const complaints: string[] = []
  let [slips, ahead] = [0, 0]
  try {
    for (let kill = 0; kill < kills; kill++) {
      const left = slotFile(file, key).read()
      const expected = totalsIn(left.now)
      const said = await runAndKill(
        ['--file', file, '--key', key.toString('hex'), '--seed', String(seed + kill), ...(hasty ? ['--hasty'] : [])],
        chance,
      )
      const states = slotFile(file, key).read()
      const [now, before] = [totalsIn(states.now), totalsIn(states.before)]
      const found = said.find(({ word }) => word === 'found')
      const done = said.filter(({ word }) => word === 'done')
      const last = done.length > 0 ? asText(done.at(-1)?.state) : expected
      const next = said.at(-1)?.word === 'next' ? asText(said.at(-1)?.state) : last
      if (found && asText(found.state) !== expected) complaints.push(`kill ${kill}: it did not go on where the one before stopped`)
      if (now !== last && now !== next) complaints.push(`kill ${kill}: an acknowledged slip is lost`)
      // Killed before it wrote anything, the disk is as the kill before left it.
      const untouched = done.length === 0 ? [totalsIn(left.before)] : []
      const allowed = new Set([...untouched, expected, ...done.slice(-2).map(({ state }) => asText(state)), next, 'null'])
      if (!allowed.has(before)) complaints.push(`kill ${kill}: an older state can still be read`)
      slips += done.length
      if (now === next && next !== last) ahead += 1
    }
    return { kills, slips, ahead, complaints }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const asText = (state: unknown): string => JSON.stringify(state ?? null)

function totalsIn(text: string | null): string {
  const state: { readonly bundles?: readonly { readonly totals: unknown }[] } = text === null ? {} : JSON.parse(text)
  return asText(state.bundles?.[0]?.totals)
}

async function runAndKill(options: readonly string[], chance: () => number): Promise<Said[]> {
  const running = spawn(process.execPath, [child, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(running, 'close')
  const said: Said[] = []
  const delay = chance() * 60
  for await (const line of createInterface({ input: running.stdout })) {
    // The last line may be cut in two by the kill.
    if (/^\{.*(\}|null)\}$/.test(line)) said.push(JSON.parse(line))
    if (said.length === 1) setTimeout(() => running.kill('SIGKILL'), delay)
  }
  const [code, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error(`the process ended by itself: ${code ?? signal}`)
  return said
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' }, hasty: { type: 'boolean' } } })
  const report = await killCounting({
    kills: Number(values.kills ?? '200'),
    seed: Number(values.seed ?? '1'),
    hasty: values.hasty === true,
  })
  console.log(JSON.stringify(report))
  process.exitCode = report.complaints.length === 0 && report.slips > 0 ? 0 : 1
}
