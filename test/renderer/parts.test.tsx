// The small parts, found as a screen reader finds them: by role and label.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { base64Of, bytesOf } from '../../renderer/parts/bytes.ts'
import { Chip } from '../../renderer/parts/chip.tsx'
import { ClauseNote } from '../../renderer/parts/clause-note.tsx'
import { CountBox, readCount } from '../../renderer/parts/count-box.tsx'
import { DurabilityFoot } from '../../renderer/parts/durability-foot.tsx'
import { ErrorBoundary } from '../../renderer/parts/error-boundary.tsx'
import { FaultBox } from '../../renderer/parts/fault-box.tsx'
import { FileDrop } from '../../renderer/parts/file-drop.tsx'
import { TextBox } from '../../renderer/parts/form.tsx'
import { GateList } from '../../renderer/parts/gate-list.tsx'
import { PdfPages } from '../../renderer/parts/pdf-pages.tsx'
import { PeopleRuler } from '../../renderer/parts/people-ruler.tsx'
import { RefusalBox } from '../../renderer/parts/refusal-box.tsx'
import { SealedField } from '../../renderer/parts/sealed-field.tsx'
import { Sheet } from '../../renderer/parts/sheet.tsx'
import { StagePath } from '../../renderer/parts/stage-path.tsx'
import { TroubleBox } from '../../renderer/parts/trouble.tsx'
import type { Evidence } from '../../workflows/rulebooks/types.ts'
import { show } from './show.tsx'

test('a sheet is a region named by its head', () => {
  show(<Sheet title="Giấy tờ">9 giấy</Sheet>)
  expect(screen.getByRole('region', { name: 'Giấy tờ' })).toHaveTextContent('9 giấy')
})

test('a chip never speaks by colour alone', () => {
  show(<Chip meaning="stopped">dừng, báo cáo</Chip>)
  expect(screen.getByText('dừng, báo cáo').querySelector('svg')).not.toBeNull()
})

test.each([
  ['TEXT', 'Điều 33 NĐ 170 · đã đối chiếu nguyên văn'],
  ['REPORT', 'Điều 33 NĐ 170 · theo văn bản thông báo'],
  ['SEED', 'Điều 33 NĐ 170 · theo đề án của tỉnh'],
] satisfies [Evidence, string][])('evidence %s is cited with its standing', (evidence, text) => {
  show(<ClauseNote citation={{ article: 'Điều 33 NĐ 170', evidence }} />)
  expect(screen.getByText(text)).toBeInTheDocument()
})

test.each(['GK', 'DEFAULT'] satisfies Evidence[])('what stands on %s is a setting and is never cited as law', (evidence) => {
  const { container } = show(<ClauseNote citation={{ article: 'Điều 33 NĐ 170', evidence }} />)
  expect(screen.getByText('thiết lập')).toBeInTheDocument()
  expect(container).not.toHaveTextContent('Điều 33')
})

test('the gate says what is missing first, by which clause, and offers the act that opens it', async () => {
  const onOpen = vi.fn()
  const { user } = show(
    <GateList
      onOpen={onOpen}
      conditions={[
        { code: 'quorum-missing', isMet: true, numbers: { present: 23, convened: 24, needed: 16 } },
        { code: 'no-nominees', isMet: false, numbers: {}, opensBy: 'proposeNominee', citation: { article: 'Điều 33', evidence: 'TEXT' } },
      ]}
    />,
  )
  const [first, second] = screen.getAllByRole('listitem')
  expect(first).toHaveTextContent(/Còn thiếu:.*Chưa có nhân sự/)
  expect(first).toHaveTextContent('Điều 33')
  expect(second).toHaveTextContent(/Đã đủ:.*23\/24/)
  await user.click(screen.getByRole('button', { name: 'Đề xuất nhân sự' }))
  expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ code: 'no-nominees' }))
})

test('on the people ruler exactly half touches the post of "over half" and does not cross it', () => {
  const { container } = show(
    <PeopleRuler
      filled={12}
      base={24}
      meaning="carried"
      posts={[{ at: 13, label: 'quá bán phải 13' }]}
      sentence="12 trong 24, quá bán phải 13"
      width={360}
    />,
  )
  const ruler = screen.getByRole('img', { name: '12 trong 24, quá bán phải 13' })
  const cells = ruler.querySelectorAll('rect')
  expect(cells).toHaveLength(24)
  const last = cells[11]
  const end = Number(last?.getAttribute('x')) + Number(last?.getAttribute('width'))
  const post = Number(/M([\d.]+) /.exec(container.querySelector('.post')?.getAttribute('d') ?? '')?.[1])
  expect(post).toBe(180)
  expect(end).toBeLessThanOrEqual(post)
  expect(Number(cells[12]?.getAttribute('x'))).toBeGreaterThan(post)
})

