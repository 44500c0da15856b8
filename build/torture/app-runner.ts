// Torture of the whole app: orders of made-up cases through dispatch, papers drawn behind them; after a kill every paper owed must be drawn.
import { openArchive } from '../../db/open.ts'
import { replayArchive } from '../../electron/cli/replay.ts'
import { forkHelper } from '../../electron/helper.ts'
import { findAssets } from '../../electron/places.ts'
import { caseOf, caseStream } from '../../electron/services/case-memory.ts'
import { recordOrder } from '../../electron/services/dispatch.ts'
import { type Drawing, startDrawing } from '../../electron/services/drawing.ts'
import { drawAllOwed, drawOwed } from '../../electron/services/issue-papers.ts'
import { longWorks } from '../../electron/services/long-work.ts'
import { noticeBoard } from '../../electron/services/notices.ts'
import { beginDesk, type OpenFile, openFileOver } from '../../electron/services/open-file.ts'
import { papersNamed } from '../../electron/services/papers-named.ts'
import { startRosters } from '../../electron/services/roster.ts'
import type { Services } from '../../electron/services/services.ts'
import { summaryOf } from '../../electron/services/summary-row.ts'
import { turns } from '../../electron/services/turns.ts'
import { addDays, daysBetween } from '../../workflows/core/calendar.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import type { CaseId } from '../../workflows/core/ids.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import { papersOwed } from '../../workflows/papers/due.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { factsByAct } from '../bench/sample-facts.ts'
import type { Acknowledgement, Opening, OrderRunner } from './archive-orders.ts'

const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true })
/** Facts a case holds after each act, papers left out: by these a killed run finds where it stopped. */
const factsAfter = factsByAct(sample).map((facts) => facts.at(-1)?.version ?? 0)
const paperFacts = new Set(['paperDrawn', 'paperSigned', 'paperCompleted'])
const caseIdOf = (number: number): CaseId => `mau-${number}` as CaseId

const begun = dayOf(sample.acts[0]?.at ?? '')
/** Whole weeks from the beginning of one case to that of the next: the clock of a file never goes back. */
const daysApart = 7 * (Math.trunc(daysBetween(begun, dayOf(sample.acts.at(-1)?.at ?? '')) / 7) + 1)

/** The sample once more, as much later as there were cases before it: every day and instant in it from the sample's beginning on. */
function later<V>(value: V, number: number): V {
  const days = (number - 1) * daysApart
  const move = (one: unknown): unknown => {
    if (typeof one === 'string') return isDayOn(one) ? `${addDays(one.slice(0, 10), days)}${one.slice(10)}` : one
    if (Array.isArray(one)) return one.map(move)
    return typeof one === 'object' && one !== null ? Object.fromEntries(Object.entries(one).map(([key, part]) => [key, move(part)])) : one
  }
  return move(value) as V
}

const isDayOn = (text: string): boolean => /^\d{4}-\d\d-\d\d(T|$)/.test(text) && text.slice(0, 4) >= begun.slice(0, 4)

type App = { readonly open: OpenFile; readonly services: Services; setClock(at: string): void }

function openApp({ file, key, synchronous }: Opening, drawing: Drawing): App {
  const assets = findAssets()
  const archive = openArchive({ file, unwrappedKey: key, synchronous, migrations: assets.migrations })
  let now = sample.acts[0]?.at ?? ''
  const [first] = sample.operators
  if (archive.head().size === 0 && first) {
    const operators = sample.operators.map((operator) => ({ type: 'operatorAdded', operator }) as const)
    beginDesk(
      archive,
      [{ type: 'officeOpened', origin: archive.origin, organisation: sample.organisation, appVersion: 'torture' }, ...operators],
      now,
      first.operatorId,
    )
  }
  const clock = () => now
  const open = openFileOver(file, archive, clock, () => undefined)
  now = open.lastAt()
  const noteFault = (error: unknown) => {
    throw error
  }
  const services: Services = {
    alone: turns().alone,
    clock,
    dataDir: '',
    assets,
    drawing,
    rosters: startRosters(),
    works: longWorks(() => undefined),
    notices: noticeBoard(clock, () => undefined),
    appVersion: 'torture',
    shell: 'browser',
    tell: () => undefined,
    noteFault,
    remembers: false,
    hall: { caseId: null, isCovered: false },
    startHelper: forkHelper,
  }
  return {
    open,
    services,
    setClock(at) {
      now = Date.parse(at) > Date.parse(now) ? at : now
    },
  }
}

