// Seals of the office on screen: the recovery kit and the way back by its code.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { PaperId } from '../../workflows/core/ids.ts'
import type { PaperToSign } from '../../workflows/office.ts'
import { approved, conference } from '../support/appointment.ts'
import { Play } from '../support/play.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const authority = { validTo: '2036-11-22', rootSha256: 'a'.repeat(64) }

async function office(answers: Parameters<typeof memoryOffice>[1], title: string) {
  const fake = memoryOffice(new Play('2026-09-07T08:00:00+07:00'), answers)
  const { user } = showApp(fake, '#/office/keys', 'vi')
  await user.click(await screen.findByText(title, {}, { timeout: 5000 }))
  const fold = screen.getByText(title).closest('details')
  if (fold === null) throw new Error('no form')
  return { fake, user, fold: within(fold) }
}

test('an authority without a recovery kit says so until one is made', async () => {
  const { fake, user, fold } = await office({ seals: { authority } }, 'Lập bộ khôi phục nơi cấp chứng thư')
  expect(screen.getByText(/Chưa có bộ khôi phục/)).toBeInTheDocument()
  await user.type(fold.getByLabelText('Mật khẩu của nơi cấp chứng thư'), 'mật khẩu của nơi cấp')
  await user.click(fold.getByRole('button', { name: 'Lập và in bộ khôi phục' }))
  await waitFor(() => expect(fake.orders).toEqual([{ to: 'shell', act: { act: 'makeRecoveryKit', passphrase: 'mật khẩu của nơi cấp' } }]))
  expect(fold.getByLabelText('Mật khẩu của nơi cấp chứng thư')).toHaveValue('')
})

test('the code typed from the paper goes out with a new passphrase, and nothing of it stays on screen', async () => {
  const kit = { no: '1A2B3C4D', madeAt: '2026-09-01T08:00:00+07:00', by: 'Đỗ Thu Hà' }
  const { fake, user, fold } = await office({ seals: { authority: { ...authority, kit } } }, 'Khôi phục nơi cấp chứng thư')
  expect(screen.getByText(/Bộ khôi phục số 1A2B3C4D/)).toBeInTheDocument()
  await user.type(fold.getByLabelText('Mã khôi phục'), '7kq2m abcd1')
  await user.type(fold.getByLabelText('Mật khẩu mới của nơi cấp'), 'ngắn')
  await user.click(fold.getByRole('button', { name: 'Khôi phục' }))
  expect(fold.getByText(/Mật khẩu quá ngắn, cần ít nhất 8 ký tự/)).toBeInTheDocument()
  await user.type(fold.getByLabelText('Mật khẩu mới của nơi cấp'), ' thì thêm')
  await user.type(fold.getByLabelText('Nhập lại mật khẩu mới'), 'ngắn thì thêm')
  await user.click(fold.getByRole('button', { name: 'Khôi phục' }))
  await waitFor(() => expect(fake.orders).toHaveLength(1))
  expect(fake.orders[0]).toEqual({
    to: 'shell',
    act: { act: 'restoreAuthority', code: '7kq2m abcd1', passphrase: 'ngắn thì thêm' },
  })
  await waitFor(() => expect(fold.getByLabelText('Mã khôi phục')).toHaveValue(''))
})

const hang = { keyId: 'office-1', kind: 'officeAuthority' as const, name: 'Lê An', citizenId: '001180000011', validTo: '2031-09-30' }

test('what the revocation lists say of a key stands beside it, with the age of the list', async () => {
  const keys = [
    { ...hang, standing: { state: 'good' as const, listedOn: '2026-09-04', days: 3 } },
    { ...hang, keyId: 'office-2', name: 'Vũ Bình', standing: { state: 'old' as const, listedOn: '2026-06-01', days: 98 } },
    { ...hang, keyId: 'office-3', name: 'Đỗ Chi', standing: { state: 'revoked' as const, revokedAt: '2026-09-01T00:00:00+07:00' } },
  ]
  await office({ seals: { authority }, keys }, 'Thu hồi một chứng thư do cơ quan cấp')
  const lineOf = (name: string) => screen.getAllByRole('listitem').find((item) => item.textContent?.startsWith(name))
  expect(lineOf('Lê An')).toHaveTextContent('theo danh sách 04/09/2026, 3 ngày trước')
  expect(lineOf('Vũ Bình')).toHaveTextContent('danh sách thu hồi đã cũ: 01/06/2026, 98 ngày trước')
  expect(lineOf('Đỗ Chi')).toHaveTextContent('đã thu hồi từ 01/09/2026')
})

