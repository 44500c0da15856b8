// How the screens look on this PC: each choice is seen at once on the page itself, kept for tomorrow, and read back piece by piece.
import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { rowHeightOf, setSettings, settingsKey, settingsNow, settingsOf } from '../../renderer/settings.ts'
import { Play } from '../support/play.ts'
import { memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const page = document.documentElement
const kept = (): unknown => JSON.parse(localStorage.getItem(settingsKey) ?? 'null')
const settings = (language: 'vi' | 'en' = 'vi') => showApp(memoryOffice(new Play('2026-09-07T08:00:00+07:00')), '#/settings', language)
/** These are all the choices there are. */
function offers(group: HTMLElement, names: readonly string[]): void {
  for (const name of names) expect(within(group).getByRole('radio', { name })).toBeInTheDocument()
  expect(within(group).getAllByRole('radio')).toHaveLength(names.length)
}
beforeEach(() => setSettings({ language: 'vi', theme: 'light', textSize: 100, density: 'usual' }))

describe('the settings of this PC', () => {
  test.each([
    ['tối', 'dark', 'dark', 'usual'],
    ['tương phản cao', 'contrast', 'dark', 'high'],
    ['sáng', 'light', 'light', 'usual'],
  ] as const)('theme %s is worn by the whole page at once and kept', async (name, theme, scheme, contrast) => {
    const { user } = settings()
    await user.click(within(await screen.findByRole('radiogroup', { name: 'Nền' })).getByRole('radio', { name }))
    expect(page.style.colorScheme).toBe(scheme)
    expect(page.dataset.contrast).toBe(contrast)
    expect(settingsNow().theme).toBe(theme)
    expect(kept()).toMatchObject({ theme })
    expect(screen.getByText('Nếu Windows đang bật chế độ tương phản cao, màn hình theo Windows.')).toBeInTheDocument()
  })

  test('text size and row spacing change the page and the height of rows', async () => {
    const { user } = settings()
    const size = await screen.findByRole('radiogroup', { name: 'Cỡ chữ' })
    offers(size, ['100%', '112%', '125%', '150%'])
    await user.click(within(size).getByRole('radio', { name: '150%' }))
    expect(page.style.fontSize).toBe('150%')
    expect(rowHeightOf(40, settingsNow())).toBe(60)
    await user.click(within(screen.getByRole('radiogroup', { name: 'Khoảng cách dòng' })).getByRole('radio', { name: 'rộng' }))
    expect(page.dataset.density).toBe('wide')
    expect(rowHeightOf(40, settingsNow())).toBe(68)
    expect(kept()).toMatchObject({ textSize: 150, density: 'wide' })
  })

  test('the language is chosen here too, and everything after it is English', async () => {
    const { user } = settings()
    await user.click(await screen.findByRole('radio', { name: 'English' }))
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeInTheDocument()
    expect(page.lang).toBe('en')
    const theme = screen.getByRole('radiogroup', { name: 'Theme' })
    offers(theme, ['light', 'dark', 'high contrast'])
    expect(screen.getByRole('radiogroup', { name: 'Row spacing' })).toBeInTheDocument()
    expect(screen.getByRole('radiogroup', { name: 'Text size' })).toBeInTheDocument()
  })

  test('what is kept is read piece by piece: a piece nobody can read is as usual, the others stand', () => {
    expect(settingsOf(JSON.stringify({ theme: 'dark', textSize: 999, density: 'wide' }))).toEqual({
      language: 'vi',
      theme: 'dark',
      textSize: 100,
      density: 'wide',
    })
    for (const broken of [null, '', '{', '7', 'null', '[]'])
      expect(settingsOf(broken)).toEqual({ language: 'vi', theme: 'light', textSize: 100, density: 'usual' })
  })

  test('another window of this PC follows', async () => {
    settings()
    await screen.findByRole('radiogroup', { name: 'Nền' })
    localStorage.setItem(settingsKey, JSON.stringify({ theme: 'dark' }))
    window.dispatchEvent(new StorageEvent('storage', { key: settingsKey }))
    expect(page.style.colorScheme).toBe('dark')
  })
})
