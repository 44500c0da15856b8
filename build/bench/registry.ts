// The registry at size: search per key press beside a plain LIKE scan of the same file, opening beside an empty file, lists and gauge beside reading every record.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDriver } from '../../db/connect.ts'
import { openArchive } from '../../db/open.ts'
import { openFileOver } from '../../electron/services/open-file.ts'
import { foldedWords } from '../../workflows/core/folded-text.ts'
import type { UnitId } from '../../workflows/core/ids.ts'
import { staleBefore } from '../../workflows/registry/quality.ts'
import { draws } from '../../workflows/sample/draws.ts'
import { type BenchLine, median } from './line.ts'
import { makeRegistryFile, registryDay, registryPassphrase } from './registry-file.ts'

type RegistryLine = BenchLine & { readonly goalRate?: number }

const shown = 60
const opened = (file: string) => openArchive({ file, passphrase: registryPassphrase })

/** Beyond it the same is measured at this size too, to show how cost grows. */
const usual = 100_000

/** `people` in the registry, three tenures each. */
export function registryLines(people: number, grownFrom = usual): readonly RegistryLine[] {
  if (people <= grownFrom) return measured(people).lines
  const before = measured(grownFrom)
  const now = measured(people)
  return [...now.lines, ...growthLines({ people: grownFrom, ...before }, { people, ...now })]
}

type Measured = { readonly recordMs: number; readonly lines: readonly RegistryLine[] }
type OfSize = Measured & { readonly people: number }

/** What a larger registry costs beside a smaller one, in milliseconds of each. */
function growthLines(small: OfSize, large: OfSize): RegistryLine[] {
  const costs = ({ people, recordMs, lines }: OfSize): readonly (readonly [string, number])[] => [
    ['recording all of them', recordMs],
    ...lines.map(({ name, ours, unit }): [string, number] => [
      (name.split(' / ')[0] ?? name)
        .replace(` of ${people} people`, '')
        .replace(` in ${people} names`, '')
        .replace(/ \(.*\)$/, ''),
      unit === '1/s' ? 1000 / ours : ours,
    ]),
  ]
  const before = new Map(costs(small))
  return costs(large).map(([name, ours]) => {
    const peer = before.get(name) ?? Number.NaN
    return { name: `${name}: ${large.people} / ${small.people} people`, ours, peer, unit: 'ms', ratio: ours / peer, better: 'lower' }
  })
}

