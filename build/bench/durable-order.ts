// Bench: what one durable order costs against one prepared autocommit INSERT of the same payload into a bare table of the same file.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../db/connect.ts'
import { openArchive } from '../../db/open.ts'
import { canonical } from '../../workflows/core/canonical.ts'

export type BenchLine = {
  readonly name: string
  readonly ours: number
  readonly peer: number
  readonly ratio: number
  readonly goal: number
}

/** An order to measure. `start` opens the archive it runs on and is stopped before the peer writes to the same file. */
export type OrderSubject = {
  readonly name: string
  /** What one order records, and the peer inserts. */
  readonly payload: unknown
  readonly start: (file: string, key: Uint8Array) => { readonly order: () => void; readonly stop: () => void }
}

const rounds = 9
const ordersEach = 300
/** Times a bare insert (issue "Ground", section 7). */
const goal = 2

const checkIn = { conferenceId: 'hoi-nghi-mo-rong', personId: 'nguoi-007', arrivedAt: '2026-11-22T08:12:00+07:00', hasVote: true }

export const bareAppend: OrderSubject = {
  name: 'durable append (facts, chain, tree)',
  payload: checkIn,
  start(file, key) {
    const archive = openArchive({ file, unwrappedKey: key })
    const stream = 'case/bench'
    let seen = archive.versionOf(stream)
    return {
      order() {
        const done = archive.append(stream, seen, [{ type: 'memberCheckedIn', payload: checkIn }], {
          at: '2026-11-22T08:12:00+07:00',
          by: 'thu-ky',
        })
        if (!done.ok) throw new Error(done.refusal.code)
        seen = done.value.version
      },
      stop: archive.close,
    }
  },
}

/** Times in microseconds an order; `ratio` is the median of the ratios of rounds run turn by turn, for the disk drifts. */
export async function durableOrder(subject: OrderSubject = bareAppend): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-order-'))
  const file = join(folder, 'bench.tiencu')
  try {
    const archive = openArchive({ file, passphrase: 'bench', create: { origin: 'bench' }, cost: 12 })
    const key = archive.unwrappedKey()
    archive.close()
    const samples: { readonly ours: number; readonly peer: number }[] = []
    for (let round = 0; round <= rounds; round++) {
      const sample = { ours: timeOurs(subject, file, key), peer: timePeer(subject, file, key) }
      if (round > 0) samples.push(sample)
    }
    const [ours, peer] = [median(samples.map((one) => one.ours)), median(samples.map((one) => one.peer))]
    return [{ name: subject.name, ours, peer, ratio: median(samples.map((one) => one.ours / one.peer)), goal }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function timeOurs(subject: OrderSubject, file: string, key: Uint8Array): number {
  const { order, stop } = subject.start(file, key)
  try {
    return microsecondsEach(order)
  } finally {
    stop()
  }
}

function timePeer(subject: OrderSubject, file: string, key: Uint8Array): number {
  const { driver } = connect(file, key, {}, () => undefined)
  try {
    driver.exec('CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, payload TEXT NOT NULL) STRICT')
    const insert = driver.prepare('INSERT INTO bare (payload) VALUES (?)')
    const payload = canonical(subject.payload)
    return microsecondsEach(() => insert.run(payload))
  } finally {
    driver.close()
  }
}

function microsecondsEach(work: () => void): number {
  for (let warm = 0; warm < 20; warm++) work()
  const from = performance.now()
  for (let done = 0; done < ordersEach; done++) work()
  return ((performance.now() - from) / ordersEach) * 1000
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
