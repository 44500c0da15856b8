// Questions about the roster that is open, and the import itself: one transaction, or nothing.
import type { z } from 'zod'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { findOperator } from '../../workflows/desk/state.ts'
import type { Done, Refusal, ShellAct } from '../../workflows/office.ts'
import { mayAskRegistry } from '../../workflows/registry/commands.ts'
import { newIds } from '../../workflows/registry/ids.ts'
import { importParts } from '../../workflows/registry/import/entries.ts'
import type { ImportField } from '../../workflows/registry/import/fields.ts'
import { mayBeOneDay, nameKey } from '../../workflows/registry/import/matching.ts'
import { type ImportPlan, openQuestions } from '../../workflows/registry/import/plan.ts'
import type { ImportReads } from '../../workflows/registry/import/reads.ts'
import { type RegistryReads, spanOn } from '../../workflows/registry/records.ts'
import type { ImportLine, RosterAnswers, RosterSheet, rosterQuestions } from '../../workflows/roster.ts'
import { mustBeAllowed } from './at-work.ts'
import type { Work } from './long-work.ts'
import type { OpenFile, WrittenFact } from './open-file.ts'
import type { ReadyImport } from './roster.ts'
import type { Services } from './services.ts'

export type RosterQuestion = z.infer<(typeof rosterQuestions)[number]>
type Answer = RosterAnswers[keyof RosterAnswers]

/** Whoever may import may look at what an import would do; nobody else sees a roster. */
export async function answerRoster(services: Services, open: OpenFile, question: RosterQuestion): Promise<Result<Answer, Refusal>> {
  const allowed = mustBeAllowed(open.operator(), 'importEntries', mayAskRegistry.importEntries)
  if (!allowed.ok) return allowed
  const { rosters, works } = services
  switch (question.about) {
    case 'roster': {
      // A workbook of real people is not even read here.
      if (open.keeps === 'rehearsals') return refuse({ code: 'rehearsal-takes-practice-keys' })
      const name = question.name.normalize('NFC').trim().slice(-260)
      const bytes = Buffer.from(question.bytes, 'base64')
      return works.run('unpackRoster', (work) => rosters.open(name, bytes, open.desk().state.rosterLayouts, open.today(), work))
    }
    case 'stopRoster':
      rosters.stop()
      return ok(null)
    case 'imports':
      return ok(importLines(open))
    case 'rosterLayout':
      return rosters.layout({ ...question, today: open.today() })
    case 'rosterSample':
      return rosters.sample(question)
    case 'rosterAccount': {
      const { reads } = open.archive.registry
      const { roster, plan } = question
      return works.run('accountRoster', (work) => rosters.account(roster, plan, importReads(reads), reads.version(), work))
    }
    case 'rosterRows':
      return rosters.rows(question)
  }
}

const nothingKnown: ImportReads = {
  dataOn: () => undefined,
  peopleWithNumber: () => [],
  peopleNamed: () => [],
  tenuresOf: () => [],
  postsOf: () => [],
  unitsUnder: () => [],
}

/** For one dry run, during which nothing is written to what it asks: names that many bear are looked up once. */
function importReads(reads: RegistryReads): ImportReads {
  const named = new Map<string, ReturnType<RegistryReads['peopleNamed']>>()
  const ofName = (name: string) => {
    const key = nameKey(name)
    const found = named.get(key) ?? reads.peopleNamed(name)
    named.set(key, found)
    return found
  }
  // The first roster of an office goes into a registry nobody has written to.
  if (reads.version() === 0) return nothingKnown
  // A row asks several things of one person.
  let last: { readonly personId: string; readonly record: ReturnType<RegistryReads['person']> } | undefined
  const recordOf = (personId: Parameters<RegistryReads['person']>[0]) => {
    if (last?.personId !== personId) last = { personId, record: reads.person(personId) }
    return last.record
  }
  return {
    dataOn(personId, day) {
      const record = recordOf(personId)
      return record === undefined || record.mergedInto !== undefined ? undefined : (spanOn(record.spans, day) ?? record.spans[0])?.data
    },
    peopleWithNumber: reads.peopleWithNumber,
    peopleNamed: (name, birthDate) =>
      ofName(name)
        .filter(
          ({ birthDates }) => birthDate === undefined || birthDates.length === 0 || birthDates.some((one) => mayBeOneDay(one, birthDate)),
        )
        .map(({ personId }) => personId),
    tenuresOf: (personId, postId) =>
      (recordOf(personId)?.tenures ?? []).flatMap(({ tenureId, data }) =>
        data.postId === postId ? [{ tenureId, owner: data.personId, from: data.from, lastDay: data.lastDay }] : [],
      ),
    postsOf: reads.postsOf,
    unitsUnder: reads.unitsUnder,
  }
}

