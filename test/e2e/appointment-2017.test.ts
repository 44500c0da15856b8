// One appointment under RB2017 (September 2021) with action programs, marked as sample data: five conferences, a sealed result, a decision of this office.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill, sheet, wordsOf } from './support/acting.ts'
import { type App, startApp } from './support/app.ts'
import { fillOpening } from './support/case-acts.ts'
import { inChapters } from './support/chapters.ts'
import { type Hands, handsOn } from './support/hands.ts'
import { look } from './support/look.ts'
import { turnTo } from './support/meeting-acts.ts'
import { makeFile } from './support/office-screens.ts'
import { smallAppointment } from './support/small-case.ts'

const small = smallAppointment('RB2017', { isSample: true, decidesHere: true })
let app: App
let hands: Hands

beforeAll(async () => {
  app = await startApp('2021-09-06T07:30:00+07:00')
  hands = handsOn(app, small)
})
afterAll(() => app?.close())

describe('an appointment under RB2017', () => {
  inChapters(() => app.page)

  test('a post of that rank in 2021 is bound to the rulebook of 2017 with the action programs of the province', async () => {
    const { page } = app
    await makeFile(page, app.folder, small)
    const opening = await hands.upTo('openCase')
    await page.keyboard.press('Control+m')
    const lawPage = await fillOpening(page, opening)
    await lawPage.getByRole('heading', { name: 'Quy định 105 + NĐ 138/2020 (NĐ 115/2020)' }).waitFor()
    const words = await wordsOf(lawPage)
    expect(words).toContain('đưa tiếp hai người cao nhất')
    // The strip of times names the decrees to come too; neither the steps nor what binds the case does.
    expect(await wordsOf(lawPage.getByRole('table'))).not.toContain('300/2026')
    const times = lawPage.getByRole('img', { name: /^Ngày 06\/09\/2021 thuộc thời kỳ từ 19\/12\/2017/ })
    expect(await times.getAttribute('aria-label')).not.toContain('300/2026')
    await look(page, '2017-open-case')
    await hands.next()
    await page.getByText('DỮ LIỆU MẪU').first().waitFor()
    await look(page, '2017-case')
  })

  test('the list is not approved from above, and nobody is excused for force majeure', async () => {
    const { page } = app
    await hands.upTo('checkIn')
    const work = await turnTo(page, 'opening')
    await work
      .getByRole('button', { name: /^Ghi .* vắng$/ })
      .first()
      .click()
    await work.getByRole('button', { name: 'Ghi vắng mặt' }).waitFor()
    expect(await work.getByRole('button', { name: 'Chấp nhận vắng vì bất khả kháng' }).count()).toBe(0)
    await look(page, '2017-roll-call')
  })

  test('the first leadership conference talks and takes no ballot', async () => {
    const { page } = app
    await hands.upTo('closeConference')
    const agenda = page.getByRole('navigation', { name: 'Chương trình hội nghị' })
    expect(await agenda.getByRole('button', { name: /phiếu/ }).count()).toBe(0)
    await look(page, '2017-talk')
  })

  test('the expanded conference fixes its list, hears the programs and sends the two highest on, unannounced', async () => {
    const { page } = app
    await hands.upTo('presentActionProgram')
    await look(page, '2017-presentations')
    await hands.upTo('confirmCount')
    await look(page, '2017-count-confirm')
    await hands.upTo('closeConference', 2)
    const known = await turnTo(page, 'result')
    await known.getByText('Đã niêm phong').waitFor()
    expect(await wordsOf(known)).not.toMatch(/\d+\/12|%/)
    const opening = known.getByRole('region', { name: 'Mở niêm phong là việc của hai người' })
    await fill(opening, 'Lý do', 'báo cáo cấp có thẩm quyền')
    await opening.getByRole('button', { name: 'Xin mở niêm phong kết quả' }).click()
    await hands.sitDown('to-chuc')
    await opening.getByRole('button', { name: 'Mở niêm phong kết quả', exact: true }).click()
    const moment = page.getByRole('dialog', { name: 'Kết quả đang mở' })
    await moment.getByText('Đưa tiếp', { exact: true }).waitFor()
    await moment.getByText('5/12').waitFor()
    await page.screenshot({ path: 'out/e2e/2017-seal-opened.png' })
    await page.keyboard.press('Escape')
    await moment.waitFor({ state: 'detached' })
    await look(page, '2017-seal-shut')
    await hands.sitDown('thu-ky')
    const sealed = await turnTo(page, 'result')
    await sealed.getByText('Đã niêm phong').waitFor()
    expect(await wordsOf(sealed)).not.toMatch(/\d+\/12|%/)
    await look(page, '2017-outcome-sealed')
  })

  test('the second leadership conference chooses one and announces it', async () => {
    const { page } = app
    await hands.upTo('announceResult')
    const work = await turnTo(page, 'result')
    await work.getByText('Được chọn', { exact: true }).waitFor()
    expect(await wordsOf(page.getByRole('heading', { level: 1 }))).toContain('lần 2')
    await look(page, '2017-review')
  })

  test('the key officials are asked, and their answers are neither announced nor a choice', async () => {
    const { page } = app
    await hands.upTo('closeConference', 4)
    const work = await turnTo(page, 'result')
    await work.getByText('Đã niêm phong', { exact: true }).waitFor()
    await look(page, '2017-consulted')
  })

  test('the third leadership conference hears the program again, and this office decides', async () => {
    const { page } = app
    await hands.upTo('presentActionProgram', 4)
    await sheet(page, 'Vì sao chưa làm được: Phát phiếu')
      .getByText(/chưa trình bày chương trình hành động/)
      .waitFor()
    await hands.upTo('decideCase')
    await look(page, '2017-decide')
    await hands.upTo('makeEffective')
    await page.getByText('Đã quyết định').first().waitFor()
    await look(page, '2017-decided')
    expect(app.faults).toEqual([])
  })
})
