// Rehearsals by role and label: every screen says so, the way in and back, a case that fills itself in, and no record to hand over.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { approved, conference } from '../support/appointment.ts'
import { Play } from '../support/play.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { places } from './places.ts'
import { showApp } from './show.tsx'

const empty = () => new Play('2026-09-07T08:00:00+07:00')
describe('while the rehearsals are open', () => {
  test.each(places)('%s says so above everything, with the way back', async (hash) => {
    const office = memoryOffice(approved('RB2026'), { isRehearsal: true })
    const { user } = showApp(office, hash)
    const leave = await screen.findByRole('button', { name: 'Rời diễn tập' })
    const band = leave.closest('[role="status"]')
    expect(band).toHaveTextContent('DIỄN TẬP: số liệu giả, không thành hồ sơ')
    await user.click(leave)
    await waitFor(() => expect(office.orders).toContainEqual({ to: 'shell', act: { act: 'leaveRehearsal' } }))
  })

  test('in English it says REHEARSAL', async () => {
    showApp(memoryOffice(approved('RB2026'), { isRehearsal: true }), `#/case/${caseId}`, 'en')
    const leave = await screen.findByRole('button', { name: 'Leave the rehearsals' })
    expect(leave.closest('[role="status"]')).toHaveTextContent('REHEARSAL: practice data, never a record')
  })

  test('a case is filled in by the act, to the end of its step, or to the archive', async () => {
    const office = memoryOffice(approved('RB2026'), { isRehearsal: true })
    const { user } = showApp(office, `#/case/${caseId}`)
    const sheet = await screen.findByRole('region', { name: 'Tập với hồ sơ này' })
    for (const name of ['Điền hộ việc này', 'Điền hộ đến hết bước', 'Chạy hộ đến hết hồ sơ']) {
      await user.click(within(sheet).getByRole('button', { name }))
      await waitFor(() => expect(within(sheet).queryByText('Đang điền hộ…')).toBeNull())
    }
    expect(office.orders).toEqual(['act', 'stage', 'end'].map((until) => ({ to: 'shell', act: { act: 'practise', caseId, until } })))
    expect(screen.queryByRole('button', { name: 'Diễn tập hồ sơ này' })).toBeNull()
  })

  test('what cannot be filled in is said in words', async () => {
    const office = memoryOffice(approved('RB2026'), { isRehearsal: true, refuse: { code: 'nothing-to-practise' } })
    const { user } = showApp(office, `#/case/${caseId}`)
    await user.click(await screen.findByRole('button', { name: 'Điền hộ việc này' }))
    expect(await screen.findByText(/không còn bước nào điền hộ được/)).toBeInTheDocument()
  })

  test('papers are shown and nothing is offered to be handed over', async () => {
    const play = conference(approved('RB2026'), 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 2, B: 2 }, invalid: 1 })
    showApp(memoryOffice(play, { isRehearsal: true }), `#/case/${caseId}`)
    expect(await screen.findByText('Diễn tập không xuất hồ sơ.')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^Xuất|Gói hồ sơ|Bản Word/ })).toBeNull()
  })

  test('the office page says of operators, keys and backup that they belong to the records, and offers no form for them', async () => {
    const refused = /^(Ghi người làm việc|Sao lưu|Lập nơi cấp|Đưa khóa|Đưa chính sách|Đưa danh sách|Khôi phục|Dùng thẻ)/
    const said = { people: /Thêm người thật ở hồ sơ thật/, keys: /Diễn tập dùng khóa tập có sẵn/, file: /Bản diễn tập không cần sao lưu/ }
    for (const [part, words] of Object.entries(said)) {
      const rehearsed = showApp(memoryOffice(empty(), { isRehearsal: true }), `#/office/${part}`)
      expect(await screen.findByText(words)).toBeInTheDocument()
      expect(screen.queryByRole('button', { name: refused })).toBeNull()
      expect(screen.queryByLabelText('Tệp sao lưu')).toBeNull()
      // What a rehearsal takes stays.
      for (const name of part === 'file' ? ['Kiểm tra sổ sự kiện', 'Đóng tệp'] : [])
        expect(screen.getByRole('button', { name: new RegExp(name) })).toBeInTheDocument()
      rehearsed.unmount()
      // The same part of the page of the records has those forms.
      const real = showApp(memoryOffice(empty()), `#/office/${part}`)
      const buttons = await screen.findAllByRole('button', { name: refused, hidden: true })
      expect(buttons.length, part).toBeGreaterThan(part === 'keys' ? 2 : 0)
      expect(screen.queryAllByLabelText('Tệp sao lưu')).toHaveLength(part === 'file' ? 1 : 0)
      real.unmount()
    }
  })

  test.each([
    ['#/people', 'Cán bộ', /Sổ cán bộ nằm ở hồ sơ thật/],
    ['#/new-person', 'Cán bộ', /Sổ cán bộ nằm ở hồ sơ thật/],
    ['#/records', 'Cán bộ', /Sổ cán bộ nằm ở hồ sơ thật/],
    ['#/planning', 'Quy hoạch', /Quy hoạch nằm ở hồ sơ thật/],
  ])('%s is one sentence and no form', async (hash, title, sentence) => {
    const office = memoryOffice(empty(), { isRehearsal: true })
    showApp(office, hash)
    expect(await screen.findByText(sentence)).toBeInTheDocument()
    expect(screen.getByRole('heading', { level: 1, name: title })).toBeInTheDocument()
    expect(within(screen.getByRole('main')).queryAllByRole('textbox')).toEqual([])
  })

  test('a case opened here is a rehearsal and cannot be anything else', async () => {
    showApp(memoryOffice(empty(), { isRehearsal: true }), '#/open')
    expect(await screen.findByText(/Hồ sơ mở ở đây là diễn tập, có dấu DIỄN TẬP trên mọi màn hình và mọi giấy/)).toBeInTheDocument()
    expect(screen.queryByRole('checkbox', { name: /mẫu/ })).toBeNull()
  })
})

describe('among the records', () => {
  test('no screen says rehearsal; home and the page that opens a case show the way in, a case the way to a copy of it', async () => {
    const enter = { to: 'shell', act: { act: 'enterRehearsal' } }
    for (const [hash, name, order] of [
      ['#/home', 'Vào diễn tập', enter],
      ['#/open', 'Mở bản diễn tập', enter],
      [`#/case/${caseId}`, 'Diễn tập hồ sơ này', { to: 'shell', act: { act: 'rehearseCase', caseId } }],
    ] as const) {
      const office = memoryOffice(approved('RB2026'))
      const { user, unmount } = showApp(office, hash)
      await user.click(await screen.findByRole('button', { name }))
      await waitFor(() => expect(office.orders).toEqual([order]))
      expect(screen.queryByText(/DIỄN TẬP: số liệu giả/)).toBeNull()
      expect(screen.queryByRole('region', { name: 'Tập với hồ sơ này' })).toBeNull()
      unmount()
    }
  })
})
