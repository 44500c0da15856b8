// Plays commands against the law: decide, then follow. Every step is stamped one minute after the last.
import { createHash } from 'node:crypto'
import type { HolidayTable } from '../../workflows/core/calendar.ts'
import { noHolidays } from '../../workflows/core/calendar.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import type { Refusal } from '../../workflows/core/refusal.ts'
import { follow, type LiveCase, whereIs } from '../../workflows/core/replay.ts'
import type { Stamp } from '../../workflows/core/stamp.ts'
import { CaseCommand } from '../../workflows/procedure/commands.ts'
import { decide } from '../../workflows/procedure/decide.ts'
import type { CaseFact } from '../../workflows/procedure/facts.ts'
import type { StoredFact } from '../../workflows/procedure/state.ts'

export const tools = { sha256Hex: (text: string) => createHash('sha256').update(text).digest('hex'), holidays: noHolidays as HolidayTable }

/** A command as a test writes it: plain ids, parsed here as at the border. */
export type Loose = { readonly type: CaseCommand['type'] } & Readonly<Record<string, unknown>>

export class Play {
  live: LiveCase | null = null
  readonly facts: StoredFact[] = []
  readonly caseId: string
  #minute: number

  constructor(startAt: string, caseId = 'case-1') {
    this.caseId = caseId
    this.#minute = Date.parse(startAt) / 60_000
  }

  /** Jumps to a later moment. */
  at(instant: string): this {
    this.#minute = Date.parse(instant) / 60_000
    return this
  }

  now(): string {
    return `${new Date(this.#minute * 60_000 + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
  }

  stamp(by: string): Stamp {
    this.#minute += 1
    return { at: this.now(), by: OperatorId.parse(by) }
  }

  /** Asks; takes the facts in when there is no refusal. */
  try(by: string, command: Loose): { readonly facts: readonly CaseFact[] } | { readonly refusal: Refusal } {
    const stamp = this.stamp(by)
    const decided = decide(this.live, CaseCommand.parse(command), stamp, tools)
    if (!decided.ok) return { refusal: decided.refusal }
    for (const fact of decided.value) this.take(fact, stamp)
    return { facts: decided.value }
  }

  /** Asks and expects a yes. */
  do(by: string, command: Loose): this {
    const answer = this.try(by, command)
    if ('refusal' in answer) throw new Error(`${command.type} refused: ${JSON.stringify(answer.refusal)}`)
    return this
  }

  take(fact: CaseFact, stamp: Stamp): void {
    const stored: StoredFact = { ...stamp, version: this.facts.length + 1, fact }
    this.live = follow(this.live, stored, this.caseId)
    this.facts.push(stored)
  }

  get case(): LiveCase {
    if (!this.live) throw new Error('no case yet')
    return this.live
  }

  get where(): string {
    const { status, phase } = whereIs(this.case)
    return phase === undefined ? status : `${status}.${phase}`
  }
}
