// The opened key of a sitting: whose it is, how long it lasts, and when it is gone.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sittingHolder, sittingIdleMinutes } from '../../electron/services/sitting.ts'

const opened = { keyId: 'file-1', operatorId: 'hr', startedAt: '2026-11-23T08:00:00+07:00', signer: null }
const minutes = (count: number) => count * 60_000
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('only the person who opened it signs with it, and only with that key', () => {
  const sitting = sittingHolder(() => undefined)
  expect(sitting.of('file-1', 'hr')).toBeNull()
  sitting.begin(opened)
  expect(sitting.of('file-1', 'hr')).toBe(opened)
  expect(sitting.of('file-1', 'other')).toBeNull()
  expect(sitting.of('file-2', 'hr')).toBeNull()
  sitting.end()
  expect(sitting.of('file-1', 'hr')).toBeNull()
})

test('it ends by itself after minutes without a signature; each signature starts them anew', () => {
  const ended = vi.fn()
  const sitting = sittingHolder(ended)
  sitting.begin(opened)
  vi.advanceTimersByTime(minutes(sittingIdleMinutes) - 1)
  sitting.noteSigned()
  expect(sitting.now()).toEqual({ keyId: 'file-1', startedAt: opened.startedAt, signed: 1 })
  vi.advanceTimersByTime(minutes(sittingIdleMinutes) - 1)
  expect(ended).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(ended).toHaveBeenCalledTimes(1)
  expect(sitting.now()).toBeNull()
  expect(sitting.of('file-1', 'hr')).toBeNull()
})

test('it tells how far it is as papers come and are signed, and nothing of another key or once it is over', () => {
  const sitting = sittingHolder(() => undefined)
  expect(sitting.progress()).toBeNull()
  sitting.begin(opened)
  sitting.noteWaiting('file-2', 9)
  sitting.noteWaiting('file-1', 3)
  expect(sitting.progress()).toEqual({ done: 0, of: 3 })
  sitting.noteSigned()
  expect(sitting.progress()).toEqual({ done: 1, of: 3 })
  // A colleague's signature brought one paper more.
  sitting.noteWaiting('file-1', 3)
  expect(sitting.progress()).toEqual({ done: 1, of: 4 })
  sitting.end()
  expect(sitting.progress()).toBeNull()
})
