// Orders to the registry: roles first, then the clock, then the law; the facts and their rows land in one transaction.
import { ok, type Result } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { mayAskRegistry, type RegistryCommand } from '../../workflows/registry/commands.ts'
import { decideRegistry } from '../../workflows/registry/decide.ts'
import { madeBy } from '../../workflows/registry/fold.ts'
import { newIds } from '../../workflows/registry/ids.ts'
import { entriesOf } from '../../workflows/registry/undo.ts'
import { mustBeAllowed } from './at-work.ts'
import type { OpenFile } from './open-file.ts'

export type RegistryDone = { readonly version: number; readonly made: readonly string[] }

export function orderRegistry(open: OpenFile, command: RegistryCommand): Result<RegistryDone, Refusal> {
  const allowed = mustBeAllowed(open.operator(), command.type, mayAskRegistry[command.type])
  if (!allowed.ok) return allowed
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const { reads } = open.archive.registry
  const seen = reads.version()
  const decided = decideRegistry({ reads, ids: newIds(seen + 1) }, command, stamp.value)
  if (!decided.ok) return decided
  const done = open.recordRegistry(decided.value, stamp.value, seen)
  return done.ok ? ok({ version: done.value, made: decided.value.flatMap(entriesOf).flatMap((entry) => madeBy(entry) ?? []) }) : done
}
