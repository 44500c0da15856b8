// Every kind of paper as the sample case draws it, and the same papers with the most an office can put into them.
import { addMonths } from '../../workflows/core/calendar.ts'
import type { PaperKind } from '../../workflows/papers/kinds.ts'
import type { Block, Paper } from '../../workflows/papers/paper.ts'
import type { CaseOpening } from '../../workflows/procedure/facts.ts'
import type { SampleCase } from '../../workflows/sample/sample-case.ts'
import { SamplePlay } from '../support/sample-play.ts'
import { partyOffice, sampleOf } from '../workflows/papers/asking.ts'

export type Form = 'Party' | 'State'

/** The newest paper of each kind, not marked as a sample: those marks stand in the margins. */
export const everyPaper = (form: Form): readonly Paper[] => newestPapers(form, {}).map((paper) => ({ ...paper, isSample: false }))

/** The same of a case that is a rehearsal, marks and all. */
export const everyRehearsedPaper = (form: Form): readonly Paper[] =>
  newestPapers(form, { rehearsal: true }).map((paper) => ({
    ...paper,
    // The name of the sample's office says what it is: only the marks are to say it here.
    issuingBody: paper.issuingBody.replace(' (DỮ LIỆU MẪU)', ''),
  }))

function newestPapers(form: Form, opened: Pick<CaseOpening, 'rehearsal'>): readonly Paper[] {
  const organisation: CaseOpening['organisation'] | undefined = form === 'Party' ? partyOffice : undefined
  const { acts, ...sample } = sampleOf({ papers: true }, organisation)
  const [{ command: opening, ...first }] = acts as [SampleCase['acts'][number]]
  if (opening.type !== 'openCase') throw new Error('a case begins with its opening')
  const command = { ...opening, opening: { ...opening.opening, ...opened } }
  // Slips must be drawn before ballots are prepared, so each paper is drawn as soon as it is owed.
  const play = new SamplePlay([{ ...first, command }], sample.caseId)
  for (const { at, by, command } of acts.slice(1)) play.do(at, command, by)
  destroySlips(play)
  const newest = new Map<PaperKind, Paper>()
  for (const paper of play.drawn.values()) newest.set(paper.kind, paper)
  return [...newest.values()]
}

function destroySlips(play: SamplePlay): void {
  const bundles = play.state.bundles.map(({ sealed }) => sealed)
  const until = bundles
    .map(({ keepUntil }) => keepUntil)
    .toSorted()
    .at(-1)
  if (until === undefined) throw new Error('no slips were sealed')
  const people = ['Nguyễn Văn Ánh', 'Lê Văn Ân', 'Trần Thị An'].map((name) => ({ name, title: 'Chuyên viên' }))
  play.do(`${addMonths(until, 3)}T09:00:00+07:00`, {
    type: 'destroyBundles',
    bundleIds: bundles.map(({ bundleId }) => bundleId),
    document: { number: '51/QĐ-SNV', date: addMonths(until, 1), issuer: 'Sở Nội vụ' },
    team: people,
    keeper: { name: 'Đỗ Thị Hà', title: 'Trưởng phòng Tổ chức cán bộ' },
    witnesses: [{ name: 'Bùi Văn Ẩn', title: 'Thanh tra viên' }],
    sealsFound: 'niêm phong còn nguyên vẹn, đúng số niêm phong ghi trong biên bản niêm phong',
    method: 'Cắt vụn bằng máy hủy tài liệu',
    place: 'Kho lưu trữ Sở Nội vụ',
    destroyedAt: `${addMonths(until, 2)}T09:00:00+07:00`,
  })
}

const words =
  'Bảo đảm tiêu chuẩn chung của chức danh lãnh đạo, quản lý và tiêu chuẩn cụ thể của chức danh bổ nhiệm; nắm vững nghiệp vụ tổ chức bộ máy, biên chế và tiền lương.'.split(
    ' ',
  )
/** So many words of plain text. */
export const textOfWords = (count: number): string => Array.from({ length: count }, (_, at) => words[at % words.length]).join(' ')

const longName = 'Công Tằng Tôn Nữ Hoàng Ngọc Phương Thủy Nghĩa'
const longBody = 'BAN THƯỜNG VỤ ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG, ĐOÀN THỂ VÀ ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH BÀ RỊA - VŨNG TÀU'

