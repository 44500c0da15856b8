// The acts outside conferences, filled in by the fields their rulebook asks for.
import type { DocumentRef } from '../core/document.ts'
import type { OperatorId } from '../core/ids.ts'
import type { ActKey, ActRule } from '../rulebooks/types.ts'
import { desks } from './department.ts'
import type { Script } from './script.ts'

const askers: Readonly<Record<ActKey, OperatorId>> = {
  policyRequest: desks.hr,
  policyApproval: desks.authority,
  reappointmentNotice: desks.hr,
  selfReport: desks.hr,
  headAssessment: desks.chair,
  partyOpinion: desks.party,
  newIssueConclusion: desks.hr,
}

/** What the record of an act says, by the names of its fields. */
export type ActWords = Readonly<Record<string, string>>

export function recordAct(to: Script, rule: ActRule, doneOn: string, document: DocumentRef, words: ActWords): void {
  const details = Object.fromEntries(
    rule.fields.map((field) => {
      const said = field === 'receivedOn' ? doneOn : words[field]
      if (said === undefined) throw new Error(`the sample has no words for ${field}`)
      return [field, said]
    }),
  )
  to.order(askers[rule.key], { type: 'recordAct', act: rule.key, document, doneOn, details }, 6)
}
