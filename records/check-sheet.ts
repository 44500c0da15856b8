// A check on paper: what was checked, when and by which lists, the verdict of each file and all nine checks, as values the layout only draws.
import { checkAdvice } from '../workflows/wording/check-advice.ts'
import { checkOverall, checkSentence } from '../workflows/wording/check-codes.ts'
import { checkRows, type ListedState, stateWords, titleOf, verdictOf } from '../workflows/wording/check-list.ts'
import { checkLead } from '../workflows/wording/check-subjects.ts'
import type { BagReport } from './check-bag.ts'
import type { CheckLine, Overall, Report } from './report.ts'

export type SheetLang = 'vi' | 'en'
type SheetLine = { readonly text: string; readonly code: string; readonly means: string; readonly todo: string }
type SheetRow = {
  readonly no: string
  readonly title: string
  readonly state: ListedState
  readonly word: string
  readonly lines: readonly SheetLine[]
}
export type SheetFile = {
  readonly name: string
  /** Above its verdict where its data are made up; else empty. */
  readonly mark: string
  readonly verdict: string
  readonly sub: string
  readonly overall: Overall
  readonly sha256: string
  readonly rows: readonly SheetRow[]
}
export type CheckSheet = {
  readonly lang: SheetLang
  readonly words: Readonly<
    Record<'title' | 'note' | 'result' | 'check' | 'means' | 'todo' | 'sample' | 'rehearsal' | 'summary' | 'file', string>
  >
  /** ISO day of the check, for the file's own date. */
  readonly day: string
  readonly files: readonly SheetFile[]
}

/** One file of a run; a package stands before its records. */
export type SheetEntry = { readonly name: string } & ({ readonly report: Report } | { readonly bag: Pick<BagReport, 'overall' | 'lines'> })

const words: Readonly<Record<SheetLang, CheckSheet['words']>> = {
  vi: {
    title: 'KẾT QUẢ KIỂM TRA HỒ SƠ',
    note: 'Bản in này ghi lại một lần kiểm; nó không thay cho hồ sơ và không có giá trị chứng nhận. Phép kiểm nào chưa làm thì ghi là chưa làm.',
    summary: 'Tóm tắt',
    file: 'Tệp',
    result: 'Kết quả',
    check: 'Phép kiểm',
    means: 'Nghĩa là: ',
    todo: 'Làm gì: ',
    sample: 'DỮ LIỆU MẪU',
    rehearsal: 'DIỄN TẬP',
  },
  en: {
    title: 'RESULT OF A CHECK OF RECORDS',
    note: 'This print notes one check; it does not stand for the record and certifies nothing. A check that was not done is said as not done.',
    summary: 'Summary',
    file: 'File',
    result: 'Result',
    check: 'Check',
    means: 'What it means: ',
    todo: 'What to do: ',
    sample: 'SAMPLE DATA',
    rehearsal: 'REHEARSAL',
  },
}

export const checkSheet = (entries: readonly SheetEntry[], lang: SheetLang, day: string): CheckSheet => ({
  lang,
  words: words[lang],
  day,
  files: entries.map((entry) => fileOf(entry, lang)),
})

function fileOf(entry: SheetEntry, lang: SheetLang): SheetFile {
  const name = entry.name.normalize('NFC')
  if ('bag' in entry) {
    const { overall, lines } = entry.bag
    const title = lang === 'vi' ? 'Gói hồ sơ' : 'Package'
    const state: ListedState = lines.map((line) => line.state).find((one) => one === 'broken' || one === 'undecided') ?? 'ok'
    const row = { no: '', title, state, word: stateWords[state][lang], lines: lines.map((line) => lineOf(line, lang)) }
    return { name, mark: '', verdict: checkOverall[overall][lang], sub: '', overall, sha256: '', rows: [row] }
  }
  const { report } = entry
  const { title, sub } = verdictOf(report, lang)
  const rows = checkRows(report.lines).map((row) => ({
    no: String(row.no),
    title: titleOf(row.no, lang),
    state: row.state,
    word: stateWords[row.state][lang],
    lines: row.lines.map((line) => lineOf(line, lang)),
  }))
  return { name, mark: markOf(report, lang), verdict: title, sub, overall: report.overall, sha256: report.sha256, rows }
}

const markOf = ({ isSample, lines }: Report, lang: SheetLang): string =>
  lines.some(({ code }) => code === 'REHEARSAL') ? words[lang].rehearsal : isSample ? words[lang].sample : ''

function lineOf(line: CheckLine, lang: SheetLang): SheetLine {
  const advice = line.state === 'ok' ? undefined : checkAdvice[line.code]
  const subject = checkLead(line.subject, lang)
  return {
    text: `${subject}${checkSentence(line, lang)}`,
    code: line.state === 'ok' ? '' : line.code,
    means: advice?.means[lang] ?? '',
    todo: advice?.todo[lang] ?? '',
  }
}
