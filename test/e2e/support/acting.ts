// The two ways an act is put on record: the red seal with its two beats, and an ordinary button.
import type { Locator, Page } from 'playwright-core'

/** A sheet by the words of its heading. */
export const sheet = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true })

const startsWith = (words: string) => new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

export const sealOf = (within: Locator, label: string): Locator => within.getByRole('button', { name: startsWith(label) })

/** Arms, reads the sentence that will be recorded, records; gives the sentence. Throws with the refusal when it is refused. */
export async function seal(within: Locator, label: string): Promise<string> {
  const sentence = await press(within, label)
  const refused = within.getByRole('alert')
  if ((await refused.count()) > 0) throw new Error(`${label}: ${await wordsOf(refused.first())}`)
  return sentence
}

/** The same where a refusal is what the test waits for; gives its sentence. */
export async function refusedSeal(within: Locator, label: string): Promise<string> {
  await press(within, label)
  return wordsOf(within.getByRole('alert'))
}

async function press(within: Locator, label: string): Promise<string> {
  await sealOf(within, label).click()
  const armed = sealOf(within, 'Nhấn lần nữa để ghi')
  await armed.waitFor()
  const sentence = await wordsOf(within.getByRole('status').filter({ hasText: 'Sẽ ghi vào sổ:' }))
  await armed.click()
  await armed.waitFor({ state: 'hidden' })
  await sealOf(within, 'Đang ghi bền').waitFor({ state: 'hidden' })
  return sentence
}

export const wordsOf = async (place: Locator): Promise<string> => (await place.textContent()) ?? ''

/** Does the person see it without scrolling, and nothing lying over it? */
export const isInSight = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return seen !== null && (element.contains(seen) || seen.contains(element))
  })

export const fill = (within: Locator | Page, label: string, text: string): Promise<void> =>
  within.getByLabel(label, { exact: true }).fill(text)

/** Opens a fold by the words on it, if it is shut. */
export async function unfold(within: Locator, words: string): Promise<Locator> {
  const fold = within
    .getByRole('group')
    .filter({ has: within.page().getByText(words, { exact: true }) })
    .last()
  if ((await fold.getAttribute('open')) === null) await fold.getByText(words, { exact: true }).first().click()
  return fold
}

/** `2026-09-07` as it is typed here. */
export const typedDay = (iso: string): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`
export const typedTime = (instant: string): string => instant.slice(11, 16)

export type Paper = { readonly number: string; readonly date: string; readonly issuer?: string | undefined }

/** The boxes that refer to a paper outside the app. */
export async function fillPaper(within: Locator, legend: string, { number, date, issuer }: Paper): Promise<void> {
  const boxes = within.getByRole('group', { name: legend, exact: true })
  await fill(boxes, 'Số, ký hiệu', number)
  await fill(boxes, 'Ngày văn bản', typedDay(date))
  if (issuer !== undefined) await fill(boxes, 'Nơi ban hành', issuer)
}
