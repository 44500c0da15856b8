// Paths of trust that end at a root everybody trusts and lead there by a way no path may take. Each signature in them is perfect.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { beforeAll, expect, test } from 'vitest'
import { signerOf } from '../../electron/keys/key-bundle.ts'
import { readCertificate } from '../../records/crypto/certificate.ts'
import { BadDer } from '../../records/crypto/der.ts'
import { makePki, type Pki } from '../support/pki.ts'
import { signedUnchecked } from './forging.ts'
import { checkedAt, checkWith, codesOf, drawn, fields, signedSteps, signingTimes, type ThreeSigners, threeSigners } from './making.ts'
import { signers } from './sample-papers.ts'

let pki: Pki
let by: ThreeSigners
let two: Uint8Array
beforeAll(async () => {
  pki = await makePki('đường dẫn')
  by = await threeSigners(pki)
  two = (await signedSteps(by, await drawn()))[2]
})

type Made = {
  readonly bits?: number
  readonly hash?: 'SHA-1' | 'SHA-256'
  readonly extensions: readonly x509.Extension[]
  readonly until?: string
}

const { keyCertSign, digitalSignature, keyEncipherment } = x509.KeyUsageFlags
const authority = (...more: readonly x509.Extension[]) => [new x509.BasicConstraintsExtension(true, undefined, true), ...more]
const mayIssue = new x509.KeyUsagesExtension(keyCertSign, true)
const person = (...more: readonly x509.Extension[]) => [new x509.BasicConstraintsExtension(false, undefined, true), ...more]
const forServers = new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1'])
const unknown = new x509.Extension('1.2.3.4.5', true, Uint8Array.of(5, 0))
/** Names below "Cơ quan khác" alone (RFC 5280, 4.2.1.10): written critical, as it must be. */
const onlyOthersNames = new x509.Extension('2.5.29.30', true, Uint8Array.of(0x30, 0))

type Keys = { readonly privateKey: KeyObject; readonly publicKey: KeyObject }
type Issued = { readonly certificate: x509.X509Certificate; readonly keys: Keys }

async function issued(
  name: string,
  above: Issued | null,
  { bits = 2048, extensions, until = '2046-01-01' }: Made,
  hash = 'SHA-256',
): Promise<Issued> {
  const keys = generateKeyPairSync('rsa', { modulusLength: bits })
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash }
  const signingKey = await crypto.subtle.importKey(
    'pkcs8',
    new Uint8Array((above?.keys ?? keys).privateKey.export({ format: 'der', type: 'pkcs8' })),
    algorithm,
    true,
    ['sign'],
  )
  const publicKey = await crypto.subtle.importKey(
    'spki',
    new Uint8Array(keys.publicKey.export({ format: 'der', type: 'spki' })),
    algorithm,
    true,
    ['verify'],
  )
  const subject = new x509.Name([
    { CN: [{ utf8String: name }] },
    ...(name === signers.chair.name ? [{ '2.5.4.5': [{ printableString: `CCCD${signers.chair.citizenId}` }] }] : []),
  ])
  const certificate = await x509.X509CertificateGenerator.create({
    subject: subject.toString(),
    issuer: above?.certificate.subjectName ?? subject.toString(),
    serialNumber: `51${Math.abs(name.length * 7919 + bits)
      .toString(16)
      .padStart(6, '0')}`,
    notBefore: new Date('2016-01-01T00:00:00Z'),
    notAfter: new Date(`${until}T00:00:00Z`),
    signingKey,
    publicKey,
    signingAlgorithm: algorithm,
    extensions: [...extensions],
  })
  return { certificate, keys }
}

const good: Made = { extensions: person(new x509.KeyUsagesExtension(digitalSignature, true)) }
const goodMiddle: Made = { extensions: authority(mayIssue) }
const goodRoot: Made = { extensions: authority(mayIssue) }

