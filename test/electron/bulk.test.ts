// Long jobs in a worker of their own: the same answer as here, an end at once when they are stopped, and a fault that says what it was.
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inBulk } from '../../electron/services/bulk.ts'
import { longWorks, unwatched } from '../../electron/services/long-work.ts'
import { ok } from '../../workflows/core/result.ts'
import type { WorkView } from '../../workflows/long-work.ts'

const files = new Map([['bagit.txt', new TextEncoder().encode('BagIt-Version: 1.0\n')]])

test('a worker packs the same bytes as this thread', async () => {
  const [here, there] = [await inBulk({ job: 'zip', files }, false, unwatched), await inBulk({ job: 'zip', files }, true, unwatched)]
  expect(Buffer.from(there).equals(here)).toBe(true)
  expect(Object.keys(unzipSync(there))).toEqual(['bagit.txt'])
})

test('a stop ends the worker in the middle of its job', async () => {
  const told: WorkView[] = []
  const works = longWorks((work) => told.push(work), 0)
  const much = new Map(Array.from({ length: 40 }, (_, i) => [`${i}`, crypto.getRandomValues(new Uint8Array(65_536))] as const))
  const big = new Map([...much].flatMap(([name, bytes]) => Array.from({ length: 60 }, (_, i) => [`${name} ${i}`, bytes] as const)))
  const begun = performance.now()
  const packing = works.run('exportBag', async (work) => ok(await inBulk({ job: 'zip', files: big }, true, work)))
  await expect.poll(() => told.length, { interval: 5 }).toBeGreaterThan(0)
  works.stop(told[0]?.workId ?? '')
  expect(await packing).toMatchObject({ refusal: { code: 'work-stopped' } })
  // 150 MB take many seconds to pack.
  expect(performance.now() - begun).toBeLessThan(8_000)
})

test('a fault of the job is thrown as it is', async () => {
  const nothing: never = undefined as never
  await expect(inBulk({ job: 'zip', files: nothing }, true, unwatched)).rejects.toThrow('undefined')
})
