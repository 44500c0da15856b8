// The version of this app, as its package says: two folders up from here, in the sources and in the bundle alike.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const Package = z.looseObject({ version: z.string() })

export function appVersion(): string {
  const file = fileURLToPath(new URL('../../package.json', import.meta.url))
  return Package.parse(JSON.parse(readFileSync(file, 'utf8'))).version
}
