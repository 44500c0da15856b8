// The columns of each return in figures, and its figures as a sheet: one place, so that a return from below is read by the heads it was written with.

import type { FigureColumn, FigureRole, Figures } from '../registry/returns/figures.ts'
import type { PlanningReturn, Structure } from '../registry/returns/planning-return.ts'
import type { QualityCounts, QualityReturn } from '../registry/returns/quality-return.ts'
import { usualBands } from '../registry/returns/quality-return.ts'
import type { OutSheet, SheetCell, SheetColumn } from '../registry/returns/sheets.ts'
import type { ReturnBook } from '../registry-export.ts'
import { disciplineColumns, moveColumns, ratingColumns } from './record-return-columns.ts'
import { degreeName, politicalTheoryName, stateManagementName } from './record-values.ts'

export const returnCodes: Readonly<Record<ReturnBook, string>> = {
  quality: 'BC-01',
  ratings: 'BC-04',
  moves: 'BC-06',
  planning: 'BC-10',
  discipline: 'BC-12',
}
/** The sheet of a return that holds its figures. */
export const figureSheetNames: Readonly<Record<ReturnBook, string>> = {
  quality: 'BC-01',
  ratings: 'BC-04',
  moves: 'BC-06',
  planning: 'BC-10 Cơ cấu',
  discipline: 'BC-12',
}
/** Columns in front of the figures, after the running number. */
export const labelHeads: Readonly<Record<ReturnBook, readonly string[]>> = {
  quality: ['Đơn vị'],
  ratings: ['Đơn vị'],
  moves: ['Đơn vị nhận'],
  planning: ['Chức danh quy hoạch', 'Đơn vị'],
  discipline: ['Đơn vị'],
}
export const sumLabel = 'Tổng cộng'
const unplacedLabel = 'Chưa giữ chức vụ'

const bandHead = (at: number, bands: readonly number[]): string => {
  const [from, to] = [bands[at - 1], bands[at]]
  if (from === undefined) return `Dưới ${to}`
  return to === undefined ? `Từ ${from}` : `${from}-${to - 1}`
}

type From<T> = FigureColumn & { readonly figure: (counts: T) => number }
const column = <T>(head: string, role: FigureRole, figure: (counts: T) => number): From<T> => ({ head, role, figure })

const qualityColumns = (bands: readonly number[]): readonly From<QualityCounts>[] => [
  column('Tổng số', 'total', ({ total }) => total),
  column('Nữ', 'within', ({ women }) => women),
  column('Dân tộc thiểu số', 'within', ({ minority }) => minority),
  column('Tôn giáo', 'within', ({ religious }) => religious),
  column('Chưa vào Đảng', 'within', ({ notParty }) => notParty),
  ...Array.from({ length: bands.length + 1 }, (_, at) =>
    column<QualityCounts>(`Tuổi: ${bandHead(at, bands)}`, 'part:ages', ({ ages }) => ages[at] ?? 0),
  ),
  column('Tuổi: chưa rõ', 'part:ages', ({ ageUnknown }) => ageUnknown),
  ...(['doctor', 'master', 'bachelor', 'college', 'secondaryVocational'] as const).map((level) =>
    column<QualityCounts>(`Chuyên môn: ${degreeName(level, 'vi')}`, 'part:degrees', ({ degrees }) => degrees[level]),
  ),
  column('Chuyên môn: chưa ghi', 'part:degrees', ({ degrees }) => degrees.none),
  ...(['bachelor', 'advanced', 'intermediate', 'elementary'] as const).map((level) =>
    column<QualityCounts>(`LLCT: ${politicalTheoryName(level, 'vi')}`, 'part:theory', ({ theory }) => theory[level]),
  ),
  column('LLCT: chưa ghi', 'part:theory', ({ theory }) => theory.none),
  ...(['senior', 'principal', 'specialist', 'staff'] as const).map((level) =>
    column<QualityCounts>(`QLNN: ${stateManagementName(level, 'vi')}`, 'part:management', ({ management }) => management[level]),
  ),
  column('QLNN: chưa ghi', 'part:management', ({ management }) => management.none),
  ...(['senior', 'principal', 'specialist', 'staff'] as const).map((level) =>
    column<QualityCounts>(`Ngạch: ${stateManagementName(level, 'vi')}`, 'part:ranks', ({ ranks }) => ranks[level]),
  ),
  column('Ngạch: khác', 'part:ranks', ({ ranks }) => ranks.other),
  column('Ngạch: chưa ghi', 'part:ranks', ({ ranks }) => ranks.none),
  column('Có ngoại ngữ', 'within', ({ withLanguage }) => withLanguage),
]

