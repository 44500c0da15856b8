// Long work by hand in a real browser: a folder of records is checked, stopped with Esc, checked to the end; and a second window hears of what the first one changed.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageOrigin } from '../../electron/browser-shell.ts'
import { playCase } from '../../electron/cli/play-case.ts'
import { desks } from '../../workflows/sample/department.ts'
import { officeIn, passphrase, value } from '../journeys/office.ts'
import { sampleOf } from '../journeys/play.ts'
import { fill, sheet } from './support/acting.ts'
import { type App, startApp } from './support/app.ts'
import { inChapters } from './support/chapters.ts'
import { look, wear } from './support/look.ts'
import { goTo, workAs } from './support/office-screens.ts'

const sample = sampleOf({ upTo: 'leadershipOrientation', papers: true })
const at = sample.acts.at(-1)?.at ?? ''
const hr = sample.operators.find(({ operatorId }) => operatorId === desks.hr)
/** So many that a check of them lasts longer than what is looked at meanwhile: three hundred files are checked in a second. */
const copies = 150
const kept = 5

let app: App
let many: string
let papers: number

/** A signed meeting, exported, and its folder copied until a check of it lasts. */
beforeAll(async () => {
  app = await startApp(at)
  const office = await officeIn(app.folder, sample.acts[0]?.at ?? '')
  const { organisation, operators } = sample
  value(await office.act({ act: 'createFile', file: office.file, passphrase, organisation, operators: [...operators] }))
  await playCase({ doorway: office.doorway, setClock: office.setClock, signs: true }, sample)
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))
  const folder = join(app.folder, 'ho-so')
  value(await office.act({ act: 'exportCase', caseId: sample.caseId as never, folder }))
  await office.close()
  many = join(app.folder, 'luu-tru')
  mkdirSync(many)
  for (let copy = 1; copy <= copies; copy++) cpSync(folder, join(many, `lan-${copy}`), { recursive: true })
  papers = readdirSync(folder).filter((name) => name.endsWith('.pdf')).length * copies
  const { page } = app
  await page.getByLabel('Tệp dữ liệu').first().fill(office.file)
  await page.getByLabel('Mật khẩu').first().fill(passphrase)
  await page.getByRole('button', { name: /^Mở tệp/ }).click()
  if (hr === undefined) throw new Error('no clerk')
  await workAs(page, hr)
}, 180_000)
afterAll(() => app?.close())

const ledgerOf = async (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const reply = await (
      window as unknown as { office: { ask(question: unknown): Promise<{ value: { ledger: { size: number } } }> } }
    ).office.ask({
      about: 'session',
    })
    return reply.value.ledger.size
  })

describe('work that lasts', () => {
  inChapters(() => app.page)
  const folder = () => sheet(app.page, 'Kiểm cả thư mục')
  const bar = () => app.page.getByRole('region', { name: 'Việc đang chạy' })

  test('says how far it is, and Esc stops it: nothing is noted', async () => {
    const { page } = app
    await goTo(page, 'Kiểm tra hồ sơ')
    await fill(folder(), 'Thư mục trên máy này', many)
    const before = await ledgerOf(page)
    const button = folder().getByRole('button', { name: 'Kiểm thư mục' })
    await button.focus()
    await page.keyboard.press('Enter')
    await bar()
      .getByText(new RegExp(`Đang kiểm [1-9]\\d*/${papers} tệp`))
      .waitFor()
    // It came without taking the focus.
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
    const { violations } = await new AxeBuilder({ page }).include('.news').setLegacyMode().analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    mkdirSync('out/e2e', { recursive: true })
    await page.screenshot({ path: 'out/e2e/long-work.png' })
    await wear(page, 'dark')
    await page.screenshot({ path: 'out/e2e/long-work-dark.png' })
    await wear(page, 'light')
    await page.keyboard.press('Escape')
    await folder().getByText('Đã dừng theo yêu cầu', { exact: false }).waitFor()
    await bar().waitFor({ state: 'hidden' })
    expect(await ledgerOf(page)).toBe(before)
    expect(page.url()).toContain('#/check')
  })

  test('done again, it goes to its end, and every file is noted', async () => {
    const { page } = app
    // As much as a test may wait for.
    for (let copy = kept + 1; copy <= copies; copy++) rmSync(join(many, `lan-${copy}`), { recursive: true })
    const left = (papers / copies) * kept
    const before = await ledgerOf(page)
    await folder().getByRole('button', { name: 'Kiểm thư mục' }).press('Enter')
    await folder().getByText(`Đã kiểm ${left} tệp: ${left} hợp lệ`).waitFor()
    expect(await ledgerOf(page)).toBe(before + left)
    await look(page, 'check-folder')
  })
})

describe('a second window', () => {
  test('hears of what was changed in the first, keeps its focus, and lists it', async () => {
    const { page } = app
    const opened = page.context().waitForEvent('page')
    await page.evaluate((url) => void window.open(url, '_blank', 'popup,width=1366,height=768'), `${pageOrigin}/#/home`)
    const second = await opened
    await second.setViewportSize({ width: 1366, height: 768 })
    await second.getByRole('heading', { level: 1 }).first().waitFor()
    await second.getByRole('complementary', { name: 'Việc đang chạy và thông báo' }).waitFor({ state: 'attached' })
    const search = second.getByRole('searchbox').or(second.getByRole('textbox')).first()
    await search.focus()
    await page.evaluate((name) => {
      const order = { to: 'registry', command: { type: 'addPerson', data: { name } } }
      return (window as unknown as { office: { dispatch(order: unknown): Promise<unknown> } }).office.dispatch(order)
    }, 'Hoàng Thị Dung')
    const list = second.getByRole('button', { name: 'Thông báo (', exact: false })
    await list.waitFor()
    expect(await search.evaluate((one) => one === document.activeElement)).toBe(true)
    // The window that made the change is told nothing of it.
    expect(await page.getByText('Sổ cán bộ vừa đổi ở cửa sổ khác.').count()).toBe(0)
    await list.focus()
    await second.keyboard.press('Enter')
    await second.getByRole('dialog', { name: 'Thông báo' }).getByText('Sổ cán bộ vừa đổi ở cửa sổ khác.').waitFor()
    await look(second, 'notices')
    await second.keyboard.press('Escape')
    expect(await list.evaluate((one) => one === document.activeElement)).toBe(true)
    await second.close()
    expect(app.faults).toEqual([])
  })
})
