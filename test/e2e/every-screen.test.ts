// Every screen of the sample province in every theme and both languages: axe finds nothing, nothing scrolls sideways, the focus stands somewhere.
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeParts } from '../../renderer/office-parts.ts'
import { tourStops } from '../../renderer/tour/steps.ts'
import { archivedCase, guidedCase } from '../../workflows/sample/province-cases.ts'
import { type App, startApp } from './support/app.ts'
import { watchFocus } from './support/focus-watch.ts'
import { look } from './support/look.ts'

const screens: Record<string, string> = {
  home: '#/home',
  open: '#/open',
  case: `#/case/${guidedCase}`,
  meeting: `#/meeting/${guidedCase}`,
  archived: `#/case/${archivedCase}`,
  people: '#/people',
  family: '#/family',
  'new-person': '#/new-person',
  records: '#/records',
  planning: '#/planning',
  count: `#/count/${guidedCase}`,
  import: '#/import',
  sign: '#/sign',
  check: '#/check',
  ...Object.fromEntries(officeParts.map((part) => [`office-${part}`, `#/office/${part}`])),
  settings: '#/settings',
  help: '#/help',
  'help-role': '#/help/hrOfficer',
  'help-task': '#/help/case',
}

let app: App
beforeAll(async () => {
  app = await startApp('2026-12-01T08:00:00+07:00')
  await watchFocus(app.page)
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
  // On the smallest screen, under a title bar and a task bar, the button of the form stands above the foot in both languages.
  const size = page.viewportSize()
  await page.setViewportSize({ width: 1366, height: 690 })
  for (const [button, other] of [
    ['Tạo tệp', 'Switch to English'],
    ['Make the file', 'Chuyển sang tiếng Việt'],
  ] as const) {
    const box = await page.getByRole('button', { name: button }).boundingBox()
    const foot = await page.getByRole('contentinfo').boundingBox()
    expect((box?.y ?? 9999) + (box?.height ?? 0), button).toBeLessThanOrEqual(foot?.y ?? 0)
    await page.getByRole('button', { name: other }).click()
  }
  if (size !== null) await page.setViewportSize(size)
  await page.getByRole('button', { name: 'Mở tỉnh mẫu' }).click()
  const tour = page.getByRole('complementary', { name: 'Xem qua ứng dụng' })
  await tour.getByRole('heading', { name: 'Việc của tôi' }).waitFor()
  await look(page, 'tour')
  // The box goes out of the way of whatever takes the focus under it.
  const under = page.getByRole('button', { name: 'Vào diễn tập' })
  await under.focus()
  await expect.poll(async () => ((await tour.boundingBox())?.x ?? 9999) < 100 || !(await overlap(tour, under))).toBe(true)
  expect(await overlap(tour, under)).toBe(false)
  for (let at = 1; at < tourStops.length; at++) {
    await tour.getByRole('button', { name: 'Tiếp' }).click()
    await tour.getByText(`chặng ${at + 1}/${tourStops.length}`).waitFor()
    await page.locator('[data-toured]').first().waitFor()
  }
  await tour.getByRole('button', { name: 'Xong' }).click()
  await tour.waitFor({ state: 'detached' })
})

async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()])
  if (a === null || b === null) return false
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** What the page itself would be answered. */
const office = <T>(does: 'ask' | 'dispatch', it: unknown): Promise<T> =>
  app.page.evaluate(
    ([does, it]) => (window as unknown as { readonly office: Record<string, (it: unknown) => Promise<never>> }).office[does]?.(it) as never,
    [does, it] as const,
  )
type Reply<T> = { readonly value: T }

