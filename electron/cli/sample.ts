// `sample --out DIR`: the made-up appointment from policy request to archive through the real services, signed whole, every record checked.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { atHandAmong } from '../../records/at-hand.ts'
import { checkRecord } from '../../records/check.ts'
import { judgeRecord } from '../../records/law.ts'
import { isObject, type StageRecord } from '../../records/record-json.ts'
import { CaseId } from '../../workflows/core/ids.ts'
import type { CaseView, Order, ShellAct } from '../../workflows/office.ts'
import { type RulebookId, rulebookIds } from '../../workflows/rulebooks/types.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { sampleRegistry } from '../../workflows/sample/registry.ts'
import { checkSentence } from '../../workflows/wording/check-codes.ts'
import { stageTitles } from '../../workflows/wording/check-subjects.ts'
import { outcomeWords } from '../../workflows/wording/outcome-words.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import { openOffice } from '../services/office.ts'
import { CliFault, type ExitCode } from './exit.ts'

import { needed, readOptions } from './options.ts'
import { doneOf, playCase } from './play-case.ts'
import { dataName, sampleFolder } from './sample-folder.ts'
import { type Lang, printLine, table } from './say.ts'

/** So many made-up people, with their units and posts, to look at. */
const samplePeople = 240
/** Public like the rest of the sample; a passphrase of one's own is `--passphrase`. */
const samplePassphrase = 'du-lieu-mau'

export async function sample(args: readonly string[]): Promise<ExitCode> {
  const options = { out: 'string', rulebook: 'string', 'no-overlay': 'boolean', passphrase: 'string', replace: 'boolean' } as const
  const { values, lang } = readOptions(args, options)
  const out = resolve(needed(values.out, '--out'))
  const rulebook = rulebookNamed(values.rulebook ?? 'RB2026')
  const passphrase = values.passphrase ?? process.env.TIENCU_PASSPHRASE ?? samplePassphrase
  if (passphrase === '') throw new CliFault({ code: 'passphrase-missing' })
  const folder = sampleFolder(out, values.replace === true)
  try {
    const { view, names } = await make(folder.stage, rulebook, values['no-overlay'] !== true, passphrase)
    return await report(view, folder.keep(), names, lang)
  } finally {
    folder.drop()
  }
}

/** Plays, signs and exports the case in `folder`; everything is closed when this returns. */
async function make(folder: string, rulebook: RulebookId, overlay: boolean, passphrase: string) {
  const made = sampleAppointment({ rulebook, overlay, papers: true })
  let now = made.acts[0]?.at ?? ''
  const setClock = (at: string) => {
    now = at
  }
  // A paper that could not be drawn stays owed and the office goes on; a sample stops, and says what stood behind it.
  let behind: unknown
  const noteFault = (error: unknown) => {
    behind = error
  }
  const doorway = await openOffice({ dataDir: folder, clock: () => now, shell: 'browser', remembers: false, noteFault })
  try {
    const act = async (shellAct: ShellAct) => doneOf(await doorway.dispatch({ to: 'shell', act: shellAct } satisfies Order))
    const { organisation, operators } = made
    await act({ act: 'createFile', file: join(folder, dataName), passphrase, organisation, operators: [...operators] })
    const view = await playCase({ doorway, setClock, signs: true }, made)
    const hr = operators.find(({ roles }) => roles.includes('hrOfficer'))
    if (hr) await act({ act: 'startWork', operatorId: hr.operatorId })
    const { exported } = await act({ act: 'exportCase', caseId: CaseId.parse(view.caseId), folder: join(folder, 'records') })
    for (const { type: _, ...part } of sampleRegistry({ people: samplePeople, version: 0, day: now.slice(0, 10) }))
      doneOf(await doorway.dispatch({ to: 'registry', command: { type: 'importEntries', ...part } } satisfies Order))
    return { view, names: exported?.files ?? [] }
  } catch (error) {
    throw behind ?? error
  } finally {
    await doorway.close()
  }
}

function rulebookNamed(given: string): RulebookId {
  const found = rulebookIds.find((id) => id === given)
  if (found === undefined) throw new CliFault({ code: 'rulebook-unknown', given, known: rulebookIds })
  return found
}

/** One line per stage; a stage's record is its vote-count minutes, without a ballot its conference minutes. Exit 1 when a record is not valid. */
async function report(view: CaseView, folder: string, names: readonly string[], lang: Lang): Promise<ExitCode> {
  const files = names.filter((name) => name.endsWith('.pdf'))
  const read = files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  const atHand = await atHandAmong(read)
  const reports = await Promise.all(
    read.map(({ bytes }) => checkRecord(bytes, { roots: [], sampleRoots: [sampleRoot], judge: judgeRecord, now: Date.now(), ...atHand })),
  )
  const [first] = reports.flatMap(({ lines }) => lines)
  if (first) printLine(process.stdout, checkSentence(first, lang))
  const heads = lang === 'vi' ? ['Bước', 'Kết quả', 'Căn cứ', 'Hồ sơ'] : ['Stage', 'Outcome', 'Clause', 'Record']
  const recordOf = (name: string) => atHand.read.get(reports[files.indexOf(name)]?.recordSha256 ?? '')
  for (const line of table([heads, ...view.pastConferences.map((one) => stageRow(one, files, recordOf, lang))]))
    printLine(process.stdout, line)
  const valid = reports.filter(({ overall, signing }) => overall === 'HOP_LE' && signing === 'complete').length
  const told = {
    vi: `${valid}/${files.length} văn bản ký đủ và hợp lệ: ${folder}`,
    en: `${valid} of ${files.length} papers signed whole and valid: ${folder}`,
  }
  printLine(process.stdout, told[lang])
  for (const [index, { overall, lines }] of reports.entries()) {
    if (overall === 'HOP_LE') continue
    const bad = lines.filter(({ state }) => state === 'broken' || state === 'undecided').map((line) => checkSentence(line, lang))
    printLine(process.stderr, `${files[index]}: ${bad.join('; ')}`)
  }
  return valid === files.length && valid > 0 ? 0 : 1
}

const withoutBallot = { vi: 'Đã họp, không bỏ phiếu', en: 'Held, without a ballot' }

/** The outcome as its record has it: a case tells nobody what was not announced, but whoever holds the record may read it. */
function stageRow(
  { stage, stepNo, phase }: CaseView['pastConferences'][number],
  files: readonly string[],
  recordOf: (name: string) => StageRecord | undefined,
  lang: Lang,
): readonly string[] {
  const named = (rest: string) => files.find((name) => name.includes(`-buoc-${stepNo}-${rest}`))
  const record = named('bien-ban-kiem-phieu') ?? named('bien-ban-hoi-nghi') ?? ''
  const output = recordOf(record)?.judged[0]?.output
  const [outcome, clause] = isObject(output) ? [String(output.outcome), String(output.clause)] : [phase, '']
  const words: Readonly<Record<string, string>> = { ...outcomeWords[lang], closed: withoutBallot[lang] }
  return [stageTitles[lang][stage], words[outcome] ?? outcome, clause, record]
}
