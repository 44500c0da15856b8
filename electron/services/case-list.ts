// The list of cases in memory: ten thousand rows need no reading to be shown. Rows are made when somebody asks for them and written
// many at a time; what a crash leaves unwritten is the newest end of the log, and is told anew at the next opening.

import type { Archive } from '../../db/archive.ts'
import { ArchiveFault } from '../../db/fault.ts'
import type { SummaryContent, SummaryRow } from '../../db/summaries.ts'
import { foldedText } from '../../workflows/core/folded-text.ts'
import { CorruptLog, type LiveCase } from '../../workflows/core/replay.ts'
import {
  type AgendaView,
  agendaView,
  type CasesView,
  type CasesWish,
  casesView,
  type HomeReader,
  type Listed,
  type Whose,
} from '../../workflows/home.ts'
import type { CaseSummary } from '../../workflows/procedure/case-view.ts'
import { byUrgency } from '../../workflows/procedure/view.ts'
import { registryStream } from '../../workflows/registry/facts.ts'
import type { Lapsing } from '../../workflows/reminders/lapsing.ts'
import type { KeptSlips } from '../../workflows/reminders/reminders.ts'
import { caseOf, replayRows } from './case-memory.ts'
import { caseKinds } from './summary-row.ts'

/** The row of a stream that is no case. */
export const markKind = 'mark'

/** So many orders may wait for their rows: few enough to tell anew at an opening without being felt. */
const ordersBetweenWrites = 64

export type CaseWindow = Omit<CasesWish, 'words'> & { readonly search: string }

export type CaseList = {
  /** Nearest deadline first, then what changed last. Every word searched for must be found in the title or the unit, with or without its marks. */
  find(window: CaseWindow, reader: HomeReader): CasesView
  agenda(reader: HomeReader, whose?: Whose): AgendaView
  /** Streams of the cases whose papers are not all drawn. */
  owing(): readonly string[]
  /** Streams of the cases with papers that wait for a signature, the longest unchanged first. */
  awaiting(): readonly string[]
  newestAt(): string | undefined
  /** Dossier papers that lapse some day, of every case in the file that still runs: from its rows, no case is read. */
  lapsing(): Generator<Lapsing & { readonly caseId: string }>
  /** Sealed slips that are kept, of every case in the file, archived ones too. */
  keptSlips(): Generator<KeptSlips>
  /** Streams of the cases something was recorded in on this day or later. */
  changedSince(day: string): readonly string[]
  /** The case as an order left it. */
  put(stream: string, live: LiveCase): void
  /** Another stream stands at this version. Its row says nothing but that: the next opening need not look for cases before it. */
  mark(stream: string, version: number, at: string): void
  /** Puts the rows that wait into the file. Should the disk fail they wait on: the facts they come from are there already. */
  write(): void
  reload(): void
}

export function caseList(archive: Archive, tell: (live: LiveCase) => SummaryContent): CaseList {
  /** In the order in which they changed, the newest last. */
  const rows = new Map<string, SummaryContent>()
  /** Changed since their row was made, in the same order; all of them newer than any row. */
  const untold = new Map<string, LiveCase>()
  const unwritten = new Map<string, SummaryRow>()
  let orders = 0
  let sorted: readonly Listed[] | null = null
  /** False when a case could not be told: rows written after that would hide it from the next opening. */
  let mayWrite = true

  function settle(): void {
    for (const [stream, live] of untold) {
      const row = tell(live)
      rows.delete(stream)
      rows.set(stream, row)
      unwritten.set(stream, { ...row, stream, version: live.state.version })
      sorted = null
    }
    untold.clear()
  }

  function put(stream: string, live: LiveCase): void {
    untold.delete(stream)
    untold.set(stream, live)
  }

  function mark(stream: string, version: number, at: string): void {
    unwritten.set(stream, { kind: markKind, summary: null, sortText: '', sortAt: at, stream, version })
  }

  function write(): void {
    orders = 0
    settle()
    if (!mayWrite || unwritten.size === 0) return
    try {
      archive.summaries.putAll(unwritten.values())
      unwritten.clear()
    } catch (error) {
      if (!(error instanceof ArchiveFault)) throw error
    }
  }

  function reload(): void {
    for (const known of [rows, untold, unwritten]) known.clear()
    orders = 0
    sorted = null
    mayWrite = true
    for (const { stream, ...row } of archive.summaries.list({ order: 'at' })) if (row.kind !== markKind) rows.set(stream, row)
    for (const { stream, version } of archive.summaries.behind())
      if (stream === registryStream) mark(stream, version, archive.newestAt(stream) ?? '')
      else tellAnew(stream)
  }

  /** A case that cannot be read keeps its old row: opening it says what is wrong, and the other cases can still be read. */
  function tellAnew(stream: string): void {
    const caseId = caseOf(stream)
    if (caseId === undefined) return
    try {
      const live = replayRows(caseId, archive.load(stream))
      if (live) put(stream, live)
    } catch (error) {
      if (!(error instanceof CorruptLog) && !(error instanceof ArchiveFault && error.code === 'corrupt')) throw error
      mayWrite = false
    }
  }

  function inOrder(): readonly Listed[] {
    settle()
    sorted ??= [...rows.values()]
      .map((row) => ({ summary: summaryIn(row), text: row.sortText }))
      .sort((one, other) => byUrgency(one.summary, other.summary))
    return sorted
  }

  reload()
  return {
    find: ({ search, ...window }, reader) =>
      casesView(inOrder(), { ...window, words: foldedText(search).split(/\s+/).filter(Boolean) }, reader),
    agenda: (reader, whose) => agendaView(inOrder(), reader, whose),
    owing() {
      settle()
      return [...rows].filter(([, { kind }]) => kind === caseKinds.owing).map(([stream]) => stream)
    },
    awaiting() {
      settle()
      return [...rows].filter(([, row]) => summaryIn(row).papersAwaiting > 0).map(([stream]) => stream)
    },
    newestAt: () => [...untold.values()].at(-1)?.state.lastAt ?? [...rows.values()].at(-1)?.sortAt,
    *lapsing() {
      settle()
      for (const row of rows.values()) {
        const { caseId, lapsing = [] } = summaryIn(row)
        for (const one of lapsing) yield { ...one, caseId }
      }
    },
    *keptSlips() {
      settle()
      for (const row of rows.values()) {
        const { caseId, title, unit, slipsKeptUntil } = summaryIn(row)
        if (slipsKeptUntil !== undefined) yield { caseId, title, unit, keptUntil: slipsKeptUntil }
      }
    },
    changedSince(day) {
      settle()
      return [...rows].filter(([, row]) => row.sortAt.slice(0, 10) >= day).map(([stream]) => stream)
    },
    put(stream, live) {
      put(stream, live)
      orders += 1
      if (orders >= ordersBetweenWrites) write()
    },
    mark,
    write,
    reload,
  }
}

const summaryIn = ({ summary }: SummaryContent): CaseSummary => summary as CaseSummary
