// The records and packages in a folder, with all below it, in the order of their paths.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export const recordFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(pdf|zip)$/i.test(name))
    .sort()
    .map((name) => join(folder, name))
