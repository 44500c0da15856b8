// Opening: the right file with the right passphrase by one holder, or one named fault and nothing changed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { connect, disconnect, openDriver } from '../../db/connect.ts'
import { changePassphrase, keyFileOf, productCost, readKeyFile } from '../../db/key-file.ts'
import { openArchive } from '../../db/open.ts'
import { cheap, closedAtEnd, faultOf, freshArchive, freshFolder, monday, noted, passphrase, reopened } from './archive-fixture.ts'

const holder = fileURLToPath(new URL('./holder.ts', import.meta.url))

/** Another process that opens the archive, says so, and holds it until it is ended. */
async function heldByAnother(file: string, key: Uint8Array): Promise<ChildProcess> {
  const child = spawn(process.execPath, [holder, file, Buffer.from(key).toString('hex')], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

const filesOf = (folder: string) => Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]))

test('a new archive is encrypted, opens by its passphrase however its accents are composed, and by no other', () => {
  const { archive, file } = freshArchive()
  archive.append('case/a', 0, [noted(1)], monday)
  archive.close()
  expect(readFileSync(file).includes('Nguyễn')).toBe(false)
  expect(readFileSync(file).includes('SQLite format')).toBe(false)
  expect(readFileSync(keyFileOf(file), 'utf8')).not.toContain(passphrase)
  for (const typed of [passphrase.normalize('NFC'), passphrase.normalize('NFD')])
    expect(faultOf(() => openArchive({ file, passphrase: typed }).close())).toBe('none')
  for (const wrong of ['', `${passphrase} `, 'mat khau thu'])
    expect(faultOf(() => openArchive({ file, passphrase: wrong }))).toBe('wrong-passphrase')
})

test('an open archive writes ahead without shared memory; at rest it is one file and its key', () => {
  const { archive, file } = freshArchive()
  const names = () => readdirSync(join(file, '..'))
  expect(names()).toEqual(['so.tiencu', 'so.tiencu-wal', 'so.tiencu.key.json'])
  archive.append('case/a', 0, [noted(1)], monday)
  archive.close()
  expect(names()).toEqual(['so.tiencu', 'so.tiencu.key.json'])
})

test('a commit waits for the disk, and the connection trusts nobody', () => {
  const { archive, file, key } = freshArchive()
  archive.close()
  const connection = connect(file, key, {}, () => undefined)
  const settings = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'trusted_schema',
    'recursive_triggers',
    'temp_store',
    'locking_mode',
    'busy_timeout',
  ]
  expect(settings.map((name) => connection.driver.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 0, 1, 2, 'exclusive', 200])
  disconnect(connection)
})

test('every table is STRICT', () => {
  const { archive, file, key } = freshArchive()
  archive.close()
  const driver = openDriver(file, key)
  const tables = driver.prepare('PRAGMA table_list').all() as { schema: string; name: string; strict: number }[]
  const ours = tables.filter(({ name }) => !name.startsWith('sqlite_'))
  expect(ours.map(({ name, strict }) => [name, strict]).sort()).toEqual(
    [
      ...['checkpoints', 'device', 'drafts', 'facts', 'file_parts', 'files', 'looks', 'migrations', 'numbers', 'papers'],
      ...['imports', 'names', 'people', 'posts', 'tenures', 'touches', 'undone', 'unit_spans', 'units'].map((name) => `registry_${name}`),
      'summaries',
    ].map((name) => [name, 1]),
  )
  driver.close()
})

test('the key file is wrapped at the full cost of the product', () => {
  const file = join(freshFolder(), 'so.tiencu')
  closedAtEnd(openArchive({ file, passphrase, create: { origin: 'tien-cu.test/so' } })).close()
  expect(productCost).toBe(17)
  expect(JSON.parse(readFileSync(keyFileOf(file), 'utf8'))).toMatchObject({
    kdf: { name: 'scrypt', logN: 17, r: 8, p: 1 },
    cipher: 'aes-256-gcm',
  })
  expect(readKeyFile(file, passphrase)).toHaveLength(32)
})

test('a passphrase is changed without touching the data, also while the archive is open', () => {
  const { file, key } = freshArchive()
  const next = { file, from: passphrase, to: 'cụm từ mới', cost: cheap }
  expect(faultOf(() => changePassphrase({ ...next, from: 'sai' }))).toBe('wrong-passphrase')
  changePassphrase(next)
  expect(faultOf(() => readKeyFile(file, passphrase))).toBe('wrong-passphrase')
  expect(Buffer.from(readKeyFile(file, 'cụm từ mới'))).toEqual(Buffer.from(key))
})

test('a second opening is refused in this process and from another, and a killed holder leaves no lock behind', async () => {
  const { archive, file, key } = freshArchive()
  expect(faultOf(() => openArchive({ file, unwrappedKey: key }))).toBe('locked')
  expect(archive.append('case/a', 0, [noted(1)], monday)).toMatchObject({ ok: true })
  expect(faultOf(() => openArchive({ file, unwrappedKey: key, readOnly: true }))).toBe('locked')
  archive.close()

  const other = await heldByAnother(file, key)
  const before = filesOf(join(file, '..'))
  expect(faultOf(() => openArchive({ file, unwrappedKey: key }))).toBe('locked')
  expect(faultOf(() => openArchive({ file, unwrappedKey: key, readOnly: true }))).toBe('locked')
  expect(filesOf(join(file, '..'))).toEqual(before)
  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(reopened(file, key).load('case/a')).toHaveLength(2)
})

