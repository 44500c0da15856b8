// One part of an import: checked entry by entry, cheaply, for a workbook brings a hundred thousand of them.
import type { Refusal } from '../core/refusal.ts'
import { ok, refuse } from '../core/result.ts'
import type { RegistryCommandOf } from './commands.ts'
import { type Decided, numberProblem } from './editing.ts'
import type { RegistryEntry } from './entries.ts'
import type { RegistryReads } from './records.ts'

/** The reader of the workbook judged each row; here only what would break the registry is refused, with the row it stands in. */
export function decideImport(reads: RegistryReads, command: RegistryCommandOf<'importEntries'>): Decided {
  const { importId, part, source, entries, rows, reason } = command
  if (rows.length !== entries.length) return refuse({ code: 'import-rows-differ', entries: entries.length, rows: rows.length })
  const parts = reads.versionsOfImport(importId).length
  if (part !== parts + 1) return refuse({ code: 'import-part-missing', part, expected: parts + 1 })
  const inPart: InPart = { people: new Set(), units: new Set(), posts: new Set(), numbers: new Set() }
  for (const [index, entry] of entries.entries()) {
    const problem = problemIn(reads, inPart, entry)
    if (problem) return refuse({ ...problem, row: rows[index] })
  }
  return ok([{ type: 'registryImported', importId, part, source, entries, rows, ...(reason !== undefined && { reason }) }])
}

type InPart = {
  readonly people: Set<string>
  readonly units: Set<string>
  readonly posts: Set<string>
  readonly numbers: Set<string>
}

function problemIn(reads: RegistryReads, inPart: InPart, entry: RegistryEntry): Refusal | undefined {
  switch (entry.type) {
    case 'personAdded': {
      const { citizenId } = entry.data
      if (inPart.people.has(entry.personId)) return { code: 'import-id-twice' }
      inPart.people.add(entry.personId)
      if (citizenId === undefined) return undefined
      // H-5: the same number is the same person; a second record of it is never made, here or within the workbook.
      if (inPart.numbers.has(citizenId)) return { code: 'citizen-number-twice', citizenId }
      inPart.numbers.add(citizenId)
      return numberProblem(reads, citizenId)
    }
    case 'personChanged':
    case 'personCorrected':
    case 'personConfirmed': {
      const record = inPart.people.has(entry.personId) ? undefined : reads.person(entry.personId)
      if (!record && !inPart.people.has(entry.personId)) return { code: 'person-unknown', personId: entry.personId }
      if (record?.mergedInto !== undefined) return { code: 'record-merged', name: record.spans.at(-1)?.data.name }
      return entry.type !== 'personConfirmed' && typeof entry.set.citizenId === 'string'
        ? numberProblem(reads, entry.set.citizenId, entry.personId)
        : undefined
    }
    case 'unitAdded':
      inPart.units.add(entry.unitId)
      return unitProblem(reads, inPart, entry.data.parentId)
    case 'postAdded':
      inPart.posts.add(entry.postId)
      return unitProblem(reads, inPart, entry.data.unitId)
    case 'tenureAdded': {
      const { personId, postId } = entry.data
      if (!inPart.people.has(personId) && !reads.knows('person', personId)) return { code: 'person-unknown', personId }
      return inPart.posts.has(postId) || reads.knows('post', postId) ? undefined : { code: 'post-unknown', postId }
    }
    case 'tenureSet':
    case 'tenureWithdrawn':
      return reads.tenure(entry.personId, entry.tenureId) ? undefined : { code: 'tenure-unknown' }
    case 'unitChanged':
    case 'unitCorrected':
      return unitProblem(reads, inPart, entry.unitId)
    case 'postChanged':
    case 'postCorrected':
    case 'postClosed':
      return inPart.posts.has(entry.postId) || reads.knows('post', entry.postId)
        ? undefined
        : { code: 'post-unknown', postId: entry.postId }
    // What must be looked at one by one is not done by a workbook.
    case 'peopleMerged':
    case 'unitsReorganised':
      return { code: 'not-by-import' }
  }
}

const unitProblem = (reads: RegistryReads, inPart: InPart, unitId: string | undefined): Refusal | undefined =>
  unitId === undefined || inPart.units.has(unitId) || reads.knows('unit', unitId) ? undefined : { code: 'unit-unknown', unitId }
