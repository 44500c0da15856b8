// The text of a paper as WordprocessingML: paragraphs and tables in the styles of the template, so that the office decides how they look.
import type { Block, Column, Slip } from '../../workflows/papers/paper.ts'

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Millimetres as twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)

export type RunLook = {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly size?: number
  readonly caps?: boolean
  readonly underlined?: boolean
}

export function run(text: string, { bold, italic, size, underlined }: RunLook = {}): string {
  const look = [
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    underlined ? '<w:u w:val="single"/>' : '',
    size === undefined ? '' : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
  ].join('')
  const pieces = text.split('\n').map((piece) => `<w:t xml:space="preserve">${escaped(piece)}</w:t>`)
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${pieces.join('<w:br/>')}</w:r>`
}

export const paragraph = (style: string, content: string, extra = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${extra}</w:pPr>${content}</w:p>`

const cell = (width: number, content: string): string => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`

/** Width of the text of a page: A4 less its margins (A2, A3). */
const textWidth = { upright: 165, onItsSide: 252 } as const

function widthsOf(columns: readonly Column[], whole: number): number[] {
  const fixed = columns.reduce((sum, { widthMm = 0 }) => sum + widthMm, 0)
  const open = columns.filter(({ widthMm }) => widthMm === undefined).length
  const rest = open === 0 ? 0 : Math.max(20, (whole - fixed) / open)
  const total = fixed + rest * open
  return columns.map(({ widthMm = rest }) => twips((widthMm * whole) / total))
}

function table(columns: readonly Column[], rows: readonly (readonly string[])[], whole: number): string {
  const widths = widthsOf(columns, whole)
  const align = (at: number) => `<w:jc w:val="${columns[at]?.align ?? 'left'}"/>`
  const head = columns
    .map(({ title }, at) => cell(widths[at] ?? 0, paragraph('TCBang', run(title, { bold: true }), '<w:jc w:val="center"/>')))
    .join('')
  const body = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${columns.map((_, at) => cell(widths[at] ?? 0, paragraph('TCBang', run(row[at] ?? ''), align(at)))).join('')}</w:tr>`,
  )
  return tableOf(widths, `<w:tr><w:trPr><w:tblHeader/></w:trPr>${head}</w:tr>${body.join('')}`, true)
}

function tableOf(widths: readonly number[], rows: string, hasLines: boolean): string {
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
  const lines = hasLines
    ? `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders>`
    : ''
  const total = widths.reduce((sum, one) => sum + one, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${lines}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>${paragraph('TCBang', '')}`
}

function facts(rows: readonly (readonly [string, string])[], whole: number): string {
  const widths = [twips(whole * 0.32), twips(whole * 0.68)]
  const [left = 0, right = 0] = widths
  const lines = rows.map(
    ([label, value]) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(left, paragraph('TCBang', run(label)))}${cell(right, paragraph('TCBang', run(value)))}</w:tr>`,
  )
  return tableOf(widths, lines.join(''), false)
}

const styleOf = { body: 'TCNoiDung', italic: 'TCNoiDung', bold: 'TCNoiDung', centered: 'TCGiua' } as const

function blockXml(block: Block, whole: number): string {
  switch (block.type) {
    case 'paragraph': {
      const style = block.style ?? 'body'
      return paragraph(styleOf[style], run(block.text, { bold: style === 'bold' || style === 'centered', italic: style === 'italic' }))
    }
    case 'heading':
      return paragraph('TCMuc', run(block.text))
    case 'ground':
      return paragraph('TCCanCu', run(block.text))
    case 'article':
    case 'item':
      return paragraph('TCNoiDung', run(`${block.mark} `, { bold: block.type === 'article' }) + run(block.text))
    case 'facts':
      return block.rows.length === 0 ? '' : facts(block.rows, whole)
    case 'table':
      return table(block.columns, block.rows, whole)
  }
}

export type Lying = 'upright' | 'onItsSide'

/** Never empty: a raw field must leave a paragraph behind. */
export const blocksXml = (blocks: readonly Block[], lying: Lying): string =>
  blocks.map((one) => blockXml(one, textWidth[lying])).join('') || paragraph('TCNoiDung', '')

export const annexXml = ({
  title,
  reference,
  blocks,
}: {
  readonly title: string
  readonly reference: string
  readonly blocks: readonly Block[]
}): string =>
  [
    paragraph('TCGiua', run(title, { bold: true }), '<w:pageBreakBefore/>'),
    paragraph('TCGiua', run(reference, { italic: true })),
    blocksXml(blocks, 'upright'),
  ].join('')

/** A slip to read and to lay out: it is printed to vote with from the PDF alone. */
export function slipXml({ conference, day, howTo, ticks, names, writeInLines, opinionLines, handling }: Slip): string {
  const columns: Column[] = [
    { title: 'TT', align: 'center', widthMm: 11 },
    { title: 'Họ và tên', align: 'left' },
    ...ticks.map((title): Column => ({ title, align: 'center', widthMm: 26 })),
  ]
  const box = ticks.map(() => '☐')
  const blanks = Array.from({ length: writeInLines }, () => '…'.repeat(20))
  const rows = [...names.map(({ name, post }) => `${name}${post === '' ? '' : `\n${post}`}`), ...blanks].map((text, at) => [
    `${at + 1}`,
    text,
    ...box,
  ])
  return [
    paragraph('TCGiua', run(`${conference}, ${day}`)),
    ...howTo.map((text) => paragraph('TCNoiDung', run(text, { italic: true }))),
    table(columns, rows, textWidth.upright),
    ...(opinionLines > 0 ? [paragraph('TCNoiDung', run('Ý kiến khác:'))] : []),
    ...Array.from({ length: opinionLines }, () => paragraph('TCNoiDung', run('…'.repeat(40)))),
    ...(handling === undefined ? [] : [paragraph('TCNoiDung', run(handling, { italic: true }))]),
  ].join('')
}
