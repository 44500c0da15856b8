// Questions of a screen: only the answer to the newest one counts, and a "no" is never taken for "there is nothing".
import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { DeskProvider } from '../../renderer/desk.tsx'
import { useAnswer } from '../../renderer/use-answer.ts'
import type { Change, Office, Question } from '../../workflows/office.ts'
import { Play } from '../support/play.ts'
import { memoryOffice } from './memory-office.ts'
import { show, showApp } from './show.tsx'

const day = '2026-09-07'
const searchOf = (question: Question): string => ('search' in question ? (question.search ?? '') : '')

/** An office whose answers come when the test says so. */
function slowOffice() {
  const waiting = new Map<string, (answer: unknown) => void>()
  const asked: string[] = []
  const listeners = new Set<(change: Change) => void>()
  const office = {
    ask: (question: Question) =>
      new Promise((done) => {
        asked.push(searchOf(question))
        waiting.set(searchOf(question), done)
      }),
    onChange(listener: (change: Change) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as Office
  const answer = (search: string) =>
    act(async () => waiting.get(search)?.({ ok: true, value: { units: [{ name: `đơn vị của "${search}"` }] } }))
  return { office, asked, listeners, answer, tell: (change: Change) => act(() => listeners.forEach((listener) => void listener(change))) }
}

const isOfRegistry = ({ stream }: Change): boolean => stream === 'registry'

function Found(props: { readonly search: string | null }) {
  const { answer, isOfThis } = useAnswer(props.search === null ? null : { about: 'units', day, search: props.search }, isOfRegistry)
  return <output>{`${answer?.units[0]?.name ?? 'chưa có'}${isOfThis ? '' : ' (cũ)'}`}</output>
}
function Typing() {
  const [search, setSearch] = useState<string | null>('a')
  return (
    <>
      <button type="button" onClick={() => setSearch('ab')}>
        gõ
      </button>
      <button type="button" onClick={() => setSearch(null)}>
        xóa
      </button>
      <Found search={search} />
    </>
  )
}
const within = (office: Office) =>
  show(
    <DeskProvider desk={{ office } as never}>
      <Typing />
    </DeskProvider>,
  )
const shown = () => screen.getByRole('status').textContent

test('an answer that comes after that to a newer question is not shown', async () => {
  const { office, answer } = slowOffice()
  const { user } = within(office)
  await user.click(screen.getByRole('button', { name: 'gõ' }))
  await answer('ab')
  expect(shown()).toBe('đơn vị của "ab"')
  await answer('a')
  expect(shown()).toBe('đơn vị của "ab"')
})

test('the old answer stands until the new one is there, and says that it is old', async () => {
  const { office, answer } = slowOffice()
  const { user } = within(office)
  expect(shown()).toBe('chưa có (cũ)')
  await answer('a')
  expect(shown()).toBe('đơn vị của "a"')
  await user.click(screen.getByRole('button', { name: 'gõ' }))
  expect(shown()).toBe('đơn vị của "a" (cũ)')
  await user.click(screen.getByRole('button', { name: 'xóa' }))
  await answer('ab')
  expect(shown()).toBe('đơn vị của "a" (cũ)')
})

test('it is asked anew by its own news alone, and by none once the screen is left', async () => {
  const { office, asked, listeners, tell } = slowOffice()
  const { unmount } = within(office)
  tell({ stream: 'case/1', version: 2 })
  expect(asked).toEqual(['a'])
  tell({ stream: 'registry', version: 2 })
  expect(asked).toEqual(['a', 'a'])
  unmount()
  expect(listeners.size).toBe(0)
})

test('where the keys cannot be told, the screen of signing says so and does not say that there are none', async () => {
  const fake = memoryOffice(new Play(`${day}T08:00:00+07:00`))
  const office: Office = {
    ...fake,
    ask: vi.fn((question) =>
      question.about === 'keys' ? Promise.reject(new Error('broken doorway')) : fake.ask(question),
    ) as Office['ask'],
  }
  showApp(office, '#/sign')
  expect(await screen.findByText(/E-DOORWAY/)).toBeInTheDocument()
  expect(screen.queryByText(/Chưa có khóa/)).toBeNull()
})
