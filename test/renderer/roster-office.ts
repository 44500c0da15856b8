// A fake office for the screen that takes rosters in: the workbook is real and read by the real worker, the registry is a list in memory.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { unwatched } from '../../electron/services/long-work.ts'
import { startRosters } from '../../electron/services/roster.ts'
import { ImportId } from '../../workflows/core/ids.ts'
import type { Office, Order, Question } from '../../workflows/office.ts'
import type { LearnedLayouts } from '../../workflows/registry/import/layout.ts'
import type { ImportPlan } from '../../workflows/registry/import/plan.ts'
import { folded } from '../../workflows/registry/import/text.ts'
import type { PersonData } from '../../workflows/registry/person.ts'
import { Play } from '../support/play.ts'
import { type KnownUnit, knownRegistry } from '../support/registry-known.ts'
import { memoryOffice } from './memory-office.ts'

export const rosterDay = '2026-09-07'
const source = join(import.meta.dirname, '../../electron/services/roster-worker.ts')

export type RosterOffice = {
  readonly office: Office
  readonly orders: Order[]
  /** Of every dry run, in order. */
  readonly plans: ImportPlan[]
}

/** `drafts`: shared by two offices as if the app had been opened again. */
export function rosterOffice(
  given: {
    readonly people?: readonly PersonData[]
    readonly units?: readonly KnownUnit[]
    readonly learned?: LearnedLayouts
    readonly drafts?: Map<string, string>
  } = {},
): RosterOffice {
  const base = memoryOffice(new Play(`${rosterDay}T08:00:00+07:00`), given.drafts === undefined ? {} : { drafts: given.drafts })
  const rosters = startRosters(() => new Worker(source))
  onTestFinished(() => rosters.stop())
  const known = knownRegistry(given.people, given.units)
  const orders: Order[] = []
  const plans: ImportPlan[] = []
  const units = given.units ?? []
  const pathOf = (at: number): readonly { readonly unitId: string; readonly name: string }[] => {
    const unit = units[at]
    return unit === undefined ? [] : [...(unit.under === undefined ? [] : pathOf(unit.under)), { unitId: `u${at}`, name: unit.name }]
  }
  const unitData = ({ name, kind = 'government' }: KnownUnit) => ({ name, kind, level: 'department' as const })
  const answer = (question: Question): unknown => {
    switch (question.about) {
      case 'roster':
        return rosters.open(question.name, Buffer.from(question.bytes, 'base64'), given.learned ?? new Map(), rosterDay, unwatched)
      case 'rosterLayout':
        return rosters.layout({ ...question, today: rosterDay })
      case 'stopRoster':
        rosters.stop()
        return { ok: true, value: null }
      case 'imports':
      case 'communeLists':
        return { ok: true, value: [] }
      case 'units': {
        const found = units.flatMap((unit, at) =>
          question.search !== undefined && question.search !== '' && folded(unit.name).includes(folded(question.search))
            ? [
                {
                  ...unitData(unit),
                  unitId: `u${at}`,
                  below: 0,
                  path: pathOf(at)
                    .slice(0, -1)
                    .map(({ name }) => name)
                    .join(' › '),
                },
              ]
            : [],
        )
        return { ok: true, value: { version: 0, units: found } }
      }
      case 'unit': {
        const unit = units[Number(question.unitId.slice(1))]
        const path = pathOf(Number(question.unitId.slice(1)))
        return {
          ok: true,
          value: { unitId: question.unitId, day: question.day, path, ...(unit !== undefined && { data: unitData(unit) }) },
        }
      }
      case 'rosterSample':
        return rosters.sample(question)
      case 'rosterAccount':
        plans.push(question.plan)
        return rosters.account(question.roster, question.plan, known, 0, unwatched)
      case 'rosterRows':
        return rosters.rows(question)
    }
  }
  const office: Office = {
    ...base,
    async dispatch(order) {
      if (order.to !== 'shell' || order.act.act !== 'importRoster') return base.dispatch(order)
      orders.push(order)
      const ready = rosters.ready(order.act.roster)
      if (!ready.ok) return ready
      return { ok: true, value: { imported: { importId: ImportId.parse('i1-0'), parts: 1, entries: ready.value.account.rows.length } } }
    },
    async ask(question) {
      return (answer(question) as never) ?? base.ask(question)
    },
  }
  return { office, orders, plans }
}