function measured(people: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'tien-cu-registry-'))
  try {
    const file = join(folder, 'so.tiencu')
    const empty = join(folder, 'trong.tiencu')
    const recordMs = makeRegistryFile(file, people) * 1000
    makeRegistryFile(empty, 0)
    return { recordMs, lines: [...searchLines(file, people), openingLine(file, empty, people), ...readingLines(file, people)] }
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

/** What a clerk's hands type: two parts of a name there is, letter by letter, in either order. */
function keyPresses(names: readonly string[]): readonly string[] {
  const by = draws(7)
  return names.flatMap((name) => {
    const words = foldedWords(name)
    const first = words[by.whole(words.length)] ?? ''
    const second = words[by.whole(words.length)] ?? ''
    const whole = `${first} ${second}`
    return Array.from({ length: whole.length }, (_, index) => whole.slice(0, index + 1))
  })
}

function searchLines(file: string, people: number): RegistryLine[] {
  const archive = opened(file)
  const { lists } = archive.registry
  const names: string[] = []
  for (let at = 0; at < 40; at++)
    names.push(lists.find({ search: '', day: registryDay, from: Math.floor((at * people) / 40), count: 1 }).rows[0]?.name ?? '')
  const typed = keyPresses(names)
  const times = typed.map((search) => {
    const from = performance.now()
    lists.find({ search, day: registryDay, from: 0, count: shown })
    return performance.now() - from
  })
  const key = archive.unwrappedKey()
  archive.close()
  const driver = openDriver(file, key)
  const plain = typed
    .filter((_, index) => index % Math.ceil(typed.length / 25) === 0)
    .map((search) => {
      const words = search.trim().split(' ')
      const where = words.map(() => 'folded LIKE ?').join(' AND ')
      const statement = driver.prepare(
        `SELECT name, birth_date, citizen_id FROM registry_names WHERE ${where} ORDER BY sort_key LIMIT ${shown}`,
      )
      const from = performance.now()
      statement.all(...words.map((word) => `% ${word}%`))
      return performance.now() - from
    })
  driver.close()
  const sorted = times.toSorted((a, b) => a - b)
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
  const [ours, peer] = [1000 / median(times), 1000 / median(plain)]
  const name = `key press in ${people} names`
  return [
    { name: `${name} / LIKE scan of the same file`, ours, peer, unit: '1/s', ratio: ours / peer, goal: 30, better: 'higher' },
    {
      name: `${name}, 95th percentile (goal 16 ms)`,
      ours: 1000 / p95,
      peer,
      unit: '1/s',
      ratio: 1000 / p95 / peer,
      better: 'higher',
      goalRate: 1000 / 16,
    },
  ]
}

function openingLine(file: string, empty: string, people: number): BenchLine {
  const millisecondsOf = (one: string): number => {
    const from = performance.now()
    const open = openFileOver(
      one,
      opened(one),
      () => `${registryDay}T09:00:00+07:00`,
      () => undefined,
    )
    const taken = performance.now() - from
    open.close()
    return taken
  }
  const ours: number[] = []
  const peer: number[] = []
  for (let round = 0; round < 9; round++) {
    peer.push(millisecondsOf(empty))
    ours.push(millisecondsOf(file))
  }
  const [a, b] = [median(ours), median(peer)]
  return {
    name: `opening a file of ${people} people / an empty one`,
    ours: a,
    peer: b,
    unit: 'ms',
    ratio: a / b,
    goal: 1.5,
    better: 'lower',
  }
}

/** Each beside reading every record, which is what a list or a gauge made from records alone would do. */
function readingLines(file: string, people: number): BenchLine[] {
  const archive = opened(file)
  const { lists, quality, reads } = archive.registry
  const timed = (work: () => unknown): number => {
    const times: number[] = []
    for (let round = 0; round < 5; round++) {
      const from = performance.now()
      work()
      times.push(performance.now() - from)
    }
    return median(times)
  }
  const top = reads.unitsUnder(undefined, registryDay)[0]?.unitId
  const department = reads.unitsUnder(top, registryDay)[0]?.unitId
  const units =
    department === undefined ? [] : reads.unitsUnder(department, registryDay).map(({ unitId }: { readonly unitId: UnitId }) => unitId)
  const past = `${Number(registryDay.slice(0, 4)) - 3}${registryDay.slice(4)}`
  const lastPage = timed(() => lists.find({ search: '', day: registryDay, from: people - shown, count: shown }))
  const ofUnits = timed(() => lists.find({ search: '', day: registryDay, from: 0, count: shown, units }))
  const asOf = timed(() => lists.find({ search: '', day: past, from: 0, count: shown, units }))
  const gauge = timed(() => quality.counts(registryDay, staleBefore(registryDay)))
  const key = archive.unwrappedKey()
  archive.close()
  const driver = openDriver(file, key)
  const whole = timed(() => {
    let count = 0
    for (const record of driver.prepare<[], string>('SELECT record FROM registry_people').pluck().iterate())
      count += JSON.parse(record).length
    return count
  })
  driver.close()
  const line = (name: string, ours: number): BenchLine => ({
    name: `${name} of ${people} people / reading every record`,
    ours,
    peer: whole,
    unit: 'ms',
    ratio: ours / whole,
    better: 'lower',
  })
  return [
    line('last page of the list', lastPage),
    line('list of a department', ofUnits),
    line('the same three years ago', asOf),
    line('gauge', gauge),
  ]
}
