// The data file that `--data` means: the file itself, or the only one in a folder.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileEnding } from '../services/recent-files.ts'
import { CliFault } from './exit.ts'

export function dataFileIn(given: string): string {
  const path = resolve(given)
  if (!existsSync(path)) throw new CliFault({ code: 'not-found', at: given })
  if (statSync(path).isFile()) return path
  const found = readdirSync(path).filter((name) => name.endsWith(fileEnding))
  const [first] = found
  if (first === undefined) throw new CliFault({ code: 'no-data-file', at: given })
  if (found.length > 1) throw new CliFault({ code: 'several-data-files', at: given, names: found.sort() })
  return join(path, first)
}
