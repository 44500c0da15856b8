// Communes as a list the office loads from the file of the statistics office: what such a file must hold, and how it is checked. The app ships none.
import { z } from 'zod'
import { line } from '../../core/document.ts'
import { foldedWords } from '../../core/folded-text.ts'
import { ok, type Result, refuse } from '../../core/result.ts'
import { Day } from '../../core/stamp.ts'
import { isEmptyCell, type RawCell, type RawSheet, type RawWorkbook, shownText } from '../import/sheet.ts'
import { type PlaceCode, type PlaceList, placeLists, provinceName } from './places.ts'

/** In force from `from` up to and with `lastDay`, where the list says so; else as long as the list. */
export const Commune = z.strictObject({
  code: z.string().regex(/^\d{5}$/),
  name: line(120),
  province: z.string().regex(/^\d{2}$/),
  from: Day.optional(),
  lastDay: Day.optional(),
})
export type Commune = z.infer<typeof Commune>
export const CommuneFile = z.strictObject({ list: z.enum(placeLists), communes: z.array(Commune).min(1).max(20_000) })
export type CommuneFile = z.infer<typeof CommuneFile>

const communeProblems = ['code', 'code-twice', 'name', 'province', 'date', 'dates-reversed'] as const
export type CommuneProblem = { readonly row: number; readonly problem: (typeof communeProblems)[number]; readonly text: string }
export type CommuneAccount = {
  readonly communes: readonly Commune[]
  readonly problems: readonly CommuneProblem[]
  /** Codes that came as numbers and lost their zeros: five digits are five digits. */
  readonly padded: number
  /** The file says of itself that it is made up. */
  readonly isSample: boolean
  readonly provinces: number
}
export type CommuneRefusal = { readonly code: 'communes-heads-missing'; readonly missing: readonly string[] }

/** Heads as statistics files write them, folded; the first of a column that is found counts. */
const heads = {
  code: ['ma xa', 'ma phuong xa', 'ma px', 'ma dvhc', 'ma'],
  name: ['ten xa', 'ten phuong xa', 'ten don vi hanh chinh', 'ten dvhc', 'ten'],
  province: ['ma tinh', 'ma tp', 'ma tinh tp', 'ma tinh thanh pho'],
  from: ['hieu luc tu', 'ngay hieu luc'],
  lastDay: ['hieu luc den', 'het hieu luc'],
} as const
type Field = keyof typeof heads
const headNames: Readonly<Record<'code' | 'name' | 'province', string>> = { code: 'Mã xã', name: 'Tên xã', province: 'Mã tỉnh' }
const sampleMark = 'du lieu mau'

const cleaned = (cell: RawCell | undefined): string => shownText(cell).normalize('NFC').replace(/\s+/gu, ' ').trim()
const folded = (text: string): string => foldedWords(text).join(' ')

type Found = { readonly sheet: RawSheet; readonly row: number; readonly columns: Partial<Record<Field, number>> }

function headOf({ sheets }: RawWorkbook): Found | undefined {
  let best: Found | undefined
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.rows.slice(0, 20).entries()) {
      const texts = cells.map((cell) => folded(cleaned(cell)))
      const columns: Partial<Record<Field, number>> = {}
      for (const field of Object.keys(heads) as Field[]) {
        const at = heads[field].map((head) => texts.indexOf(head)).find((column) => column >= 0)
        if (at !== undefined) columns[field] = at
      }
      if (Object.keys(columns).length > Object.keys(best?.columns ?? {}).length) best = { sheet, row, columns }
    }
  }
  return best
}

/** `2025-07-01` of a date cell or of `01/07/2025`; never month first. Undefined: no day. */
function dayIn(cell: RawCell | undefined): string | undefined {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cleaned(cell))
  if (found === null) return undefined
  const day = `${found[3]}-${String(found[2]).padStart(2, '0')}-${String(found[1]).padStart(2, '0')}`
  return Day.safeParse(day).success ? day : undefined
}

