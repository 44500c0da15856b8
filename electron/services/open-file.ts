// The data file that is open: its archive, its desk, its cases in memory, who is at work. Every append of the app goes through here.
import type { Also, Archive } from '../../db/archive.ts'
import type { NewFact } from '../../db/fact-log.ts'
import type { HolidayTable } from '../../workflows/core/calendar.ts'
import type { CanonicalTexts } from '../../workflows/core/canonical.ts'
import type { OperatorId } from '../../workflows/core/ids.ts'
import { CorruptLog, follow, type LiveCase, mayFollow } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { dayOf, type Stamp } from '../../workflows/core/stamp.ts'
import { DeskFact } from '../../workflows/desk/facts.ts'
import { deskStream, followDesk, type LiveDesk, readDeskFact, replayDesk } from '../../workflows/desk/replay.ts'
import { findOperator } from '../../workflows/desk/state.ts'
import { holidayTableOf } from '../../workflows/desk/view.ts'
import type { Change, Operator, Refusal } from '../../workflows/office.ts'
import type { PlanningFact } from '../../workflows/planning/facts.ts'
import { planningStream } from '../../workflows/planning/replay.ts'
import type { PlanningState } from '../../workflows/planning/state.ts'
import type { CaseFact } from '../../workflows/procedure/facts.ts'
import { readLogDays } from '../../workflows/reading.ts'
import { type RegistryFact, registryStream } from '../../workflows/registry/facts.ts'
import { type Keeps, strayIn } from '../../workflows/rehearsal/apart.ts'
import { type CaseList, caseList } from './case-list.ts'
import { type CaseMemory, caseMemory, caseOf, caseStream, replayRows } from './case-memory.ts'
import { type Clock, checkClock } from './clock.ts'
import { OfficeFault } from './faults.ts'
import { type LookLog, lookLog } from './look-log.ts'
import { planningAfter, planningBefore } from './planning-effects.ts'
import { planningMemory } from './planning-memory.ts'
import { type SittingHolder, sittingHolder } from './sitting.ts'
import { summaryOf } from './summary-row.ts'

type Papers = NonNullable<Also['papers']>
/** `texts`: of objects in the fact (see `canonical`). */
export type WrittenFact = {
  readonly fact: RegistryFact
  readonly texts: CanonicalTexts
}
type Between = Parameters<Archive['appendLong']>[4]['between']

export type OpenFile = {
  readonly file: string
  readonly archive: Archive
  /** Said by the first fact of the file: records and rehearsals never lie in one file. */
  readonly keeps: Keeps
  readonly cases: CaseMemory
  readonly list: CaseList
  desk(): LiveDesk
  operator(): Operator | undefined
  lastAt(): string
  /** By the setting of the case; the shipped table where there is no case. */
  holidays(live: LiveCase | null): HolidayTable
  today(): string
  /** The instant by the clock of the shell. */
  now(): string
  /** Who looked at personal records. */
  readonly looks: LookLog
  startWork(operatorId: string): void
  /** The key somebody opened for a while; gone with him, and with the file. */
  readonly sitting: SittingHolder
  /** The stamp of the operator at work. Refused when nobody is, or when the clock went back. */
  stamp(): Result<Stamp, Refusal>
  /** The same without asking the clock's past: only for the order that accepts it. */
  stampAsIs(): Result<Stamp, Refusal>
  recordCase(live: LiveCase | null, caseId: string, facts: readonly CaseFact[], stamp: Stamp, papers?: Papers): Result<LiveCase, Refusal>
  planning(): PlanningState
  recordPlanning(facts: readonly PlanningFact[], stamp: Stamp): Result<PlanningState, Refusal>
  recordDesk(facts: readonly DeskFact[], stamp: Stamp, seen?: number, papers?: Papers): Result<LiveDesk, Refusal>
  /** `seen`: the version of the registry the law judged by. Gives the version it stands at now. */
  recordRegistry(facts: readonly RegistryFact[], stamp: Stamp, seen: number): Result<number, Refusal>
  /** The same for facts so many that others get their turn between them, as `between` says (see `Archive.appendLong`). */
  recordImport(facts: Iterable<WrittenFact>, stamp: Stamp, seen: number, between: Between): Promise<Result<number, Refusal>>
  /** Makes every row of the list of cases anew from facts. */
  retellCases(): void
  close(): void
}

