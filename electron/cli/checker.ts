// `checker --out FILE [--trust DIR] [--office NAME]`: writes kiem-tra.html with this office's trust list, and prints each root's SHA-256.
import { existsSync } from 'node:fs'
import { writeDurably } from '../../db/durable-file.ts'
import { faultsNamed } from '../../db/fault.ts'
import { dataFolder, findAssets } from '../places.ts'
import { checkerPage } from '../services/checker-page.ts'
import { readTrust, trustFolder } from '../services/trust.ts'
import { CliFault, type ExitCode } from './exit.ts'
import { needed, readOptions } from './options.ts'
import { printLine } from './say.ts'

export async function checker(args: readonly string[]): Promise<ExitCode> {
  const { values, lang } = readOptions(args, { out: 'string', trust: 'string', office: 'string' })
  const out = needed(values.out, '--out')
  if (values.trust !== undefined && !existsSync(values.trust)) throw new CliFault({ code: 'not-found', at: values.trust })
  // A person's own file must not be lost to a slip of the keys.
  if (existsSync(out)) throw new CliFault({ code: 'exists', at: out }, 1)
  const office = (values.office ?? '').normalize('NFC')
  const page = checkerPage(findAssets().checkerPage, readTrust(values.trust ?? trustFolder(dataFolder())), office)
  if (!page.ok) throw new CliFault(page.refusal)
  faultsNamed(() => writeDurably(out, Buffer.from(page.value.html)))
  const { roots } = page.value
  const told = {
    vi: `Đã ghi ${out}, kèm ${roots.length} chứng thư gốc. Đọc mã SHA-256 cho người kiểm qua đường khác:`,
    en: `${out} written, with ${roots.length} roots. Tell whoever checks these SHA-256 by another way:`,
  }
  printLine(process.stdout, told[lang])
  for (const { name, sha256 } of roots) printLine(process.stdout, `  ${sha256}  ${name}`)
  return 0
}
