// Work that lasts: told of only when it does, stopped only while it may be, and a stop is an answer.
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { longWorks } from '../../electron/services/long-work.ts'
import { ok } from '../../workflows/core/result.ts'
import type { WorkView } from '../../workflows/long-work.ts'

function watched(everyMs?: number) {
  const told: WorkView[] = []
  return { told, works: longWorks((work) => told.push(work), everyMs) }
}
const said = (told: readonly WorkView[]) => told.map(({ done, of, stop, over }) => [`${done}/${of}`, stop, over].join(' ').trim())

describe('work that lasts', () => {
  test('is not told of when it is over in a moment', async () => {
    const { told, works } = watched()
    const done = await works.run('exportCase', async (work) => {
      for (let i = 0; i < 5; i++) await work.step(i, 5)
      await work.settle()
      return ok('xong')
    })
    expect([done, told]).toEqual([ok('xong'), []])
  })

  test('is told of step by step, and once more when it is over', async () => {
    const { told, works } = watched(0)
    await works.run('exportCase', async (work) => {
      for (let i = 0; i < 3; i++) await work.step(i, 3)
      await work.settle()
      return ok(null)
    })
    expect(said(told)).toEqual(['0/3 may', '1/3 may', '2/3 may', '2/3 late', '2/3 late done'])
  })

  test('is told of while it waits for somebody else and comes to no step', async () => {
    const { told, works } = watched(5)
    await works.run('backup', async () => {
      await wait(60)
      return ok(null)
    })
    expect(said(told)).toEqual(['0/0 may', '0/0 may done'])
  })

  test('the windows hear of a write that holds the thread before it does', async () => {
    const { told, works } = watched()
    await works.run('importRoster', async (work) => {
      await work.settle(true)
      expect(said(told)).toEqual(['0/0 late'])
      return ok(null)
    })
    expect(said(told).at(-1)).toBe('0/0 late done')
  })
})

describe('a stop', () => {
  test('ends the work at its next step, unwinds it, and is the answer', async () => {
    const { told, works } = watched(0)
    const undone: number[] = []
    const answer = await works.run('exportCase', async (work) => {
      try {
        for (let i = 0; i < 100; i++) {
          if (i === 3) works.stop(told[0]?.workId ?? '')
          await work.step(i, 100)
        }
      } catch (error) {
        undone.push(told.length)
        throw error
      }
      return ok(null)
    })
    expect(answer).toEqual({ ok: false, refusal: { code: 'work-stopped' } })
    expect(undone).toHaveLength(1)
    expect(said(told).slice(-2)).toEqual(['3/100 asked', '3/100 asked stopped'])
  })

  test('comes too late once it is written: the work goes on to its end', async () => {
    const { told, works } = watched(0)
    const answer = await works.run('sign', async (work) => {
      await work.step(0, 1)
      await work.settle()
      works.stop(told[0]?.workId ?? '')
      await work.step(1, 1)
      return ok('đã ký')
    })
    expect(answer).toEqual(ok('đã ký'))
    expect(work(told, 'asked')).toBe(0)
  })

  test('of another work leaves this one alone; closing the app stops every one', async () => {
    const { told, works } = watched(0)
    const run = (kind: 'backup' | 'exportCase') =>
      works.run(kind, async (work) => {
        for (let i = 0; i < 1000; i++) await work.step(i, 1000)
        return ok(kind)
      })
    const both = [run('backup'), run('exportCase')]
    await expect.poll(() => told.length, { interval: 1 }).toBeGreaterThan(4)
    const backup = told.find(({ kind }) => kind === 'backup')
    works.stop(backup?.workId ?? '')
    works.stop('w99')
    expect(await both[0]).toMatchObject({ refusal: { code: 'work-stopped' } })
    works.stopAll()
    expect((await both[1])?.ok).toBe(false)
  })

  test('does not hide a fault', async () => {
    const { told, works } = watched(0)
    const broken = works.run('backup', async (work) => {
      await work.step(0, 1).catch(() => undefined)
      works.stop(told[0]?.workId ?? '')
      throw new RangeError('disk')
    })
    await expect(broken).rejects.toThrow('disk')
    expect(told.at(-1)?.over).toBe('failed')
  })
})

const work = (told: readonly WorkView[], stop: WorkView['stop']): number => told.filter((one) => one.stop === stop).length