/**
 * `sittingOver`: the key that was open for many papers shut itself.
 * Throws `OfficeFault`: `rehearsal-among-records`, `record-among-rehearsals` or what a fault of the log is.
 */
export function openFileOver(
  file: string,
  archive: Archive,
  clock: Clock,
  tell: (change: Change) => void,
  sittingOver: () => void = () => undefined,
): OpenFile {
  const cases = caseMemory(archive)
  const planning = planningMemory(archive)
  const rows = archive.load(deskStream)
  const replayed = replayDesk(rows.map((row) => ({ ...row, fact: readDeskFact(row.version, row.type, row.payload) })))
  if (replayed === null) throw new CorruptLog(deskStream, 1, 'none', 'a data file begins with officeOpened')
  let desk: LiveDesk = replayed
  const keeps = desk.state.opened.rehearsal === true ? 'rehearsals' : 'records'
  mustLieApart(archive, keeps)
  let operator: Operator | undefined
  const sitting = sittingHolder(() => {
    tell({ stream: deskStream, version: desk.state.version })
    sittingOver()
  })
  const tables = new Map<string, HolidayTable>()
  const holidays = (live: LiveCase | null) => {
    const setting = live?.state.settings.holidayTable
    const name = typeof setting === 'string' ? setting : 'vn'
    const table = tables.get(name) ?? holidayTableOf(desk.state, name)
    tables.set(name, table)
    return table
  }
  const list = caseList(archive, (live) => summaryOf(live, holidays(live)))
  // The newest of all kinds of stream.
  const newest = [registryStream, planningStream].map((stream) => archive.newestAt(stream) ?? '')
  let lastAt = [rows.at(-1)?.at ?? '', list.newestAt() ?? '', ...newest].reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a))
  const today = () => dayOf(clock())
  const looks = lookLog(archive, () => desk.state.readLogDays ?? readLogDays.value)

  const stampAsIs = (): Result<Stamp, Refusal> =>
    operator === undefined ? refuse({ code: 'nobody-at-work' }) : ok({ at: clock(), by: operator.operatorId })

  /** What goes with an append to the registry, and what is done once it has landed. */
  function registryWrite(stamp: Stamp) {
    const { reads } = archive.registry
    const state = planning.get()
    const before = planningBefore(state, reads, today())
    let followed: PlanningState | undefined
    return {
      // What planning must take note of lands with what the registry came to know, or not at all.
      follow() {
        const more = planningAfter(state, before, reads, today())
        if (more.length === 0) return undefined
        followed = planning.after(more, stamp)
        return { stream: planningStream, seen: state.version, facts: more.map(asNew) }
      },
      landed(version: number): Result<number, Refusal> {
        lastAt = stamp.at
        if (followed !== undefined) {
          planning.put(followed)
          tell({ stream: planningStream, version: followed.version })
        }
        list.mark(registryStream, version, stamp.at)
        tell({ stream: registryStream, version })
        return ok(version)
      },
    }
  }

  return {
    file,
    archive,
    keeps,
    cases,
    list,
    desk: () => desk,
    operator: () => operator,
    lastAt: () => lastAt,
    holidays,
    today,
    now: clock,
    looks,
    sitting,
    startWork(operatorId) {
      sitting.end()
      operator = findOperator(desk.state, operatorId)
    },
    stamp() {
      const stamp = stampAsIs()
      const checked = stamp.ok ? checkClock(stamp.value.at, lastAt) : stamp
      return checked.ok ? stamp : checked
    },
    stampAsIs,
    recordCase(live, caseId, facts, stamp, papers = []) {
      try {
        // Through the machines before the disk: a fact that could not be replayed must never be written.
        const seen = live?.state.version ?? 0
        const moved = walk(live, caseId, facts, stamp)
        if ((moved.state.opened.rehearsal === true) !== (keeps === 'rehearsals')) throw new OfficeFault(strayIn[keeps], caseId)
        const done = archive.append(caseStream(caseId), seen, facts.map(asNew), stamp, { papers })
        if (!done.ok) return done
        lastAt = stamp.at
        cases.put(moved)
        list.put(caseStream(caseId), moved)
        tell({ stream: caseStream(caseId), version: done.value.version })
        return ok(moved)
      } catch (error) {
        cases.drop(caseId)
        throw error
      }
    },
    planning: planning.get,
    recordPlanning(facts, stamp) {
      const next = planning.after(facts, stamp)
      const done = archive.append(planningStream, planning.get().version, facts.map(asNew), stamp)
      if (!done.ok) return done
      lastAt = stamp.at
      planning.put(next)
      tell({ stream: planningStream, version: done.value.version })
      return ok(next)
    },
    recordDesk(facts, stamp, seen = desk.state.version, papers = []) {
      let next = desk
      facts.forEach((fact, index) => {
        // What could not be read again would shut the file for good.
        DeskFact.parse(fact)
        next = followDesk(next, { version: desk.state.version + index + 1, at: stamp.at, by: stamp.by, fact })
      })
      // Deadlines in the list of cases were counted by the days as they stood.
      const summariesGone = facts.some(({ type }) => type === 'holidaysChanged')
      const done = archive.append(deskStream, seen, facts.map(asNew), stamp, { papers, summariesGone })
      if (!done.ok) return done
      lastAt = stamp.at
      desk = next
      tables.clear()
      tell({ stream: deskStream, version: done.value.version })
      return ok(desk)
    },
    recordRegistry(facts, stamp, seen) {
      const { follow, landed } = registryWrite(stamp)
      const done = archive.append(registryStream, seen, facts.map(asNew), stamp, { follow })
      return done.ok ? landed(done.value.version) : done
    },
    async recordImport(facts, stamp, seen, between) {
      const { follow, landed } = registryWrite(stamp)
      const done = await archive.appendLong(registryStream, seen, newOnes(facts), stamp, { follow, between })
      return done.ok ? landed(done.value.version) : done
    },
    retellCases() {
      archive.summaries.rebuild((stream, rows) => {
        const caseId = caseOf(stream)
        const live = caseId === undefined ? null : replayRows(caseId, rows)
        return live && summaryOf(live, holidays(live))
      })
      list.reload()
    },
    close() {
      sitting.end()
      try {
        looks.close()
        list.write()
      } finally {
        archive.close()
      }
    },
  }
}

