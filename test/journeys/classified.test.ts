// Classified papers: printed only, until a policy signed by somebody this PC trusts lets them be signed (documents.md A4 rule 2). And who signs result tables.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { OperatorId, PaperId } from '../../workflows/core/ids.ts'
import type { OfficeCommand } from '../../workflows/office.ts'
import { desks } from '../../workflows/sample/department.ts'
import { makePki, pem, type TestSigner } from '../support/pki.ts'
import { put, run, workFolder } from '../support/tools.ts'
import { value } from './office.ts'
import { sampleOf, type Table, tableFor } from './play.ts'

/** A made-up case of secret level, so that its people sign with the public sample keys. */
async function secretTable() {
  const sample = sampleOf({ upTo: 'leadershipOrientation' })
  const secret = { classification: 'MAT', classificationReason: 'Theo danh mục', classifiedBy: 'Trần Gia Hiếu, Giám đốc Sở' } as const
  const opening = { ...sample.opening, opening: { ...sample.opening.opening, ...secret } }
  const table = await tableFor({
    ...sample,
    opening,
    acts: sample.acts.map((act, index) => (index === 0 ? { ...act, command: opening } : act)),
  })
  await table.play(table.sample.acts)
  await table.sitDown(desks.hr)
  return table
}

/** As an organisation signs it with openssl: a detached CAdES signature beside the file. */
function signedBy(signer: TestSigner, above: Uint8Array, policy: string): { readonly policy: string; readonly signature: string } {
  const folder = workFolder()
  const args = [
    'cms',
    '-sign',
    '-binary',
    '-cades',
    '-in',
    put(folder, 'chinh-sach.json', policy),
    '-signer',
    put(folder, 'own.pem', pem(signer.certificate, 'CERTIFICATE')),
    '-inkey',
    put(folder, 'key.pem', signer.privateKey.export({ format: 'pem', type: 'pkcs8' })),
    '-certfile',
    put(folder, 'above.pem', pem(above, 'CERTIFICATE')),
    '-outform',
    'DER',
    '-out',
    join(folder, 'chinh-sach.p7s'),
  ]
  expect(run('openssl', args)).toBe('')
  return {
    policy: Buffer.from(policy).toString('base64'),
    signature: readFileSync(join(folder, 'chinh-sach.p7s')).toString('base64'),
  }
}

const minutes = (table: Table) => {
  const found = table.view().papers.find(({ kind }) => kind === 'voteCountMinutes')
  if (!found) throw new Error('no minutes')
  return found
}

test('a classified paper is neither signed nor exported until a trusted policy lets it be, and only while it does', async () => {
  const table = await secretTable()
  const { office, caseId } = table
  const { paperId, signers } = minutes(table)
  const [head] = signers
  const sign = () => table.sign(desks.hr, paperId, head?.field ?? '', `sample-${head?.citizenId}`, 'x')
  expect(await sign()).toEqual({ ok: false, refusal: { code: 'classified-print-only', classification: 'MAT' } })
  expect(await office.act({ act: 'exportCase', caseId, folder: join(office.dataDir, 'ra') })).toMatchObject({
    refusal: { code: 'classified-print-only' },
  })
  const isPrintOnly = async () => value(await office.ask({ about: 'paper', caseId, paperId: PaperId.parse(paperId) })).isPrintOnly
  expect(await isPrintOnly()).toBe(true)

  const { today, organisation } = value(await office.ask({ about: 'session' }))
  const policy = {
    schema: 'tiencu.policy/1',
    kind: 'signClassified',
    organisation: organisation?.name,
    classifications: ['MAT'],
    environment: 'Phòng máy cơ yếu, máy không nối mạng',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
  }
  const pki = await makePki('ban cơ yếu')
  const chief = await pki.signer({ name: 'Trần Gia Hiếu', citizenId: '001180000077' }, { algorithm: 'ecdsa-p256-sha256' })
  const bring = (files: ReturnType<typeof signedBy>) => office.act({ act: 'acceptPolicy', ...files })
  const good = signedBy(chief, pki.intermediate, JSON.stringify(policy))
  expect(await bring(good)).toMatchObject({ refusal: { code: 'policy-signature', found: 'CERT_UNTRUSTED' } })
  mkdirSync(join(office.dataDir, 'trust'), { recursive: true })
  writeFileSync(join(office.dataDir, 'trust', 'co-yeu.pem'), pem(pki.root, 'CERTIFICATE'))

  const altered = { ...good, policy: Buffer.from(JSON.stringify({ ...policy, validUntil: '2030-12-31' })).toString('base64') }
  expect(await bring(altered)).toMatchObject({ refusal: { code: 'policy-signature', found: 'DIGEST_MISMATCH' } })
  const other = signedBy(chief, pki.intermediate, JSON.stringify({ ...policy, organisation: 'Sở Khác' }))
  expect(await bring(other)).toMatchObject({ refusal: { code: 'policy-of-another-office' } })
  const old = signedBy(chief, pki.intermediate, JSON.stringify({ ...policy, validFrom: '2020-01-01', validUntil: '2020-12-31' }))
  expect(await bring(old)).toMatchObject({ refusal: { code: 'policy-not-in-force' } })
  expect(await bring(signedBy(chief, pki.intermediate, '{"schema":"x"}'))).toMatchObject({ refusal: { code: 'policy-unreadable' } })
  const atWork = value(await office.ask({ about: 'session' })).operator?.name ?? ''
  const oneself = await pki.signer({ name: atWork, citizenId: '001180000078' }, { algorithm: 'ecdsa-p256-sha256' })
  expect(await bring(signedBy(oneself, pki.intermediate, JSON.stringify(policy)))).toMatchObject({
    refusal: { code: 'policy-signed-by-oneself' },
  })

  value(await bring(good))
  const [standing] = value(await office.ask({ about: 'seals' })).policies ?? []
  expect(standing).toMatchObject({ classifications: ['MAT'], signedBy: 'Trần Gia Hiếu', validUntil: '2026-12-31' })
  expect(await isPrintOnly()).toBe(false)
  value(await sign())
  office.setClock('2027-01-04T08:00:00+07:00')
  expect(await isPrintOnly()).toBe(true)
  expect(today < '2027').toBe(true)
})

test('the result table is signed by whoever made it, then by whoever is named to head the personnel work', async () => {
  const sample = sampleOf()
  const table = await tableFor(sample)
  const other = { operatorId: OperatorId.parse('to-chuc-2'), name: 'Ngô Thị Lan', roles: ['hrOfficer' as const], citizenId: '001180000088' }
  await table.sitDown(desks.hr)
  const order = async (command: OfficeCommand) =>
    value(await table.office.dispatch({ to: 'office', seen: value(await table.office.ask({ about: 'session' })).officeVersion, command }))
  await order({ type: 'addOperator', operator: other })
  const named = await order({ type: 'nameHrHead', operatorId: other.operatorId })
  expect(named.session?.hrHead).toBe('to-chuc-2')
  const upTo = sample.acts.findIndex(({ command }) => command.type === 'submitCase' || command.type === 'decideCase')
  await table.play(sample.acts.slice(0, upTo))
  const summary = table.view().papers.find(({ kind }) => kind === 'voteSummary')
  const hr = sample.operators.find(({ roles }) => roles.includes('hrOfficer'))
  expect(summary?.signers).toMatchObject([{ personName: hr?.name }, { personName: other.name, citizenId: other.citizenId }])
})
