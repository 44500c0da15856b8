// How papers write days, hours, shares and lists (documents.md A2, A5.2).
import type { JudgedCount } from '../conference/judged.ts'
import { baseWords } from '../wording/papers.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** `ngày 03 tháng 02 năm 2026`: days under 10 and months 1 and 2 with a leading zero, months 3-12 without (A2). `day` is an ISO day. */
export function dayInWords(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return `ngày ${two(date)} tháng ${month < 3 ? two(month) : month} năm ${year}`
}

/** `08 giờ 30 phút` of an instant, as its own offset reads it. */
export const hourInWords = (instant: string): string => `${instant.slice(11, 13)} giờ ${instant.slice(14, 16)} phút`
export const momentInWords = (instant: string): string => `${hourInWords(instant)}, ${dayInWords(instant.slice(0, 10))}`

/** `15/9/2026`, for tables. */
export function shortDay(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return `${two(date)}/${month < 3 ? two(month) : month}/${year}`
}

/** A day of birth as it is known: `20/3/1975` of `1975-03-20`; a year, or what is written otherwise, stays. */
export const birthText = (birthDate: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? shortDay(birthDate) : birthDate)

/** A SHA-256 that may be broken between its groups of sixteen. */
export const digestText = (sha256: string): string => (sha256.match(/.{1,16}/g) ?? []).join(' ')

/** Numbers of people and slips under 10 with a leading zero, so that nothing can be put before them. */
export const amount = two

export type Share = { readonly votes: number; readonly base: number; readonly percent: string; readonly of: string }

/** `13/24 = 54,17% (người được triệu tập)`: the fraction first, for only whole numbers decide (A5.2). */
export const shareText = ({ votes, base, percent, of }: Share): string => `${votes}/${base} = ${percent}% (${of})`

/** The share of one name as it was judged; `isOnly`: the one name of a ballot with agree and disagree. */
export function shareOf({ input, output }: JudgedCount, name: string, isOnly: boolean): Share {
  const { count } = input
  const votes = count.votes?.[name] ?? (isOnly ? count.agree : undefined) ?? 0
  const percent = output.percent[name] ?? (isOnly ? output.percent.agree : undefined) ?? '0,00'
  return { votes, base: output.base.value, percent, of: baseWords[output.base.name] }
}

export const sentence = (words: string): string => (/[.!?:;]$/u.test(words) ? words : `${words}.`)
export const first = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
