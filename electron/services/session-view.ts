// Who works with which file, as every screen shows it at its edge.

import { ok } from '../../workflows/core/result.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import { holidaysShown } from '../../workflows/desk/view.ts'
import type { SessionView } from '../../workflows/office.ts'
import { checkClock } from './clock.ts'
import type { OpenFile } from './open-file.ts'
import { recentFiles, suggestedFile } from './recent-files.ts'
import { isProvince } from './sample-province.ts'
import type { Services } from './services.ts'

export function sessionView({ clock, dataDir, shell, appVersion: version }: Services, open: OpenFile | null): SessionView {
  const always = { recentFiles: recentFiles(dataDir), suggestedFile: suggestedFile(dataDir), today: dayOf(clock()), shell, version }
  if (open === null)
    return { ...always, file: null, operators: [], officeVersion: 0, holidays: { off: [], working: [] }, toneMarks: 'firstVowel' }
  const { state } = open.desk()
  const { size, root } = open.archive.head()
  const operator = open.operator()
  const sitting = open.sitting.now()
  // The clock of rehearsals never stands before their last act.
  const asked = open.keeps === 'rehearsals' ? ok(null) : checkClock(clock(), open.lastAt())
  return {
    ...always,
    file: open.file,
    ...(isProvince(dataDir, open.file) && { isSampleProvince: true }),
    today: open.today(),
    origin: state.opened.origin,
    ...(open.keeps === 'rehearsals' && { isRehearsal: true as const }),
    organisation: state.opened.organisation,
    operators: state.operators,
    ...(operator && { operator }),
    ...(state.hrHead !== undefined && { hrHead: state.hrHead }),
    officeVersion: state.version,
    ...(sitting && { sitting }),
    ...(!asked.ok && { clockBack: { systemAt: clock(), lastAt: open.lastAt() } }),
    ledger: { size, root: Buffer.from(root).toString('base64'), lastAt: open.lastAt() },
    holidays: holidaysShown(state),
    toneMarks: state.toneMarks,
  }
}
