// The row of a case in the list of cases: what the law says of it, and the keys it is sorted and found by.
import type { SummaryContent } from '../../db/summaries.ts'
import type { HolidayTable } from '../../workflows/core/calendar.ts'
import { foldedText } from '../../workflows/core/folded-text.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import { papersOwed } from '../../workflows/papers/due.ts'
import { caseSummary } from '../../workflows/procedure/view.ts'

/** Cases whose papers are not all drawn stand apart, so that a start finds them without reading the rest. */
export const caseKinds = { whole: 'case', owing: 'case-owing-papers' } as const

/** The same facts and holidays give the same row whenever it is made. */
export function summaryOf(live: LiveCase, holidays: HolidayTable): SummaryContent {
  const summary = caseSummary(live, holidays)
  return {
    kind: papersOwed(live.state).length > 0 ? caseKinds.owing : caseKinds.whole,
    summary,
    sortText: foldedOnce(`${summary.title} ${summary.unit}`),
    sortAt: live.state.lastAt,
  }
}

/** Posts and units come again with every order: each text is folded once. */
const folded = new Map<string, string>()

function foldedOnce(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const made = foldedText(text)
  if (folded.size > 20_000) folded.clear()
  folded.set(text, made)
  return made
}
