// What stands in running text: shares that do not work out or that no count knows, names with other marks than their owners write.

import { type Line, linesOf } from './agreement-lines.ts'
import type { AsDrawn } from './as-drawn.ts'
import { type Claim, type Difference, difference, type Side } from './difference.ts'

const share = /(?<![\d/])(\d{1,6}) ?\/ ?(\d{1,6})(?![\d/])([^.;]{0,24}?(\d{1,3}(?:,\d{1,2})?) ?%)?/gu
const voteWords = /phiếu|tín nhiệm|đồng ý|tán thành|nhất trí|giới thiệu/iu
const loosePercent = /(?<![\d,/])(\d{1,3}(?:,\d{1,2})?) ?%/gu

/** Two decimals, half up, decimal comma (documents.md A5.2). */
export function hundredths(votes: number, base: number): string {
  const n = Math.floor((votes * 20_000 + base) / (2 * base))
  return `${Math.floor(n / 100)},${String(n % 100).padStart(2, '0')}`
}

type Known = { readonly claim: Claim; readonly votes: number; readonly base: number }

/** Shares typed or printed in sentences, held against arithmetic and against what tables say of the person the sentence names. */
export function typedShares(drawn: AsDrawn, claims: readonly Claim[]): Difference[] {
  const { nominees } = drawn.state
  const shares = claims.filter(({ key }) => key.startsWith('votes '))
  const knownOf = (personId: string): Known[] =>
    shares
      .filter(({ key }) => key.endsWith(` ${personId}`))
      .flatMap((claim) => {
        const [votes, base] = claim.says.split('/').map(Number)
        return votes === undefined || base === undefined ? [] : [{ claim, votes, base }]
      })
  return linesOf(drawn).flatMap((line) => {
    if (line.cells !== undefined) return arithmetic(drawn, line, line.text)
    return line.text.split(/(?<=[.;])\s/u).flatMap((words) => {
      const named = nominees.filter(({ name }) => words.includes(name))
      const [person] = named
      const known = person && named.length === 1 ? knownOf(person.personId) : []
      return [...arithmetic(drawn, line, words), ...(voteWords.test(words) ? unknownShares(drawn, line, words, known) : [])]
    })
  })
}

const sideIn = ({ due }: AsDrawn, { place }: Line, says: string): Side => ({ source: { paperId: due.paperId }, place, says })

/** `13/24 = 54,71%` is wrong whatever it counts. A percentage of one decimal or none is held to as many. */
function arithmetic(drawn: AsDrawn, line: Line, words: string): Difference[] {
  return [...words.matchAll(share)].flatMap(([, votes = '', base = '', , percent]) => {
    if (percent === undefined || Number(base) === 0) return []
    const right = hundredths(Number(votes), Number(base))
    if (sameShare(percent, right)) return []
    const says = `${Number(votes)}/${Number(base)} = ${percent}%`
    const other: Side = { source: { arithmetic: true }, place: {}, says: `${Number(votes)}/${Number(base)} = ${right}%` }
    return [difference('percent', `sum ${says}`, sideIn(drawn, line, says), other)]
  })
}

function sameShare(written: string, exact: string): boolean {
  const decimals = written.split(',')[1]?.length ?? 0
  const [whole = 0, rest = 0] = exact.split(',').map(Number)
  const steps = 10 ** (2 - decimals)
  const rounded = Math.floor((whole * 100 + rest + steps / 2) / steps)
  const [mine = '0', part = ''] = written.split(',')
  return Number(mine + part) === rounded
}

