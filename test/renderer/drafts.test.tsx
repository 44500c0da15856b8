// Drafts: every box of every form is kept on every key, found again after the app is opened anew, gone once recorded, and never a secret.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { neverKept } from '../../renderer/drafts.ts'
import { officeParts } from '../../renderer/office-parts.ts'
import { approved } from '../support/appointment.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const screens = join(import.meta.dirname, '..', '..', 'renderer', 'screens')
const sources = readdirSync(screens, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => [name, readFileSync(join(screens, name), 'utf8')] as const)

/** Text that is no draft: what is searched for, secrets, choices of a moment; and counts, which no database may see in the order typed. */
const noDrafts: Readonly<Record<string, readonly string[]>> = {
  'home.tsx': ['typed'],
  'case/case-story.tsx': ['typed'],
  'papers/ask-paper.tsx': ['key'],
  'papers/paper.tsx': ['keyId', 'secret'],
  'papers/sitting.tsx': ['keyId', 'secret'],
  'papers/bag.tsx': ['secret'],
  'meeting/roll-call.tsx': ['typed'],
  'meeting/count.tsx': ['reason'],
  'office-revocation.tsx': ['passphrase'],
  'office-tokens.tsx': ['chosen'],
  // Answers about a roster that is only in memory: gone with it, and told again by the layout that is kept.
  'registry/people.tsx': ['typed'],
  'registry/compose.tsx': ['unit'],
  'registry/taken-returns.tsx': ['unit'],
  'registry/unit-tree.tsx': ['typed'],
  'registry/post-picker.tsx': ['typed', 'unit'],
  'registry/import.tsx': ['reason'],
  'registry/import-settings.tsx': ['undated'],
  'planning/planning-forms.tsx': ['personId'],
}

test('no form keeps its text in a state of its own', () => {
  for (const [name, source] of sources) {
    const own = [...source.matchAll(/const \[(\w+), \w+\] = useState\((?:''|""|``)\)/g)].map((found) => found[1] ?? '')
    const known = noDrafts[name.replaceAll('\\', '/')] ?? []
    expect(
      own.filter((state) => !known.includes(state)),
      `${name}: use useDraft or useKept (renderer/use-draft.ts)`,
    ).toEqual([])
  }
})

test('a box for a secret is never part of a draft that is kept', () => {
  const tags = /<(?:PasswordInput|Secret|NewSecret)\b.*?\/>/gs
  const values = /\b(?:value|repeated)=\{([^}]*)\}/g
  const boxes = sources.flatMap(([name, source]) =>
    [...source.matchAll(tags)].flatMap(([tag]) =>
      [...tag.matchAll(values)].map(([, from = '']) => [name.replaceAll('\\', '/'), from] as const),
    ),
  )
  expect(boxes.length).toBeGreaterThan(20)
  for (const [name, from] of boxes) {
    const drafted = /^draft\.(\w+)$/.exec(from)?.[1]
    if (drafted !== undefined) expect(neverKept, `${name}: draft.${drafted}`).toContain(drafted)
    // Handed on, or in a state that no draft knows: anything else hides from this test what it is.
    else if (!/^props\.(?:value|repeated)$/.test(from)) expect(noDrafts[name] ?? [], `${name}: ${from}`).toContain(from)
  }
})

const textBoxes = (within: HTMLElement) =>
  [...within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
    (box) => !box.disabled && (box.tagName === 'TEXTAREA' || box.type === 'text') && box.closest('header') === null,
  )

/** Every act on the page of the case in turn: whatever is typed comes back when the app was opened anew. */
async function typeEverywhere(hash: string, open: (label: string) => Promise<void>, labels: readonly string[]) {
  const drafts = new Map<string, string>()
  const play = approved('RB2026')
  const told: Record<string, readonly string[]> = {}
  for (const isAgain of [false, true]) {
    showApp(memoryOffice(play, { drafts }), hash)
    await screen.findByRole('heading', { level: 1 })
    for (const label of labels) {
      await open(label)
      const form = await screen.findByRole('region', { name: label })
      const boxes = textBoxes(form)
      if (!isAgain) {
        boxes.forEach((box, index) => {
          fireEvent.change(box, { target: { value: `${box.value}${index}` } })
        })
        told[label] = boxes.map((box) => box.value)
      } else
        expect(
          boxes.map((box) => box.value),
          label,
        ).toEqual(told[label])
    }
    cleanup()
  }
  return { told, drafts }
}

