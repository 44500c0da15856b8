// The personal record 2C/TCTW-98 as a Word file, to be filled in further by hand: the same lines and tables as on the page.
import type { Form2C, FormTable } from '../../workflows/registry/form-2c.ts'
import { paragraph, run, twips } from './body.ts'
import { type Parts, partOf, writeDocx } from './docx.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org'
const types = `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`
const rels = (type: string, target: string) =>
  `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`
const names = `xmlns:w="${office}/wordprocessingml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"`

const style = (id: string, pPr: string) =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Normal"/><w:pPr>${pPr}</w:pPr></w:style>`
const styles = `${xml}<w:styles ${names}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('TCDong', '<w:spacing w:before="60" w:after="0"/>')}${style('TCGiua', '<w:keepNext/><w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/>')}${style('TCMuc', '<w:keepNext/><w:spacing w:before="160" w:after="60"/>')}${style('TCBang', '<w:spacing w:before="20" w:after="20"/>')}</w:styles>`

/** A4 less its margins. */
const widthMm = 165

/** The same form gives the same bytes. */
export function form2CWord(form: Form2C): Uint8Array {
  const body = [
    paragraph('TCDong', run(form.organisation)),
    ...(form.numbers === '' ? [] : [paragraph('TCDong', run(form.numbers, { size: 11 }))]),
    paragraph('TCDong', run('Mẫu 2C/TCTW-98', { bold: true }), '<w:jc w:val="right"/>'),
    paragraph('TCGiua', run('SƠ YẾU LÝ LỊCH', { bold: true, size: 16 })),
    paragraph('TCGiua', run(`Theo sổ tính đến ngày ${form.day.split('-').reverse().join('/')}`, { italic: true })),
    ...form.lines.map(({ no, label, text }) => paragraph('TCDong', run(`${no}) ${label}: `) + run(text, { bold: true }))),
    ...form.tables.flatMap((table) => [paragraph('TCMuc', run(`${table.no}) ${table.title}`, { bold: true })), tableXml(table)]),
    paragraph('TCMuc', run('NGƯỜI KHAI', { bold: true }) + run(' (ký, ghi rõ họ tên)', { italic: true })),
    paragraph(
      'TCMuc',
      run('XÁC NHẬN CỦA CƠ QUAN QUẢN LÝ', { bold: true }) +
        run(` (${form.place}, ngày ..... tháng ..... năm .....; ký tên, đóng dấu)`, { italic: true }),
    ),
  ].join('')
  const page = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${twips(20)}" w:bottom="${twips(20)}" w:left="${twips(30)}" w:right="${twips(15)}" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>`
  const parts: Parts = new Map(
    Object.entries({
      '[Content_Types].xml': types,
      '_rels/.rels': rels('officeDocument', 'word/document.xml'),
      'word/_rels/document.xml.rels': rels('styles', 'styles.xml'),
      'word/styles.xml': styles,
      'word/document.xml': `${xml}<w:document ${names}><w:body>${body}${page}</w:body></w:document>`,
    }).map(([name, text]) => [name, partOf(text)]),
  )
  return writeDocx(parts)
}

/** Its head is printed again on every page; an empty table has one empty row to write in. */
function tableXml({ heads, rows }: FormTable): string {
  const width = twips(widthMm / heads.length)
  const cell = (content: string) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`
  const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${heads.map((one) => cell(paragraph('TCBang', run(one, { bold: true }), '<w:jc w:val="center"/>'))).join('')}</w:tr>`
  const body = (rows.length === 0 ? [heads.map(() => '')] : rows).map(
    (row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${heads.map((_, at) => cell(paragraph('TCBang', run(row[at] ?? '')))).join('')}</w:tr>`,
  )
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(widthMm)}" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${heads.map(() => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${head}${body.join('')}</w:tbl>`
}
