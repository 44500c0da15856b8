// A registry over a real archive: orders through the law, facts through the log, rows through SQLite; dull people and units to fill it.
import type { Archive } from '../../db/archive.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import type { Refusal } from '../../workflows/core/refusal.ts'
import { RegistryCommand } from '../../workflows/registry/commands.ts'
import { decideRegistry } from '../../workflows/registry/decide.ts'
import { type RegistryFact, registryStream } from '../../workflows/registry/facts.ts'
import { madeBy } from '../../workflows/registry/fold.ts'
import { newIds } from '../../workflows/registry/ids.ts'

export type Answer = { readonly ok: true; readonly facts: readonly RegistryFact[] } | { readonly ok: false; readonly refusal: Refusal }

/** An order as a test writes it: checked by the schema before the law sees it. */
export type LooseCommand = { readonly type: RegistryCommand['type'] } & Readonly<Record<string, unknown>>

export class TestRegistry {
  readonly archive: Archive
  at = '2026-11-23T08:30:00+07:00'

  constructor(archive: Archive) {
    this.archive = archive
  }

  get reads() {
    return this.archive.registry.reads
  }

  try(command: LooseCommand): Answer {
    const stamp = { at: this.at, by: OperatorId.parse('hr') }
    const seen = this.reads.version()
    const decided = decideRegistry({ reads: this.reads, ids: newIds(seen + 1) }, RegistryCommand.parse(command), stamp)
    if (!decided.ok) return { ok: false, refusal: decided.refusal }
    const facts = decided.value.map(({ type, ...payload }) => ({ type, payload }))
    const done = this.archive.append(registryStream, seen, facts, stamp)
    if (!done.ok) throw new Error(`not appended: ${done.refusal.code}`)
    return { ok: true, facts: decided.value }
  }

  /** The facts, or a failure that says what was refused. */
  do(command: LooseCommand): readonly RegistryFact[] {
    const answer = this.try(command)
    if (answer.ok) return answer.facts
    throw new Error(`refused ${JSON.stringify(answer.refusal)}`)
  }

  refusal(command: LooseCommand): Refusal {
    const answer = this.try(command)
    if (!answer.ok) return answer.refusal
    throw new Error('not refused')
  }

  /** The id of the first thing the order made. */
  made(command: LooseCommand): string {
    const id = this.do(command)
      .flatMap((fact) => (fact.type === 'registryUndone' ? [] : fact.entries))
      .map(madeBy)
      .find((one) => one !== undefined)
    if (id === undefined) throw new Error('nothing was made')
    return id
  }

  person(data: Readonly<Record<string, unknown>>): string {
    return this.made({ type: 'addPerson', data })
  }

  unit(name: string, more: Readonly<Record<string, unknown>> = {}, from = '2010-01-01'): string {
    return this.made({ type: 'addUnit', from, data: { name, level: 'department', kind: 'government', ...more } })
  }

  post(unitId: string, title: string, more: Readonly<Record<string, unknown>> = {}, from = '2010-01-01'): string {
    return this.made({ type: 'addPost', from, data: { unitId, title, group: 'other', ...more } })
  }

  tenure(personId: string, postId: string, from: string, lastDay?: string): string {
    return this.made({ type: 'addTenure', data: { personId, postId, from, ...(lastDay !== undefined && { lastDay }), form: 'appointed' } })
  }
}
