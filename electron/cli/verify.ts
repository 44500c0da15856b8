// `verify FILE|DIR… [--json] [--trust DIR] [--strict]`: the numbered checks of records, in words. 0 valid, 1 broken, 2 cannot decide or unreadable.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { atHandAmong } from '../../records/at-hand.ts'
import { checkRecord } from '../../records/check.ts'
import { judgeRecord, ruleOfRecord } from '../../records/law.ts'
import type { Overall, Report } from '../../records/report.ts'
import { checkOverall, checkSentence } from '../../workflows/wording/check-codes.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import { dataFolder } from '../places.ts'
import { readTrust, trustFolder } from '../services/trust.ts'
import { CliFault, type ExitCode } from './exit.ts'

import { readOptions } from './options.ts'
import { type Lang, printLine } from './say.ts'

const exits: Readonly<Record<Overall, ExitCode>> = { HOP_LE: 0, KHONG_HOP_LE: 1, CHUA_DU_CO_SO: 2 }
/** Larger than any record: a file beyond it is not one of ours, and is not read into memory. */
const sizeMax = 64 * 1024 * 1024

export async function verify(args: readonly string[]): Promise<ExitCode> {
  const { values, rest, lang } = readOptions(args, { json: 'boolean', trust: 'string', strict: 'boolean' })
  if (rest.length === 0) throw new CliFault({ code: 'option-missing', option: 'FILE|DIR' })
  if (values.trust !== undefined && !existsSync(values.trust)) throw new CliFault({ code: 'not-found', at: values.trust })
  const files = rest.flatMap(pdfsIn)
  if (files.length === 0) throw new CliFault({ code: 'no-records', at: rest.join(', ') })
  const read = files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(name)) }))
  const options = {
    ...readTrust(values.trust ?? trustFolder(dataFolder())),
    sampleRoots: [sampleRoot],
    judge: judgeRecord,
    ruleOf: ruleOfRecord,
    now: Date.now(),
    strict: values.strict === true,
    ...(await atHandAmong(read)),
  }
  let worst: ExitCode = 0
  for (const { name, bytes } of read) {
    const report = await checkRecord(bytes, options)
    const exit = exits[report.overall]
    // Broken outweighs undecided: a forged record among unknown ones must not pass for unknown.
    worst = worst === 1 || exit === 1 ? 1 : worst === 2 || exit === 2 ? 2 : 0
    if (values.json) printLine(process.stdout, JSON.stringify({ file: name, ...report }))
    else printReport(name, report, lang)
  }
  return worst
}

function pdfsIn(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new CliFault({ code: 'not-found', at: path })
  const files = found.isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.toLowerCase().endsWith('.pdf'))
        .sort()
        .map((name) => join(path, name))
    : [path]
  const huge = files.find((name) => statSync(name).size > sizeMax)
  if (huge !== undefined) throw new CliFault({ code: 'file-too-big', at: huge, megabytes: sizeMax / 1024 / 1024 })
  return files
}

/** The mark of sample data is the first line of every answer about it. */
function printReport(name: string, { isSample, overall, lines }: Report, lang: Lang): void {
  const [first, ...others] = isSample ? lines : [undefined, ...lines]
  if (first) printLine(process.stdout, checkSentence(first, lang))
  printLine(process.stdout, `${name}: ${checkOverall[overall][lang]}`)
  for (const line of others) {
    if (line === undefined) continue
    const subject = line.subject === undefined ? '' : `${line.subject}: `
    printLine(process.stdout, `  ${line.no}. ${marks[line.state]} ${subject}${checkSentence(line, lang)}`)
  }
}

const marks = { ok: '✓', broken: '✗', undecided: '?', note: '·', skipped: '–' } as const
