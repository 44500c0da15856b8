// The screens of the office: making the data file, saying who works, giving officials their keys.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { viLaw } from '../../../renderer/messages/vi-law.ts'
import { viScreens } from '../../../renderer/messages/vi-screens.ts'
import type { OfficePart } from '../../../renderer/office-parts.ts'
import type { Operator } from '../../../workflows/office.ts'
import type { Organisation } from '../../../workflows/procedure/facts.ts'
import { roles } from '../../../workflows/roles.ts'
import type { SampleCase } from '../../../workflows/sample/sample-case.ts'
import { fill, sheet, unfold } from './acting.ts'

export const passphrase = 'mật khẩu của tệp thử'
/** Opens the authority; each official's key has its own. */
export const authorityPassphrase = 'mật khẩu nơi cấp chứng thư'
export const keyPassphrase = 'mật khẩu riêng của người ký'

/** The first screen filled in, not yet sent. */
export async function fillNewFile(page: Page, file: string, organisation: Organisation, operators: readonly Operator[]): Promise<void> {
  const form = sheet(page, 'Tạo tệp mới cho cơ quan')
  await fill(form, 'Nơi đặt tệp mới', file)
  await fill(form, 'Mật khẩu mới cho tệp', passphrase)
  await fill(form, 'Nhập lại mật khẩu', passphrase)
  await fill(form, 'Tên cơ quan', organisation.name)
  await fill(form, 'Cơ quan cấp trên', organisation.superior ?? '')
  await fill(form, 'Địa danh', organisation.place)
  await fill(form, 'Chữ viết tắt', organisation.sign)
  for (const [index, operator] of operators.entries()) {
    const box = form.getByRole('group', { name: `Người thứ ${index + 1}`, exact: true })
    if ((await box.count()) === 0) await form.getByRole('button', { name: 'Thêm người làm việc' }).click()
    await fill(box, 'Họ và tên', operator.name)
    await fill(box, 'Số định danh cá nhân', operator.citizenId ?? '')
    // It opens by itself where the form was sent without a role.
    if (!(await box.getByRole('checkbox').first().isVisible())) await box.locator('summary').click()
    for (const role of roles)
      await box.getByRole('checkbox', { name: viLaw.role[role], exact: true }).setChecked(operator.roles.includes(role))
  }
}

/** The data file made in one go, up to the question of who works. */
export async function makeFile(
  page: Page,
  folder: string,
  { organisation, operators }: Pick<SampleCase, 'organisation' | 'operators'>,
): Promise<void> {
  await fillNewFile(page, join(folder, 'so-noi-vu.tiencu'), organisation, operators)
  await page.getByRole('button', { name: 'Tạo tệp' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ai đang làm việc?' }).waitFor()
}

/** Chooses who works from now on, on the screen for it or in the masthead. */
export async function workAs(page: Page, operator: Operator): Promise<void> {
  const chosen = page.getByLabel('Người đang làm việc')
  const start = page.getByRole('button', { name: `Bắt đầu làm việc với tên ${operator.name}`, exact: true })
  await chosen.or(start).first().waitFor()
  // Asked of the button: a screen that begins again shows neither for a moment.
  if (await start.isVisible()) return start.click().then(() => chosen.waitFor())
  const option = chosen.getByRole('option', { name: new RegExp(`^${operator.name}(,|$)`) })
  const id = await option.evaluate((one) => (one instanceof HTMLOptionElement ? one.value : ''))
  await chosen.selectOption(id)
  // The box shows whoever works by the last answer of the office: this waits for it, and for the screen to begin again under the new name.
  await expect.poll(() => chosen.inputValue(), { timeout: 30_000 }).toBe(id)
}

export async function makeAuthority(page: Page): Promise<void> {
  const keys = sheet(page, 'Khóa ký')
  const form = await unfold(keys, 'Lập nơi cấp chứng thư của cơ quan')
  await fill(form, 'Mật khẩu của nơi cấp chứng thư', authorityPassphrase)
  await fill(form, 'Nhập lại mật khẩu của nơi cấp', authorityPassphrase)
  await form.getByRole('button', { name: 'Lập nơi cấp chứng thư' }).click()
  await keys.getByText('Chưa có bộ khôi phục.').waitFor()
}

export async function issueCertificate(page: Page, person: { readonly name: string; readonly citizenId: string }): Promise<void> {
  const keys = sheet(page, 'Khóa ký')
  const form = await unfold(keys, 'Cấp chứng thư cho một người')
  await fill(form, 'Họ và tên', person.name)
  await fill(form, 'Số định danh cá nhân', person.citizenId)
  await fill(form, 'Mật khẩu của nơi cấp chứng thư', authorityPassphrase)
  await fill(form, 'Mật khẩu riêng của người được cấp', keyPassphrase)
  await fill(form, 'Nhập lại mật khẩu riêng', keyPassphrase)
  await form.getByRole('button', { name: 'Cấp chứng thư' }).click()
  await keys.getByRole('listitem').filter({ hasText: person.citizenId }).waitFor()
}

/** Leaves for one of the sections named in the masthead. */
export async function goTo(page: Page, section: 'Việc của tôi' | 'Cán bộ' | 'Quy hoạch' | 'Kiểm tra hồ sơ' | 'Cơ quan'): Promise<void> {
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('button', { name: section }).click()
  await page.getByRole('heading', { level: 1, name: section }).waitFor()
}

/** Leaves for one part of the page of the office. */
export async function goToOffice(page: Page, part: OfficePart): Promise<void> {
  await goTo(page, 'Cơ quan')
  await page.getByRole('navigation', { name: viScreens.office.parts }).getByRole('button', { name: viScreens.office.part[part] }).click()
}

/** A unit at the top of the tree, since 2010, from the list of people; its page is shown. */
export async function addTopUnit(page: Page, name: string): Promise<void> {
  await page.getByText('Thêm đơn vị cấp trên cùng').click()
  const units = sheet(page, 'Đơn vị')
  await fill(units, 'Tên đơn vị', name)
  await fill(units, 'Từ ngày', '1/1/2010')
  await units.getByRole('button', { name: 'Ghi đơn vị mới' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
