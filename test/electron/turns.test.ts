// Who is at the file when: orders in turn, questions beside them, a long recording alone.
import { setImmediate as breathe } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { turns } from '../../electron/services/turns.ts'

/** Work that begins, waits to be let go, and ends: what happened is told in order. */
function watched() {
  const told: string[] = []
  const gates = new Map<string, () => void>()
  const work = (name: string) => async () => {
    told.push(`${name} begins`)
    await new Promise<void>((done) => gates.set(name, done))
    told.push(`${name} ends`)
    return name
  }
  return { told, work, letGo: (name: string) => gates.get(name)?.() }
}
const settled = async () => {
  for (let i = 0; i < 5; i++) await breathe()
}
const never = new AbortController().signal

test('orders go one after another, also behind one that fails; questions do not wait for them', async () => {
  const { told, work, letGo } = watched()
  const { order, question } = turns()
  const failing = order(() => Promise.reject(new Error('hỏng')))
  const first = order(work('first'))
  const second = order(work('second'))
  const asked = question(work('asked'))
  await expect(failing).rejects.toThrow('hỏng')
  await settled()
  expect(told).toEqual(['asked begins', 'first begins'])
  for (const name of ['first', 'asked']) letGo(name)
  await settled()
  letGo('second')
  expect(await Promise.all([first, second, asked])).toEqual(['first', 'second', 'asked'])
  expect(told.indexOf('first ends')).toBeLessThan(told.indexOf('second begins'))
})

test('what is done alone waits for the questions under way, and those that come meanwhile wait for it, however it ends', async () => {
  const { told, work, letGo } = watched()
  const { alone, question } = turns()
  const early = [question(work('one')), question(work('two'))]
  const recording = alone(never, work('recording')).then(() => Promise.reject(new Error('hỏng')))
  letGo('one')
  await settled()
  expect(told).toEqual(['one begins', 'two begins', 'one ends'])
  letGo('two')
  await settled()
  const late = question(work('late'))
  await settled()
  expect(told.at(-1)).toBe('recording begins')
  letGo('recording')
  await expect(recording).rejects.toThrow('hỏng')
  await settled()
  expect(told.slice(-2)).toEqual(['recording ends', 'late begins'])
  letGo('late')
  expect(await Promise.all([...early, late])).toEqual(['one', 'two', 'late'])
})

test('a question asked in the very first step of what is done alone waits for its end', async () => {
  const { told, work, letGo } = watched()
  const { alone, question } = turns()
  let asked: Promise<unknown> | undefined
  const recording = alone(never, () => {
    asked = question(work('asked'))
    return work('recording')()
  })
  await settled()
  expect(told).toEqual(['recording begins'])
  letGo('recording')
  await recording
  await settled()
  expect(told).toEqual(['recording begins', 'recording ends', 'asked begins'])
  letGo('asked')
  expect(await asked).toBe('asked')
})

test("whoever gives up waiting to be alone never begins, and stands in nobody's way", async () => {
  const { told, work, letGo } = watched()
  const { alone, question } = turns()
  const stopper = new AbortController()
  const asked = question(work('asked'))
  const recording = alone(stopper.signal, work('recording'))
  stopper.abort(new Error('thôi'))
  await expect(recording).rejects.toThrow('thôi')
  const next = question(work('next'))
  await settled()
  for (const name of ['asked', 'next']) letGo(name)
  await Promise.all([asked, next])
  expect(told).not.toContain('recording begins')
  // Asked to stop before it came to wait at all.
  const last = question(work('last'))
  await expect(alone(stopper.signal, work('recording'))).rejects.toThrow('thôi')
  letGo('last')
  await last
})
