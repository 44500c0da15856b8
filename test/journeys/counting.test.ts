// Counting by slips on a real file: totals on the disk after every slip, a power cut in mid-bundle, two accounts that never see each other's figures.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import { slotFile } from '../../db/slot-file.ts'
import { countFileOf } from '../../electron/services/open-count.ts'
import type { Slip } from '../../workflows/conference/bundle-totals.ts'
import type { CaseId } from '../../workflows/core/ids.ts'
import type { CountMode } from '../../workflows/counting.ts'
import type { ShellAct } from '../../workflows/office.ts'
import { desks } from '../../workflows/sample/department.ts'
import { type Answered, passphrase, testOffice, value } from './office.ts'
import { before, sampleOf, type Table, tableFor, tableOver } from './play.ts'

const sample = sampleOf()
const caseId = sample.caseId as CaseId
const one = desks.counter
const other = desks.confirmer

/** The second conference of the sample: its box is open, its slips lie on the table. */
async function boxOpen(): Promise<Table> {
  const table = await tableFor(sample)
  await table.play(before(sample, 'typeCount', 2))
  return table
}
const typedEntry = sample.acts.filter(({ command }) => command.type === 'typeCount')[1]?.command
const entry = typedEntry?.type === 'typeCount' ? typedEntry.entry : undefined

/** The slips behind the sample's count, one by one. */
function slipsOf(table: Table): Slip[] {
  const names = table.view().conference?.ballot?.slipForm?.names ?? []
  return [
    ...names.flatMap((name, line): Slip[] => Array.from({ length: entry?.votes?.[name] ?? 0 }, () => ({ marks: [line] }))),
    ...Array.from({ length: entry?.ballotsInvalid ?? 0 }, (): Slip => ({ invalid: 'TOO_MANY' })),
  ]
}
const act = (table: Table, more: Readonly<Record<string, unknown>> & { readonly act: ShellAct['act'] }) =>
  table.office.act({ caseId, ...more } as ShellAct)
const open = async (table: Table, no = 1, mode: CountMode = 'slips') => value(await act(table, { act: 'openCountBundle', no, mode }))
const add = async (table: Table, slip: Slip, no = 1) => value(await act(table, { act: 'addSlip', no, slip })).openBundle
const seen = async (table: Table) => value(await table.office.ask({ about: 'openBundle', caseId }))
const refusalOf = (answer: Answered<unknown>) => (answer.ok ? null : answer.refusal)
const size = async (table: Table) => value(await table.office.ask({ about: 'session' })).ledger?.size

async function closeBundle(table: Table, no = 1) {
  return value(await act(table, { act: 'closeOpenBundle', no, seen: table.view().version })).case
}

test('a bundle is counted slip by slip, killed in the middle, resumed exactly there, and becomes one fact', async () => {
  const table = await boxOpen()
  const slips = slipsOf(table)
  await table.must(one, { type: 'makeCountBundles', size: 25 })
  const before = await size(table)
  await open(table)
  for (const slip of slips.slice(0, 9)) await add(table, slip)
  expect(await seen(table)).toMatchObject({ no: 1, size: slips.length, mode: 'slips', mayTakeBack: true, totals: { valid: 9, invalid: 0 } })
  // Another slip by mistake, taken back once; the one before it is gone in the totals.
  await add(table, { invalid: 'OTHER' })
  expect(value(await act(table, { act: 'takeBackSlip', no: 1 })).openBundle).toMatchObject({
    mayTakeBack: false,
    totals: { valid: 9, invalid: 0, reasons: {} },
  })
  expect(refusalOf(await act(table, { act: 'takeBackSlip', no: 1 }))).toEqual({ code: 'slip-gone', no: 1 })
  expect(await size(table)).toBe(before)

  // The power goes: nothing is closed, a new process opens the file.
  await table.office.close()
  const office = await testOffice(sample.acts.at(-1)?.at ?? '', table.office.dataDir)
  value(await office.act({ act: 'openFile', file: office.file, passphrase }))
  const next = tableOver(office, sample, table.view())
  await next.sitDown(one)
  expect(await seen(next)).toMatchObject({ no: 1, mayTakeBack: false, totals: { valid: 9, invalid: 0 } })
  for (const slip of slips.slice(9)) await add(next, slip)
  expect(refusalOf(await act(next, { act: 'addSlip', no: 1, slip: { marks: [0] } }))).toEqual({
    code: 'bundle-is-full',
    size: slips.length,
  })
  const held = (await size(next)) ?? 0
  const closed = await closeBundle(next)
  expect(await size(next)).toBe(held + 1)
  expect(closed?.conference?.countBundles?.bundles).toMatchObject([{ standing: 'half', closedBy: [one] }])
  expect(await seen(next)).toBeNull()
})

