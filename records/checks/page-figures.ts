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
  const text = await textOf(signed)
  if (wanted.length > MAX_FIGURES || text.length > MAX_TEXT || wanted.some(({ words }) => words.length > MAX_WORDS))
    return [line(NO, 'PAGE_TOO_MUCH', 'undecided')]
  const pages = new PageWords(text)
  const missing = [...new Set(wanted.filter((figure) => !pages.say(figure)).map(({ words }) => words))]
  if (missing.length === 0) return [line(NO, 'PAGE_OK', 'ok', { figures: new Set(wanted.map(({ words }) => words)).size })]
  const named = missing.length > MOST_NAMED ? [...missing.slice(0, MOST_NAMED), `… (+${missing.length - MOST_NAMED})`] : missing
  return [line(NO, 'PAGE_DIFFERS', 'broken', { missing: named })]
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

/** No name stands as often in a paper; what is beyond is not looked at. */
const MAX_PLACES = 1_000
const DIGIT_OR_COMMA = /[\d,]/
const bare = (words: string): string => words.normalize('NFC').replace(/\s+/g, '')

type Place = { readonly at: number; readonly name: string }

/** The letters of all pages, blanks left out, for a line may break anywhere; and where in them stands what is asked for. */
class PageWords {
  private readonly letters: string
  /** Of each letter: does a blank stand before it? */
  private readonly isApart: Uint8Array
  private readonly known = new Map<string, readonly number[]>()
  private readonly ofPeople = new WeakMap<readonly string[], readonly Place[]>()

  constructor(text: string) {
    const parts = text.split(/\s+/)
    this.isApart = new Uint8Array(text.length + 1)
    let at = 0
    for (const part of parts) {
      this.isApart[at] = 1
      at += part.length
    }
    this.letters = parts.join('')
  }

  say({ words, of, names = [] }: Figure): boolean {
    const places = this.placesOf(words)
    if (of === undefined) return places.length > 0
    const { length } = bare(words)
    const people = this.placesOfPeople(names)
    return this.placesOf(of).some((at) => {
      const from = at + bare(of).length
      const place = places[firstFrom(places, from, (one) => one)]
      return place !== undefined && place + length <= this.nextOther(people, from, of)
    })
  }

  /** Where the next person's name begins. */
  private nextOther(people: readonly Place[], from: number, of: string): number {
    let next = firstFrom(people, from, ({ at }) => at)
    while (people[next]?.name === of) next++
    return people[next]?.at ?? this.letters.length
  }

  private placesOfPeople(names: readonly string[]): readonly Place[] {
    const known = this.ofPeople.get(names)
    if (known) return known
    const found = names.flatMap((name) => this.placesOf(name).map((at): Place => ({ at, name }))).sort((a, b) => a.at - b.at)
    this.ofPeople.set(names, found)
    return found
  }

  /** A number counts only whole: `3 phiếu` does not stand in `13 phiếu`. */
  private placesOf(words: string): readonly number[] {
    const known = this.known.get(words)
    if (known) return known
    const wanted = bare(words)
    const found: number[] = []
    const { letters } = this
    for (let at = wanted === '' ? -1 : letters.indexOf(wanted); at >= 0 && found.length < MAX_PLACES; at = letters.indexOf(wanted, at + 1))
      if (this.isApart[at] === 1 || !DIGIT_OR_COMMA.test(letters[at - 1] ?? '')) found.push(at)
    this.known.set(words, found)
    return found
  }
}

/** Index of the first that stands at `from` or later, in a list that goes upwards. */
function firstFrom<T>(list: readonly T[], from: number, placeOf: (one: T) => number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one !== undefined && placeOf(one) < from) low = middle + 1
    else high = middle
  }
  return low
}
