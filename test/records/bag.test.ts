// Packages: whole ones, spoiled ones, and zips made to hurt whoever opens them.
import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { bagNames, manifestText, openBag, readManifest } from '../../records/bag.ts'
import { checkBag } from '../../records/check-bag.ts'
import { makeCms } from '../../records/cms.ts'
import { unzipEntry, type ZipLimits, zipDirectory } from '../../records/zip.ts'
import { makePki, type Pki } from '../support/pki.ts'
import { put, run, workFolder } from '../support/tools.ts'
import { bagOf, type Spoil } from './bags.ts'
import { checkedAt, judged, signedSteps, type ThreeSigners, threeSigners } from './making.ts'

let pki: Pki
let by: ThreeSigners
let pdf: Uint8Array
beforeAll(async () => {
  pki = await makePki('gói')
  by = await threeSigners(pki)
  pdf = (await signedSteps(by))[3]
})

const check = (zip: Uint8Array) => checkBag(zip, { roots: [pki.root], now: checkedAt, judge: () => judged.output })
const bag = (spoil: Spoil = {}) =>
  bagOf(
    [
      ['bien-ban.pdf', pdf],
      ['nhat-ky.txt', new TextEncoder().encode('nhật ký')],
    ],
    spoil,
  )
const digest = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const signature = (at = '2026-02-07T08:00:00+07:00') => ({
  signature: (tagManifest: Uint8Array) => makeCms(digest(tagManifest), by.chair, at),
})
const codes = async (zip: Uint8Array) => (await check(zip)).lines.map(({ code, state }) => `${code} ${state}`)

describe('a package', () => {
  test('whole and signed is valid; each of its records is checked and compared with its list', async () => {
    const report = await check(await bag(signature()))
    expect(report.overall).toBe('HOP_LE')
    expect(report.lines.map(({ code }) => code)).toEqual(['BAG_OK', 'BAG_SIGNED', 'REVOCATION_UNKNOWN', 'BAG_RECORDS'])
    expect(report.info).toEqual([
      ['Source-Organization', 'Sở Nội vụ tỉnh Mẫu'],
      ['Tieu-De', 'Hồ sơ bổ nhiệm Phó Giám đốc Sở'],
    ])
    expect(report.records.map(({ name }) => name)).toEqual(['data/bien-ban.pdf'])
    expect(report.records[0]?.report.lines.map(({ code }) => code)).toContain('FILE_AS_LISTED')
  })

  test('in one folder of its zip is the same package', async () => {
    expect(await codes(await bag({ ...signature(), folder: 'ho-so-044/' }))).toEqual([
      'BAG_OK ok',
      'BAG_SIGNED ok',
      'REVOCATION_UNKNOWN note',
      'BAG_RECORDS ok',
    ])
  })

  test('not signed decides nothing: a record, and what is no record, could have been left out and the lists made anew', async () => {
    expect(await codes(await bag())).toEqual(['BAG_OK ok', 'BAG_NOT_SIGNED undecided', 'BAG_RECORDS ok'])
  })

  test('whose signature tells no time is broken, and by a certificate that has ended since, undecided as well', async () => {
    const timeless = { signature: (tags: Uint8Array) => makeCms(digest(tags), by.chair) }
    expect(await codes(await bag(timeless))).toContain('FORMAT broken')
    const validity = { from: new Date('2020-01-01T00:00:00Z'), until: new Date('2026-02-08T00:00:00Z') }
    const ended = await pki.signer({ name: 'Người Đóng gói', citizenId: '001085000123' }, { validity })
    const byEnded = (at?: string) => bag({ signature: (tags: Uint8Array) => makeCms(digest(tags), ended, at) })
    expect(await codes(await byEnded())).toEqual(expect.arrayContaining(['FORMAT broken', 'CERT_EXPIRED_NO_POE undecided']))
    expect(await codes(await byEnded('2026-02-07T08:00:00+07:00'))).toContain('CERT_EXPIRED_NO_POE undecided')
    expect(await codes(await byEnded('2026-02-09T08:00:00+07:00'))).toContain('CERT_EXPIRED_AT_SIGN broken')
    expect(await codes(await bag(signature('2026-03-07T08:00:00+07:00')))).toContain('CLOCK_SUSPECT note')
  })

  test('whose signed list of lists leaves out the list of its files is broken', async () => {
    const opened = await openBag(await bag(), { bytes: 1e8, files: 100 })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const files = Object.fromEntries(opened.value.files)
    const tags = new TextEncoder().encode(manifestText([]))
    const zip = zipSync({ ...files, [bagNames.tagManifest]: tags, [bagNames.signature]: await signature().signature(tags) })
    expect(await codes(zip)).toContain('BAG_FILE_UNLISTED broken')
  })

  test.each([
    ['a file altered', { alter: 'bien-ban.pdf' }, 'BAG_FILE_DIFFERS broken'],
    ['a file removed', { drop: 'nhat-ky.txt' }, 'BAG_FILE_MISSING broken'],
    ['a file slipped in', { add: { 'data/them.txt': 'x' } }, 'BAG_FILE_UNLISTED broken'],
    ['a tag file slipped in', { add: { 'ghi-chu.txt': 'x' } }, 'BAG_FILE_UNLISTED note'],
    ['its list replaced', { add: { 'manifest-sha256.txt': `${'0'.repeat(64)}  data/nhat-ky.txt\n` } }, 'BAG_FILE_DIFFERS broken'],
  ] as const)('%s says so', async (_, spoil, said) => {
    expect(await codes(await bag({ ...signature(), ...spoil }))).toContain(said)
  })

  test('an altered record in it is broken by its own signatures too', async () => {
    const report = await check(await bag({ ...signature(), alter: 'bien-ban.pdf' }))
    expect([report.overall, report.records[0]?.report.overall]).toEqual(['KHONG_HOP_LE', 'KHONG_HOP_LE'])
  })

  test('whose list was signed, then made anew, is broken; another signer unknown here decides nothing', async () => {
    const forged = { signature: async () => makeCms(digest(new Uint8Array([1])), by.chair, '2026-02-07T08:00:00+07:00') }
    expect(await codes(await bag(forged))).toContain('DIGEST_MISMATCH broken')
    const stranger = await (await makePki('lạ')).signer({ name: 'Lạ', citizenId: '001085000999' })
    const strange = { signature: (tags: Uint8Array) => makeCms(digest(tags), stranger, '2026-02-07T08:00:00+07:00') }
    expect(await codes(await bag(strange))).toContain('CERT_UNTRUSTED undecided')
  })

  test('its signature is one openssl verifies as CAdES', async () => {
    const zip = await bag(signature())
    const opened = await openBag(zip, { bytes: 1e8, files: 100 })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const folder = workFolder()
    const file = (name: string) => put(folder, name, opened.value.files.get(name) ?? new Uint8Array())
    const { pem } = await import('../support/pki.ts')
    const root = put(folder, 'root.pem', pem(pki.root, 'CERTIFICATE'))
    const said = run('openssl', [
      ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', file(bagNames.signature)],
      ...['-content', file(bagNames.tagManifest), '-CAfile', root, '-purpose', 'any', '-out', '/dev/null'],
    ])
    expect(JSON.stringify(said)).toContain('successful')
  })

  test('without a declaration, a list or a record decides nothing', async () => {
    const plain = zipSync({ 'a.pdf': pdf })
    expect((await check(plain)).lines.map(({ numbers }) => numbers.fault)).toEqual(['not-a-bag'])
    const opened = await openBag(await bag(), { bytes: 1e8, files: 100 })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const files = Object.fromEntries(opened.value.files)
    const listless = zipSync({ ...files, 'manifest-sha256.txt': new TextEncoder().encode('không phải danh mục') })
    expect((await check(listless)).lines.map(({ numbers }) => numbers.fault)).toEqual(['bag-list-unreadable'])
    const old = zipSync({ ...files, 'bagit.txt': new TextEncoder().encode('BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n') })
    expect((await check(old)).overall).toBe('CHUA_DU_CO_SO')
    expect(await codes(await bagOf([['chi-chu.txt', new Uint8Array([1])]]))).toContain('BAG_RECORDS undecided')
  })
})