const structureColumns: readonly From<Structure>[] = [
  column('Tổng số', 'total', ({ total }) => total),
  column('Nữ', 'within', ({ women }) => women),
  column('Dân tộc thiểu số', 'within', ({ minority }) => minority),
  column('Độ tuổi 1', 'part:ages', ({ bands }) => bands[0]),
  column('Độ tuổi 2', 'part:ages', ({ bands }) => bands[1]),
  column('Độ tuổi 3', 'part:ages', ({ bands }) => bands[2]),
  column('Chưa rõ tuổi', 'part:ages', ({ total, bands }) => total - bands[0] - bands[1] - bands[2]),
  // Whoever left stands beside the list, not on it.
  column('Giữ', 'free', ({ kept }) => kept),
  column('Đưa ra', 'free', ({ out }) => out),
  column('Bổ sung', 'free', ({ came }) => came),
]

const bare = (columns: readonly FigureColumn[]): readonly FigureColumn[] => columns.map(({ head, role }) => ({ head, role }))

/** `bands`: of ages, which an office may draw otherwise (BC-01). */
export function returnColumns(book: ReturnBook, bands: readonly number[] = usualBands): readonly FigureColumn[] {
  switch (book) {
    case 'quality':
      return bare(qualityColumns(bands))
    case 'planning':
      return bare(structureColumns)
    case 'ratings':
      return bare(ratingColumns)
    case 'moves':
      return bare(moveColumns)
    case 'discipline':
      return bare(disciplineColumns)
  }
}

export function qualityFigures({ bands, rows, all }: QualityReturn): Figures {
  const columns = qualityColumns(bands)
  const line = (counts: QualityCounts): readonly number[] => columns.map(({ figure }) => figure(counts))
  return { columns: bare(columns), rows: rows.map(({ unit, counts }) => ({ unit, figures: line(counts) })), all: line(all) }
}

/** The unit of a row: the post planned for and its unit, apart by a tab. */
export function structureFigures({ structure, all }: PlanningReturn): Figures {
  const line = (one: Structure): readonly number[] => structureColumns.map(({ figure }) => figure(one))
  return {
    columns: bare(structureColumns),
    rows: structure.map((one) => ({ unit: `${one.title}\t${one.unit}`, figures: line(one) })),
    all: line(all),
  }
}

/** Text columns after the figures of a row, such as shares. */
export type Beside = { readonly columns: readonly SheetColumn[]; readonly cells: (figures: readonly number[]) => readonly SheetCell[] }

/** A row a unit, then everything once. */
export function figureSheet(book: ReturnBook, title: readonly string[], { columns, rows, all }: Figures, beside?: Beside): OutSheet {
  const labels = labelHeads[book]
  const cells = (no: SheetCell, unit: string, figures: readonly number[]): readonly SheetCell[] => {
    const words = unit.split('\t')
    return [no, ...labels.map((_, at) => words[at] ?? ''), ...figures, ...(beside?.cells(figures) ?? [])]
  }
  return {
    name: figureSheetNames[book],
    title,
    columns: [
      { head: 'STT', width: 6 },
      ...labels.map((head) => ({ head, width: 34 })),
      ...columns.map(({ head }) => ({ head, width: Math.max(8, Math.ceil(head.length / 2)) })),
      ...(beside?.columns ?? []),
    ],
    rows: [...rows.map(({ unit, figures }, at) => cells(at + 1, unit === '' ? unplacedLabel : unit, figures)), cells(null, sumLabel, all)],
    strong: [rows.length],
  }
}
