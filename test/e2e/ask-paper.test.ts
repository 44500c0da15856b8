// Papers a clerk asks for, by hand in a real browser: the invitation and the list of nominees of a conference that was called.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedTemplate } from '../../records/word/shipped.ts'
import { cvOf } from '../../workflows/sample/papers.ts'
import { fill, seal, sheet, wordsOf } from './support/acting.ts'
import { type App, startApp } from './support/app.ts'
import { inChapters } from './support/chapters.ts'
import { type Hands, handsOn } from './support/hands.ts'
import { look } from './support/look.ts'
import { goTo, goToOffice, makeFile } from './support/office-screens.ts'
import { openPaper } from './support/paper-acts.ts'
import { smallAppointment } from './support/small-case.ts'

const small = smallAppointment('RB2026', { isSample: true, decidesHere: false })
let app: App
let hands: Hands

beforeAll(async () => {
  app = await startApp('2026-09-07T07:30:00+07:00')
  hands = handsOn(app, small)
})
afterAll(() => app?.close())

describe('papers beside the minutes', () => {
  inChapters(() => app.page)
  const papers = () => sheet(app.page, 'Giấy tờ')
  const chooseInForm = async (option: RegExp) => {
    await papers().getByRole('button', { name: 'Lập văn bản' }).click()
    const form = sheet(app.page, 'Lập văn bản')
    const chooser = form.getByLabel('Chọn văn bản cần lập')
    // Which papers can be asked for is answered after the form is seen.
    await chooser.getByRole('option', { name: option }).first().waitFor({ state: 'attached' })
    const label = (await chooser.getByRole('option').allTextContents()).find((words) => option.test(words))
    await chooser.selectOption({ label: label ?? '' })
    return form
  }

  test('an invitation begins with what is known and becomes a paper to sign', async () => {
    const { page } = app
    await makeFile(page, app.folder, small)
    await hands.sitDown('to-chuc')
    await goTo(page, 'Việc của tôi')
    await hands.upTo('checkIn')
    await hands.sitDown('to-chuc')
    await page.goBack()
    await papers().waitFor()
    const form = await chooseInForm(/^Giấy mời/)
    expect(await form.getByLabel('Nội dung hội nghị').inputValue()).toContain('Xem xét nhân sự bổ nhiệm')
    // A small box does not squeeze its label into a column of single words.
    expect((await form.getByText('Số bản phát hành').boundingBox())?.height).toBeLessThan(25)
    await look(page, 'ask-invitation')
    const sentence = await seal(form, 'Lập văn bản')
    expect(sentence).toContain('Lập Giấy mời')
    await papers()
      .getByRole('button', { name: /^Giấy mời/ })
      .waitFor()
  }, 180_000)

  test('the list of nominees asks about each person and says what is missing', async () => {
    const { page } = app
    const form = await chooseInForm(/^Danh sách nhân sự/)
    const people = form.getByRole('group', { name: /^\d+\. / })
    expect(await people.count()).toBe(small.acts.filter(({ command }) => command.type === 'proposeNominee').length)
    for (const person of await people.all()) {
      const cv = cvOf({ isWoman: false, birthDate: '1977-07-28' }, 0)
      for (const [label, key] of [
        ['Quê quán', 'hometown'],
        ['Dân tộc', 'ethnicity'],
        ['Trình độ chuyên môn', 'education'],
        ['Lý luận chính trị', 'politicalTheory'],
        ['Quản lý nhà nước', 'stateManagement'],
        ['Ngạch', 'grade'],
        ['Quyết định quy hoạch', 'planningDecision'],
        ['Xếp loại 3 năm gần nhất', 'ratings'],
      ] as const)
        await fill(person, label, cv[key] ?? '')
    }
    await form.getByRole('button', { name: /^Lập văn bản/ }).click()
    await people.first().getByText('Chưa điền ô này.').first().waitFor()
    await look(page, 'ask-nominee-list')
    for (const person of await people.all()) await person.getByLabel('Giới tính').selectOption('man')
    await seal(form, 'Lập văn bản')
    await openPaper(page, await wordsOf(papers().getByRole('button', { name: /^Danh sách nhân sự/ })))
    await look(page, 'nominee-list')
  }, 180_000)

  test('a Word copy that somebody changed shows where it left the paper; the papers are compared before one is signed', async () => {
    const { page, folder } = app
    await page.goBack()
    await papers().getByText('Bản sao Word của các văn bản').click()
    await fill(papers(), 'Thư mục lưu bản Word', join(folder, 'word'))
    await papers().getByRole('button', { name: 'Lưu bản sao Word' }).click()
    await papers()
      .getByText(/^Đã lưu 2 tệp/)
      .waitFor()
    const [name = ''] = readdirSync(join(folder, 'word')).filter((one) => one.includes('giay-moi'))
    const files = unzipSync(readFileSync(join(folder, 'word', name)))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace('GIẤY MỜI', 'GIẤY TRIỆU TẬP')
    const changed = Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(xml) }))
    await papers().getByText('In cả bộ của một bước').click()
    const boxes = papers().getByRole('group', { name: 'Số bản', exact: true })
    expect(await boxes.locator('label').count()).toBeGreaterThan(1)
    for (const label of await boxes.locator('label').all()) {
      const [words, box] = await Promise.all([label.boundingBox(), boxes.getByLabel(await wordsOf(label), { exact: true }).boundingBox()])
      // The name of a paper keeps the width of the column, its box stands at the end.
      expect(words?.height).toBeLessThan(65)
      expect((box?.x ?? 0) - (words?.x ?? 0)).toBeGreaterThan((words?.width ?? 0) - 1)
    }
    await look(page, 'print-step')
    await papers().getByText('Đối chiếu các văn bản').click()
    await papers()
      .getByText(/^Các văn bản của hồ sơ khớp nhau/)
      .waitFor()
    await openPaper(page, await wordsOf(papers().getByRole('button', { name: /^Giấy mời/ })))
    await page.getByText('Văn bản này khớp với các văn bản khác của hồ sơ.').waitFor()
    await page.getByText('So bản Word với bản đã ký').click()
    await page.getByLabel('Chọn tệp .docx').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: changed })
    await page.getByText('Bản Word đã lệch với văn bản này ở 1 chỗ').waitFor()
    await look(page, 'word-drift')
  }, 180_000)

  test('a template with a wrong field is told its paragraph and not used', async () => {
    const { page } = app
    await goToOffice(page, 'papers')
    const form = sheet(page, 'Mẫu Word của cơ quan')
    const files = unzipSync(shippedTemplate('state', 'decision'))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replaceAll('{trich_yeu}', '{trích yếu}')
    const wrong = Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(xml) }))
    await form.getByText('Các trường được dùng').click()
    await form.getByText('{@noi_dung}').waitFor()
    await form.getByLabel('Nạp mẫu đã sửa').setInputFiles({ name: 'mẫu.docx', mimeType: 'application/octet-stream', buffer: wrong })
    await form.getByText(/không có trường \{trích yếu\}. Có phải \{trich_yeu\}\?/).waitFor()
    await look(page, 'word-template')
    expect(app.faults).toEqual([])
  }, 120_000)
})
