// Electron's own binary: no package carries it and its host is closed in many offices, so one short attempt, remembered when it fails.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hasDisplay } from './display.mjs'
import { nodeBinary, root } from './setup-packages.mjs'

const electronDir = `${root}node_modules/electron/`
const failureFile = `${root}out/electron-not-fetched.json`
const limitSeconds = 60

const wantedVersion = () => JSON.parse(readFileSync(`${electronDir}package.json`, 'utf8')).version

/** Path of Electron's binary for the locked version, else undefined. */
export function electronBinary() {
  try {
    if (readFileSync(`${electronDir}dist/version`, 'utf8').trim().replace(/^v/, '') !== wantedVersion()) return undefined
    const binary = `${electronDir}dist/${readFileSync(`${electronDir}path.txt`, 'utf8')}`
    return existsSync(binary) ? binary : undefined
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Tries once per Electron version to fetch the binary; without a display nobody needs it. Never stops the start. */
export function tryElectron() {
  if (!hasDisplay() || electronBinary() !== undefined || hasFailedBefore()) return
  console.log(`Thử tải Electron (nhiều nhất ${limitSeconds} giây; không được thì dùng trình duyệt có sẵn) …`)
  const run = spawnSync(nodeBinary(), [`${electronDir}install.js`], { stdio: 'ignore', timeout: limitSeconds * 1000 })
  if (run.status === 0 && electronBinary() !== undefined) return
  mkdirSync(`${root}out`, { recursive: true })
  writeFileSync(failureFile, JSON.stringify({ version: wantedVersion() }))
  console.log('Không tải được Electron trên máy này. Lần sau sẽ không thử lại; muốn thử lại thì xóa out/electron-not-fetched.json.')
}

function hasFailedBefore() {
  return existsSync(failureFile) && JSON.parse(readFileSync(failureFile, 'utf8')).version === wantedVersion()
}
