// Papers on screen: seen as PDF, signed by one after another, handed out to a folder, checked by choosing the file.
import { basename } from 'node:path'
import type { Page } from 'playwright-core'
import { fill, seal, sheet, unfold, wordsOf } from './acting.ts'
import { keyPassphrase } from './office-screens.ts'

export async function openPaper(page: Page, title: string): Promise<void> {
  await sheet(page, 'Giấy tờ').getByRole('button', { name: title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Ký theo thứ tự' }).waitFor()
}

/** Signs as often as the paper waits for somebody; gives the names in their order. */
export async function signByAll(page: Page): Promise<readonly string[]> {
  const side = page.getByRole('complementary', { name: 'Ký theo thứ tự' })
  const signers = side.getByRole('listitem')
  const total = await signers.count()
  const names: string[] = []
  for (let turn = 0; turn < total; turn += 1) {
    const next = signers.nth(turn)
    await next.getByText('đến lượt').waitFor()
    await fill(side, 'Mật khẩu của khóa', keyPassphrase)
    names.push(await seal(side, 'Ký giấy này'))
    await next.getByText('đã ký', { exact: true }).waitFor()
  }
  return names
}

/** Gives the sentence that says what was written. */
export async function exportCase(page: Page, folder: string): Promise<string> {
  const form = await unfold(sheet(page, 'Giấy tờ'), 'Xuất cả hồ sơ ra thư mục')
  await fill(form, 'Thư mục', folder)
  await form.getByRole('button', { name: 'Xuất hồ sơ' }).click()
  return wordsOf(form.getByText(/^Đã xuất/))
}

/** The whole case as a signed package; gives the sentence that says what was written. */
export async function exportBag(page: Page, file: string): Promise<string> {
  const form = await unfold(sheet(page, 'Giấy tờ'), 'Gói hồ sơ để bàn giao')
  await fill(form, 'Tệp', file)
  await fill(form, 'Thời hạn lưu trữ', '70 năm')
  await fill(form, 'Mức độ tiếp cận', 'Hạn chế')
  await form.getByLabel('Khóa ký danh sách của gói').selectOption({ index: 1 })
  await fill(form, 'Mật khẩu của khóa', keyPassphrase)
  await form.getByRole('button', { name: 'Ký và xuất gói' }).click()
  return wordsOf(form.getByText(/^Đã xuất/))
}

/** Chooses a file on the screen that checks; gives the verdict. */
export async function checkFile(page: Page, file: string): Promise<string> {
  await page.getByLabel('Chọn tệp để kiểm tra').setInputFiles(file)
  await page.getByRole('heading', { level: 2, name: basename(file) }).waitFor()
  const verdict = sheet(page, basename(file)).getByRole('status')
  return wordsOf(verdict)
}
