// A test authority of our own making: root, intermediate, signers with RSA and EC keys, good, expired and revoked, and its CRLs.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
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
    async crls(revoked, at, until) {
      return [await makeCrl(atMiddle, revoked, at, until), await makeCrl(atRoot, [], at, until)]
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
