// Who looked at personal records of the open file. A look is noted in memory and written with others: nobody waits for a disk to see a page,
// and an opening writes nothing. What a power cut takes is the last second of looks.
import type { Archive } from '../../db/archive.ts'
import { ArchiveFault } from '../../db/fault.ts'
import type { LookRow } from '../../db/looks.ts'
import { addDays } from '../../workflows/core/calendar.ts'
import type { PersonId } from '../../workflows/core/ids.ts'
import { ok, type Result } from '../../workflows/core/result.ts'
import { findOperator } from '../../workflows/desk/state.ts'
import type { Answers, Question, Refusal } from '../../workflows/office.ts'
import { looksInWindow, mayReadLooks, oneLookMinutes, type ReadView, readLogDays, readLogMost, readViews } from '../../workflows/reading.ts'
import { mustBeAllowed } from './at-work.ts'
import type { OpenFile } from './open-file.ts'

const looksBetweenWrites = 40
const writtenAfterMs = 1000

export type LookLog = {
  note(look: LookRow): void
  /** Puts what waits into the file. Should the disk fail it waits on. */
  write(): void
  close(): void
}

/** `days`: how long looks are kept, as the office says now. */
export function lookLog(archive: Archive, days: () => number): LookLog {
  let waiting: LookRow[] = []
  let timer: NodeJS.Timeout | undefined
  const lastOf = new Map<string, number>()

  function write(): void {
    clearTimeout(timer)
    timer = undefined
    const newest = waiting.at(-1)
    if (newest === undefined) return
    try {
      archive.looks.put(waiting, addDays(newest.at.slice(0, 10), -days()), readLogMost)
      waiting = []
    } catch (error) {
      if (!(error instanceof ArchiveFault)) throw error
    }
  }

  return {
    note(look) {
      const key = `${look.by} ${look.person} ${look.view}`
      const at = Date.parse(look.at)
      const last = lastOf.get(key)
      // A page is asked for again whenever something changes: that is the same look.
      if (last !== undefined && at >= last && at - last < oneLookMinutes * 60_000) return
      if (lastOf.size > 5000) lastOf.clear()
      lastOf.set(key, at)
      waiting.push(look)
      if (waiting.length >= looksBetweenWrites) return write()
      timer ??= setTimeout(write, writtenAfterMs)
      timer.unref()
    },
    write,
    close: write,
  }
}

/** Before what is asked for leaves the office. Nobody at work sees nothing of a person. */
export function noteLook(open: OpenFile, view: ReadView, ...people: readonly (PersonId | string)[]): void {
  const by = open.operator()?.operatorId
  if (by === undefined) return
  const at = open.now()
  for (const person of people) open.looks.note({ at, by, person, view })
}

export function looksAsked(open: OpenFile, question: Extract<Question, { about: 'looks' }>): Result<Answers['looks'], Refusal> {
  const allowed = mustBeAllowed(open.operator(), 'looks', mayReadLooks)
  if (!allowed.ok) return allowed
  open.looks.write()
  const { personId, operatorId, from = 0, count = looksInWindow } = question
  const { rows, found } = open.archive.looks.find({ person: personId, by: operatorId, from, count })
  const { state } = open.desk()
  const { reads } = open.archive.registry
  const nameOf = (person: string) => reads.person(person as PersonId)?.spans.at(-1)?.data.name ?? person
  const looks = rows.flatMap(({ at, by, person, view }) => {
    const known = readViews.find((one) => one === view)
    const byName = findOperator(state, by)?.name ?? by
    return known ? [{ at, by, byName, personId: person, name: nameOf(person), view: known }] : []
  })
  return ok({ looks, found, from, days: state.readLogDays ?? readLogDays.value, isDefault: state.readLogDays === undefined })
}
