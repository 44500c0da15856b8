// One roster at a time: opened in a worker, held against the registry in a dry run, imported as facts in one transaction.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { sha256Hex } from '../../db/hashing.ts'
import type { ReadPhase } from '../../records/workbook/read.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { type ImportAccount, type RowAccount, startAccount } from '../../workflows/registry/import/account.ts'
import type { LearnedLayouts, TablePlace } from '../../workflows/registry/import/layout.ts'
import { type ImportPlan, openQuestions, outsideColumns, suggestedPlan } from '../../workflows/registry/import/plan.ts'
import type { ImportReads } from '../../workflows/registry/import/reads.ts'
import type { RosterAccountView, RosterAnswers, RosterRow, RosterSheet, RosterView } from '../../workflows/roster.ts'
import type { Work } from './long-work.ts'
import type { RosterTold, RosterWork } from './roster-worker.ts'
import { heardRows } from './told-rows.ts'

/** What an import needs once the clerk says go. */
export type ReadyImport = {
  readonly view: RosterView
  readonly plan: ImportPlan
  readonly account: ImportAccount
  /** Of the registry, when the dry run was made. */
  readonly seen: number
}

export type Rosters = {
  open(name: string, bytes: Uint8Array, learned: LearnedLayouts, today: string, work: Work): Promise<Result<RosterView, Refusal>>
  stop(): void
  /** The table of one sheet stands where the clerk says. */
  layout(
    ask: { readonly roster: string; readonly sheet: number; readonly today: string } & TablePlace,
  ): Promise<Result<RosterSheet, Refusal>>
  sample(
    ask: { readonly roster: string } & Omit<Extract<RosterWork, { ask: 'sample' }>, 'ask'>,
  ): Promise<Result<RosterAnswers['rosterSample'], Refusal>>
  account(roster: string, plan: ImportPlan, known: ImportReads, seen: number, work: Work): Promise<Result<RosterAccountView, Refusal>>
  rows(ask: {
    readonly roster: string
    readonly kinds: readonly string[]
    readonly from: number
    readonly count: number
  }): Result<RosterAnswers['rosterRows'], Refusal>
  ready(roster: string): Result<ReadyImport, Refusal>
}

/** The bundle has the worker beside it; the sources run as they are. */
function workerFile(): string {
  const bundled = fileURLToPath(new URL('./roster-worker.mjs', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./roster-worker.ts', import.meta.url))
}
/** A workbook that takes more than this is refused, and the app goes on. */
const hireWorker = (): Worker => new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: 2048 } })

const kindOf = { unpacking: 'unpackRoster', reading: 'readRoster', gathering: 'gatherRoster' } as const
/** Rows asked of the worker at once, and rows held against the registry before others get their turn. */
const asked = 1000
const slice = 250

type Open = {
  readonly worker: Worker
  readonly told: (phase: ReadPhase) => void
  view?: RosterView
  plan?: ImportPlan
  account?: ImportAccount
  seen: number
  waiting: ((told: RosterTold | null, error?: Error) => void) | null
}