/** A file in which both lie was put together by another hand: no record of it can be believed, so none is shown. */
function mustLieApart(archive: Archive, keeps: Keeps): void {
  const rehearsals = new Set(archive.rehearsals())
  const [among] = rehearsals
  const stray = keeps === 'records' ? among : archive.streams().find(({ stream }) => !rehearsals.has(stream))?.stream
  if (stray !== undefined) throw new OfficeFault(strayIn[keeps], caseOf(stray) ?? stray)
}

/** The case after these facts. That a new fact may not follow is a defect of the law's code, not of the log. */
function walk(live: LiveCase | null, caseId: string, facts: readonly CaseFact[], { at, by }: Stamp): LiveCase {
  let next = live
  for (const fact of facts) {
    if (!mayFollow(next, fact)) throw new OfficeFault('fact-may-not-follow', fact.type)
    next = follow(next, { version: (next?.state.version ?? 0) + 1, at, by, fact }, caseId)
  }
  if (next === null) throw new RangeError('nothing to record')
  return next
}

/** The first facts of a new data file: written before anyone is at work. */
export function beginDesk(archive: Archive, facts: readonly DeskFact[], at: string, by: OperatorId): void {
  const done = archive.append(deskStream, 0, facts.map(asNew), { at, by })
  if (!done.ok) throw new RangeError('a new file is empty')
}

/** The type stands in the envelope, the rest is the payload. */
function asNew<T extends { readonly type: string }>({ type, ...payload }: T): { readonly type: string; readonly payload: unknown } {
  return { type, payload }
}
function* newOnes(facts: Iterable<WrittenFact>): Generator<NewFact> {
  for (const { fact, texts } of facts) yield { ...asNew(fact), texts }
}
