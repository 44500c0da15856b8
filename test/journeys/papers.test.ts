// Papers: drawn when owed, also after a crash; signed one by one by the right people with their own keys, on different days; exported or not.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findAssets } from '../../electron/places.ts'
import { openOffice } from '../../electron/services/office.ts'
import type { PaperView } from '../../workflows/procedure/case-view.ts'
import { desks } from '../../workflows/sample/department.ts'
import { cheap, freshFolder, passphrase, value } from './office.ts'
import { real, sampleOf, type Table, tableFor } from './play.ts'

const short = sampleOf({ upTo: 'leadershipOrientation' })
const lastAt = short.acts.at(-1)?.at ?? ''
const paperOf = (table: Table, kind: PaperView['kind']): PaperView => {
  const found = table.view().papers.find((paper) => paper.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}

describe('a paper that could not be drawn', () => {
  test('leaves the order done and the paper owed; the next start draws it', async () => {
    const dataDir = freshFolder()
    const file = join(dataDir, 'thu.tiencu')
    let now = short.acts[0]?.at ?? ''
    const broken = join(dataDir, 'broken.wasm')
    writeFileSync(broken, 'not a typesetter')
    const faults: unknown[] = []
    const setting = {
      dataDir,
      clock: () => now,
      keyCost: cheap,
      shell: 'browser' as const,
      noteFault: (error: unknown) => faults.push(error),
    }
    const first = await openOffice({ ...setting, assets: { ...findAssets(), typstWasm: broken } })
    const { organisation, operators, caseId } = short
    const act = async (shellAct: object) => {
      const reply = (await first.dispatch({ to: 'shell', act: shellAct })) as { ok: boolean }
      expect(reply).toMatchObject({ ok: true })
    }
    await act({ act: 'createFile', file, passphrase, organisation, operators })
    let seen = 0
    let owed: unknown
    for (const { by, at, command } of short.acts) {
      now = at
      await act({ act: 'startWork', operatorId: by })
      const reply = (await first.dispatch({ to: 'case', caseId, seen, command })) as { value: { case: { version: number }; owed: number } }
      seen = reply.value.case.version
      owed = reply.value.owed
    }
    expect(owed).toBe(2)
    expect(faults.length).toBeGreaterThan(0)
    await first.close()

    const second = await openOffice(setting)
    expect(await second.dispatch({ to: 'shell', act: { act: 'openFile', file, passphrase } })).toMatchObject({ ok: true })
    expect(await second.dispatch({ to: 'shell', act: { act: 'startWork', operatorId: desks.hr } })).toMatchObject({
      ok: true,
      value: { owed: 0 },
    })
    expect(await second.ask({ about: 'case', caseId })).toMatchObject({
      value: { papers: [{ status: 'awaiting-signatures' }, { status: 'awaiting-signatures' }] },
    })
    expect(await second.dispatch({ to: 'shell', act: { act: 'drawPapers', caseId } })).toMatchObject({ ok: true, value: { owed: 0 } })
    await second.close()
  })
})

describe('signing with keys of the office authority', () => {
  test('takes the expected people in their order, each with the passphrase of the key, on days of their own', async () => {
    const sample = real(short)
    const table = await tableFor(sample)
    await table.play(sample.acts)
    const { office, caseId } = table
    const paper = paperOf(table, 'voteCountMinutes')
    const [head, member, chair] = paper.signers
    if (!head || !member || !chair) throw new Error('three signers')
    await table.sitDown(desks.hr)
    value(await office.act({ act: 'createAuthority', passphrase: 'khóa gốc' }))
    const keys = new Map<string, string>()
    for (const { personName, citizenId = '' } of paper.signers) {
      const done = value(
        await office.act({ act: 'issueCertificate', name: personName, citizenId, passphrase: 'khóa gốc', keyPassphrase: 'khóa riêng' }),
      )
      keys.set(personName, done.keys?.find(({ name }) => name === personName)?.keyId ?? '')
    }
    const keyOf = ({ personName }: typeof head) => keys.get(personName) ?? ''
    const sign = (one: typeof head, keyId: string, secret = 'khóa riêng') =>
      table.sign(desks.counter, paper.paperId, one.field, keyId, secret)

    expect(await sign(chair, keyOf(chair))).toEqual({
      ok: false,
      refusal: { code: 'out-of-order', field: chair.field, waitingFor: head.field },
    })
    expect(await sign(head, keyOf(member))).toMatchObject({ refusal: { code: 'wrong-signer', field: head.field } })
    expect(await sign(head, 'office-0000')).toEqual({ ok: false, refusal: { code: 'key-unknown', keyId: 'office-0000' } })
    expect(await sign(head, keyOf(head), 'sai')).toEqual({ ok: false, refusal: { code: 'wrong-password' } })
    expect(await sign(head, 'sample-000000000000')).toMatchObject({ refusal: { code: 'sample-key-in-real-case' } })
    expect(await table.sign(desks.counter, paper.paperId, 'ky.la', keyOf(head), 'x')).toMatchObject({ refusal: { code: 'field-unknown' } })

    value(await sign(head, keyOf(head)))
    expect(await sign(head, keyOf(head))).toMatchObject({ refusal: { code: 'already-signed' } })
    office.setClock('2026-09-10T09:00:00+07:00')
    value(await sign(member, keyOf(member)))
    expect(paperOf(table, 'voteCountMinutes').status).toBe('awaiting-signatures')
    value(await office.act({ act: 'closeFile' }))
    office.setClock('2026-09-14T15:00:00+07:00')
    value(await office.act({ act: 'openFile', file: office.file, passphrase }))
    await table.sitDown(desks.counter)
    value(await sign(chair, keyOf(chair)))

    const signed = paperOf(table, 'voteCountMinutes')
    expect(signed.status).toBe('signed')
    expect(signed.signers.map(({ signedAt }) => signedAt)).toEqual([lastAt, '2026-09-10T09:00:00+07:00', '2026-09-14T15:00:00+07:00'])
    const { bytes } = value(await office.ask({ about: 'paper', caseId, paperId: signed.paperId as never }))
    const report = value(await office.ask({ about: 'file', name: 'x.pdf', bytes }))
    expect(report).toMatchObject({ overall: 'HOP_LE', isSample: false })
    const altered = Buffer.from(bytes, 'base64')
    altered[2000] = (altered[2000] ?? 0) ^ 1
    const broken = value(await office.ask({ about: 'file', name: 'x.pdf', bytes: altered.toString('base64') }))
    expect(broken.overall).toBe('KHONG_HOP_LE')
  })
})

describe('a key brought as a file', () => {
  /** PKCS#12 as other tools make it: openssl, a name in Vietnamese, a password in Vietnamese. */
  function p12For(name: string, citizenId: string, password: string): string {
    const folder = freshFolder()
    const at = (file: string) => join(folder, file)
    // Without a configuration of ours, openssl makes every self-signed certificate an authority.
    writeFileSync(at('cnf'), '[req]\ndistinguished_name = dn\n[dn]\n')
    const subject = ['-config', at('cnf'), '-utf8', '-subj', `/CN=${name}/serialNumber=CCCD${citizenId}`]
    const usage = [
      '-addext',
      'basicConstraints=critical,CA:FALSE',
      '-addext',
      'keyUsage=critical,digitalSignature,nonRepudiation',
      '-days',
      '36500',
    ]
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', at('k'), '-out', at('c'), ...subject, ...usage], {
      stdio: 'ignore',
    })
    execFileSync('openssl', ['pkcs12', '-export', '-inkey', at('k'), '-in', at('c'), '-out', at('p12'), '-passout', `pass:${password}`])
    return readFileSync(at('p12')).toString('base64')
  }

  test('signs for the person its certificate names, by its own password, and for nobody else', async () => {
    const table = await tableFor(real(short))
    await table.play(table.sample.acts)
    // The certificate begins on the day this runs, by the clock of openssl: it is used decades later, within its hundred years.
    table.office.setClock('2076-09-14T09:00:00+07:00')
    const { office } = table
    const [head] = paperOf(table, 'voteCountMinutes').signers
    if (!head) throw new Error('no signer')
    await table.sitDown(desks.counter)
    const p12 = p12For(head.personName, head.citizenId ?? '', 'mật khẩu')
    expect(await office.act({ act: 'importKey', name: 'Khóa', p12, password: 'sai' })).toEqual({
      ok: false,
      refusal: { code: 'wrong-password' },
    })
    const { keys } = value(await office.act({ act: 'importKey', name: 'Khóa', p12, password: 'mật khẩu' }))
    const [key] = keys ?? []
    expect(key).toMatchObject({ kind: 'file', name: head.personName, citizenId: head.citizenId })
    expect(await office.act({ act: 'importKey', name: 'Khóa', p12, password: 'mật khẩu' })).toMatchObject({
      refusal: { code: 'key-exists' },
    })
    const { paperId } = paperOf(table, 'voteCountMinutes')
    expect(await table.sign(desks.counter, paperId, head.field, key?.keyId ?? '', 'sai')).toMatchObject({
      refusal: { code: 'wrong-password' },
    })
    value(await table.sign(desks.counter, paperId, head.field, key?.keyId ?? '', 'mật khẩu'))
    expect(paperOf(table, 'voteCountMinutes').signers[0]).toMatchObject({ keyKind: 'file' })
    const stranger = p12For('Nguyễn Văn Lạ', '001180000099', 'x')
    const more = value(await office.act({ act: 'importKey', name: 'Khóa', p12: stranger, password: 'x' })).keys?.at(-1)
    const next = paperOf(table, 'voteCountMinutes').signers[1]
    expect(await table.sign(desks.counter, paperId, next?.field ?? '', more?.keyId ?? '', 'x')).toMatchObject({
      refusal: { code: 'wrong-signer' },
    })
  })
})