export function startRosters(hire: () => Worker = hireWorker): Rosters {
  let current: Open | null = null
  let count = 0

  function start(told: Open['told']): Open {
    stop()
    const one: Open = { worker: hire(), told, seen: 0, waiting: null }
    one.worker.unref()
    one.worker.on('message', (told: RosterTold) => {
      if ('phase' in told) one.told(told.phase)
      else settle(one, told)
    })
    one.worker.on('error', (error: Error) => settle(one, null, error))
    one.worker.on('exit', () => settle(one, null))
    current = one
    return one
  }

  function settle(one: Open, told: RosterTold | null, error?: Error): void {
    const { waiting } = one
    one.waiting = null
    waiting?.(told, error)
  }

  function stop(): void {
    const one = current
    current = null
    if (one !== null) void one.worker.terminate()
  }

  /** Null: the worker was ended, by a person or by its limits. */
  async function ask(one: Open, work: RosterWork): Promise<Result<RosterTold, Refusal>> {
    // One question at a time: the dry run of a plan that was changed meanwhile is given up.
    if (one.waiting !== null) return refuse({ code: 'import-stopped' })
    one.worker.ref()
    const told = await new Promise<Result<RosterTold, Refusal>>((done, fail) => {
      one.waiting = (answer, error) => {
        if (answer !== null) done(ok(answer))
        else if (current !== one) done(refuse({ code: 'import-stopped' }))
        else if (error === undefined || isOutOfMemory(error)) done(refuse({ code: 'workbook-too-big', megabytes: 2048 }))
        else fail(error)
      }
      one.worker.postMessage(work)
    })
    one.worker.unref()
    return current === one ? told : refuse({ code: 'import-stopped' })
  }

  const find = (roster: string): Result<Open & { readonly view: RosterView }, Refusal> => {
    const view = current?.view
    return current === null || view?.roster !== roster
      ? refuse({ code: 'import-gone' })
      : ok(current as Open & { readonly view: RosterView })
  }

  return {
    async open(name, bytes, learned, today, work) {
      // The step that is not taken because of a stop is no fault: the worker has been ended by then.
      const one = start((phase) => void work.step(0, 0, kindOf[phase]).catch(() => undefined))
      work.signal.addEventListener('abort', () => current === one && stop(), { once: true })
      const told = await ask(one, { ask: 'open', bytes, learned })
      if (!told.ok) return told
      if (!('opened' in told.value)) throw new Error('the roster worker answered out of turn')
      const { opened } = told.value
      if (!opened.ok) {
        stop()
        return opened
      }
      const sheets = opened.value.map((sheet, i): RosterSheet => ({ ...sheet, plan: suggestedPlan(i, sheet.layout, today) }))
      // A layout somebody settled before is what is looked for.
      const isSettled = ({ layout }: RosterSheet) => layout.placedBy === 'memory' || layout.columns.some(({ by }) => by === 'memory')
      const worth = (sheet: RosterSheet): number => (isSettled(sheet) ? 1_000_000 : 0) + richness(sheet)
      const richness = ({ layout, isHidden, rows }: RosterSheet): number =>
        isHidden ? 0 : layout.columns.filter(({ field }) => field !== undefined).length * 1000 + Math.min(rows, 999)
      const best = sheets.reduce((at, sheet, i) => (worth(sheet) > worth(sheets[at] ?? sheet) ? i : at), 0)
      one.view = { roster: `r${++count}`, name, sha256: sha256Hex(bytes), sheets, best }
      return ok(one.view)
    },
    stop,
    async sample({ roster, ...work }) {
      const one = find(roster)
      const told = one.ok ? await ask(one.value, { ask: 'sample', ...work }) : one
      return told.ok ? ok('sample' in told.value ? told.value.sample : []) : told
    },
    async layout({ roster, sheet, today, headRow, headRows, dataRow }) {
      const one = find(roster)
      if (!one.ok) return one
      const { view } = one.value
      const before = view.sheets[sheet]
      if (before === undefined || headRow + headRows > dataRow || dataRow >= Math.max(1, before.rows))
        return refuse({ code: 'import-place-outside', rows: before?.rows ?? 0 })
      const told = await ask(one.value, { ask: 'layout', sheet, place: { headRow, headRows, dataRow } })
      if (!told.ok) return told
      if (!('layout' in told.value)) throw new Error('the roster worker answered out of turn')
      const next: RosterSheet = { ...before, layout: told.value.layout, plan: suggestedPlan(sheet, told.value.layout, today) }
      Object.assign(one.value, { view: { ...view, sheets: view.sheets.map((kept, i) => (i === sheet ? next : kept)) }, account: undefined })
      return ok(next)
    },
    async account(roster, plan, known, seen, work) {
      const found = find(roster)
      if (!found.ok) return found
      const one = found.value
      delete (current as Open).account
      const accountant = startAccount(known, plan)
      const { body } = accountant
      if (plan.rosterOf !== undefined && body === undefined) return refuse({ code: 'import-body-not-there', day: plan.asOf })
      // The worker cleans the next rows while these are held against the registry.
      let coming = ask(one, { ask: 'rows', plan, from: 0, count: asked })
      try {
        for (let from = 0; ; ) {
          const told = await coming
          if (!told.ok) return told
          if (!('rows' in told.value)) throw new Error('the roster worker answered out of turn')
          const { next, end } = told.value
          const rows = heardRows(told.value.rows)
          const isLast = next >= end
          if (!isLast) coming = ask(one, { ask: 'rows', plan, from: next, count: asked })
          for (let at = 0; at < rows.length; at += slice) {
            accountant.take(rows.slice(at, at + slice))
            await work.step(Math.min(from + at, end), end)
            if (current !== one) return refuse({ code: 'import-stopped' })
          }
          if (isLast) break
          from = next
        }
      } finally {
        // A dry run that was stopped leaves the roster open, and the worker free for the next question.
        await coming.catch(() => undefined)
      }
      const account = accountant.finish()
      Object.assign(one, { account, plan, seen })
      const layout = one.view.sheets[plan.sheet]?.layout
      return ok({
        totals: account.totals,
        newUnits: account.newUnits.slice(0, 200),
        ...(body !== undefined && { body }),
        questions: layout === undefined ? [] : openQuestions(layout, plan),
        outside: layout === undefined ? [] : outsideColumns(layout, plan),
      })
    },
    rows({ roster, kinds, from, count }) {
      const one = find(roster)
      if (!one.ok) return one
      const all = one.value.account?.rows ?? []
      const isWanted = (row: RowAccount): boolean =>
        kinds.length === 0 ||
        kinds.includes(row.kind) ||
        (kinds.includes('left') && row.left.length > 0) ||
        (kinds.includes('open') && row.conflict !== undefined)
      const wanted = all.filter(isWanted)
      return ok({ found: wanted.length, rows: wanted.slice(from, from + count).map(shown) })
    },
    ready(roster) {
      const one = find(roster)
      if (!one.ok) return one
      const { view, plan, account, seen } = one.value
      return plan === undefined || account === undefined ? refuse({ code: 'import-gone' }) : ok({ view, plan, account, seen })
    },
  }
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function shown({ data, said, personId: _, post, sidePosts = [], ...row }: RowAccount): RosterRow {
  const { birthDate, citizenId } = said ?? data ?? {}
  return {
    ...row,
    ...(birthDate !== undefined && { birthDate }),
    ...(citizenId !== undefined && { citizenId }),
    posts: [...(post === undefined ? [] : [post]), ...sidePosts].map(({ title, unit, from, lastDay, isNew, ends }) => ({
      title,
      unit,
      ...(from !== undefined && { from }),
      ...(lastDay !== undefined && { lastDay }),
      becomes: isNew ? 'new' : ends === undefined ? 'held' : 'ended',
    })),
  }
}
