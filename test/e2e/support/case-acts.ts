// The acts on the page of a case, each done by hand: choose it, fill its boxes, press the seal.
import type { Locator, Page } from 'playwright-core'
import { viLaw } from '../../../renderer/messages/vi-law.ts'
import type { CommandOf } from '../../../workflows/procedure/commands.ts'
import { fill, fillPaper, seal, sheet, typedDay, typedTime } from './acting.ts'

type Names = (personId: string) => string

/** Chooses an act in the lists of the case; gives the sheet of its form. */
export async function choose(page: Page, act: string): Promise<Locator> {
  const form = sheet(page, act)
  if ((await form.count()) === 0) {
    const lists = page.getByRole('region', { name: /^Việc (tiếp theo|khác với hồ sơ)$/ })
    await lists.getByRole('button', { name: act }).first().click()
  }
  await form.waitFor()
  return form
}

/** The answers of the screen that opens a case, not yet recorded. */
export async function fillOpening(page: Page, { opening, overlays }: CommandOf<'openCase'>): Promise<Locator> {
  const questions = sheet(page, 'Câu hỏi')
  await fill(questions, 'Chức danh', opening.post.title)
  await fill(questions, 'Đơn vị', opening.post.unit)
  await questions.getByLabel('Bậc của chức danh', { exact: true }).selectOption({ value: String(opening.post.rank) })
  await questions.getByLabel('Khối', { exact: true }).selectOption({ label: viLaw.track[opening.track] })
  await questions.getByLabel('Độ mật', { exact: true }).selectOption({ value: opening.classification })
  await fill(questions, 'Ngày chủ trương', typedDay(opening.startDate))
  const tick = (label: string, isOn: boolean) => questions.getByRole('checkbox', { name: label, exact: true }).setChecked(isOn)
  await tick('Cơ quan này có thẩm quyền quyết định', opening.decidesHere)
  await tick(viLaw.overlay['OV-AP2021'], overlays.includes('OV-AP2021'))
  await tick('Dữ liệu mẫu', opening.isSample)
  return sheet(page, 'Hồ sơ này sẽ đi thế nào')
}

export async function openCase(page: Page, command: CommandOf<'openCase'>): Promise<void> {
  await page.keyboard.press('Control+m')
  const lawPage = await fillOpening(page, command)
  await seal(lawPage, 'Mở và gắn bộ quy tắc')
  await page.getByRole('heading', { level: 1, name: command.opening.post.title }).waitFor()
}

export async function recordAct(page: Page, { act, document, doneOn, details }: CommandOf<'recordAct'>): Promise<void> {
  const words = `Ghi: ${viLaw.actName[act]}`
  const form = await choose(page, words)
  if (document !== undefined) await fillPaper(form, 'Văn bản', document)
  await fill(form, 'Ngày thực hiện', typedDay(doneOn))
  const labels: Readonly<Record<string, string>> = viLaw.actField
  for (const [field, text] of Object.entries(details)) await fill(form, labels[field] ?? field, text)
  await seal(form, words)
}

export async function proposeNominee(page: Page, { nominee }: CommandOf<'proposeNominee'>): Promise<void> {
  const form = await choose(page, 'Đề xuất nhân sự')
  await fill(form, 'Họ và tên', nominee.name)
  await fill(form, 'Chức vụ hiện nay', nominee.currentPost)
  await form.getByLabel('Bậc chức vụ hiện nay').selectOption({ value: String(nominee.currentRank ?? 'none') })
  await fill(form, 'Ngày sinh', nominee.birthDate === undefined ? '' : typedDay(nominee.birthDate))
  await fill(form, 'Số định danh cá nhân', nominee.citizenId ?? '')
  await seal(form, 'Đề xuất nhân sự')
  await sheet(page, 'Nhân sự').getByRole('row', { name: nominee.name }).waitFor()
}

export async function submitActionProgram(page: Page, command: CommandOf<'submitActionProgram'>, nameOf: Names): Promise<void> {
  const form = await choose(page, 'Nhận chương trình hành động')
  await form.getByRole('radio', { name: nameOf(command.personId), exact: true }).check()
  await fill(form, 'Ngày nộp', typedDay(command.handedInOn))
  await fill(form, 'Số trang', String(command.program.pages))
  for (const { key, text } of command.program.sections) await fill(form, viLaw.programSection[key], text)
  await seal(form, 'Nhận chương trình hành động')
}

/** The form of a convocation, its list pasted as from a spreadsheet; not yet recorded. */
export async function fillConvocation(page: Page, command: CommandOf<'conveneConference'>): Promise<Locator> {
  const form = await choose(page, `Triệu tập hội nghị: ${viLaw.stage[command.stage]}`)
  await fill(form, 'Ngày họp', typedDay(command.plannedAt))
  await fill(form, 'Giờ họp', typedTime(command.plannedAt))
  await fill(form, 'Địa điểm', command.place)
  await fill(form, 'Tổng số thành viên của tập thể', String(command.membersTotal))
  const lines = command.rows.map((row) => [row.name, row.title, row.role, row.hasVote ? '' : 'không'].join('\t'))
  await fill(form, 'Danh sách triệu tập, mỗi dòng một người', lines.join('\n'))
  if (command.listApproval) await fillPaper(form, 'Văn bản phê duyệt danh sách triệu tập', command.listApproval)
  const pick = (label: string, personId: string) => {
    const row = command.rows.find((one) => one.personId === personId)
    return form.getByLabel(label, { exact: true }).selectOption({ label: `${row?.name}, ${row?.title}` })
  }
  await pick('Chủ trì', command.chair)
  await pick('Thư ký hội nghị', command.secretary)
  return form
}

export async function conveneConference(page: Page, command: CommandOf<'conveneConference'>): Promise<void> {
  const form = await fillConvocation(page, command)
  await seal(form, 'Triệu tập hội nghị')
  await page.getByRole('button', { name: 'Vào hội nghị' }).waitFor()
}

export async function submitCase(page: Page, { document }: CommandOf<'submitCase'>): Promise<void> {
  const form = await choose(page, 'Trình cấp có thẩm quyền')
  await fillPaper(form, 'Tờ trình', document)
  await seal(form, 'Trình cấp có thẩm quyền')
}

export async function decideCase(page: Page, { document, names, effectiveOn }: CommandOf<'decideCase'>, nameOf: Names): Promise<string> {
  const form = await choose(page, 'Ghi quyết định')
  await fillPaper(form, 'Quyết định', document)
  for (const personId of names) await form.getByRole('checkbox', { name: nameOf(personId), exact: true }).check()
  await fill(form, 'Ngày có hiệu lực', typedDay(effectiveOn))
  return seal(form, 'Ghi quyết định')
}

export async function makeEffective(page: Page, { on }: CommandOf<'makeEffective'>): Promise<void> {
  const form = await choose(page, 'Ghi ngày có hiệu lực')
  await fill(form, 'Ngày có hiệu lực', typedDay(on))
  await seal(form, 'Ghi ngày có hiệu lực')
}

export async function archiveCase(page: Page, { box }: CommandOf<'archiveCase'>): Promise<void> {
  const form = await choose(page, 'Lưu trữ hồ sơ')
  await fill(form, 'Hộp, cặp lưu trữ', box)
  await seal(form, 'Lưu trữ hồ sơ')
}
