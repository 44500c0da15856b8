// A book of sheets as .xlsx bytes: titles, a bold head that stays in sight, whole numbers as numbers and everything else as text.
import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/universal'
import { metaSheet, type OutBook, type OutSheet } from '../../workflows/registry/returns/sheets.ts'

const line = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'top' } as const

export async function writeWorkbook({ sheets, meta }: OutBook): Promise<Uint8Array> {
  const blob = await writeXlsxFile(
    [...sheets, metaSheet(meta)].map((sheet) => ({
      sheet: sheet.name,
      data: dataOf(sheet),
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: sheet.title.length + 1,
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function dataOf({ title, columns, rows, strong }: OutSheet): Row[] {
  const bold = new Set(strong)
  return [
    ...title.map((text, at): Row => [{ value: text, type: String, ...(at === 0 && { fontWeight: 'bold' as const }) }]),
    columns.map(({ head }): Cell => ({ value: head, type: String, fontWeight: 'bold', wrap: true, align: 'center', ...line })),
    ...rows.map(
      (row, at): Row =>
        row.map((cell): Cell => {
          const style = { ...line, wrap: true, ...(bold.has(at) && { fontWeight: 'bold' as const }) }
          if (cell === null) return { ...style }
          // Codes stay text: a spreadsheet takes zeros in front of anything it believes to be a number.
          return typeof cell === 'number' ? { value: cell, type: Number, ...style } : { value: cell, type: String, ...style }
        }),
    ),
  ]
}