describe('what was typed comes back when the app is opened anew', () => {
  test('in every act on the page of a case', async () => {
    const labels = [
      'Đề xuất nhân sự',
      'Ghi người đứng đầu giới thiệu',
      'Ghi vấn đề mới nảy sinh',
      'Làm lại một bước',
      'Chuyển sang bộ quy tắc khác',
      'Đổi độ mật',
      'Hủy hồ sơ',
    ]
    const { told } = await typeEverywhere(
      `#/case/${caseId}`,
      async (label) => {
        const lists = screen.getAllByRole('button', { name: new RegExp(`^${label}`) })
        const [act] = lists
        if (act) fireEvent.click(act)
      },
      labels,
    )
    expect(Object.values(told).flat().length).toBeGreaterThan(15)
  })

  test('in the answers that open a case', async () => {
    const { told, drafts } = await typeEverywhere('#/open', async () => undefined, ['Câu hỏi'])
    expect(told['Câu hỏi']?.length).toBeGreaterThan(4)
    expect([...drafts.keys()].every((key) => key.startsWith('#/open'))).toBe(true)
  })

  test('in the forms of the office, but for secrets', async () => {
    const drafts = new Map<string, string>()
    let count = 0
    for (const part of officeParts) {
      const { unmount } = showApp(memoryOffice(approved('RB2026'), { drafts }), `#/office/${part}`)
      const boxes = textBoxes((await screen.findByRole('heading', { level: 1 })).closest('main') ?? document.body)
      for (const [index, box] of boxes.entries()) fireEvent.change(box, { target: { value: `chữ ${index}` } })
      for (const box of document.querySelectorAll<HTMLInputElement>('main input[type="password"]'))
        fireEvent.change(box, { target: { value: 'bí mật' } })
      count += boxes.length
      await waitFor(() => expect([...drafts.values()].join().match(/chữ/g)?.length).toBeGreaterThan(count / 2))
      unmount()
    }
    expect(count).toBeGreaterThan(12)
    expect([...drafts.values()].join()).not.toContain('bí mật')
  })
})

test('a recorded act leaves no draft behind, a refused one keeps it', async () => {
  const drafts = new Map<string, string>()
  const { user } = showApp(memoryOffice(approved('RB2026'), { drafts }), `#/case/${caseId}`)
  await user.click(await screen.findByRole('button', { name: 'Đề xuất nhân sự' }))
  const form = await screen.findByRole('region', { name: 'Đề xuất nhân sự' })
  await user.type(within(form).getByLabelText('Họ và tên'), 'Lê An')
  await user.type(within(form).getByLabelText('Chức vụ hiện nay'), 'Trưởng phòng')
  await waitFor(() => expect([...drafts.values()].join()).toContain('Trưởng phòng'))
  fireEvent.click(within(form).getByRole('button', { name: /^Đề xuất nhân sự/ }))
  fireEvent.click(await within(form).findByRole('button', { name: /^Nhấn lần nữa/ }))
  await waitFor(() => expect(drafts.size).toBe(0))
})

test('Ctrl Z takes back what was typed in a draft, Ctrl Shift Z does it again', async () => {
  const { user } = showApp(memoryOffice(approved('RB2026')), '#/open')
  const box = await screen.findByLabelText('Chức danh')
  await user.type(box, 'Phó Giám đốc')
  const other = screen.getByLabelText('Đơn vị')
  const before = (other as HTMLInputElement).value
  await user.clear(other)
  await user.type(other, 'Sở khác')
  await user.keyboard('{Control>}z{/Control}')
  expect(other).toHaveValue(before)
  await user.keyboard('{Control>}z{/Control}')
  expect(box).toHaveValue('')
  fireEvent.keyDown(document.body, { code: 'KeyZ', ctrlKey: true, shiftKey: true })
  expect(box).toHaveValue('Phó Giám đốc')
})
