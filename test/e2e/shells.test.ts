// The same screens in every shell of this machine: a file is made, work starts, a case is opened; then all of it in English.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, shellsHere, startApp } from './support/app.ts'
import { inChapters } from './support/chapters.ts'
import { handsOn } from './support/hands.ts'
import { look } from './support/look.ts'
import { makeFile } from './support/office-screens.ts'
import { smallAppointment } from './support/small-case.ts'

const small = smallAppointment('RB2026', { isSample: true, decidesHere: true })

if (!shellsHere.includes('electron'))
  console.log('Electron không có trên máy này: nửa Electron của test/e2e không chạy (Electron is not on this machine).')

describe.each(shellsHere)('in the %s shell', (shell) => {
  let app: App
  beforeAll(async () => {
    app = await startApp('2026-09-07T08:00:00+07:00', shell)
  })
  afterAll(() => app?.close())
  inChapters(() => app.page)

  test('an office makes its file and opens a case', async () => {
    await makeFile(app.page, app.folder, small)
    await handsOn(app, small).upTo('recordAct')
    await app.page.getByRole('heading', { level: 1, name: 'Bổ nhiệm từ nguồn nhân sự tại chỗ: Phó Giám đốc Sở' }).waitFor()
  })

  test('every screen speaks English when asked', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Appointment, on-site source' }).waitFor()
    await look(page, `${shell}-english-case`)
    const sections = page.getByRole('navigation').getByRole('button')
    const titles = {
      home: 'My work',
      people: 'People',
      planning: 'Planning and reminders',
      sign: 'Sign many papers in one sitting',
      check: 'Check a record',
      office: 'Office',
    }
    for (const [index, [name, title]] of Object.entries(titles).entries()) {
      await sections.nth(index).click()
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await look(page, `${shell}-english-${name}`)
    }
    await page.keyboard.press('Control+m')
    await page.getByRole('region', { name: 'Questions' }).waitFor()
    await look(page, `${shell}-english-open-case`)
    expect(app.faults).toEqual([])
  })
})