test('above sixty people the ruler is one bar with a notch every ten', () => {
  const { container } = show(
    <PeopleRuler filled={74} base={118} meaning="passed" posts={[{ at: 60, label: 'quá bán phải 60' }]} sentence="74 trong 118" />,
  )
  expect(container.querySelectorAll('rect')).toHaveLength(2)
  expect(container.querySelectorAll('.notch')).toHaveLength(11)
})

test('the path says where the case stands', () => {
  show(
    <StagePath
      stops={[
        { key: 'a', name: 'Chủ trương', standing: 'done' },
        { key: 'b', no: 1, name: 'Tập thể lãnh đạo', standing: 'here' },
        { key: 'c', no: 2, name: 'Lãnh đạo mở rộng', standing: 'later', isShut: true },
      ]}
    />,
  )
  const stops = screen.getAllByRole('listitem')
  expect(stops[1]).toHaveAttribute('aria-current', 'step')
  expect(stops[1]).toHaveTextContent('đang ở đây')
})

test('a sealed result shows that it exists, and no number', () => {
  const { container } = show(<SealedField />)
  expect(container).toHaveTextContent('niêm phong')
  expect(container.textContent).not.toMatch(/\d/)
})

test.each([
  ['', { state: 'empty' }],
  ['0', { state: 'whole', value: 0 }],
  ['1.024', { state: 'whole', value: 1024 }],
  ['-1', { state: 'bad' }],
  ['2,5', { state: 'bad' }],
  ['9007199254740992', { state: 'bad' }],
  ['mười', { state: 'bad' }],
])('the count box reads %j', (text, typed) => expect(readCount(text)).toEqual(typed))

function Box() {
  const [text, setText] = useState('')
  return <CountBox label="Phiếu thu về" value={text} onChange={setText} />
}

test('a number still being typed is not called wrong until the box is left', async () => {
  const { user } = show(<Box />)
  const box = screen.getByLabelText('Phiếu thu về')
  await user.type(box, 'a')
  expect(box).not.toHaveAttribute('aria-invalid', 'true')
  await user.tab()
  expect(box).toHaveAttribute('aria-invalid', 'true')
  expect(screen.getByText('Chỉ nhập số nguyên không âm.')).toBeInTheDocument()
})

test('a refusal is an alert with its act', () => {
  show(
    <RefusalBox sentence="Chưa phát phiếu được.">
      <button type="button">Mời trình bày</button>
    </RefusalBox>,
  )
  expect(within(screen.getByRole('alert')).getByRole('button')).toHaveTextContent('Mời trình bày')
})

test('a refusal shows its sentence and never its code', () => {
  show(<TroubleBox trouble={{ refusal: { code: 'collected-exceeds-issued', ballotsCollected: 24, ballotsIssued: 23 } }} />)
  expect(screen.getByRole('alert')).toHaveTextContent('thu về 24, nhiều hơn phát ra 23')
  expect(screen.getByRole('alert')).not.toHaveTextContent('collected-exceeds-issued')
})

test('what changed meanwhile can be looked at, the draft stays', async () => {
  const onReload = vi.fn()
  const { user } = show(<TroubleBox trouble={{ refusal: { code: 'changed-meanwhile', seen: 3, version: 4 } }} onReload={onReload} />)
  await user.click(screen.getByRole('button', { name: 'Xem thay đổi' }))
  expect(onReload).toHaveBeenCalledTimes(1)
})

test('a fault says what was kept and a code, never a stack', () => {
  show(<FaultBox code="E-DISK-FULL" />)
  expect(screen.getByRole('alert')).toHaveTextContent('Mã E-DISK-FULL')
})

test.each(['vi', 'en'] as const)('a disk that is full or gone is told in plain words (%s)', (language) => {
  show(<FaultBox code="disk-full" />, language)
  expect(screen.getByRole('alert')).toHaveTextContent(
    language === 'vi' ? /Hết chỗ trên đĩa\..*Mã disk-full/ : /The disk is full\..*Code disk-full/,
  )
  show(<FaultBox code="not-found" />, language)
  expect(screen.getAllByRole('alert').at(-1)).toHaveTextContent(language === 'vi' ? 'Cắm lại ổ' : 'Plug the disk in again')
})

test.each([
  ['rehearsal-among-records', 'vi', /hồ sơ diễn tập lẫn vào.*bản sao lưu gần nhất/],
  ['rehearsal-among-records', 'en', /A rehearsal lies among the records.*latest backup/],
  ['record-among-rehearsals', 'vi', /dữ liệu thật lẫn vào.*lần sau vào diễn tập sẽ có tệp mới/],
  ['record-among-rehearsals', 'en', /Real data lie in the file of rehearsals.*the next rehearsal begins a new file/],
] as const)('a file put together by another hand is told with what to do next: %s (%s)', (code, language, words) => {
  show(<FaultBox code={code} />, language)
  expect(screen.getByRole('alert')).toHaveTextContent(words)
})

