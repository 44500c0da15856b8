// Plays orders through the law itself, without disk: what the shell does with them, kept as facts in memory.
import { createHash } from 'node:crypto'
import { follow, type LiveCase, replayCase } from '../../../workflows/core/replay.ts'
import { CaseCommand } from '../../../workflows/procedure/commands.ts'
import { decide } from '../../../workflows/procedure/decide.ts'
import type { StoredFact } from '../../../workflows/procedure/state.ts'
import { holidayTable } from '../../../workflows/rulebooks/holidays.ts'
import type { SampleCase } from '../../../workflows/sample/sample-case.ts'

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
export const tools = { sha256Hex, holidays: holidayTable('vn') }

/** The facts of a case of the sample. Throws with the refusal when the law says no. */
export function play(sample: SampleCase): { live: LiveCase; facts: StoredFact[] } {
  const facts: StoredFact[] = []
  let live: LiveCase | null = null
  for (const { by, at, command } of sample.acts) {
    const parsed = CaseCommand.parse(command)
    const decision = decide(live, parsed, { at, by }, tools)
    if (!decision.ok) throw new Error(`${sample.caseId} ${at} ${command.type}: ${JSON.stringify(decision.refusal)}`)
    for (const fact of decision.value) {
      const stored: StoredFact = { fact, at, by, version: facts.length + 1 }
      live = follow(live, stored, sample.caseId)
      facts.push(stored)
    }
  }
  if (!live) throw new Error('nothing was played')
  return { live, facts }
}

export const replayed = (sample: SampleCase, facts: readonly StoredFact[]): LiveCase | null => replayCase(sample.caseId, facts)
