// A sitting by hand in a real browser: the key opened once, the paper beside its plain facts, signed, and the key shut. And the recovery kit on its way to the printer.
import { expect, test } from 'vitest'
import { desks } from '../../workflows/sample/department.ts'
import { passphrase, value } from '../journeys/office.ts'
import { real, sampleOf, tableFor } from '../journeys/play.ts'
import { fill, sheet, unfold } from './support/acting.ts'
import { startApp } from './support/app.ts'
import { watchFocus } from './support/focus-watch.ts'
import { look } from './support/look.ts'
import { goToOffice } from './support/office-screens.ts'

const authority = 'mật khẩu của nơi cấp'
const own = 'mật khẩu riêng của tôi'

/** A real case with minutes that wait for the head of the counting team, who has a key of the office. */
async function prepared() {
  const table = await tableFor(real(sampleOf({ upTo: 'leadershipOrientation' })))
  await table.play(table.sample.acts)
  await table.sitDown(desks.hr)
  const { office } = table
  value(await office.act({ act: 'createAuthority', passphrase: authority }))
  const [head] = table.view().papers.find(({ kind }) => kind === 'voteCountMinutes')?.signers ?? []
  if (!head) throw new Error('a head')
  const { personName: name, citizenId = '' } = head
  value(await office.act({ act: 'issueCertificate', name, citizenId, passphrase: authority, keyPassphrase: own }))
  value(await office.act({ act: 'closeFile' }))
  return {
    file: office.file,
    name,
    at: table.sample.acts.at(-1)?.at ?? '',
    hr: table.sample.operators.find(({ operatorId }) => operatorId === desks.hr),
  }
}

test('one password, a paper read and signed, the key shut; and the kit of the authority is shown once', async () => {
  const { file, name, at, hr } = await prepared()
  const app = await startApp(at)
  await watchFocus(app.page)
  const { page } = app
  try {
    await page.getByLabel('Tệp dữ liệu').first().fill(file)
    await page.getByLabel('Mật khẩu').first().fill(passphrase)
    await page.getByRole('button', { name: /^Mở tệp/ }).click()
    await page.getByRole('button', { name: `Bắt đầu làm việc với tên ${hr?.name}`, exact: true }).click()

    await page.getByRole('navigation', { name: 'Chính' }).getByRole('button', { name: 'Ký văn bản' }).click()
    const key = page.getByLabel('Khóa ký')
    await key.waitFor()
    const options = await key.getByRole('option').allTextContents()
    await key.selectOption({ label: options.find((words) => words.startsWith(name)) ?? '' })
    await page.getByText(`1 văn bản đang chờ ${name} ký.`).waitFor()
    await page.getByLabel('Mật khẩu của khóa').fill(own)
    await look(page, 'sitting-open')
    await page.getByRole('button', { name: 'Mở lượt ký' }).click()
    await page.getByText('Đã ký 0, còn 1').waitFor()
    const facts = page.getByRole('region', { name: 'Nội dung chính của văn bản' })
    await facts.getByText(/^phát \d+, thu \d+/).waitFor()
    await look(page, 'sitting-paper')
    await page.getByRole('button', { name: /Ký giấy này/ }).click()
    await page.keyboard.press('Enter')
    await page.getByText('Đã ký 1, còn 0').waitFor()
    await page.getByRole('button', { name: 'Dừng lượt ký' }).click()
    await page.getByRole('button', { name: 'Mở lượt ký' }).waitFor()

    await goToOffice(page, 'keys')
    const keys = sheet(page, 'Khóa ký')
    const form = await unfold(keys, 'Lập bộ khôi phục nơi cấp chứng thư')
    await fill(form, 'Mật khẩu của nơi cấp chứng thư', authority)
    await form.getByRole('button', { name: 'Lập và in bộ khôi phục' }).click()
    const pages = form.locator('iframe')
    await pages.waitFor()
    await keys.getByText(/^Bộ khôi phục số [0-9A-F]{8}, lập/).waitFor()
    await form.getByRole('button', { name: 'Đã in xong, bỏ khỏi màn hình' }).click()
    await expect.poll(() => pages.count()).toBe(0)
    await look(page, 'office-kit')
    expect(app.faults).toEqual([])
  } finally {
    await app.close()
  }
}, 180_000)
