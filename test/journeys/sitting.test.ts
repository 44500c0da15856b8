// One person signs several papers in one sitting on a real file: the password is asked once, a token pulled out leaves nothing, stopping keeps what is signed.
import { afterEach, expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import type { PaperToSign } from '../../workflows/office.ts'
import { desks } from '../../workflows/sample/department.ts'
import { makePki } from '../support/pki.ts'
import { type SoftTokens, softDriver, softTokens } from '../support/softhsm.ts'
import { passphrase, value } from './office.ts'
import { real, sampleOf, type Table, tableFor } from './play.ts'

const authority = 'mật khẩu của nơi cấp'
const own = 'mật khẩu riêng của tôi'
const pin = 'mã-4711'
let soft: SoftTokens | undefined
afterEach(() => {
  soft?.end()
  soft = undefined
})

/** Minutes of count and conference are drawn; each paper asks others first, the chair signs both last. */
async function tableWithPapers() {
  const table = await tableFor(real(sampleOf({ upTo: 'leadershipOrientation' })))
  await table.play(table.sample.acts)
  const papers = table.view().papers.filter(({ status }) => status === 'awaiting-signatures')
  const chair = papers[0]?.signers.find(({ role }) => role === 'chu-tri')
  if (!chair) throw new Error('a chair')
  await table.sitDown(desks.hr)
  return { table, papers, chair }
}

/** A key of the office authority for everybody who signs; gives its id by name. */
async function officeKeys({ office }: Table, people: readonly { readonly personName: string; readonly citizenId?: string }[]) {
  value(await office.act({ act: 'createAuthority', passphrase: authority }))
  const keys = new Map<string, string>()
  for (const { personName: name, citizenId = '' } of people) {
    if (keys.has(name)) continue
    const done = value(await office.act({ act: 'issueCertificate', name, citizenId, passphrase: authority, keyPassphrase: own }))
    keys.set(name, done.keys?.find((key) => key.name === name)?.keyId ?? '')
  }
  return keys
}
const signInSitting = ({ office }: Table, { caseId, paperId, field, sha256 }: PaperToSign, keyId: string) =>
  office.act({ act: 'signPaper', caseId, paperId, field, keyId, seen: sha256 })

test('the chair signs what waits for him, paper by paper, with one password; who sits down next finds the key shut', async () => {
  const { table, papers, chair } = await tableWithPapers()
  const { office } = table
  const keys = await officeKeys(
    table,
    papers.flatMap(({ signers }) => signers),
  )
  const mine = keys.get(chair.personName) ?? ''
  expect(value(await office.ask({ about: 'toSign', keyId: mine }))).toEqual([])
  for (const { paperId, signers } of papers)
    for (const one of signers.filter(({ role }) => role !== 'chu-tri'))
      value(await table.sign(desks.hr, paperId, one.field, keys.get(one.personName) ?? '', own))
  const waiting = value(await office.ask({ about: 'toSign', keyId: mine }))
  expect(waiting.map(({ kind, stage }) => `${kind} ${stage}`).sort()).toEqual([
    'conferenceMinutes leadershipOrientation',
    'voteCountMinutes leadershipOrientation',
  ])
  const [first, second] = waiting
  if (!first || !second) throw new Error('two papers')

  expect(await signInSitting(table, first, mine)).toEqual({ ok: false, refusal: { code: 'no-sitting' } })
  expect(await office.act({ act: 'startSitting', keyId: mine, secret: 'không phải' })).toEqual({
    ok: false,
    refusal: { code: 'wrong-password' },
  })
  expect(value(await office.act({ act: 'startSitting', keyId: mine, secret: own })).session?.sitting).toMatchObject({
    keyId: mine,
    signed: 0,
  })
  value(await signInSitting(table, first, mine))
  expect(value(await office.ask({ about: 'session' })).sitting?.signed).toBe(1)
  expect(value(await office.ask({ about: 'toSign', keyId: mine })).map(({ paperId }) => paperId)).toEqual([second.paperId])

  await table.sitDown(desks.counter)
  expect(value(await office.ask({ about: 'session' })).sitting).toBeUndefined()
  expect(await signInSitting(table, second, mine)).toEqual({ ok: false, refusal: { code: 'no-sitting' } })
  await table.sitDown(desks.hr)
  value(await office.act({ act: 'startSitting', keyId: mine, secret: own }))
  value(await office.act({ act: 'endSitting' }))
  expect(await signInSitting(table, second, mine)).toEqual({ ok: false, refusal: { code: 'no-sitting' } })
  const after = value(await office.ask({ about: 'case', caseId: table.caseId }))
  expect(after.papers.filter(({ status }) => status === 'signed')).toHaveLength(1)

  value(await office.act({ act: 'closeFile' }))
  const archive = openArchive({ file: office.file, passphrase, readOnly: true })
  expect(JSON.stringify([...archive.all()])).not.toContain(own)
  archive.close()
})

test('a token: a wrong PIN is told at once, and one pulled out in the middle leaves the paper and the log as they were', async () => {
  const store = softTokens()
  soft = store
  const { table, papers } = await tableWithPapers()
  const { office } = table
  const pki = await makePki('thẻ ký')
  const [paper] = papers
  const [head] = paper?.signers ?? []
  if (!head) throw new Error('a head')
  const signer = await pki.signer({ name: head.personName, citizenId: head.citizenId ?? '' }, { algorithm: 'ecdsa-p256-sha256' })
  store.add({ label: 'Thẻ', pin, signer, id: '01', extra: [pki.intermediate] })
  value(await office.act({ act: 'addTokenDriver', path: softDriver }))
  const [token] = value(await office.ask({ about: 'tokens', driver: softDriver }))
  const [held] = token?.certificates ?? []
  if (!token || !held) throw new Error('a token')
  const { serial, label } = token
  const registered = { act: 'registerToken', driver: softDriver, serial, label, ckaId: held.ckaId, certificateSha256: held.sha256 } as const
  const keyId = value(await office.act(registered)).keys?.find(({ kind }) => kind === 'token')?.keyId ?? ''
  expect(await office.act({ act: 'startSitting', keyId, secret: '0000' })).toMatchObject({ refusal: { code: 'pin-wrong' } })
  value(await office.act({ act: 'startSitting', keyId, secret: pin }))
  const [waiting] = value(await office.ask({ about: 'toSign', keyId }))
  if (!waiting) throw new Error('nothing waits')
  const size = value(await office.ask({ about: 'session' })).ledger?.size

  const putBack = store.pullOut()
  expect(await signInSitting(table, waiting, keyId)).toMatchObject({ refusal: { code: 'token-missing' } })
  expect(value(await office.ask({ about: 'session' })).ledger?.size).toBe(size)
  expect(value(await office.ask({ about: 'toSign', keyId }))).toEqual([waiting])
  putBack()
  value(await signInSitting(table, waiting, keyId))
})
