// `sample --out DIR`: the made-up appointment from policy request to archive through the real services, signed whole, every record checked.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { faultsNamed } from '../../db/fault.ts'
import { checkRecord } from '../../records/check.ts'
import { CaseId } from '../../workflows/core/ids.ts'
import type { CaseView, Order, ShellAct } from '../../workflows/office.ts'
import { type RulebookId, rulebookIds } from '../../workflows/rulebooks/types.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { checkSentence } from '../../workflows/wording/check-codes.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import { openOffice } from '../services/office.ts'
import { fileEnding } from '../services/recent-files.ts'
import { judgeRecord } from '../services/record-judge.ts'
import { CliFault, type ExitCode } from './exit.ts'
import { neighboursAmong } from './neighbours.ts'
import { needed, readOptions } from './options.ts'
import { doneOf, playCase } from './play-case.ts'
import { type Lang, printLine, table } from './say.ts'

const dataName = `du-lieu-mau${fileEnding}`
/** Public like the rest of the sample; a passphrase of one's own is `--passphrase`. */
const samplePassphrase = 'du-lieu-mau'

export async function sample(args: readonly string[]): Promise<ExitCode> {
  const options = { out: 'string', rulebook: 'string', 'no-overlay': 'boolean', passphrase: 'string', replace: 'boolean' } as const
  const { values, lang } = readOptions(args, options)
  const out = resolve(needed(values.out, '--out'))
  const rulebook = rulebookNamed(values.rulebook ?? 'RB2026')
  const passphrase = values.passphrase ?? process.env.TIENCU_PASSPHRASE ?? samplePassphrase
  if (passphrase === '') throw new CliFault({ code: 'passphrase-missing' })
  makeRoom(out, values.replace === true)

  const made = sampleAppointment({ rulebook, overlay: values['no-overlay'] !== true })
  let now = made.acts[0]?.at ?? ''
  const file = join(out, dataName)
  const records = join(out, 'records')
  const setClock = (at: string) => {
    now = at
  }
  const doorway = await openOffice({ dataDir: out, clock: () => now, shell: 'browser', remembers: false })
  try {
    const act = async (shellAct: ShellAct) => doneOf(await doorway.dispatch({ to: 'shell', act: shellAct } satisfies Order))
    const { organisation, operators } = made
    await act({ act: 'createFile', file, passphrase, organisation, operators: [...operators] })
    const view = await playCase({ doorway, setClock, signs: true }, made)
    const hr = operators.find(({ roles }) => roles.includes('hrOfficer'))
    if (hr) await act({ act: 'startWork', operatorId: hr.operatorId })
    const { exported } = await act({ act: 'exportCase', caseId: CaseId.parse(view.caseId), folder: records })
    return await report(view, records, exported?.files ?? [], lang)
  } finally {
    await doorway.close()
  }
}

function rulebookNamed(given: string): RulebookId {
  const found = rulebookIds.find((id) => id === given)
  if (found === undefined) throw new CliFault({ code: 'rulebook-unknown', given, known: rulebookIds })
  return found
}

/** Only what a sample makes is ever removed, and only when asked; anything else in the folder is left alone. */
function makeRoom(out: string, replace: boolean): void {
  const ours = [dataName, `${dataName}-wal`, `${dataName}-shm`, `${dataName}.key.json`, 'records'].map((name) => join(out, name))
  const found = ours.filter((path) => existsSync(path))
  if (found.length > 0 && !replace) throw new CliFault({ code: 'out-not-empty', at: out }, 1)
  faultsNamed(() => {
    mkdirSync(out, { recursive: true })
    for (const path of found) rmSync(path, { recursive: true, force: true })
  })
}

/** One line per stage; a stage's record is its vote-count minutes, without a ballot its conference minutes. Exit 1 when a record is not valid. */
async function report(view: CaseView, folder: string, names: readonly string[], lang: Lang): Promise<ExitCode> {
  const files = names.filter((name) => name.endsWith('.pdf'))
  const read = files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  const neighbours = await neighboursAmong(read)
  const reports = await Promise.all(
    read.map(({ bytes }) => checkRecord(bytes, { roots: [], sampleRoots: [sampleRoot], judge: judgeRecord, now: Date.now(), neighbours })),
  )
  const [first] = reports.flatMap(({ lines }) => lines)
  if (first) printLine(process.stdout, checkSentence(first, lang))
  const heads = lang === 'vi' ? ['Bước', 'Kết quả', 'Căn cứ', 'Hồ sơ'] : ['Stage', 'Outcome', 'Clause', 'Record']
  for (const line of table([heads, ...view.pastConferences.map((one) => stageRow(one, files))])) printLine(process.stdout, line)
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

function stageRow({ stage, phase, result }: CaseView['pastConferences'][number], files: readonly string[]): readonly string[] {
  const record =
    files.find((name) => name.includes(`-${stage}-bien-ban-kiem-phieu`)) ?? files.find((name) => name.includes(`-${stage}-`)) ?? ''
  return [stage, result?.judgement.outcome ?? phase, result?.judgement.clause ?? '', record]
}