test('what is not there, is there already, or is no archive, is told apart and left alone', () => {
  const { archive, file } = freshArchive()
  archive.close()
  const folder = join(file, '..')
  const beside = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes)
    return { file: join(folder, name), passphrase }
  }
  expect(faultOf(() => openArchive({ file: join(folder, 'none'), passphrase }))).toBe('not-found')
  expect(faultOf(() => openArchive({ file: join(folder, 'none', 'none'), passphrase, create: { origin: 'o' } }))).toBe('not-found')
  expect(faultOf(() => openArchive({ file, passphrase, create: { origin: 'o' }, cost: cheap }))).toBe('exists')
  expect(faultOf(() => openArchive(beside('text.txt', Buffer.from('xin chào'))))).toBe('not-an-archive')
  expect(faultOf(() => openArchive(beside('empty', Buffer.alloc(0))))).toBe('not-an-archive')
  expect(faultOf(() => openArchive({ file: folder, passphrase }))).toBe('not-an-archive')
  expect(faultOf(() => openArchive(beside('no-key', readFileSync(file))))).toBe('key-file-missing')
  const strange = beside('strange', Buffer.alloc(8192, 7))
  copyFileSync(keyFileOf(file), keyFileOf(strange.file))
  const before = filesOf(folder)
  expect(faultOf(() => openArchive(strange))).toBe('corrupt')
  expect(filesOf(folder)).toEqual(before)
  truncateSync(file, 4096)
  expect(['corrupt', 'disk-failed']).toContain(faultOf(() => openArchive({ file, passphrase })))
})

test.each([
  ['not JSON', () => '{', 'key-file-damaged'],
  ['another shape', () => '{"format":"tien-cu/key","version":1}', 'key-file-damaged'],
  ['a newer version', () => '{"format":"tien-cu/key","version":2}', 'newer-version'],
  ['a cheaper cost than it was wrapped with', (text: string) => text.replace('"logN": 12', '"logN": 11'), 'wrong-passphrase'],
  ['a cost that would eat all memory', (text: string) => text.replace('"logN": 12', '"logN": 30'), 'key-file-damaged'],
  ['a changed salt', (text: string) => text.replace(/"salt": ".{4}/, '"salt": "AAAA'), 'wrong-passphrase'],
])('a key file with %s', (_, change, code) => {
  const { archive, file } = freshArchive()
  archive.close()
  writeFileSync(keyFileOf(file), change(readFileSync(keyFileOf(file), 'utf8')))
  expect(faultOf(() => openArchive({ file, passphrase }))).toBe(code)
})

test('an encrypted database that is not ours is no archive', () => {
  const { archive, file, key } = freshArchive()
  archive.close()
  rmSync(file)
  const driver = openDriver(file, key)
  driver.exec('CREATE TABLE a (b)')
  driver.close()
  const before = readFileSync(file)
  expect(faultOf(() => openArchive({ file, passphrase }))).toBe('not-an-archive')
  expect(readFileSync(file)).toEqual(before)
})

test('an archive of a newer version is refused before anything in it is changed', () => {
  const { archive, file, key } = freshArchive()
  archive.close()
  const driver = openDriver(file, key)
  driver.pragma('user_version = 99')
  driver.close()
  const before = filesOf(join(file, '..'))
  expect(faultOf(() => openArchive({ file, passphrase }))).toBe('newer-version')
  expect(filesOf(join(file, '..'))).toEqual(before)
})

test('opened for reading only, it reads and refuses to write', () => {
  const { archive, file, key } = freshArchive()
  archive.append('case/a', 0, [noted(1)], monday)
  archive.close()
  const reader = closedAtEnd(openArchive({ file, unwrappedKey: key, readOnly: true }))
  const second = closedAtEnd(openArchive({ file, unwrappedKey: key, readOnly: true }))
  expect([reader.load('case/a').length, second.verify().ok]).toEqual([1, true])
  expect(faultOf(() => reader.append('case/a', 1, [noted(2)], monday))).toBe('read-only')
})

/** A file system of its own needs a mount, which only root may do here. */
const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0
if (!mayMount) console.log('not run: full and read-only disks (needs unshare -m, that is: Linux and root)')

test.runIf(mayMount)('a full disk and a read-only disk are named, and lose nothing', () => {
  const folder = freshFolder()
  mkdirSync(join(folder, 'disk'))
  const run = spawnSync('unshare', ['-m', 'sh', '-c', fullAndReadOnly, folder], {
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, HOLDER: holder },
  })
  expect(run.stderr).toBe('')
  expect(run.stdout.trim().split('\n')).toEqual([
    'full: disk-full',
    'after: intact',
    'create on full: disk-full, nothing left',
    'read-only: read-only',
    'create on read-only: read-only',
    'read-only disk, for reading: intact',
  ])
  expect(existsSync(join(folder, 'disk', 'so.tiencu'))).toBe(false)
})

const fullAndReadOnly = `
set -e
mount -t tmpfs -o size=600k tmpfs "$0/disk"
"$NODE" "$HOLDER" "$0/disk/so.tiencu" --fill
mount -o remount,size=4m "$0/disk"
"$NODE" "$HOLDER" "$0/disk/so.tiencu" --settle
mount -o remount,ro "$0/disk"
"$NODE" "$HOLDER" "$0/disk/so.tiencu" --read-only
`
