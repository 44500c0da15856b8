// A process of its own that types into a form and then waits to be killed: says `typed` once the foot says the draft is kept.
import { startApp } from './app.ts'
import { makeFile, workAs } from './office-screens.ts'
import { smallAppointment } from './small-case.ts'

const [folder, text] = process.argv.slice(2)
if (folder === undefined || text === undefined) throw new Error('typing-child: a folder and a text')
const small = smallAppointment('RB2026', { isSample: true, decidesHere: true })
const app = await startApp('2026-09-07T08:00:00+07:00', 'browser', folder)
await makeFile(app.page, app.folder, small)
const [first] = small.operators
if (first === undefined) throw new Error('nobody works here')
await workAs(app.page, first)
await app.page.keyboard.press('Control+m')
await app.page.getByLabel('Chức danh', { exact: true }).pressSequentially(text)
await app.page.getByText('Nháp: đã giữ').waitFor()
console.log('typed')
await new Promise(() => undefined)
