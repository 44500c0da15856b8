// Letting another person sign in the place of the expected one: a paper of competence behind it, a reason, and the paper is made anew so that it says so.
import { refuse } from '../core/result.ts'
import { dayOf } from '../core/stamp.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Deciding, type Decision, inOrder } from '../procedure/deciding.ts'
import type { FactOf } from '../procedure/facts.ts'
import { type CaseState, findConference } from '../procedure/state.ts'
import { isOwedKind, type PaperKind } from './kinds.ts'
import { shortDay } from './official-text.ts'
import { requestFact } from './request-fact.ts'

export type SignerException = Omit<FactOf<'signerAllowed'>, 'type'>

/**
 * The drawn paper names its signers, in ink and in its data: it cannot be signed by somebody else. A new version names the other one
 * and says in whose place, why and by which document (documents.md B5 WRONG_SIGNER: else the signature counts as broken).
 */
export function allowSigner(d: Deciding, { type, paperId, field, name, citizenId, reason, document }: CommandOf<'allowSigner'>): Decision {
  const { state } = d
  const paper = state.papers.find(({ drawn }) => drawn.paperId === paperId)
  if (!paper) return refuse({ code: 'paper-unknown', paperId })
  const { kind, conferenceId, fields } = paper.drawn
  if (!isOwedKind(kind) || conferenceId === undefined) return refuse({ code: 'signer-typed-with-paper', kind })
  if (paper.voided !== undefined) return refuse({ code: 'paper-voided', paperId })
  if (paper.supersededBy !== undefined) return refuse({ code: 'paper-superseded', paperId, by: paper.supersededBy })
  const place = fields.find((one) => one.field === field)
  if (!place) return refuse({ code: 'field-unknown', field })
  if (paper.completed !== undefined || paper.signatures.some((one) => one.field === field)) return refuse({ code: 'already-signed', field })
  if (place.personName === name && place.citizenId === citizenId) return refuse({ code: 'signer-is-expected', name })
  // One person in two roles would witness himself (documents.md B5 WRONG_ROLE_ORDER).
  const other = fields.find((one) => one.field !== field && (one.citizenId === citizenId || one.personName === name))
  if (other) return refuse({ code: 'signer-has-another-place', name })
  if (document.date > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: document.date })
  const expected = expectedAt(state, kind, conferenceId, field) ?? {
    name: place.personName,
    ...(place.citizenId !== undefined && { citizenId: place.citizenId }),
  }
  const words = `${name} ký thay ${expected.name} theo ${document.number} ngày ${shortDay(document.date)}. ${reason}`
  const day = dayOf(d.stamp.at)
  return inOrder(d, type, [
    { type: 'signerAllowed', paperId, kind, conferenceId, field, expected, allowed: { name, citizenId }, reason, document },
    requestFact(state, { kind, conferenceId: findConference(state, conferenceId)?.conferenceId, day, details: {}, reason: words }),
  ])
}

/** The newest word on who may sign there instead. */
export const exceptionAt = (
  state: Pick<CaseState, 'signerExceptions'>,
  kind: PaperKind,
  conferenceId: string,
  field: string,
): SignerException | undefined =>
  state.signerExceptions.findLast((one) => one.kind === kind && one.conferenceId === conferenceId && one.field === field)

/** Who was expected before any exception: a second one is still in the place of the same person. */
const expectedAt = (state: CaseState, kind: PaperKind, conferenceId: string, field: string): SignerException['expected'] | undefined =>
  exceptionAt(state, kind, conferenceId, field)?.expected
