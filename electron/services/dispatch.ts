// An order to a case: state from memory, the law decides, facts land in one transaction, then the papers it owes.
import { sha256Hex } from '../../db/hashing.ts'
import type { CaseId } from '../../workflows/core/ids.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { factsFromRegistry } from '../../workflows/eligibility/from-registry.ts'
import type { CaseView, Refusal } from '../../workflows/office.ts'
import { plannedOn } from '../../workflows/planning/view.ts'
import type { CaseCommand } from '../../workflows/procedure/commands.ts'
import { decide } from '../../workflows/procedure/decide.ts'
import { mayAskWhileResting, restsFor, seenBy } from '../../workflows/procedure/resting.ts'
import type { PaperState } from '../../workflows/procedure/state.ts'
import { caseView } from '../../workflows/procedure/view.ts'
import { mayAskFor } from '../../workflows/roles.ts'
import { mustBeAllowed } from './at-work.ts'
import type { OpenFile } from './open-file.ts'

export type CaseOrder = { readonly caseId: CaseId; readonly seen: number; readonly command: CaseCommand }

/** Decides and records; throws CorruptLog and ArchiveFault, after which nothing of the case is kept in memory. */
export function recordOrder(open: OpenFile, { caseId, seen, command }: CaseOrder): Result<LiveCase, Refusal> {
  const allowed = mustBeAllowed(open.operator(), command.type, mayAskFor(command))
  if (!allowed.ok) return allowed
  const apart = mustKeepApart(open, command)
  if (!apart.ok) return apart
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const live = open.cases.get(caseId)
  // Before anything of the case is told: a refusal says where it stands.
  if (live && restsFor(live.state, open.operator()?.roles ?? []) && !mayAskWhileResting(command))
    return refuse({ code: 'result-is-sealed' })
  const hidden = live && 'paperId' in command && !seenBy(live.state, open.operator()?.roles ?? []).papers.some(isOf(command.paperId))
  if (hidden) return refuse({ code: 'paper-unknown', paperId: command.paperId })
  const version = live?.state.version ?? 0
  if (version !== seen) return refuse({ code: 'changed-meanwhile', seen, version })
  if (command.type === 'fileDossierPaper') {
    const stranger = command.files.find(({ sha256 }) => !open.archive.files.has(sha256))
    if (stranger) return refuse({ code: 'dossier-file-unknown' })
  }
  const decided = decide(live, command, stamp.value, {
    sha256Hex,
    holidays: open.holidays(live),
    plannedOn: (person) => plannedOn(open.planning(), person),
    registryFacts: ({ personId, citizenId }) =>
      live === null
        ? undefined
        : factsFromRegistry({
            reads: open.archive.registry.reads,
            planning: open.planning(),
            personId,
            citizenId,
            post: live.state.opened.post,
            day: open.today(),
          }),
  })
  if (!decided.ok) return decided
  return open.recordCase(live, caseId, decided.value, stamp.value)
}

const isOf =
  (paperId: string) =>
  ({ drawn }: PaperState): boolean =>
    drawn.paperId === paperId

/** Rehearsals and records never lie in one file: said before the law is asked, and once more before the disk. */
function mustKeepApart({ keeps }: OpenFile, command: CaseCommand): Result<null, Refusal> {
  if (command.type !== 'openCase' || (command.opening.rehearsal === true) === (keeps === 'rehearsals')) return ok(null)
  return refuse({ code: keeps === 'rehearsals' ? 'only-rehearsals-here' : 'no-rehearsal-among-records' })
}

/** The case as the operator at work may see it. */
export function viewOf(open: OpenFile, live: LiveCase): CaseView {
  return caseView(live, { today: open.today(), holidays: open.holidays(live), roles: open.operator()?.roles ?? [] })
}
