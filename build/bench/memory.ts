// Bench of resident memory: the services with the sample open and its first papers drawn, beside a bare Node, each in a process of its own.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playCase } from '../../electron/cli/play-case.ts'
import { openOffice } from '../../electron/services/office.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import type { BenchLine } from './line.ts'

const self = fileURLToPath(import.meta.url)
const megabytes = () => process.memoryUsage.rss() / 1024 / 1024

export function memoryLine(): BenchLine {
  const measure = (args: readonly string[]) => Number(execFileSync(process.execPath, [...args], { encoding: 'utf8' }))
  const ours = measure([self, 'services'])
  const peer = measure(['-p', 'process.memoryUsage.rss() / 1024 / 1024'])
  return { name: 'resident memory with the typesetter at work / bare Node', ours, peer, unit: 'MB', ratio: ours / peer, better: 'lower' }
}

async function playAndMeasure(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'))
  const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true, upTo: 'leadershipOrientation' })
  let now = sample.acts[0]?.at ?? ''
  const setClock = (at: string) => {
    now = at
  }
  const doorway = await openOffice({ dataDir: folder, clock: () => now, keyCost: 12, remembers: false })
  try {
    const { organisation, operators } = sample
    const act = { act: 'createFile', file: join(folder, 'so.tiencu'), passphrase: 'bench', organisation, operators }
    await doorway.dispatch({ to: 'shell', act })
    await playCase({ doorway, setClock, signs: true }, sample)
    return megabytes()
  } finally {
    await doorway.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main && process.argv[2] === 'services') console.log(await playAndMeasure())
