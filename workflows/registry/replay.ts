// Reads what lies in the log as facts of the registry.
import { CorruptLog } from '../core/replay.ts'
import { RegistryFact, registryStream } from './facts.ts'

/** Reads a stored payload as a fact of this version of the app. Throws `CorruptLog` when it has no such shape. */
export function readRegistryFact(version: number, type: string, payload: unknown): RegistryFact {
  const parsed = RegistryFact.safeParse(typeof payload === 'object' && payload !== null ? { ...payload, type } : payload)
  if (!parsed.success) throw new CorruptLog(registryStream, version, type, parsed.error.issues[0]?.path.join('.') ?? 'unreadable')
  return parsed.data
}
