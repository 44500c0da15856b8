// What is done in the room before ballots go out: the roll, the purpose, the list, action programs, information, the counting team.
import type { Locator, Page } from 'playwright-core'
import { viLaw } from '../../../renderer/messages/vi-law.ts'
import { viMeeting } from '../../../renderer/messages/vi-meeting.ts'
import type { CommandOf } from '../../../workflows/procedure/commands.ts'
import { fill, fillPaper, seal, sheet, typedTime, unfold, wordsOf } from './acting.ts'

type Names = (personId: string) => string
export type Part = keyof typeof viMeeting.agenda

/** Turns to a part of the meeting; gives its sheet. */
export async function turnTo(page: Page, part: Part): Promise<Locator> {
  const title = viMeeting.agenda[part]
  const work = sheet(page, title)
  const agenda = page.getByRole('navigation', { name: 'Chương trình hội nghị' })
  const stop = agenda.getByRole('button', { name: new RegExp(`\\. ${title} `) })
  if ((await stop.getAttribute('aria-current')) === null) await stop.click()
  await work.waitFor()
  return work
}

const line = (within: Locator, name: string): Locator => within.getByRole('row').filter({ hasText: name })

async function absence(page: Page, name: string, reason: string): Promise<{ readonly work: Locator; readonly form: Locator }> {
  const work = await turnTo(page, 'opening')
  await work.getByRole('button', { name: `Ghi ${name} vắng`, exact: true }).click()
  const form = work.getByRole('group', { name: `${name} vắng mặt`, exact: true })
  await fill(form, 'Lý do', reason)
  return { work, form }
}

export async function excuseAbsence(page: Page, command: CommandOf<'excuseAbsence'>, nameOf: Names): Promise<void> {
  const name = nameOf(command.personId)
  const { work, form } = await absence(page, name, command.reason)
  await fillPaper(form, 'Văn bản chấp nhận lý do bất khả kháng', command.document)
  await form.getByRole('button', { name: 'Chấp nhận vắng vì bất khả kháng' }).click()
  await line(work, name).getByText('vắng, bất khả kháng').waitFor()
}

export async function noteAbsence(page: Page, command: CommandOf<'noteAbsence'>, nameOf: Names): Promise<void> {
  const name = nameOf(command.personId)
  const { work, form } = await absence(page, name, command.reason)
  await form.getByRole('button', { name: 'Ghi vắng mặt' }).click()
  await line(work, name).getByText(command.reason).waitFor()
}

/** Everyone still expected with one press; some of them name by name, as at a door: letters, then Enter. */
export async function checkIn(page: Page, { personIds }: CommandOf<'checkIn'>, nameOf: Names): Promise<void> {
  const isOpen = (await page.getByRole('button', { name: /Điểm danh, khai mạc đã xong/ }).count()) > 0
  const part = await turnTo(page, isOpen ? 'ballots' : 'opening')
  const work = isOpen ? await unfold(part, 'Điểm danh thêm hoặc ghi người về sớm') : part
  const everybody = work.getByRole('button', { name: `Ghi có mặt ${personIds.length} người còn lại`, exact: true })
  if ((await everybody.count()) > 0) await everybody.click()
  else
    for (const personId of personIds) {
      const box = work.getByLabel('Tìm người để điểm danh')
      await box.fill(nameOf(personId))
      await box.press('Enter')
      await line(work, nameOf(personId)).getByText('có mặt', { exact: true }).waitFor()
      await box.fill('')
    }
  await Promise.all(personIds.map((personId) => line(work, nameOf(personId)).getByText('có mặt', { exact: true }).waitFor()))
}

export async function openConference(page: Page): Promise<void> {
  await seal(await turnTo(page, 'opening'), 'Khai mạc hội nghị')
}

export async function statePurpose(page: Page, { summary }: CommandOf<'statePurpose'>): Promise<void> {
  const work = await turnTo(page, 'purpose')
  await fill(work, 'Nội dung chủ trì đã nêu', summary)
  await seal(work, 'Ghi đã nêu mục đích, tiêu chuẩn')
}

