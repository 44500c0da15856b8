// The registry as screens see it: lists, one person, one unit, the gauge, each as of the day asked about. Only for roles that may read it.

import { setImmediate as breathe } from 'node:timers/promises'
import type { z } from 'zod'
import type { Suspect } from '../../db/registry-quality.ts'
import { foldedWords } from '../../workflows/core/folded-text.ts'
import type { PersonId, UnitId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { type FamilyView, familyConflicts } from '../../workflows/eligibility/family-office.ts'
import type { Refusal } from '../../workflows/office.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { composed, compositionTemplates, templates } from '../../workflows/registry/composition.ts'
import {
  type HeldPost,
  type PeopleView,
  type PersonView,
  peopleInWindow,
  type QualityFigure,
  type QualityView,
  type RegistryAnswers,
  type registryQuestions,
  type UnitLine,
  type UnitView,
} from '../../workflows/registry/counter.ts'
import { mayBeOneDate, sameByNameAndBirth } from '../../workflows/registry/decide.ts'
import { dayBefore } from '../../workflows/registry/editing.ts'
import { formerNames } from '../../workflows/registry/former-names.ts'
import { asBits, contradictions, contradictionsIn, missingIn, neededFields, staleBefore } from '../../workflows/registry/quality.ts'
import { type RegistryReads, type Span, spanOn, type TenureRecord } from '../../workflows/registry/records.ts'
import { isHeldOn } from '../../workflows/registry/tenure.ts'
import type { PostData, UnitData } from '../../workflows/registry/unit.ts'
import { mayAsk } from '../../workflows/roles.ts'
import { mustBeAllowed } from './at-work.ts'
import { noteLook } from './look-log.ts'
import type { OpenFile } from './open-file.ts'
import { mergedInto, named, ownCompositions, postView } from './registry-record-views.ts'

export type RegistryQuestion = z.infer<(typeof registryQuestions)[number]>
type Ask<A extends RegistryQuestion['about']> = Extract<RegistryQuestion, { about: A }>
type Answer = RegistryAnswers[keyof RegistryAnswers]

const groupsShown = 100
/** A name borne by more people than this is no sign that two of them are one. */
const commonName = 60

export function answerRegistry(open: OpenFile, question: RegistryQuestion): Result<Answer, Refusal> {
  const roles = open.operator()?.roles ?? []
  // Whoever convenes a meeting may choose a unit and draw its list: names and posts, nothing more of the records.
  const mayConvene = mustBeAllowed(open.operator(), 'conveneConference', mayAsk.conveneConference)
  if (question.about === 'composition') return mayConvene.ok ? compositionView(open, question) : mayConvene
  if (question.about === 'compositions') return ok(ownCompositions(open))
  if (question.about === 'units' && mayConvene.ok) return ok({ day: question.day, units: unitLines(open, question) })
  if (!roles.some((role) => mayReadRegistry.includes(role))) return refuse({ code: 'registry-not-yours', roles: mayReadRegistry })
  switch (question.about) {
    case 'people':
      return ok(peopleView(open, question))
    case 'person':
      return personView(open, question)
    case 'units':
      return ok({ day: question.day, units: unitLines(open, question) })
    case 'unit':
      return unitView(open, question)
    case 'post':
      return postView(open, question)
    case 'quality':
      return ok(qualityView(open, question.day))
    case 'duplicates':
      return ok(duplicates(open))
    case 'family':
      return ok(familyView(open, question.day))
  }
}

function compositionView(open: OpenFile, question: Ask<'composition'>): Result<Answer, Refusal> {
  const { template, ...asked } = question
  const shipped = compositionTemplates.find((one) => one === template)
  const own = open.desk().state.compositions.find((one) => one.compositionId === template)
  const seats = shipped ? templates[shipped] : own?.seats
  return seats ? ok({ rows: composed(open.archive.registry.reads, { ...asked, seats }) }) : refuse({ code: 'composition-unknown' })
}

const isPart = ({ level }: UnitData): boolean => level === 'division' || level === 'publicService'

/** Posts and units by id, each read once for one answer. */
export function namesOn(reads: RegistryReads) {
  const posts = new Map<string, readonly Span<PostData>[]>()
  const units = new Map<string, readonly Span<UnitData>[]>()
  const unitSpans = (unitId: UnitId): readonly Span<UnitData>[] => {
    const known = units.get(unitId) ?? reads.unit(unitId)?.spans ?? []
    units.set(unitId, known)
    return known
  }
  /** As it was on the day, else as it was nearest to it. */
  const nearest = <T>(spans: readonly Span<T>[], day: string): T | undefined =>
    (spanOn(spans, day) ?? (day < (spans[0]?.from ?? '') ? spans[0] : spans.at(-1)))?.data
  const unit = (unitId: UnitId, day: string): UnitData | undefined => nearest(unitSpans(unitId), day)
  /** The bodies a division is a part of, up to the one that stands for itself: every department has its office. Empty for such a body. */
  function bodiesAbove(unitId: string, day: string): readonly UnitId[] {
    const found: UnitId[] = []
    let at = unit(unitId as UnitId, day)
    while (at?.parentId !== undefined && isPart(at) && found.length < 10) {
      found.push(at.parentId)
      at = unit(at.parentId, day)
    }
    return found
  }
  const above = (unitId: string, day: string): string =>
    bodiesAbove(unitId, day)
      .map((one) => unit(one, day)?.name ?? '')
      .join(', ')
  const whole = (unitId: string, day: string): string =>
    [unit(unitId as UnitId, day)?.name ?? '', above(unitId, day)].filter((one) => one !== '').join(', ')
  return {
    unit,
    /** As no other unit is called. */
    whole,
    /** The same of the bodies the unit is a part of. */
    bodies: (unitId: string, day: string): readonly string[] => bodiesAbove(unitId, day).map((one) => whole(one, day)),
    held({ tenureId, data }: TenureRecord, day: string): HeldPost {
      const spans = posts.get(data.postId) ?? reads.post(data.postId)?.spans ?? []
      posts.set(data.postId, spans)
      const on = isHeldOn(data, day) ? day : day < data.from ? data.from : (data.lastDay ?? day)
      const post = nearest(spans, on)
      return {
        tenureId,
        data,
        title: post?.title ?? '',
        unitId: post?.unitId ?? '',
        unit: post ? (nearest(unitSpans(post.unitId), on)?.name ?? '') : '',
        above: post ? above(post.unitId, on) : '',
      }
    },
  }
}

function peopleView(open: OpenFile, question: Ask<'people'>): PeopleView {
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
export async function preparePeople(open: OpenFile, { day, unitId, below: isDeep = false, figure }: Ask<'people'>): Promise<void> {
  const { reads, lists } = open.archive.registry
  const units = unitId === undefined ? undefined : isDeep ? unitsBelow(reads, unitId, day) : [unitId]
  while (!lists.prepare({ day, units, ...(figure && { fault: faultOf(figure, day) }) })) await breathe()
}

function personView(open: OpenFile, { personId, day }: Ask<'person'>): Result<PersonView, Refusal> {
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

export const nameNow = (reads: RegistryReads, personId: PersonId): string => reads.person(personId)?.spans.at(-1)?.data.name ?? personId

function alikeLine(reads: RegistryReads, personId: PersonId) {
  const data = reads.person(personId)?.spans.at(-1)?.data
  return { personId, name: data?.name ?? personId, ...(data?.birthDate !== undefined && { birthDate: data.birthDate }) }
}

function unitLines(open: OpenFile, { day, parentId, search = '' }: Ask<'units'>): readonly UnitLine[] {
  const { reads, lists } = open.archive.registry
  const words = foldedWords(search)
  const line = (unit: UnitData & { readonly unitId: UnitId }): UnitLine => ({ ...unit, below: reads.unitsUnder(unit.unitId, day).length })
  if (words.length === 0) return reads.unitsUnder(parentId, day).map(line)
  const found = (unit: UnitData & { readonly unitId: UnitId }): UnitLine => ({
    ...line(unit),
    path: pathOf(reads, unit.unitId, day)
      .slice(0, -1)
      .map(({ name }) => name)
      .join(' › '),
  })
  const named = lists.units(words, day, unitsListed)
  const known = new Set(named.map(({ unitId }) => unitId))
  const formerly = formerNames(reads, lists.formerUnits(words, day, unitsListed), day).filter(({ unitId }) => !known.has(unitId))
  return [
    ...named.map(found),
    ...formerly.slice(0, unitsListed - named.length).flatMap(({ unitId, ...name }) => {
      const data = spanOn(reads.unit(unitId)?.spans ?? [], day)?.data
      return data === undefined ? [] : [{ ...found({ ...data, unitId }), formerly: name }]
    }),
  ]
}

const unitsListed = 100

/** From the topmost unit down to this one, as they stood on the day. */
function pathOf(reads: RegistryReads, unitId: UnitId, day: string): readonly { readonly unitId: UnitId; readonly name: string }[] {
  const names = namesOn(reads)
  const path: { unitId: UnitId; name: string }[] = []
  for (let at: UnitId | undefined = unitId; at !== undefined && path.length < 40; ) {
    const data: UnitData | undefined = names.unit(at, day)
    if (!data) break
    path.unshift({ unitId: at, name: data.name })
    at = data.parentId
  }
  return path
}

/** The highest first; a post nobody ranked stands last. */
const byRank = (one: PostData, other: PostData): number => (one.rank ?? unranked) - (other.rank ?? unranked)
const unranked = 100

function unitView(open: OpenFile, { unitId, day }: Ask<'unit'>): Result<UnitView, Refusal> {
  const { reads } = open.archive.registry
  const record = reads.unit(unitId)
  if (!record) return refuse({ code: 'unit-unknown', unitId })
  const data = spanOn(record.spans, day)?.data
  const names = namesOn(reads)
  return ok({
    unitId,
    revision: record.revision,
    day,
    ...(data && { data }),
    spans: record.spans,
    path: pathOf(reads, unitId, day),
    below: reads.unitsUnder(unitId, day).map((unit) => ({ ...unit, below: reads.unitsUnder(unit.unitId, day).length })),
    posts: reads
      .postsOf(unitId, day)
      .toSorted(byRank)
      .map((post) => ({
        ...post,
        revision: reads.post(post.postId)?.revision ?? 0,
        holders: reads.holdersOf(post.postId, day).map(({ tenureId, data: { personId, from } }) => ({
          personId,
          tenureId,
          name: nameNow(reads, personId),
          from,
        })),
      })),
    events: record.events.map((event) => ({
      ...event,
      names: Object.fromEntries(
        [...event.before, ...event.successors].map((one) => [
          one,
          names.unit(one, event.before.includes(one) ? dayBefore(event.on) : event.on)?.name ?? one,
        ]),
      ),
    })),
    history: named(open, { kind: 'unit', id: unitId }),
  })
}

/** Counted once for a day: every screen that shows the gauge asks again, and only an edit changes it. */
const counted = new WeakMap<OpenFile, { readonly version: number; readonly view: QualityView }>()

function qualityView(open: OpenFile, day: string): QualityView {
  const version = open.archive.registry.reads.version()
  const known = counted.get(open)
  if (known?.version === version && known.view.day === day) return known.view
  const view = countQuality(open, day)
  counted.set(open, { version, view })
  return view
}

function countQuality(open: OpenFile, day: string): QualityView {
  const { reads, quality } = open.archive.registry
  const limit = staleBefore(day)
  const counts = quality.counts(day, limit)
  const names = namesOn(reads)
  const figures: Record<string, number> = {}
  for (const { missing, contradictions: odd, people } of counts.bits) {
    neededFields.forEach((field, index) => {
      if (missing & (1 << index)) figures[field] = (figures[field] ?? 0) + people
    })
    contradictions.forEach((one, index) => {
      if (odd & (1 << index)) figures[one] = (figures[one] ?? 0) + people
    })
  }
  const units = [...counts.units].map(([unitId, counted]) => ({ unitId, unit: names.whole(unitId, day), ...counted }))
  units.sort((one, other) => other.missing + other.contradictory + other.stale - (one.missing + one.contradictory + one.stale))
  const rest = counts.unplaced.people > 0 ? [{ unitId: '', unit: '', ...counts.unplaced }] : []
  return { day, staleBefore: limit, total: counts.total, units: [...units, ...rest], figures }
}

/** Found once for a day, as the gauge is. */
const families = new WeakMap<OpenFile, { readonly version: number; readonly view: FamilyView }>()

function familyView(open: OpenFile, day: string): FamilyView {
  const { reads, lists } = open.archive.registry
  const version = reads.version()
  const known = families.get(open)
  if (known?.version === version && known.view.day === day) return known.view
  const view = familyConflicts(reads, lists.withFamily(), day)
  families.set(open, { version, view })
  return view
}

function duplicates(open: OpenFile): RegistryAnswers['duplicates'] {
  const { quality } = open.archive.registry
  const byNumber = quality.sameNumber(groupsShown).map((people) => ({ by: 'number' as const, people }))
  const byName = quality.sameName(groupsShown, mayBeOne).map((people) => ({ by: 'name' as const, people }))
  return [...byNumber, ...byName]
}

/** Those of one name for whom there is another whose birth date can be the same and whose number is not another one. */
function mayBeOne(group: readonly Suspect[]): readonly Suspect[] {
  if (group.length > commonName) return []
  return group.filter((one) =>
    group.some(
      (other) =>
        other.personId !== one.personId &&
        mayBeOneDate(one.birthDate, other.birthDate) &&
        (one.citizenId === undefined || other.citizenId === undefined || one.citizenId === other.citizenId),
    ),
  )
}
