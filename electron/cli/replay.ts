// `replay --data DIR`: walks the chain, replays every stream through its machine, compares the rows of the list with what the facts say. Writes nothing.
import { setFlagsFromString } from 'node:v8'
import { openArchive } from '../../db/open.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { CorruptLog, follow, type LiveCase } from '../../workflows/core/replay.ts'
import { deskStream, type LiveDesk, readDeskFact, replayDesk } from '../../workflows/desk/replay.ts'
import { holidayTableOf } from '../../workflows/desk/view.ts'
import { type RegistryFact, registryStream } from '../../workflows/registry/facts.ts'
import { readRegistryFact } from '../../workflows/registry/replay.ts'
import { keptApart } from '../../workflows/rehearsal/apart.ts'
import { findAssets } from '../places.ts'
import { markKind } from '../services/case-list.ts'
import { caseFact, caseOf } from '../services/case-memory.ts'
import { papersNamed } from '../services/papers-named.ts'
import { summaryOf } from '../services/summary-row.ts'
import { dataFileIn } from './data-file.ts'
import type { ExitCode } from './exit.ts'
import { needed, readOptions } from './options.ts'
import { readPassphrase } from './passphrase.ts'
import { isSaid, printLine, tell } from './say.ts'

type Archive = ReturnType<typeof openArchive>
/** What went wrong first, by stream and version. */
type Broken = { readonly what: string; readonly stream: string; readonly version: number }
export type Replayed = {
  readonly facts: number
  readonly cases: number
  readonly seconds: number
  readonly root: string
  readonly broken?: Broken
}

export async function replay(args: readonly string[]): Promise<ExitCode> {
  // Each fact leaves the state before it behind: a young generation that starts big spares a third of the time.
  setFlagsFromString('--max-semi-space-size=128')
  setFlagsFromString('--min-semi-space-size=64')
  const { values, lang } = readOptions(args, { data: 'string', passphrase: 'string' })
  const file = dataFileIn(needed(values.data, '--data'))
  const archive = openArchive({
    file,
    passphrase: await readPassphrase(values.passphrase),
    readOnly: true,
    migrations: findAssets().migrations,
  })
  try {
    const { facts, cases, seconds, root, broken } = replayArchive(archive)
    const rate = Math.round(facts / seconds)
    const counted =
      lang === 'vi' ? `${facts} sự kiện, ${cases} hồ sơ, ${rate} sự kiện/giây` : `${facts} facts, ${cases} cases, ${rate} facts/s`
    if (broken) {
      const at = `${broken.what} ${broken.stream}:${broken.version}`
      printLine(process.stdout, lang === 'vi' ? `HỎNG: ${at} (${counted})` : `BROKEN: ${at} (${counted})`)
      if (isSaid(broken.what)) printLine(process.stdout, tell({ code: broken.what, at: broken.stream }, lang))
      return 1
    }
    printLine(process.stdout, lang === 'vi' ? `Nguyên vẹn: ${counted}, gốc ${root}` : `Whole: ${counted}, root ${root}`)
    return 0
  } finally {
    archive.close()
  }
}

/** `seconds`: reading, chain check and machines together. A case whose last fact was read is compared and let go: memory does not grow with the file. */
export function replayArchive(archive: Archive): Replayed {
  const start = performance.now()
  const root = Buffer.from(archive.head().root).toString('base64')
  const rows = new Map(archive.summaries.list().map((row) => [row.stream, row]))
  const behind = new Map(archive.summaries.behind().map(({ stream, told }) => [stream, told]))
  const walk: Walk = { facts: 0, cases: 0, live: new Map(), told: { rows, behind } }
  const mirror = archive.versionOf(registryStream) > 0 ? archive.registry.mirror() : undefined
  let broken: Broken | undefined
  try {
    broken = brokenIn(archive, walk, mirror)
  } finally {
    mirror?.drop()
  }
  const counted = { facts: walk.facts, cases: walk.cases, seconds: (performance.now() - start) / 1000, root }
  return broken ? { ...counted, broken } : counted
}