test('revoking asks whose, why, from when and the passphrase of the authority', async () => {
  const { fake, user, fold } = await office({ seals: { authority }, keys: [hang] }, 'Thu hồi một chứng thư do cơ quan cấp')
  await user.click(fold.getByRole('button', { name: 'Thu hồi chứng thư' }))
  expect(fake.orders).toEqual([])
  await user.selectOptions(fold.getByLabelText('Chứng thư'), 'office-1')
  await user.selectOptions(fold.getByLabelText('Lý do'), 'keyCompromise')
  await user.type(fold.getByLabelText('Thu hồi từ ngày'), '7/9')
  await user.type(fold.getByLabelText('Diễn giải'), 'Mất máy')
  await user.type(fold.getByLabelText('Mật khẩu của nơi cấp chứng thư'), 'mật khẩu của nơi cấp')
  await user.click(fold.getByRole('button', { name: 'Thu hồi chứng thư' }))
  await waitFor(() => expect(fake.orders).toHaveLength(1))
  expect(fake.orders[0]).toEqual({
    to: 'shell',
    act: {
      act: 'revokeCertificate',
      keyId: 'office-1',
      reason: 'keyCompromise',
      note: 'Mất máy',
      on: '2026-09-07',
      passphrase: 'mật khẩu của nơi cấp',
    },
  })
})

const clockBack = { systemAt: '2026-09-07T07:00:00+07:00', lastAt: '2026-09-07T08:00:00+07:00' }

test('a clock that went back is shown on every screen with both times, and a named person says why work goes on', async () => {
  const fake = memoryOffice(new Play('2026-09-07T08:00:00+07:00'), { clockBack })
  const { user } = showApp(fake, '#/office/keys', 'vi')
  const box = await screen.findByRole('region', { name: 'Đồng hồ máy chạy lùi' }, { timeout: 5000 })
  expect(box).toHaveTextContent(/08:00.*07:00/)
  const confirm = within(box).getByRole('button', { name: 'Tôi, Đỗ Thu Hà, xác nhận đồng hồ này đúng' })
  await user.click(confirm)
  expect(fake.orders).toEqual([])
  await user.type(within(box).getByLabelText('Vì sao vẫn làm tiếp theo đồng hồ này'), 'Máy vừa thay pin')
  await user.click(confirm)
  await waitFor(() =>
    expect(fake.orders).toEqual([{ to: 'office', seen: 1, command: { type: 'acceptClock', reason: 'Máy vừa thay pin' } }]),
  )
})

test('who may not confirm the clock is told who may', async () => {
  showApp(memoryOffice(new Play('2026-09-07T08:00:00+07:00'), { clockBack, working: 'kp1' }), '#/office', 'en')
  const box = await screen.findByRole('region', { name: 'The clock went back' }, { timeout: 5000 })
  expect(within(box).queryByRole('button')).toBeNull()
  expect(box).toHaveTextContent(/Who may confirm:/)
})

test('a sitting asks for the password once, shows the papers one by one, and stopping shuts the key', async () => {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('about:blank')
  const { play, waiting } = drawnTwice()
  const fake = memoryOffice(play, { keys: [{ ...hang, name: 'Lý Thị Ngọc Bích' }], toSign: waiting })
  const { user } = showApp(fake, '#/sign', 'vi')
  await user.selectOptions(await screen.findByLabelText('Khóa ký', {}, { timeout: 5000 }), 'office-1')
  await screen.findByText(/2 văn bản đang chờ Lý Thị Ngọc Bích ký/)
  // What the key is opened for is listed before the PIN is asked; without the PIN the box says what is missing.
  expect(within(screen.getByRole('region', { name: /Văn bản chờ ký/ })).getAllByRole('row')).toHaveLength(3)
  await user.click(screen.getByRole('button', { name: 'Mở lượt ký' }))
  expect(screen.getByText('Chưa điền ô này.')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Mật khẩu của khóa'), 'bí mật')
  await user.click(screen.getByRole('button', { name: 'Mở lượt ký' }))
  expect(await screen.findByText('Đã ký 0, còn 2')).toBeInTheDocument()
  const bar = screen.getByRole('progressbar', { name: 'Lượt ký đến đâu' })
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['0', '2'])
  expect(await screen.findByRole('region', { name: 'Nội dung chính của văn bản' })).toHaveTextContent('Biên bản kiểm phiếu')
  await user.click(screen.getByRole('button', { name: /Ký giấy này/ }))
  await user.keyboard('{Enter}')
  await screen.findByText('Đã ký 1, còn 2')
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['1', '3'])
  await user.click(screen.getByRole('button', { name: 'Để lại văn bản này' }))
  expect(screen.getByText('để lại 1')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Dừng lượt ký' }))
  await screen.findByRole('button', { name: 'Mở lượt ký' })
  expect(fake.orders.map((order) => (order.to === 'shell' ? order.act : order))).toEqual([
    { act: 'startSitting', keyId: 'office-1', secret: 'bí mật' },
    { act: 'signPaper', caseId, paperId: waiting[0]?.paperId, field: 'ky.to_truong_kiem_phieu', keyId: 'office-1', seen: 'a'.repeat(64) },
    { act: 'endSitting' },
  ])
})

