// The seal button: an act goes on record in two beats, and never by accident.
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { SealButton } from '../../renderer/parts/seal-button.tsx'
import { show } from './show.tsx'

afterEach(() => vi.useRealTimers())

const sentence = 'Phát 23 phiếu cho 23 người có mặt.'
const seal = () => screen.getByRole('button')

test('the first press shows the sentence that will be recorded, the second records', async () => {
  const onRecord = vi.fn()
  const { user } = show(<SealButton label="Phát phiếu" sentence={sentence} onRecord={onRecord} />)
  await user.click(seal())
  expect(onRecord).not.toHaveBeenCalled()
  expect(screen.getByRole('status')).toHaveTextContent(sentence)
  expect(seal()).toHaveAccessibleName(/Nhấn lần nữa để ghi/)
  await user.keyboard('{Enter}')
  expect(onRecord).toHaveBeenCalledTimes(1)
})

test('Ctrl Enter arms from anywhere in the form', async () => {
  const onRecord = vi.fn()
  const { user } = show(
    <>
      <input aria-label="ô" />
      <SealButton label="Phát phiếu" sentence={sentence} onRecord={onRecord} />
    </>,
  )
  await user.type(screen.getByLabelText('ô'), 'x')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(onRecord).not.toHaveBeenCalled()
  expect(seal()).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(onRecord).toHaveBeenCalledTimes(1)
})

test('Esc disarms', async () => {
  const onRecord = vi.fn()
  const { user } = show(<SealButton label="Phát phiếu" sentence={sentence} onRecord={onRecord} />)
  await user.click(seal())
  await user.keyboard('{Escape}')
  expect(seal()).toHaveAccessibleName(/Phát phiếu/)
  expect(screen.queryByText(sentence, { exact: false })).toBeNull()
})

test('ten seconds disarm', () => {
  vi.useFakeTimers()
  show(<SealButton label="Phát phiếu" sentence={sentence} onRecord={vi.fn()} />)
  fireEvent.click(seal(), { detail: 1 })
  expect(seal()).toHaveAccessibleName(/Nhấn lần nữa/)
  act(() => vi.advanceTimersByTime(10_000))
  expect(seal()).toHaveAccessibleName(/Phát phiếu/)
})

test('a double click arms and records nothing', () => {
  const onRecord = vi.fn()
  show(<SealButton label="Phát phiếu" sentence={sentence} onRecord={onRecord} />)
  fireEvent.click(seal(), { detail: 1 })
  fireEvent.click(seal(), { detail: 2 })
  expect(onRecord).not.toHaveBeenCalled()
})

test('a shut seal can be pressed and says why; it never records', async () => {
  const onRecord = vi.fn()
  const onShut = vi.fn()
  const { user } = show(<SealButton label="Phát phiếu" sentence={sentence} onRecord={onRecord} isShut onShut={onShut} />)
  expect(seal()).toHaveAttribute('aria-disabled', 'true')
  await user.click(seal())
  await user.click(seal())
  expect(onShut).toHaveBeenCalledTimes(2)
  expect(onRecord).not.toHaveBeenCalled()
})

test('an unfinished draft does not arm', async () => {
  const onRecord = vi.fn()
  const { user } = show(<SealButton label="Phát phiếu" sentence={sentence} onRecord={onRecord} mayArm={() => false} />)
  await user.click(seal())
  await user.keyboard('{Enter}')
  expect(onRecord).not.toHaveBeenCalled()
})
