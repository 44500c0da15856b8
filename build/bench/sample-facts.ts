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
  return factsByAct(sample).flat()
}

/** The facts of each act. */
export function factsByAct(sample: SampleCase): readonly (readonly StoredFact[])[] {
  let version = 0
  let live: LiveCase | null = null
  return sample.acts.map(({ by, at, command }) => {
    const decided = decide(live, command, { at, by: by as OperatorId }, tools)
    if (!decided.ok) throw new Error(`${sample.caseId}: ${command.type} refused: ${decided.refusal.code}`)
    return decided.value.map((fact) => {
      version += 1
      const stored: StoredFact = { version, at, by, fact }
      live = follow(live, stored, sample.caseId)
      return stored
    })
  })
}
