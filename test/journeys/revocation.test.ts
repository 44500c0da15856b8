// Revocation on a real file: the office revokes what it issued, openssl reads its list; lists of others come in only when their signature holds.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openArchive } from '../../db/open.ts'
import { PaperId } from '../../workflows/core/ids.ts'
import { desks } from '../../workflows/sample/department.ts'
import { p12 } from '../support/p12.ts'
import { makePki, pem } from '../support/pki.ts'
import { put, run, workFolder } from '../support/tools.ts'
import { passphrase, value } from './office.ts'
import { real, sampleOf, type Table, tableFor } from './play.ts'

const Issued = z.looseObject({ certificate: z.string(), issuers: z.array(z.string()) })
const authorityPassphrase = 'mật khẩu của nơi cấp'
const own = 'mật khẩu riêng của tôi'

/** The case with its minutes drawn, and a key of the office authority for the head of the counting team. */
async function tableWithKey() {
  const table = await tableFor(real(sampleOf({ upTo: 'leadershipOrientation' })))
  await table.play(table.sample.acts)
  const { office } = table
  await table.sitDown(desks.hr)
  value(await office.act({ act: 'createAuthority', passphrase: authorityPassphrase }))
  const paper = table.view().papers.find(({ kind }) => kind === 'voteCountMinutes')
  const [head] = paper?.signers ?? []
  if (!paper || !head) throw new Error('no minutes')
  const issue = {
    act: 'issueCertificate',
    name: head.personName,
    citizenId: head.citizenId ?? '',
    passphrase: authorityPassphrase,
    keyPassphrase: own,
  } as const
  const keyId = value(await office.act(issue)).keys?.find(({ kind }) => kind === 'officeAuthority')?.keyId ?? ''
  const sign = () => table.sign(desks.counter, paper.paperId, head.field, keyId, own)
  return { table, office, keyId, sign, today: value(await office.ask({ about: 'session' })).today }
}
const keyOf = async ({ office }: Pick<Table, 'office'>, keyId: string) =>
  value(await office.ask({ about: 'keys' })).find((key) => key.keyId === keyId)

test('a revoked certificate signs no more, and openssl refuses it by the list the office wrote out', async () => {
  const { table, office, keyId, sign, today } = await tableWithKey()
  expect((await keyOf(table, keyId))?.standing).toEqual({ state: 'none' })
  value(await office.act({ act: 'renewRevocationList', passphrase: authorityPassphrase }))
  expect((await keyOf(table, keyId))?.standing).toEqual({ state: 'good', listedOn: today, days: 0 })

  const revoke = {
    act: 'revokeCertificate',
    keyId,
    reason: 'keyCompromise',
    note: 'Mất máy',
    on: today,
    passphrase: authorityPassphrase,
  } as const
  expect(await office.act({ ...revoke, passphrase: own })).toEqual({ ok: false, refusal: { code: 'wrong-password' } })
  expect(await office.act({ ...revoke, on: '2099-01-01' })).toMatchObject({ refusal: { code: 'date-in-future' } })
  expect(await office.act({ ...revoke, on: '2001-01-01' })).toMatchObject({ refusal: { code: 'revoked-before-issued' } })
  expect(await office.act({ ...revoke, keyId: 'office-khong-co' })).toMatchObject({ refusal: { code: 'key-unknown' } })
  value(await office.act(revoke))
  expect(await office.act(revoke)).toEqual({ ok: false, refusal: { code: 'already-revoked', date: today } })
  expect((await keyOf(table, keyId))?.standing).toMatchObject({ state: 'revoked' })
  expect(await sign()).toMatchObject({ refusal: { code: 'certificate-revoked', date: today } })

  await table.sitDown(desks.hr)
  const file = join(office.dataDir, 'thu-hoi.crl')
  value(await office.act({ act: 'exportRevocationList', file }))
  expect(await office.act({ act: 'exportRevocationList', file })).toMatchObject({ refusal: { code: 'file-exists' } })
  const gone = join(office.dataDir, 'usb', 'thu-hoi', 'co-quan.crl')
  expect(await office.act({ act: 'exportRevocationList', file: gone })).toMatchObject({ fault: { code: 'not-found' } })
  const trust = join(office.dataDir, 'trust')
  const root = readFileSync(join(trust, readdirSync(trust).find((name) => name.startsWith('noi-bo-')) ?? ''))
  expect(value(await office.ask({ about: 'seals' })).authority?.list).toMatchObject({ number: 2, revoked: 1 })
  value(await office.act({ act: 'closeFile' }))
  const archive = openArchive({ file: office.file, passphrase, readOnly: true })
  const issued = [...archive.all()].find(({ type }) => type === 'certificateIssued')
  archive.close()
  const { certificate, issuers } = Issued.parse(issued?.payload)
  const folder = workFolder()
  const one = (name: string, der = '') => put(folder, name, pem(Buffer.from(der, 'base64'), 'CERTIFICATE'))
  const middle = one('mid.pem', issuers[0])
  const top = put(folder, 'root.pem', root)
  const verify = (...lists: string[]) =>
    run('openssl', [
      'verify',
      '-purpose',
      'any',
      '-attime',
      String(Date.parse(`${today}T23:00:00+07:00`) / 1000),
      ...lists,
      '-CAfile',
      top,
      '-untrusted',
      middle,
      one('leaf.pem', certificate),
    ])
  expect(verify()).toContain('leaf.pem: OK')
  expect(verify('-crl_check_all', '-CRLfile', file)).toContain('certificate revoked')
  expect(run('openssl', ['crl', '-in', file, '-noout', '-CAfile', middle])).toContain('verify OK')
})

