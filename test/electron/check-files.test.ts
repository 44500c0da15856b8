// Many files are checked by two processes: the same answers as in one thread, in the order given; a process that dies costs no file but the one that killed it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forkHelper, type Helper, type StartHelper } from '../../electron/helper.ts'
import { sampleRoot } from '../../electron/keys/sample-authority.ts'
import { checkFiles } from '../../electron/services/check-files.ts'
import { type CheckInput, checkHands, type FileChecked } from '../../electron/services/check-work.ts'
import { unwatched } from '../../electron/services/long-work.ts'
import { bytesOfRecord, checkedAt, drawn, sampleRecord, sha256, signedSteps, threeSigners } from '../records/making.ts'
import { makePki, type Pki } from '../support/pki.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiem-nhieu-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let pki: Pki
let inputs: readonly CheckInput[]
/** What one thread says of them. */
let expected: FileChecked[]
const trust = () => ({ roots: [pki.root], crls: [], strict: false, now: checkedAt })

/** Every second file names the one before it as its earlier record, and that one is always in the other's share. */
beforeAll(async () => {
  pki = await makePki('nhiều')
  const by = await threeSigners(pki)
  const made: Uint8Array[] = []
  for (let at = 0; at < 4; at++) {
    const before = bytesOfRecord(sampleRecord({ recordId: `truoc-${at}` }))
    const previousRecord = { recordId: `truoc-${at}`, recordSha256: sha256(before) }
    made.push((await signedSteps(by, await drawn(before)))[3])
    made.push((await signedSteps(by, await drawn(bytesOfRecord(sampleRecord({ recordId: `sau-${at}`, previousRecord })))))[3])
  }
  inputs = Array.from({ length: 44 }, (_, at) => {
    const bytes = Uint8Array.from(made[at % made.length] ?? [])
    const name = `tep-${at}.pdf`
    if (at === 17) bytes.fill(0x20, 900, 960)
    if (at === 30) return { name, bytes }
    const path = join(folder, name)
    writeFileSync(path, at === 5 ? 'không phải PDF' : bytes)
    return { name, path }
  })
  const alone = checkHands({ ...trust(), sampleRoots: [sampleRoot] })
  const check = alone.checkWith(await alone.take(inputs.map((input, at) => [at, input] as const)))
  expected = []
  for (const at of inputs.keys()) expected.push(await check(at))
}, 60_000)

const heap = ['--initial-heap-size=256', '--max-semi-space-size=32']

/** Of the real processes: with which flags each was started, and which are over. */
function watched(onTold: (helper: Helper, told: number) => void = () => undefined) {
  const flags: (readonly string[] | undefined)[] = []
  let over = 0
  const start: StartHelper = (file, given) => {
    flags.push(given)
    const helper = forkHelper(file, given)
    helper.onExit(() => over++)
    let told = 0
    helper.onMessage(() => onTold(helper, ++told))
    return helper
  }
  return { start, flags, over: () => over }
}

test('two processes answer as one thread does, in the order given, each knowing the records of the other', async () => {
  const { start, flags, over } = watched()
  const steps: number[] = []
  const checked = await checkFiles(inputs, trust(), start, { work: { ...unwatched, step: async (done) => void steps.push(done) } })
  expect(checked).toEqual(expected)
  const toldOf = (code: string) => checked.flatMap((one, at) => (JSON.stringify(one).includes(`"${code}"`) ? [at] : []))
  expect(toldOf('CHAIN_WHOLE')).toEqual([...inputs.keys()].filter((at) => at % 2 === 1 && at !== 5))
  expect([toldOf('NOT_PDF'), toldOf('DIGEST_MISMATCH')]).toEqual([[5], [17]])
  expect(steps).toEqual(Array.from({ length: 45 }, (_, done) => done))
  expect(flags).toEqual([heap, heap])
  await expect.poll(over).toBe(2)
})

const saidOf = (one: FileChecked | undefined) =>
  one && 'report' in one ? one.report.lines.filter(({ no }) => no === 1).map(({ code, numbers }) => [code, numbers.fault]) : []

test('a process that is killed once is replaced, and nothing is lost: the same answers as if it had lived', async () => {
  let isFirst = true
  const { start, flags, over } = watched((helper, told) => {
    // The word that it knows how, its records, the word that it heard everybody's, two files.
    if (told !== 5 || !isFirst) return
    isFirst = false
    helper.kill()
  })
  expect(await checkFiles(inputs, trust(), start)).toEqual(expected)
  expect(flags).toHaveLength(3)
  await expect.poll(over).toBe(3)
}, 30_000)

/**
 * Real processes. One that comes to an errand `isBad` knows is killed at it, as the system kills one that fills the memory; or, `stuck`, never
 * hears of it nor of anything after it.
 */
