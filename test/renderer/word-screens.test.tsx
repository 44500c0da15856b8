// Word on screen: a changed template is told its faults before it can be used; a copy that drifted shows both texts.
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { approved, conference } from '../support/appointment.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

beforeEach(() => {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('about:blank')
})

const docx = () => new File([Uint8Array.from([80, 75, 3, 4])], 'mẫu quyết định.docx')

test('a template with a fault says what and where; it cannot be used', async () => {
  const problem = {
    code: 'word-field-unknown',
    part: 'document',
    paragraph: 12,
    text: '{trích yếu}',
    field: 'trích yếu',
    near: 'trich_yeu',
  } as const
  const office = memoryOffice(approved('RB2026'), { wordProblems: [problem] })
  const { user } = showApp(office, '#/office/papers')
  const sheet = await screen.findByRole('region', { name: 'Mẫu Word của cơ quan' })
  expect(within(sheet).getByText('Đang dùng mẫu có sẵn của ứng dụng.')).toBeInTheDocument()
  await user.upload(within(sheet).getByLabelText('Nạp mẫu đã sửa'), docx())
  expect(await within(sheet).findByRole('alert')).toHaveTextContent(
    'Đoạn 12 (“{trích yếu}”): không có trường {trích yếu}. Có phải {trich_yeu}?',
  )
  expect(within(sheet).queryByRole('button', { name: 'Dùng mẫu này' })).toBeNull()
  expect(office.orders).toEqual([])
})

test('a good one is loaded for its form and kind; the fields it may use are listed with what they mean', async () => {
  const office = memoryOffice(approved('RB2026'))
  const { user } = showApp(office, '#/office/papers')
  const sheet = await screen.findByRole('region', { name: 'Mẫu Word của cơ quan' })
  await user.selectOptions(within(sheet).getByLabelText('Loại văn bản'), 'submission')
  expect((await within(sheet).findByText('{@noi_dung}')).parentElement).toHaveTextContent('toàn bộ nội dung, phải có')
  expect((await within(sheet).findByText('{o_assessment}')).parentElement).toHaveTextContent('Nhận xét, đánh giá nhân sự')
  await user.upload(within(sheet).getByLabelText('Nạp mẫu đã sửa'), docx())
  await user.click(await within(sheet).findByRole('button', { name: 'Dùng mẫu này' }))
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toEqual({
    to: 'shell',
    act: { act: 'loadWordTemplate', family: 'state', kind: 'submission', name: 'mẫu quyết định.docx', bytes: btoa('PK\u0003\u0004') },
  })
})

test('a Word copy that drifted shows the field, what was signed, and what Word says now', async () => {
  const play = approved('RB2026')
  conference(play, 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 3, B: 2 } })
  const paperId = 'case-1-1-bbkp-1'
  const drawn = { type: 'paperDrawn', paperId: paperId as never, kind: 'voteCountMinutes', version: 1, sha256: 'a'.repeat(64) } as const
  play.take(
    { ...drawn, conferenceId: play.case.state.conferences[0]?.conferenceId ?? '', recordSha256: 'b'.repeat(64), fields: [] },
    play.stamp('hr'),
  )
  const lines = [
    { fields: ['so_ky_hieu'], signed: 'Số: 05/BB-SNV', word: 'Số: 06/BB-SNV' },
    { fields: ['noi_dung: Số phiếu phát ra'], signed: '24 phiếu' },
  ]
  const office = memoryOffice(play, { drift: { isUnmarked: true, isSignedSince: false, lines } })
  const { user } = showApp(office, `#/paper/${caseId}/${paperId}`)
  await user.click(await screen.findByText('So bản Word với bản đã ký'))
  await user.upload(screen.getByLabelText('Chọn tệp .docx'), docx())
  expect(await screen.findByText('Bản Word đã lệch với văn bản này ở 2 chỗ')).toBeInTheDocument()
  expect(screen.getByText(/không còn dấu cho biết/)).toBeInTheDocument()
  expect(screen.getByText('số, ký hiệu').parentElement).toHaveTextContent('Số: 05/BB-SNVBản WordSố: 06/BB-SNV')
  expect(screen.getByText('Số phiếu phát ra').parentElement).toHaveTextContent('24 phiếuBản Wordkhông có')
})