export async function adoptList(page: Page, { names }: CommandOf<'adoptList'>, nameOf: Names): Promise<void> {
  const work = await turnTo(page, 'listAdoption')
  for (const personId of names) await work.getByRole('checkbox', { name: nameOf(personId), exact: true }).check()
  await seal(work, 'Thông qua danh sách')
}

export async function noteStatement(page: Page, { speaker, summary }: CommandOf<'noteStatement'>): Promise<void> {
  const work = await turnTo(page, 'minutes')
  const form = await unfold(work, 'Ghi ý kiến phát biểu')
  await fill(form, 'Người phát biểu', speaker)
  await fill(form, 'Nội dung', summary)
  await form.getByRole('button', { name: 'Ghi ý kiến phát biểu' }).click()
  await work.getByText(`${speaker}: ${summary}`).waitFor()
}

/** The lots as drawn; a single speaker draws none. */
export async function setSpeakingOrder(page: Page, { names }: CommandOf<'setSpeakingOrder'>, nameOf: Names): Promise<void> {
  if (names.length < 2) return
  const work = await turnTo(page, 'actionPrograms')
  const form = await unfold(work, 'Xếp thứ tự trình bày')
  for (const [index, personId] of names.entries()) await fill(form, `Số thăm của ${nameOf(personId)}`, String(index + 1))
  await form.getByRole('button', { name: 'Xếp thứ tự trình bày' }).click()
  await work
    .getByRole('listitem')
    .first()
    .filter({ hasText: nameOf(names[0] ?? '') })
    .waitFor()
}

/** The form of one presentation, filled in; not yet recorded. */
export async function fillPresentation(page: Page, command: CommandOf<'presentActionProgram'>, nameOf: Names): Promise<Locator> {
  const work = await turnTo(page, 'actionPrograms')
  await work.getByRole('heading', { level: 3, name: nameOf(command.personId) }).waitFor()
  await fill(work, 'Từ', typedTime(command.presentedFrom))
  await fill(work, 'Đến', typedTime(command.presentedTo))
  await fill(work, 'Tóm tắt phần trình bày', command.summary)
  for (const [index, question] of command.questions.entries()) {
    const form = work.getByRole('group', { name: `Câu hỏi ${index + 1}`, exact: true })
    if ((await form.count()) === 0) await work.getByRole('button', { name: 'Thêm câu hỏi' }).click()
    await fill(form, 'Người hỏi', question.askedBy)
    await fill(form, 'Câu hỏi', question.text)
    await fill(form, 'Trả lời', question.answer)
  }
  return work
}

export async function presentActionProgram(page: Page, command: CommandOf<'presentActionProgram'>, nameOf: Names): Promise<void> {
  await seal(await fillPresentation(page, command, nameOf), 'Ghi phần trình bày')
  const done = `trình bày ${typedTime(command.presentedFrom)} đến ${typedTime(command.presentedTo)}`
  await (await turnTo(page, 'actionPrograms')).getByText(done).waitFor()
}

export async function giveNomineeInformation(page: Page, { summary }: CommandOf<'giveNomineeInformation'>): Promise<void> {
  const work = await turnTo(page, 'nomineeInformation')
  await fill(work, 'Thông tin đã nêu về từng nhân sự', summary)
  await seal(work, 'Ghi đã nêu thông tin nhân sự')
}

export async function adoptCountingTeam(page: Page, { members, inFavour, of }: CommandOf<'adoptCountingTeam'>): Promise<void> {
  const work = await turnTo(page, 'countingTeam')
  for (const [index, member] of members.entries()) {
    const seat = work.getByRole('group', { name: `Thành viên ${index + 1}`, exact: true })
    const person = seat.getByLabel('Người', { exact: true })
    const option = person.getByRole('option', { name: `${member.name},` })
    await person.selectOption({ label: await wordsOf(option) })
    await seat.getByLabel('Nhiệm vụ', { exact: true }).selectOption({ label: viLaw.teamRole[member.role] })
    await fill(seat, 'Số định danh cá nhân', member.citizenId ?? '')
  }
  await fill(work, 'Số giơ tay tán thành', String(inFavour))
  await fill(work, 'Trên số người biểu quyết', String(of))
  await seal(work, 'Thông qua tổ kiểm phiếu')
}
