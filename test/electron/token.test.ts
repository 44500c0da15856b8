// Tokens through their own drivers: SoftHSM 2 in a process of its own, and what a stand-in driver answers where SoftHSM cannot be made to.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forkHelper } from '../../electron/helper.ts'
import { CKR, type Cryptoki, CryptokiRefusal, NoDriver } from '../../electron/keys/token/cryptoki.ts'
import { lookAtDriver, machinesOf } from '../../electron/keys/token/driver-file.ts'
import { layoutFor, readUlong, writeTriple } from '../../electron/keys/token/layout.ts'
import { derOfRaw, KeyRefused, openTokenKey } from '../../electron/keys/token/token-key.ts'
import { askDriver } from '../../electron/keys/token/token-process.ts'
import { runErrand } from '../../electron/keys/token/token-session.ts'
import type { TokenListed, TokenRequest } from '../../electron/keys/token/token-talk.ts'
import { readAlgorithm, readCertificate } from '../../records/crypto/certificate.ts'
import { oid, readDer, sequence } from '../../records/crypto/der.ts'
import { verifySignature } from '../../records/crypto/verify.ts'
import type { SignerAlgorithm } from '../../records/signer.ts'
import { makePki, type TestSigner } from '../support/pki.ts'
import { type SoftTokens, softDriver, softTokens } from '../support/softhsm.ts'

