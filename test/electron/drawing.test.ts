// The drawing workers: each draws its share and goes, no drawing is lost between two of them, and a dead one takes only its own along.
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { findAssets } from '../../electron/places.ts'
import { startDrawing } from '../../electron/services/drawing.ts'

const assets = findAssets()
const size = { width: 198, height: 76 }
const source = new URL('../../electron/services/typeset-worker.ts', import.meta.url)

function table(perWorker: number) {
  const workers: Worker[] = []
  let ended = 0
  const hire = (): Worker => {
    const worker = new Worker(source, { workerData: assets })
    worker.on('exit', () => {
      ended += 1
    })
    workers.push(worker)
    return worker
  }
  const drawing = startDrawing(assets, { perWorker, hire })
  onTestFinished(() => drawing.close())
  const stamp = async (words: string): Promise<Uint8Array> => {
    const drawn = await drawing.stamp([words], size, '2026-09-15')
    if (!drawn.ok) throw new Error(JSON.stringify(drawn.refusal))
    return drawn.value
  }
  return { workers, stamp, ended: () => ended }
}

test('a worker that has drawn its share makes room for a fresh one, and draws the same', async () => {
  const { workers, stamp, ended } = table(2)
  const one = await stamp('Ký bởi: Nguyễn Văn Ánh')
  const others = await Promise.all([1, 2, 3].map(() => stamp('Ký bởi: Nguyễn Văn Ánh')))
  expect(workers).toHaveLength(2)
  for (const other of others) expect(other).toEqual(one)
  await expect.poll(ended).toBe(2)
})

test('drawings under way in a worker that dies fail, and the next one is drawn by another', async () => {
  const { workers, stamp } = table(50)
  const first = await stamp('Ký lần 1')
  const lost = stamp('Ký lần 2')
  const [worker] = workers
  await Promise.all([expect(lost).rejects.toThrow('the drawing worker ended'), worker?.terminate()])
  expect(await stamp('Ký lần 1')).toEqual(first)
  expect(workers).toHaveLength(2)
})
