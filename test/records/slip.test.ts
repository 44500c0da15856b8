// Slips as ink: every slip of a sheet is the same drawing, boxes are drawn and not set, nothing of the record or its proof is there.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Paper, PaperProfile, Slip, SlipFormat } from '../../workflows/papers/paper.ts'
import { slipRoom } from '../../workflows/papers/requested/ballot-slip.ts'
import { pdffonts, put, run, textOf, type Word, wordsOf, workFolder } from '../support/tools.ts'
import { sharedTypesetter } from './making.ts'
import { readPages } from './page-reading.ts'

const MM = 72 / 25.4
const names = [
  'Nguyễn Văn Ánh',
  'Phạm Thị Hồng Hạnh',
  'Hoàng Nguyễn Thị Phương Thảo Nguyên',
  'Công Tằng Tôn Nữ Hoàng Thị Quỳnh Trang',
  'Vũ Thị Ý',
]
const ticksOf = { choose: ['Chọn'], agree: ['Đồng ý', 'Không đồng ý'] } as const

function slipPaper(format: SlipFormat, count: number, change: Partial<Slip> = {}, profile: PaperProfile = 'STATE_ND30_2020'): Paper {
  return {
    paperId: 'mau-bo-nhiem-1-phieu-1',
    kind: 'ballotSlip',
    version: 1,
    profile,
    isSample: false,
    superiorBody: 'ỦY BAN NHÂN DÂN TỈNH MẪU',
    issuingBody: 'SỞ NỘI VỤ TỈNH MẪU',
    numberAndSign: '',
    place: 'Tỉnh Mẫu',
    date: '2026-09-15',
    title: 'PHIẾU ĐỊNH HƯỚNG GIỚI THIỆU NHÂN SỰ',
    abstract: 'Chức vụ Phó Giám đốc Sở',
    blocks: [],
    slip: {
      format,
      mark: 'hangingSeal',
      conference: 'Hội nghị tập thể lãnh đạo mở rộng',
      day: 'ngày 15 tháng 9 năm 2026',
      howTo: ['Đánh dấu X vào ô vuông của 01 người được chọn; không chọn quá 01 người.'],
      ticks: ticksOf.choose,
      names: Array.from({ length: count }, (_, index) => ({
        name: names[index % names.length] ?? '',
        post: 'Trưởng phòng Công chức, viên chức',
      })),
      writeInLines: 0,
      opinionLines: 0,
      ...change,
    },
    signBlocks: [],
    recipients: [],
    proof: { stageId: 'mau-bo-nhiem.hoi-nghi', version: 1, recordSha256: 'ab'.repeat(32), logSize: 77, logRoot: 'goc-nhat-ky' },
  }
}

async function bytesOf(paper: Paper): Promise<Uint8Array> {
  const done = await (await sharedTypesetter()).typeset(paper, null)
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value
}
const drawn = async (paper: Paper): Promise<string> => put(workFolder(), 'slip.pdf', await bytesOf(paper))
const pagesOf = (file: string): number => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', [file]))?.[1])
/** Small squares drawn on the pages: side in millimetres, one entry a square. */
function squaresOf(file: string, page: number): number[] {
  execFileSync('pdftocairo', ['-svg', '-f', String(page), '-l', String(page), file, `${file}.svg`])
  const paths = [...readFileSync(`${file}.svg`, 'utf8').matchAll(/ d="(M [^"]+)"/g)].map((found) => found[1] ?? '')
  return paths.flatMap((path) => {
    const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? []
    if (!path.includes('Z') || path.includes('C') || numbers.length < 8) return []
    const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)]
    const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
    const side = width / MM
    return Math.abs(width - height) < 0.05 && side > 2.5 && side < 6 ? [Math.round(side * 10) / 10] : []
  })
}

const sheets = [
  ['A4x2', 1, 2, 200, 143],
  ['A4x4', 2, 2, 100, 143],
  ['A4x8', 2, 4, 100, 71.5],
] as const

describe.each(sheets)('a sheet %s', (format, across, down, width, height) => {
  const paper = slipPaper(format, 3)
  const cells = Array.from({ length: across * down }, (_, index) => ({
    x: (5 + (index % across) * width) * MM,
    y: (5.5 + Math.floor(index / across) * height) * MM,
  }))
  const inCell = (word: Word, { x, y }: { x: number; y: number }) =>
    word.left >= x && word.left < x + width * MM && word.top >= y && word.top < y + height * MM

  test('holds its slips on one page, each word at the same place of each', async () => {
    const file = await drawn(paper)
    expect(pagesOf(file)).toBe(1)
    const words = wordsOf(file)
    const placed = cells.map((cell) =>
      words
        .filter((word) => inCell(word, cell))
        .map((word) => `${word.text} ${(word.left - cell.x).toFixed(1)} ${(word.top - cell.y).toFixed(1)}`)
        .toSorted(),
    )
    expect(placed[0]?.length).toBeGreaterThan(30)
    expect(placed.every((one) => one.join('\n') === placed[0]?.join('\n'))).toBe(true)
    expect(placed.flat()).toHaveLength(words.length)
  })

  test('every slip is the same picture, marks to cut by included', async () => {
    const file = await drawn(paper)
    const dpi = 254
    const px = 10
    const grey = execFileSync('pdftoppm', ['-r', String(dpi), '-gray', file], { maxBuffer: 64 * 1024 * 1024 })
    const [, columns = '0', rows = '0'] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(grey.subarray(0, 40).toString('latin1')) ?? []
    const start = grey.length - Number(columns) * Number(rows)
    const cut = (index: number): Buffer => {
      const left = (5 + (index % across) * width) * px
      const top = Math.round((5.5 + Math.floor(index / across) * height) * px)
      // A hair inside the edge, where the neighbour's marks do not reach.
      const inner = Array.from({ length: height * px - 20 }, (_, row) => {
        const at = start + (top + 10 + row) * Number(columns) + left + 10
        return grey.subarray(at, at + width * px - 20)
      })
      return Buffer.concat(inner)
    }
    const first = cut(0)
    expect(first.some((value) => value < 64)).toBe(true)
    for (let index = 1; index < across * down; index++) {
      const other = cut(index)
      // The renderer puts an edge at most one pixel apart: no more than a breath of grey may differ, and no mark.
      const far = first.reduce((sum, value, at) => sum + (Math.abs(value - (other[at] ?? 0)) > 128 ? 1 : 0), 0)
      expect(far / first.length).toBeLessThan(0.004)
    }
  })

  test('has a drawn box for each name of each slip', async () => {
    expect(squaresOf(await drawn(paper), 1)).toHaveLength(3 * across * down)
  })
})