describe('export', () => {
  async function signedTable(sample = short) {
    const table = await tableFor(sample)
    await table.play(sample.acts)
    return table
  }

  test('of a classified case is refused, and no folder is made (documents.md A4 rule 2)', async () => {
    const table = await signedTable(
      real(short, { classification: 'MAT', classificationReason: 'Theo danh mục', classifiedBy: 'Trần Gia Hiếu, Giám đốc Sở' }),
    )
    await table.sitDown(desks.hr)
    const folder = join(freshFolder(), 'ra')
    expect(await table.office.act({ act: 'exportCase', caseId: table.caseId, folder })).toEqual({
      ok: false,
      refusal: { code: 'classified-print-only', classification: 'MAT' },
    })
    expect(existsSync(folder)).toBe(false)
  })

  test('without a paper signed whole is refused', async () => {
    const table = await signedTable()
    await table.sitDown(desks.hr)
    const order = { act: 'exportCase', caseId: table.caseId, folder: join(freshFolder(), 'ra') } as const
    expect(await table.office.act(order)).toEqual({ ok: false, refusal: { code: 'no-signed-papers', drawn: 2 } })
    await table.sitDown(desks.meeting)
    expect(await table.office.act(order)).toMatchObject({ refusal: { code: 'role-may-not' } })
  })

  test('never overwrites a file of another content; the same export again is the same', async () => {
    const table = await signedTable()
    for (const [index, { field, personName, citizenId }] of paperOf(table, 'conferenceMinutes').signers.entries()) {
      const keys = value(await table.office.ask({ about: 'keys' }))
      const key = keys.find(({ name }) => name === personName)
      expect(key).toMatchObject({ kind: 'test', citizenId })
      value(
        await table.sign(
          index === 0 ? desks.meeting : desks.chair,
          paperOf(table, 'conferenceMinutes').paperId,
          field,
          key?.keyId ?? '',
          'mẫu',
        ),
      )
    }
    await table.sitDown(desks.hr)
    const folder = freshFolder()
    const order = { act: 'exportCase', caseId: table.caseId, folder } as const
    const name = '01-buoc-1-bien-ban-hoi-nghi.pdf'
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), 'của người khác')
    expect(await table.office.act(order)).toEqual({ ok: false, refusal: { code: 'file-exists', name } })
    expect(readFileSync(join(folder, name), 'utf8')).toBe('của người khác')
    expect(readdirSync(folder)).toEqual([name])
    const free = { ...order, folder: join(folder, 'ra') }
    const { exported } = value(await table.office.act(free))
    expect(exported?.files).toEqual([name, 'nhat-ky.checkpoint.txt'])
    expect(value(await table.office.act(free)).exported).toEqual(exported)
  })
})

