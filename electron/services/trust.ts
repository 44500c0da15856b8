// Whom this installation trusts: root certificates in its own `trust` folder. Never what lies beside a file: a forger would put his own there.
import { X509Certificate } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../../db/durable-file.ts'
import { faultsNamed } from '../../db/fault.ts'
import { OfficeFault } from './faults.ts'
import { makeFolder } from './folders.ts'

export const trustFolder = (dataDir: string): string => join(dataDir, 'trust')

export type TrustList = {
  readonly roots: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  /** When the newest root was put there, milliseconds; absent without roots. */
  readonly trustListedAt?: number
}

const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** Roots (PEM with any number of certificates, or DER) and revocation lists of a folder; a folder that is not there is empty. */
export function readTrust(folder: string): TrustList {
  if (!existsSync(folder)) return { roots: [], crls: [] }
  const names = readdirSync(folder).sort()
  const ending = (name: string) => name.slice(name.lastIndexOf('.')).toLowerCase()
  const files = names.filter((name) => ['.pem', '.crt', '.cer', '.der'].includes(ending(name)))
  const roots = files.flatMap((name) => certificatesIn(folder, name))
  const crls = names.filter((name) => ending(name) === '.crl').map((name) => derOf(readFileSync(join(folder, name))))
  const newest = Math.max(...files.map((name) => statSync(join(folder, name)).mtimeMs))
  return files.length === 0 ? { roots, crls } : { roots, crls, trustListedAt: newest }
}

function certificatesIn(folder: string, name: string): readonly Uint8Array[] {
  const bytes = readFileSync(join(folder, name))
  const blocks = bytes.toString('latin1').match(certificateBlock)
  try {
    return (blocks ?? [bytes]).map((one) => new Uint8Array(new X509Certificate(one).raw))
  } catch {
    throw new OfficeFault('trust-unreadable', name)
  }
}

/** A list in PEM is taken out of its armour, DER is left as it is. */
function derOf(bytes: Uint8Array): Uint8Array {
  const body = /-----BEGIN (?:X509 )?CRL-----([\s\S]+?)-----END/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
  return body === undefined ? bytes : Buffer.from(body, 'base64')
}

/** The root of the office's own authority, so that this PC trusts what its office signs. */
export function trustRoot(dataDir: string, name: string, der: Uint8Array): void {
  makeFolder(trustFolder(dataDir))
  const pem = Buffer.from(new X509Certificate(der).toString())
  faultsNamed(() => writeDurably(join(trustFolder(dataDir), `${name}.pem`), pem))
}

/** The newest list of an issuer (SHA-256 of its certificate), in the place of the one before. Gives no trust: a list only takes it away. */
export function trustList(dataDir: string, issuerSha256: string, list: Uint8Array): void {
  const path = join(trustFolder(dataDir), `thu-hoi-${issuerSha256.slice(0, 16)}.crl`)
  if (existsSync(path) && readFileSync(path).equals(list)) return
  makeFolder(trustFolder(dataDir))
  faultsNamed(() => writeDurably(path, list))
}
