// The Word templates the app ships: heads, sizes and margins of documents.md A2 and A3, fields where an office may put them elsewhere.
import type { PaperKind } from '../../workflows/papers/kinds.ts'
import type { WordFamily } from '../../workflows/word.ts'
import { type Lying, paragraph, run, twips } from './body.ts'
import { type Parts, partOf, writeDocx } from './docx.ts'

const onItsSide: ReadonlySet<PaperKind> = new Set(['convocationList', 'nomineeList', 'eligibilitySheet', 'voteSummary'])
const letters: ReadonlySet<PaperKind> = new Set(['partyOpinionRequest', 'partyOpinion'])
export const lyingOf = (kind: PaperKind): Lying => (onItsSide.has(kind) ? 'onItsSide' : 'upright')

/** The same bytes every time. */
export const shippedTemplate = (family: WordFamily, kind: PaperKind): Uint8Array => writeDocx(shippedParts(family, kind))

function shippedParts(family: WordFamily, kind: PaperKind): Parts {
  return new Map(
    Object.entries({
      '[Content_Types].xml': contentTypes,
      '_rels/.rels': packageRels,
      'word/_rels/document.xml.rels': documentRels,
      'word/styles.xml': styles(family),
      'word/header1.xml': pageNumber,
      'word/document.xml': documentXml(family, kind),
    }).map(([name, text]) => [name, partOf(text)]),
  )
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org'
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const contentTypes = `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordTypes}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordTypes}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${wordTypes}.header+xml"/></Types>`
const packageRels = `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
const documentRels = `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>`

const names = `xmlns:w="${office}/wordprocessingml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"`

/** Hidden on page 1, centred above the others (A2, A3). */
const pageNumber = `${xml}<w:hdr ${names}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`

/** Lines of exactly 18 pt in Party papers, single to one and a half in state ones; at least 6 pt between paragraphs. */
function styles(family: WordFamily): string {
  const isParty = family === 'party'
  const lines = isParty ? 'w:line="360" w:lineRule="exact"' : 'w:line="288" w:lineRule="auto"'
  const size = '<w:sz w:val="28"/><w:szCs w:val="28"/>'
  const style = (id: string, name: string, pPr: string, rPr = '') =>
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${pPr}</w:pPr>${rPr === '' ? '' : `<w:rPr>${rPr}</w:rPr>`}</w:style>`
  const indent = `<w:ind w:firstLine="${twips(10)}"/>`
  const between = `<w:spacing w:before="120" w:after="0" ${lines}/>`
  return `${xml}<w:styles ${names}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:color w:val="000000"/>${size}<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${[
    style('TCDau', 'TC Đầu văn bản', '<w:jc w:val="center"/>'),
    style('TCNoiDung', 'TC Nội dung', `${between}${indent}<w:jc w:val="both"/>`),
    style('TCCanCu', 'TC Căn cứ', `${between}${indent}<w:jc w:val="both"/>`, isParty ? '' : '<w:i/>'),
    style('TCMuc', 'TC Mục', `<w:keepNext/><w:spacing w:before="160" w:after="0" ${lines}/>${indent}<w:jc w:val="both"/>`, '<w:b/>'),
    style('TCGiua', 'TC Giữa', '<w:keepNext/><w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/>'),
    style('TCBang', 'TC Bảng', '<w:spacing w:before="30" w:after="30"/>', '<w:sz w:val="24"/><w:szCs w:val="24"/>'),
    style('TCKy', 'TC Ký', '<w:keepNext/><w:keepLines/><w:jc w:val="center"/>'),
    style('TCNhan', 'TC Nơi nhận', '<w:keepLines/>', `<w:sz w:val="${isParty ? 24 : 22}"/><w:szCs w:val="${isParty ? 24 : 22}"/>`),
  ].join('')}</w:styles>`
}

const head = (content: string, extra = ''): string => paragraph('TCDau', content, extra)

/** A rule as long as part of its column: the lower edge of an empty line, drawn in from both sides. */
const rule = (sideMm: number): string =>
  head(
    '',
    `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:line="60" w:lineRule="exact"/><w:ind w:left="${twips(sideMm)}" w:right="${twips(sideMm)}"/>`,
  )

