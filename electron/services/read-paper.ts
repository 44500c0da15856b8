// Which bytes of a paper count, and who may read it.
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { tellsSealed } from '../../workflows/papers/secrecy.ts'
import { seenBy } from '../../workflows/procedure/resting.ts'
import type { CaseState, PaperState } from '../../workflows/procedure/state.ts'
import { knowsSealedPaper, mayKnowSealedResults, type Role } from '../../workflows/roles.ts'

/** The bytes as the last signer left them. */
export const latestDigest = ({ drawn, signatures }: PaperState): string => signatures.at(-1)?.sha256 ?? drawn.sha256

/** A paper with a count that was not announced is shown to those who may know it (procedure.md 7.2). */
export function mayRead(state: CaseState, { drawn }: PaperState, roles: readonly Role[]): Result<null, Refusal> {
  // That a paper is there can tell how a sealed ballot went.
  if (!seenBy(state, roles).papers.some((one) => one.drawn.paperId === drawn.paperId))
    return refuse({ code: 'paper-unknown', paperId: drawn.paperId })
  if (!tellsSealed(state, drawn) || knowsSealedPaper(roles, drawn.kind)) return ok(null)
  return refuse({ code: 'role-may-not', command: 'paper', roles: mayKnowSealedResults })
}
