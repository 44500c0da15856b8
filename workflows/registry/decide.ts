// The registry's answers to orders: facts, or a reasoned no. Asks what is known through `RegistryReads`, never loads it whole.
import { canonical } from '../core/canonical.ts'
import type { PersonId, UnitId } from '../core/ids.ts'
import type { Refusal } from '../core/refusal.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import { dayOf, type Stamp } from '../core/stamp.ts'
import type { RegistryCommand, RegistryCommandOf } from './commands.ts'
import { decideImport } from './decide-import.ts'
import { reorganise } from './decide-units.ts'
import { type Decided, edited, nameOf, namesOf, numberProblem, personName, type RegistryTools } from './editing.ts'
import type { PersonData } from './person.ts'
import { type PersonRecord, type RegistryReads, type Span, spanOn, type TenureRecord } from './records.ts'
import { isHeldOn } from './tenure.ts'
import { undo } from './undo.ts'

export function decideRegistry({ reads, ids }: RegistryTools, command: RegistryCommand, stamp: Stamp): Decided {
  switch (command.type) {
    case 'addPerson': {
      const problem = numberProblem(reads, command.data.citizenId) ?? looksKnown(reads, command)
      if (problem) return refuse(problem)
      return edited(command, [{ type: 'personAdded', personId: ids.person(), data: command.data }])
    }
    case 'changePerson':
    case 'correctPerson': {
      const found = personToEdit(reads, command)
      if (!found.ok) return found
      const { citizenId } = command.set
      const problem = typeof citizenId === 'string' ? numberProblem(reads, citizenId, command.personId) : undefined
      if (problem) return refuse(problem)
      const { personId, set } = command
      const day = command.type === 'changePerson' ? command.from : command.at
      if (saysNothingNew(found.value.spans, day, set)) return refuse({ code: 'registry-nothing-changed' })
      return edited(command, [
        command.type === 'changePerson'
          ? { type: 'personChanged', personId, from: command.from, set }
          : { type: 'personCorrected', personId, at: command.at, set },
      ])
    }
    case 'confirmPerson': {
      const found = personToEdit(reads, command)
      if (!found.ok) return found
      if (command.on > dayOf(stamp.at)) return refuse({ code: 'date-in-future', date: command.on })
      return edited({}, [{ type: 'personConfirmed', personId: command.personId, on: command.on }])
    }
    case 'mergePeople':
      return merge(reads, command, dayOf(stamp.at))
    case 'addUnit': {
      const { from, data } = command
      const problem = parentProblem(reads, undefined, data.parentId, from)
      if (problem) return refuse(problem)
      return edited(command, [{ type: 'unitAdded', unitId: ids.unit(), from, data }])
    }
    case 'changeUnit':
    case 'correctUnit': {
      const { unitId, set, seen } = command
      const found = reads.unit(unitId)
      if (!found) return refuse({ code: 'unit-unknown', unitId })
      if (found.revision !== seen) return refuse({ code: 'record-changed-meanwhile', seen, revision: found.revision })
      const day = command.type === 'changeUnit' ? command.from : command.at
      const problem = typeof set.parentId === 'string' ? parentProblem(reads, unitId, set.parentId, day) : undefined
      if (problem) return refuse(problem)
      if (saysNothingNew(found.spans, day, set)) return refuse({ code: 'registry-nothing-changed' })
      return edited(command, [
        command.type === 'changeUnit'
          ? { type: 'unitChanged', unitId, from: command.from, set }
          : { type: 'unitCorrected', unitId, at: command.at, set },
      ])
    }
    case 'reorganiseUnits':
      return reorganise({ reads, ids }, command)
    case 'addPost': {
      const { from, data } = command
      const unit = reads.unit(data.unitId)
      if (!unit) return refuse({ code: 'unit-unknown', unitId: data.unitId })
      if (!spanOn(unit.spans, from)) return refuse({ code: 'unit-not-there', unit: nameOf(unit.spans), date: from })
      return edited(command, [{ type: 'postAdded', postId: ids.post(), from, data }])
    }
    case 'changePost':
    case 'correctPost':
    case 'closePost': {
      const { postId, seen } = command
      const found = reads.post(postId)
      if (!found) return refuse({ code: 'post-unknown', postId })
      if (found.revision !== seen) return refuse({ code: 'record-changed-meanwhile', seen, revision: found.revision })
      if (command.type === 'closePost') {
        const held = reads.tenuresFrom(postId, command.on)
        if (held.length > 0) return refuse({ code: 'post-held', names: namesOf(reads, held, command.on) })
        return edited(command, [{ type: 'postClosed', postId, on: command.on }])
      }
      const day = command.type === 'changePost' ? command.from : command.at
      if (saysNothingNew(found.spans, day, command.set)) return refuse({ code: 'registry-nothing-changed' })
      return edited(command, [
        command.type === 'changePost'
          ? { type: 'postChanged', postId, from: command.from, set: command.set }
          : { type: 'postCorrected', postId, at: command.at, set: command.set },
      ])
    }
    case 'addTenure': {
      const { data } = command
      const person = reads.person(data.personId)
      if (!person) return refuse({ code: 'person-unknown', personId: data.personId })
      if (person.mergedInto !== undefined) return refuse({ code: 'record-merged', name: personName(reads, person.mergedInto) })
      const problem = postProblem(reads, data.postId, data.from) ?? overlapProblem(person.tenures, undefined, data)
      if (problem) return refuse(problem)
      return edited(command, [{ type: 'tenureAdded', tenureId: ids.tenure(), data }])
    }
    case 'endTenure':
    case 'correctTenure':
    case 'withdrawTenure':
      return tenureEdit(reads, command)
    case 'undoEdit':
      return undo(reads, [command.version], command.reason)
    case 'undoImport': {
      const versions = reads.versionsOfImport(command.importId)
      if (versions.length === 0) return refuse({ code: 'import-unknown' })
      return undo(reads, versions, command.reason)
    }
    case 'importEntries':
      return decideImport(reads, command)
  }
}

