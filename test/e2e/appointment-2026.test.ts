// One appointment under RB2026 with action programs, clicked through from an empty PC to a signed record that checks as valid.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill, isInSight, refusedSeal, sealOf, sheet, wordsOf } from './support/acting.ts'
import { type App, startApp } from './support/app.ts'
import { fillCount } from './support/ballot-acts.ts'
import { choose, fillConvocation, fillOpening } from './support/case-acts.ts'
import { inChapters } from './support/chapters.ts'
import { watchFocus } from './support/focus-watch.ts'
import { type Hands, handsOn } from './support/hands.ts'
import { look } from './support/look.ts'
import { fillPresentation, turnTo } from './support/meeting-acts.ts'
import { goTo, goToOffice, issueCertificate, makeAuthority, makeFile, passphrase } from './support/office-screens.ts'
import { checkFile, exportBag, exportCase, openPaper, signByAll } from './support/paper-acts.ts'
import { smallAppointment } from './support/small-case.ts'

const small = smallAppointment('RB2026', { isSample: false, decidesHere: false })
let app: App
let hands: Hands

beforeAll(async () => {
  app = await startApp('2026-09-07T07:30:00+07:00')
  await watchFocus(app.page)
  hands = handsOn(app, small)
})
afterAll(() => app?.close())

