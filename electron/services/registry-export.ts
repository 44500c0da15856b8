// Lists and returns of the registry as spreadsheets: gathered as of a day, held against their own sums, written, and noted that they went out.
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { type RegistryReads, spanOn } from '../../workflows/registry/records.ts'
import { planningFaults, planningReturn } from '../../workflows/registry/returns/planning-return.ts'
import { faultsOf, qualityReturn } from '../../workflows/registry/returns/quality-return.ts'
import type { OutBook, OutSheet } from '../../workflows/registry/returns/sheets.ts'
import { isHeldOn } from '../../workflows/registry/tenure.ts'
import type { BookBytes } from '../../workflows/registry-export.ts'
import { type ListedFully, peopleSheet, planningSheet, qualitySheet, structureSheet } from '../../workflows/wording/returns.ts'
import { mustBeAllowed } from './at-work.ts'
import { inBulk } from './bulk.ts'
import { sha256Hex } from './dispatch.ts'
import { OfficeFault } from './faults.ts'
import type { Work } from './long-work.ts'
import type { OpenFile } from './open-file.ts'
import { faultOf, namesOn, unitsBelow } from './registry-view.ts'
import type { Services } from './services.ts'

type Ask = Extract<ShellAct, { act: 'exportRegistry' }>
const window = 500
/** Rows that take longer to write than a worker takes to start. */
const many = 1500
const fileNames = { people: 'danh-sach-can-bo', quality: 'bc-01-chat-luong', planning: 'bc-10-quy-hoach' } as const

/** Refused: the role, and a list with nobody on it. */
export async function exportRegistry(services: Services, open: OpenFile, ask: Ask, work: Work): Promise<Result<BookBytes, Refusal>> {
  const allowed = mustBeAllowed(open.operator(), 'exportRegistry', mayReadRegistry)
  if (!allowed.ok) return allowed
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const filter = filterText(open.archive.registry.reads, ask)
  const { sheets, rows } = ask.book === 'planning' ? planningBook(open, ask.day) : await peopleBook(open, ask, filter, work)
  if (rows === 0) return refuse({ code: 'nothing-to-export' })
  const book: OutBook = {
    name: fileNames[ask.book],
    // Data only, so that it can go to a worker.
    sheets: sheets.map((sheet) => ({ ...sheet, columns: sheet.columns.map(({ head, width }) => ({ head, width })) })),
    meta: [
      ['book', ask.book],
      ['asOf', ask.day],
      ['filter', filter],
      ['rows', rows],
      ['organisation', open.desk().state.opened.organisation.name],
      ['registryVersion', open.archive.registry.reads.version()],
      ['planningVersion', open.planning().version],
      ['madeAt', stamp.value.at],
      ['madeBy', open.operator()?.name ?? ''],
      ['appVersion', services.appVersion],
      ['placeCodes', 'QD124_2004, QD19_2025'],
    ],
  }
  await work.step(0, 0, 'writeBook')
  const bytes = await inBulk({ job: 'book', ...book }, rows > many, work)
  await work.settle()
  // Before the bytes are handed over: who took which list of people, and when, can be asked later.
  const noted = open.recordDesk(
    [{ type: 'registryExported', book: ask.book, day: ask.day, filter: filter.slice(0, 300), rows, sha256: sha256Hex(bytes) }],
    stamp.value,
  )
  if (!noted.ok) return noted
  return ok({ bytes: Buffer.from(bytes).toString('base64'), name: `${fileNames[ask.book]}-${ask.day}.xlsx`, rows })
}

function filterText(reads: RegistryReads, { search = '', unitId, below, figure, day }: Ask): string {
  const unit = unitId === undefined ? undefined : reads.unit(unitId)
  const name = unit === undefined ? undefined : (spanOn(unit.spans, day) ?? unit.spans.at(-1))?.data.name
  return [
    name === undefined ? '' : `Đơn vị: ${name}${below === true ? ' và đơn vị trực thuộc' : ''}`,
    search.trim() === ''
      ? ''
      : `Tìm: ${search
          .normalize('NFC')
          .replace(/\p{Cc}/gu, ' ')
          .trim()}`,
    figure === undefined ? '' : `Lọc: ${figure}`,
  ]
    .filter((one) => one !== '')
    .join('. ')
}

async function peopleBook(
  open: OpenFile,
  ask: Ask,
  filter: string,
  work: Work,
): Promise<{ readonly sheets: readonly OutSheet[]; readonly rows: number }> {
  const people = await gathered(open, ask, work)
  const list = peopleSheet(people, ask.day, filter)
  if (ask.book === 'people') return { sheets: [list], rows: people.length }
  const counted = qualityReturn(people, ask.day)
  const [fault] = faultsOf(counted, list.rows.length)
  if (fault !== undefined) throw new OfficeFault('return-differs', fault.code)
  return { sheets: [qualitySheet(counted), list], rows: people.length }
}

/** In the order of names; in windows, so that other work gets its turn. */
async function gathered(open: OpenFile, { day, search = '', unitId, below, figure }: Ask, work: Work): Promise<readonly ListedFully[]> {
  const { reads, lists } = open.archive.registry
  const units = unitId === undefined ? undefined : below === true ? unitsBelow(reads, unitId, day) : [unitId]
  const names = namesOn(reads)
  const people: ListedFully[] = []
  for (let from = 0; ; from += window) {
    const found = lists.find({ search, day, from, count: window, units, ...(figure && { fault: faultOf(figure, day) }) })
    for (const { personId } of found.rows) {
      const record = reads.person(personId)
      const data = record && (spanOn(record.spans, day) ?? record.spans.at(-1))?.data
      if (record === undefined || data === undefined) continue
      const posts = record.tenures.filter(({ data: tenure }) => isHeldOn(tenure, day)).map((tenure) => names.held(tenure, day))
      people.push({
        personId,
        data,
        units: posts.map(({ unit }) => unit),
        posts: posts.map(({ title, unit, data: tenure }) => ({ title, unit, from: tenure.from })),
      })
    }
    if (found.rows.length < window) return people
    await work.step(people.length, found.isMore ? 0 : found.found)
  }
}

function planningBook(open: OpenFile, day: string): { readonly sheets: readonly OutSheet[]; readonly rows: number } {
  const planned = planningReturn(open.planning(), day)
  const [fault] = planningFaults(planned)
  if (fault !== undefined) throw new OfficeFault('return-differs', 'planning')
  return { sheets: [structureSheet(planned.structure, planned.all, day), planningSheet(planned.lines, day)], rows: planned.lines.length }
}