test('what is on the disk of a closed bundle is nothing, and what a third one reads of an open one is nothing', async () => {
  const table = await boxOpen()
  const slips = slipsOf(table)
  await table.must(one, { type: 'makeCountBundles', size: 25 })
  await open(table)
  for (const slip of slips) await add(table, slip)
  const file = countFileOf(table.office.file)
  expect(readFileSync(file).includes(Buffer.from('totals'))).toBe(false)
  await table.sitDown(desks.hr)
  expect(await seen(table)).toBeNull()
  expect(refusalOf(await act(table, { act: 'addSlip', no: 1, slip: { marks: [0] } }))).toMatchObject({ code: 'role-may-not' })
  // The other counter begins his own; neither is told the other's figures, and neither disturbs the other.
  await table.sitDown(other)
  expect(await seen(table)).toBeNull()
  await open(table)
  await add(table, slips[0] ?? { marks: [0] })
  expect(await seen(table)).toMatchObject({ totals: { valid: 1 } })
  await table.sitDown(one)
  expect(await seen(table)).toMatchObject({ totals: { valid: slips.length - 1, invalid: 1 } })
  await closeBundle(table)
  await table.sitDown(other)
  expect(await seen(table)).toMatchObject({ totals: { valid: 1 } })
  value(await act(table, { act: 'leaveOpenBundle', no: 1 }))
  expect(await seen(table)).toBeNull()
  await table.office.close()
  // With the key of the file too.
  const archive = openArchive({ file: table.office.file, passphrase, readOnly: true })
  const key = archive.unwrappedKey()
  archive.close()
  expect(slotFile(file, key).read()).toEqual({ now: null, before: null })
})

test('two counts of a bundle differ: it is named, both count it anew, and the sum goes the way of every count', async () => {
  const table = await boxOpen()
  const slips = slipsOf(table)
  await table.must(one, { type: 'makeCountBundles', size: 25 })
  const countAll = async (by: string, all: readonly Slip[]) => {
    await table.sitDown(by)
    await open(table)
    for (const slip of all) await add(table, slip)
    const version = value(await table.office.ask({ about: 'case', caseId })).version
    return value(await act(table, { act: 'closeOpenBundle', no: 1, seen: version })).case?.conference?.countBundles
  }
  await countAll(one, slips)
  const differing = await countAll(other, [...slips.slice(1), { marks: [1] }])
  expect(differing).toEqual({
    bundles: [{ no: 1, size: slips.length, attempt: 2, standing: 'waiting', hasDiffered: true, closedBy: [] }],
    isWhole: false,
  })
  await countAll(one, slips)
  const matched = await countAll(other, [...slips].reverse())
  expect(matched).toMatchObject({ isWhole: true, sum: { ballotsValid: entry?.ballotsValid, votes: entry?.votes } })
  const sat = tableOver(table.office, sample, value(await table.office.ask({ about: 'case', caseId })))
  expect((await sat.must(one, { type: 'sumCountBundles' })).case?.conference?.phase).toBe('typed')
  expect(refusalOf(await sat.ask(one, { type: 'confirmCount' }))).toEqual({ code: 'same-person-confirms', by: one })
  await sat.must(other, { type: 'confirmCount' })
  expect(sat.view().conference?.phase).toBe('counted')
})

test('a bundle begun is finished before another is opened; totals typed name by name may not leave a line empty', async () => {
  const table = await boxOpen()
  await table.must(one, { type: 'makeCountBundles', size: 10 })
  const [first, second] = table.view().conference?.countBundles?.bundles ?? []
  expect(second).toBeDefined()
  await open(table)
  await add(table, { marks: [0] })
  expect(refusalOf(await act(table, { act: 'openCountBundle', no: 2, mode: 'slips' }))).toEqual({ code: 'count-bundle-open', no: 1 })
  value(await act(table, { act: 'leaveOpenBundle', no: 1 }))
  const begun = (await open(table, 1, 'totals')).openBundle
  expect(begun?.totals.lines.every((line) => line === null)).toBe(true)
  const close = () => act(table, { act: 'closeOpenBundle', no: 1, seen: table.view().version })
  expect(refusalOf(await close())).toEqual({ code: 'bundle-line-empty', line: 1 })
  const lines = (begun?.totals.lines ?? []).map((_, line) => (line === 0 ? (first?.size ?? 0) : 0))
  value(await act(table, { act: 'setTotals', no: 1, totals: { valid: first?.size, blank: 0, invalid: 0, reasons: {}, lines } }))
  expect((await close()).ok).toBe(true)
})