/** Every row accounted for; the list is loaded only where no row has a problem. @param list whose codes the file has */
export function readCommunes(book: RawWorkbook, list: PlaceList): Result<CommuneAccount, CommuneRefusal> {
  const head = headOf(book)
  const missing = (['code', 'name', 'province'] as const)
    .filter((field) => head?.columns[field] === undefined)
    .map((field) => headNames[field])
  if (head === undefined || missing.length > 0) return refuse({ code: 'communes-heads-missing', missing })
  const { sheet, row: headRow, columns } = head
  const at = (cells: readonly RawCell[], field: Field): RawCell | undefined => {
    const column = columns[field]
    return column === undefined ? undefined : cells[column]
  }
  const communes: Commune[] = []
  const problems: CommuneProblem[] = []
  const seen = new Set<string>()
  let padded = 0
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= headRow || cells.every((cell) => isEmptyCell(cell))) continue
    const row = index + 1
    const refused = (problem: CommuneProblem['problem'], text: string) => void problems.push({ row, problem, text })
    const before = problems.length
    const written = [cleaned(at(cells, 'code')), cleaned(at(cells, 'name')), cleaned(at(cells, 'province'))] as const
    const isNumber = typeof at(cells, 'code') === 'number' && /^\d{1,4}$/.test(written[0])
    const code = isNumber ? written[0].padStart(5, '0') : written[0]
    const province = typeof at(cells, 'province') === 'number' ? written[2].padStart(2, '0') : written[2]
    if (!/^\d{5}$/.test(code)) refused('code', written[0])
    else if (seen.has(code)) refused('code-twice', code)
    seen.add(code)
    if (!line(120).safeParse(written[1]).success) refused('name', written[1])
    if (!/^\d{2}$/.test(province) || provinceName({ list, code: province }) === undefined) refused('province', written[2])
    const days: { from?: string; lastDay?: string } = {}
    for (const field of ['from', 'lastDay'] as const) {
      const cell = at(cells, field)
      if (cell === undefined || isEmptyCell(cell)) continue
      const day = dayIn(cell)
      if (day === undefined) refused('date', cleaned(cell))
      else days[field] = day
    }
    if (days.from !== undefined && days.lastDay !== undefined && days.lastDay < days.from)
      refused('dates-reversed', `${days.from}, ${days.lastDay}`)
    if (problems.length > before) continue
    if (isNumber) padded++
    communes.push({ code, name: written[1], province, ...days })
  }
  const isSample = sheet.rows.some((cells) => cells.some((cell) => folded(cleaned(cell)).includes(sampleMark)))
  return ok({ communes, problems, padded, isSample, provinces: new Set(communes.map((one) => one.province)).size })
}

export type FoundCommune = { readonly place: PlaceCode; readonly text: string }
const standsOn = ({ from, lastDay }: Commune, day: string): boolean =>
  (from === undefined || from <= day) && (lastDay === undefined || day <= lastDay)

/** Communes of the day whose name and province hold every word, at most `most`. */
export function findCommunes({ list, communes }: CommuneFile, search: string, day: string, most: number): readonly FoundCommune[] {
  const words = foldedWords(search)
  if (words.length === 0) return []
  const found: FoundCommune[] = []
  for (const one of communes) {
    if (!standsOn(one, day)) continue
    const text = `${one.name}, ${provinceName({ list, code: one.province }) ?? one.province}`
    const parts = foldedWords(text)
    if (one.code !== words[0] && !words.every((word) => parts.some((part) => part.startsWith(word)))) continue
    found.push({ place: { list, code: one.code }, text })
    if (found.length === most) break
  }
  return found
}

/** A place in one line: its words, and the code somebody matched to them. */
export const placeLine = ({ text, code }: { readonly text: string; readonly code?: PlaceCode | undefined }): string =>
  code === undefined || code.code.length !== 5 ? text : `${text} (${code.list === 'QD19_2025' ? 'mã' : 'mã cũ'} ${code.code})`

/** The other way round; a line without a code is free text. */
export function placeOfLine(said: string): { text: string; code?: PlaceCode } {
  const found = /^(.+?) \((mã|mã cũ) (\d{5})\)$/u.exec(said)
  if (found === null) return { text: said }
  return { text: found[1] ?? said, code: { list: found[2] === 'mã' ? 'QD19_2025' : 'QD124_2004', code: found[3] ?? '' } }
}
