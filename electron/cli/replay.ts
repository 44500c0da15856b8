// `replay --data DIR`: walks the chain, replays every stream through its machine, compares the rows of the list with what the facts say. Writes nothing.
import { setFlagsFromString } from 'node:v8'
import { openArchive } from '../../db/open.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { CorruptLog, follow, type LiveCase } from '../../workflows/core/replay.ts'
import { deskStream, type LiveDesk, readDeskFact, replayDesk } from '../../workflows/desk/replay.ts'
import { holidayTableOf } from '../../workflows/desk/view.ts'
import { findAssets } from '../places.ts'
import { caseFact, caseOf } from '../services/case-memory.ts'
import { papersNamed } from '../services/papers-named.ts'
import { summaryOf } from '../services/summary-row.ts'
import { dataFileIn } from './data-file.ts'
import type { ExitCode } from './exit.ts'
import { needed, readOptions } from './options.ts'
import { readPassphrase } from './passphrase.ts'
import { printLine } from './say.ts'

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
  const walk: Walk = { facts: 0, cases: 0, live: new Map(), rows: new Map(archive.summaries.list().map((row) => [row.stream, row])) }
  const broken = brokenIn(archive, walk)
  const counted = { facts: walk.facts, cases: walk.cases, seconds: (performance.now() - start) / 1000, root }
  return broken ? { ...counted, broken } : counted
}

type Row = ReturnType<Archive['summaries']['list']>[number]
type Walk = { facts: number; cases: number; readonly live: Map<string, LiveCase>; readonly rows: Map<string, Row> }

function brokenIn(archive: Archive, walk: Walk): Broken | undefined {
  try {
    const versions = new Map(archive.streams().map(({ stream, version }) => [stream, version]))
    const desk = replayDesk(archive.load(deskStream).map((row) => ({ ...row, fact: readDeskFact(row.version, row.type, row.payload) })))
    for (const row of archive.all()) {
      walk.facts++
      const { stream, version } = row
      const caseId = caseOf(stream)
      if (caseId === undefined) {
        if (stream !== deskStream) return { what: 'stream-unknown', stream, version }
        continue
      }
      const live = follow(walk.live.get(caseId) ?? null, caseFact(caseId, row), caseId)
      walk.live.set(caseId, live)
      if (version !== versions.get(stream)) continue
      walk.live.delete(caseId)
      walk.cases++
      const stale = staleRow(stream, live, desk, walk.rows)
      if (stale) return stale
    }
  } catch (error) {
    if (error instanceof CorruptLog) return { what: 'corrupt-log', stream: error.stream, version: error.version }
    const verified = archive.verify(papersNamed)
    if (verified.ok) throw error
    return { what: verified.what, stream: verified.stream, version: verified.seq }
  }
  const [stray] = walk.rows.values()
  return stray && { what: 'summary-of-nothing', stream: stray.stream, version: stray.version }
}

/** Does the row of the list say what the facts say? */
function staleRow(stream: string, live: LiveCase, desk: LiveDesk | null, rows: Map<string, Row>): Broken | undefined {
  const row = rows.get(stream)
  const { version, settings } = live.state
  rows.delete(stream)
  if (row === undefined || desk === null) return { what: 'summary-missing', stream, version }
  const { stream: _, version: told, ...content } = row
  const table = holidayTableOf(desk.state, typeof settings.holidayTable === 'string' ? settings.holidayTable : 'vn')
  const isFresh = told === version && canonical(content) === canonical(summaryOf(live, table))
  return isFresh ? undefined : { what: 'summary-differs', stream, version: told }
}
