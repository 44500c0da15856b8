// `export --data DIR --case ID --out DIR`: the signed papers of one case in a folder, as the screen exports them.
import { openArchive } from '../../db/open.ts'
import { CaseId } from '../../workflows/core/ids.ts'
import { mayAskDesk } from '../../workflows/desk/commands.ts'
import { findAssets } from '../places.ts'
import { systemClock } from '../services/clock.ts'
import { exportCase } from '../services/export.ts'
import { openFileOver } from '../services/open-file.ts'
import { dataFileIn } from './data-file.ts'
import { CliFault, type ExitCode } from './exit.ts'
import { needed, readOptions } from './options.ts'
import { readPassphrase } from './passphrase.ts'
import { printLine } from './say.ts'

/** Done in the name of the first operator whose role may: whoever has the passphrase has the whole file. */
export async function exportCommand(args: readonly string[]): Promise<ExitCode> {
  const { values } = readOptions(args, { data: 'string', case: 'string', out: 'string', passphrase: 'string' })
  const file = dataFileIn(needed(values.data, '--data'))
  const caseId = CaseId.safeParse(needed(values.case, '--case'))
  const out = needed(values.out, '--out')
  if (!caseId.success) throw new CliFault({ code: 'case-unknown', caseId: values.case ?? '' }, 1)
  const archive = openArchive({ file, passphrase: await readPassphrase(values.passphrase), migrations: findAssets().migrations })
  try {
    const open = openFileOver(file, archive, systemClock, () => undefined)
    const operator = open.desk().state.operators.find(({ roles }) => roles.some((role) => mayAskDesk.exportCase.includes(role)))
    if (operator) open.startWork(operator.operatorId)
    const done = exportCase(open, caseId.data, out)
    if (!done.ok) throw new CliFault(done.refusal, 1)
    for (const name of done.value.files) printLine(process.stdout, name)
    return 0
  } finally {
    archive.close()
  }
}
