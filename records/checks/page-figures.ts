// Check 6, second half: the counts and percentages of the record stand in the text of the page, for the page is what people read.
import { pagesOf } from '../pdf/document.ts'
import { pageText } from '../pdf/page-text.ts'
import { isObject, type Judged, type StageRecord } from '../record-json.ts'
import { type CheckLine, line } from '../report.ts'
import type { SignedFile } from '../signed-file.ts'

const NO = 6

/** The minutes of the count print every share as a sum; other papers at least the percentage. */
const countMinutes = 'bien-ban-kiem-phieu'
const ballotCounts = ['ballotsIssued', 'ballotsCollected', 'ballotsValid', 'ballotsInvalid'] as const

export async function checkPageFigures(signed: SignedFile, record: StageRecord): Promise<readonly CheckLine[]> {
  const wanted = record.judged.flatMap((judged) => figuresOf(judged, record.paper === countMinutes))
  if (wanted.length === 0)
    return record.judged.length === 0 ? [] : [line(NO, 'PAGE_NOT_COMPARED', 'skipped', { fault: 'no-figures-in-record' })]
  const text = await textOf(signed)
  const missing = [...new Set(wanted.filter((figure) => !stands(text, figure)).map(({ words }) => words))]
  if (missing.length === 0) return [line(NO, 'PAGE_OK', 'ok', { figures: new Set(wanted.map(({ words }) => words)).size })]
  return [line(NO, 'PAGE_DIFFERS', 'broken', { missing })]
}

/** Words the page must print; with `of`, after that name and before the next of `names`: two people's shares exchanged are another result. */
type Figure = { readonly words: string; readonly of?: string; readonly names?: readonly string[] }

async function textOf({ file }: SignedFile): Promise<string> {
  const pages: string[] = []
  for (const page of pagesOf(file)) pages.push(await pageText(file, page))
  return pages.join('\n').normalize('NFC')
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

function stands(text: string, { words, of, names = [] }: Figure): boolean {
  const figure = patternOf(words)
  if (of === undefined) return figure.test(text)
  const others = names.filter((name) => name !== of).map((name) => patternOf(name))
  return [...text.matchAll(new RegExp(patternOf(of), 'gu'))].some(({ 0: name, index }) => {
    const rest = text.slice(index + name.length)
    const end = Math.min(rest.length, ...others.map((other) => other.exec(rest)?.index ?? rest.length))
    return figure.test(rest.slice(0, end))
  })
}

/** Lines may break anywhere in it; but a number counts only whole: `3 phiếu` does not stand in `13 phiếu`. */
function patternOf(words: string): RegExp {
  // Every letter by its number: nothing in a name can be read as a pattern.
  const letters = [...words.normalize('NFC').replace(/\s+/g, '')].map((letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`)
  return new RegExp(`(?<![\\d,])${letters.join('\\s*')}`, 'u')
}
