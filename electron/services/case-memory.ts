// Live cases kept in memory: opening a case replays its facts once, then every append moves it on. The oldest make room.
import type { Archive } from '../../db/archive.ts'
import { CorruptLog, type LiveCase, readFact, replayCase } from '../../workflows/core/replay.ts'
import type { StoredFact } from '../../workflows/procedure/state.ts'

const kept = 200
const prefix = 'case/'

export const caseStream = (caseId: string): string => `${prefix}${caseId}`
/** The id of the case a stream belongs to; undefined for other streams. */
export const caseOf = (stream: string): string | undefined => (stream.startsWith(prefix) ? stream.slice(prefix.length) : undefined)

type Row = ReturnType<Archive['load']>[number]

/** A fact of the log as the law reads it. Throws `CorruptLog`. */
export function caseFact(caseId: string, { version, type, at, by, payload }: Row): StoredFact {
  return { version, at, by, fact: readFact(caseId, version, type, payload) }
}

export function replayRows(caseId: string, rows: readonly Row[]): LiveCase | null {
  return replayCase(
    caseId,
    rows.map((row) => caseFact(caseId, row)),
  )
}

export type CaseMemory = {
  /** Null for a case nobody has opened. Throws `CorruptLog`. */
  get(caseId: string): LiveCase | null
  put(live: LiveCase): void
  /** The cases in memory now. */
  live(): readonly LiveCase[]
  drop(caseId: string): void
}

export function caseMemory(archive: Archive): CaseMemory {
  const live = new Map<string, LiveCase>()
  const put = (one: LiveCase) => {
    const { caseId } = one.state
    live.delete(caseId)
    live.set(caseId, one)
    const [oldest] = live.keys()
    if (live.size > kept && oldest !== undefined) live.delete(oldest)
  }
  return {
    get(caseId) {
      const known = live.get(caseId) ?? replayRows(caseId, archive.load(caseStream(caseId)))
      if (known === null) return null
      if (known.state.caseId !== caseId) throw new CorruptLog(caseId, known.state.version, 'caseOpened', 'another case')
      put(known)
      return known
    },
    put,
    live: () => [...live.values()],
    drop: (caseId) => void live.delete(caseId),
  }
}
