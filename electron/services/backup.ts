// A copy of the open data file, proven by opening it again before it has its name: the same head, every link whole.
import { rmSync, statSync } from 'node:fs'
import { keyFileOf } from '../../db/key-file.ts'
import { ok, type Result } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { stampFor } from './at-work.ts'
import { inBulk } from './bulk.ts'
import { OfficeFault } from './faults.ts'
import type { Work } from './long-work.ts'
import type { OpenFile } from './open-file.ts'

/** Of bytes: walking so many takes longer than a worker takes to start. */
const much = 8_000_000

/** Never overwrites (`exists`). The passphrase of the copy is that of the file: the same key file lies beside it. */
export async function backUp(open: OpenFile, to: string, migrations: string, work: Work): Promise<Result<null, Refusal>> {
  const stamp = stampFor(open, 'backup')
  if (!stamp.ok) return stamp
  open.list.write()
  const head = await open.archive.copyInto(to, {
    step: (done, of) => work.step(done, of),
    async prove(file, wanted) {
      await work.step(0, 0, 'proveBackup')
      const job = { job: 'prove', file, key: open.archive.unwrappedKey(), migrations } as const
      const found = await inBulk(job, statSync(file).size > much, work)
      if (found === null || found.size !== wanted.size || !Buffer.from(found.root).equals(wanted.root))
        throw new OfficeFault('backup-differs', to)
      await work.settle()
    },
  })
  const now = open.stamp()
  const logRoot = Buffer.from(head.root).toString('base64')
  const done = now.ok ? open.recordDesk([{ type: 'backupMade', logSize: head.size, logRoot }], now.value) : now
  if (done.ok) return ok(null)
  // No copy that the ledger does not know of.
  for (const file of [to, keyFileOf(to)]) rmSync(file, { force: true })
  return done
}