describe('an appointment under RB2026', () => {
  inChapters(() => app.page)

  test('an office makes its data file, and its people say who works', async () => {
    const { page } = app
    const form = sheet(page, 'Tạo tệp mới cho cơ quan')
    await form.getByRole('button', { name: 'Tạo tệp' }).click()
    await form.getByText('Chưa điền ô này.').first().waitFor()
    await look(page, 'start')
    await makeFile(page, app.folder, small)
    await look(page, 'operator')
    await hands.sitDown('to-chuc')
    await page.getByText('Chưa có hồ sơ nào').waitFor()
    await look(page, 'home-empty')
  })

  test('a wrong passphrase is refused in a sentence, the right one opens the file again', async () => {
    const { page } = app
    await goToOffice(page, 'file')
    await page.getByRole('button', { name: 'Đóng tệp dữ liệu' }).click()
    const form = sheet(page, 'Mở tệp đã có')
    await fill(form, 'Mật khẩu của tệp', 'sai rồi')
    await form.getByRole('button', { name: 'Mở tệp' }).click()
    expect(await wordsOf(form.getByRole('alert'))).toContain('Mật khẩu của tệp chưa đúng')
    await look(page, 'start-refused')
    await fill(form, 'Mật khẩu của tệp', passphrase)
    await form.getByRole('button', { name: 'Mở tệp' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ai đang làm việc?' }).waitFor()
  })

  test('the office gives its officials keys of its own', async () => {
    const { page } = app
    await hands.sitDownAgain('to-chuc')
    await goToOffice(page, 'keys')
    await makeAuthority(page)
    for (const person of small.signers) await issueCertificate(page, person)
    await look(page, 'office')
  })

  test('a case is opened under the rulebook its date chooses, with action programs for a post of that rank', async () => {
    const { page } = app
    await goTo(page, 'Việc của tôi')
    const opening = await hands.upTo('openCase')
    await page.keyboard.press('Control+m')
    await page.getByRole('heading', { level: 1, name: 'Mở hồ sơ' }).waitFor()
    await look(page, 'open-empty')
    const lawPage = await fillOpening(page, opening)
    await lawPage.getByText('NĐ 170/2025 sửa đổi bởi NĐ 300/2026').waitFor()
    await look(page, 'open-case')
    await hands.next()
    await look(page, 'case-new')
  })

  test('policy, nominees and action programs are recorded', async () => {
    const { page } = app
    await hands.upTo('proposeNominee')
    await look(page, 'case-policy')
    await hands.upTo('submitActionProgram', 3)
    await look(page, 'case-programs')
    const convening = await hands.upTo('conveneConference')
    await fillConvocation(page, convening)
    await look(page, 'convene')
  })

  test('the leadership conference: roll, list, team, slips; two people go on', async () => {
    const { page } = app
    await hands.upTo('checkIn')
    await look(page, 'roll-call')
    await hands.upTo('adoptList')
    await turnTo(page, 'listAdoption')
    await look(page, 'list')
    await hands.upTo('adoptCountingTeam')
    await turnTo(page, 'countingTeam')
    await look(page, 'team')
    await hands.upTo('prepareBallots')
    await turnTo(page, 'ballots')
    await look(page, 'ballots')
    await hands.upTo('announceResult')
    const work = await turnTo(page, 'result')
    expect(await wordsOf(work)).toMatch(/Đưa tiếp/)
    await look(page, 'outcome-carried')
    await hands.upTo('conveneConference', 2)
    await look(page, 'case-path')
  })

  test('ballots do not go out before the programs are presented, and the screen says why', async () => {
    const { page } = app
    const presenting = await hands.upTo('presentActionProgram')
    const work = await turnTo(page, 'ballots')
    const why = 'Chưa trình bày chương trình hành động'
    const gate = sheet(page, 'Vì sao chưa làm được: Phát phiếu')
    await gate.getByText(why).first().waitFor()
    await gate.scrollIntoViewIfNeeded()
    await look(page, 'ballot-gate')
    expect(await sealOf(work, 'Phát phiếu').count()).toBe(0)
    await fillPresentation(page, presenting, hands.nameOf)
    await look(page, 'presentation')
  })

  test('a count that does not add up is said while typing, and whoever typed it cannot confirm it', async () => {
    const { page } = app
    const typing = await hands.upTo('typeCount', 2)
    const work = await fillCount(page, { ...typing, entry: { ballotsValid: 9, ballotsInvalid: 0, votes: typing.entry.votes ?? {} } })
    await work.getByText('Lệch 1 phiếu.').waitFor()
    await look(page, 'count-wrong')
    await fillCount(page, typing)
    await work.getByText('Khớp.').waitFor()
    await look(page, 'count-typing')
    await hands.next()
    expect(await refusedSeal(await turnTo(page, 'count'), 'Xác nhận kết quả kiểm phiếu')).toContain('người')
    await look(page, 'count-same-person')
  })

  test('the expanded conference selects one, and the result is read out', async () => {
    const { page } = app
    await hands.upTo('announceResult', 2)
    const work = await turnTo(page, 'result')
    await work.getByText('Được chọn', { exact: true }).waitFor()
    await work.getByText('6/11').waitFor()
    // As high as the band of sample data leaves it on 1366x768: who entered the count is told above the seal, and no words of a ruler touch.
    const size = page.viewportSize()
    await page.setViewportSize({ width: 1366, height: 732 })
    const who = await work.getByText(/ nhập, .* xác nhận lúc /).boundingBox()
    const seal = await work.locator('.act-end').boundingBox()
    expect((who?.y ?? 9999) + (who?.height ?? 0)).toBeLessThanOrEqual(seal?.y ?? 0)
    for (const ruler of await work.locator('.ruler').all()) {
      const words = await ruler.locator('text').all()
      const [one, two] = await Promise.all(words.map((text) => text.boundingBox()))
      if (one && two) expect(one.x + one.width).toBeLessThan(two.x)
    }
    expect(await page.evaluate(withManyNames)).toEqual({ isSealHeld: true, isFiguresTurned: true })
    if (size !== null) await page.setViewportSize(size)
    await look(page, 'outcome')
    await hands.upTo('closeConference', 2)
    await turnTo(page, 'minutes')
    await look(page, 'closing')
  })

  test('the result of the key officials is not announced and stays sealed for the secretary', async () => {
    const { page } = app
    await hands.upTo('giveNomineeInformation')
    await turnTo(page, 'nomineeInformation')
    await look(page, 'information')
    await hands.upTo('closeConference', 3)
    await hands.sitDown('thu-ky')
    const work = await turnTo(page, 'result')
    await work.getByText('Đã niêm phong').waitFor()
    expect(await wordsOf(work)).not.toMatch(/\d+%/)
    await look(page, 'sealed')
  })

  test('the decision conference waits for the opinion of the Party committee', async () => {
    const { page } = app
    await hands.upTo('recordAct', 3)
    const form = await choose(page, 'Triệu tập hội nghị: Hội nghị tập thể lãnh đạo quyết định')
    await look(page, 'case-gate')
    // A shut seal can still be pressed, and brings into sight why.
    await sealOf(form, 'Triệu tập hội nghị').press('Enter')
    const why = form.getByRole('alert').getByText('Chưa có Ý kiến bằng văn bản của cấp ủy')
    await expect.poll(() => isInSight(why)).toBe(true)
    await look(page, 'case-gate-why')
    await hands.upTo('submitCase')
    await look(page, 'case-concluded')
  })

  test('the competent level decides, and the case shows it', async () => {
    const { page } = app
    await hands.upTo('decideCase')
    await hands.upTo('archiveCase')
    await page.getByText('Có hiệu lực').first().waitFor()
    await look(page, 'case-effective')
  })

  test('a paper is seen as PDF and signed by one after another until it is whole', async () => {
    const { page } = app
    await hands.sitDown('to-chuc')
    await openPaper(page, 'Biên bản kiểm phiếu, Hội nghị tập thể lãnh đạo')
    await page.getByTitle('Biên bản kiểm phiếu, Hội nghị tập thể lãnh đạo').waitFor()
    await look(page, 'paper-waiting')
    await signByAll(page)
    await page.getByText('Giấy đã đủ chữ ký.').waitFor()
    await look(page, 'paper-signed')
  })

  test('signed papers go to a folder, the file chosen there checks as valid, and one changed byte makes it invalid', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Về hồ sơ' }).click()
    const folder = join(app.folder, 'xuat')
    expect(await exportCase(page, folder)).toMatch(/^Đã xuất 2 tệp/)
    await look(page, 'exported')
    const bag = join(app.folder, 'ho-so.zip')
    expect(await exportBag(page, bag)).toContain(bag)
    await look(page, 'bag')
    expect(execFileSync('unzip', ['-t', bag], { encoding: 'utf8' })).toContain('No errors detected')
    const [record] = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
    await goTo(page, 'Kiểm tra hồ sơ')
    await look(page, 'check-empty')
    const file = join(folder, record ?? '')
    expect(await checkFile(page, file)).toMatch(/^Hợp lệ/)
    await look(page, 'check-valid')
    expect(await checkFile(page, bag)).toMatch(/^Hợp lệ/)
    await look(page, 'check-bag')
    const bytes = readFileSync(file)
    const forged = join(app.folder, 'sua-mot-byte.pdf')
    writeFileSync(forged, bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 1))
    expect(await checkFile(page, forged)).toMatch(/^Không hợp lệ/)
    await look(page, 'check-broken')
  })

  test('the archived case stays on the list of its people', async () => {
    const { page } = app
    await goTo(page, 'Việc của tôi')
    await page.getByRole('button', { name: 'Phó Giám đốc Sở' }).click()
    await hands.rest()
    await page.getByText('Đã lưu trữ').first().waitFor()
    await look(page, 'case-archived')
    await goTo(page, 'Việc của tôi')
    await look(page, 'home')
    expect(app.faults).toEqual([])
  })
})

/** Runs in the page: more rulers than the screen is high, for a moment. Do they turn beside the seal, and not behind it? */
function withManyNames(): { readonly isSealHeld: boolean; readonly isFiguresTurned: boolean } {
  const [work, figures] = [document.querySelector('.room-work'), document.querySelector('.figures-side')]
  const one = figures?.querySelector('.ruler')?.parentElement
  if (work === null || figures === null || !one) throw new Error('no outcome in sight')
  const more = Array.from({ length: 8 }, () => one.cloneNode(true) as Element)
  figures.append(...more)
  const isSealHeld = work.scrollHeight <= work.clientHeight
  const isFiguresTurned = figures.scrollHeight > figures.clientHeight
  for (const copy of more) copy.remove()
  return { isSealHeld, isFiguresTurned }
}
