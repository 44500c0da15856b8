// Tokens of the office: drivers it has named, what is in their readers, which of those keys are its own.

import { sha256Hex } from '../../db/hashing.ts'
import { mayByUsage } from '../../records/checks/signature.ts'
import { citizenIdOf, commonNameOf, readCertificate } from '../../records/crypto/certificate.ts'
import { BadDer } from '../../records/crypto/der.ts'
import type { Signer } from '../../records/signer.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import type { DeskKey } from '../../workflows/desk/facts.ts'
import type { LiveDesk } from '../../workflows/desk/replay.ts'
import type { DriverView, Refusal, ShellAct, TokenView } from '../../workflows/office.ts'
import { fromBase64, toBase64 } from '../keys/key-bundle.ts'
import { lookAtDriver } from '../keys/token/driver-file.ts'
import { algorithmOf, openTokenKey } from '../keys/token/token-key.ts'
import { askDriver } from '../keys/token/token-process.ts'
import type { TokenListed } from '../keys/token/token-talk.ts'
import { stampFor } from './at-work.ts'
import { lastDayOf } from './certificate-days.ts'
import { OfficeFault } from './faults.ts'
import type { OpenFile } from './open-file.ts'
import type { Services } from './services.ts'

type Act<A extends ShellAct['act']> = Extract<ShellAct, { act: A }>
type Done = Result<LiveDesk, Refusal>

/** Looks at the file, loads it once in its own process, and names it. Refused with what is wrong with it; nothing is recorded then. */
export async function addTokenDriver(services: Services, open: OpenFile, { path }: Act<'addTokenDriver'>): Promise<Done> {
  const stamp = stampFor(open, 'addTokenDriver')
  if (!stamp.ok) return stamp
  const looked = lookAtDriver(path)
  if (!looked.ok) return looked
  const described = await askDriver(services.startHelper, { want: 'describe', driver: path })
  if (!described.ok) return described
  if (!('description' in described.value)) throw new OfficeFault('token-answer-strange', 'describe')
  const { description } = described.value
  return open.recordDesk([{ type: 'tokenDriverAdded', path, sha256: looked.value, description }], stamp.value)
}

export const driverViews = (open: OpenFile): readonly DriverView[] =>
  open.desk().state.drivers.map(({ path, description, addedAt }) => ({ path, description, addedOn: dayOf(addedAt) }))

/** The file may be loaded: the office named it, and it is as it was then. */
function mayLoad(open: OpenFile, path: string): Result<null, Refusal> {
  const known = open.desk().state.drivers.find((one) => one.path === path)
  if (known === undefined) return refuse({ code: 'token-driver-not-named', at: path })
  const looked = lookAtDriver(path)
  if (!looked.ok) return looked
  return looked.value === known.sha256 ? ok(null) : refuse({ code: 'token-driver-changed', at: path })
}

async function tokensIn(services: Services, open: OpenFile, driver: string): Promise<Result<readonly TokenListed[], Refusal>> {
  const may = mayLoad(open, driver)
  if (!may.ok) return may
  const listed = await askDriver(services.startHelper, { want: 'list', driver })
  if (!listed.ok) return listed
  if (!('tokens' in listed.value)) throw new OfficeFault('token-answer-strange', 'list')
  return listed.value.tokens.length === 0 ? refuse({ code: 'no-token-inserted' }) : ok(listed.value.tokens)
}

/** Certificates a person may sign with; those of authorities on the token stay out of the list. */
export async function tokenViews(services: Services, open: OpenFile, driver: string): Promise<Result<readonly TokenView[], Refusal>> {
  const listed = await tokensIn(services, open, driver)
  if (!listed.ok) return listed
  const known = new Set(open.desk().state.keys.map((key) => key.certificateSha256))
  return ok(
    listed.value.map(({ serial, label, model, tries, certificates }) => ({
      serial,
      label,
      model,
      tries,
      certificates: certificates.flatMap(({ id, der }) => {
        const read = signing(der)
        if (read === null || id === '') return []
        const citizenId = citizenIdOf(read)
        const sha256 = sha256Hex(der)
        return [
          {
            ckaId: id,
            sha256,
            name: commonNameOf(read),
            ...(citizenId !== null && { citizenId }),
            issuer: issuerName(read.issuer, certificates),
            validTo: lastDayOf(der),
            isRegistered: known.has(sha256),
          },
        ]
      }),
    })),
  )
}