function brought(isBad: (errand: unknown) => boolean, fate: 'killed' | 'stuck') {
  let over = 0
  const start: StartHelper = (file, flags) => {
    const helper = forkHelper(file, flags)
    const waiting: unknown[] = []
    let isStuck = false
    const look = () => fate === 'killed' && waiting.length > 0 && isBad(waiting[0]) && helper.kill()
    helper.onExit(() => over++)
    helper.onMessage(() => {
      waiting.shift()
      look()
    })
    const send = (errand: unknown) => {
      waiting.push(errand)
      isStuck ||= fate === 'stuck' && isBad(errand)
      if (!isStuck) helper.send(errand)
      look()
    }
    return { ...helper, send }
  }
  return { start, over: () => over }
}

const isOf = (errand: unknown, at: number): boolean =>
  typeof errand === 'object' && errand !== null && 'file' in errand && errand.file === at
const isTaking = (errand: unknown, at: number): boolean =>
  typeof errand === 'object' && errand !== null && 'take' in errand && Array.isArray(errand.take) && errand.take.some(([one]) => one === at)
/** Short, for a failure is told with all of it. */
const toldOf = (all: readonly FileChecked[]) =>
  all.map((one) => ('report' in one ? `${one.name} ${one.report.lines.map(({ code }) => code).join()}` : one.name))

test('a file that ends every process that reads it is told alone, with what to do; all others are checked, and know each other', async () => {
  const { start, over } = brought((errand) => isOf(errand, 6) || isTaking(errand, 6), 'killed')
  const checked = await checkFiles(inputs, trust(), start)
  expect(saidOf(checked[6])).toEqual([['CHECK_BROKE_OFF', 'process-ended']])
  expect(checked[6]).toMatchObject({ name: 'tep-6.pdf', report: { overall: 'CHUA_DU_CO_SO', signing: 'unreadable' } })
  const others = toldOf(expected).filter((_, at) => at !== 6)
  expect(toldOf(checked).filter((_, at) => at !== 6)).toEqual(others)
  await expect.poll(over).toBeGreaterThan(3)
}, 90_000)

test('a file at which a process stays for ever is told in the same way', async () => {
  const patience = { begin: 20_000, file: 1_500, perTaken: 1_000, bag: 1_500 }
  const checked = await checkFiles(inputs, trust(), brought((errand) => isOf(errand, 9), 'stuck').start, { patience })
  expect(saidOf(checked[9])).toEqual([['CHECK_BROKE_OFF', 'check-takes-too-long']])
  expect(toldOf(checked).filter((_, at) => at !== 9)).toEqual(toldOf(expected).filter((_, at) => at !== 9))
}, 90_000)

test('where no process can be had the check is done here', async () => {
  const none: StartHelper = () => ({
    send: () => undefined,
    onMessage: () => undefined,
    onExit: (listener) => void setImmediate(listener),
    kill: () => undefined,
  })
  expect(await checkFiles(inputs, trust(), none)).toEqual(expected)
})

test('what is no file, may not be read, or leads nowhere is told for itself, and the rest is checked', async () => {
  const odd = mkdtempSync(join(folder, 'la-'))
  const path = (name: string) => join(odd, name)
  mkdirSync(path('thu-muc.pdf'))
  symlinkSync(path('vong.pdf'), path('vong.pdf'))
  symlinkSync('/dev/zero', path('khong-day.pdf'))
  execFileSync('mkfifo', [path('ong.pdf')])
  writeFileSync(path('rong.pdf'), '')
  const names = ['thu-muc.pdf', 'vong.pdf', 'khong-day.pdf', 'ong.pdf', 'mat.pdf', 'rong.pdf']
  const first = inputs[0]
  if (!first) throw new Error('no file')
  const some = [...names.map((name) => ({ name, path: path(name) })), first]
  const many = [...some, ...inputs]
  for (const list of [some, many]) {
    const checked = await checkFiles(list, trust(), watched().start)
    expect(checked.slice(0, 6).map((one) => saidOf(one)[0])).toEqual([
      ['FILE_UNREADABLE', 'file-not-plain'],
      ['FILE_UNREADABLE', 'file-link-loop'],
      ['FILE_UNREADABLE', 'file-not-plain'],
      ['FILE_UNREADABLE', 'file-not-plain'],
      ['FILE_UNREADABLE', 'file-gone'],
      ['FILE_NOT_COMPARED', undefined],
    ])
    expect(checked[6]).toMatchObject({ report: { signing: 'complete' } })
  }
})

test('a stop ends both at once, with its own reason', async () => {
  const stopper = new AbortController()
  const { start, over } = watched((_, told) => told === 4 && stopper.abort(new Error('dừng')))
  await expect(checkFiles(inputs, trust(), start, { work: { ...unwatched, signal: stopper.signal } })).rejects.toThrow('dừng')
  await expect.poll(over).toBe(2)
})
