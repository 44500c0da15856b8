// Keys of the office: its own authority, PKCS#12 files as openssl makes them, the public sample authority.
import { expect, test } from 'vitest'
import { openFileKey } from '../../electron/keys/file-key.ts'
import { fromBase64, KeyBundle, openKey } from '../../electron/keys/key-bundle.ts'
import { AuthorityBundle, createAuthority, issueCertificate, makeRevocationLists } from '../../electron/keys/office-authority.ts'
import { sampleIntermediate, sampleRoot, sampleSigner } from '../../electron/keys/sample-authority.ts'
import { citizenIdOf, commonNameOf, readAlgorithm, readCertificate, readCrl } from '../../records/crypto/certificate.ts'
import { buildChain } from '../../records/crypto/chain.ts'
import { oid, readDer, sequence } from '../../records/crypto/der.ts'
import { verifySignature } from '../../records/crypto/verify.ts'
import type { Signer } from '../../records/signer.ts'
import { p12 } from '../support/p12.ts'
import { makePki, pem } from '../support/pki.ts'
import { put, run, workFolder } from '../support/tools.ts'

const at = new Date('2026-02-01T00:00:00Z')
const official = { name: 'Nguyễn Thị Thúy Hằng', citizenId: '001180000011' }

async function signsWithItsCertificate(signer: Signer): Promise<boolean> {
  const words = new TextEncoder().encode('nội dung để ký')
  const scheme = readAlgorithm(readDer(sequence(oid(signer.algorithm === 'rsa-sha256' ? '1.2.840.113549.1.1.11' : '1.2.840.10045.4.3.2'))))
  return (await verifySignature(readCertificate(signer.certificate).publicKey, scheme, await signer.sign(words), words)) === 'valid'
}

test.each(['rsa-sha256', 'ecdsa-p256-sha256'] as const)(
  'the office authority issues a %s key that only its own passphrase opens',
  async (algorithm) => {
    const bundle = await createAuthority({ organisation: 'Sở Nội vụ', at, passphrase: 'mật khẩu cơ quan' })
    const stored = AuthorityBundle.parse(JSON.parse(JSON.stringify(bundle)))
    expect(JSON.stringify(stored)).not.toContain('PRIVATE')
    const wrong = await issueCertificate({ bundle: stored, passphrase: 'sai', ...official, at, keyPassphrase: 'riêng' })
    expect(wrong).toEqual({ ok: false, refusal: { code: 'wrong-password' } })
    const issued = await issueCertificate({
      bundle: stored,
      passphrase: 'mật khẩu cơ quan',
      ...official,
      algorithm,
      at,
      keyPassphrase: 'riêng',
    })
    if (!issued.ok) throw new Error('refused')
    const key = KeyBundle.parse(JSON.parse(JSON.stringify(issued.value)))
    expect(openKey(key, 'mật khẩu cơ quan')).toEqual({ ok: false, refusal: { code: 'wrong-password' } })
    const opened = openKey(key, 'riêng')
    if (!opened.ok) throw new Error('refused')
    expect(opened.value).toMatchObject({ kind: 'officeAuthority', algorithm })
    expect(await signsWithItsCertificate(opened.value)).toBe(true)
    const certificate = readCertificate(opened.value.certificate)
    expect([commonNameOf(certificate), citizenIdOf(certificate)]).toEqual([official.name, official.citizenId])
    const chain = await buildChain(certificate, opened.value.chain.map(readCertificate), [
      readCertificate(fromBase64(stored.root.certificate)),
    ])
    expect('path' in chain && chain.path).toHaveLength(3)
    const folder = workFolder()
    const files = [
      put(folder, 'root.pem', pem(fromBase64(stored.root.certificate), 'CERTIFICATE')),
      put(folder, 'mid.pem', pem(fromBase64(stored.intermediate.certificate), 'CERTIFICATE')),
    ]
    const leaf = put(folder, 'leaf.pem', pem(opened.value.certificate, 'CERTIFICATE'))
    expect(
      run('openssl', [
        'verify',
        '-x509_strict',
        '-purpose',
        'any',
        '-attime',
        String(at.getTime() / 1000),
        '-CAfile',
        files[0] ?? '',
        '-untrusted',
        files[1] ?? '',
        leaf,
      ]),
    ).toContain('leaf.pem: OK')
  },
)

