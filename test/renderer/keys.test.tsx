// Keys: none of them a letter, none of them the browser's, all of them listed; and the palette that finds everything by a few letters.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { everywhere, onScreen, shortcutsOn, strokesOf } from '../../renderer/keys/shortcuts.ts'
import { type Stroke, sayStroke } from '../../renderer/keys/stroke.ts'
import { en } from '../../renderer/messages/en.ts'
import { vi } from '../../renderer/messages/vi.ts'
import type { Route } from '../../renderer/route.ts'
import { approved } from '../support/appointment.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { places } from './places.ts'
import { showApp } from './show.tsx'

const opened = () => approved('RB2026')
const screens: readonly Route['at'][] = ['home', 'open', 'case', 'meeting', 'count', 'paper', 'sign', 'check', 'office', 'settings', 'help']
const hashes = [...places, '#/help/hrOfficer']

afterEach(() => localStorage.clear())

/** What a key press did: was it taken, and where are we now. */
function press(code: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean; isComposing?: boolean } = {}): boolean {
  const key = code.replace(/^Key|^Digit/, '').toLowerCase()
  return !fireEvent.keyDown(document.activeElement ?? document.body, { code, key, ...held })
}

/** The browser's own, and what input methods eat: never ours (design.md 6). */
const leftAlone: readonly Stroke[] = ['F3', 'F5', 'F7', 'F10', 'F11', 'F12', 'Ctrl+KeyN', 'Ctrl+KeyT', 'Ctrl+KeyW']

/** A key that writes something by itself: Telex and VNI need every one of them. */
const isWriting = (stroke: Stroke): boolean => /^(Shift\+)?(Key[A-Z]|Bracket(Left|Right))$/.test(stroke)

describe('the table of shortcuts', () => {
  test('has no single letter, and nothing the browser keeps for itself', () => {
    for (const { name, ...one } of [...everywhere, ...Object.values(onScreen).flat()]) {
      for (const stroke of strokesOf({ name, ...one })) {
        expect(isWriting(stroke), name).toBe(false)
        expect(leftAlone, name).not.toContain(stroke)
      }
    }
  })

  test.each(screens)('gives each key of %s one meaning', (at) => {
    const strokes = shortcutsOn(at).flatMap(strokesOf)
    expect(new Set(strokes).size).toBe(strokes.length)
  })

  test('a meeting keeps F6 and Esc for itself', () => {
    const names = shortcutsOn('meeting').map(({ name }) => name)
    expect(names).not.toContain('nextSheet')
    expect(names).not.toContain('out')
  })
})

const letters = Array.from({ length: 26 }, (_, index) => `Key${String.fromCharCode(65 + index)}`)

