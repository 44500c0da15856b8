// The papers that are asked for, as ink: what pdftotext reads, fonts, form, pages; with few and with very many people and long names.
import { describe, expect, test } from 'vitest'
import { faultOfPrepared } from '../../records/checks/as-written.ts'
import { openPdf } from '../../records/pdf/file.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { PersonId } from '../../workflows/core/ids.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import type { RequestedKind } from '../../workflows/papers/kinds.ts'
import type { Paper } from '../../workflows/papers/paper.ts'
import type { Typed } from '../../workflows/papers/requested.ts'
import { ProgramText } from '../../workflows/procedure/facts.ts'
import { cvOf } from '../../workflows/sample/papers.ts'
import type { SampleCase } from '../../workflows/sample/sample-case.ts'
import { pdffonts, put, run, textOf, wordsOf, workFolder } from '../support/tools.ts'
import { cut, lastMeeting, liveOf, made, nomineeRows, partyOffice, sampleOf } from '../workflows/papers/asking.ts'
import { sharedTypesetter } from './making.ts'

const MM = 72 / 25.4
const longOffice = {
  ...partyOffice,
  name: 'Ban Thường vụ Đảng ủy các cơ quan Đảng, đoàn thể và Ủy ban Mặt trận Tổ quốc tỉnh Mẫu',
  superior: 'Ban Chấp hành Đảng bộ tỉnh Mẫu nhiệm kỳ 2025 - 2030',
}

async function inked({ paper, record }: { readonly paper: Paper; readonly record: unknown }) {
  const drawn = await (await sharedTypesetter()).typeset(paper, new TextEncoder().encode(canonical(record)))
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.refusal))
  const file = put(workFolder(), 'paper.pdf', drawn.value)
  return { bytes: drawn.value, file, text: textOf(file).replaceAll(/\s+/g, ' '), words: wordsOf(file) }
}

/** Two hundred people with long names and titles are called, and sixty stand on the list. */
function crowded(sample: SampleCase): SampleCase {
  const acts = cut(sample, 'checkIn', 1).acts.flatMap((act) => {
    const { command } = act
    if (command.type === 'proposeNominee') {
      return Array.from({ length: 20 }, (_, at) => {
        const no = Number(command.nominee.citizenId?.slice(-2)) * 100 + at
        const name = `${command.nominee.name} ${['Ẩn', 'Ưng', 'Thủy', 'Nghĩa'][at % 4]}`
        const nominee = {
          ...command.nominee,
          personId: PersonId.parse(`${command.nominee.personId}-${at}`),
          name,
          ballotName: `${name} ${no}`,
        }
        return { ...act, command: { ...command, nominee } }
      })
    }
    if (command.type === 'submitActionProgram') return []
    if (command.type !== 'conveneConference') return [act]
    const more = Array.from({ length: 192 }, (_, at) => ({
      personId: PersonId.parse(`them-${at}`),
      name: `Công Tằng Tôn Nữ Hoàng Ngọc Phương ${['Ẩn', 'Ưng', 'Thủy', 'Nghĩa'][at % 4]}`,
      title: 'Phó Trưởng phòng Tổ chức bộ máy và Quản lý biên chế, Trung tâm Điều dưỡng người có công',
      role: 'Người đứng đầu tổ chức chính trị - xã hội của cơ quan, đơn vị trực thuộc',
      hasVote: true,
    }))
    return [{ ...act, command: { ...command, rows: [...command.rows, ...more], membersTotal: 200 } }]
  })
  return { ...sample, acts }
}

const signer = { signerName: 'Trần Gia Hiếu', signerTitle: 'Giám đốc Sở' }
const longText = 'Bảo đảm tiêu chuẩn chung của chức danh lãnh đạo, quản lý và tiêu chuẩn cụ thể của chức danh bổ nhiệm. '.repeat(60)

type Case = readonly [RequestedKind, (live: LiveCase) => { readonly target?: object; readonly typed?: Partial<Typed> }, readonly string[]]
const before: readonly Case[] = [
  [
    'policyRequest',
    () => ({
      typed: { details: { staffing: '2', reason: 'khuyết 01 vị trí', plannedAssignment: 'Phụ trách', standards: 'Đủ chuẩn', ...signer } },
    }),
    ['TỜ TRÌNH', 'khuyết 01 vị trí', 'GIÁM ĐỐC SỞ'],
  ],
  ['invitation', (live) => ({ target: lastMeeting(live), typed: { details: signer } }), ['GIẤY MỜI', 'Địa điểm:', 'Lưu ý:']],
  ['convocationList', (live) => ({ target: lastMeeting(live) }), ['DANH SÁCH TRIỆU TẬP', 'Ký tên', 'NGƯỜI LẬP DANH SÁCH']],
  [
    'nomineeList',
    (live) => ({ target: lastMeeting(live), typed: { details: signer, rows: nomineeRows(live) } }),
    ['DANH SÁCH NHÂN SỰ', 'Quy hoạch', '412-QĐ/'],
  ],
  [
    'actionProgram',
    (live) => ({ target: { personId: live.state.nominees[0]?.personId } }),
    ['CHƯƠNG TRÌNH HÀNH ĐỘNG', 'Mã băm SHA-256 của nội dung:', 'NGƯỜI TRÌNH BÀY'],
  ],
]
const after: readonly Case[] = [
  ['partyOpinionRequest', () => ({ typed: { details: { replyBy: '2026-12-30', ...signer } } }), ['Kính gửi: Đảng ủy', 'xin ý kiến cấp ủy']],
  [
    'partyOpinion',
    (live) => ({
      typed: {
        details: { metOn: '2026-09-18', signerName: 'Bùi Thị Bình', signerTitle: 'Phó Bí thư' },
        rows: Object.fromEntries(live.state.goesOn.map((id) => [id, { opinion: 'agree', inFavour: '7', votersPresent: '7' }])),
      },
    }),
    ['ĐẢNG CỘNG SẢN VIỆT NAM', 'T/M BAN THƯỜNG VỤ', 'nhất trí'],
  ],
]