function personToEdit(reads: RegistryReads, { personId, seen }: { personId: PersonId; seen: number }): Result<PersonRecord, Refusal> {
  const found = reads.person(personId)
  if (!found) return refuse({ code: 'person-unknown', personId })
  if (found.mergedInto !== undefined) return refuse({ code: 'record-merged', name: personName(reads, found.mergedInto) })
  return found.revision === seen ? ok(found) : refuse({ code: 'record-changed-meanwhile', seen, revision: found.revision })
}

/** Same name, and birth dates that can be one: somebody must look before a second record is made. */
function looksKnown(reads: RegistryReads, { data, despite = [] }: RegistryCommandOf<'addPerson'>): Refusal | undefined {
  const alike = sameByNameAndBirth(reads, data).filter((personId) => !despite.includes(personId))
  return alike.length === 0 ? undefined : { code: 'person-looks-known', name: data.name, people: alike }
}

/** Two partial dates can be one day as far as both are known; nothing known can be anything. */
export const mayBeOneDate = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one.startsWith(other) || other.startsWith(one)

export function sameByNameAndBirth(reads: RegistryReads, { name, birthDate }: Pick<PersonData, 'name' | 'birthDate'>): readonly PersonId[] {
  return reads
    .peopleNamed(name)
    .filter(({ birthDates }) => birthDates.length === 0 || birthDates.some((one) => mayBeOneDate(one, birthDate)))
    .map(({ personId }) => personId)
}

function merge(reads: RegistryReads, command: RegistryCommandOf<'mergePeople'>, today: string): Decided {
  const { kept, other, seen, seenOther, set, reason } = command
  if (kept === other) return refuse({ code: 'merge-with-itself' })
  const one = personToEdit(reads, { personId: kept, seen })
  if (!one.ok) return one
  const two = personToEdit(reads, { personId: other, seen: seenOther })
  if (!two.ok) return two
  // Two numbers are two people, until somebody says which of them was typed wrong.
  const [ofKept, ofOther] = [one.value, two.value].map(({ spans }) => spans.at(-1)?.data.citizenId)
  if (ofKept !== undefined && ofOther !== undefined && ofKept !== ofOther)
    return refuse({ code: 'merge-numbers-differ', one: ofKept, other: ofOther })
  return edited({ reason }, [
    ...(set ? [{ type: 'personCorrected', personId: kept, at: today, set } as const] : []),
    { type: 'peopleMerged', kept, other },
  ])
}

