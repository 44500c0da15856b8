// A look at a screen: no axe violation in light, dark or high contrast, and pictures kept.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Settings, ThemeName } from '../../../renderer/settings.ts'

/** `settingsKey` of the screens; read here without their window. */
const settingsKey = 'tien-cu.settings'
const root = join(import.meta.dirname, '..', '..', '..')
const kept = join(root, 'out', 'e2e')
/** Every theme is looked at; the screen is left light. A violation fails the test without stopping it. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForFunction(hasSettled, undefined, { polling: 50 })
  if (process.env.SHOTS || process.env.PICTURES) return shots(page, name)
  await violations(page, `${name}, light`)
  await picture(page, name)
  await wear(page, 'dark')
  await violations(page, `${name}, dark`)
  await picture(page, `${name}-dark`)
  await wear(page, 'contrast')
  await violations(page, `${name}, high contrast`)
  await wear(page, 'light')
}

declare global {
  interface Window {
    /** The heading a look found, and since when it stands. */
    heading?: { readonly of: Element | null; readonly since: number }
  }
}

/** Another person at work, another screen: until it has been asked for there is nothing to look at. Runs in the page, again and again. */
function hasSettled(): boolean {
  const of = document.querySelector('h1')
  if (window.heading === undefined || window.heading.of !== of) window.heading = { of, since: performance.now() }
  return of !== null && performance.now() - window.heading.since > 150
}

/** As if the settings had been changed in another window: this one follows. */
const change = (page: Page, settings: Partial<Settings>): Promise<void> =>
  page.evaluate(
    ([key, settings]) => {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
      localStorage.setItem(key, JSON.stringify({ ...(typeof kept === 'object' ? kept : {}), ...settings }))
      window.dispatchEvent(new StorageEvent('storage', { key }))
    },
    [settingsKey, settings] as const,
  )

export async function wear(page: Page, theme: ThemeName): Promise<void> {
  await change(page, { theme })
  const scheme = theme === 'light' ? 'light' : 'dark'
  await page.locator(`html[data-mantine-color-scheme="${scheme}"][data-contrast="${theme === 'contrast' ? 'high' : 'usual'}"]`).waitFor()
}

/** The whole screen, as tall as it is: what sticks to an edge sticks to its own. */
async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(kept, { recursive: true })
  const size = page.viewportSize()
  // Twice: words that are sized by the window grow with it.
  for (const _ of size === null ? [] : [1, 2]) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    if (size !== null && height > size.height) await page.setViewportSize({ ...size, height })
  }
  await page.screenshot({ path: join(kept, `${name}.png`), animations: 'disabled' })
  if (size !== null) await page.setViewportSize(size)
}

/** A screen that has one look of its own: the hall, or a seal that is armed only for a moment. */
export async function glance(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await keep(page, 'shots', name)
  else if (process.env.PICTURES) await keep(page, 'pictures', name)
  else await violations(page, name)
}

/** The sizes of screens people have, each theme and each language at least once: what `SHOTS=1` keeps in out/shots, to be looked at by a person. */
const sights = [
  { width: 1366, height: 768, theme: 'light', language: 'vi' },
  { width: 1366, height: 768, theme: 'dark', language: 'en' },
  { width: 1920, height: 1080, theme: 'light', language: 'en' },
  { width: 1920, height: 1080, theme: 'dark', language: 'vi' },
  { width: 1366, height: 768, theme: 'contrast', language: 'vi' },
] as const
/** What `npm run pictures` chooses from. */
const plain = [
  { width: 1366, height: 768, theme: 'light', language: 'en' },
  { width: 1366, height: 768, theme: 'light', language: 'vi' },
] as const

async function shots(page: Page, name: string): Promise<void> {
  const size = page.viewportSize()
  for (const { width, height, theme, language } of process.env.SHOTS ? sights : plain) {
    await page.setViewportSize({ width, height })
    await change(page, { language })
    await wear(page, theme)
    await page.locator(`html[lang="${language}"]`).waitFor()
    if (process.env.SHOTS) await keep(page, 'shots', `${name}-${width}-${theme}-${language}`)
    else await keep(page, 'pictures', language === 'vi' ? name : `${name}-${language}`)
  }
  await change(page, { language: 'vi' })
  await wear(page, 'light')
  if (size !== null) await page.setViewportSize(size)
}

async function keep(page: Page, where: 'shots' | 'pictures', name: string): Promise<void> {
  const folder = join(root, 'out', where)
  mkdirSync(folder, { recursive: true })
  // The PDF viewer of the browser says nothing when it has drawn.
  await page.waitForTimeout((await page.locator('iframe').count()) > 0 ? 2000 : 120)
  // A form that was filled in shows from its head, but for what only stands further down.
  if (where === 'pictures' && !name.includes('-why')) await page.evaluate(() => scrollTo(0, 0))
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', fullPage: where === 'shots' })
}

async function violations(page: Page, where: string): Promise<void> {
  // One frame is ours, and the PDF viewer is a part of the browser: what the other mode does for frames of strangers takes three times as long.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').setLegacyMode().analyze()
  const said = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect.soft(said, where).toEqual([])
}
