// The one-file checker as an inspector meets it: one file opened from a folder in real Chromium, every request refused; records dropped, answers read.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { PDF } from '@libpdf/core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../build/find-browser.mjs'
import { freshBundle } from '../../build/fresh.mjs'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { desks } from '../../workflows/sample/department.ts'
import { bagOf } from '../records/bags.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'tien-cu-checker-'))
const stick = join(folder, 'kiem-tra.html')
const records = join(folder, 'mau', 'records')
const built = join(root, 'dist', 'assets', 'kiem-tra.html')

function cli(...args: readonly string[]) {
  const env = { ...process.env, TIEN_CU_DATA: join(folder, 'home'), NODE_NO_WARNINGS: '1', TIENCU_KEY_SECRET: 'mẫu' }
  const done = spawnSync(process.execPath, [join(root, 'electron', 'cli.ts'), ...args], { encoding: 'utf8', env })
  return { exit: done.status, out: done.stdout, err: done.stderr }
}

let browser: Browser
beforeAll(async () => {
  if (!freshBundle()) throw new Error('the checker could not be built')
  copyFileSync(built, stick)
  const made = cli('sample', '--out', join(folder, 'mau'))
  if (made.exit !== 0) throw new Error(made.err)
  const found = findBrowser()
  if (found === undefined) throw new Error('no browser: run `npm run setup -- --test`')
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  browser = await chromium.launch({ executablePath: found.path, args })
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

type Opened = { readonly page: Page; readonly asked: readonly string[]; readonly complaints: readonly string[]; close(): Promise<void> }

/** Only the file itself is let through; whatever else is asked for is refused and remembered. */
async function open(file = stick, before = ''): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
  const asked: string[] = []
  const complaints: string[] = []
  const own = pathToFileURL(file).href
  await context.route('**/*', (route) => {
    asked.push(route.request().url())
    return route.request().url() === own ? route.continue() : route.abort()
  })
  const page = await context.newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  if (before !== '') await page.addInitScript(before)
  await page.goto(own)
  return { page, asked, complaints, close: () => context.close() }
}

const record = (part: string): string => {
  const name = readdirSync(records).find((one) => one.includes(part))
  if (name === undefined) throw new Error(`no ${part}`)
  return join(records, name)
}
const saved = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

async function check(page: Page, files: readonly string[]): Promise<void> {
  await page.getByLabel('Chọn tệp để kiểm tra').setInputFiles([...files])
  await page
    .getByRole('status')
    .filter({ hasText: /^Đã kiểm/ })
    .waitFor({ timeout: 60_000 })
}

/** The state of each of the nine rows of a file. */
const rowsOf = (page: Page, name: string): Promise<Record<string, string>> =>
  page
    .getByRole('region', { name })
    .locator('ol.ck > li')
    .evaluateAll((items) => Object.fromEntries(items.map((item) => [item.dataset.no ?? '', item.dataset.state ?? ''])))

const verdict = (page: Page, name: string): Promise<string | null> =>
  page.getByRole('region', { name }).locator('.verdict strong').textContent()

const looks = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)

describe('the file', () => {
  test('is under 5 MB, and names no address a browser would fetch', () => {
    const html = readFileSync(built, 'utf8')
    expect(statSync(built).size).toBeLessThan(5 * 1024 * 1024)
    expect(html).toMatch(
      /content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; font-src data:; connect-src 'none';/,
    )
    const live = html.replace(/<template id="licences">[\s\S]*?<\/template>/, '').replace(/<script id="checker">[\s\S]*?<\/script>/, '')
    expect([...live.matchAll(/(?:src|href)=|@import|url\((?!data:)/g)].map(([found]) => found)).toEqual([])
    // What stands in the script is the name of the space of SVG and texts of the packages; none may be asked for.
    expect(html).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/)
  })
})

