// The rows of the list of cases, read once when a file is opened and moved on with each append: ten thousand rows need no reading to be shown.
import type { Archive } from '../../db/archive.ts'
import type { SummaryContent } from '../../db/summaries.ts'
import type { CaseSummary } from '../../workflows/procedure/case-view.ts'
import { caseKinds, foldedText } from './summary-row.ts'

export type CaseList = {
  /** Newest first. Every word searched for must be found in the title or the unit, with or without its marks. */
  find(search: string): readonly CaseSummary[]
  /** Streams of the cases whose papers are not all drawn. */
  owing(): readonly string[]
  newestAt(): string | undefined
  put(stream: string, row: SummaryContent): void
  reload(): void
}

export function caseList(archive: Archive): CaseList {
  /** In the order in which they changed, the newest last. */
  const rows = new Map<string, SummaryContent>()
  const reload = () => {
    rows.clear()
    for (const { stream, ...row } of archive.summaries.list({ order: 'at' })) rows.set(stream, row)
  }
  reload()
  return {
    find(search) {
      const words = foldedText(search).split(/\s+/).filter(Boolean)
      const found = [...rows.values()].filter(({ sortText }) => words.every((word) => sortText.includes(word)))
      return found.reverse().map(({ summary }) => summary as CaseSummary)
    },
    owing: () => [...rows].filter(([, { kind }]) => kind === caseKinds.owing).map(([stream]) => stream),
    newestAt: () => [...rows.values()].at(-1)?.sortAt,
    put(stream, row) {
      rows.delete(stream)
      rows.set(stream, row)
    },
    reload,
  }
}
