// Bench of a cold replay: a fresh process reads a file of many cases, checks the chain and walks the machines, beside the bare reading of the same rows.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDriver } from '../../db/connect.ts'
import { readKeyFile } from '../../db/key-file.ts'
import { bigFilePassphrase, makeBigFile } from './big-file.ts'
import { type BenchLine, median } from './line.ts'

const cli = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url))
const rounds = 3

/** Facts a second; the goal of the issue is absolute (30,000), the peer reads and parses the rows and does nothing else. */
export async function replayLine(cases: number): Promise<BenchLine & { readonly facts: number; readonly goalRate: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-replay-'))
  try {
    const file = join(folder, 'so.tiencu')
    const facts = makeBigFile(file, cases, 'whole')
    const pairs = Array.from({ length: rounds }, () => ({ ours: replayRate(folder), peer: readingRate(file) }))
    const [ours, peer] = [median(pairs.map((one) => one.ours)), median(pairs.map((one) => one.peer))]
    const ratio = median(pairs.map((one) => one.ours / one.peer))
    return {
      name: `cold replay of ${cases} cases / reading the rows`,
      ours,
      peer,
      unit: 'facts/s',
      ratio,
      better: 'higher',
      facts,
      goalRate: 30_000,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function replayRate(folder: string): number {
  const said = execFileSync(process.execPath, [cli, 'replay', '--data', folder, '--passphrase', bigFilePassphrase, '--lang', 'en'], {
    encoding: 'utf8',
  })
  const rate = /^Whole: .* (\d+) facts\/s/.exec(said)?.[1]
  if (rate === undefined) throw new Error(said)
  return Number(rate)
}

function readingRate(file: string): number {
  const driver = openDriver(file, readKeyFile(file, bigFilePassphrase), { readOnly: true })
  try {
    const from = performance.now()
    let facts = 0
    for (const { payload } of driver.prepare<[], { payload: string }>('SELECT * FROM facts ORDER BY seq').iterate()) {
      JSON.parse(payload)
      facts++
    }
    return facts / ((performance.now() - from) / 1000)
  } finally {
    driver.close()
  }
}
