// A test authority of our own making: root, intermediate, signers with RSA and EC keys, good, expired and revoked, and its CRLs.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { makeCrl, makeIntermediate, makeOfficial, makeRoot, type Validity } from '../../electron/keys/certificates.ts'
import { signerOf } from '../../electron/keys/key-bundle.ts'
import type { Signer, SignerAlgorithm } from '../../records/signer.ts'

export type Person = { readonly name: string; readonly citizenId: string }

export type TestSigner = Signer & { readonly privateKey: KeyObject; readonly serial: string }

export type Pki = {
  readonly root: Uint8Array
  readonly intermediate: Uint8Array
  signer(person: Person, options?: { algorithm?: SignerAlgorithm; validity?: Validity }): Promise<TestSigner>
  /** CRL of the intermediate, and the (empty) one of the root. */
  crls(revoked: readonly { serial: string; at: Date }[], at: Date, until: Date): Promise<readonly Uint8Array[]>
  /** A list of changes to an earlier one, by the intermediate. */
  changesOnly(at: Date, until: Date): Promise<Uint8Array>
}

export const testValidity: Validity = { from: new Date('2016-01-01T00:00:00Z'), until: new Date('2046-01-01T00:00:00Z') }

/** `name` tells authorities apart; all of a process share nothing. */
export async function makePki(name: string): Promise<Pki> {
  const rootKeys = newKeys('rsa-sha256')
  const middleKeys = newKeys('rsa-sha256')
  const root = await makeRoot(`Gốc thử ${name}`, `Cơ quan thử ${name}`, rootKeys.privateKey, rootKeys.publicKey, testValidity, '41a0')
  const atRoot = { certificate: root, key: rootKeys.privateKey }
  const intermediate = await makeIntermediate(
    `Trung gian thử ${name}`,
    `Cơ quan thử ${name}`,
    middleKeys.publicKey,
    atRoot,
    testValidity,
    '41a1',
  )
  const atMiddle = { certificate: intermediate, key: middleKeys.privateKey }
  let made = 0
  return {
    root,
    intermediate,
    async signer(person, { algorithm = 'rsa-sha256', validity = testValidity } = {}) {
      const keys = newKeys(algorithm)
      const serial = `42${String(++made).padStart(4, '0')}`
      const official = { ...person, organisation: `Cơ quan thử ${name}` }
      const certificate = await makeOfficial(official, keys.publicKey, atMiddle, validity, serial)
      return { ...signerOf('test', keys.privateKey, algorithm, certificate, [intermediate]), privateKey: keys.privateKey, serial }
    },
    async changesOnly(at, until) {
      const above = new x509.X509Certificate(Uint8Array.from(intermediate))
      const key = new Uint8Array(middleKeys.privateKey.export({ format: 'der', type: 'pkcs8' }))
      const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      const list = await x509.X509CrlGenerator.create({
        issuer: above.subjectName,
        thisUpdate: at,
        nextUpdate: until,
        signingKey: await crypto.subtle.importKey('pkcs8', key, algorithm, true, ['sign']),
        signingAlgorithm: algorithm,
        // Delta CRL indicator (RFC 5280, 5.2.4), base list 1.
        extensions: [new x509.Extension('2.5.29.27', true, Uint8Array.of(2, 1, 1))],
      })
      return new Uint8Array(list.rawData)
    },
    async crls(revoked, at, until) {
      const times = { number: 1, thisUpdate: at, nextUpdate: until }
      const entries = revoked.map((one) => ({ ...one, reason: 'keyCompromise' as const }))
      return [await makeCrl(atMiddle, entries, times), await makeCrl(atRoot, [], times)]
    },
  }
}

function newKeys(algorithm: SignerAlgorithm): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  return algorithm === 'rsa-sha256'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

/** PEM text of a DER certificate or CRL (`X509 CRL`, as openssl wants it). */
export function pem(der: Uint8Array, label: 'CERTIFICATE' | 'X509 CRL' | 'PRIVATE KEY'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