describe('opened from a folder, with the network refused', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  test('a record and its neighbours are valid, all nine checks listed, by the law itself', async () => {
    const { page } = opened
    expect(await page.evaluate(() => [window.isSecureContext, typeof crypto.subtle])).toEqual([true, 'object'])
    const files = readdirSync(records).filter((name) => name.endsWith('.pdf'))
    await check(
      page,
      files.map((name) => join(records, name)),
    )
    for (const name of files) expect([name, await verdict(page, name)]).toEqual([name, 'Hợp lệ'])
    const name = files.find((one) => one.includes('buoc-2-bien-ban-kiem-phieu')) ?? ''
    // 1: nothing to compare with; 3 and 9: no revocation list. Neither is called right.
    expect(await rowsOf(page, name)).toEqual({ 1: 'note', 2: 'ok', 3: 'note', 4: 'ok', 5: 'ok', 6: 'ok', 7: 'ok', 8: 'ok', 9: 'note' })
    const region = page.getByRole('region', { name })
    await region.locator('li[data-no="6"] summary').click()
    await region.getByText('Tính lại từ số phiếu cho cùng kết quả').waitFor()
    await region.locator('li[data-no="1"] summary').press('Enter')
    await region.getByText('Không có sổ hay danh mục nào ở đây', { exact: false }).waitFor()
    expect(await looks(page)).toEqual([])
  })

  test('an altered record, a foreign PDF and a text each get their own answer, the failed check open', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Xóa để kiểm tệp khác' }).click()
    const bytes = readFileSync(record('buoc-2-bien-ban-kiem-phieu'))
    bytes[9000] = (bytes[9000] ?? 0) ^ 1
    const foreign = PDF.create()
    foreign.addPage({ size: 'a4' })
    await check(page, [saved('sua.pdf', bytes), saved('la.pdf', await foreign.save()), saved('ghi-chu.txt', 'xin chào')])
    expect(await verdict(page, 'sua.pdf')).toBe('Không hợp lệ: không dùng tệp này')
    const broken = page.getByRole('region', { name: 'sua.pdf' }).locator('li[data-state="broken"] details').first()
    expect(await broken.evaluate((details) => (details as HTMLDetailsElement).open)).toBe(true)
    expect(await broken.textContent()).toMatch(/Thấy gì[\s\S]*Nghĩa là[\s\S]*Làm gì/)
    for (const name of ['la.pdf', 'ghi-chu.txt']) {
      expect(await verdict(page, name)).toBe('Chưa đủ cơ sở kết luận')
      expect(Object.values(await rowsOf(page, name))).not.toContain('broken')
      expect((await rowsOf(page, name))[6]).toBe('skipped')
    }
    expect(await looks(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await looks(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  })

  test('the same in English, and on paper every check is open', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'English' }).click()
    expect(await verdict(page, 'sua.pdf')).toBe('Not valid: do not use this file')
    expect(await page.getByRole('main').textContent()).not.toMatch(/[àáảãạăâđêôơư]/i)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('details:not([open])').count()).toBe(0)
    expect(await page.locator('.drop').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  })

  test('a bag is checked as a whole: its lists, then every record in it', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Xóa để kiểm tệp khác' }).click()
    const pdfs = readdirSync(records).filter((name) => name.endsWith('.pdf'))
    const payload = pdfs.map((name) => [name, new Uint8Array(readFileSync(join(records, name)))] as const)
    const good = saved('goi.zip', await bagOf(payload))
    const bad = saved('goi-hong.zip', await bagOf(payload, { alter: pdfs[2] ?? '' }))
    // As the office hands it over, its list signed.
    const own = join(folder, 'ho-so.zip')
    const chair = sampleAppointment({ rulebook: 'RB2026', overlay: true }).operators.find(({ operatorId }) => operatorId === desks.chair)
    const about = ['--file-code', '01.2026', '--retention', '70 năm', '--access', 'Hạn chế', '--key', `sample-${chair?.citizenId}`]
    const made = cli(
      'export',
      '--data',
      join(folder, 'mau'),
      '--case',
      'mau-bo-nhiem',
      '--bag',
      own,
      ...about,
      '--passphrase',
      'du-lieu-mau',
    )
    expect([made.exit, made.err]).toEqual([0, ''])
    await check(page, [good, bad, own])
    expect(await verdict(page, 'ho-so.zip')).toBe('Hợp lệ')
    expect(await page.getByRole('region', { name: 'ho-so.zip' }).first().textContent()).toContain(`Danh mục của gói do ${chair?.name} ký`)
    // The same, by nobody signed: each record holds, and whether one was left out nobody says.
    expect(await verdict(page, 'goi.zip')).toBe('Chưa đủ cơ sở kết luận')
    expect(await verdict(page, 'goi-hong.zip')).toBe('Không hợp lệ: không dùng tệp này')
    const first = page.getByRole('region', { name: `data/${pdfs[2]}` }).first()
    await first.getByText('Đúng tệp mà danh mục của gói đã ghi').waitFor({ state: 'attached' })
  })

  test('asked for nothing but itself, and complained of nothing', () => {
    expect(opened.asked).toEqual([pathToFileURL(stick).href])
    expect(opened.complaints).toEqual([])
  })
})

