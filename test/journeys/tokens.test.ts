// A real paper sealed by keys that never leave their tokens (SoftHSM 2): RSA and P-256, one after the other, judged by pdfsig and openssl.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import type { PaperView } from '../../workflows/procedure/case-view.ts'
import { desks } from '../../workflows/sample/department.ts'
import { makePki, pem } from '../support/pki.ts'
import { type SoftTokens, softDriver, softTokens } from '../support/softhsm.ts'
import { cutSignatures, nssStore, opensslVerify, pdfsig, put, workFolder } from '../support/tools.ts'
import { freshFolder, passphrase, value } from './office.ts'
import { real, sampleOf, type Table, tableFor } from './play.ts'

const pin = 'mã-4711'
let soft: SoftTokens | undefined
afterEach(() => {
  soft?.end()
  soft = undefined
})

const minutes = (table: Table): PaperView => {
  const found = table.view().papers.find(({ kind }) => kind === 'voteCountMinutes')
  if (!found) throw new Error('no minutes')
  return found
}

/** The case with its minutes drawn, a token for each of the three who sign, and the root of their certificates on the trust list. */
async function tableWithTokens() {
  const store = softTokens()
  soft = store
  const table = await tableFor(real(sampleOf({ upTo: 'leadershipOrientation' })))
  await table.play(table.sample.acts)
  const pki = await makePki('thẻ ký')
  for (const [index, { personName: name, citizenId = '' }] of minutes(table).signers.entries()) {
    const signer = await pki.signer({ name, citizenId }, { algorithm: index === 1 ? 'ecdsa-p256-sha256' : 'rsa-sha256' })
    store.add({ label: `Thẻ ${index + 1}`, pin, signer, id: `0${index + 1}`, extra: [pki.intermediate] })
  }
  const { office } = table
  await table.sitDown(desks.hr)
  return { table, office, pki, store }
}

async function register(office: Table['office'], driver = softDriver): Promise<ReadonlyMap<string, string>> {
  const tokens = value(await office.ask({ about: 'tokens', driver }))
  for (const { serial, label, certificates } of tokens)
    for (const { ckaId, sha256 } of certificates)
      value(await office.act({ act: 'registerToken', driver, serial, label, ckaId, certificateSha256: sha256 }))
  const keys = value(await office.ask({ about: 'keys' }))
  return new Map(keys.map(({ name, keyId }) => [name, keyId]))
}

test('three people sign with their tokens; pdfsig, openssl and our own check accept it, and no PIN is kept anywhere', async () => {
  const { table, office, pki } = await tableWithTokens()
  expect(await office.ask({ about: 'tokens', driver: softDriver })).toEqual({
    ok: false,
    refusal: { code: 'token-driver-not-named', at: softDriver },
  })
  value(await office.act({ act: 'addTokenDriver', path: softDriver }))
  expect(value(await office.ask({ about: 'drivers' }))).toMatchObject([{ path: softDriver, description: 'Implementation of PKCS11' }])
  const keys = await register(office)
  expect(keys.size).toBe(3)

  const { paperId, signers } = minutes(table)
  const [head, member, chair] = signers
  if (!head || !member || !chair) throw new Error('three signers')
  const sign = (one: typeof head, secret = pin) => table.sign(desks.counter, paperId, one.field, keys.get(one.personName) ?? '', secret)
  expect(await table.sign(desks.counter, paperId, head.field, keys.get(member.personName) ?? '', pin)).toMatchObject({
    refusal: { code: 'wrong-signer' },
  })
  expect(await sign(head, '0000')).toEqual({ ok: false, refusal: { code: 'pin-wrong', tries: 'few' } })
  expect(minutes(table).signers.every(({ signedAt }) => signedAt === undefined)).toBe(true)
  for (const one of [head, member, chair]) value(await sign(one))
  expect(minutes(table)).toMatchObject({ status: 'signed', signers: [{ keyKind: 'token' }, { keyKind: 'token' }, { keyKind: 'token' }] })

  const { bytes } = value(await office.ask({ about: 'paper', caseId: table.caseId, paperId: paperId as never }))
  const pdf = new Uint8Array(Buffer.from(bytes, 'base64'))
  const folder = workFolder()
  const said = pdfsig(put(folder, 'bien-ban.pdf', pdf), nssStore(folder, [pki.root]))
  expect(said).toHaveLength(3)
  for (const one of said)
    expect(one).toMatchObject({ signature: 'Signature is Valid.', certificate: 'Certificate is Trusted.', type: 'ETSI.CAdES.detached' })
  for (const signature of cutSignatures(pdf))
    expect(opensslVerify(folder, signature, [pki.root])).toContain('CAdES Verification successful')

  expect(value(await office.ask({ about: 'file', name: 'x.pdf', bytes })).overall).toBe('CHUA_DU_CO_SO')
  mkdirSync(join(office.dataDir, 'trust'))
  writeFileSync(join(office.dataDir, 'trust', 'goc.pem'), pem(pki.root, 'CERTIFICATE'))
  expect(value(await office.ask({ about: 'file', name: 'x.pdf', bytes })).overall).toBe('HOP_LE')

  value(await office.act({ act: 'closeFile' }))
  const archive = openArchive({ file: office.file, passphrase, readOnly: true })
  expect(JSON.stringify([...archive.all()])).not.toContain(pin)
  archive.close()
  for (const name of readdirSync(office.dataDir, { recursive: true, encoding: 'utf8' })) {
    const path = join(office.dataDir, name)
    if (/\.(log|json|txt)$/.test(name)) expect(readFileSync(path, 'utf8')).not.toContain(pin)
  }
})

