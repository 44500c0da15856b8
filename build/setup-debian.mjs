// The programs outside npm: the browser and the independent PDF and signature tools our tests are checked against.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './find-browser.mjs'
import { SetupStopped } from './setup-packages.mjs'

const packages = [
  'chromium',
  'poppler-utils',
  'qpdf',
  'libnss3-tools',
  'openssl',
  'softhsm2',
  'opensc',
  'xvfb',
  'fonts-liberation',
  'strace',
  'unzip',
]
/** One command of each package, for systems that have the programs but not Debian's package manager. */
const commands = ['pdfsig', 'qpdf', 'certutil', 'openssl', 'softhsm2-util', 'pkcs11-tool', 'Xvfb', 'strace', 'unzip']

/** Root on Debian installs what is missing; anyone else is told its name. Throws SetupStopped. */
export function missingDebian() {
  if (!isDebian()) return missingCommands()
  const missing = packages.filter((name) => !isInstalled(name))
  if (missing.length > 0) installDebian(missing)
}

export const isDebian = () => existsSync('/etc/debian_version') && spawnSync('dpkg-query', ['--version']).status === 0

/** Installs the named Debian packages as root. Throws SetupStopped with the names when it may not or cannot. */
export function installDebian(names) {
  const list = names.join(' ')
  if (process.getuid?.() !== 0) throw new SetupStopped(`Còn thiếu: ${list}\nHãy chạy: sudo apt-get install --no-install-recommends ${list}`)
  console.log(`Cài các gói Debian còn thiếu: ${list} …`)
  const failed = [['update'], ['install', '-y', '--no-install-recommends', ...names]].map(apt).find((run) => run.status !== 0)
  if (failed === undefined) return
  throw new SetupStopped(`${failed.stdout}${failed.stderr}\nKhông cài được các gói Debian: ${list}`)
}

const apt = (args) =>
  spawnSync('apt-get', ['-qq', ...args], { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })

// dpkg's own placeholders, `${…}`, in an ordinary string.
const format = ['Package', 'db:Status-Status'].map((field) => `\${${field}}`).join(' ')
const statuses = () => {
  const { stdout } = spawnSync('dpkg-query', ['-W', `-f=${format}\\n`, ...packages], { encoding: 'utf8' })
  return new Set(stdout.split('\n'))
}
let seen
const isInstalled = (name) => {
  seen ??= statuses()
  return seen.has(`${name} installed`)
}

function missingCommands() {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const missing = commands.filter((name) => !folders.some((folder) => existsSync(`${folder}/${name}${suffix}`)))
  if (findBrowser() === undefined) missing.unshift('chromium')
  if (missing.length === 0) return
  throw new SetupStopped(`Bộ kiểm thử cần các chương trình sau, máy này chưa có: ${missing.join(' ')}`)
}
