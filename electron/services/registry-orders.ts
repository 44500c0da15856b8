// Orders to the registry: roles first, then the clock, then the law; the facts and their rows land in one transaction.
import { type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { mayAskRegistry, type RegistryCommand } from '../../workflows/registry/commands.ts'
import { decideRegistry } from '../../workflows/registry/decide.ts'
import { newIds } from '../../workflows/registry/ids.ts'
import { mustBeAllowed } from './at-work.ts'
import type { OpenFile } from './open-file.ts'

/** Gives the version of the registry after the order. */
export function orderRegistry(open: OpenFile, command: RegistryCommand): Result<number, Refusal> {
  const allowed = mustBeAllowed(open.operator(), command.type, mayAskRegistry[command.type])
  if (!allowed.ok) return allowed
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const { reads } = open.archive.registry
  const seen = reads.version()
  const decided = decideRegistry({ reads, ids: newIds(seen + 1) }, command, stamp.value)
  return decided.ok ? open.recordRegistry(decided.value, stamp.value, seen) : refuse(decided.refusal)
}
