// Who may do what is asked, and the stamp it is done under: operator, role, clock, in that order.
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Stamp } from '../../workflows/core/stamp.ts'
import { type DeskAct, mayAskDesk } from '../../workflows/desk/commands.ts'
import type { Operator, Refusal } from '../../workflows/office.ts'
import type { Role } from '../../workflows/roles.ts'
import type { OpenFile } from './open-file.ts'

/** Refused with the roles that may, so that the screen can say whom to call. */
export function mustBeAllowed(operator: Operator | undefined, command: string, allowed: readonly Role[]): Result<null, Refusal> {
  if (operator === undefined) return refuse({ code: 'nobody-at-work' })
  return operator.roles.some((role) => allowed.includes(role)) ? ok(null) : refuse({ code: 'role-may-not', command, roles: allowed })
}

export function stampFor(open: OpenFile, act: DeskAct): Result<Stamp, Refusal> {
  const allowed = mustBeAllowed(open.operator(), act, mayAskDesk[act])
  return allowed.ok ? open.stamp() : allowed
}
