// Where on the pages words stand, as they are seen: letters that follow each other only in the order of drawing say nothing, and a share belongs
// to the person whose name an eye meets before it.
import type { SaidRun } from '../pdf/page-text.ts'

/** Words the page must print; with `of`, after that name and before the next of `names`: two people's shares exchanged are another result. */
export type Figure = { readonly words: string; readonly of?: string; readonly names?: readonly string[] }

/** No name stands as often in a paper; what is beyond is not looked at. */
const MAX_PLACES = 300
const DIGIT_OR_COMMA = /[\d,]/
/** Points: feet that differ by less stand on one line. */
const ONE_LINE = 3
/** Points; between letters of a word and letters of the next cell. */
const APART = 4
/** Times the size of the letters: how far below its line the next one begins. */
const NEXT_LINE = 3
const bare = (words: string): string => words.normalize('NFC').replace(/\s+/g, '')

type Run = SaidRun & {
  readonly page: number
  /** From the top, over all pages. */
  readonly line: number
  /** In its line, from the left. */
  readonly column: number
  /** Its first letter among all. */
  readonly from: number
}
type Place = { readonly at: number; readonly name: string; readonly run: Run }

export class PageWords {
  private readonly letters: string
  /** Of each letter: does a blank stand before it? */
  private readonly isApart: Uint8Array
  /** In the order of drawing. */
  private readonly runs: readonly Run[]
  private readonly lines: readonly (readonly SaidRun[])[]
  private readonly known = new Map<string, readonly number[]>()
  private readonly ofPeople = new WeakMap<readonly string[], readonly Place[]>()

  constructor(pages: readonly (readonly SaidRun[])[]) {
    const upright = pages.map((runs) => runs.filter((run) => run.isUpright && bare(run.words) !== ''))
    this.lines = upright.flatMap(linesOf)
    const seats = new Map(this.lines.flatMap((line, at) => line.map((run, column) => [run, { line: at, column }] as const)))
    const runs: Run[] = []
    const parts: string[] = []
    const apart: number[] = []
    let from = 0
    for (const [page, said] of upright.entries()) {
      for (const run of said) {
        const seat = seats.get(run) ?? { line: 0, column: 0 }
        runs.push({ ...run, ...seat, page, from })
        if (run.block !== runs.at(-2)?.block) apart.push(from)
        for (const [i, word] of run.words.normalize('NFC').split(/\s+/).entries()) {
          if (i > 0) apart.push(from)
          parts.push(word)
          from += word.length
        }
      }
    }
    this.runs = runs
    this.letters = parts.join('')
    this.isApart = new Uint8Array(this.letters.length + 1)
    for (const at of apart) this.isApart[at] = 1
  }

  say({ words, of, names = [] }: Figure): boolean {
    const places = this.placesOf(words)
    if (of === undefined) return places.length > 0
    const people = this.placesOfPeople(names)
    const { length } = bare(words)
    // Its end decides: a figure of two lines begins a little above a name that stands in the middle of their row.
    return places.some((at) => this.belongsTo(of, at + length - 1, people))
  }

  /** Is it `of` whose name, among those of all people, an eye that reads line by line met last? */
  private belongsTo(of: string, at: number, people: readonly Place[]): boolean {
    const run = this.runAt(at)
    if (!run) return false
    const next = firstFrom(people, (one) => order(one.run, one.at, run, at) < 0)
    const before = people[next - 1]
    if (!before) return false
    for (let i = next - 1; i >= 0 && people[i]?.at === before.at; i--) if (people[i]?.name === of) return true
    return false
  }

  /** In the order an eye meets them. */
  private placesOfPeople(names: readonly string[]): readonly Place[] {
    const known = this.ofPeople.get(names)
    if (known) return known
    const found = names.flatMap((name) =>
      this.placesOf(name).flatMap((at): Place[] => {
        const run = this.runAt(at)
        return run ? [{ at, name, run }] : []
      }),
    )
    found.sort((a, b) => order(a.run, a.at, b.run, b.at))
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
    for (
      let at = wanted === '' ? -1 : letters.indexOf(wanted);
      at >= 0 && found.length < MAX_PLACES;
      at = letters.indexOf(wanted, at + 1)
    ) {
      if (this.isApart[at] !== 1 && DIGIT_OR_COMMA.test(letters[at - 1] ?? '')) continue
      if (this.areTogether(at, at + wanted.length)) found.push(at)
    }
    this.known.set(words, found)
    return found
  }

  private runIndexAt(at: number): number {
    return firstFrom(this.runs, ({ from }) => from <= at) - 1
  }
  private runAt(at: number): Run | undefined {
    return this.runs[this.runIndexAt(at)]
  }

  /** Do the letters in [from, to) stand one after the other for an eye, too? */
  private areTogether(from: number, to: number): boolean {
    for (let index = this.runIndexAt(from); ; index++) {
      const [run, next] = [this.runs[index], this.runs[index + 1]]
      if (!run) return false
      if (!next || next.from >= to) return true
      if (!this.follows(run, next)) return false
    }
  }

  private follows(run: Run, next: Run): boolean {
    // A row may break over the end of a page.
    if (next.page !== run.page) return next.page === run.page + 1
    if (next.line === run.line) return next.column === run.column + 1
    if (next.line < run.line || run.foot - next.foot > NEXT_LINE * Math.max(run.size, next.size)) return false
    // Broken at the end of its own line, and taken up at the beginning of one: nothing of another word stands right beside.
    const right = this.lines[run.line]?.[run.column + 1]
    const left = this.lines[next.line]?.[next.column - 1]
    return (!right || right.left - run.right > APART) && (!left || next.left - left.right > APART)
  }
}

/** From the top; in each from the left. */
function linesOf(runs: readonly SaidRun[]): readonly (readonly SaidRun[])[] {
  const lines: SaidRun[][] = []
  let foot = Number.POSITIVE_INFINITY
  for (const run of runs.toSorted((a, b) => b.foot - a.foot)) {
    if (foot - run.foot > ONE_LINE) lines.push([])
    foot = run.foot
    lines.at(-1)?.push(run)
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left))
}

/** Below zero where the first is met first. */
const order = (a: Run, at: number, b: Run, bAt: number): number => a.line - b.line || a.column - b.column || at - bAt

/** Index of the first for which `isBefore` no longer holds, in a list that goes upwards. */
function firstFrom<T>(list: readonly T[], isBefore: (one: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one !== undefined && isBefore(one)) low = middle + 1
    else high = middle
  }
  return low
}
