// The small parts under the records: strict PDF reading, DER, hashes, dates. Their edges, against tools or the standard's own vectors.
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { citizenIdOf, readAlgorithm, readCertificate } from '../../records/crypto/certificate.ts'
import { BadDer, children, der, inSetOrder, oid, readDer, readOid, readTime, sequence } from '../../records/crypto/der.ts'
import { sha256OfWords, sha256Sync } from '../../records/crypto/sha256.ts'
import { rawEcdsa, verifySignature } from '../../records/crypto/verify.ts'
import { glyphsOf } from '../../records/glyphs.ts'
import { Malformed, Parser } from '../../records/pdf/parse.ts'
import { dict, Name, Ref, readText, Text, textString, type Value, write } from '../../records/pdf/values.ts'
import { pdfDate } from '../../records/signed-file.ts'
import { makePki } from '../support/pki.ts'
import { put, run, workFolder } from '../support/tools.ts'
import { typesetterParts } from './making.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const parse = (text: string): Value => new Parser(utf8(text)).value()

describe('PDF values', () => {
  test('are read as written', () => {
    const value = dict({ A: [1, -2.5, true, null, new Ref(12)], 'b#c d': textString('Nguyễn'), N: new Name('application/json') })
    const text = new TextDecoder().decode(write(value))
    const back = parse(text)
    expect(new TextDecoder().decode(write(back))).toBe(text)
    expect(back instanceof Map && readText(back.get('b#c d'))).toBe('Nguyễn')
  })

  test('literal strings keep their escapes', () => {
    const read = parse('(a\\(b\\)\\\\ (c) \\101\\n\\\nd)')
    expect(read instanceof Text && new TextDecoder().decode(read.bytes)).toBe('a(b)\\ (c) A\nd')
  })

  test.each(['<</A 1/A 2>>', '<</A 1', '[1 2', '(abc', '<12', '<1g>', 'wahr', '<</A 1>', '['.repeat(200)])(
    '%j is refused, not repaired',
    (text) => {
      expect(() => parse(text)).toThrow(Malformed)
    },
  )

  test('an object must stand whole, its stream exactly as long as it says', () => {
    const read = (text: string) => new Parser(utf8(text)).object()
    expect(read('7 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj').id).toBe(7)
    for (const text of [
      '7 0 obj\n<</Length 2>>\nstream\nabc\nendstream\nendobj',
      '7 0 obj\n<</Length 9 0 R>>\nstream\nabc\nendstream\nendobj',
      '7 1 obj\n1\nendobj',
      '7 0 obj\n1',
    ]) {
      expect(() => read(text)).toThrow(Malformed)
    }
  })

  test('a claimed time goes to a PDF date with its offset', () => {
    expect(pdfDate('2026-11-22T08:30:15+07:00')).toBe("D:20261122083015+07'00'")
    expect(() => pdfDate('2026-11-22')).toThrow()
  })
})

