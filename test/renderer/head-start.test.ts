import { describe, expect, it } from 'vitest'
import { withHeadStart } from '../../renderer/head-start.ts'
import type { Change, Office, Question } from '../../workflows/office.ts'

/** An office that notes what it is asked and answers with the number of the asking, so that an old answer is told from a fresh one. */
function noting() {
  const asked: Question[] = []
  const listeners: ((change: Change) => void)[] = []
  const office = {
    ask: async (question: Question) => ({ ok: true, value: asked.push(question) }),
    dispatch: async () => ({ ok: true, value: {} }),
    onChange(listener: (change: Change) => void) {
      listeners.push(listener)
      return () => undefined
    },
  } as unknown as Office
  return { asked, office, tell: () => listeners.forEach((listener) => void listener({} as Change)) }
}

const session = { about: 'session' } as const
const cases = { about: 'cases', search: '', whose: 'mine', filter: {}, from: 0, count: 100 } as const

describe('the head start of the first screen', () => {
  it('asks the session and the first lines of the list before anybody asks for them, once', async () => {
    const { asked, office } = noting()
    const early = withHeadStart(office)
    expect(asked).toEqual([session, cases])
    expect(await early.ask(session)).toEqual({ ok: true, value: 1 })
    expect(await early.ask(cases)).toEqual({ ok: true, value: 2 })
    expect(asked).toHaveLength(2)
    expect(await early.ask(session)).toEqual({ ok: true, value: 3 })
  })

  it('gives no early answer to another question', async () => {
    const early = withHeadStart(noting().office)
    expect(await early.ask({ ...cases, search: 'a' })).toEqual({ ok: true, value: 3 })
  })

  it('drops its answers at an order and at a change from elsewhere', async () => {
    const ordered = withHeadStart(noting().office)
    await ordered.dispatch({ to: 'shell', act: { act: 'closeFile' } })
    expect(await ordered.ask(cases)).toEqual({ ok: true, value: 3 })
    const { office, tell } = noting()
    const changed = withHeadStart(office)
    tell()
    expect(await changed.ask(cases)).toEqual({ ok: true, value: 3 })
  })
})