/** Names of people, bodies, offices and places as long as they come. */
export const withLongNames = (paper: Paper): Paper => ({
  ...paper,
  superiorBody: 'BAN CHẤP HÀNH ĐẢNG BỘ TỈNH BÀ RỊA - VŨNG TÀU NHIỆM KỲ 2025 - 2030',
  issuingBody: longBody,
  numberAndSign: paper.numberAndSign.replace(/[-/][^-/]*$/u, (sign) => `${sign}-TCCBCCVC`),
  place: 'Thành phố Thủ Dầu Một',
  abstract: paper.abstract === '' ? '' : `${paper.abstract}, Trung tâm Điều dưỡng người có công và bảo trợ xã hội tổng hợp`,
  ...(paper.addressee && {
    addressee: {
      ...paper.addressee,
      names: Array.from(
        { length: 5 },
        () => 'Ban Thường vụ Đảng ủy các cơ quan Đảng, đoàn thể và Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bà Rịa - Vũng Tàu',
      ),
    },
  }),
  signBlocks: paper.signBlocks.map((one) => ({
    ...one,
    ...(one.authority !== undefined && { authority: `T/M ${longBody}` }),
    officeTitle: one.officeTitle.length > 12 ? `${one.officeTitle}, KIÊM GIÁM ĐỐC TRUNG TÂM ĐIỀU DƯỠNG NGƯỜI CÓ CÔNG` : one.officeTitle,
    personName: longName,
  })),
  blocks: paper.blocks.map(lengthened),
})

const lengthened = (block: Block): Block => {
  switch (block.type) {
    case 'facts':
      return { ...block, rows: block.rows.map(([label, value]) => [`${label} của ${longName}`, `${value}; ${textOfWords(30)}`] as const) }
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((cell, at) =>
            /^[\p{L} ]{6,}$/u.test(cell) ? `${cell} ${longName}` : at > 0 && cell.length > 20 ? `${cell} ${textOfWords(12)}` : cell,
          ),
        ),
      }
    default:
      return block
  }
}

/** Tables of so many rows: one nominee, sixty, two hundred attendees. */
export const withRows = (paper: Paper, count: number): Paper => ({
  ...paper,
  blocks: paper.blocks.map((block) =>
    block.type === 'table' ? { ...block, rows: Array.from({ length: count }, (_, at) => block.rows[at % block.rows.length] ?? []) } : block,
  ),
})

/** One row of each table with a text that no page holds. */
export const withTallRows = (paper: Paper, which: 'first' | 'last'): Paper => ({
  ...paper,
  blocks: paper.blocks.map((block) => {
    if (block.type !== 'table') return block
    const widest = block.columns.reduce((best, one, at) => ((one.widthMm ?? 999) > (block.columns[best]?.widthMm ?? 999) ? at : best), 0)
    const tall = which === 'first' ? 0 : block.rows.length - 1
    return {
      ...block,
      rows: block.rows.map((row, no) => (no === tall ? row.map((cell, at) => (at === widest ? textOfWords(900) : cell)) : row)),
    }
  }),
})

export const withRecipients = (paper: Paper, count: number): Paper => ({
  ...paper,
  recipients: Array.from({ length: count }, (_, at) =>
    at % 7 === 3 ? 'Đảng ủy các cơ quan Đảng, đoàn thể và Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Mẫu (để báo cáo)' : 'Văn phòng Tỉnh ủy',
  ),
})

/** The paper ends in a paragraph of so many words, so that the page may break anywhere before the signatures. */
export const endingIn = (paper: Paper, count: number): Paper => ({
  ...paper,
  blocks: [...paper.blocks, { type: 'paragraph', text: textOfWords(count) }],
})

/** As many signers as a counting team ever has, and the chair. */
export const withSigners = (paper: Paper, count: number): Paper => {
  const [first] = paper.signBlocks
  if (!first) return paper
  const team = Array.from({ length: count }, (_, at) => ({ ...first, order: at + 1, field: `ky.nguoi_${at + 1}`, column: 'left' as const }))
  return { ...paper, signBlocks: [...team, { ...first, order: count + 1, field: 'ky.chu_tri', column: 'right' }] }
}

const endless =
  'https://van-ban.tinh-mau.gov.vn/ho-so-cong-viec/quy-trinh-nhan-su/bo-nhiem/2026/so-noi-vu/pho-giam-doc-so/tep-dinh-kem-01.pdf'
    .replaceAll('-', '')
    .replaceAll('/', '')

/** A word that no line holds stands in every text, value and cell of words. */
export const withEndlessWords = (paper: Paper): Paper => ({
  ...paper,
  blocks: paper.blocks.map((block): Block => {
    switch (block.type) {
      case 'facts':
        return { ...block, rows: block.rows.map(([label, value]) => [label, `${value} ${endless}`] as const) }
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map((cell) => (cell.length > 8 ? `${cell} ${endless}` : cell))) }
      case 'heading':
        return block
      default:
        return block.type === 'paragraph' && block.style === 'centered' ? block : { ...block, text: `${block.text} ${endless}` }
    }
  }),
})
