// The recovery kit of an office authority, the whole way: made and printed, read off the paper, typed, and the authority issues again.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import { pem } from '../support/pki.ts'
import { put, run, workFolder } from '../support/tools.ts'
import { passphrase, type TestOffice, value, withFile } from './office.ts'

const morning = '2026-11-23T08:00:00+07:00'
const hr = { operatorId: OperatorId.parse('to-chuc'), name: 'Nguyễn Thị Thúy Hằng', roles: ['hrOfficer' as const] }
const old = 'mật khẩu cũ của nơi cấp'
const fresh = 'mật khẩu mới của nơi cấp'

async function atWork(): Promise<TestOffice> {
  const office = await withFile(morning, [hr])
  value(await office.act({ act: 'startWork', operatorId: hr.operatorId }))
  return office
}
const seals = async (office: TestOffice) => value(await office.ask({ about: 'seals' }))
const issue = (office: TestOffice, secret: string, name = 'Đặng Quốc Vượng') =>
  office.act({ act: 'issueCertificate', name, citizenId: '001180000022', passphrase: secret, keyPassphrase: 'khóa riêng của tôi' })

/** What a person reads off the paper: the numbered boxes of page 1, and the text the square codes hold. */
function readPaper(base64: string) {
  const folder = workFolder()
  const file = put(folder, 'bo-khoi-phuc.pdf', Buffer.from(base64, 'base64'))
  const text = run('pdftotext', ['-layout', file, '-'])
  const groups = [...text.matchAll(/(?:^|\s)[1-8]\s+([0-9A-HJKMNP-TV-Z]{5})(?=\s|$)/gm)].map((found) => found[1] ?? '')
  return { file, text, groups }
}

async function withKit() {
  const office = await atWork()
  value(await office.act({ act: 'createAuthority', passphrase: old }))
  expect((await seals(office)).authority?.kit).toBeUndefined()
  const file = join(office.dataDir, 'khoa-niem-phong.json')
  const printed = value(await office.act({ act: 'makeRecoveryKit', passphrase: old, file })).printed
  if (printed === undefined) throw new Error('no paper')
  return { office, file, paper: readPaper(printed.bytes) }
}

test('the code on the paper opens the authority again under a new passphrase, typed as people type', async () => {
  const { office, paper } = await withKit()
  expect(paper.groups).toHaveLength(8)
  expect(paper.text).toContain('Sở Nội vụ tỉnh Mẫu')
  const { authority } = await seals(office)
  expect(authority?.kit).toMatchObject({ madeAt: morning, by: hr.name })
  expect(paper.text).toContain(`số ${authority?.kit?.no}`)

  const typed = paper.groups.join(' ').toLowerCase().replaceAll('0', 'o')
  value(await office.act({ act: 'restoreAuthority', code: typed, passphrase: fresh }))
  expect(await issue(office, old)).toEqual({ ok: false, refusal: { code: 'wrong-password' } })
  value(await issue(office, fresh))
  expect((await seals(office)).authority?.rootSha256).toBe(authority?.rootSha256)
})

test('in another data file the sealed keys and the code bring the same authority back, and openssl accepts what it issues', async () => {
  const { office, file, paper } = await withKit()
  const root = (await seals(office)).authority?.rootSha256
  await office.close()
  const other = await atWork()
  const code = paper.groups.join('-')
  expect(await other.act({ act: 'restoreAuthority', code, passphrase: fresh })).toEqual({
    ok: false,
    refusal: { code: 'recovery-kit-missing' },
  })
  const kit = readFileSync(file).toString('base64')
  value(await other.act({ act: 'restoreAuthority', code, passphrase: fresh, kit }))
  value(await issue(other, fresh))
  expect((await seals(other)).authority?.rootSha256).toBe(root)
  value(await other.act({ act: 'closeFile' }))
  const archive = openArchiveOf(other)
  const certificate = archive.find(({ type }) => type === 'certificateIssued')?.payload as { certificate: string; issuers: string[] }
  const restored = archive.find(({ type }) => type === 'authorityRestored')?.payload as { root: string }
  const folder = workFolder()
  const at = (name: string, der: string) => put(folder, name, pem(Buffer.from(der, 'base64'), 'CERTIFICATE'))
  const said = run('openssl', [
    'verify',
    '-purpose',
    'any',
    '-attime',
    String(Date.parse(morning) / 1000),
    '-CAfile',
    at('root.pem', restored.root),
    '-untrusted',
    at('mid.pem', certificate.issuers[0] ?? ''),
    at('leaf.pem', certificate.certificate),
  ])
  expect(said).toContain('leaf.pem: OK')
})

/** Every fact of the file, read beside the office once it is closed. */
function openArchiveOf(office: TestOffice) {
  const archive = openArchive({ file: office.file, passphrase, readOnly: true })
  const facts = [...archive.all()]
  archive.close()
  return facts
}

