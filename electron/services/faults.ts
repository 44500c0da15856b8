// What a defect, a foreign order or a failing disk becomes at the doorway: a code and a place, never a sentence and never a payload.
import type { z } from 'zod'
import { ArchiveFault } from '../../db/fault.ts'
import { notOneLine } from '../../workflows/core/document.ts'
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

/** What a person typed that no record can hold is refused in words; anything else in a foreign order is a defect, told by its place. */
export function unreadable(error: z.ZodError): { readonly ok: false } & ({ readonly fault: Fault } | { readonly refusal: Refusal }) {
  const { path, issue } = deepest(error.issues)
  if (issue?.code === 'too_big' && issue.origin === 'string')
    return { ok: false, refusal: { code: 'text-too-long', most: Number(issue.maximum) } }
  if (issue?.message === notOneLine) return { ok: false, refusal: { code: 'text-not-one-line' } }
  return { ok: false, fault: { code: 'unreadable-order', at: path.map(String).join('.') } }
}

type Wrong = { readonly path: readonly PropertyKey[]; readonly issue?: z.core.$ZodIssue }

/** A union reports its members' issues inside one of its own: the longest path is where the order went wrong. */
function deepest(issues: readonly z.core.$ZodIssue[]): Wrong {
  let found: Wrong = { path: [] }
  for (const issue of issues) {
    const inner: Wrong = issue.code === 'invalid_union' ? deepest(issue.errors.flat()) : { path: [], issue }
    const path = [...issue.path, ...inner.path]
    if (found.issue === undefined || path.length > found.path.length) found = { path, issue: inner.issue ?? issue }
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
