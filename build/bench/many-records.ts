// Bench of a whole case checked at once: two hundred records of three signatures each, beside pdfsig run once for each file.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { forkHelper } from '../../electron/helper.ts'
import type { checkFiles } from '../../electron/services/check-files.ts'
import type { BenchLine } from './line.ts'

/** `check`: as it is shipped, for a process that first reads two hundred sources is not what an office runs. Records a second; the goal is absolute: two hundred in one second on two cores (issue "Papers and seals"). */
export async function manyRecordsLine(
  pdfs: readonly Uint8Array[],
  folder: string,
  nss: string,
  now: number,
  check: typeof checkFiles,
): Promise<BenchLine & { readonly goalRate: number }> {
  const files = pdfs.map((pdf, index) => {
    const path = join(folder, `ho-so-${index}.pdf`)
    writeFileSync(path, pdf)
    return { name: `ho-so-${index}.pdf`, path }
  })
  const from = performance.now()
  const checked = await check(files, { roots: [], crls: [], strict: false, now }, forkHelper)
  const ours = files.length / ((performance.now() - from) / 1000)
  const bad = checked.find((one) => !('report' in one) || one.report.overall !== 'HOP_LE')
  if (bad) throw new Error(`${bad.name}: ${JSON.stringify(bad)}`)
  const start = performance.now()
  for (const { path } of files) {
    const { stdout } = spawnSync('pdfsig', ['-nssdir', nss, path], { encoding: 'utf8' })
    if (stdout.split('Signature is Valid.').length !== 4) throw new Error(`pdfsig does not see three signatures: ${stdout}`)
  }
  const peer = files.length / ((performance.now() - start) / 1000)
  const name = `check of ${files.length} records of one case / pdfsig for each`
  return { name, ours, peer, unit: '1/s', ratio: ours / peer, better: 'higher', goalRate: 200 }
}
