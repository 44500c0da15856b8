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
/** What two texts have in common however they are broken into lines. */
export const bare = (words: string): string => words.normalize('NFC').replace(/\s+/g, '')

type Run = {
  readonly said: SaidRun
  readonly page: number
  /** Its first letter among all. */
  readonly from: number
  /** From the top, over all pages. */
  line: number
  /** In its line, from the left. */
  column: number
}
type Place = { readonly at: number; readonly name: string; readonly run: Run }

export class PageWords {
  private readonly letters: string
  /** Of each letter: does a blank stand before it? */
  private readonly isApart: Uint8Array
  /** In the order of drawing. */
  private readonly runs: readonly Run[]
  private readonly lines: readonly (readonly Run[])[]
  private readonly known = new Map<string, readonly number[]>()
  private readonly ofPeople = new WeakMap<readonly string[], readonly Place[]>()

  constructor(pages: readonly (readonly SaidRun[])[]) {
    const runs: Run[] = []
    const lines: (readonly Run[])[] = []
    const apart: number[] = []
    let text = ''
    let from = 0
    for (const [page, said] of pages.entries()) {
      const own: Run[] = []
      let block = -1
      for (const one of said) {
        if (!one.isUpright) continue
        const words = plain(one.words)
        if (words === '') continue
        const run = { said: one, page, from, line: 0, column: 0 }
        own.push(run)
        if (one.block !== block) apart.push(from)
        block = one.block
        for (let i = 0; i < words.length; i++) {
          if (words.charCodeAt(i) === BLANK) apart.push(from)
          else from++
        }
        text += words
      }
      for (const run of own) runs.push(run)
      for (const line of linesOf(own, lines.length)) lines.push(line)
    }
    this.runs = runs
    this.lines = lines
    this.letters = text.replaceAll(' ', '')
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
    if (next.line < run.line || run.said.foot - next.said.foot > NEXT_LINE * Math.max(run.said.size, next.said.size)) return false
    // Broken at the end of its own line, and taken up at the beginning of one: nothing of another word stands right beside.
    const right = this.lines[run.line]?.[run.column + 1]
    const left = this.lines[next.line]?.[next.column - 1]
    return (!right || right.said.left - run.said.right() > APART) && (!left || next.said.left - left.said.right() > APART)
  }
}

const BLANK = 0x20

/** Composed, and every blank a plain one. The letters of our papers need no composing, and their blanks are plain: read as they lie. */
function plain(words: string): string {
  for (let i = 0; i < words.length; i++) if (!isPlain(words.charCodeAt(i))) return words.normalize('NFC').replace(/\s/g, ' ')
  return words
}

/** Printable ASCII, Latin letters and their marks, the Vietnamese ones, dashes and quotes. */
const isPlain = (code: number): boolean =>
  (code >= BLANK && code <= 0x7e) ||
  (code > 0xa0 && code <= 0x2ff) ||
  (code >= 0x1ea0 && code <= 0x1ef9) ||
  (code >= 0x2010 && code <= 0x2027)

/** From the top, the first of them the `first`-th of all; in each from the left. */
function linesOf(runs: readonly Run[], first: number): readonly (readonly Run[])[] {
  const lines: Run[][] = []
  let foot = Number.POSITIVE_INFINITY
  for (const run of runs.toSorted((a, b) => b.said.foot - a.said.foot)) {
    if (foot - run.said.foot > ONE_LINE) lines.push([])
    foot = run.said.foot
    run.line = first + lines.length - 1
    lines.at(-1)?.push(run)
  }
  for (const line of lines) {
    line.sort((a, b) => a.said.left - b.said.left)
    for (const [column, run] of line.entries()) run.column = column
  }
  return lines
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
