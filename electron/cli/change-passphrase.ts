// `passphrase --data FILE`: another passphrase for the same data key. No data is rewritten, and the file may be open in the app meanwhile.
import { changePassphrase } from '../../db/key-file.ts'
import { checkNewPassphrase } from '../../workflows/desk/passphrases.ts'
import { dataFileIn } from './data-file.ts'
import { CliFault, type ExitCode } from './exit.ts'
import { needed, readOptions } from './options.ts'
import { readPassphrase } from './passphrase.ts'
import { printLine } from './say.ts'

/** Copies made before keep the passphrase they were made with: each has a key file of its own. */
const done = {
  vi: 'Đã đổi mật khẩu của tệp. Các bản sao lưu cũ vẫn mở bằng mật khẩu cũ.',
  en: 'The passphrase of the file is changed. Earlier backups still open with the old one.',
}

/** The new passphrase comes by the environment alone: an option would stand in the list of processes, and the input carries the old one. */
export async function changePassphraseCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, lang } = readOptions(args, { data: 'string', passphrase: 'string' })
  const file = dataFileIn(needed(values.data, '--data'))
  const to = process.env.TIENCU_NEW_PASSPHRASE ?? ''
  if (to === '') throw new CliFault({ code: 'new-passphrase-missing' })
  const from = await readPassphrase(values.passphrase)
  const allowed = checkNewPassphrase(to)
  if (!allowed.ok) throw new CliFault(allowed.refusal, 1)
  changePassphrase({ file, from, to })
  printLine(process.stdout, done[lang])
  return 0
}
