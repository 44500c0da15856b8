// Torture: a kill cannot tell whether bytes reached the disk, so this counts the flushes the system was asked for, by strace.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bareRunner, childArguments, newArchive } from './archive-kill.ts'
import { synchronousFrom } from './archive-orders.ts'

/** `flushes`: fsync and fdatasync calls of a run of so many acknowledged orders, less those of a run of none. */
export type FlushReport = { readonly orders: number; readonly flushes: number; readonly enough: boolean }

export const hasStrace = (): boolean => spawnSync('strace', ['-V']).status === 0

export function countFlushes({ orders = 200, synchronous = synchronousFrom('FULL'), runner = bareRunner } = {}): FlushReport {
  const folder = mkdtempSync(join(tmpdir(), 'flushes-'))
  try {
    const opening = { ...newArchive(join(folder, 'a.tiencu'), 1), synchronous }
    const run = (count: number): number => {
      const table = join(folder, 'strace.txt')
      const strace = ['-f', '-c', '-e', 'trace=fsync,fdatasync', '-o', table, process.execPath]
      const ran = spawnSync('strace', [...strace, ...childArguments(opening, runner), '--orders', String(count)], { encoding: 'utf8' })
      const acknowledged = ran.stdout.split('\n').filter((line) => line.startsWith('{')).length
      if (ran.status !== 0 || acknowledged !== count) throw new Error(`the run under strace ended by ${ran.status}: ${ran.stderr}`)
      return callsIn(readFileSync(table, 'utf8'))
    }
    const flushes = run(orders) - run(0)
    return { orders, flushes, enough: flushes >= orders }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lines of `strace -c`: % time, seconds, usecs/call, calls, errors (may be empty), name. */
function callsIn(table: string): number {
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/))
  return rows.filter((row) => row.at(-1) === 'fsync' || row.at(-1) === 'fdatasync').reduce((sum, row) => sum + Number(row[3]), 0)
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { orders: { type: 'string' }, synchronous: { type: 'string' }, runner: { type: 'string' } } })
  const { orders = '200', runner = bareRunner } = values
  const report = countFlushes({ orders: Number(orders), synchronous: synchronousFrom(values.synchronous), runner })
  console.log(JSON.stringify(report))
  process.exitCode = report.enough ? 0 : 1
}
