// Asking for a paper on screen: the form begins with what is known, asks about each person, and gives the law what was typed.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { approved, checkIn, conference, convening, everyone } from '../support/appointment.ts'
import type { Play } from '../support/play.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

function called(): Play {
  const play = approved('RB2026')
  return play.do('tk', convening('leadershipOrientation', 5, play.now()))
}

async function openForm(play: Play, paper: RegExp, working?: string) {
  const office = memoryOffice(play, working === undefined ? {} : { working })
  const { user } = showApp(office, `#/case/${caseId}`)
  await user.click(within(await screen.findByRole('region', { name: 'Giấy tờ' })).getByRole('button', { name: 'Lập văn bản' }))
  const papers = screen.getByRole('region', { name: 'Lập văn bản' })
  const chooser = within(papers).getByLabelText('Chọn văn bản cần lập')
  const option = within(chooser).getByRole('option', { name: paper })
  await user.selectOptions(chooser, option)
  return { office, user, papers }
}

test('an invitation is prefilled with who comes, what for and who signs, and goes to the law as typed over', async () => {
  const { office, user, papers } = await openForm(called(), /^Giấy mời/)
  const contents = within(papers).getByLabelText('Nội dung hội nghị')
  expect(contents).toHaveValue(
    'Xem xét nhân sự bổ nhiệm chức vụ Phó Giám đốc Sở (dữ liệu mẫu); bỏ phiếu kín bằng phiếu định hướng giới thiệu nhân sự',
  )
  expect(within(papers).getByLabelText('Loại giấy')).toHaveValue('invite')
  await user.clear(contents)
  await user.type(contents, 'Thảo luận nhân sự')
  const signer = within(papers).getByLabelText('Người ký: họ và tên')
  await user.clear(signer)
  await user.type(signer, 'Hoàng Văn Thắng')
  await user.clear(within(papers).getByLabelText('Người ký: chức vụ'))
  await user.type(within(papers).getByLabelText('Người ký: chức vụ'), 'Giám đốc Sở')
  await user.click(within(papers).getByRole('button', { name: /Lập văn bản/ }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toMatchObject({
    command: {
      type: 'requestPaper',
      kind: 'invitation',
      conferenceId: 'leadership-orientation-r1-a1',
      details: { content: 'Thảo luận nhân sự', signerName: 'Hoàng Văn Thắng', callingForm: 'invite' },
    },
  })
  expect(office.play.case.state.paperRequests).toHaveLength(1)
})

test('the list of nominees asks every column about every person, and says which box was forgotten', async () => {
  const { office, user, papers } = await openForm(called(), /^Danh sách nhân sự/)
  const people = within(papers).getAllByRole('group', { name: /^\d+\. / })
  expect(people).toHaveLength(3)
  const boxes = [
    'Ngày sinh',
    'Quê quán',
    'Dân tộc',
    'Trình độ chuyên môn',
    'Lý luận chính trị',
    'Quản lý nhà nước',
    'Ngạch',
    'Quyết định quy hoạch',
    'Xếp loại 3 năm gần nhất',
  ]
  for (const person of people) {
    for (const label of boxes) {
      await user.clear(within(person).getByLabelText(label))
      await user.paste(label)
    }
    await user.selectOptions(within(person).getByLabelText('Giới tính'), 'woman')
    expect(within(person).getByLabelText('Kỷ luật')).toHaveValue('Không')
  }
  const [, second] = people
  if (!second) throw new Error('three people')
  await user.clear(within(second).getByLabelText('Ngạch'))
  await user.type(within(papers).getByLabelText('Người ký: họ và tên'), 'Đỗ Thị Hà')
  await user.click(within(papers).getByRole('button', { name: /Lập văn bản/ }))
  expect(within(second).getByLabelText('Ngạch')).toHaveAttribute('aria-invalid', 'true')
  expect(office.orders).toHaveLength(0)
  await user.type(within(second).getByLabelText('Ngạch'), 'Chuyên viên')
  await user.click(within(papers).getByRole('button', { name: /Lập văn bản/ }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.play.case.state.paperRequests[0]?.rows).toMatchObject({ b: { grade: 'Chuyên viên', gender: 'woman' } })
})

test('a paper of a later step is shut and says what must come first', async () => {
  const { papers } = await openForm(called(), /^Công văn xin ý kiến cấp ủy/)
  expect(papers).toHaveTextContent('Hoàn thành các hội nghị đó trước')
  expect(within(papers).queryByLabelText('Cấp ủy được xin ý kiến')).toBeNull()
})

test('who may not know an unannounced result is told so, and is shown no name', async () => {
  const play = approved('RB2022')
  play
    .do('tk', convening('leadershipPreparation', 5, play.now()))
    .do('tk', checkIn(everyone(5)))
    .do('tk', { type: 'openConference' })
  play.do('tk', { type: 'statePurpose', summary: 'Nêu mục đích' }).do('tk', { type: 'adoptList', names: ['a', 'b'] })
  play.do('tk', { type: 'closeConference', conclusion: 'Thống nhất' })
  for (const id of ['a', 'b'])
    play.do('hr', {
      type: 'submitActionProgram',
      personId: id,
      program: { sections: [{ key: 'goals', title: 'Mục tiêu', text: 'Nội dung' }], pages: 3 },
      handedInOn: '2023-03-01',
    })
  conference(play, 'expandedNomination', { presenters: ['a', 'b'] }, { votes: { A: 4, B: 1 } })
  play.do('tk', convening('leadershipReview', 5, play.now()))
  const { papers } = await openForm(play, /^Danh sách nhân sự.*lần 2/, 'tk')
  expect(papers).toHaveTextContent('kết quả chưa công bố')
  expect(within(papers).queryAllByRole('group', { name: /^\d+\. / })).toHaveLength(0)
})
