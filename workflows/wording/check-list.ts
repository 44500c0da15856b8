// The nine numbered checks as people read them: one row for each, its worst line speaking for it; the same on screen, in the terminal and in print.
import { checkTitles } from './check-codes.ts'

type Lang = 'vi' | 'en'
export type ListedState = 'ok' | 'broken' | 'undecided' | 'note' | 'skipped'
type Line = { readonly no: number; readonly state: ListedState }

export type CheckRow<L extends Line> = {
  readonly no: number
  readonly state: ListedState
  readonly lines: readonly L[]
}

/** What weighs more speaks first. Skipped weighs more than right: a row half done is not a passed one. */
const weights: Readonly<Record<ListedState, number>> = { broken: 4, undecided: 3, note: 2, skipped: 1, ok: 0 }
const heavier = (a: ListedState, b: ListedState): ListedState => (weights[b] > weights[a] ? b : a)

/** All nine, in order. A number without a line is skipped, whatever the report forgot. */
export function checkRows<L extends Line>(lines: readonly L[]): readonly CheckRow<L>[] {
  return checkTitles.map((_, at) => {
    const own = lines.filter(({ no }) => no === at + 1)
    const state = own.length === 0 ? 'skipped' : own.map((one) => one.state).reduce(heavier)
    return { no: at + 1, state, lines: own.toSorted((a, b) => weights[b.state] - weights[a.state]) }
  })
}

export const isOpen = (state: ListedState): boolean => state === 'broken' || state === 'undecided'

export const stateWords: Readonly<Record<ListedState, Readonly<Record<Lang, string>>>> = {
  ok: { vi: 'đúng', en: 'right' },
  broken: { vi: 'hỏng', en: 'broken' },
  undecided: { vi: 'chưa kết luận', en: 'undecided' },
  note: { vi: 'ghi chú', en: 'note' },
  skipped: { vi: 'chưa làm', en: 'not done' },
}

type Told = { readonly overall: 'HOP_LE' | 'KHONG_HOP_LE' | 'CHUA_DU_CO_SO'; readonly lines: readonly Line[] }
export type Verdict = { readonly title: string; readonly sub: string }

/** The verdict in one line, and what stands behind it: which checks broke, how many were not done. */
export function verdictOf({ overall, lines }: Told, lang: Lang): Verdict {
  const rows = checkRows(lines)
  const numbers = (state: ListedState) => rows.filter((row) => row.state === state).map(({ no }) => no)
  const undone = rows.filter((row) => row.lines.some(({ state }) => state === 'skipped') || row.lines.length === 0).length
  const left = undone === 0 ? '' : lang === 'vi' ? ` Có ${undone} phép chưa làm hoặc chưa làm đủ.` : ` ${undone} not done, or not wholly.`
  const [broken, undecided] = [numbers('broken').join(', '), numbers('undecided').join(', ')]
  if (overall === 'KHONG_HOP_LE') {
    return lang === 'vi'
      ? {
          title: 'Không hợp lệ: không dùng tệp này',
          sub: `Hỏng ở phép kiểm số ${broken} trong 9. Các phép kia vẫn chạy hết, để biết còn tin được gì.`,
        }
      : {
          title: 'Not valid: do not use this file',
          sub: `Broken at check ${broken} of 9. The others were run all the same, to know what can still be relied on.`,
        }
  }
  if (overall === 'CHUA_DU_CO_SO') {
    return lang === 'vi'
      ? { title: 'Chưa đủ cơ sở kết luận', sub: `Chưa kết luận được ở phép kiểm số ${undecided} trong 9.${left}` }
      : { title: 'Cannot decide', sub: `Undecided at check ${undecided} of 9.${left}` }
  }
  return lang === 'vi'
    ? { title: 'Hợp lệ', sub: `Những phép kiểm đã làm đều đúng.${left}` }
    : { title: 'Valid', sub: `The checks that were done hold.${left}` }
}

export const titleOf = (no: number, lang: Lang): string => checkTitles[no - 1]?.[lang] ?? String(no)
