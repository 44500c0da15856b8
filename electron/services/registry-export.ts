// Lists and returns of the registry as spreadsheets: gathered as of a day, held against their own sums, written, and noted that they went out.
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { type RegistryReads, spanOn } from '../../workflows/registry/records.ts'
import { periodOf } from '../../workflows/registry/returns/period.ts'
import { planningReturn } from '../../workflows/registry/returns/planning-return.ts'
import { usualBands } from '../../workflows/registry/returns/quality-return.ts'
import { checkReviews } from '../../workflows/registry/returns/review-check.ts'
import type { Meta } from '../../workflows/registry/returns/sheets.ts'
import type { BookBytes, RegistryBook } from '../../workflows/registry-export.ts'
import { managingLevelName } from '../../workflows/wording/record-values.ts'
import { mustBeAllowed } from './at-work.ts'
import { fedBulk } from './bulk.ts'
import { OfficeFault } from './faults.ts'
import { gathered } from './gathered.ts'
import type { Work } from './long-work.ts'
import type { BookGiven } from './make-book.ts'
import type { OpenFile } from './open-file.ts'
import type { Services } from './services.ts'
import { type Below, belowOf, sendersOf } from './taken-returns.ts'

export type ExportAsked = Extract<ShellAct, { act: 'exportRegistry' }>
/** Rows that take longer to write than a worker takes to start. */
const many = 1500
const fileNames: Readonly<Record<RegistryBook, string>> = {
  people: 'danh-sach-can-bo',
  quality: 'bc-01-chat-luong',
  ratings: 'bc-04-xep-loai-nam',
  moves: 'bc-06-luan-chuyen',
  planning: 'bc-10-quy-hoach',
  discipline: 'bc-12-ky-luat',
}

/** Refused: the role, and a list with nobody on it. */
export async function exportRegistry(
  services: Services,
  open: OpenFile,
  ask: ExportAsked,
  work: Work,
): Promise<Result<BookBytes, Refusal>> {
  const allowed = mustBeAllowed(open.operator(), 'exportRegistry', mayReadRegistry)
  if (!allowed.ok) return allowed
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const { book, day, bands, year, quarter } = ask
  const filter = filterText(open.archive.registry.reads, ask)
  const below = ask.summed === true && book !== 'people' ? belowOf(open, { ...ask, book }) : undefined
  const given: BookGiven = {
    name: fileNames[book],
    book,
    day,
    bands,
    year,
    quarter,
    filter,
    ...(book === 'planning' && { planned: plannedOn(open, day) }),
    below,
    before: [['book', book], ['asOf', day], ['filter', filter], ...periodMeta(ask), ...(below === undefined ? [] : summedMeta(below))],
    after: [
      ['organisation', open.desk().state.opened.organisation.name],
      ['registryVersion', open.archive.registry.reads.version()],
      ['planningVersion', open.planning().version],
      ['madeAt', stamp.value.at],
      ['madeBy', open.operator()?.name ?? ''],
      ['appVersion', services.appVersion],
      ['placeCodes', 'QD124_2004, QD19_2025'],
    ],
  }
  const maker = fedBulk({ job: 'registryBook', given }, work)
  try {
    let people = 0
    if (book !== 'planning')
      for await (const some of gathered(open, ask, work, below === undefined ? [] : sendersOf(open))) {
        people += some.length
        maker.feed(JSON.stringify(some), people > many)
      }
    else if ((given.planned?.planned.lines.length ?? 0) > many) maker.feed('[]', true)
    // Nobody disciplined is a return; nobody on the list is none.
    const isEmpty = people === 0 && (given.planned?.planned.lines.length ?? 0) === 0
    if (isEmpty && (below?.taken.length ?? 0) === 0) return refuse({ code: 'nothing-to-export' })
    await work.step(0, 0, 'writeBook')
    const made = await maker.answer()
    if (made.differs !== undefined) throw new OfficeFault('return-differs', made.differs)
    const { bytes, sha256, rows } = made
    await work.settle()
    // Before the bytes are handed over: who took which list of people, and when, can be asked later.
    const noted = open.recordDesk([{ type: 'registryExported', book, day, filter: filter.slice(0, 300), rows, sha256 }], stamp.value)
    if (!noted.ok) return noted
    return ok({ bytes, name: `${fileNames[book]}-${day}.xlsx`, rows })
  } finally {
    await maker.end()
  }
}

function plannedOn(open: OpenFile, day: string): NonNullable<BookGiven['planned']> {
  const planned = planningReturn(open.planning(), day)
  return { planned, checks: checkReviews(open.planning(), planned) }
}

/** Where the figures of others come from, and whose are not there. */
const summedMeta = ({ taken, missing }: Below): Meta => [
  ['summed', 'yes'],
  ...taken.map(({ unit, version, contentSha256 }, at): Meta[number] => [
    `source ${at + 1}`,
    `${unit}; phiên bản ${version}; ${contentSha256}`,
  ]),
  ...missing.map((unit, at): Meta[number] => [`missing ${at + 1}`, unit]),
]

/** What the figures look back on, and the bands of ages they are drawn in. */
function periodMeta({ book, day, year, quarter, bands, search = '', unitId, figure, managedBy }: ExportAsked): Meta {
  if (book === 'people') return []
  const isPartial = search.trim() !== '' || unitId !== undefined || figure !== undefined
  const whose: Meta = [
    ['scope', managedBy ?? 'all'],
    ['isPartial', isPartial ? 'yes' : 'no'],
  ]
  if (book === 'planning') return whose
  if (book === 'quality') return [...whose, ['ageBands', (bands ?? usualBands).join(',')]]
  const period = periodOf(day, year, quarter)
  return [...whose, ['period', `${period.from}..${period.lastDay}`]]
}

function filterText(reads: RegistryReads, { search = '', unitId, below, figure, managedBy, day }: ExportAsked): string {
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
    managedBy === undefined ? '' : `Diện quản lý: ${managingLevelName(managedBy)}`,
  ]
    .filter((one) => one !== '')
    .join('. ')
}
