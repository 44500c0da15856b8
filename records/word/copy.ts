// A Word copy of a paper: the template of the office filled with what the signed paper says, marked as a copy in its text and its properties.
import Docxtemplater from 'docxtemplater'
import type { PaperKind } from '../../workflows/papers/kinds.ts'
import type { Block, Slip } from '../../workflows/papers/paper.ts'
import type { WordValues } from '../../workflows/papers/word-fields.ts'
import { annexXml, blocksXml, escaped, type Lying, paragraph, run, slipXml } from './body.ts'
import { mainPart, type Parts, partOf, textOfPart, writeDocx, zipOf } from './docx.ts'
import { lyingOf } from './shipped.ts'

export type CopyOf = {
  readonly caseId: string
  readonly paperId: string
  /** Of the PDF as its last signer left it. */
  readonly pdfSha256: string
  readonly templateSha256: string
  /** `đã ký đủ`, `đã ký 1/3`: how the PDF stood when the copy was made. */
  readonly standing: string
  /** Made-up data: no copy of it may pass for a real paper. */
  readonly isSample: boolean
  readonly isRehearsal?: true
  /** Texts the PDF puts otherwise: it was drawn by an earlier version of this app. */
  readonly differs?: number
}

/** How the mark at the head of every copy begins; what begins so is no text of the paper. */
export const copyMark = 'BẢN SAO DẠNG WORD, KHÔNG PHẢI BẢN GỐC'

export function wordCopy(template: Parts, kind: PaperKind, values: WordValues, of: CopyOf): Uint8Array {
  const parts = filled(template, kind, values)
  const marked = new Map(parts)
  const main = textOfPart(parts.get(mainPart) ?? new Uint8Array())
  marked.set(mainPart, partOf(main.replace(/(<w:body\b[^>]*>)/u, `$1${markXml(of).replaceAll('$', '$$$$')}`)))
  withProperties(marked, of)
  return writeDocx(marked)
}

/** The text of a copy without its mark. */
export function filled(template: Parts, kind: PaperKind, values: WordValues): Parts {
  const doc = new Docxtemplater(zipOf(template), { paragraphLoop: true, linebreaks: true, errorLogging: false, nullGetter: () => '' })
  doc.render(dataOf(kind, values))
  const zip = doc.getZip()
  return new Map(Object.entries(zip.files).flatMap(([name, file]) => (file.dir ? [] : [[name, file.asUint8Array()] as const])))
}

function dataOf(kind: PaperKind, { texts, lists, body, annex, slip }: WordValues): Record<string, unknown> {
  return { ...texts, ...lists, noi_dung: bodyXml(body, slip, lyingOf(kind)), phu_luc: annex ? annexXml(annex) : paragraph('TCNoiDung', '') }
}

const bodyXml = (body: readonly Block[], slip: Slip | undefined, lying: Lying): string => (slip ? slipXml(slip) : blocksXml(body, lying))

function markXml({ paperId, pdfSha256, standing, isSample, isRehearsal, differs = 0 }: CopyOf): string {
  const border = ['top', 'left', 'bottom', 'right']
    .map((side) => `<w:${side} w:val="single" w:sz="6" w:space="3" w:color="7F7F7F"/>`)
    .join('')
  const words = `${copyMark}. Bản gốc là tệp PDF ${paperId} (${standing}), SHA-256 ${pdfSha256.match(/.{1,16}/g)?.join(' ') ?? ''}.${differs > 0 ? ` Lời văn bản sao khác bản PDF ở ${differs} chỗ, vì bản PDF do phiên bản trước của ứng dụng lập; đọc theo bản PDF.` : ''}${isRehearsal ? ' DIỄN TẬP: SỐ LIỆU GIẢ, KHÔNG THÀNH HỒ SƠ.' : isSample ? ' DỮ LIỆU MẪU, KHÔNG CÓ GIÁ TRỊ.' : ''}`
  return `<w:p><w:pPr><w:pBdr>${border}</w:pBdr><w:spacing w:after="160"/><w:jc w:val="center"/></w:pPr>${run(words, { size: 10, bold: true })}</w:p>`
}

// --- Properties: which paper it is a copy of, for the comparison later

const propertiesPart = 'docProps/custom.xml'
const propertyNames = ['caseId', 'paperId', 'pdfSha256', 'templateSha256'] as const
const customType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'

function withProperties(parts: Map<string, Uint8Array>, of: CopyOf): void {
  const properties = propertyNames.map(
    (name, at) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="TienCu.${name}"><vt:lpwstr>${escaped(of[name])}</vt:lpwstr></property>`,
  )
  parts.set(
    propertiesPart,
    partOf(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${properties.join('')}</Properties>`,
    ),
  )
  addTo(
    parts,
    '[Content_Types].xml',
    '/docProps/custom.xml',
    '</Types>',
    `<Override PartName="/docProps/custom.xml" ContentType="${customType}"/>`,
  )
  addTo(
    parts,
    '_rels/.rels',
    relation,
    '</Relationships>',
    `<Relationship Id="rIdTienCu" Type="${relation}" Target="docProps/custom.xml"/>`,
  )
}

function addTo(parts: Map<string, Uint8Array>, name: string, unless: string, end: string, added: string): void {
  const text = textOfPart(parts.get(name) ?? new Uint8Array())
  if (!text.includes(unless)) parts.set(name, partOf(text.replace(end, `${added}${end}`)))
}

/** What a copy says it is a copy of; nothing where Word or somebody took it out. */
export function propertiesOf(parts: Parts): Partial<Record<(typeof propertyNames)[number], string>> {
  const text = textOfPart(parts.get(propertiesPart) ?? new Uint8Array())
  return Object.fromEntries(
    propertyNames.flatMap((name) => {
      const found = new RegExp(`name="TienCu\\.${name}"[^>]*>\\s*<vt:lpwstr>([^<]*)<`, 'u').exec(text)?.[1]
      return found === undefined ? [] : [[name, found]]
    }),
  )
}
