// The cases with papers that wait for a signature, read one after another. One that cannot be read hides only itself here: opening it says what is wrong.
import { ArchiveFault } from '../../db/fault.ts'
import { CorruptLog, type LiveCase } from '../../workflows/core/replay.ts'
import { caseOf } from './case-memory.ts'
import type { OpenFile } from './open-file.ts'

/** Of the `most` that have waited longest. */
export function* casesAwaiting(open: OpenFile, most = Number.POSITIVE_INFINITY): Generator<LiveCase> {
  for (const stream of open.list.awaiting().slice(0, most)) {
    const live = readable(open, caseOf(stream))
    if (live) yield live
  }
}

function readable(open: OpenFile, caseId: string | undefined): LiveCase | null {
  if (caseId === undefined) return null
  try {
    return open.cases.get(caseId)
  } catch (error) {
    if (error instanceof CorruptLog || (error instanceof ArchiveFault && error.code === 'corrupt')) return null
    throw error
  }
}
