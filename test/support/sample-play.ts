// A case of the sample as far as wanted, then more orders at hours of one's choosing: the law without disk, papers drawn without ink.
import { OperatorId } from '../../workflows/core/ids.ts'
import { follow, type LiveCase } from '../../workflows/core/replay.ts'
import { isRequested, papersOwed } from '../../workflows/papers/due.ts'
import type { Paper } from '../../workflows/papers/paper.ts'
import { CaseCommand } from '../../workflows/procedure/commands.ts'
import { decide } from '../../workflows/procedure/decide.ts'
import type { CaseFact } from '../../workflows/procedure/facts.ts'
import type { StoredFact } from '../../workflows/procedure/state.ts'
import type { SampleCase } from '../../workflows/sample/sample-case.ts'
import { drawOne, drawRequested, factOf } from '../workflows/papers/drawing.ts'
import { tools } from '../workflows/sample/play.ts'
import type { Loose } from './play.ts'

export class SamplePlay {
  live: LiveCase | null = null
  /** Every paper drawn, by its id. */
  readonly drawn = new Map<string, Paper>()
  /** Everything that happened, in order. */
  readonly facts: StoredFact[] = []

  /** `draws`: papers are drawn as soon as they are owed, as the shell does. */
  constructor(acts: SampleCase['acts'], caseId: string, draws = false) {
    for (const { by, at, command } of acts) {
      const decided = decide(this.live, command, { at, by }, tools)
      if (!decided.ok) throw new Error(`${command.type}: ${JSON.stringify(decided.refusal)}`)
      for (const fact of decided.value) this.#take(fact, at, by, caseId)
      if (draws) this.draw(at)
    }
  }

  get state() {
    if (!this.live) throw new Error('nothing was played')
    return this.live.state
  }

  ask(at: string, command: Loose, by = 'to-chuc') {
    return decide(this.live, CaseCommand.parse(command), { at, by: OperatorId.parse(by) }, tools)
  }

  /** Asks, and it must be done; papers owed are drawn at once. */
  do(at: string, command: Loose, by = 'to-chuc'): this {
    const decided = this.ask(at, command, by)
    if (!decided.ok) throw new Error(`${command.type}: ${JSON.stringify(decided.refusal)}`)
    for (const fact of decided.value) this.#take(fact, at, by)
    return this.draw(at)
  }

  draw(at: string): this {
    for (let due = papersOwed(this.state)[0]; due; due = papersOwed(this.state)[0]) {
      const one = isRequested(due) ? drawRequested(this.state, due) : drawOne(this.state, due)
      this.drawn.set(due.paperId, one.paper)
      this.#take(factOf(one), at)
    }
    return this
  }

  /** The newest drawn paper of a kind. */
  paper(kind: Paper['kind']): Paper {
    const found = [...this.drawn.values()].findLast((one) => one.kind === kind)
    if (!found) throw new Error(`no ${kind} was drawn`)
    return found
  }

  #take(fact: CaseFact, at: string, by = 'to-chuc', caseId = this.state.caseId): void {
    const stored = { fact, at, by, version: (this.live?.state.version ?? 0) + 1 }
    this.live = follow(this.live, stored, caseId)
    this.facts.push(stored)
  }
}

/** The acts of a sample before the nth of this type. */
export function actsBefore(sample: SampleCase, type: CaseCommand['type'], nth = 1): SampleCase['acts'] {
  const at = sample.acts.flatMap(({ command }, index) => (command.type === type ? [index] : []))[nth - 1]
  if (at === undefined) throw new Error(`the sample has no ${nth}. ${type}`)
  return sample.acts.slice(0, at)
}

/** The text of a paper as its blocks say it. */
export const textOf = (paper: Paper): string => JSON.stringify([paper.title, paper.abstract, paper.blocks, paper.annex])
