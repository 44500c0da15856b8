// A look at a screen: no axe violation in light or dark, and a picture of each kept.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const kept = join(root, 'out', 'e2e')
const forReadme = join(root, 'docs', 'pictures')

/** The pictures of the README, taken anew by a run with `PICTURES=1`. */
const pictures: readonly string[] = [
  'open-case',
  'case-gate',
  'presentation',
  'ballot-gate',
  'count-typing',
  'outcome',
  'paper-signed',
  'check-valid',
]

/** Both schemes are looked at; the screen is left light. A violation fails the test without stopping it. */
export async function look(page: Page, name: string): Promise<void> {
  // Another person at work, another screen: until it has been asked for there is nothing to look at.
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await violations(page, `${name}, light`)
  if (process.env.PICTURES && pictures.includes(name)) {
    mkdirSync(forReadme, { recursive: true })
    await page.screenshot({ path: join(forReadme, `${name}.png`), animations: 'disabled' })
  }
  await picture(page, name)
  const dark = page.getByRole('button', { name: /^(Nền tối|Dark)/ })
  const light = page.getByRole('button', { name: /^(Nền sáng|Light)/ })
  await dark.click()
  await light.waitFor()
  await violations(page, `${name}, dark`)
  await picture(page, `${name}-dark`)
  await light.click()
  await dark.waitFor()
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

async function violations(page: Page, where: string): Promise<void> {
  // One frame is ours, and the PDF viewer is a part of the browser: what the other mode does for frames of strangers takes three times as long.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').setLegacyMode().analyze()
  const said = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect.soft(said, where).toEqual([])
}