test('leaving the screen of a sitting leaves no key open', async () => {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('about:blank')
  const { play, waiting } = drawnTwice()
  const fake = memoryOffice(play, { keys: [hang], toSign: waiting })
  const { user } = showApp(fake, '#/sign', 'vi')
  await user.selectOptions(await screen.findByLabelText('Khóa ký', {}, { timeout: 5000 }), 'office-1')
  await user.type(screen.getByLabelText('Mật khẩu của khóa'), 'bí mật')
  await screen.findByText(/2 văn bản đang chờ/)
  await user.click(screen.getByRole('button', { name: 'Mở lượt ký' }))
  await screen.findByText('Đã ký 0, còn 2')
  await user.click(screen.getByRole('button', { name: 'Việc của tôi' }))
  await waitFor(() => expect(fake.orders.at(-1)).toEqual({ to: 'shell', act: { act: 'endSitting' } }))
})

/** Two versions of the minutes, as if two papers waited for one signer. */
function drawnTwice() {
  const play = approved('RB2026')
  conference(play, 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 3, B: 2 } })
  const conferenceId = play.case.state.conferences[0]?.conferenceId ?? ''
  const field = { field: 'ky.to_truong_kiem_phieu', role: 'to-truong-kiem-phieu', personName: 'Lý Thị Ngọc Bích', order: 1 }
  const waiting = [1, 2].map((version): PaperToSign => {
    const paperId = PaperId.parse(`case-1-1-bbkp-${version}`)
    const digests = { sha256: 'a'.repeat(64), recordSha256: 'b'.repeat(64) }
    const fact = { type: 'paperDrawn', paperId, kind: 'voteCountMinutes', conferenceId, version, ...digests, fields: [field] } as const
    play.take({ ...fact, fields: [field] }, play.stamp('hr'))
    return {
      caseId,
      paperId,
      field: field.field,
      kind: 'voteCountMinutes',
      title: 'Phó Giám đốc',
      drawnAt: play.now(),
      sha256: 'a'.repeat(64),
    }
  })
  return { play, waiting }
}

test('a classified paper is for print only until a policy lets it be signed', async () => {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('about:blank')
  const { play, waiting } = drawnTwice()
  const fake = memoryOffice(play, { keys: [hang], isPrintOnly: true })
  showApp(fake, `#/paper/${caseId}/${waiting[1]?.paperId}`, 'vi')
  expect(await screen.findByText(/^Hồ sơ có độ mật: chỉ in để ký tay/, {}, { timeout: 5000 })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Ký giấy này/ })).toBeNull()
})

test('a policy is ended with a reason, and the head of personnel work is named from the HR officers', async () => {
  const policy = {
    policySha256: 'c'.repeat(64),
    classifications: ['MAT' as const],
    environment: 'Phòng máy cơ yếu',
    validUntil: '2026-12-31',
    signedBy: 'Trần Gia Hiếu',
  }
  const { fake, user, fold } = await office({ seals: { policies: [policy] } }, 'Được ký số hồ sơ Mật đến 31/12/2026, Trần Gia Hiếu ký')
  await user.type(fold.getByLabelText('Lý do chấm dứt'), 'Hết nhu cầu')
  await user.click(fold.getByRole('button', { name: 'Chấm dứt chính sách này' }))
  await waitFor(() => expect(fake.orders).toHaveLength(1))
  await user.click(within(screen.getByRole('navigation', { name: 'Các phần của trang cơ quan' })).getByText('Người làm việc'))
  await user.selectOptions(await screen.findByLabelText('Người phụ trách tổ chức cán bộ'), 'hr')
  await waitFor(() => expect(fake.orders).toHaveLength(2))
  expect(fake.orders.map((order) => (order.to === 'office' ? order.command : order))).toEqual([
    { type: 'endPolicy', policySha256: policy.policySha256, reason: 'Hết nhu cầu' },
    { type: 'nameHrHead', operatorId: 'hr' },
  ])
})
