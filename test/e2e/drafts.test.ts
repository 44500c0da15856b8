// Power gone while somebody types: the app is killed, opened again, and the form stands as it was left.
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fill, sheet } from './support/acting.ts'
import { startApp } from './support/app.ts'
import { passphrase, workAs } from './support/office-screens.ts'
import { smallAppointment } from './support/small-case.ts'

test('a draft outlives a SIGKILL', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-cu-killed-'))
  const text = 'Phó Giám đốc Sở Nội vụ'
  const child = spawn(process.execPath, [join(import.meta.dirname, 'support', 'typing-child.ts'), folder, text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (said: Buffer) => {
      if (said.toString().includes('typed')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the child ended by itself: ${code}`)))
  })
  child.kill('SIGKILL')
  const app = await startApp('2026-09-07T09:00:00+07:00', 'browser', folder)
  try {
    const { page } = app
    const form = sheet(page, 'Mở tệp đã có')
    await fill(form, 'Mật khẩu của tệp', passphrase)
    await form.getByRole('button', { name: 'Mở tệp', exact: true }).click()
    const [first] = smallAppointment('RB2026', { isSample: true, decidesHere: true }).operators
    if (first === undefined) throw new Error('nobody works here')
    await workAs(page, first)
    await page.keyboard.press('Control+m')
    await expect.poll(() => page.getByLabel('Chức danh', { exact: true }).inputValue()).toBe(text)
    // One step back in a draft of this run only: what came from the disk is where it begins.
    await page.getByLabel('Chức danh', { exact: true }).pressSequentially('!')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByLabel('Chức danh', { exact: true }).inputValue()).toBe(text)
    expect(app.faults).toEqual([])
  } finally {
    await app.close()
  }
})