/** The type stands in the envelope, the rest is the payload. */
const payloadOf = ({ type: _, ...payload }: RegistryFact): unknown => payload

type Mirror = ReturnType<Archive['registry']['mirror']>
type Row = ReturnType<Archive['summaries']['list']>[number]
type Walk = { facts: number; cases: number; readonly live: Map<string, LiveCase>; readonly told: Told }
/**
 * `behind`: the version the row of a stream must tell of where that is not the last one, 0 for no row. The app writes rows many at a
 * time, after the facts: a process that was killed leaves the newest end of the log untold, and the next opening tells it anew. So a
 * late row is no fault, but it must be late by exactly that end and say what the facts said at the version it names.
 */
type Told = { readonly rows: Map<string, Row>; readonly behind: ReadonlyMap<string, number> }

function brokenIn(archive: Archive, walk: Walk, mirror: Mirror | undefined): Broken | undefined {
  try {
    const versions = new Map(archive.streams().map(({ stream, version }) => [stream, version]))
    const desk = replayDesk(archive.load(deskStream).map((row) => ({ ...row, fact: readDeskFact(row.version, row.type, row.payload) })))
    const strayOf = keptApart()
    for (const row of archive.all()) {
      walk.facts++
      const { stream, version } = row
      const stray = strayOf(row)
      if (stray) return { what: stray, stream, version }
      const caseId = caseOf(stream)
      if (stream === registryStream) {
        mirror?.take({ ...row, payload: payloadOf(readRegistryFact(version, row.type, row.payload)) })
        continue
      }
      if (caseId === undefined) {
        if (stream !== deskStream) return { what: 'stream-unknown', stream, version }
        continue
      }
      const live = follow(walk.live.get(caseId) ?? null, caseFact(caseId, row), caseId)
      walk.live.set(caseId, live)
      const last = versions.get(stream) ?? 0
      const wrong = wrongRow(stream, live, last, desk, walk.told)
      if (wrong) return wrong
      if (version !== last) continue
      walk.live.delete(caseId)
      walk.cases++
      walk.told.rows.delete(stream)
    }
  } catch (error) {
    if (error instanceof CorruptLog) return { what: 'corrupt-log', stream: error.stream, version: error.version }
    const verified = archive.verify(papersNamed)
    if (verified.ok) throw error
    return { what: verified.what, stream: verified.stream, version: verified.seq }
  }
  const registryVersion = archive.versionOf(registryStream)
  const table = mirror?.differs()
  if (table !== undefined) return { what: `${table}-differs`, stream: registryStream, version: registryVersion }
  const mark = walk.told.rows.get(registryStream)
  if (mark && (mark.kind !== markKind || mark.version > registryVersion))
    return { what: 'summary-differs', stream: registryStream, version: mark.version }
  walk.told.rows.delete(registryStream)
  const [stray] = walk.told.rows.values()
  return stray && { what: 'summary-of-nothing', stream: stray.stream, version: stray.version }
}

/** What is wrong with the row of the list, looked at when the case stands at the version the row must tell of. */
function wrongRow(stream: string, live: LiveCase, last: number, desk: LiveDesk | null, { rows, behind }: Told): Broken | undefined {
  const { version, settings } = live.state
  const due = behind.get(stream) ?? last
  const row = rows.get(stream)
  if (due === 0) return row && { what: 'summary-differs', stream, version: row.version }
  if (version !== due) return undefined
  if (row === undefined || desk === null) return { what: 'summary-missing', stream, version }
  const { stream: _, version: told, ...content } = row
  const table = holidayTableOf(desk.state, typeof settings.holidayTable === 'string' ? settings.holidayTable : 'vn')
  const isTrue = told === due && canonical(content) === canonical(summaryOf(live, table))
  return isTrue ? undefined : { what: 'summary-differs', stream, version: told }
}