/** A field whose line is left out where the paper has none. */
const lineIf = (field: string, line: string): string =>
  `${head(`<w:r><w:t>{#${field}}</w:t></w:r>`)}${line}${head(`<w:r><w:t>{/${field}}</w:t></w:r>`)}`

const columnsOf = (lying: Lying): readonly [number, number] => (lying === 'upright' ? [70, 95] : [100, 152])

function headTable(family: WordFamily, kind: PaperKind): string {
  const isParty = family === 'party'
  const lying = lyingOf(kind)
  const isLetter = letters.has(kind)
  // One paper keeps one family of sizes: 12, 13, 13 keeps the title of the State on one line (A3).
  const [bodySize, dateSize] = isParty ? [14, 14] : [12, 13]
  const left = [
    lineIf('co_quan_cap_tren', head(run('{co_quan_cap_tren}', { size: bodySize }))),
    head(run('{co_quan_ban_hanh}', { size: bodySize, bold: true })),
    isParty ? head(run('*')) : rule(22),
    lineIf('so_ky_hieu', head(run('{so_ky_hieu}', { size: isParty ? 14 : 13 }), '<w:spacing w:before="60"/>')),
    ...(isLetter ? [head(run('{trich_yeu}', isParty ? { size: 12, italic: true } : { size: 13 }), '<w:spacing w:before="120"/>')] : []),
    ...['do_mat', 'do_khan', 'pham_vi', 'du_thao'].map((mark) =>
      lineIf(mark, head(run(`{${mark}}`, { bold: true }), '<w:spacing w:before="60"/>')),
    ),
  ]
  const right = [
    ...(isParty
      ? [head(run('ĐẢNG CỘNG SẢN VIỆT NAM', { size: 15, bold: true })), rule(12)]
      : [
          head(run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true })),
          head(run('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true })),
          rule(20),
        ]),
    head(run('{dia_danh}, {ngay_thang}', { size: dateSize, italic: true }), '<w:spacing w:before="60"/>'),
  ]
  return twoColumns(columnsOf(lying), left.join(''), right.join(''))
}

function twoColumns([left, right]: readonly [number, number], first: string, second: string): string {
  const side = (mm: number, content: string) => `<w:tc><w:tcPr><w:tcW w:w="${twips(mm)}" w:type="dxa"/></w:tcPr>${content}</w:tc>`
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(left + right)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${twips(left)}"/><w:gridCol w:w="${twips(right)}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${side(left, first)}${side(right, second)}</w:tr></w:tbl>`
}

const own = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** Offices of signers are bold in state papers and not in Party ones, where the authority is (A2, A3). */
function signatures(family: WordFamily, column: 'nguoi_ky_trai' | 'nguoi_ky_phai'): string {
  const isParty = family === 'party'
  const gap = paragraph('TCKy', '', `<w:spacing w:line="${twips(25)}" w:lineRule="exact"/>`)
  return [
    paragraph('TCKy', own(`{#${column}}`)),
    paragraph('TCKy', own('{#tham_quyen}')),
    paragraph('TCKy', run('{tham_quyen}', { bold: true })),
    paragraph('TCKy', own('{/tham_quyen}')),
    paragraph('TCKy', run('{chuc_vu}', { bold: !isParty })),
    gap,
    paragraph('TCKy', run('{ho_ten}', { bold: true })),
    paragraph('TCKy', own(`{/${column}}`)),
  ].join('')
}

const recipients = (family: WordFamily): string =>
  [
    paragraph('TCNhan', run('Nơi nhận:', family === 'party' ? { size: 14, underlined: true } : { size: 12, bold: true, italic: true })),
    paragraph('TCNhan', own('{#noi_nhan}')),
    paragraph('TCNhan', run('{dong}')),
    paragraph('TCNhan', own('{/noi_nhan}')),
  ].join('')

function title(family: WordFamily, kind: PaperKind): string {
  if (letters.has(kind)) return paragraph('TCDau', '')
  const isParty = family === 'party'
  return [
    head(run('{ten_loai}', { size: isParty ? 16 : 14, bold: true }), '<w:keepNext/><w:spacing w:before="360"/>'),
    head(run('{trich_yeu}', { size: 14, bold: true }), '<w:keepNext/>'),
    isParty ? head(run('-----'), '<w:spacing w:after="240"/>') : rule(60),
  ].join('')
}

const addressee = lineIf('kinh_gui', head(run('{kinh_gui}'), '<w:spacing w:before="240" w:after="120"/>'))

function documentXml(family: WordFamily, kind: PaperKind): string {
  const lying = lyingOf(kind)
  const [wide, high] = [twips(210), twips(297)]
  const page = lying === 'upright' ? `<w:pgSz w:w="${wide}" w:h="${high}"/>` : `<w:pgSz w:w="${high}" w:h="${wide}" w:orient="landscape"/>`
  const margins = `<w:pgMar w:top="${twips(20)}" w:right="${twips(15)}" w:bottom="${twips(20)}" w:left="${twips(30)}" w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/>`
  const isSlip = kind === 'ballotSlip'
  const signing = twoColumns(
    lying === 'upright' ? [75, 90] : [120, 132],
    signatures(family, 'nguoi_ky_trai') + recipients(family),
    signatures(family, 'nguoi_ky_phai'),
  )
  return `${xml}<w:document ${names}><w:body>${[
    headTable(family, kind),
    title(family, kind),
    addressee,
    paragraph('TCNoiDung', own('{@noi_dung}')),
    ...(isSlip ? [] : [paragraph('TCNoiDung', ''), signing]),
    ...(kind === 'submission' ? [paragraph('TCNoiDung', own('{@phu_luc}'))] : []),
    ...(isSlip ? [] : [paragraph('TCDau', '')]),
  ].join('')}<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>${page}${margins}<w:titlePg/></w:sectPr></w:body></w:document>`
}
