// Data files of many made-up cases for replay and for the first screen: real archives, whole chains, rows of the list as the app writes them.
import { randomBytes } from 'node:crypto'
import { openArchive } from '../../db/open.ts'
import type { SummaryRow } from '../../db/summaries.ts'
import { caseStream, replayRows } from '../../electron/services/case-memory.ts'
import { beginDesk } from '../../electron/services/open-file.ts'
import { caseKinds, summaryOf } from '../../electron/services/summary-row.ts'
import { holidayTable } from '../../workflows/rulebooks/holidays.ts'
import { sampleCases } from '../../workflows/sample/many.ts'
import { factsOf } from './sample-facts.ts'

export const bigFilePassphrase = 'bench'

/**
 * `whole` cases run to the archive (about 150 facts, no papers drawn). `short` ones stop before their first meeting is closed: they owe no
 * papers, so that somebody can start work without thousands of drawings. Returns how many facts it holds.
 */
export function makeBigFile(file: string, cases: number, depth: 'short' | 'whole'): number {
  const archive = openArchive({
    file,
    passphrase: bigFilePassphrase,
    create: { origin: `bench-${randomBytes(4).toString('hex')}` },
    cost: 12,
  })
  const holidays = holidayTable('vn')
  const rows: SummaryRow[] = []
  try {
    // One short sample in four has held its first conference.
    for (const sample of sampleCases(depth === 'short' ? Math.ceil((cases * 4) / 3) : cases, depth)) {
      const [first] = sample.operators
      if (archive.head().size === 0 && first) {
        const operators = sample.operators.map((operator) => ({ type: 'operatorAdded', operator }) as const)
        const opened = { type: 'officeOpened', origin: archive.origin, organisation: sample.organisation, appVersion: 'bench' } as const
        beginDesk(archive, [opened, ...operators], sample.acts[0]?.at ?? '', first.operatorId)
      }
      appendCase(sample.caseId, factsOf(sample))
    }
    archive.summaries.putAll(rows)
    return archive.head().size
  } finally {
    archive.close()
  }

  /** One append for each case: the chain is the same, and a thousand cases are made in a minute. */
  function appendCase(caseId: string, facts: ReturnType<typeof factsOf>): void {
    const stream = caseStream(caseId)
    const who = { at: facts.at(-1)?.at ?? '', by: facts[0]?.by ?? '' }
    const news = facts.map(({ fact: { type, ...payload } }) => ({ type, payload }))
    const live = replayRows(
      caseId,
      news.map((one, index) => ({ ...one, ...who, stream, seq: 0, version: index + 1 })),
    )
    if (!live) throw new Error(caseId)
    const row = summaryOf(live, holidays)
    if (depth === 'short' && row.kind === caseKinds.owing) return
    const done = archive.append(stream, 0, news, who)
    if (!done.ok) throw new Error(done.refusal.code)
    rows.push({ ...row, stream, version: done.value.version })
  }
}