describe('whom it trusts', () => {
  test('a page written out by the office carries its roots, each with its digest', async () => {
    const trust = join(folder, 'home', 'trust')
    const out = join(folder, 'co-quan.html')
    expect(cli('checker', '--out', out, '--trust', join(folder, 'none')).exit).toBe(2)
    const { makePki, pem } = await import('../support/pki.ts')
    const pki = await makePki('trang')
    const { mkdirSync } = await import('node:fs')
    mkdirSync(trust, { recursive: true })
    writeFileSync(join(trust, 'goc.pem'), pem(pki.root, 'CERTIFICATE'))
    const written = cli('checker', '--out', out, '--office', 'Sở </script> Nội vụ $& thử')
    expect([written.exit, written.err]).toEqual([0, ''])
    const digest = /^ {2}([0-9a-f]{64}) {2}Gốc thử trang$/m.exec(written.out)?.[1] ?? ''
    expect(digest).toHaveLength(64)
    expect(cli('checker', '--out', out).exit).toBe(1)
    const { page, complaints, close } = await open(out)
    const item = page.getByRole('listitem').filter({ hasText: 'Gốc thử trang' })
    expect(((await item.textContent()) ?? '').replace(/\s/g, '')).toContain(digest)
    expect(await item.textContent()).toContain('Sở </script> Nội vụ $& thử')
    expect(complaints).toEqual([])
    await close()
  })

  test('a root dropped with the records decides nothing until somebody says its digest was compared', async () => {
    const { signedByPki } = await import('../records/signed-by-pki.ts')
    const { pdf, rootPem, leafPem } = await signedByPki()
    const { page, close } = await open()
    await check(page, [saved('that.pdf', pdf)])
    expect(await verdict(page, 'that.pdf')).toBe('Chưa đủ cơ sở kết luận')
    await check(page, [saved('goc.pem', rootPem), saved('nguoi.pem', leafPem)])
    await page.getByText('nguoi.pem: không phải chứng thư', { exact: false }).waitFor()
    await page.getByRole('region', { name: 'that.pdf' }).getByText('do người đưa tệp đưa kèm', { exact: false }).waitFor()
    expect(await verdict(page, 'that.pdf')).toBe('Chưa đủ cơ sở kết luận')
    await page.getByLabel('Tôi đã so mã này', { exact: false }).check()
    await page.getByRole('region', { name: 'that.pdf' }).getByText('người kiểm đã so mã', { exact: false }).waitFor({ state: 'attached' })
    expect(await looks(page)).toEqual([])
    await close()
  })
})

describe('what it cannot do is said plainly', () => {
  test('a browser without WebCrypto', async () => {
    const { page, close } = await open(stick, "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })")
    await page.getByText('Trình duyệt này không cho trang mở từ tệp dùng WebCrypto', { exact: false }).waitFor()
    expect(await page.getByLabel('Chọn tệp để kiểm tra').isDisabled()).toBe(true)
    await close()
  })

  test('a file of 500 MB is refused by its size, without being read', async () => {
    const { page, complaints, close } = await open()
    const huge = join(folder, 'to.pdf')
    writeFileSync(huge, '%PDF-1.7\n')
    const { truncateSync } = await import('node:fs')
    truncateSync(huge, 500 * 1024 * 1024)
    await page.getByLabel('Chọn tệp để kiểm tra').setInputFiles(huge)
    await page.getByText('to.pdf: 500 MB, lớn hơn mức 64 MB nên không đọc.').waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})