/** Refused: the role, open questions, nothing to import, a registry that was written to since the dry run. */
export async function importRoster(
  { rosters, alone }: Services,
  open: OpenFile,
  { roster, reason }: Extract<ShellAct, { act: 'importRoster' }>,
  work: Work,
): Promise<Result<NonNullable<Done['imported']>, Refusal>> {
  const allowed = mustBeAllowed(open.operator(), 'importEntries', mayAskRegistry.importEntries)
  if (!allowed.ok) return allowed
  const ready = rosters.ready(roster)
  if (!ready.ok) return ready
  const { view, plan } = ready.value
  const sheet = view.sheets[plan.sheet]
  const questions = sheet === undefined ? 0 : openQuestions(sheet.layout, plan).length
  if (questions > 0) return refuse({ code: 'import-undecided', questions })
  const done = await alone(work.signal, () => recordParts(open, ready.value, reason, work))
  if (!done.ok) return done
  rosters.stop()
  if (sheet !== undefined) learn(open, sheet, plan, plan.sheet !== view.best)
  return done
}

/** So long others wait at most while facts are written: a window asks and is answered within a frame or two. */
const sliceMs = 15

/** One transaction over many slices. Stopped between two of them, nothing of it is there. */
async function recordParts(
  open: OpenFile,
  { view, plan, account, seen }: ReadyImport,
  reason: string | undefined,
  work: Work,
): Promise<Result<NonNullable<Done['imported']>, Refusal>> {
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const sheet = view.sheets[plan.sheet]
  const importId = newIds(seen + 1).import()
  const source = {
    file: view.name === '' ? 'danh-sach' : view.name,
    sha256: view.sha256,
    ...(sheet !== undefined && { sheet: sheetName(sheet) }),
  }
  const made = { parts: 0, entries: 0 }
  let row = 0
  const parts = importParts(account, plan, seen, newIds)
  const first = parts.next()
  if (first.done) return refuse({ code: 'import-nothing-new' })
  function* facts(): Generator<WrittenFact> {
    for (let next: typeof first = first; !next.done; next = parts.next()) {
      const { entries, rows, texts } = next.value
      made.parts += 1
      made.entries += entries.length
      row = rows.at(-1) ?? row
      yield {
        fact: {
          type: 'registryImported',
          importId,
          part: made.parts,
          source,
          entries: [...entries],
          rows: [...rows],
          ...(reason !== undefined && { reason }),
        },
        texts,
      }
    }
  }
  const rows = account.rows.at(-1)?.row ?? 0
  let since = performance.now()
  const between = (isLast: boolean): Promise<void> | undefined => {
    if (isLast) return work.settle(made.entries > entriesFelt)
    if (performance.now() - since < sliceMs) return undefined
    return work.step(row, rows).finally(() => {
      since = performance.now()
    })
  }
  const done = await open.recordImport(facts(), stamp.value, seen, between)
  return done.ok ? ok({ importId, ...made }) : done
}
/** From so many on, the commit itself holds this thread long enough to be felt: the windows hear of it first. */
const entriesFelt = 10_000

/** A name of a sheet may be anything; what a fact keeps is one line. */
const sheetName = ({ name }: RosterSheet): string =>
  name
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 120) || 'Sheet'

/** What a clerk put right on this layout is known when it comes again. What the app saw by itself need not be kept. */
function learn(open: OpenFile, { layout, plan: suggested }: RosterSheet, plan: ImportPlan, isOtherSheet: boolean): void {
  const fieldIn = ({ columns }: ImportPlan, column: number): ImportField | null =>
    columns.find((one) => one.column === column)?.field ?? null
  const columns = layout.columns.map(({ column }) => ({ column, field: fieldIn(plan, column) })).filter(({ column }) => column <= 255)
  const isAsFound =
    !isOtherSheet && layout.placedBy !== 'clerk' && columns.every(({ column, field }) => fieldIn(suggested, column) === field)
  if (columns.length === 0 || layout.headRows === 0 || isAsFound) return
  const { headRow, headRows, dataRow, placedBy, fingerprint } = layout
  const place = placedBy === undefined ? undefined : { headRows, dataAfter: Math.min(dataRow - headRow - headRows, 1000) }
  const stamp = open.stamp()
  if (stamp.ok) open.recordDesk([{ type: 'rosterLayoutLearned', fingerprint, columns, ...(place && { place }) }], stamp.value)
}

function importLines(open: OpenFile): readonly ImportLine[] {
  const { reads, lists } = open.archive.registry
  const { state } = open.desk()
  return lists.imports().flatMap(({ importId, parts, first, isUndone }): ImportLine[] => {
    const known = reads.factAt(first)
    if (known?.fact.type !== 'registryImported') return []
    const { source } = known.fact
    return [{ importId, ...source, at: known.at, by: findOperator(state, known.by)?.name ?? known.by, parts, isUndone }]
  })
}
