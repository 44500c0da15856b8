// People of the registry as screens see them: a window of the list, and one person, as of the day asked about.
import { setImmediate as breathe } from 'node:timers/promises'
import type { PersonId, UnitId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { type AskRegistry, type PeopleView, type PersonView, peopleInWindow, type QualityFigure } from '../../workflows/registry/counter.ts'
import { sameByNameAndBirth } from '../../workflows/registry/decide.ts'
import { asBits, contradictions, contradictionsIn, missingIn, neededFields, staleBefore } from '../../workflows/registry/quality.ts'
import { type RegistryReads, spanOn } from '../../workflows/registry/records.ts'
import { isHeldOn } from '../../workflows/registry/tenure.ts'
import { noteLook } from './look-log.ts'
import type { OpenFile } from './open-file.ts'
import { nameNow, namesOn } from './registry-names.ts'
import { mergedInto, named } from './registry-record-views.ts'

export function peopleView(open: OpenFile, question: AskRegistry<'people'>): PeopleView {
  const { day, search = '', unitId, below = false, figure, from = 0, count = peopleInWindow } = question
  const { reads, lists } = open.archive.registry
  const units = unitId === undefined ? undefined : below ? unitsBelow(reads, unitId, day) : [unitId]
  const found = lists.find({ search, day, from, count, units, ...(figure && { fault: faultOf(figure, day) }) })
  const names = namesOn(reads)
  return {
    day,
    from,
    found: found.found,
    isMore: found.isMore,
    rows: found.rows.map((row) => ({
      ...row,
      posts: (reads.person(row.personId)?.tenures ?? []).filter(({ data }) => isHeldOn(data, day)).map((one) => names.held(one, day)),
    })),
  }
}

const allBits = 0x7fffffff
const never = ''
export function faultOf(figure: QualityFigure, day: string) {
  const none = { missing: 0, contradictions: 0, staleBefore: never }
  if (figure === 'any') return { missing: allBits, contradictions: allBits, staleBefore: staleBefore(day) }
  if (figure === 'missing') return { ...none, missing: allBits }
  if (figure === 'contradictory') return { ...none, contradictions: allBits }
  if (figure === 'stale') return { ...none, staleBefore: staleBefore(day) }
  const field = neededFields.find((one) => one === figure)
  if (field) return { ...none, missing: asBits(neededFields, [field]) }
  return {
    ...none,
    contradictions: asBits(
      contradictions,
      contradictions.filter((one) => one === figure),
    ),
  }
}

/** Kept for the pages and key presses that follow: a province has thousands of units. */
const listsKept = 50
const below = new WeakMap<RegistryReads, { readonly version: number; readonly found: Map<string, readonly string[]> }>()

/** The unit and all under it on the day. */
export function unitsBelow(reads: RegistryReads, unitId: UnitId, day: string): readonly string[] {
  const version = reads.version()
  const kept = below.get(reads)
  const now = kept?.version === version ? kept : { version, found: new Map<string, readonly string[]>() }
  below.set(reads, now)
  const known = now.found.get(`${unitId} ${day}`)
  if (known !== undefined) return known
  const found = new Set<UnitId>([unitId])
  for (const one of found) for (const child of reads.unitsUnder(one, day)) found.add(child.unitId)
  const list = [...found]
  if (now.found.size >= listsKept) now.found.clear()
  now.found.set(`${unitId} ${day}`, list)
  return list
}

/** Reads what a list of people goes by a little at a time: a first search after an edit, or a province's worth of people, holds nobody up. */
export async function preparePeople(open: OpenFile, { day, unitId, below: isDeep = false, figure }: AskRegistry<'people'>): Promise<void> {
  const { reads, lists } = open.archive.registry
  const units = unitId === undefined ? undefined : isDeep ? unitsBelow(reads, unitId, day) : [unitId]
  while (!lists.prepare({ day, units, ...(figure && { fault: faultOf(figure, day) }) })) await breathe()
}

export function personView(open: OpenFile, { personId, day }: AskRegistry<'person'>): Result<PersonView, Refusal> {
  const { reads } = open.archive.registry
  const record = reads.person(personId)
  const span = record && (spanOn(record.spans, day) ?? record.spans.at(-1))
  if (!record || !span) return refuse({ code: 'person-unknown', personId })
  noteLook(open, 'person', personId)
  const names = namesOn(reads)
  const latest = record.spans.at(-1)?.data ?? span.data
  return ok({
    personId,
    revision: record.revision,
    day,
    data: span.data,
    holds: { from: span.from, until: span.until },
    changesOn: record.spans.slice(1).map(({ from }) => from),
    ...(record.mergedInto !== undefined && { mergedInto: { personId: record.mergedInto, name: nameNow(reads, record.mergedInto) } }),
    mergedFrom: mergedInto(reads, personId),
    confirmedOn: record.confirmedOn,
    isStale: record.confirmedOn < staleBefore(day),
    missing: missingIn(latest),
    contradictions: contradictionsIn(latest, record.tenures),
    tenures: record.tenures.map((one) => names.held(one, day)),
    alike: sameByNameAndBirth(reads, latest)
      .filter((one) => one !== personId)
      .slice(0, 20)
      .map((one) => alikeLine(reads, one)),
    history: named(open, { kind: 'person', id: personId }),
  })
}

function alikeLine(reads: RegistryReads, personId: PersonId) {
  const data = reads.person(personId)?.spans.at(-1)?.data
  return { personId, name: data?.name ?? personId, ...(data?.birthDate !== undefined && { birthDate: data.birthDate }) }
}