const screenState = { isBroken: true }
function BreakableScreen() {
  if (screenState.isBroken) throw new TypeError('bí mật: at line 12')
  return <p>ổn</p>
}

test('a defect in a screen becomes a fault box and can be tried again', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  screenState.isBroken = true
  const { user, container } = show(
    <ErrorBoundary again="Mở lại màn hình">
      <BreakableScreen />
    </ErrorBoundary>,
  )
  expect(screen.getByRole('alert')).toHaveTextContent('E-SCREEN-TYPEERROR')
  expect(container).not.toHaveTextContent('line 12')
  screenState.isBroken = false
  await user.click(screen.getByRole('button', { name: 'Mở lại màn hình' }))
  expect(screen.getByText('ổn')).toBeInTheDocument()
  quiet.mockRestore()
})

test('the foot says durable, the ledger number, and that being offline is normal', () => {
  show(<DurabilityFoot ledgerSize={214} lastAt="2026-11-09T09:42:17+07:00" owed={2} isSample />)
  const foot = screen.getByRole('contentinfo')
  expect(foot).toHaveTextContent('Đã ghi bền lúc 09:42:17 ngày 09/11/2026')
  expect(foot).toHaveTextContent('Sổ sự kiện số 214')
  expect(foot).toHaveTextContent('còn nợ 2 giấy')
  expect(foot).toHaveTextContent('Dữ liệu mẫu')
})

test('a file is chosen by label and its bytes handed over', async () => {
  const onFile = vi.fn()
  const { user } = show(<FileDrop text="Thả tệp" choose="Chọn tệp" accept=".pdf" onFile={onFile} />)
  await user.upload(screen.getByLabelText('Chọn tệp'), new File([new Uint8Array([1, 2, 3])], 'a.pdf', { type: 'application/pdf' }))
  await waitFor(() => expect(onFile).toHaveBeenCalledWith('a.pdf', new Uint8Array([1, 2, 3])))
})

test('a file that cannot be read any more is named, and one that can is taken after it', async () => {
  const onFile = vi.fn()
  const { user } = show(<FileDrop text="Thả tệp" choose="Chọn tệp" accept=".pdf" onFile={onFile} />)
  const gone = new File([], 'da-rut.pdf', { type: 'application/pdf' })
  vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotReadableError'))
  await user.upload(screen.getByLabelText('Chọn tệp'), gone)
  expect(await screen.findByText(/^Không đọc được tệp da-rut\.pdf:/)).toBeVisible()
  expect(onFile).not.toHaveBeenCalled()
  await user.upload(screen.getByLabelText('Chọn tệp'), new File([new Uint8Array([1])], 'a.pdf', { type: 'application/pdf' }))
  await waitFor(() => expect(onFile).toHaveBeenCalledWith('a.pdf', new Uint8Array([1])))
  expect(screen.queryByText(/^Không đọc được tệp/)).toBeNull()
})

test('a paper is shown from a blob of this page, which goes when the paper is left', () => {
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('about:blank')
  const dropped = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined)
  const { unmount } = show(<PdfPages base64={btoa('%PDF-1.7')} title="Biên bản kiểm phiếu" />)
  expect(screen.getByTitle('Biên bản kiểm phiếu')).toHaveAttribute('src', expect.stringContaining('about:blank'))
  expect(made.mock.calls[0]?.[0]).toMatchObject({ type: 'application/pdf', size: 8 })
  unmount()
  expect(dropped).toHaveBeenCalledWith('about:blank')
  made.mockRestore()
  dropped.mockRestore()
})

test('bytes survive the doorway', () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)
  expect(bytesOf(base64Of(bytes))).toEqual(bytes)
})

test('Esc outside does not throw away what is typed', async () => {
  const { user } = show(<Box />)
  await user.type(screen.getByLabelText('Phiếu thu về'), '12')
  fireEvent.keyDown(document, { code: 'Escape' })
  expect(screen.getByLabelText('Phiếu thu về')).toHaveValue('12')
})

function Reason() {
  const [value, setValue] = useState('')
  return <TextBox isOneLine label="Lý do" value={value} onChange={setValue} />
}

test('a reason that the record keeps as one line takes a pasted one as one line', async () => {
  const { user } = show(<Reason />)
  await user.click(screen.getByLabelText('Lý do'))
  await user.paste('Máy thay pin,\r\n  giờ về năm cũ')
  expect(screen.getByLabelText('Lý do')).toHaveValue('Máy thay pin, giờ về năm cũ')
})