async function checked({ root = goodRoot, middles = [goodMiddle], leaf = good }: { root?: Made; middles?: readonly Made[]; leaf?: Made }) {
  const top = await issued('Gốc', null, root)
  const path: Issued[] = [top]
  for (const [at, middle] of middles.entries()) path.push(await issued(`Trung gian ${at}`, path.at(-1) ?? top, middle, middle.hash))
  const own = await issued(signers.chair.name, path.at(-1) ?? top, leaf, leaf.hash)
  const der = ({ certificate }: Issued) => new Uint8Array(certificate.rawData)
  const signer = signerOf('test', own.keys.privateKey, 'rsa-sha256', der(own), path.slice(1).toReversed().map(der))
  const pdf = await signedUnchecked(two, fields[2], signer, signingTimes[2])
  const report = await checkWith(pdf, pki, { roots: [pki.root, der(top)], now: checkedAt })
  const against = report.lines.filter(({ state }) => state === 'broken' || state === 'undecided')
  return {
    overall: report.overall,
    said: against.map(({ code, state, numbers }) => [code, state, numbers.fault].filter(Boolean).join(' ')),
    report,
  }
}

test('a good path is good', async () => {
  const { overall, report } = await checked({})
  expect([overall, codesOf(report, 'broken', 'undecided')]).toEqual(['HOP_LE', []])
})

test.each<[what: string, path: Parameters<typeof checked>[0], said: string]>([
  [
    'an authority made for servers',
    { middles: [{ extensions: authority(mayIssue, forServers) }] },
    'CERT_UNTRUSTED undecided issuer-not-authority',
  ],
  [
    'an authority that may sign no certificates',
    { middles: [{ extensions: authority(new x509.KeyUsagesExtension(digitalSignature, true)) }] },
    'CERT_UNTRUSTED undecided issuer-not-authority',
  ],
  ['a person who issues certificates', { middles: [good] }, 'CERT_UNTRUSTED undecided issuer-not-authority'],
  [
    'an authority below one that may have none below it',
    { root: { extensions: [new x509.BasicConstraintsExtension(true, 0, true), mayIssue] } },
    'CERT_UNTRUSTED undecided path-too-long',
  ],
  [
    'seven authorities one below the other',
    { middles: Array.from({ length: 7 }, () => goodMiddle) },
    'CERT_UNTRUSTED undecided path-too-long',
  ],
  [
    'an authority for the names of others',
    { middles: [{ extensions: authority(mayIssue, onlyOthersNames) }] },
    'CERT_UNTRUSTED undecided critical-extension',
  ],
  ['a condition nobody knows', { leaf: { extensions: person(unknown) } }, 'CERT_UNTRUSTED undecided critical-extension'],
  ['a certificate signed with SHA-1', { leaf: { ...good, hash: 'SHA-1' } }, 'CERT_UNTRUSTED undecided issuer-signature-weak'],
  ['an authority with a key of 1024 bits', { middles: [{ ...goodMiddle, bits: 1024 }] }, 'CERT_UNTRUSTED undecided issuer-signature-weak'],
  ['a key of 2040 bits', { leaf: { ...good, bits: 2040 } }, 'WEAK_ALG broken'],
  ['an authority that ended before the signing', { middles: [{ ...goodMiddle, until: '2026-02-05' }] }, 'CERT_EXPIRED_AT_SIGN broken'],
  ['a key for unlocking letters', { leaf: { extensions: person(new x509.KeyUsagesExtension(keyEncipherment, true)) } }, 'KEY_USAGE broken'],
])('%s', async (_, path, said) => {
  const { overall, said: all } = await checked(path)
  expect(overall).not.toBe('HOP_LE')
  expect(all.map((one) => one.replace(/^(WEAK_ALG broken).*/, '$1'))).toContain(said)
})

test('a certificate that tells a condition twice is no certificate: readers would differ about which of the two counts', async () => {
  const { certificate } = await issued('Hai lần', null, { extensions: [...authority(), ...person()] })
  expect(() => readCertificate(new Uint8Array(certificate.rawData))).toThrow(BadDer)
})
