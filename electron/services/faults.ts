// What a defect, a foreign order or a failing disk becomes at the doorway: a code and a place, never a sentence and never a payload.
import type { z } from 'zod'
import { ArchiveFault } from '../../db/fault.ts'
import { CorruptLog } from '../../workflows/core/replay.ts'
import type { Fault, Refusal } from '../../workflows/office.ts'

/** Something the services themselves must give up on: a paper that is not there, a record that does not verify. */
export class OfficeFault extends Error {
  readonly code: string
  readonly at: string
  constructor(code: string, at: string) {
    super(`${code}: ${at}`)
    this.name = 'OfficeFault'
    this.code = code
    this.at = at
  }
}

export const unreadable = (error: z.ZodError): Fault => ({
  code: 'unreadable-order',
  at: deepest(error.issues).map(String).join('.'),
})

/** A union reports its members' issues inside one of its own: the longest path is where the order went wrong. */
function deepest(issues: readonly z.core.$ZodIssue[]): readonly PropertyKey[] {
  let found: readonly PropertyKey[] = []
  for (const issue of issues) {
    const inner = issue.code === 'invalid_union' ? deepest(issue.errors.flat()) : []
    const path = [...issue.path, ...inner]
    if (path.length > found.length) found = path
  }
  return found
}

/** A mistyped passphrase is an answer to a person, not a defect; every other known failure keeps its code. Unknown ones are thrown on. */
export function answerTo(
  error: unknown,
  now: string,
): { readonly ok: false } & ({ readonly fault: Fault } | { readonly refusal: Refusal }) {
  if (error instanceof ArchiveFault) {
    return error.code === 'wrong-passphrase'
      ? { ok: false, refusal: { code: error.code } }
      : { ok: false, fault: { code: error.code, at: now } }
  }
  if (error instanceof CorruptLog) return { ok: false, fault: { code: 'corrupt-log', at: `${error.stream}:${error.version}` } }
  if (error instanceof OfficeFault) return { ok: false, fault: { code: error.code, at: error.at } }
  throw error
}
