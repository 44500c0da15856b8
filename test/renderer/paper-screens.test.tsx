// Papers, keys, checking: whose turn it is to sign, what a key is asked for, what a check found.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { vi as vi_ } from '../../renderer/messages/vi.ts'
import type { KeyView } from '../../workflows/office.ts'
import { approved, conference } from '../support/appointment.ts'
import { Play } from '../support/play.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

beforeEach(() => {
  // A page without a shell around it: the viewer itself is tried in a real browser.
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('about:blank')
})

const paperId = 'case-1-1-bbkp-1'
const sha = (letter: string) => letter.repeat(64)

function drawn() {
  const play = approved('RB2026')
  conference(play, 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 3, B: 2 } })
  const conferenceId = play.case.state.conferences[0]?.conferenceId ?? ''
  const field = (name: string, personName: string, order: number) => ({
    field: name,
    role: name.slice(3).replaceAll('_', '-'),
    personName,
    order,
  })
  play.take(
    {
      type: 'paperDrawn',
      paperId: paperId as never,
      kind: 'voteCountMinutes',
      conferenceId,
      version: 1,
      sha256: sha('a'),
      recordSha256: sha('b'),
      fields: [field('ky.to_truong_kiem_phieu', 'Lý Thị Ngọc Bích', 1), field('ky.chu_tri', 'Hoàng Văn Thắng', 2)],
    },
    play.stamp('hr'),
  )
  return play
}

const key = (keyId: string, name: string): KeyView => ({ keyId, kind: 'officeAuthority', name, validTo: '2031-09-30' })

test('the paper is shown beside who signs in which order, and whose turn it is', async () => {
  showApp(memoryOffice(drawn(), { keys: [key('k1', 'Lý Thị Ngọc Bích')] }), `#/paper/${caseId}/${paperId}`)
  expect(await screen.findByTitle(/Biên bản kiểm phiếu/)).toBeInTheDocument()
  const [first, second] = within(screen.getByRole('complementary', { name: 'Ký theo thứ tự' })).getAllByRole('listitem')
  expect(first).toHaveTextContent('Lý Thị Ngọc Bíchtổ trưởng kiểm phiếuđến lượt')
  expect(second).toHaveTextContent('chờ')
  expect(screen.getByRole('link', { name: 'Tải tệp PDF' })).toHaveAttribute('download', `${paperId}.pdf`)
})

test('Ctrl P shows exactly what will be printed, at true size, and notes the print', async () => {
  const office = memoryOffice(drawn())
  const { user } = showApp(office, `#/paper/${caseId}/${paperId}`)
  await screen.findByTitle(/Biên bản kiểm phiếu/)
  fireEvent.keyDown(document.body, { code: 'KeyP', ctrlKey: true })
  const preview = await screen.findByRole('dialog', { name: /^Xem trước bản in/ })
  expect(preview).toHaveTextContent('100% = khổ A4, 210 × 297 mm')
  expect((await within(preview).findByTitle(vi_.print.title)).getAttribute('src')).toMatch(/zoom=100$/)
  await user.click(within(preview).getByRole('button', { name: vi_.print.do }))
  await waitFor(() =>
    expect(office.orders).toContainEqual({ to: 'shell', act: { act: 'printPapers', caseId, items: [{ paperId, copies: 1 }] } }),
  )
})

test('the set of a step is read at true size before it is printed, and the print brings up the viewer anew', async () => {
  const office = memoryOffice(drawn())
  const { user } = showApp(office, `#/case/${caseId}`)
  await user.click(await screen.findByText(vi_.print.title))
  await user.click(await screen.findByRole('button', { name: vi_.print.preview }))
  const preview = await screen.findByRole('dialog', { name: vi_.print.title })
  const read = await within(preview).findByTitle(vi_.print.title)
  expect(read.getAttribute('src')).toMatch(/zoom=100$/)
  expect(preview).toHaveTextContent('100% = khổ A4, 210 × 297 mm')
  await user.click(within(preview).getByRole('button', { name: vi_.print.do }))
  await within(preview).findByText(/^Đã ghi sổ lần in/)
  // The same bytes as before: a viewer that stayed would not load, and the dialog of the printer would not open.
  const printed = within(preview).getByTitle(vi_.print.title)
  expect(printed).not.toBe(read)
  expect(printed.getAttribute('src')).not.toContain('#')
})

test('what will be signed is told in plain facts beside the pages: the paper, the people, the numbers, the outcome', async () => {
  showApp(memoryOffice(drawn(), { keys: [key('k1', 'Lý Thị Ngọc Bích')] }), `#/paper/${caseId}/${paperId}`)
  const said = await screen.findByRole('region', { name: 'Nội dung chính của văn bản' }, { timeout: 5000 })
  expect(said).toHaveTextContent(/Văn bảnBiên bản kiểm phiếu/)
  expect(said).toHaveTextContent(/Số phiếuphát 5, thu 5, hợp lệ 5, không hợp lệ 0/)
  expect(said).toHaveTextContent(/3 phiếu, 60,00%/)
  expect(said).toHaveTextContent(/Bản giấy ký mực là bản gốc/)
})