describe.each([
  ['State', undefined],
  ['Party', partyOffice],
  ['Party, with long names of bodies', longOffice],
] as const)('in the %s form', (_form, organisation) => {
  const sample = sampleOf({}, organisation)
  const lives = { called: liveOf(cut(sample, 'checkIn', 1)), asked: liveOf(cut(sample, 'conveneConference', 4)) }

  test.each([...before.map((one) => [...one, 'called'] as const), ...after.map((one) => [...one, 'asked'] as const)])(
    '%s is drawn whole, in our fonts, as the checks expect it',
    async (kind, about, words, when) => {
      const live = lives[when]
      const { target = {}, typed } = about(live)
      const { bytes, file, text } = await inked(made(live, sample, kind, target, typed))
      for (const word of words) expect(text).toContain(word)
      expect(text).not.toMatch(/undefined|NaN|\[object/)
      for (const font of pdffonts(file))
        expect(font).toMatchObject({ embedded: true, unicode: true, name: expect.stringContaining('Tinos') })
      expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found')
      expect(faultOfPrepared(openPdf(bytes))).toBeNull()
    },
    30_000,
  )
})

describe('with very many people', () => {
  const sample = crowded(sampleOf())
  const live = liveOf(sample)

  test('two hundred stand on the convocation list, none cut off, the head of the table on every page, signatures not alone', async () => {
    const { file, words, text } = await inked(made(live, sample, 'convocationList', lastMeeting(live)))
    expect(text).toContain('(S): 197')
    const pages = new Set(words.map(({ page }) => page))
    expect(pages.size).toBeGreaterThan(10)
    for (const page of [...pages].slice(0, -1)) expect(words.some((word) => word.page === page && word.text === 'TT')).toBe(true)
    const numbers = words.filter(({ left, text: word }) => left < 32 * MM && /^\d+$/.test(word)).map(({ text: word }) => Number(word))
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 200 }, (_, at) => at + 1)))
    expect(run('pdfinfo', ['-f', '1', '-l', '3', file])).toMatch(/Page +1 size: +841\.89 x 595\.2/)
    expect(Math.max(...words.map(({ right }) => right))).toBeLessThanOrEqual(277 * MM + 0.5)
    const maker = words.findLast(({ text: word }) => word === 'LẬP')
    const rows = words.filter(({ page, bottom, top }) => page === maker?.page && top > 25 * MM && bottom < (maker?.top ?? 0))
    expect(rows.length).toBeGreaterThan(10)
  }, 60_000)

  test('sixty stand on the list of nominees', async () => {
    const typed = { details: signer, rows: nomineeRows(live) }
    const { words, text } = await inked(made(live, sample, 'nomineeList', lastMeeting(live), typed))
    expect(text).toContain('Danh sách có 60 người')
    const numbers = words.filter(({ left, text: word }) => left < 30 * MM && /^\d+$/.test(word)).map(({ text: word }) => Number(word))
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 60 }, (_, at) => at + 1)))
    expect(Math.max(...words.map(({ right }) => right))).toBeLessThanOrEqual(277 * MM + 0.5)
  }, 60_000)

  test('a list of one is a list', async () => {
    const one = sampleOf()
    const alone = liveOf(cut({ ...one, acts: one.acts.filter(withoutOthers()) }, 'checkIn', 1))
    const cv = { ...cvOf({ isWoman: true, birthDate: '1980-01-09' }, 1), ratings: 'Hoàn thành tốt', note: 'x' }
    const rows = { [alone.state.nominees[0]?.personId ?? '']: cv }
    const { text } = await inked(made(alone, one, 'nomineeList', lastMeeting(alone), { details: signer, rows }))
    expect(text).toContain('Danh sách có 01 người')
    expect(text).toContain('Nữ')
  }, 30_000)
})

function withoutOthers() {
  let kept = 0
  return ({ command }: SampleCase['acts'][number]): boolean => {
    if (command.type === 'proposeNominee') kept += 1
    return !(command.type === 'submitActionProgram' || (command.type === 'proposeNominee' && kept > 1))
  }
}

test('a paragraph that runs over a page is of our own making', async () => {
  const sample = sampleOf()
  const acts = sample.acts.map((act) => {
    if (act.command.type !== 'submitActionProgram') return act
    const program = ProgramText.parse({ ...act.command.program, sections: [{ key: 'goals', title: 'Mục tiêu', text: longText }] })
    return { ...act, command: { ...act.command, program } }
  })
  const live = liveOf(cut({ ...sample, acts }, 'conveneConference', 1))
  const { bytes, words } = await inked(made(live, sample, 'actionProgram', { personId: live.state.nominees[0]?.personId ?? '' }))
  expect(new Set(words.map(({ page }) => page)).size).toBeGreaterThan(1)
  expect(faultOfPrepared(openPdf(bytes))).toBeNull()
}, 30_000)