test('restored into another file, the authority still knows whom it had revoked, once its last list is brought in', async () => {
  const { office, file, paper } = await withKit()
  const keyId = value(await issue(office, old)).keys?.[0]?.keyId ?? ''
  const lost = { keyId, reason: 'keyCompromise', note: 'Mất máy', on: morning.slice(0, 10), passphrase: old } as const
  value(await office.act({ act: 'renewRevocationList', passphrase: old }))
  value(await office.act({ act: 'revokeCertificate', ...lost }))
  const crl = join(office.dataDir, 'thu-hoi.crl')
  value(await office.act({ act: 'exportRevocationList', file: crl }))
  const [list, kit] = [crl, file].map((path) => readFileSync(path).toString('base64'))

  const other = await atWork()
  value(await other.act({ act: 'restoreAuthority', code: paper.groups.join(' '), passphrase: fresh, kit }))
  expect(await other.act({ act: 'exportRevocationList', file: crl })).toEqual({ ok: false, refusal: { code: 'no-revocation-list' } })
  value(await other.act({ act: 'importRevocationList', list: list ?? '' }))
  value(await other.act({ act: 'renewRevocationList', passphrase: fresh }))
  expect((await seals(other)).authority?.list).toMatchObject({ number: 3, revoked: 1 })
})

test('the code is on the paper alone: in no fact, in no stored byte, in no file beside it', async () => {
  const { office, file, paper } = await withKit()
  value(await office.act({ act: 'restoreAuthority', code: paper.groups.join(' '), passphrase: fresh }))
  value(await office.act({ act: 'closeFile' }))
  const archive = openArchive({ file: office.file, passphrase, readOnly: true })
  const kept = [
    JSON.stringify([...archive.all()]),
    ...archive.papers.list().map(({ sha256 }) => Buffer.from(archive.papers.get(sha256) ?? []).toString('latin1')),
    readFileSync(file, 'latin1'),
  ]
  archive.close()
  for (const text of kept)
    for (const group of paper.groups) expect(text).not.toMatch(new RegExp(`(?<![A-Za-z0-9+/=])${group}(?![A-Za-z0-9+/=])`))
  for (const text of kept) expect(text).not.toContain(paper.groups.join(''))
})

test('a slip of the hand is named by its group; another kit, another authority and a stranger’s file are told apart', async () => {
  const { office, paper, file } = await withKit()
  const [first = '', ...rest] = paper.groups
  const slip = (first[0] === 'A' ? 'B' : 'A') + first.slice(1)
  const restore = (code: string, kit?: string) =>
    office.act({ act: 'restoreAuthority', code, passphrase: fresh, ...(kit !== undefined && { kit }) })
  expect(await restore([slip, ...rest].join(' '))).toEqual({ ok: false, refusal: { code: 'recovery-code-group', group: 1 } })
  const [second = '', ...others] = rest
  expect(await restore([second, first, ...others].join(' '))).toMatchObject({ refusal: { code: 'recovery-code-group' } })
  expect(await restore(rest.join(' '))).toEqual({ ok: false, refusal: { code: 'recovery-code-length', typed: 35, needed: 40 } })
  expect(await restore(paper.groups.join(' '), Buffer.from('{"format":"x"}').toString('base64'))).toEqual({
    ok: false,
    refusal: { code: 'recovery-kit-unreadable' },
  })
  expect(await office.act({ act: 'makeRecoveryKit', passphrase: 'không phải' })).toEqual({ ok: false, refusal: { code: 'wrong-password' } })
  expect(await office.act({ act: 'makeRecoveryKit', passphrase: old, file })).toMatchObject({ refusal: { code: 'file-exists' } })
  // The stick was pulled out: its folder is not made on the disk of this PC, where nobody would look for the kit.
  const gone = join(office.dataDir, 'usb', 'cat-giu', 'bo-khoi-phuc.json')
  expect(await office.act({ act: 'makeRecoveryKit', passphrase: old, file: gone })).toMatchObject({ fault: { code: 'not-found' } })
  // Said before the passphrase is tried, which lasts.
  expect(await office.act({ act: 'makeRecoveryKit', passphrase: 'không phải', file: gone })).toMatchObject({ fault: { code: 'not-found' } })
  expect(existsSync(join(office.dataDir, 'usb'))).toBe(false)

  // A second kit: the newest is tried first, the older paper still opens its own.
  const again = readPaper(value(await office.act({ act: 'makeRecoveryKit', passphrase: old })).printed?.bytes ?? '')
  const kit = readFileSync(file).toString('base64')
  expect(await restore(again.groups.join(' '), kit)).toEqual({ ok: false, refusal: { code: 'recovery-code-wrong' } })
  value(await restore(paper.groups.join(' ')))

  const other = await atWork()
  value(await other.act({ act: 'createAuthority', passphrase: old }))
  expect(await other.act({ act: 'restoreAuthority', code: paper.groups.join(' '), passphrase: fresh, kit })).toMatchObject({
    refusal: { code: 'authority-exists' },
  })
})
