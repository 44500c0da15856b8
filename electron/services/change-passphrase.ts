// Another passphrase for the open data file: the same data key, wrapped anew. Whoever asks must know the one it opens with now.
import { changePassphrase } from '../../db/key-file.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { checkNewPassphrase } from '../../workflows/desk/passphrases.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { stampFor } from './at-work.ts'
import type { OpenFile } from './open-file.ts'
import { isProvince } from './sample-province.ts'
import type { Services } from './services.ts'

/** Refused: `passphrase-too-short`, `passphrase-unchanged`, `sample-passphrase-stays`. Throws `wrong-passphrase` and what a key file can lack. */
export function changeFilePassphrase(
  { dataDir, keyCost }: Services,
  open: OpenFile,
  { from, to }: Extract<ShellAct, { act: 'changePassphrase' }>,
): Result<null, Refusal> {
  const stamp = stampFor(open, 'changePassphrase')
  if (!stamp.ok) return stamp
  if (isProvince(dataDir, open.file)) return refuse({ code: 'sample-passphrase-stays' })
  const good = checkNewPassphrase(to)
  if (!good.ok) return good
  if (from.normalize('NFC') === to.normalize('NFC')) return refuse({ code: 'passphrase-unchanged' })
  const cost = keyCost === undefined ? {} : { cost: keyCost }
  changePassphrase({ file: open.file, from, to, ...cost })
  let isRecorded = false
  try {
    const done = open.recordDesk([{ type: 'passphraseChanged' }], stamp.value)
    isRecorded = done.ok
    return done.ok ? ok(null) : done
  } finally {
    // No change here that the ledger does not know of; a full disk throws.
    if (!isRecorded) changePassphrase({ file: open.file, from: to, to: from, ...cost })
  }
}
