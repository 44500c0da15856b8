// Slips on a real file: printed for a meeting, sealed after the count, kept through the archive, destroyed only after their time and on record.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BundleId } from '../../workflows/bundles/facts.ts'
import { addMonths } from '../../workflows/core/calendar.ts'
import type { CaseCommand } from '../../workflows/procedure/commands.ts'
import { desks } from '../../workflows/sample/department.ts'
import { freshFolder, passphrase, value } from './office.ts'
import { sampleOf, tableFor } from './play.ts'

const sample = sampleOf({ papers: true })
const all = [1, 2, 3, 4].map((no) => BundleId.parse(`goi-0${no}`))

test('slips are made, sealed, held, and destroyed after their time; before it the law says no', async () => {
  const table = await tableFor(sample)
  await table.play(sample.acts)
  const { office, caseId } = table
  expect(office.faults).toEqual([])
  expect(table.view().status).toBe('archived')
  expect(table.view().bundles.map(({ standing }) => standing)).toEqual(['kept', 'kept', 'kept', 'kept'])
  const kinds = table.view().papers.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'ballotSlip' || kind === 'ballotSealingMinutes')).toHaveLength(8)

  // A slip waits for nobody's signature, holds no record, and its sheet prints as many as were asked for.
  const slip = table.view().papers.find(({ kind, stage }) => kind === 'ballotSlip' && stage === 'expandedNomination')
  expect(slip).toMatchObject({ status: 'unsigned', signers: [] })
  const { bytes } = value(await office.ask({ about: 'paper', caseId, paperId: slip?.paperId as never }))
  const file = join(freshFolder(), 'phieu.pdf')
  writeFileSync(file, Buffer.from(bytes, 'base64'))
  expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax')
  expect(execFileSync('pdfdetach', ['-list', file], { encoding: 'utf8' })).toContain('0 embedded files')
  expect(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).match(/Họ và tên/gu)).toHaveLength(4)
  const set = table.view().printSets.find(({ stage }) => stage === 'expandedNomination')
  expect(set?.items.find(({ paperId }) => paperId === slip?.paperId)).toMatchObject({ copies: 6 })

  const until = table.view().bundles[0]?.keepUntil ?? ''
  expect(until).toBe(addMonths(table.view().decision?.document.date ?? '', 6))
  const destroying = (day: string): CaseCommand => ({
    type: 'destroyBundles',
    bundleIds: all,
    document: { number: '51/QĐ-SNV', date: day, issuer: 'Sở Nội vụ' },
    team: ['Nguyễn Văn Ánh', 'Lê Văn Ân', 'Trần Thị An'].map((name) => ({ name, title: 'Chuyên viên' })),
    keeper: { name: 'Hoàng Hoài Lan', title: 'Chánh Văn phòng Sở' },
    witnesses: [],
    sealsFound: 'còn nguyên vẹn',
    method: 'Cắt vụn bằng máy hủy tài liệu',
    place: 'Kho lưu trữ',
    destroyedAt: `${day}T09:00:00+07:00`,
  })
  const early = await table.ask(desks.hr, destroying(until), `${until}T10:00:00+07:00`)
  expect(early).toMatchObject({ refusal: { code: 'bundle-keeping-not-over', keepUntil: until } })
  const reminded = async () =>
    value(await office.ask({ about: 'reminders', year: 2027 }))
      .reminders.filter(({ kind }) => kind === 'ballotKeeping')
      .map(({ dueOn, caseId: of }) => [dueOn, of])
  const line = async () => value(await office.ask({ about: 'cases' })).rows.find((one) => one.caseId === caseId)
  // Told of beside the list, never as a deadline that was missed.
  office.setClock(`${addMonths(until, 2)}T10:00:00+07:00`)
  expect(await reminded()).toEqual([[until, caseId]])
  expect(await line()).not.toHaveProperty('nextDeadline')
  expect(await line()).not.toHaveProperty('slipsKeptUntil')
  office.setClock(`${until}T10:00:00+07:00`)
  await table.must(desks.hr, { type: 'holdBundle', bundleId: BundleId.parse('goi-02'), reason: 'Có đơn khiếu nại', heldOn: until })
  const after = addMonths(until, 1)
  expect(await table.ask(desks.hr, destroying(after), `${after}T10:00:00+07:00`)).toMatchObject({ refusal: { code: 'bundle-on-hold' } })
  const settled = { number: '45/KL-SNV', date: after }
  await table.must(desks.hr, { type: 'releaseBundle', bundleId: BundleId.parse('goi-02'), document: settled, releasedOn: after })
  expect(table.view().deadlines.find(({ key }) => key === 'ballotKeeping')).toMatchObject({ standing: 'due' })
  expect(await table.ask(desks.counter, destroying(after))).toMatchObject({ refusal: { code: 'role-may-not' } })
  await table.must(desks.hr, destroying(after))
  expect(table.view().bundles.map(({ standing }) => standing)).toEqual(['destroyed', 'destroyed', 'destroyed', 'destroyed'])
  expect(await reminded()).toEqual([])
  const minutes = table.view().papers.find(({ kind }) => kind === 'ballotDestructionMinutes')
  expect(minutes).toMatchObject({ status: 'awaiting-signatures', signers: { length: 4 } })
  expect(office.faults).toEqual([])

  // Opened again, the case is the same: bundles and counts are facts like all others.
  const before = table.view()
  value(await office.act({ act: 'closeFile' }))
  value(await office.act({ act: 'openFile', file: office.file, passphrase }))
  await table.sitDown(desks.hr)
  expect(value(await office.ask({ about: 'case', caseId }))).toEqual(before)
})