test('a person, a unit, a paper and a nominee are there to be looked at', async () => {
  const add = async (command: unknown) => {
    const reply = await office<Reply<{ readonly registry: { readonly made: readonly string[] } }>>('dispatch', { to: 'registry', command })
    return reply.value.registry.made[0] ?? ''
  }
  const from = '2026-01-01'
  const unitId = await add({ type: 'addUnit', from, data: { name: 'Phòng Tổ chức', level: 'department', kind: 'government' } })
  const postId = await add({ type: 'addPost', from, data: { unitId, title: 'Trưởng phòng', group: 'other' } })
  const personId = await add({ type: 'addPerson', data: { name: 'Nguyễn Phan Thị Hoàng Yến', sex: 'female', birthDate: '1985-03-20' } })
  await add({ type: 'addTenure', data: { personId, postId, from, form: 'appointed' } })
  const { value: view } = await office<
    Reply<{ readonly papers: readonly { readonly paperId: string }[]; readonly nominees: readonly { readonly personId: string }[] }>
  >('ask', { about: 'case', caseId: archivedCase })
  Object.assign(screens, {
    person: `#/person/${personId}`,
    unit: `#/unit/${unitId}`,
    post: `#/post/${postId}`,
    'people-some': '#/people',
    paper: `#/paper/${archivedCase}/${view.papers[0]?.paperId}`,
    eligibility: `#/eligibility/${archivedCase}/${view.nominees[0]?.personId}`,
  })
  expect(Object.values(screens).filter((hash) => /undefined|\/$/.test(hash))).toEqual([])
})

describe('looked at in every theme', () => {
  test.each([...Object.keys(screens), 'person', 'unit', 'post', 'people-some', 'paper', 'eligibility'])('%s', async (name) => {
    await goTo(screens[name] ?? '')
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

test('whatever Tab comes to stands in sight, clear of seals and bars', async () => {
  const { page } = app
  const size = page.viewportSize()
  await page.setViewportSize({ width: 1366, height: 690 })
  for (const name of ['home', 'open', 'case', 'meeting', 'planning', 'eligibility', 'office-people', 'office-keys']) {
    await goTo(screens[name] ?? '')
    const seen = new Set<string>()
    for (;;) {
      await page.keyboard.press('Tab')
      const { mark, under } = await page.evaluate(underWhat)
      if (under !== undefined) expect.soft(under, name).toBe('')
      if (mark === undefined || seen.has(mark) || seen.size === 60) break
      seen.add(mark)
    }
    expect.soft(seen.size, name).toBeGreaterThan(4)
  }
  if (size !== null) await page.setViewportSize(size)
})

test('opening a case, the page answered for stays beside the questions and its seal above the foot', async () => {
  const { page } = app
  const size = page.viewportSize()
  await page.setViewportSize({ width: 1366, height: 690 })
  await goTo(screens.open ?? '')
  await page.getByLabel('Ngày chủ trương').fill('1/12/2026')
  const last = page.getByRole('button', { name: 'Mở bản diễn tập' })
  await last.focus()
  const [box, seal, foot] = await Promise.all([
    last.boundingBox(),
    page.getByRole('button', { name: /^Mở và gắn bộ quy tắc/ }).boundingBox(),
    page.getByRole('contentinfo').boundingBox(),
  ])
  for (const one of [box, seal]) expect((one?.y ?? 9999) + (one?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0)
  expect(
    await page
      .getByText('Hồ sơ này theo')
      .boundingBox()
      .then((head) => head?.y ?? -1),
  ).toBeGreaterThan(44)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(690)
  if (size !== null) await page.setViewportSize(size)
})

/** Runs in the page: what lies over the element that has the focus, if something does. */
function underWhat(): { readonly mark?: string; readonly under?: string } {
  const one = document.activeElement
  if (!(one instanceof HTMLElement) || one === document.body) return {}
  one.dataset.walked ??= String(Math.random())
  const box = one.getBoundingClientRect()
  const over = document.elementFromPoint(box.x + Math.min(box.width / 2, 40), box.y + box.height / 2)
  // A tick box and its label lie over each other.
  const isSeen = over !== null && (one.contains(over) || over.contains(one) || over.parentElement?.contains(one) === true)
  const words = (of: Element | null) => `<${of?.tagName} ${of?.className}> ${(of?.textContent ?? '').slice(0, 40)}`
  return { mark: one.dataset.walked, ...(!isSeen && { under: `${words(one)} under ${words(over)}` }) }
}

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
    // English words are longer in places: none pushes the page wider than a small screen.
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0)
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
