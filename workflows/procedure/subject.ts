// What a fact is about, in the few words a line of the timeline has room for.
import type { DocumentRef } from '../core/document.ts'
import type { ActKey, StageKey } from '../rulebooks/types.ts'
import type { CaseFact } from './facts.ts'

export type Subject = {
  readonly act?: ActKey
  readonly stage?: StageKey
  readonly conferenceId?: string
  readonly personId?: string
  readonly paperId?: string
  readonly document?: DocumentRef
}

export function subjectOf(fact: CaseFact): Subject {
  return {
    ...('act' in fact && { act: fact.act }),
    ...('stage' in fact && { stage: fact.stage }),
    ...('conferenceId' in fact && fact.conferenceId !== undefined && { conferenceId: fact.conferenceId }),
    ...('personId' in fact && fact.personId !== undefined && { personId: fact.personId }),
    ...(fact.type === 'nomineeProposed' && { personId: fact.nominee.personId }),
    ...('paperId' in fact && { paperId: fact.paperId }),
    ...('document' in fact && fact.document !== undefined && { document: fact.document }),
  }
}
