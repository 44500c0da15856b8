// Handing in an action program: its figures and its files go on record with its text; a line begun and left is not lost in silence.

import { createHash } from 'node:crypto'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { approved } from '../support/appointment.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

test('targets and files are recorded with the program; the file is known by its digest', async () => {
  const office = memoryOffice(approved('RB2026'))
  const { user } = showApp(office, `#/case/${caseId}`)
  await user.click(await screen.findByRole('button', { name: /Nộp chương trình hành động|Nhận chương trình hành động/ }))
  const [who] = await screen.findAllByRole('radio')
  if (!who) throw new Error('nobody stands')
  await user.click(who)
  await user.type(screen.getByLabelText('Số trang'), '4')
  const [situation] = screen.getAllByRole('textbox').filter((box) => box.tagName === 'TEXTAREA')
  if (!situation) throw new Error('no section')
  await user.type(situation, 'Tình hình đơn vị')
  await user.click(screen.getByRole('button', { name: 'Thêm chỉ tiêu' }))
  const target = screen.getByRole('group', { name: 'Chỉ tiêu 1' })
  await user.type(within(target).getByLabelText('Tên chỉ tiêu'), 'Hồ sơ đúng hạn')
  await user.type(within(target).getByLabelText('Đơn vị tính'), '%')
  await user.type(within(target).getByLabelText('Hiện nay'), '91,5')
  await user.type(within(target).getByLabelText('Thời hạn'), '31/12/2028')
  const words = 'Phụ lục số liệu'
  await user.upload(screen.getByLabelText('Chọn tài liệu kèm theo'), new File([words], 'phụ lục.pdf', { type: 'application/pdf' }))
  expect(await screen.findByText(/phụ lục.pdf \(1 KB\)/)).toBeInTheDocument()
  // The act's own button stands in the list of acts; the seal is the other.
  const seal = () =>
    screen.getAllByRole('button', { name: /chương trình hành động/i }).find((button) => button.className.includes('seal')) ?? document.body
  await user.click(seal())
  // The figure itself is missing.
  expect(within(target).getByText('Chưa điền ô này.')).toBeInTheDocument()
  await user.type(within(target).getByLabelText('Mục tiêu'), '98')
  await user.click(seal())
  await user.keyboard('{Enter}')
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toMatchObject({
    command: {
      type: 'submitActionProgram',
      program: {
        targets: [{ name: 'Hồ sơ đúng hạn', unit: '%', baseline: '91,5', target: '98', due: '2028-12-31' }],
        attachments: [{ name: 'phụ lục.pdf', mime: 'application/pdf', sha256: createHash('sha256').update(words).digest('hex') }],
      },
    },
  })
})
