// Another person signs in the place of the expected one: recorded with its document, drawn into a new version, told by the view and by every check.
import { expect, test } from 'vitest'
import { ConferenceId, PaperId } from '../../workflows/core/ids.ts'
import { desks } from '../../workflows/sample/department.ts'
import { value } from './office.ts'
import { sampleOf, type Table, tableFor } from './play.ts'

const deputy = { name: 'Hoàng Thị Minh Châu', citizenId: '001180099999' }
const document = { number: '12/GUQ-SM', date: '2026-08-20' }

async function tableWithMinutes() {
  const table = await tableFor(sampleOf({ upTo: 'leadershipOrientation' }))
  await table.play(table.sample.acts)
  return table
}
const minutes = (table: Table) => {
  const found = table.view().papers.findLast(({ kind }) => kind === 'voteCountMinutes')
  if (!found) throw new Error('no minutes')
  return found
}
const allow = (table: Table, paperId: string, field: string, who = deputy, by: string = desks.hr) =>
  table.ask(by, { type: 'allowSigner', paperId: PaperId.parse(paperId), field, ...who, reason: 'Chủ trì đi công tác', document })

test('the paper is made anew with the other name; who signs it, the view and the check say in whose place and by which document', async () => {
  const table = await tableWithMinutes()
  const first = minutes(table)
  const chair = first.signers.find(({ role }) => role === 'chu-tri')
  if (!chair) throw new Error('a chair')
  expect(await allow(table, first.paperId, chair.field, deputy, desks.counter)).toMatchObject({ refusal: { code: 'role-may-not' } })
  value(await allow(table, first.paperId, chair.field))

  const next = minutes(table)
  expect(table.view().papers.find(({ paperId }) => paperId === first.paperId)?.status).toBe('superseded')
  expect(next).toMatchObject({ version: 2, status: 'awaiting-signatures', reason: expect.stringContaining('12/GUQ-SM ngày 20/8/2026') })
  expect(next.signers.find(({ field }) => field === chair.field)).toMatchObject({
    personName: deputy.name,
    citizenId: deputy.citizenId,
    insteadOf: { name: chair.personName, reason: 'Chủ trì đi công tác', document },
  })
  for (const { field, citizenId } of next.signers) value(await table.sign(desks.counter, next.paperId, field, `sample-${citizenId}`, 'x'))
  expect(minutes(table).status).toBe('signed')
  const { bytes, summary } = value(await table.office.ask({ about: 'paper', caseId: table.caseId, paperId: PaperId.parse(next.paperId) }))
  expect(summary.exceptions).toEqual([{ name: deputy.name, insteadOf: chair.personName, document: document.number }])
  const report = value(await table.office.ask({ about: 'file', name: 'x.pdf', bytes }))
  expect(report.lines).toContainEqual({
    no: 4,
    code: 'SIGNER_EXCEPTION',
    state: 'note',
    subject: chair.field,
    numbers: {
      name: deputy.name,
      expected: chair.personName,
      document: document.number,
      day: document.date,
      reason: 'Chủ trì đi công tác',
    },
  })
  expect(report.lines.filter(({ state }) => state === 'broken')).toEqual([])
  expect(report.lines.map(({ code }) => code)).toContain('SIGNERS_OK')
})

test('what would not be an exception, or would put one person in two places, is refused', async () => {
  const table = await tableWithMinutes()
  const { paperId, signers } = minutes(table)
  const [head, member] = signers
  if (!head || !member) throw new Error('signers')
  const person = (one: typeof head) => ({ name: one.personName, citizenId: one.citizenId ?? '' })
  expect(await allow(table, paperId, head.field, person(head))).toMatchObject({ refusal: { code: 'signer-is-expected' } })
  expect(await allow(table, paperId, head.field, person(member))).toMatchObject({ refusal: { code: 'signer-has-another-place' } })
  expect(await allow(table, paperId, 'ky.khong_co')).toMatchObject({ refusal: { code: 'field-unknown' } })
  expect(await allow(table, 'khong-co', head.field)).toMatchObject({ refusal: { code: 'paper-unknown' } })
  const { conferenceId } = minutes(table)
  if (conferenceId === undefined) throw new Error('of a meeting')
  await table.must(desks.hr, {
    type: 'requestPaper',
    kind: 'convocationList',
    conferenceId: ConferenceId.parse(conferenceId),
    day: value(await table.office.ask({ about: 'session' })).today,
    details: { makerName: 'Đặng Ngọc Ánh' },
  })
  const typed = table.view().papers.find(({ kind }) => kind === 'convocationList')
  expect(await allow(table, typed?.paperId ?? '', 'ky.nguoi_ky')).toMatchObject({ refusal: { code: 'signer-typed-with-paper' } })
  value(await table.sign(desks.counter, paperId, head.field, `sample-${head.citizenId}`, 'x'))
  expect(await allow(table, paperId, head.field)).toMatchObject({ refusal: { code: 'already-signed' } })
  value(await allow(table, paperId, member.field))
  expect(await allow(table, paperId, member.field)).toMatchObject({ refusal: { code: 'paper-superseded' } })
})