test('a passphrase typed with other accents means the same', async () => {
  const bundle = await createAuthority({ organisation: 'Sở Nội vụ', at, passphrase: 'mật khẩu'.normalize('NFD') })
  const issued = await issueCertificate({ bundle, passphrase: 'mật khẩu'.normalize('NFC'), ...official, at, keyPassphrase: 'x' })
  expect(issued.ok).toBe(true)
})

test('a revocation list of the office names the serial, as openssl reads it too', async () => {
  const bundle = await createAuthority({ organisation: 'Sở Nội vụ', at, passphrase: 'p' })
  const issued = await issueCertificate({ bundle, passphrase: 'p', ...official, at, keyPassphrase: 'p' })
  if (!issued.ok) throw new Error('refused')
  const { serial } = readCertificate(fromBase64(issued.value.certificate))
  const revoked = [{ serial, at, reason: 'keyCompromise' }] as const
  const made = await makeRevocationLists({ bundle, passphrase: 'p', revoked, number: 200, at, until: new Date('2026-03-01T00:00:00Z') })
  if (!made.ok) throw new Error('refused')
  const list = readCrl(made.value.intermediate)
  expect(list.revoked.get(serial)).toBe(at.getTime())
  expect(readCrl(made.value.root).revoked.size).toBe(0)
  const said = run('openssl', ['crl', '-inform', 'DER', '-in', put(workFolder(), 'list.crl', made.value.intermediate), '-noout', '-text'])
  expect(said.toUpperCase()).toContain(serial.toUpperCase())
  expect(said).toMatch(/CRL Number:\s*200/)
  expect(said).toContain('Key Compromise')
  expect(said).toContain('Authority Key Identifier')
})

test.each([
  ['RSA', 'rsa-sha256', []],
  ['EC', 'ecdsa-p256-sha256', []],
  ['RSA in an old file (RC2 and 3DES)', 'rsa-sha256', ['-legacy']],
] as const)('a .p12 with %s opens with its password and signs', async (_, algorithm, options) => {
  const pki = await makePki('p12')
  const signer = await pki.signer(official, { algorithm })
  const file = await p12(signer, [pki.intermediate, pki.root], 'mật khẩu', options)
  const opened = await openFileKey(file, 'mật khẩu')
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  expect(opened.value).toMatchObject({ kind: 'file', algorithm })
  expect(opened.value.certificate).toEqual(signer.certificate)
  // The root may be left out of signatures: whoever checks must have it from elsewhere.
  expect(opened.value.chain).toEqual([pki.intermediate])
  expect(await signsWithItsCertificate(opened.value)).toBe(true)
  expect(await openFileKey(file, 'sai')).toEqual({ ok: false, refusal: { code: 'wrong-password' } })
})

test('a file that is no PKCS#12 is said to be so', async () => {
  expect(await openFileKey(new TextEncoder().encode('xin chào'), 'x')).toMatchObject({
    ok: false,
    refusal: { code: 'key-file-unreadable' },
  })
})

test('the sample authority gives the same person the same certificate, and says in every name that it is a sample', async () => {
  const [one, two] = [await sampleSigner(official), await sampleSigner(official)]
  expect(one.certificate).toEqual(two.certificate)
  expect(one.kind).toBe('test')
  expect(await signsWithItsCertificate(one)).toBe(true)
  const certificate = readCertificate(one.certificate)
  const chain = await buildChain(certificate, [readCertificate(sampleIntermediate)], [readCertificate(sampleRoot)])
  expect('path' in chain).toBe(true)
  for (const der of [sampleRoot, sampleIntermediate, one.certificate])
    expect(readCertificate(der).names.get('2.5.4.10')).toEqual(['DỮ LIỆU MẪU - KHÔNG CÓ GIÁ TRỊ'])
})
