// `verify FILE|DIR… [--json] [--trust DIR] [--strict] [--report FILE.pdf]`: the nine checks of records and packages, in words.
// Exit 0 valid, 1 broken, 2 cannot decide or unreadable.
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { writeDurably } from '../../db/durable-file.ts'
import { faultsNamed } from '../../db/fault.ts'
import type { BagReport } from '../../records/check-bag.ts'
import { checkSheet } from '../../records/check-sheet.ts'
import type { CheckLine, Overall, Report } from '../../records/report.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import { checkAdvice } from '../../workflows/wording/check-advice.ts'
import { checkOverall, checkSentence } from '../../workflows/wording/check-codes.ts'
import { checkRows, isOpen, titleOf } from '../../workflows/wording/check-list.ts'
import { checkLead } from '../../workflows/wording/check-subjects.ts'
import { forkHelper } from '../helper.ts'
import { dataFolder, findAssets } from '../places.ts'
import { checkFiles } from '../services/check-files.ts'
import { entriesOf, type FileChecked } from '../services/check-work.ts'
import { systemClock } from '../services/clock.ts'
import { startDrawing } from '../services/drawing.ts'
import { recordFilesIn } from '../services/record-files.ts'
import { readTrust, trustFolder } from '../services/trust.ts'
import { CliFault, type ExitCode } from './exit.ts'
import { readOptions } from './options.ts'
import { type Lang, printLine } from './say.ts'

const exits: Readonly<Record<Overall, ExitCode>> = { HOP_LE: 0, KHONG_HOP_LE: 1, CHUA_DU_CO_SO: 2 }

export async function verify(args: readonly string[]): Promise<ExitCode> {
  const { values, rest, lang } = readOptions(args, { json: 'boolean', trust: 'string', strict: 'boolean', report: 'string' })
  const { report } = values
  if (report !== undefined && existsSync(report)) throw new CliFault({ code: 'exists', at: report })
  const into = dirname(resolve(report ?? ''))
  if (!existsSync(into)) throw new CliFault({ code: 'not-found', at: into })
  if (rest.length === 0) throw new CliFault({ code: 'option-missing', option: 'FILE|DIR' })
  if (values.trust !== undefined && !existsSync(values.trust)) throw new CliFault({ code: 'not-found', at: values.trust })
  const files = rest.flatMap(filesIn)
  if (files.length === 0) throw new CliFault({ code: 'no-records', at: rest.join(', ') })
  const setting = { ...readTrust(values.trust ?? trustFolder(dataFolder())), now: Date.now(), strict: values.strict === true }
  const checked = await checkFiles(
    files.map((path) => ({ name: path, path })),
    setting,
    forkHelper,
  )
  let worst: ExitCode = 0
  for (const one of checked) {
    const exit = exits['bag' in one ? one.bag.overall : one.report.overall]
    // Broken outweighs undecided: a forged record among unknown ones must not pass for unknown.
    worst = worst === 1 || exit === 1 ? 1 : worst === 2 || exit === 2 ? 2 : 0
    if (values.json === true) printJson(one)
    else printChecked(one, lang)
  }
  if (report !== undefined) await drawReport(report, checked, lang)
  return worst
}

async function drawReport(file: string, checked: readonly FileChecked[], lang: Lang): Promise<void> {
  const drawing = startDrawing(findAssets())
  try {
    const drawn = await drawing.checkReport(checkSheet(checked.flatMap(entriesOf), lang, dayOf(systemClock())))
    if (!drawn.ok) throw new CliFault(drawn.refusal)
    faultsNamed(() => writeDurably(file, Buffer.from(drawn.value)))
  } finally {
    await drawing.close()
  }
}

function filesIn(path: string): readonly string[] {
  try {
    return statSync(path).isDirectory() ? recordFilesIn(path) : [path]
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    if (error.code === 'ENOENT') throw new CliFault({ code: 'not-found', at: path })
    // Told like any file that cannot be read: the others are checked all the same.
    return [path]
  }
}

/** One object per file; the records of a package follow it, each with its path inside. */
function printJson(checked: FileChecked): void {
  const put = (value: object) => printLine(process.stdout, JSON.stringify(value))
  if ('report' in checked) put({ file: checked.name, ...checked.report })
  else {
    const { records, ...about } = checked.bag
    put({ file: checked.name, bag: true, ...about })
    for (const { name, report } of records) put({ file: `${checked.name}/${name}`, ...report })
  }
}

function printChecked(checked: FileChecked, lang: Lang): void {
  if ('report' in checked) printReport(checked.name, checked.report, lang)
  else printBag(checked.name, checked.bag, lang)
}

function printBag(name: string, { overall, lines, records }: BagReport, lang: Lang): void {
  printLine(process.stdout, `${name}: ${checkOverall[overall][lang]}`)
  printLines(lines, '  ', lang)
  for (const one of records) printReport(`${name}/${one.name}`, one.report, lang)
}

/** The mark of made-up data is the first line of every answer about it. Then all nine, each with its title; what was not done says so. */
function printReport(name: string, { isSample, overall, lines }: Report, lang: Lang): void {
  const mark = isSample ? (lines.find(({ code }) => code === 'REHEARSAL') ?? lines.find(({ code }) => code === 'SAMPLE')) : undefined
  if (mark) printLine(process.stdout, checkSentence(mark, lang))
  printLine(process.stdout, `${name}: ${checkOverall[overall][lang]}`)
  for (const row of checkRows(lines.filter(({ code }) => code !== 'SAMPLE'))) {
    printLine(process.stdout, `  ${row.no}. ${marks[row.state]} ${titleOf(row.no, lang)}`)
    printLines(row.lines, '     ', lang)
  }
}

/** Under what is wrong or open stands what to do about it, once for each kind. */
function printLines(lines: readonly CheckLine[], indent: string, lang: Lang): void {
  const told = new Set<string>()
  for (const line of lines) {
    printLine(process.stdout, `${indent}${saidLine(line, lang)}`)
    const advice = isOpen(line.state) && !told.has(line.code) ? checkAdvice[line.code] : undefined
    told.add(line.code)
    if (advice) printLine(process.stdout, `${indent}  → ${advice.todo[lang]}`)
  }
}

function saidLine(line: CheckLine, lang: Lang): string {
  const subject = checkLead(line.subject, lang)
  const code = line.state === 'ok' ? '' : ` [${line.code}]`
  return `${marks[line.state]} ${subject}${checkSentence(line, lang)}${code}`
}

const marks = { ok: '✓', broken: '✗', undecided: '?', note: '·', skipped: '–' } as const
