// A folder checked on screen: what does not hold stands first, each file opens to its own checks, and a stop says that nothing was noted.
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CheckReport, FolderReport, Office, Question, Refusal } from '../../workflows/office.ts'
import { Play } from '../support/play.ts'
import { memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const file = (name: string, overall: CheckReport['overall']): CheckReport => ({
  name,
  isSample: false,
  overall,
  lines: [{ no: 1, code: 'FILE_READ', state: overall === 'HOP_LE' ? 'ok' : 'broken', numbers: { sha256: 'ab' } }],
})

function office(answer: FolderReport | Refusal) {
  const fake = memoryOffice(new Play('2026-09-07T08:00:00+07:00'))
  const asked: Question[] = []
  const shown: Office = {
    ...fake,
    ask: async (question) => {
      if (question.about !== 'folder') return fake.ask(question)
      asked.push(question)
      return 'files' in answer ? { ok: true, value: answer as never } : { ok: false, refusal: answer as Refusal }
    },
  }
  return { shown, asked }
}

async function check(answer: FolderReport | Refusal) {
  const { shown, asked } = office(answer)
  const { user } = showApp(shown, '#/check')
  const sheet = await screen.findByRole('region', { name: 'Kiểm cả thư mục' })
  await user.click(within(sheet).getByRole('button', { name: 'Kiểm thư mục' }))
  expect(within(sheet).getByText('Chưa điền ô này.')).toBeInTheDocument()
  expect(asked).toEqual([])
  await user.type(within(sheet).getByLabelText('Thư mục trên máy này'), '/ho-so')
  await user.click(within(sheet).getByRole('button', { name: 'Kiểm thư mục' }))
  expect(asked).toEqual([{ about: 'folder', folder: '/ho-so' }])
  return { user, sheet }
}

test('counts come first, then what does not hold; the valid ones are folded, and each file opens to its checks', async () => {
  const { user, sheet } = await check({
    folder: '/ho-so',
    files: [file('01.pdf', 'HOP_LE'), file('02.pdf', 'KHONG_HOP_LE'), file('03.pdf', 'HOP_LE')],
  })
  expect(await within(sheet).findByRole('status')).toHaveTextContent('Đã kiểm 3 tệp: 1 không hợp lệ, 2 hợp lệ')
  const list = within(sheet).getByRole('list', { name: 'Các tệp cần xem' })
  const names = (part: Element) => [...part.querySelectorAll('.check-file > summary')].map((one) => one.textContent?.slice(0, 6))
  expect(names(list)).toEqual(['02.pdf'])
  const folded = within(sheet).getByText('2 hợp lệ', { selector: 'summary' }).closest('details')
  expect([folded?.open, folded && names(folded)]).toEqual([false, ['01.pdf', '03.pdf']])
  expect(within(list).queryByText('FILE_READ')).toBe(null)
  await user.click(within(list).getByText(/^02\.pdf/))
  expect(await within(list).findByText('FILE_READ')).toBeInTheDocument()
})

test('a check that was stopped says so', async () => {
  const { sheet } = await check({ code: 'work-stopped' })
  expect(await within(sheet).findByRole('alert')).toHaveTextContent('Đã dừng theo yêu cầu')
})
