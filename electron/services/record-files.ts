// The records and packages in a folder, with all below it, in the order of their paths. What is below and cannot be looked into is listed itself.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Throws what the system throws where the folder itself cannot be looked into. */
export function recordFilesIn(folder: string): readonly string[] {
  const found: string[] = []
  const open: string[] = ['']
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of entriesOf(folder, below)) {
      if (typeof entry === 'string') found.push(entry)
      // A link is followed to a file, never to a folder: it may lead round in a circle.
      else if (entry.isDirectory()) open.push(join(below, entry.name))
      else if (/\.(pdf|zip)$/i.test(entry.name)) found.push(join(below, entry.name))
    }
  }
  return found.sort().map((name) => join(folder, name))
}

function entriesOf(folder: string, below: string) {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true, encoding: 'utf8' })
  } catch (error) {
    if (below === '') throw error
    return [below]
  }
}
