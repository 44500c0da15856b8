// Check 6, second half: the counts and percentages of the record stand in the text of the page, for the page is what people read.
import { pagesOf } from '../pdf/document.ts'
import { pageRuns, type SaidRun } from '../pdf/page-text.ts'
import { isObject, type Judged, type StageRecord } from '../record-json.ts'
import { type CheckLine, line } from '../report.ts'
import type { SignedFile } from '../signed-file.ts'
import { type Figure, PageWords } from './page-words.ts'

const NO = 6

/** The minutes of the count print every share as a sum; other papers at least the percentage. */
const countMinutes = 'bien-ban-kiem-phieu'
const ballotCounts = ['ballotsIssued', 'ballotsCollected', 'ballotsValid', 'ballotsInvalid'] as const

/** Three times the figures of the fullest result table; more letters than ten of the fullest papers; the longest name. */
const MAX_FIGURES = 2_000
const MAX_TEXT = 300_000
const MAX_WORDS = 400
/** So many are named; a forger can make the list as long as he likes. */
const MOST_NAMED = 12

export async function checkPageFigures(signed: SignedFile, record: StageRecord): Promise<readonly CheckLine[]> {
  const wanted = record.judged.flatMap((judged) => figuresOf(judged, record.paper === countMinutes))
  if (wanted.length === 0)
    return record.judged.length === 0 ? [] : [line(NO, 'PAGE_NOT_COMPARED', 'skipped', { fault: 'no-figures-in-record' })]
  const pages = await pagesSaid(signed)
  const letters = pages.flat().reduce((sum, run) => sum + run.words.length, 0)
  if (wanted.length > MAX_FIGURES || letters > MAX_TEXT || wanted.some(({ words }) => words.length > MAX_WORDS))
    return [line(NO, 'PAGE_TOO_MUCH', 'undecided')]
  const words = new PageWords(pages)
  const missing = [
    ...new Set(
      wanted
        .filter((figure) => !words.say(figure))
        .map((figure) => (figure.of === undefined ? figure.words : `${figure.words} (${figure.of})`)),
    ),
  ]
  if (missing.length === 0) return [line(NO, 'PAGE_OK', 'ok', { figures: new Set(wanted.map(({ words }) => words)).size })]
  const named = missing.length > MOST_NAMED ? [...missing.slice(0, MOST_NAMED), `… (+${missing.length - MOST_NAMED})`] : missing
  return [line(NO, 'PAGE_DIFFERS', 'broken', { missing: named })]
}

async function pagesSaid({ file }: SignedFile): Promise<readonly (readonly SaidRun[])[]> {
  const pages: (readonly SaidRun[])[] = []
  for (const page of pagesOf(file)) pages.push(await pageRuns(file, page))
  return pages
}

/** As the page prints them: `13/23 = 56,52%`, `01 phiếu`, a name. */
function figuresOf({ input, output }: Judged, isCountMinutes: boolean): readonly Figure[] {
  const count = isObject(input) && isObject(input.count) ? input.count : {}
  const votes = isObject(count.votes) ? count.votes : {}
  const base = isObject(output) && isObject(output.base) ? output.base.value : undefined
  const percent = isObject(output) && isObject(output.percent) ? output.percent : {}
  const names = Object.keys(percent)
  const shares = Object.entries(percent).flatMap(([name, share]): Figure[] => {
    if (typeof share !== 'string') return []
    const number = votes[name] ?? count.agree
    const isSum = isCountMinutes && typeof number === 'number' && typeof base === 'number'
    return [{ words: name }, { words: isSum ? `${number}/${base} = ${share}%` : `${share}%`, of: name, names }]
  })
  const ballots = ballotCounts.flatMap((key): Figure[] => {
    const number = count[key]
    return isCountMinutes && typeof number === 'number' ? [{ words: `${String(number).padStart(2, '0')} phiếu` }] : []
  })
  return [...shares, ...ballots]
}
