// A copy of the open data file, proven by opening it again: the same head, every link whole.
import { openArchive } from '../../db/open.ts'
import { ok, type Result } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { stampFor } from './at-work.ts'
import { OfficeFault } from './faults.ts'
import type { OpenFile } from './open-file.ts'
import { papersNamed } from './papers-named.ts'

/** Never overwrites (`exists`). The passphrase of the copy is that of the file: the same key file lies beside it. */
export function backUp(open: OpenFile, to: string, migrations: string): Result<null, Refusal> {
  const stamp = stampFor(open, 'backup')
  if (!stamp.ok) return stamp
  open.list.write()
  const head = open.archive.copyInto(to)
  const copy = openArchive({ file: to, unwrappedKey: open.archive.unwrappedKey(), readOnly: true, migrations })
  try {
    const found = copy.verify(papersNamed)
    if (!found.ok || found.head.size !== head.size || !Buffer.from(found.head.root).equals(head.root))
      throw new OfficeFault('backup-differs', to)
  } finally {
    copy.close()
  }
  const logRoot = Buffer.from(head.root).toString('base64')
  const done = open.recordDesk([{ type: 'backupMade', logSize: head.size, logRoot }], stamp.value)
  return done.ok ? ok(null) : done
}
