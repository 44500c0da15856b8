// The ballot by hand: slips out, slips back, the count by one and its confirmation by another, the announcement, the end of the meeting.
import type { Locator, Page } from 'playwright-core'
import { viLaw } from '../../../renderer/messages/vi-law.ts'
import type { CommandOf } from '../../../workflows/procedure/commands.ts'
import { fill, seal, unfold } from './acting.ts'
import { turnTo } from './meeting-acts.ts'

export async function prepareBallots(page: Page, { printed, mark }: CommandOf<'prepareBallots'>): Promise<void> {
  const work = await turnTo(page, 'ballots')
  await fill(work, 'Phiếu in', String(printed))
  await work.getByRole('radio', { name: viLaw.mark[mark], exact: true }).check()
  await seal(work, 'Ghi số phiếu in')
}

export async function issueBallots(page: Page, { issued }: CommandOf<'issueBallots'>): Promise<void> {
  const work = await turnTo(page, 'ballots')
  await fill(work, 'Phiếu phát ra', String(issued))
  await seal(work, 'Phát phiếu')
}

export async function collectBallots(page: Page, { collected, unusedSealed }: CommandOf<'collectBallots'>): Promise<void> {
  const work = await turnTo(page, 'ballots')
  await fill(work, 'Phiếu thu về', String(collected))
  await fill(work, 'Phiếu không dùng, đã niêm phong', String(unusedSealed))
  await seal(work, 'Thu phiếu')
}

/** The boxes of the count, not yet recorded. */
export async function fillCount(page: Page, { entry }: CommandOf<'typeCount'>): Promise<Locator> {
  const work = await turnTo(page, 'count')
  await fill(work, 'Phiếu hợp lệ', String(entry.ballotsValid))
  await fill(work, 'Phiếu không hợp lệ', String(entry.ballotsInvalid))
  for (const [name, votes] of Object.entries(entry.votes ?? {})) await fill(work, name, String(votes))
  const reasons = Object.entries(entry.invalidReasons ?? {})
  if (reasons.length > 0) {
    const fold = await unfold(work, 'Lý do không hợp lệ')
    const words: Readonly<Record<string, string>> = viLaw.invalidReason
    for (const [reason, count] of reasons) await fill(fold, words[reason] ?? reason, String(count))
  }
  return work
}

export async function typeCount(page: Page, command: CommandOf<'typeCount'>): Promise<void> {
  await seal(await fillCount(page, command), 'Nhập kết quả kiểm phiếu')
}

export async function confirmCount(page: Page): Promise<void> {
  await seal(await turnTo(page, 'count'), 'Xác nhận kết quả kiểm phiếu')
}

export async function announceResult(page: Page): Promise<string> {
  return seal(await turnTo(page, 'result'), 'Công bố kết quả')
}

export async function closeConference(page: Page, { conclusion, countComplaint }: CommandOf<'closeConference'>): Promise<void> {
  const work = await turnTo(page, 'minutes')
  await fill(work, 'Kết luận của chủ trì', conclusion)
  if (countComplaint) await fill(work, 'Khiếu nại, kiến nghị về việc kiểm phiếu', countComplaint)
  await seal(work, 'Kết thúc hội nghị')
  await page.getByRole('heading', { name: 'Không có hội nghị đang mở' }).first().waitFor()
  // The minutes are drawn in the same order; the foot says how many are still owed.
  await page
    .getByRole('contentinfo')
    .getByText(/còn nợ/)
    .waitFor({ state: 'hidden' })
}