test('a paper that changed since it was shown is not signed: the signer is sent back to look at it', async () => {
  const table = await tableFor(short)
  await table.play(short.acts)
  const { paperId, signers, sha256 = '' } = paperOf(table, 'voteCountMinutes')
  const [head, member] = signers
  if (!head || !member) throw new Error('signers')
  value(await table.sign(desks.counter, paperId, head.field, `sample-${head.citizenId}`, 'x'))
  const stale = await table.office.act({
    act: 'signPaper',
    caseId: table.caseId,
    paperId: paperId as never,
    field: member.field,
    keyId: `sample-${member.citizenId}`,
    seen: sha256,
    secret: 'x',
  })
  expect(stale).toMatchObject({ refusal: { code: 'paper-changed-since-shown' } })
  value(await table.sign(desks.counter, paperId, member.field, `sample-${member.citizenId}`, 'x'))
})

test('the public keys of a rehearsal are offered as soon as its file is opened', async () => {
  const table = await tableFor(short)
  await table.play(short.acts)
  const { office } = table
  value(await office.act({ act: 'closeFile' }))
  value(await office.act({ act: 'openFile', file: office.file, passphrase }))
  value(await office.act({ act: 'startWork', operatorId: desks.hr as never }))
  const keys = value(await office.ask({ about: 'keys' }))
  const [head] = paperOf(table, 'voteCountMinutes').signers
  expect(keys.map(({ keyId }) => keyId)).toContain(`sample-${head?.citizenId}`)
  expect(value(await office.ask({ about: 'toSign', keyId: `sample-${head?.citizenId}` }))).toHaveLength(1)
})