/** Does the patch say what is known of that day already? */
function saysNothingNew<T extends Readonly<Record<string, unknown>>>(
  spans: readonly Span<T>[],
  day: string,
  set: Readonly<Record<string, unknown>>,
): boolean {
  const data: Readonly<Record<string, unknown>> = (spanOn(spans, day) ?? spans[0])?.data ?? {}
  return Object.entries(set).every(([field, value]) => canonical(data[field] ?? null) === canonical(value ?? null))
}

function parentProblem(reads: RegistryReads, unitId: UnitId | undefined, parentId: UnitId | undefined, day: string): Refusal | undefined {
  for (let at = parentId, steps = 0; at !== undefined; steps++) {
    // No body has so many levels: a ring of units would never end.
    if (at === unitId || steps > 40) return { code: 'unit-under-itself' }
    const above = reads.unit(at)
    if (!above) return { code: 'unit-unknown', unitId: at }
    const span = spanOn(above.spans, day)
    if (steps === 0 && !span) return { code: 'unit-not-there', unit: nameOf(above.spans), date: day }
    at = span?.data.parentId
  }
  return undefined
}

function postProblem(reads: RegistryReads, postId: TenureRecord['data']['postId'], day: string): Refusal | undefined {
  const post = reads.post(postId)
  if (!post) return { code: 'post-unknown', postId }
  return spanOn(post.spans, day) ? undefined : { code: 'post-not-there', post: post.spans.at(-1)?.data.title, date: day }
}

/** One person is in one post once at a time. */
function overlapProblem(
  tenures: readonly TenureRecord[],
  own: TenureRecord['tenureId'] | undefined,
  data: TenureRecord['data'],
): Refusal | undefined {
  const found = tenures.find(
    (one) => one.tenureId !== own && one.data.postId === data.postId && (isHeldOn(one.data, data.from) || isHeldOn(data, one.data.from)),
  )
  return (
    found && { code: 'tenure-overlaps', from: found.data.from, ...(found.data.lastDay !== undefined && { lastDay: found.data.lastDay }) }
  )
}

function tenureEdit(
  reads: RegistryReads,
  command: RegistryCommandOf<'endTenure'> | RegistryCommandOf<'correctTenure'> | RegistryCommandOf<'withdrawTenure'>,
): Decided {
  const { tenureId, personId } = command
  const found = reads.tenure(personId, tenureId)
  if (!found) return refuse({ code: 'tenure-unknown' })
  // It was recorded for one of two records that were merged since: there it is put right.
  const owner = found.data.personId
  if (command.type === 'withdrawTenure') return edited(command, [{ type: 'tenureWithdrawn', tenureId, personId: owner }])
  const set =
    command.type === 'endTenure'
      ? { lastDay: command.lastDay, endedBy: command.endedBy, ...(command.document && { document: command.document }) }
      : command.set
  if (saysNothingNew([{ from: '', until: '9999-12-31', data: found.data }], found.data.from, set))
    return refuse({ code: 'registry-nothing-changed' })
  const { from, lastDay, postId } = { ...found.data, ...set }
  if (typeof lastDay === 'string' && lastDay < from) return refuse({ code: 'tenure-ends-before-it-begins', from, lastDay })
  const problem =
    postProblem(reads, postId, from) ??
    overlapProblem(reads.person(personId)?.tenures ?? [], tenureId, {
      ...found.data,
      from,
      postId,
      ...(typeof lastDay === 'string' ? { lastDay } : { lastDay: undefined }),
    })
  if (problem) return refuse(problem)
  return edited(command, [{ type: 'tenureSet', tenureId, personId: owner, set }])
}
