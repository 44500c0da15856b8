// The facts of a made-up case without a file: decided by the law, followed by its machines. For files of a thousand cases.
import { createHash } from 'node:crypto'
import type { OperatorId } from '../../workflows/core/ids.ts'
import { follow, type LiveCase } from '../../workflows/core/replay.ts'
import { decide } from '../../workflows/procedure/decide.ts'
import type { StoredFact } from '../../workflows/procedure/state.ts'
import { holidayTable } from '../../workflows/rulebooks/holidays.ts'
import type { SampleCase } from '../../workflows/sample/sample-case.ts'

const tools = { sha256Hex: (text: string) => createHash('sha256').update(text).digest('hex'), holidays: holidayTable('vn') }

/** Throws when the law refuses an act of the sample. */
export function factsOf(sample: SampleCase): readonly StoredFact[] {
  const facts: StoredFact[] = []
  let live: LiveCase | null = null
  for (const { by, at, command } of sample.acts) {
    const decided = decide(live, command, { at, by: by as OperatorId }, tools)
    if (!decided.ok) throw new Error(`${sample.caseId}: ${command.type} refused: ${decided.refusal.code}`)
    for (const fact of decided.value) {
      const stored: StoredFact = { version: facts.length + 1, at, by, fact }
      facts.push(stored)
      live = follow(live, stored, sample.caseId)
    }
  }
  return facts
}
