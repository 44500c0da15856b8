// Files of dossiers: kept once, part by part, never changed, and missed when somebody takes one out.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openDriver } from '../../db/connect.ts'
import { partSize } from '../../db/file-store.ts'
import { papersNamed } from '../../electron/services/papers-named.ts'
import { behindItsBack, faultOf, freshArchive, monday, reopened } from './archive-fixture.ts'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** Two whole parts and a rest. */
const scan = Buffer.from(Uint8Array.from({ length: 2 * partSize + 77 }, (_, at) => (at * 31) % 251))
function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += partSize) yield bytes.subarray(at, at + partSize)
}
const put = (archive: ReturnType<typeof freshArchive>['archive'], bytes: Uint8Array) =>
  archive.files.put(digest(bytes), bytes.length, partsOf(bytes))

test('a file comes back in its parts, once however often it was put', () => {
  const { archive } = freshArchive()
  put(archive, scan)
  put(archive, scan)
  expect(archive.files.list()).toEqual([{ sha256: digest(scan), length: scan.length }])
  const parts = [...archive.files.parts(digest(scan))]
  expect(parts.map((one) => one.length)).toEqual([partSize, partSize, 77])
  expect(Buffer.concat(parts).equals(scan)).toBe(true)
  expect(archive.files.has(digest(Buffer.from('x')))).toBe(false)
})

test('bytes that are not what their digest says leave nothing behind', () => {
  const { archive } = freshArchive()
  expect(() => archive.files.put(digest(Buffer.from('khác')), scan.length, partsOf(scan))).toThrow('digest')
  expect(() => archive.files.put(digest(scan), scan.length + 1, partsOf(scan))).toThrow()
  expect(archive.files.list()).toEqual([])
})

test('a file is encrypted with the archive, and goes with a copy of it', async () => {
  const { file, key, archive } = freshArchive()
  put(archive, Buffer.from('GIẤY CHỨNG NHẬN SỨC KHỎE'.repeat(400)))
  await archive.copyInto(`${file}.ban-sao`)
  archive.close()
  const copy = reopened(`${file}.ban-sao`, key)
  expect(copy.files.list()).toHaveLength(1)
  expect(copy.verify(papersNamed).ok).toBe(true)
})

const filed = (sha256: string) => ({
  type: 'dossierPaperFiled',
  payload: {
    no: 1,
    personId: 'a',
    item: 'healthCertificate',
    issuedOn: '2026-08-01',
    files: [{ name: 'a.pdf', mime: 'application/pdf', bytes: 3, sha256 }],
  },
})

test('a changed part, a lost part and a lost file are found by the walk over the log', () => {
  const { file, key, archive } = freshArchive()
  put(archive, scan)
  archive.append('case/1', 0, [filed(digest(scan))], monday)
  expect(archive.verify(papersNamed).ok).toBe(true)
  archive.close()
  behindItsBack(file, key, (driver) => driver.exec('UPDATE file_parts SET bytes = zeroblob(77) WHERE no = 3'))
  const changed = reopened(file, key)
  expect(changed.verify(papersNamed)).toMatchObject({ ok: false, what: 'paper-changed', paper: digest(scan) })
  expect(faultOf(() => [...changed.files.parts(digest(scan))])).toBe('corrupt')
  changed.close()
  behindItsBack(file, key, (driver) => driver.exec('DELETE FROM file_parts; DELETE FROM files'))
  expect(reopened(file, key).verify(papersNamed)).toMatchObject({ ok: false, what: 'paper-missing', paper: digest(scan) })
})

test('neither files nor their parts are changed, put anew or taken away', () => {
  const { file, key, archive } = freshArchive()
  put(archive, scan)
  archive.close()
  expect(() => behindTheScreens(file, key, 'DELETE FROM files')).toThrow('append-only')
  expect(() => behindTheScreens(file, key, 'UPDATE files SET length = 1')).toThrow('append-only')
  expect(() => behindTheScreens(file, key, 'DELETE FROM file_parts')).toThrow('append-only')
  expect(() => behindTheScreens(file, key, "INSERT INTO file_parts SELECT sha256, 9, x'00' FROM files")).toThrow('without gaps')
})

/** With the triggers in place. */
function behindTheScreens(file: string, key: Uint8Array, statement: string): void {
  const driver = openDriver(file, key)
  try {
    driver.exec(statement)
  } finally {
    driver.close()
  }
}
