// Many files are checked by two processes: the same answers as in one thread, in the order given; a process that dies is no verdict.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forkHelper, type Helper, type StartHelper } from '../../electron/helper.ts'
import { sampleRoot } from '../../electron/keys/sample-authority.ts'
import { checkFiles } from '../../electron/services/check-files.ts'
import { type CheckInput, takeFiles } from '../../electron/services/check-work.ts'
import { unwatched } from '../../electron/services/long-work.ts'
import { bytesOfRecord, checkedAt, drawn, sampleRecord, sha256, signedSteps, threeSigners } from '../records/making.ts'
import { makePki, type Pki } from '../support/pki.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiem-nhieu-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let pki: Pki
let inputs: readonly CheckInput[]
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
}, 60_000)

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
  const alone = await takeFiles(inputs, { ...trust(), sampleRoots: [sampleRoot] })
  const check = alone.checkWith(alone.atHand)
  const expected: unknown[] = []
  for (const at of inputs.keys()) expected.push(await check(at))
  expect(checked).toEqual(expected)
  const toldOf = (code: string) => checked.flatMap((one, at) => (JSON.stringify(one).includes(`"${code}"`) ? [at] : []))
  expect(toldOf('CHAIN_WHOLE')).toEqual([...inputs.keys()].filter((at) => at % 2 === 1 && at !== 5))
  expect([toldOf('NOT_PDF'), toldOf('DIGEST_MISMATCH')]).toEqual([[5], [17]])
  expect(steps).toEqual(Array.from({ length: 45 }, (_, done) => done))
  expect(flags).toEqual([['--no-opt'], ['--no-opt']])
  await expect.poll(over).toBe(2)
})

test('a process that dies in the middle fails the whole check and takes the other along: what it held is not passed over', async () => {
  let isFirst = true
  const { start, over } = watched((helper, told) => {
    // Its records, the word that it heard everybody's, two files.
    if (told !== 4 || !isFirst) return
    isFirst = false
    helper.kill()
  })
  await expect(checkFiles(inputs, trust(), start)).rejects.toThrow('ended before its time')
  await expect.poll(over).toBe(2)
})

test('a stop ends both at once, with its own reason', async () => {
  const stopper = new AbortController()
  const { start, over } = watched((_, told) => told === 3 && stopper.abort(new Error('dừng')))
  await expect(checkFiles(inputs, trust(), start, { work: { ...unwatched, signal: stopper.signal } })).rejects.toThrow('dừng')
  await expect.poll(over).toBe(2)
})