function unknownShares(drawn: AsDrawn, line: Line, words: string, known: readonly Known[]): Difference[] {
  if (known.length === 0) return []
  const side = (says: string) => sideIn(drawn, line, says)
  const fractions = [...words.matchAll(share)]
  const wrong = fractions.flatMap(([all, votes = '', base = '']) => {
    if (known.some((one) => one.votes === Number(votes) && one.base === Number(base))) return []
    const other = known.find((one) => one.base === Number(base)) ?? nearest(known, Number(votes) / Number(base))
    return [difference('count', `said ${other.claim.key} ${Number(votes)}/${Number(base)}`, side(all.trim()), other.claim)]
  })
  if (fractions.length > 0) return wrong
  return [...words.matchAll(loosePercent)].flatMap(([all, percent = '']) => {
    if (known.some(({ votes, base }) => sameShare(percent, hundredths(votes, base)))) return []
    const { claim, votes, base } = nearest(known, Number(percent.replace(',', '.')) / 100)
    return [
      difference('percent', `said ${claim.key} ${percent}%`, side(all), { ...claim, says: `${claim.says} = ${hundredths(votes, base)}%` }),
    ]
  })
}

/** What was probably meant: only to show it. */
const nearest = (known: readonly Known[], part: number): Known =>
  known.reduce((best, one) => (Math.abs(one.votes / one.base - part) < Math.abs(best.votes / best.base - part) ? one : best))

// --- Names

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
/** Letters of each syllable, its tone behind them: wherever the tone is written, `Hoà` and `Hòa` are one name (A9.5). */
const toneLast = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => {
      const apart = word.toLowerCase().normalize('NFD')
      return apart.replace(tone, '') + (apart.match(tone) ?? []).join('')
    })
    .join(' ')
const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu
const isSameName = (one: string, other: string): boolean => toneLast(one) === toneLast(other)

type KnownName = { readonly name: string; readonly letters: string }
/** Names by the first two words of their letters: a case has hundreds of names and tens of thousands of lines. */
type NameBook = { readonly names: ReadonlySet<string>; readonly byStart: ReadonlyMap<string, readonly KnownName[]> }
const books = new WeakMap<AsDrawn['state'], NameBook>()

function nameBook(state: AsDrawn['state']): NameBook {
  const known = books.get(state)
  if (known) return known
  const names = new Set([
    ...state.nominees.map(({ name }) => name),
    ...state.conferences.flatMap(({ list }) => list.map(({ name }) => name)),
  ])
  const several = [...names].filter((name) => name.includes(' ')).map((name): KnownName => ({ name, letters: fold(name) }))
  const book = { names, byStart: Map.groupBy(several, ({ letters }) => startOf(letters)) }
  books.set(state, book)
  return book
}

const startOf = (letters: string): string => letters.split(' ', 2).join(' ')
const twoWords = /(?<![a-z])(?=([a-z]+ [a-z]+))/gu

/** The same letters with other marks: `Nguyễn Thi Hà` for `Nguyễn Thị Hà`. `Hoà` for `Hòa` is the same name (A9.5). */
export function misspelt(drawn: AsDrawn, papers: readonly AsDrawn[]): Difference[] {
  const { names, byStart } = nameBook(drawn.state)
  return linesOf(drawn).flatMap((line) => {
    if (names.has(line.text)) return []
    const letters = fold(line.text)
    // Letters taken apart and put together again must stand at the same places.
    if (letters.length !== line.text.length) return []
    return [...letters.matchAll(twoWords)].flatMap(({ index, 1: start = '' }) =>
      (byStart.get(start) ?? []).flatMap(({ name, letters: sought }) => {
        if (!letters.startsWith(sought, index) || /[a-z]/.test(letters[index + sought.length] ?? ' ')) return []
        const typed = line.text.slice(index, index + name.length)
        if (typed.toLowerCase() === name.toLowerCase() || names.has(typed) || isSameName(typed, name)) return []
        const right = rightlySpelt(name, drawn, papers)
        return right ? [difference('name', `spelling ${typed}`, sideIn(drawn, line, typed), right)] : []
      }),
    )
  })
}

/** Where the name stands as its owner writes it: in another paper if it can be, else in this one's other lines. */
function rightlySpelt(name: string, drawn: AsDrawn, papers: readonly AsDrawn[]): Side | undefined {
  for (const paper of [...papers.filter((one) => one !== drawn), drawn]) {
    const line = linesOf(paper).find(({ text }) => text.includes(name))
    if (line) return sideIn(paper, line, name)
  }
  return undefined
}
