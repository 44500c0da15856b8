// What every export of a case asks first: who may, which case, and that no classified paper leaves the file (documents.md A4 rule 2).
import type { CaseId } from '../../workflows/core/ids.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { dayOf, type Stamp } from '../../workflows/core/stamp.ts'
import { isPrintOnly } from '../../workflows/desk/policies.ts'
import type { Refusal } from '../../workflows/office.ts'
import { classificationOf } from '../../workflows/papers/classification.ts'
import { stampFor } from './at-work.ts'
import type { OpenFile } from './open-file.ts'

/** Refused: what `stampFor` refuses, `case-unknown`, `classified-print-only`. */
export function caseToExport(open: OpenFile, caseId: CaseId): Result<{ readonly live: LiveCase; readonly stamp: Stamp }, Refusal> {
  const stamp = stampFor(open, 'exportCase')
  if (!stamp.ok) return stamp
  // A file of rehearsals hands nothing over: whatever leaves it could be taken for a record.
  if (open.keeps === 'rehearsals') return refuse({ code: 'rehearsal-not-exported' })
  const live = open.cases.get(caseId)
  if (live === null) return refuse({ code: 'case-unknown', caseId })
  const classification = classificationOf(live.state)
  if (isPrintOnly(open.desk().state, classification, dayOf(stamp.value.at)))
    return refuse({ code: 'classified-print-only', classification })
  return ok({ live, stamp: stamp.value })
}
