// Sealed slips on the page of a case: the team counts again and seals, a complaint holds a bundle, destroying waits and says why.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { peopleIn } from '../../renderer/screens/case/destroy-bundles.tsx'
import { approved, conference } from '../support/appointment.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

function held() {
  const play = approved('RB2026')
  conference(play, 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 3, B: 2 } })
  return play
}
const acts = async () => within(await screen.findByRole('region', { name: /Việc tiếp theo/ }))

async function seal(user: ReturnType<typeof showApp>['user'], valid: string) {
  await user.click((await acts()).getByRole('button', { name: 'Niêm phong phiếu' }))
  await user.type(screen.getByLabelText('Hợp lệ'), valid)
  await user.type(screen.getByLabelText('Không hợp lệ'), '0')
  await user.type(screen.getByLabelText('Chưa phát'), '0')
  await user.type(screen.getByLabelText('Số niêm phong'), 'NP-1')
  await user.type(screen.getByLabelText('Người bảo quản: họ và tên'), 'Đỗ Thu Hà')
  await user.type(screen.getByLabelText('Người bảo quản: chức vụ'), 'Chánh Văn phòng')
  await user.type(screen.getByLabelText('Nơi bảo quản'), 'Tủ hồ sơ')
}
/** The hour of the box is that of the PC; the case plays elsewhere in time. */
async function atHour(user: ReturnType<typeof showApp>['user'], instant: string) {
  const box = screen.getByLabelText('Lúc')
  await user.clear(box)
  await user.type(box, instant.slice(11, 16))
}

test('sealing goes on record with the slips counted once more, and the bundle then stands on the page', async () => {
  const play = held()
  const office = memoryOffice(play)
  const { user } = showApp(office, `#/case/${caseId}`)
  await seal(user, '5')
  await atHour(user, play.now())
  await user.click(screen.getByRole('button', { name: /Niêm phong phiếu Ctrl Enter/ }))
  expect(screen.getByText(/Niêm phong 5 phiếu, số niêm phong NP-1, giao Đỗ Thu Hà bảo quản/)).toBeInTheDocument()
  await user.keyboard('{Enter}')
  const sheet = await screen.findByRole('region', { name: /Phiếu đã niêm phong/ })
  expect(sheet).toHaveTextContent('Gói số 01')
  expect(sheet).toHaveTextContent('thời hạn tính từ quyết định về nhân sự')
  expect(play.case.state.bundles).toHaveLength(1)
})

test('a pile that differs from the count is refused in words', async () => {
  const play = held()
  const { user } = showApp(memoryOffice(play), `#/case/${caseId}`)
  await seal(user, '4')
  await atHour(user, play.now())
  await user.click(screen.getByRole('button', { name: /Niêm phong phiếu Ctrl Enter/ }))
  await user.keyboard('{Enter}')
  expect(await screen.findByText(/Phiếu hợp lệ đưa vào niêm phong là 4, biên bản kiểm phiếu ghi 5/)).toBeInTheDocument()
})

test('destroying is shut and says why; a complaint can be noted and settled', async () => {
  const play = held()
  const conferenceId = play.case.state.conferences[0]?.conferenceId ?? ''
  const keeper = { name: 'Đỗ Thu Hà', title: 'Chánh Văn phòng' }
  const slips = { valid: 5, invalid: 0, unused: 0, spoiled: 0 }
  play.do('hr', {
    type: 'sealBundle',
    conferenceId,
    round: 1,
    ...slips,
    envelopes: 1,
    sealNo: 'NP-1',
    sealedAt: play.now(),
    keeper,
    place: 'Tủ',
  })
  const { user } = showApp(memoryOffice(play), `#/case/${caseId}`)
  await user.click((await acts()).getByRole('button', { name: /Ghi việc hủy phiếu/ }))
  expect(screen.getAllByText(/thời hạn giữ phiếu chưa bắt đầu tính/).length).toBeGreaterThan(0)
  await user.click((await acts()).getByRole('button', { name: 'Tạm giữ gói phiếu' }))
  await user.type(screen.getByLabelText('Lý do (khiếu nại, tố cáo)'), 'Có đơn khiếu nại')
  await user.click(screen.getByRole('button', { name: /Tạm giữ gói phiếu Ctrl Enter/ }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(play.case.state.bundles[0]?.hold?.reason).toBe('Có đơn khiếu nại'))
  await user.click((await acts()).getByRole('button', { name: 'Thôi tạm giữ gói phiếu' }))
  await user.type(screen.getByLabelText('Số, ký hiệu'), '45/KL')
  await user.type(screen.getByLabelText('Ngày văn bản'), `${play.now().slice(8, 10)}/${play.now().slice(5, 7)}/${play.now().slice(0, 4)}`)
  await user.click(screen.getByRole('button', { name: /Thôi tạm giữ gói phiếu Ctrl Enter/ }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(play.case.state.bundles[0]?.hold).toBeUndefined())
})

test('people are read a line each, name and office', () => {
  expect(peopleIn('Lê An, Phó Giám đốc\n\nTrần Bình, Trưởng phòng A, B')).toEqual([
    { name: 'Lê An', title: 'Phó Giám đốc' },
    { name: 'Trần Bình', title: 'Trưởng phòng A, B' },
  ])
  expect(peopleIn('Lê An')).toBe(null)
})
