// Builds dist/ only when a source is newer than the last whole build: start, tests and packaging share one build.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeBinary, root } from './setup-packages.mjs'

const stampFile = `${root}out/built-at.json`
const sources = ['workflows', 'db', 'records', 'electron', 'renderer', 'build', 'package-lock.json']

/** True when dist/ is up to date afterwards; what the bundler says is printed only when it fails. */
export function freshBundle() {
  if (isFresh()) return true
  const startedAt = Date.now()
  const { status, stdout, stderr } = spawnSync(nodeBinary(), [`${root}build/bundle.mjs`], { cwd: root, encoding: 'utf8' })
  if (status !== 0) {
    console.error(`${stdout}${stderr}`)
    return false
  }
  mkdirSync(`${root}out`, { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ startedAt })) // the start: a file saved meanwhile may have been missed
  return true
}

function isFresh() {
  if (!existsSync(stampFile) || !existsSync(`${root}dist/renderer/index.html`) || !existsSync(`${root}dist/assets`)) return false
  const { startedAt } = JSON.parse(readFileSync(stampFile, 'utf8'))
  return sources.every((name) => newest(`${root}${name}`) < startedAt)
}

function newest(path) {
  const entry = statSync(path)
  return entry.isDirectory() ? Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name)))) : entry.mtimeMs
}
