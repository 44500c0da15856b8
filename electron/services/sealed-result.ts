// A sealed result leaves the services for two people and thirty seconds, and never with the case.
import { sealedResultOf } from '../../workflows/conference/view.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal, SealedResultView } from '../../workflows/office.ts'
import { mayLook, shownFor } from '../../workflows/procedure/seal-opening.ts'
import { mayAsk } from '../../workflows/roles.ts'
import { mustBeAllowed } from './at-work.ts'
import type { OpenFile } from './open-file.ts'
import type { Services } from './services.ts'

type Asked = { readonly caseId: string; readonly conferenceId: string }

export function sealedResult({ clock }: Services, open: OpenFile, { caseId, conferenceId }: Asked): Result<SealedResultView, Refusal> {
  const operator = open.operator()
  const allowed = mustBeAllowed(operator, 'openSeal', mayAsk.openSeal)
  if (!allowed.ok) return allowed
  const state = open.cases.get(caseId)?.state
  if (state === undefined) return refuse({ code: 'case-unknown', caseId })
  const result = sealedResultOf(state, conferenceId)
  if (result === undefined) return refuse({ code: 'no-sealed-result', conferenceId })
  if (!mayLook(state, conferenceId, operator?.operatorId ?? '', clock())) return refuse({ code: 'seal-is-shut', seconds: shownFor })
  const opening = state.sealOpenings.findLast((one) => one.conferenceId === conferenceId)
  const since = (Date.parse(clock()) - Date.parse(opening?.openedAt ?? clock())) / 1000
  return ok({ result, seconds: Math.max(Math.ceil(shownFor - since), 0) })
}