test.each(hashes)('on %s letters write and the keys of the browser stay free', async (hash) => {
  const office = memoryOffice(opened())
  showApp(office, hash)
  await screen.findByRole('heading', { level: 1 })
  const asked = office.orders.length
  for (const code of [...letters, 'BracketLeft', 'BracketRight']) {
    expect(press(code), code).toBe(false)
    expect(press(code, { shiftKey: true }), code).toBe(false)
  }
  for (const code of ['F3', 'F5', 'F7', 'F10', 'F11', 'F12']) expect(press(code), code).toBe(false)
  for (const code of ['KeyN', 'KeyT', 'KeyW']) expect(press(code, { ctrlKey: true }), code).toBe(false)
  expect(window.location.hash).toBe(hash)
  expect(office.orders).toHaveLength(asked)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a key of a word being composed does nothing', async () => {
  showApp(memoryOffice(opened()))
  await screen.findByRole('heading', { level: 1 })
  press('KeyK', { ctrlKey: true, isComposing: true })
  fireEvent.keyDown(document.body, { code: 'KeyK', ctrlKey: true, keyCode: 229 })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('F1 lists every key of the screen, F1 again leads to help', async () => {
  const { user } = showApp(memoryOffice(opened()))
  await screen.findByRole('heading', { level: 1 })
  await user.keyboard('[F1]')
  const list = await screen.findByRole('dialog', { name: 'Phím của trang này' })
  for (const { name, strokes } of shortcutsOn('home')) {
    const line = within(list).getByText(vi.shortcut[name]).parentElement
    for (const stroke of strokes) expect(line).toHaveTextContent(sayStroke(stroke))
  }
  await user.keyboard('[F1]')
  expect(await screen.findByRole('heading', { level: 1, name: 'Trợ giúp' })).toBeInTheDocument()
  expect(screen.queryByRole('dialog')).toBeNull()
})

describe('the palette', () => {
  test('finds a case by words without marks and goes there', async () => {
    const { user } = showApp(memoryOffice(opened()))
    await screen.findByRole('heading', { level: 1, name: 'Việc của tôi' })
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox', { name: 'Tìm hồ sơ, văn bản, việc' }), 'pho giam doc')
    const found = await screen.findByRole('group', { name: 'Hồ sơ' })
    expect(within(found).getAllByRole('option')[0]).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(window.location.hash).toBe(`#/case/${caseId}`))
  })

  test('offers what can be pressed on the screen, and presses it', async () => {
    const { user } = showApp(memoryOffice(opened()), `#/case/${caseId}`)
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox', { name: 'Tìm hồ sơ, văn bản, việc' }), 'huy ho so')
    await user.click(await screen.findByRole('option', { name: /^Hủy hồ sơ/ }))
    expect(await screen.findByRole('region', { name: 'Hủy hồ sơ' })).toBeInTheDocument()
  })

  test('finds people of the registry with the post that tells them apart, and the pages around them', async () => {
    const people = [
      { personId: 'an', name: 'Trần Quốc An', posts: [{ title: 'Chuyên viên', unit: 'Phòng Kế hoạch', above: 'Sở Tài chính' }] },
    ]
    const { user } = showApp(memoryOffice(opened(), { people: people as never }))
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    const box = await screen.findByRole('combobox', { name: 'Tìm hồ sơ, văn bản, việc' })
    await user.type(box, 'nhap xuat')
    expect(await screen.findByRole('option', { name: 'Cán bộ: Nhập, xuất, báo cáo' })).toBeInTheDocument()
    await user.clear(box)
    await user.type(box, 'tran an')
    const found = await screen.findByRole('group', { name: 'Cán bộ' })
    await user.click(within(found).getByRole('option', { name: /Trần Quốc An\s*Chuyên viên, Phòng Kế hoạch, Sở Tài chính/ }))
    await waitFor(() => expect(window.location.hash).toBe('#/person/an'))
  })

  test('Esc shuts it and gives the focus back', async () => {
    const { user } = showApp(memoryOffice(opened()))
    const search = await screen.findByRole('textbox')
    search.focus()
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('combobox', { name: 'Tìm hồ sơ, văn bản, việc' })
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(search).toHaveFocus()
    expect(window.location.hash).toBe('#/home')
  })

  test('speaks English too', async () => {
    const { user } = showApp(memoryOffice(opened()), '#/home', 'en')
    await screen.findByRole('heading', { level: 1, name: 'My work' })
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox', { name: 'Find cases, papers, acts' }), en.role.countingTeam)
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: en.role.countingTeam })).toBeInTheDocument()
  })
})

test('Ctrl and a digit go to the sections in the order of the masthead', async () => {
  const { user } = showApp(memoryOffice(opened()))
  await screen.findByRole('heading', { level: 1 })
  const sections = within(screen.getByRole('navigation', { name: 'Chính' })).getAllByRole('button')
  const check = sections.findIndex((one) => one.textContent === 'Kiểm tra hồ sơ') + 1
  await user.keyboard(`{Control>}${check}{/Control}`)
  await waitFor(() => expect(window.location.hash).toBe('#/check'))
})

test('F6 goes from sheet to sheet and round, Esc out of a box, then out of the screen', async () => {
  const { user } = showApp(memoryOffice(opened()), '#/open')
  const questions = await screen.findByRole('region', { name: 'Câu hỏi' })
  await user.keyboard('[F6]')
  expect(within(questions).getByRole('heading', { level: 2 })).toHaveFocus()
  await user.keyboard('[F6][F6]')
  expect(within(questions).getByRole('heading', { level: 2 })).toHaveFocus()
  await user.click(within(questions).getByLabelText('Chức danh'))
  await user.keyboard('{Escape}')
  expect(within(questions).getByRole('heading', { level: 2 })).toHaveFocus()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(window.location.hash).toBe('#/home'))
})

test('the text grows and shrinks by keys, and the choice is kept on this PC', async () => {
  const { user } = showApp(memoryOffice(opened()))
  await screen.findByRole('heading', { level: 1 })
  press('Equal', { ctrlKey: true })
  expect(document.documentElement.style.fontSize).toBe('112%')
  press('NumpadAdd', { ctrlKey: true })
  expect(document.documentElement.style.fontSize).toBe('125%')
  expect(localStorage.getItem('tien-cu.settings')).toContain('125')
  press('Digit0', { ctrlKey: true })
  expect(document.documentElement.style.fontSize).toBe('100%')
  await user.keyboard('x')
})
