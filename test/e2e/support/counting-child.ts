// A counter whose PC dies: the whole app in a process of its own, which says on standard output what its screen shows. Killed from outside.
import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CaseId } from '../../../workflows/core/ids.ts'
import { startApp } from './app.ts'
import { pressSlips, sitAtTable, totalsOf } from './counting-desk.ts'

const { values } = parseArgs({
  options: { file: { type: 'string' }, case: { type: 'string' }, passphrase: { type: 'string' }, at: { type: 'string' } },
})
const { file = '', passphrase = '', at = '' } = values
const app = await startApp(at)
const { page } = app
await sitAtTable(page, { file, passphrase, caseId: CaseId.parse(values.case) }, 'kp1')
await page.getByRole('button', { name: 'Chia phiếu thành tập' }).focus()
await page.keyboard.press('Enter')
await page.getByRole('button', { name: /^Bắt đầu đếm tập 1/ }).waitFor()
await page.keyboard.press('Enter')
await page.getByText('Tập 1, mời phiếu tiếp theo').waitFor()
// Whoever pulls the plug after the fifth may find the sixth on the disk, and no more than that.
const slips = ['1', '2', '1', 'x2', '1', '2']
for (const [index, slip] of slips.entries()) {
  await pressSlips(page, [slip], index)
  writeSync(1, `${JSON.stringify(await totalsOf(page))}\n`)
}
// Stands there, until somebody pulls the plug.
setInterval(() => undefined, 1000)