/** Refused: what the driver refuses, `token-missing`, `token-key-missing`, `key-kind-unsupported`, `key-exists`. */
export async function registerToken(services: Services, open: OpenFile, act: Act<'registerToken'>): Promise<Done> {
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const listed = await tokensIn(services, open, act.driver)
  if (!listed.ok) return listed
  const token = listed.value.find(({ serial, label }) => serial === act.serial && label === act.label)
  if (token === undefined) return refuse({ code: 'token-missing', label: act.label })
  const found = token.certificates.find(({ id, der }) => id === act.ckaId && sha256Hex(der) === act.certificateSha256)
  const read = found === undefined ? null : signing(found.der)
  if (found === undefined || read === null) return refuse({ code: 'token-key-missing', label: act.label })
  if (algorithmOf(found.der) === null) return refuse({ code: 'key-kind-unsupported' })
  const certificateSha256 = sha256Hex(found.der)
  const known = open.desk().state.keys.find((one) => one.certificateSha256 === certificateSha256)
  if (known) return refuse({ code: 'key-exists', keyId: known.keyId })
  const citizenId = citizenIdOf(read)
  const key: DeskKey = {
    keyId: `token-${certificateSha256.slice(0, 16)}`,
    kind: 'token',
    name: commonNameOf(read) || token.label,
    ...(citizenId !== null && { citizenId }),
    certificate: toBase64(found.der),
    issuers: issuersOf(read.issuer, token).map(toBase64),
    certificateSha256,
    validTo: lastDayOf(found.der),
    token: { driver: act.driver, serial: token.serial, label: token.label, ckaId: found.id },
  }
  return open.recordDesk([{ type: 'keyImported', ...key }], stamp.value)
}

/** The key of a token for one act; the PIN is tried when it signs. */
export function openRegisteredToken({ startHelper }: Services, open: OpenFile, key: DeskKey, pin: string): Result<Signer, Refusal> {
  const { token } = key
  if (token === undefined) throw new OfficeFault('key-without-token', key.keyId)
  const { driver, serial, label, ckaId } = token
  const may = mayLoad(open, driver)
  if (!may.ok) return may
  const chain = key.issuers.map(fromBase64)
  return openTokenKey(startHelper, { driver, token: { serial, label }, id: ckaId, certificate: fromBase64(key.certificate), chain }, pin)
}

function signing(der: Uint8Array) {
  const read = readable(der)
  return read !== null && mayByUsage(read) ? read : null
}

function readable(der: Uint8Array) {
  try {
    return readCertificate(der)
  } catch (error) {
    if (error instanceof BadDer) return null
    throw error
  }
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(Buffer.from(b))

/** The certificates above, as far as the token carries them; a root may be left out of signatures. */
function issuersOf(issuer: Uint8Array, { certificates }: TokenListed): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  let wanted = issuer
  for (let step = 0; step < 6; step += 1) {
    const above = certificates.find(({ der }) => {
      const read = readable(der)
      return read?.isAuthority === true && same(read.subject, wanted)
    })
    const read = above && readable(above.der)
    if (!above || !read || same(read.subject, read.issuer)) break
    found.push(above.der)
    wanted = read.issuer
  }
  return found
}

function issuerName(issuer: Uint8Array, certificates: TokenListed['certificates']): string {
  const above = certificates.map(({ der }) => readable(der)).find((read) => read !== null && same(read.subject, issuer))
  return above ? commonNameOf(above) : ''
}