const person = { name: 'Nguyễn Thị Thúy Hằng', citizenId: '001180000011' }
const pin = '246810'
let soft: SoftTokens
let folder = ''
const signers = new Map<SignerAlgorithm, TestSigner>()
const labels = { 'rsa-sha256': 'Thẻ RSA', 'ecdsa-p256-sha256': 'Thẻ P-256' } as const

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tien-cu-driver-'))
  soft = softTokens()
  const pki = await makePki('thẻ')
  for (const algorithm of ['rsa-sha256', 'ecdsa-p256-sha256'] as const) {
    const signer = await pki.signer(person, { algorithm })
    signers.set(algorithm, signer)
    soft.add({ label: labels[algorithm], pin, signer, id: '0a0b', extra: [pki.intermediate] })
  }
})
afterAll(() => {
  soft.end()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

async function tokens(): Promise<readonly TokenListed[]> {
  const answer = await askDriver(forkHelper, { want: 'list', driver: softDriver })
  if (!answer.ok || !('tokens' in answer.value)) throw new Error(JSON.stringify(answer))
  return answer.value.tokens
}

async function tokenKey(algorithm: SignerAlgorithm, change: { pin?: string; id?: string; serial?: string } = {}) {
  const signer = signers.get(algorithm)
  const token = (await tokens()).find(({ label }) => label === labels[algorithm])
  if (!signer || !token) throw new Error('no token')
  const { certificate, chain } = signer
  const place = { serial: change.serial ?? token.serial, label: token.label }
  const opened = openTokenKey(
    forkHelper,
    { driver: softDriver, token: place, id: change.id ?? '0a0b', certificate, chain },
    change.pin ?? pin,
  )
  if (!opened.ok) throw new Error('refused')
  return opened.value
}

const words = new TextEncoder().encode('nội dung để ký')
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'signed',
    (error: unknown) => (error instanceof KeyRefused ? error.refusal : Promise.reject(error)),
  )

describe('through SoftHSM', () => {
  test('a driver describes itself', async () => {
    expect(await askDriver(forkHelper, { want: 'describe', driver: softDriver })).toEqual({
      ok: true,
      value: { ok: true, description: 'Implementation of PKCS11' },
    })
  })

  test('its tokens and all their certificates are listed without a PIN', async () => {
    const listed = await tokens()
    expect(listed.map(({ label }) => label).sort()).toEqual(['Thẻ P-256', 'Thẻ RSA'])
    for (const { certificates, serial } of listed) {
      expect(serial).not.toBe('')
      expect(certificates).toHaveLength(2)
      expect(certificates.find(({ id }) => id === '0a0b')?.der).toBeInstanceOf(Uint8Array)
    }
  })

  test.each(['rsa-sha256', 'ecdsa-p256-sha256'] as const)('a %s key signs, and the certificate proves it', async (algorithm) => {
    const key = await tokenKey(algorithm)
    expect(key).toMatchObject({ kind: 'token', algorithm })
    const scheme = readAlgorithm(readDer(sequence(oid(algorithm === 'rsa-sha256' ? '1.2.840.113549.1.1.11' : '1.2.840.10045.4.3.2'))))
    const { publicKey } = readCertificate(key.certificate)
    expect(await verifySignature(publicKey, scheme, await key.sign(words), words)).toBe('valid')
  })

  test('a wrong PIN is refused with what the token tells of the tries left; the right one still signs', async () => {
    const key = await tokenKey('rsa-sha256', { pin: '000000' })
    expect(await refused(key.sign(words))).toEqual({ code: 'pin-wrong', tries: 'few' })
    expect((await tokens()).find(({ label }) => label === 'Thẻ RSA')?.tries).toBe('few')
    expect(await refused((await tokenKey('rsa-sha256')).sign(words))).toBe('signed')
  })

  test('a key that is not on the token, and a token that is not there, are told apart', async () => {
    expect(await refused((await tokenKey('rsa-sha256', { id: 'ff' })).sign(words))).toEqual({ code: 'token-key-missing', label: 'Thẻ RSA' })
    expect(await refused((await tokenKey('rsa-sha256', { serial: 'x' })).sign(words))).toEqual({ code: 'token-missing', label: 'Thẻ RSA' })
  })
})

describe('a driver file', () => {
  test('that is not there, is no library, or is one for another machine, is told so before anything of it runs', () => {
    const library = readHead()
    expect(lookAtDriver(join(folder, 'khong-co.so'))).toMatchObject({ refusal: { code: 'token-driver-missing' } })
    expect(lookAtDriver('libsofthsm2.so')).toMatchObject({ refusal: { code: 'token-driver-missing' } })
    expect(lookAtDriver(file('thu.so', 'xin chào, đây không phải thư viện'))).toMatchObject({
      refusal: { code: 'token-driver-not-library' },
    })
    expect(lookAtDriver(library.path, { system: 'win32', arch: 'x64' })).toEqual({
      ok: false,
      refusal: { code: 'token-driver-wrong-machine', made: 'Linux 64-bit', needed: 'Windows 64-bit' },
    })
    expect(lookAtDriver(library.path)).toMatchObject({ ok: true, value: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  test.each([
    ['ELF of 32 bits', Buffer.concat([Buffer.from('\x7fELF\x01', 'latin1'), Buffer.alloc(13), Buffer.from([3, 0])]), ['linux ia32']],
    ['PE of 64 bits', pe(0x8664), ['win32 x64']],
    ['PE of 32 bits', pe(0x14c), ['win32 ia32']],
    ['Mach-O for ARM', Buffer.from('cffaedfe0c000001', 'hex'), ['darwin arm64']],
    [
      'Mach-O for two',
      Buffer.concat([
        Buffer.from('cafebabe00000002', 'hex'),
        Buffer.from('01000007', 'hex'),
        Buffer.alloc(16),
        Buffer.from('0100000c', 'hex'),
      ]),
      ['darwin x64', 'darwin arm64'],
    ],
    ['a cut header', Buffer.from('MZ'), []],
    ['nothing', Buffer.alloc(0), []],
  ])('%s is known by its header', (_what, head, machines) => {
    expect(machinesOf(head).map(({ system, arch }) => `${system} ${arch}`)).toEqual(machines)
  })

  test('a library that is no PKCS#11 driver, and one that cannot be loaded, are told apart', async () => {
    const libc = process.report.getReport() as unknown as { sharedObjects: string[] }
    const other = libc.sharedObjects.find((path) => /\/libm\.so/.test(path)) ?? ''
    expect(await askDriver(forkHelper, { want: 'list', driver: other })).toEqual({
      ok: false,
      refusal: { code: 'token-driver-not-pkcs11' },
    })
    const altered = Buffer.from(readHead().bytes)
    altered.writeUInt16LE(1, 16) // an object file, which nothing can load
    const cut = file('altered.so', altered)
    expect(await askDriver(forkHelper, { want: 'list', driver: cut })).toEqual({
      ok: false,
      refusal: { code: 'token-driver-not-loadable' },
    })
  })

  test('one that crashes or hangs takes nothing else down', async () => {
    const helper = (name: string) => join(import.meta.dirname, '..', 'support', 'helpers', name)
    const request: TokenRequest = { want: 'list', driver: softDriver }
    // Half a library maps and then touches what is not there: the system ends the process.
    const half = { want: 'list' as const, driver: file('half.so', readHead().bytes.subarray(0, 4096)) }
    expect(await askDriver(forkHelper, half)).toEqual({ ok: false, refusal: { code: 'token-driver-crashed' } })
    expect(await askDriver(forkHelper, request, { file: helper('crashing.mjs') })).toEqual({
      ok: false,
      refusal: { code: 'token-driver-crashed' },
    })
    expect(await askDriver(forkHelper, request, { file: helper('silent.mjs'), seconds: 0.5 })).toEqual({
      ok: false,
      refusal: { code: 'token-driver-hung', seconds: 0.5 },
    })
  })
})

/** A driver that answers as told: what a token does when it is locked, pulled out or of another kind. */
function standIn(change: Partial<Cryptoki> & { flags?: number; keyType?: number; alwaysAsks?: boolean } = {}): {
  driver: Cryptoki
  said: string[]
} {
  const said: string[] = []
  const driver: Cryptoki = {
    initialize: () => void said.push('initialize'),
    finalize: () => void said.push('finalize'),
    description: () => 'Thế chỗ',
    slotsWithToken: () => [7],
    tokenInfo: () => ({ label: 'Thẻ', model: '', serial: '1', flags: change.flags ?? 0 }),
    openSession: () => 70,
    closeSession: () => void said.push('close'),
    login: (_session, user, given) => void said.push(`login ${user} ${given === null ? 'on the reader' : given.toString('utf8')}`),
    logout: () => void said.push('logout'),
    find: () => [700],
    read: (_session, _object, attribute) =>
      Buffer.from([attribute === 0x100 ? (change.keyType ?? 0) : attribute === 0x202 && change.alwaysAsks ? 1 : 0]),
    signInit: (_session, mechanism) => void said.push(`sign by ${mechanism}`),
    sign: (_session, data) => data,
    ...change,
  }
  return { driver, said }
}
const errand: TokenRequest = {
  want: 'sign',
  driver: 'x',
  token: { serial: '1', label: 'Thẻ' },
  id: '01',
  pin: '1234',
  digest: new Uint8Array(32),
}
const says = (call: string, code: number) => () => {
  throw new CryptokiRefusal(call, code)
}

describe('what tokens answer', () => {
  test.each([
    ['wrong PIN, tries left', { login: says('C_Login', CKR.PIN_INCORRECT) }, { code: 'pin-wrong', tries: 'some' }],
    ['wrong PIN, one try left', { login: says('C_Login', CKR.PIN_INCORRECT), flags: 0x3_0000 }, { code: 'pin-wrong', tries: 'one' }],
    ['PIN of the wrong length', { login: says('C_Login', CKR.PIN_LEN_RANGE) }, { code: 'pin-wrong', tries: 'some' }],
    ['locked by that try', { login: says('C_Login', CKR.PIN_LOCKED) }, { code: 'pin-locked' }],
    ['PIN out of date', { login: says('C_Login', CKR.PIN_EXPIRED) }, { code: 'pin-expired' }],
    ['PIN never set', { login: says('C_Login', CKR.USER_PIN_NOT_INITIALIZED) }, { code: 'pin-not-set' }],
    ['pulled out before signing', { signInit: says('C_SignInit', CKR.SESSION_HANDLE_INVALID) }, { code: 'token-removed' }],
    [
      'pulled out while signing',
      { sign: says('C_Sign', CKR.DEVICE_REMOVED), closeSession: says('C_CloseSession', CKR.DEVICE_REMOVED) },
      { code: 'token-removed' },
    ],
    ['no such mechanism', { signInit: says('C_SignInit', CKR.MECHANISM_INVALID) }, { code: 'key-kind-unsupported' }],
    ['a key of another kind', { keyType: 0x40 }, { code: 'key-kind-unsupported' }],
    ['no token in any reader', { slotsWithToken: () => [] }, { code: 'token-missing', label: 'Thẻ' }],
    ['no such key', { find: () => [] }, { code: 'token-key-missing', label: 'Thẻ' }],
    ['something else', { initialize: says('C_Initialize', 5) }, { code: 'token-driver-failed', call: 'C_Initialize', answer: '0x5' }],
  ])('%s', (_what, change, refusal) => {
    expect(runErrand(errand, () => standIn(change).driver)).toEqual({ ok: false, refusal })
  })

  test('a locked token is not asked for its PIN again', () => {
    const { driver, said } = standIn({ flags: 0x4_0000 })
    expect(runErrand(errand, () => driver)).toEqual({ ok: false, refusal: { code: 'pin-locked' } })
    expect(said).toEqual(['initialize', 'finalize'])
  })

  test('a key that wants its PIN for each signature gets it after the signature was begun', () => {
    const { driver, said } = standIn({ alwaysAsks: true, keyType: 3 })
    expect(runErrand(errand, () => driver)).toMatchObject({ ok: true, keyType: 'ec' })
    expect(said).toEqual(['initialize', 'login 1 1234', 'sign by 4161', 'login 2 1234', 'logout', 'close', 'finalize'])
  })

  test('where the reader has keys of its own, no PIN is sent', () => {
    const { driver, said } = standIn({ flags: 0x100 })
    expect(runErrand(errand, () => driver)).toMatchObject({ ok: true, keyType: 'rsa' })
    expect(said).toContain('login 1 on the reader')
  })

  test('a file that cannot be loaded is no defect of ours; a defect is not dressed as an answer', () => {
    expect(
      runErrand(errand, () => {
        throw new NoDriver('not-loadable', 'x')
      }),
    ).toEqual({ ok: false, refusal: { code: 'token-driver-not-loadable' } })
    expect(() => runErrand(errand, () => standIn({ sign: () => JSON.parse('{') }).driver)).toThrow(SyntaxError)
  })
})

describe('memory as drivers want it', () => {
  test('on Windows four bytes and no gaps, elsewhere eight and aligned', () => {
    const bytes = (platform: NodeJS.Platform) => {
      const layout = layoutFor(platform)
      const to = Buffer.alloc(layout.triple.size)
      writeTriple(to, 0, 0x102, 0x1122_3344_5566n, 3, layout)
      return to.toString('hex')
    }
    expect(bytes('win32')).toBe('02010000665544332211000003000000')
    expect(bytes('linux')).toBe('020100000000000066554433221100000300000000000000')
  })

  test('what a driver does not tell reads as nothing', () => {
    expect(readUlong(Buffer.alloc(8, 0xff), 0, layoutFor('linux'))).toBeNull()
    expect(readUlong(Buffer.alloc(8, 0xff), 0, layoutFor('win32'))).toBeNull()
  })

  test.each([
    ['0102', '3006020101020102'],
    ['80ff', '3008020200800202' + '00ff'],
    ['00050000', '3006020105020100'],
  ])('r and s %s become DER %s', (raw, der) => {
    expect(Buffer.from(derOfRaw(Buffer.from(raw, 'hex'))).toString('hex')).toBe(der)
  })
})

function readHead() {
  const path = join(folder, 'driver.so')
  copyFileSync(softDriver, path)
  return { path, bytes: readFileSync(path) }
}

function pe(machine: number): Buffer {
  const head = Buffer.alloc(128)
  head.write('MZ', 'latin1')
  head.writeUInt32LE(64, 60)
  head.write('PE\0\0', 64, 'latin1')
  head.writeUInt16LE(machine, 68)
  return head
}