test('a paper signed with a key that was lost the day before is told by every check on this PC, also after a folder was emptied', async () => {
  const { table, office, keyId, sign, today } = await tableWithKey()
  value(await sign())
  await table.sitDown(desks.hr)
  const yesterday = new Date(Date.parse(`${today}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  value(
    await office.act({
      act: 'revokeCertificate',
      keyId,
      reason: 'keyCompromise',
      note: 'Mất máy',
      on: yesterday,
      passphrase: authorityPassphrase,
    }),
  )
  const paper = table.view().papers.find(({ kind }) => kind === 'voteCountMinutes')
  const { bytes } = value(await office.ask({ about: 'paper', caseId: table.caseId, paperId: PaperId.parse(paper?.paperId) }))
  const check = async () =>
    value(await office.ask({ about: 'file', name: 'x.pdf', bytes })).lines.find(({ code }) => code.startsWith('CERT_REVOKED'))
  expect(await check()).toMatchObject({ no: 3, state: 'broken' })

  const trust = join(office.dataDir, 'trust')
  for (const name of readdirSync(trust)) if (name.endsWith('.crl')) rmSync(join(trust, name))
  expect(await check()).toBeUndefined()
  await table.sitDown(desks.hr)
  expect(await check()).toMatchObject({ state: 'broken' })
})

/** A key of another authority, in a PKCS#12 file, whose root this PC trusts. */
async function tableWithForeignKey() {
  const table = await tableFor(real(sampleOf({ upTo: 'leadershipOrientation' })))
  await table.play(table.sample.acts)
  const { office } = table
  await table.sitDown(desks.hr)
  const paper = table.view().papers.find(({ kind }) => kind === 'voteCountMinutes')
  const [head] = paper?.signers ?? []
  if (!paper || !head) throw new Error('no minutes')
  const pki = await makePki('nơi cấp khác')
  const signer = await pki.signer({ name: head.personName, citizenId: head.citizenId ?? '' }, { algorithm: 'ecdsa-p256-sha256' })
  const file = Buffer.from(await p12(signer, [pki.intermediate, pki.root], own)).toString('base64')
  const keyId = value(await office.act({ act: 'importKey', name: head.personName, p12: file, password: own })).keys?.[0]?.keyId ?? ''
  const at = Date.parse(`${value(await office.ask({ about: 'session' })).today}T08:00:00+07:00`)
  const day = (days: number) => new Date(at + days * 86_400_000)
  const bring = (list: Uint8Array) => office.act({ act: 'importRevocationList', list: Buffer.from(list).toString('base64') })
  const sign = () => table.sign(desks.counter, paper.paperId, head.field, keyId, own)
  const trust = () => {
    mkdirSync(join(office.dataDir, 'trust'), { recursive: true })
    writeFileSync(join(office.dataDir, 'trust', 'goc.pem'), pem(pki.root, 'CERTIFICATE'))
  }
  return { table, office, pki, signer, keyId, day, bring, sign, trust }
}

test('the list of another authority is taken by its signature, kept with its dates, and stops a key it names', async () => {
  const { table, office, pki, signer, keyId, day, bring, sign, trust } = await tableWithForeignKey()
  const [clean = new Uint8Array()] = await pki.crls([], day(-3), day(20))
  expect(await bring(clean)).toMatchObject({ refusal: { code: 'revocation-list-of-stranger' } })
  trust()
  value(await bring(clean))
  expect((await keyOf(table, keyId))?.standing).toMatchObject({ state: 'good', days: 3 })
  expect(value(await office.ask({ about: 'seals' })).lists).toMatchObject([
    { issuer: 'Trung gian thử nơi cấp khác', revoked: 0, days: 3, isFresh: true },
  ])
  expect(await bring(clean)).toMatchObject({ refusal: { code: 'revocation-list-not-newer' } })

  const [naming = new Uint8Array()] = await pki.crls([{ serial: signer.serial, at: day(-1) }], day(-1), day(20))
  value(await bring(Buffer.from(pem(naming, 'X509 CRL'))))
  expect((await keyOf(table, keyId))?.standing).toMatchObject({ state: 'revoked' })
  expect(await sign()).toMatchObject({ refusal: { code: 'certificate-revoked' } })
})

test('a list past its day is taken and shown as old; it clears nobody and stops nobody it does not name', async () => {
  const { table, keyId, pki, day, bring, sign, trust } = await tableWithForeignKey()
  trust()
  const [old = new Uint8Array()] = await pki.crls([], day(-60), day(-30))
  value(await bring(old))
  expect((await keyOf(table, keyId))?.standing).toMatchObject({ state: 'old', days: 60 })
  value(await sign())
})

test('lists that are broken, altered, forged, of another time or of a part only are refused, each by its name', async () => {
  const { pki, signer, day, bring, trust, office, keyId } = await tableWithForeignKey()
  const notOurs = { keyId, reason: 'superseded', note: 'x', on: '2026-01-01', passphrase: authorityPassphrase } as const
  expect(await office.act({ act: 'revokeCertificate', ...notOurs })).toMatchObject({ refusal: { code: 'key-not-of-authority' } })
  trust()
  const code = async (list: Uint8Array) => {
    const answer = await bring(list)
    return answer.ok ? 'taken' : answer.refusal?.code
  }
  const [clean = new Uint8Array()] = await pki.crls([], day(-3), day(20))
  expect(await code(Buffer.from('không phải danh sách'))).toBe('revocation-list-unreadable')
  expect(await code(clean.subarray(0, clean.length - 9))).toBe('revocation-list-unreadable')
  const altered = Uint8Array.from(clean)
  altered[altered.length - 1] = (altered[altered.length - 1] ?? 0) ^ 1
  expect(await code(altered)).toBe('revocation-list-forged')
  const stranger = await makePki('người lạ')
  expect(await code((await stranger.crls([], day(-3), day(20)))[0] ?? new Uint8Array())).toBe('revocation-list-of-stranger')
  const twin = await makePki('nơi cấp khác')
  expect(await code((await twin.crls([{ serial: signer.serial, at: day(-1) }], day(-1), day(20)))[0] ?? new Uint8Array())).toBe(
    'revocation-list-forged',
  )
  expect(await code((await pki.crls([], day(9), day(20)))[0] ?? new Uint8Array())).toBe('revocation-list-not-yet')
  expect(await code(await pki.changesOnly(day(-1), day(20)))).toBe('revocation-list-partial')
  expect(value(await office.ask({ about: 'seals' })).lists).toEqual([])
})