test('a token that is not there leaves the paper as it was; put back, it signs', async () => {
  const { table, office, store } = await tableWithTokens()
  value(await office.act({ act: 'addTokenDriver', path: softDriver }))
  const keys = await register(office)
  const { paperId, signers, sha256 } = minutes(table)
  const [head] = signers
  const putBack = store.pullOut()
  expect(await office.ask({ about: 'tokens', driver: softDriver })).toEqual({ ok: false, refusal: { code: 'no-token-inserted' } })
  const sign = () => table.sign(desks.counter, paperId, head?.field ?? '', keys.get(head?.personName ?? '') ?? '', pin)
  expect(await sign()).toEqual({ ok: false, refusal: { code: 'token-missing', label: 'Thẻ 1' } })
  expect(minutes(table)).toMatchObject({ sha256, status: 'awaiting-signatures' })
  putBack()
  value(await sign())
  expect(minutes(table).sha256).not.toBe(sha256)
})

test('only a driver the office has named is loaded, and only as it was then; who may name one is a matter of role', async () => {
  const { table, office } = await tableWithTokens()
  const own = join(freshFolder(), 'driver.so')
  copyFileSync(softDriver, own)
  await table.sitDown(desks.counter)
  expect(await office.act({ act: 'addTokenDriver', path: own })).toMatchObject({ refusal: { code: 'role-may-not' } })
  await table.sitDown(desks.hr)
  expect(await office.act({ act: 'addTokenDriver', path: `${own}.khong-co` })).toMatchObject({ refusal: { code: 'token-driver-missing' } })
  value(await office.act({ act: 'addTokenDriver', path: own }))
  value(await office.ask({ about: 'tokens', driver: own }))
  writeFileSync(own, Buffer.concat([readFileSync(own), Buffer.from('thêm')]))
  expect(await office.ask({ about: 'tokens', driver: own })).toEqual({ ok: false, refusal: { code: 'token-driver-changed', at: own } })
  value(await office.act({ act: 'addTokenDriver', path: own }))
  const [token] = value(await office.ask({ about: 'tokens', driver: own }))
  expect(token).toMatchObject({ tries: 'some', certificates: [{ isRegistered: false }] })
  expect(
    await office.act({
      act: 'registerToken',
      driver: own,
      serial: token?.serial ?? '',
      label: token?.label ?? '',
      ckaId: 'ff',
      certificateSha256: 'x',
    }),
  ).toMatchObject({ refusal: { code: 'token-key-missing' } })
})