test('signing takes the key of whoever’s turn it is and its password, and shows what will be signed', async () => {
  const office = memoryOffice(drawn(), { keys: [key('k2', 'Hoàng Văn Thắng'), key('k1', 'Lý Thị Ngọc Bích')] })
  const { user } = showApp(office, `#/paper/${caseId}/${paperId}`)
  await waitFor(() => expect(screen.getByLabelText('Khóa ký')).toHaveValue('k1'))
  await user.click(screen.getByRole('button', { name: /Ký giấy này/ }))
  expect(screen.getByText('Chưa điền ô này.')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Mật khẩu của khóa'), 'bí mật')
  await user.click(screen.getByRole('button', { name: /Ký giấy này/ }))
  expect(screen.getAllByText(/Lý Thị Ngọc Bích ký Biên bản kiểm phiếu/).length).toBeGreaterThan(1)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toMatchObject({
    act: { act: 'signPaper', field: 'ky.to_truong_kiem_phieu', keyId: 'k1', seen: sha('a'), secret: 'bí mật' },
  })
  expect(screen.getByLabelText('Mật khẩu của khóa')).toHaveValue('')
})

test('another person is let sign with a document and a reason, in the place of whoever’s turn it is', async () => {
  const office = memoryOffice(drawn(), { keys: [key('k1', 'Lý Thị Ngọc Bích')] })
  const { user } = showApp(office, `#/paper/${caseId}/${paperId}`)
  await user.click(await screen.findByText('Cho người khác ký thay', {}, { timeout: 5000 }))
  const fold = within(screen.getByText('Cho người khác ký thay').closest('details') ?? document.body)
  expect(fold.getByText(/^Thay cho Lý Thị Ngọc Bích\./)).toBeInTheDocument()
  await user.click(fold.getByRole('button', { name: 'Cho ký thay và lập lại văn bản' }))
  expect(office.orders).toEqual([])
  await user.type(fold.getByLabelText('Người ký thay'), 'Lê Mai')
  await user.type(fold.getByLabelText('Số định danh cá nhân'), '001180000044')
  await user.type(fold.getByLabelText('Số, ký hiệu'), '12/GUQ')
  await user.type(fold.getByLabelText('Ngày văn bản'), '1/9/2026')
  await user.type(fold.getByLabelText('Lý do'), 'Đi công tác')
  await user.click(fold.getByRole('button', { name: 'Cho ký thay và lập lại văn bản' }))
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toMatchObject({
    command: {
      type: 'allowSigner',
      paperId,
      field: 'ky.to_truong_kiem_phieu',
      name: 'Lê Mai',
      citizenId: '001180000044',
      document: { number: '12/GUQ', date: '2026-09-01' },
      reason: 'Đi công tác',
    },
  })
})

test('a paper that differs from another shows both places, and takes a reason before it is signed', async () => {
  const one = { source: { paperId }, place: { heading: 'II. SỐ PHIẾU', label: 'Số phiếu phát ra' }, says: '24' }
  const other = { source: { act: 'caseSubmitted', version: 40 }, place: { paragraph: 3, field: 'assessment' }, says: '25' }
  const difference = { id: 'phát ra | a | b', matter: 'count', one, other, accepted: [] } as const
  const office = memoryOffice(drawn(), { agreement: { differences: [difference], hidden: 1 } })
  const { user } = showApp(office, `#/paper/${caseId}/${paperId}`)
  const side = await screen.findByRole('complementary', { name: 'Ký theo thứ tự' })
  await waitFor(() => expect(within(side).getByText('1 chỗ khác nhau')).toBeInTheDocument())
  expect(within(side).getByText('24').parentElement).toHaveTextContent('24Văn bản nàyII. SỐ PHIẾU, dòng “Số phiếu phát ra”')
  expect(within(side).getByText('25').parentElement).toHaveTextContent('Việc đã ghi: Trìnhđoạn 3, ô “Nhận xét, đánh giá nhân sự”')
  expect(within(side).getByText(/Còn 1 chỗ khác nhau/)).toBeInTheDocument()
  await user.click(within(side).getByRole('button', { name: 'Ghi lý do, vẫn ký' }))
  expect(office.orders).toHaveLength(0)
  await user.type(within(side).getByLabelText('Lý do vẫn ký'), 'số của lần phát đầu')
  await user.click(within(side).getByRole('button', { name: 'Ghi lý do, vẫn ký' }))
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toMatchObject({
    command: { type: 'acceptDifferences', paperId, differences: ['phát ra | a | b'], reason: 'số của lần phát đầu' },
  })
  expect(office.play.case.state.papers[0]?.accepted).toMatchObject([{ reason: 'số của lần phát đầu', by: 'hr' }])
})

test('without any key the screen says where to get one', async () => {
  showApp(memoryOffice(drawn()), `#/paper/${caseId}/${paperId}`)
  expect(await screen.findByText('Chưa có khóa ký nào')).toBeInTheDocument()
})

test('the case lists its papers, owed ones too, and can be exported to a folder', async () => {
  const office = memoryOffice(drawn())
  const { user } = showApp(office, `#/case/${caseId}`)
  const papers = await screen.findByRole('region', { name: 'Giấy tờ' })
  expect(within(papers).getByText('đã ký 0/2')).toBeInTheDocument()
  expect(within(papers).getByText('còn nợ')).toBeInTheDocument()
  await user.click(within(papers).getByRole('button', { name: 'Lập 1 giấy còn nợ' }))
  await user.click(within(papers).getByText('Xuất cả hồ sơ ra thư mục'))
  await user.type(within(papers).getByLabelText('Thư mục'), '/usb/ho-so')
  await user.click(within(papers).getByRole('button', { name: 'Xuất hồ sơ' }))
  expect(office.orders).toEqual([
    { to: 'shell', act: { act: 'drawPapers', caseId } },
    { to: 'shell', act: { act: 'exportCase', caseId, folder: '/usb/ho-so' } },
  ])
})

test('a file is checked by handing it over; what failed says so, what is a note is not called right', async () => {
  const { user } = showApp(memoryOffice(new Play('2026-09-07T08:00:00+07:00')), '#/check')
  await user.upload(
    await screen.findByLabelText('Chọn tệp để kiểm tra'),
    new File([new Uint8Array([37])], 'bb.pdf', { type: 'application/pdf' }),
  )
  const report = await screen.findByRole('region', { name: 'bb.pdf' })
  expect(report).toHaveTextContent('Không hợp lệ: không dùng tệp này')
  const [read, broken, note] = within(report).getAllByRole('listitem')
  expect(read).toHaveTextContent('đúng')
  expect(broken).toHaveTextContent('hỏng')
  expect(note).toHaveTextContent('ghi chú')
})

test('a file of 500 MB is refused by its size and never read; it leaves no older verdict on view', async () => {
  const { user } = showApp(memoryOffice(new Play('2026-09-07T08:00:00+07:00')), '#/check')
  const input = await screen.findByLabelText('Chọn tệp để kiểm tra')
  await user.upload(input, new File([new Uint8Array([37])], 'bb.pdf', { type: 'application/pdf' }))
  await screen.findByRole('region', { name: 'bb.pdf' })
  const huge = new File([], 'to.pdf', { type: 'application/pdf' })
  Object.defineProperty(huge, 'size', { value: 500 * 1024 * 1024 })
  const read = vi.spyOn(huge, 'arrayBuffer')
  await user.upload(screen.getByLabelText('Chọn tệp để kiểm tra'), huge)
  expect(await screen.findByText(/to\.pdf: 500 MB, lớn hơn mức 60 MB nên không đọc\./)).toBeInTheDocument()
  expect(screen.queryByRole('region', { name: 'bb.pdf' })).toBeNull()
  expect(read).not.toHaveBeenCalled()
})

test('the office issues a certificate only for a whole citizen number', async () => {
  const seals = { authority: { validTo: '2036-09-06', rootSha256: sha('c') } }
  const office = memoryOffice(new Play('2026-09-07T08:00:00+07:00'), { seals })
  const { user } = showApp(office, '#/office/keys')
  await user.click(await screen.findByText('Cấp chứng thư cho một người'))
  const form = screen.getByRole('button', { name: 'Cấp chứng thư' }).closest('details')
  if (form === null) throw new Error('no form')
  await user.type(within(form).getByLabelText('Họ và tên'), 'Lê An')
  await user.type(within(form).getByLabelText('Số định danh cá nhân'), '00123')
  await user.type(within(form).getByLabelText('Mật khẩu của nơi cấp chứng thư'), 'bí mật')
  await user.click(within(form).getByRole('button', { name: 'Cấp chứng thư' }))
  expect(within(form).getByText('Số định danh cá nhân có đúng 12 chữ số.')).toBeInTheDocument()
  expect(office.orders).toEqual([])
})

test('the chain of the ledger is checked on demand', async () => {
  const { user } = showApp(memoryOffice(approved('RB2026')), '#/office/file')
  await user.click(await screen.findByRole('button', { name: 'Kiểm tra sổ sự kiện' }))
  expect(await screen.findByText(/Chuỗi nguyên vẹn/)).toBeInTheDocument()
})