describe('a manifest', () => {
  test('reads back what it writes, odd names too, and takes the forms of checksum tools', () => {
    const files = [
      { path: 'data/b%.txt', sha256: 'b'.repeat(64) },
      { path: 'data/a\nb.txt', sha256: 'a'.repeat(64) },
    ]
    expect(manifestText(files)).toBe(`${'a'.repeat(64)}  data/a%0Ab.txt\n${'b'.repeat(64)}  data/b%25.txt\n`)
    expect(readManifest(manifestText(files))).toEqual(new Map(files.toReversed().map(({ path, sha256 }) => [path, sha256])))
    expect(readManifest(`${'A'.repeat(64)} *data/x\r\n`)).toEqual(new Map([['data/x', 'a'.repeat(64)]]))
    expect(readManifest(`${'a'.repeat(64)}  x\n${'b'.repeat(64)}  x\n`)).toBeNull()
  })
})

describe('a zip', () => {
  const limits = { bytes: 1_000_000, files: 50 }
  const refusal = (zip: Uint8Array, own: ZipLimits = limits) => {
    const found = zipDirectory(zip, own)
    return found.ok ? found.value.length : found.refusal.code
  }
  const entryAt = (zip: Uint8Array, signature: number) => {
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
    for (let at = 0; at < zip.length - 4; at++) if (view.getUint32(at, true) === signature) return at
    throw new Error('no entry')
  }
  const central = (zip: Uint8Array) => entryAt(zip, 0x02014b50)
  const plain = zipSync({ 'data/a.txt': new Uint8Array(2000), 'data/b.txt': new Uint8Array([1, 2, 3]) })

  test('that unfolds too big is refused by its directory, before anything is unpacked', () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(20_000_000) })
    expect(bomb.length).toBeLessThan(30_000)
    expect(refusal(bomb)).toBe('zip-too-big')
  })

  test('that unfolds to many times its size, or holds one file larger than any record, is refused at once', async () => {
    const text = (length: number) => new Uint8Array(length).fill(32)
    const files = Object.fromEntries([...'abcdefgh'].map((name) => [`data/${name}.pdf`, text(100_000)]))
    const own = { bytes: 1e9, files: 50, each: 2e5, times: 20 }
    expect(refusal(zipSync(files), own)).toBe('zip-too-big')
    expect(refusal(zipSync(files, { level: 0 }), own)).toBe(8)
    expect(refusal(zipSync(files, { level: 0 }), { ...own, each: 5e4 })).toBe('zip-too-big')
    // The size is in the directory: nothing is unfolded to know it.
    const huge = zipSync({ 'data/a.pdf': text(100) })
    new DataView(huge.buffer).setUint32(central(huge) + 24, 500 * 1024 * 1024, true)
    expect((await check(huge)).lines[0]?.numbers).toEqual({ fault: 'zip-too-big', name: 'data/a.pdf', most: 64 * 1024 * 1024 })
  })

  test('whose directory lies about a size is stopped at the size it told', async () => {
    const zip = zipSync({ 'a.txt': new Uint8Array(20_000_000) })
    new DataView(zip.buffer).setUint32(central(zip) + 24, 10, true)
    const found = zipDirectory(zip, limits)
    const [entry] = found.ok ? found.value : []
    expect(entry && (await unzipEntry(zip, entry))).toBeNull()
  })

  test('with entries that share their bytes is refused', () => {
    const zip = Uint8Array.from(plain)
    const view = new DataView(zip.buffer)
    const first = central(zip)
    const second = first + 46 + view.getUint16(first + 28, true)
    view.setUint32(second + 42, view.getUint32(first + 42, true), true)
    expect(refusal(zip)).toBe('zip-headers-differ')
  })

  test.each(['../ra-ngoai.txt', '/goc.txt', 'data/../../x', 'C:/x', 'a\\b', 'data//x', './x', 'x\u0001'])(
    'with the name %j is refused',
    (name) => {
      expect(refusal(zipSync({ [name]: new Uint8Array([1]) }))).toBe('zip-name-leads-out')
    },
  )

  test('with two names one disk or another takes for one file is refused', () => {
    expect(refusal(zipSync({ 'data/A.txt': new Uint8Array([1]), 'data/a.txt': new Uint8Array([2]) }))).toBe('zip-name-twice')
    // Windows drops points and blanks at the end.
    expect(refusal(zipSync({ 'data/a.pdf': new Uint8Array([1]), 'data/a.pdf. ': new Uint8Array([2]) }))).toBe('zip-name-twice')
    for (const hidden of ['\u202e', '\u200b', '\u00ad', '\u2067'])
      expect(refusal(zipSync({ [`data/bien-ban${hidden}fdp.exe`]: new Uint8Array([1]) }))).toBe('zip-name-misleads')
    const composed = 'data/ế.txt'
    expect(refusal(zipSync({ [composed]: new Uint8Array([1]), [composed.normalize('NFD')]: new Uint8Array([2]) }))).toBe('zip-name-twice')
  })

  test('encrypted, of another compression, with links, with too many files, cut short or followed by bytes is refused', () => {
    const changed = (at: number, value: number, size: 2 | 4 = 2) => {
      const zip = Uint8Array.from(plain)
      const view = new DataView(zip.buffer)
      if (size === 2) view.setUint16(central(zip) + at, value, true)
      else view.setUint32(central(zip) + at, value, true)
      return zip
    }
    expect(refusal(plain)).toBe(2)
    expect(refusal(changed(8, 1))).toBe('zip-encrypted')
    expect(refusal(changed(10, 12))).toBe('zip-form-unknown')
    expect(refusal(changed(38, 0xa1ff0000, 4))).toBe('zip-form-unknown')
    expect(refusal(changed(20, 0xffffffff, 4))).toBe('zip-form-unknown')
    expect(refusal(plain, { ...limits, files: 1 })).toBe('zip-too-many-files')
    for (const end of [0, 10, 40, plain.length - 1]) expect(refusal(plain.subarray(0, end))).toBe('zip-broken')
    expect(refusal(Uint8Array.from([...plain, 0]))).toBe('zip-broken')
  })

  test('any byte changed in it ends in an answer; valid only where no file of it changed, in its dates for one', async () => {
    const zip = await bag(signature())
    const filesIn = async (bytes: Uint8Array) => {
      const opened = await openBag(bytes, { bytes: 1e8, files: 100 })
      return opened.ok ? [...opened.value.files].map(([path, content]) => `${path} ${Buffer.from(digest(content)).toString('hex')}`) : []
    }
    const whole = await filesIn(zip)
    for (let at = 0; at < zip.length; at += 997) {
      const changed = Uint8Array.from(zip)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      if ((await check(changed)).overall === 'HOP_LE') expect(await filesIn(changed)).toEqual(whole)
    }
  })
})