/** The next act: of the last case, by how many facts of orders it holds, or the first of a new case. */
function nextAct(open: OpenFile): { readonly number: number; readonly seen: number; readonly index: number } {
  const number = Math.max(1, open.archive.streams().filter(({ stream }) => caseOf(stream) !== undefined).length)
  const live = open.cases.get(caseIdOf(number))
  const ordered = live?.state.timeline.filter(({ type }) => !paperFacts.has(type)).length ?? 0
  const index = factsAfter.findIndex((facts) => facts > ordered)
  if (index < 0) return { number: number + 1, seen: 0, index: 0 }
  return { number, seen: live?.state.version ?? 0, index }
}

export function start(opening: Opening): OrderRunner {
  const drawing = startDrawing(findAssets())
  const { open, services, setClock } = openApp(opening, drawing)
  return {
    async order(): Promise<Acknowledgement> {
      const { number, seen, index } = nextAct(open)
      const act = later(sample.acts[index], number)
      if (!act) throw new Error(`no act ${index}`)
      const caseId = caseIdOf(number)
      setClock(act.at)
      open.startWork(act.by)
      const done = recordOrder(open, { caseId, seen, command: act.command })
      if (!done.ok) throw new Error(`${caseId} ${index} ${act.command.type}: ${JSON.stringify(done.refusal)}`)
      await drawOwed(services, open, caseId)
      const { size, root } = open.archive.head()
      const stream = caseStream(caseId)
      return { stream, version: open.archive.versionOf(stream), seq: size, root: Buffer.from(root).toString('hex') }
    },
    async stop() {
      open.close()
      await drawing.close()
    },
  }
}

/** One typesetter for all looks: starting it anew each time would be most of the run. */
let looking: Drawing | undefined

/** `replay` of the file as the kill left it, before an opening has put anything right. */
function replayedAsLeft({ file, key }: Opening): readonly string[] {
  const archive = openArchive({ file, unwrappedKey: key, readOnly: true, migrations: findAssets().migrations })
  try {
    const { broken } = archive.head().size === 0 ? {} : replayArchive(archive)
    return broken ? [`replay finds ${broken.what} in ${broken.stream}:${broken.version}`] : []
  } finally {
    archive.close()
  }
}

/** A restart: the log is whole, somebody comes to work, every paper owed is drawn, every drawn paper is there. */
export async function afterKill(opening: Opening): Promise<readonly string[]> {
  looking ??= startDrawing(findAssets())
  const replayed = replayedAsLeft(opening)
  const { open, services } = openApp(opening, looking)
  try {
    const [first] = open.desk().state.operators
    if (first) open.startWork(first.operatorId)
    const complaints = [...replayed]
    const owed = await drawAllOwed(services, open)
    if (owed > 0) complaints.push(`${owed} papers are still owed after a restart`)
    const verified = open.archive.verify(papersNamed)
    if (!verified.ok) complaints.push(`${verified.what} at ${verified.seq}`)
    // A kill leaves rows of the list unwritten: the opening told them anew, here they are written.
    open.list.write()
    const rows = new Map(open.archive.summaries.list().map((row) => [row.stream, row]))
    for (const { stream } of open.archive.streams()) {
      const caseId = caseOf(stream)
      const live = caseId === undefined ? null : open.cases.get(caseId)
      if (!live) continue
      // The numbers themselves, without gaps and doubles, are part of `verify`.
      const bare = live.state.papers.find(({ drawn }) => drawn.kind !== 'voteSummary' && drawn.number === undefined)
      if (bare) complaints.push(`${bare.drawn.paperId} was drawn without its number`)
      if (papersOwed(live.state).length > 0) complaints.push(`${stream} owes papers that the list of cases does not show`)
      if (!factsAfter.includes(live.state.timeline.filter(({ type }) => !paperFacts.has(type)).length))
        complaints.push(`${stream} holds half an order`)
      const { stream: _, version, ...row } = rows.get(stream) ?? {}
      if (version !== live.state.version || canonical(row) !== canonical(summaryOf(live, open.holidays(live))))
        complaints.push(`the row of ${stream} does not say what its facts say`)
    }
    return complaints
  } finally {
    open.close()
  }
}