describe('DER', () => {
  test('object identifiers and lengths there and back', () => {
    for (const id of ['1.2.840.113549.1.9.16.2.47', '2.5.4.5', '2.16.840.1.101.3.4.2.1', '1.3.6.1.5.5.7.3.36'])
      expect(readOid(readDer(oid(id)))).toBe(id)
    for (const size of [0, 127, 128, 255, 256, 70_000]) expect(readDer(der(4, new Uint8Array(size))).body).toHaveLength(size)
  })

  test.each([
    ['cut off', [0x30, 5, 1]],
    ['indefinite length', [0x30, 0x80, 0, 0]],
    ['length not minimal', [0x30, 0x81, 1, 0]],
    ['nothing', []],
  ])('%s is refused', (_, bytes) => {
    expect(() => readDer(Uint8Array.from(bytes))).toThrow(BadDer)
  })

  test('a set is ordered by its bytes; times of both centuries are read', () => {
    const text = (one: string) => der(0x0c, utf8(one))
    const parts = [sequence(text('b')), sequence(text('a')), text('x')]
    expect(inSetOrder(parts).map((part) => part[0])).toEqual([0x0c, 0x30, 0x30])
    expect(readTime(readDer(der(0x17, utf8('490101000000Z'))))).toBe(Date.UTC(2049, 0, 1))
    expect(readTime(readDer(der(0x17, utf8('500101000000Z'))))).toBe(Date.UTC(1950, 0, 1))
    expect(readTime(readDer(der(0x18, utf8('20510203040506Z'))))).toBe(Date.UTC(2051, 1, 3, 4, 5, 6))
  })

  test('ECDSA values between CMS and WebCrypto', () => {
    const { privateKey, publicKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    for (let i = 0; i < 40; i++) {
      const raw = rawEcdsa(new Uint8Array(sign('sha256', utf8(`thử ${i}`), privateKey)), 32)
      expect(raw && verify('sha256', utf8(`thử ${i}`), { key, dsaEncoding: 'ieee-p1363' }, raw)).toBe(true)
    }
    expect(rawEcdsa(utf8('rác'), 32)).toBeNull()
  })
})

test('the synchronous SHA-256 is SHA-256', () => {
  for (const size of [0, 1, 55, 56, 63, 64, 65, 1000, 100_000]) {
    const bytes = new Uint8Array(size).map((_, i) => (i * 31) & 255)
    const digest = createHash('sha256').update(bytes).digest('hex')
    for (const hashed of [sha256Sync(bytes), sha256OfWords(bytes)]) expect(Buffer.from(hashed).toString('hex')).toBe(digest)
  }
})

test('Tinos has every Vietnamese letter in both cases and no box to tick', () => {
  const glyphs = glyphsOf(typesetterParts().fonts)
  const vowels = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
  const letters = [...vowels]
    .flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
    .concat('đ', 'Đ', '“', '”', '…', '–', '%')
  for (const letter of letters) expect(glyphs.has(letter.codePointAt(0) ?? 0), letter).toBe(true)
  expect(glyphs.has(0x2611)).toBe(false)
})

test('RSA-PSS is read, SHA-1 and short keys are weak', async () => {
  const folder = workFolder()
  const keyOf = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits })
  const spki = (key: { export(options: { format: 'der'; type: 'spki' }): Uint8Array }) =>
    new Uint8Array(key.export({ format: 'der', type: 'spki' }))
  const { privateKey, publicKey } = keyOf(2048)
  const key = put(folder, 'key.pem', privateKey.export({ format: 'pem', type: 'pkcs8' }))
  run('openssl', [
    'req',
    '-x509',
    '-new',
    '-key',
    key,
    '-subj',
    '/CN=pss',
    '-sha256',
    '-sigopt',
    'rsa_padding_mode:pss',
    '-sigopt',
    'rsa_pss_saltlen:32',
    '-outform',
    'DER',
    '-out',
    `${folder}/pss.der`,
  ])
  const { readFileSync } = await import('node:fs')
  const pss = readCertificate(new Uint8Array(readFileSync(`${folder}/pss.der`)))
  expect(pss.signatureAlgorithm.oid).toBe('1.2.840.113549.1.1.10')
  expect(await verifySignature(pss.publicKey, pss.signatureAlgorithm, pss.signature, pss.tbs)).toBe('valid')
  expect(await verifySignature(pss.publicKey, pss.signatureAlgorithm, pss.signature, utf8('khác'))).toBe('invalid')
  const scheme = (id: string) => readAlgorithm(readDer(sequence(oid(id))))
  expect(await verifySignature(spki(publicKey), scheme('1.2.840.113549.1.1.5'), new Uint8Array(256), utf8('x'))).toBe('weak')
  expect(await verifySignature(spki(keyOf(1024).publicKey), scheme('1.2.840.113549.1.1.11'), new Uint8Array(128), utf8('x'))).toBe('weak')
})

test.each([
  ['2.5.4.5', '001180000055', '001180000055'],
  ['2.5.4.5', 'CCCD:001180000055', '001180000055'],
  ['2.5.4.5', 'PNOVN-001180000055', '001180000055'],
  ['0.9.2342.19200300.100.1.1', 'CCCD:001180000055', '001180000055'],
  ['0.9.2342.19200300.100.1.1', 'MST:0100109106', null],
  ['2.5.4.5', '1001180000055', null],
  ['2.5.4.5', 'CCCD0011', null],
  ['2.5.4.3', '001180000055', null],
])('the citizen number in %s as %s', (oid, text, found) => {
  expect(citizenIdOf({ names: new Map([[oid, [text]]]) })).toBe(found)
})

test('the citizen number is read from a certificate', async () => {
  const pki = await makePki('số')
  const made = readCertificate((await pki.signer({ name: 'Lý Ỷ Lan', citizenId: '001180000055' })).certificate)
  expect(citizenIdOf(made)).toBe('001180000055')
  expect(children(readDer(made.subject)).length).toBe(4)
})
