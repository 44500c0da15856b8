// What a form for a paper begins with: what was typed for its last version, else what case and office know. The clerk reads it over.
import type { Operator } from '../office.ts'
import type { CaseState } from '../procedure/state.ts'
import type { RequestedKind } from './kinds.ts'
import { draftKey } from './requested/marks.ts'
import { closingKnown } from './requested/office-signer.ts'
import { type PaperTarget, requestedPapers, type Typed } from './requested.ts'

const nothing: Typed = { details: {}, rows: {} }

/** Only what the form of this paper asks for. `operators`: the people of the office. */
export function prefill(state: CaseState, operators: readonly Operator[], kind: RequestedKind, target: PaperTarget): Typed {
  const rule = requestedPapers.get(kind)
  if (!rule) return nothing
  const known = rule.prefill?.(state, target, operators) ?? {}
  const closing = closingKnown(operators)
  const earlier = state.paperRequests.findLast(
    (one) => one.kind === kind && one.conferenceId === target.conferenceId && one.personId === target.personId,
  )
  const names: readonly string[] = rule.people?.(state, target) ?? []
  const columns = (rule.columns ?? []).map(({ key }) => key)
  return {
    details: only(
      rule.fields.map(({ key }) => key),
      // A draft is followed by the paper itself.
      { ...closing, ...known.details, ...earlier?.details, [draftKey]: '' },
    ),
    rows: Object.fromEntries(names.map((id) => [id, only(columns, { ...known.rows?.[id], ...earlier?.rows?.[id as never] })])),
  }
}

const only = (keys: readonly string[], typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(keys.flatMap((key) => (typed[key] ? [[key, typed[key]]] : [])))
