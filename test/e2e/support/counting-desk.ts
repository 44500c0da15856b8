// Hands of a counter: opens the file, sits down at the counting table, presses keys.
import type { Page } from 'playwright-core'
import type { CountingCase } from './counting-case.ts'
import { counters } from './counting-people.ts'

/** Opens the file as `who` and goes to the counting table. 1366 by 768: the laptop of a meeting secretary. */
export async function sitAtTable(
  page: Page,
  made: Pick<CountingCase, 'file' | 'caseId' | 'passphrase'>,
  who: keyof typeof counters,
): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByLabel('Tệp dữ liệu').first().fill(made.file)
  await page.getByLabel('Mật khẩu').first().fill(made.passphrase)
  await page.getByRole('button', { name: /^Mở tệp/ }).click()
  await page.getByRole('button', { name: `Bắt đầu làm việc với tên ${counters[who].name}`, exact: true }).click()
  await page.getByRole('navigation', { name: 'Chính' }).waitFor()
  await toTable(page, made.caseId)
}

export async function toTable(page: Page, caseId: string): Promise<void> {
  await page.evaluate((id) => {
    window.location.hash = `#/count/${id}`
  }, caseId)
  await page.getByRole('region', { name: 'Các tập phiếu' }).waitFor()
}

/** `1`…`9`: a line; `01`…: a line of a long list, with its Enter; `x3`: invalid for the third reason. Waits until each is on the screen. */
export async function pressSlips(page: Page, slips: readonly string[], from = 0): Promise<void> {
  let counted = from
  for (const slip of slips) {
    for (const key of slip) await page.keyboard.press(key === 'x' ? 'Digit0' : `Digit${key}`)
    if (slip.length === 2 && !slip.startsWith('x')) await page.keyboard.press('Enter')
    counted += 1
    await page.getByRole('status', { name: new RegExp(`^đã nhập ${counted} trong `) }).waitFor()
  }
}

/** The totals of the lines as they stand on screen, by name. */
export async function totalsOf(page: Page): Promise<Record<string, number>> {
  const lines = await page.locator('.count-line').all()
  const found = await Promise.all(
    lines.map(
      async (line) => [(await line.locator('.nm').textContent()) ?? '', Number(await line.locator('.count-total').textContent())] as const,
    ),
  )
  return Object.fromEntries(found)
}
