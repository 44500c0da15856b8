// `export --data DIR --case ID (--out DIR | --bag FILE.zip --key ID …)`: the signed papers of one case in a folder, or as a signed package.
import { openArchive } from '../../db/open.ts'
import { CaseId } from '../../workflows/core/ids.ts'
import type { Result } from '../../workflows/core/result.ts'
import { mayAskDesk } from '../../workflows/desk/commands.ts'
import { type Refusal, ShellAct } from '../../workflows/office.ts'
import { forkHelper } from '../helper.ts'
import { dataFolder, findAssets } from '../places.ts'
import { appVersion } from '../services/app-version.ts'
import { exportBag } from '../services/bag-export.ts'
import { systemClock } from '../services/clock.ts'
import { startDrawing } from '../services/drawing.ts'
import { type Exported, exportCase } from '../services/export.ts'
import { longWorks, unwatched } from '../services/long-work.ts'
import { noticeBoard } from '../services/notices.ts'
import { type OpenFile, openFileOver } from '../services/open-file.ts'
import { startRosters } from '../services/roster.ts'
import type { Services } from '../services/services.ts'
import { turns } from '../services/turns.ts'
import { dataFileIn } from './data-file.ts'
import { CliFault, type ExitCode } from './exit.ts'
import { needed, readOptions } from './options.ts'
import { readPassphrase } from './passphrase.ts'
import { printLine } from './say.ts'

const archiveOptions = {
  'file-code': 'string',
  retention: 'string',
  access: 'string',
  keywords: 'string',
  symbol: 'string',
  reliability: 'string',
  'without-dossier': 'boolean',
} as const

/** Done in the name of the first operator whose role may: whoever has the passphrase has the whole file. */
export async function exportCommand(args: readonly string[]): Promise<ExitCode> {
  const options = { data: 'string', case: 'string', out: 'string', bag: 'string', key: 'string', passphrase: 'string' } as const
  const { values } = readOptions(args, { ...options, ...archiveOptions })
  const file = dataFileIn(needed(values.data, '--data'))
  const caseId = CaseId.safeParse(needed(values.case, '--case'))
  const act = values.bag === undefined ? null : readBagAct(values)
  const out = act ? '' : needed(values.out, '--out')
  if (!caseId.success) throw new CliFault({ code: 'case-unknown', caseId: values.case ?? '' }, 1)
  const archive = openArchive({ file, passphrase: await readPassphrase(values.passphrase), migrations: findAssets().migrations })
  try {
    const open = openFileOver(file, archive, systemClock, () => undefined)
    const operator = open.desk().state.operators.find(({ roles }) => roles.some((role) => mayAskDesk.exportCase.includes(role)))
    if (operator) open.startWork(operator.operatorId)
    const done = act ? await packed(open, act) : await exportCase(open, caseId.data, out, unwatched)
    if (!done.ok) throw new CliFault(done.refusal, 1)
    for (const name of done.value.files) printLine(process.stdout, name)
    return 0
  } finally {
    archive.close()
  }
}

type BagAct = Extract<ShellAct, { act: 'exportBag' }>
type BagValues = Readonly<
  Partial<
    Record<'case' | 'bag' | 'key' | Exclude<keyof typeof archiveOptions, 'without-dossier'>, string> & {
      readonly 'without-dossier': boolean
    }
  >
>

/** What opens the key comes by the environment only: a command line is on view to everybody on the PC. */
function readBagAct(values: BagValues): BagAct {
  const further = (['keywords', 'symbol', 'reliability'] as const).filter((name) => values[name] !== undefined)
  const act = ShellAct.safeParse({
    act: 'exportBag',
    caseId: needed(values.case, '--case'),
    file: values.bag,
    keyId: needed(values.key, '--key'),
    secret: needed(process.env.TIENCU_KEY_SECRET, 'TIENCU_KEY_SECRET'),
    archive: {
      fileCode: needed(values['file-code'], '--file-code'),
      retention: needed(values.retention, '--retention'),
      access: needed(values.access, '--access'),
      ...Object.fromEntries(further.map((name) => [name, values[name]])),
    },
    ...(values['without-dossier'] === true && { withoutDossier: true }),
  })
  if (act.success && act.data.act === 'exportBag') return act.data
  throw new CliFault({ code: 'option-unreadable', detail: act.success ? '--bag' : `--${String(act.error.issues[0]?.path.at(-1))}` })
}

async function packed(open: OpenFile, act: BagAct): Promise<Result<Exported, Refusal>> {
  const assets = findAssets()
  const drawing = startDrawing(assets)
  const services: Services = {
    alone: turns().alone,
    clock: systemClock,
    dataDir: dataFolder(),
    assets,
    drawing,
    rosters: startRosters(),
    works: longWorks(() => undefined),
    notices: noticeBoard(systemClock, () => undefined),
    appVersion: appVersion(),
    shell: 'browser',
    tell: () => undefined,
    noteFault: () => undefined,
    remembers: false,
    hall: { caseId: null, isCovered: false },
    startHelper: forkHelper,
  }
  try {
    return await exportBag(services, open, act, unwatched)
  } finally {
    await drawing.close()
  }
}