describe('a single slip', () => {
  test.each([
    ['A4', 1],
    ['A4', 12],
    ['A4', 60],
    ['A5', 3],
    ['A5', 20],
  ] as const)('%s for %i names: every name once, a box beside it, at most two sides', async (format, count) => {
    const file = await drawn(slipPaper(format, count))
    const pages = pagesOf(file)
    expect(pages).toBeLessThanOrEqual(2)
    const boxes = Array.from({ length: pages }, (_, index) => squaresOf(file, index + 1)).flat()
    expect(boxes).toHaveLength(count)
    const numbers = wordsOf(file).filter(({ text }) => /^\d{1,2}$/.test(text))
    for (let no = 1; no <= count; no++) expect(numbers.some(({ text }) => text === String(no))).toBe(true)
  })

  test('agree and disagree are two boxes a name', async () => {
    const file = await drawn(slipPaper('A5', 4, { ticks: ticksOf.agree, opinionLines: 2 }))
    expect(squaresOf(file, 1)).toHaveLength(8)
    expect(textOf(file)).toContain('Ý kiến khác')
  })

  test('the place of the seal is the top left corner', async () => {
    const mark = wordsOf(await drawn(slipPaper('A4', 3))).find(({ text }) => text === 'Dấu')
    expect(mark && [mark.left < 70 * MM, mark.top < 60 * MM]).toEqual([true, true])
    expect(textOf(await drawn(slipPaper('A4', 3, { mark: 'chairSignature' })))).toContain('Chữ ký của')
  })
})

test.each(Object.entries(slipRoom) as [SlipFormat, number][])(
  'the fullest slip of %s, with the longest names, stays on its paper',
  async (format, room) => {
    const file = await drawn(slipPaper(format, room - 2, { ticks: ticksOf.agree, opinionLines: 2 }, 'PARTY_HD05_2026'))
    expect(pagesOf(file)).toBe(format === 'A4' || format === 'A5' ? 2 : 1)
    const size = format === 'A5' ? { x: 148, y: 210 } : { x: 210, y: 297 }
    const words = wordsOf(file)
    expect(
      words.every((word) => word.left > 4 * MM && word.right < (size.x - 4) * MM && word.top > 4 * MM && word.bottom < (size.y - 4) * MM),
    ).toBe(true)
  },
)

test.each([
  ['A4', 60, 'agree'],
  ['A4', 12, 'choose'],
  ['A5', 20, 'choose'],
  ['A4x2', 10, 'agree'],
  ['A4x4', 6, 'agree'],
  ['A4x8', 3, 'choose'],
] as const)('on a slip %s of %i names every name is of one size: none stands out', async (format, count, ticks) => {
  const pages = readPages(put(workFolder(), 'phieu.pdf', await bytesOf(slipPaper(format, count, { ticks: ticksOf[ticks] }))))
  // Words that stand in names alone.
  const ofNames = new Set(['Ánh', 'Nguyên', 'Tằng', 'Quỳnh', 'Ý'])
  const sizes = pages.flatMap(({ words }) =>
    words.filter(({ text }) => ofNames.has(text)).map(({ top, bottom }) => Math.round((bottom - top) * 10) / 10),
  )
  expect(sizes.length).toBeGreaterThan(count / 2)
  expect([...new Set(sizes)]).toHaveLength(1)
})

test('the file says nothing of case, log or record, and is the same for every slip printed from it', async () => {
  const paper = slipPaper('A4x4', 3)
  const bytes = await bytesOf(paper)
  expect(await bytesOf({ ...paper, proof: { ...paper.proof, stageId: 'khac', logSize: 9, recordSha256: 'cd'.repeat(32) } })).toEqual(bytes)
  const file = put(workFolder(), 'slip.pdf', bytes)
  const plain = run('qpdf', ['--qdf', '--object-streams=disable', file, '-'])
  for (const secret of [paper.paperId, paper.proof.stageId, 'abababab', 'goc-nhat-ky', 'EmbeddedFile', '/AcroForm', '/Sig'])
    expect(plain).not.toContain(secret)
  expect(textOf(file)).not.toMatch(/SHA-256|Nhật ký|Hồ sơ bước/u)
  expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors')
  for (const font of pdffonts(file)) expect(font).toMatchObject({ embedded: true, name: expect.stringContaining('Tinos') })
})
