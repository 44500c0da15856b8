// The worker that holds a workbook: reads it, finds its tables, hands over cleaned rows. Ending it is how reading is stopped, whatever it is at.
import { parentPort } from 'node:worker_threads'
import type { WorkbookRefusal } from '../../records/workbook/limits.ts'
import { type ReadPhase, readWorkbook } from '../../records/workbook/read.ts'
import { ok, type Result } from '../../workflows/core/result.ts'
import { type Layout, type LearnedLayouts, recogniseLayout, type TablePlace } from '../../workflows/registry/import/layout.ts'
import { fromOldEncoding, type OldEncoding } from '../../workflows/registry/import/old-encodings.ts'
import type { ImportPlan } from '../../workflows/registry/import/plan.ts'
import { rowReader } from '../../workflows/registry/import/rows.ts'
import { type RawSheet, type RawWorkbook, shownText } from '../../workflows/registry/import/sheet.ts'
import { cleanText } from '../../workflows/registry/import/text.ts'
import { type ToldRows, tellRows } from './told-rows.ts'

export type SheetFound = {
  readonly name: string
  readonly rows: number
  readonly hiddenRows: number
  readonly isHidden: boolean
  readonly layout: Layout
  /** The upper left corner as people see it, for whoever points out the table. */
  readonly top: readonly (readonly string[])[]
}
const corner = { rows: 40, columns: 10, letters: 40 } as const
const topOf = ({ rows }: RawSheet): SheetFound['top'] =>
  rows.slice(0, corner.rows).map((row) => row.slice(0, corner.columns).map((cell) => cleanText(shownText(cell)).slice(0, corner.letters)))

export type RosterWork =
  | { readonly ask: 'open'; readonly bytes: Uint8Array; readonly learned: LearnedLayouts }
  /** From place `from` of the sheet, at most `count` rows looked at; asked in order, for headings name those below them. */
  | { readonly ask: 'rows'; readonly plan: ImportPlan; readonly from: number; readonly count: number }
  /** The table stands there, says the clerk. */
  | { readonly ask: 'layout'; readonly sheet: number; readonly place: TablePlace }
  | { readonly ask: 'sample'; readonly sheet: number; readonly column: number; readonly encoding: OldEncoding }
export type RosterTold =
  | { readonly phase: ReadPhase }
  | { readonly opened: Result<readonly SheetFound[], WorkbookRefusal> }
  | { readonly rows: ToldRows; readonly next: number; readonly end: number }
  | { readonly layout: Layout }
  | { readonly sample: readonly { readonly before: string; readonly after: string }[] }

let book: RawWorkbook = { sheets: [] }
let layouts: Layout[] = []
let known: LearnedLayouts = new Map()
let reading: { readonly plan: ImportPlan; readonly reader: ReturnType<typeof rowReader> } | null = null

parentPort?.on('message', async (work: RosterWork) => {
  if (work.ask === 'open') tell({ opened: await open(work.bytes, work.learned) })
  else if (work.ask === 'rows') tell(rows(work))
  else if (work.ask === 'layout') tell({ layout: layoutAt(work) })
  else tell({ sample: sample(work) })
})

const tell = (told: RosterTold): void => parentPort?.postMessage(told)

async function open(bytes: Uint8Array, learned: LearnedLayouts): Promise<Result<readonly SheetFound[], WorkbookRefusal>> {
  const read = await readWorkbook(bytes, { onPhase: (phase) => tell({ phase }) })
  if (!read.ok) return read
  book = read.value
  known = learned
  layouts = book.sheets.map((sheet) => recogniseLayout(sheet, learned))
  return ok(
    book.sheets.map((sheet, i) => ({
      name: sheet.name,
      rows: sheet.rows.length,
      hiddenRows: sheet.hiddenRows.length,
      isHidden: sheet.isHidden,
      layout: layouts[i] ?? recogniseLayout(sheet),
      top: topOf(sheet),
    })),
  )
}

function layoutAt({ sheet, place }: Extract<RosterWork, { ask: 'layout' }>): Layout {
  const found = book.sheets[sheet]
  if (found === undefined) throw new RangeError(`no sheet ${sheet}`)
  const layout = recogniseLayout(found, known, place)
  layouts[sheet] = layout
  return layout
}

function rows({ plan, from, count }: Extract<RosterWork, { ask: 'rows' }>): RosterTold {
  const sheet = book.sheets[plan.sheet]
  if (sheet === undefined) return { rows: tellRows([]), next: 0, end: 0 }
  if (reading === null || from === 0) reading = { plan, reader: rowReader(sheet, plan) }
  const { reader } = reading
  const start = Math.max(from, reader.start)
  return {
    rows: tellRows(reader.read(start, count)),
    next: Math.min(start + count, reader.end),
    end: reader.end,
  }
}

/** Texts that change, each once. */
function sample({
  sheet,
  column,
  encoding,
}: Extract<RosterWork, { ask: 'sample' }>): readonly { readonly before: string; readonly after: string }[] {
  const found = book.sheets[sheet]
  const face = found?.faces.find((one) => one.column === column)?.face
  const pairs = new Map<string, string>()
  // Heads are often in another encoding than what stands below them.
  for (const row of found?.rows.slice(layouts[sheet]?.dataRow ?? 0) ?? []) {
    const cell = row[column]
    if (typeof cell !== 'string') continue
    const after = fromOldEncoding(cell, encoding, face)
    if (after !== cell) pairs.set(cell, after)
    if (pairs.size >= 8) break
  }
  return [...pairs].map(([before, after]) => ({ before, after }))
}
