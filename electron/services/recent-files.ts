// Which data files were opened on this PC, newest first, and a name for the next one. Kept beside the data, no secret in it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../../db/durable-file.ts'

const Recent = z.array(z.string().max(1000)).max(50)
const kept = 10
const listOf = (dataDir: string): string => join(dataDir, 'recent.json')

/** A list that cannot be read is an empty list: nothing hangs on it. */
export function recentFiles(dataDir: string): readonly string[] {
  try {
    return Recent.parse(JSON.parse(readFileSync(listOf(dataDir), 'utf8'))).filter((file) => existsSync(file))
  } catch {
    return []
  }
}

export function rememberFile(dataDir: string, file: string): void {
  const files = [file, ...recentFiles(dataDir).filter((one) => one !== file)].slice(0, kept)
  writeDurably(listOf(dataDir), Buffer.from(`${JSON.stringify(files, null, 2)}\n`))
}

export const fileEnding = '.tiencu'

/** A free name in the folder of this user's data. */
export function suggestedFile(dataDir: string): string {
  for (let number = 1; ; number++) {
    const file = join(dataDir, `nhan-su${number === 1 ? '' : `-${number}`}${fileEnding}`)
    if (!existsSync(file)) return file
  }
}
