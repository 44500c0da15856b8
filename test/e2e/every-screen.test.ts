// Every screen of the sample province in every theme and both languages: axe finds nothing, nothing scrolls sideways, the focus stands somewhere.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { archivedCase, guidedCase } from '../../workflows/sample/province-cases.ts'
import { type App, startApp } from './support/app.ts'
import { look } from './support/look.ts'

const screens: Readonly<Record<string, string>> = {
  home: '#/home',
  open: '#/open',
  case: `#/case/${guidedCase}`,
  meeting: `#/meeting/${guidedCase}`,
  archived: `#/case/${archivedCase}`,
  people: '#/people',
  'new-person': '#/new-person',
  records: '#/records',
  planning: '#/planning',
  import: '#/import',
  sign: '#/sign',
  check: '#/check',
  office: '#/office',
  settings: '#/settings',
  help: '#/help',
  'help-role': '#/help/hrOfficer',
  'help-task': '#/help/case',
}

let app: App
beforeAll(async () => {
  app = await startApp('2026-12-01T08:00:00+07:00')
})
afterAll(() => app?.close())

const goTo = async (hash: string) => {
  await app.page.evaluate((to) => {
    location.hash = to
  }, hash)
  await app.page.waitForTimeout(200)
  await app.page.locator('main h1').first().waitFor({ state: 'attached' })
}

test('the first screen offers the sample province and leads into it', async () => {
  const { page } = app
  await look(page, 'first-run')
  await page.getByRole('button', { name: 'Mở tỉnh mẫu' }).click()
  const tour = page.getByRole('complementary', { name: 'Xem qua ứng dụng' })
  await tour.getByRole('heading', { name: 'Việc của tôi' }).waitFor()
  await look(page, 'tour')
  for (let at = 1; at < 9; at++) {
    await tour.getByRole('button', { name: 'Tiếp' }).click()
    await tour.getByText(`chặng ${at + 1}/9`).waitFor()
    await page.locator('[data-toured]').first().waitFor()
  }
  await tour.getByRole('button', { name: 'Xong' }).click()
  await tour.waitFor({ state: 'detached' })
})

describe('looked at in every theme', () => {
  test.each(Object.entries(screens))('%s', async (name, hash) => {
    await goTo(hash)
    await look(app.page, `every-${name}`)
    expect(await app.page.evaluate(() => document.activeElement === document.body)).toBe(false)
  })

  test('the palette and the keys', async () => {
    await goTo('#/home')
    await app.page.keyboard.press('Control+k')
    await app.page.getByRole('combobox', { name: 'Tìm hồ sơ, văn bản, việc' }).fill('pho giam doc')
    await app.page.getByRole('group', { name: 'Hồ sơ' }).waitFor()
    await look(app.page, 'every-palette')
    await app.page.keyboard.press('Escape')
    await app.page.keyboard.press('F1')
    await app.page.getByRole('dialog', { name: 'Phím của trang này' }).waitFor()
    await look(app.page, 'every-keys')
    await app.page.keyboard.press('Escape')
  })
})

test('no screen scrolls sideways with text at 150 %', async () => {
  const { page } = app
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+Equal')
  for (const [name, hash] of Object.entries(screens)) {
    await goTo(hash)
    const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }))
    expect.soft(wide, name).toBeLessThanOrEqual(seen)
  }
  await page.keyboard.press('Control+0')
})

test('every screen speaks English, and keeps to forced colours', async () => {
  const { page } = app
  await page.getByRole('button', { name: 'Switch to English' }).click()
  await page.emulateMedia({ forcedColors: 'active' })
  for (const [name, hash] of Object.entries(screens)) {
    await goTo(hash)
    // Names, posts and units of the case are data and stay Vietnamese; the words of the app must not.
    const ours = await page.evaluate(() =>
      [...document.querySelectorAll('main button, main label, main h2, main th, main legend')].map((one) => one.textContent ?? ''),
    )
    expect.soft(ours.length, name).toBeGreaterThan(0)
    expect
      .soft(
        ours.filter((text) => /(^| )(của|được|không|chưa|việc|hồ sơ|ngày|người)( |$)/i.test(text)),
        name,
      )
      .toEqual([])
  }
  await page.emulateMedia({ forcedColors: 'none' })
  expect(app.faults).toEqual([])
})
