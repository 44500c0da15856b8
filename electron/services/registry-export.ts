// Lists and returns of the registry as spreadsheets: gathered as of a day, held against their own sums, written, and noted that they went out.
import type { PostId, UnitId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { type RegistryReads, spanOn } from '../../workflows/registry/records.ts'
import { periodOf } from '../../workflows/registry/returns/period.ts'
import { usualBands } from '../../workflows/registry/returns/quality-return.ts'
import { sealMeta } from '../../workflows/registry/returns/sealed-book.ts'
import type { Meta, OutBook } from '../../workflows/registry/returns/sheets.ts'
import { isHeldOn } from '../../workflows/registry/tenure.ts'
import type { BookBytes, RegistryBook } from '../../workflows/registry-export.ts'
import { managingLevelName } from '../../workflows/wording/record-values.ts'
import { figureSheetNames } from '../../workflows/wording/return-figures.ts'
import { type ListedFully, peopleSheet } from '../../workflows/wording/returns.ts'
import { mustBeAllowed } from './at-work.ts'
import { inBulk } from './bulk.ts'
import { sha256Hex } from './dispatch.ts'
import type { Work } from './long-work.ts'
import type { OpenFile } from './open-file.ts'
import { faultOf, namesOn, unitsBelow } from './registry-view.ts'
import { makeReturn } from './return-books.ts'
import type { Services } from './services.ts'
import { type Below, belowOf, sendersOf, textDigest } from './taken-returns.ts'

type Ask = Extract<ShellAct, { act: 'exportRegistry' }>
const window = 500
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
export async function exportRegistry(services: Services, open: OpenFile, ask: Ask, work: Work): Promise<Result<BookBytes, Refusal>> {
  const allowed = mustBeAllowed(open.operator(), 'exportRegistry', mayReadRegistry)
  if (!allowed.ok) return allowed
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const filter = filterText(open.archive.registry.reads, ask)
  const below = ask.summed === true && ask.book !== 'people' ? belowOf(open, { ...ask, book: ask.book }) : undefined
  const people = ask.book === 'planning' ? [] : await gathered(open, ask, work, below === undefined ? [] : sendersOf(open))
  const { sheets, rows } =
    ask.book === 'people'
      ? { sheets: [peopleSheet(people, ask.day, filter)], rows: people.length }
      : makeReturn(open, ask.book, ask, people, filter, below)
  // Nobody disciplined is a return; nobody on the list is none.
  if (rows === 0 && people.length === 0 && (below?.taken.length ?? 0) === 0) return refuse({ code: 'nothing-to-export' })
  const meta: Meta = [
    ['book', ask.book],
    ['asOf', ask.day],
    ['filter', filter],
    ...periodMeta(ask),
    ...(below === undefined ? [] : summedMeta(below)),
    ['rows', rows],
    ['organisation', open.desk().state.opened.organisation.name],
    ['registryVersion', open.archive.registry.reads.version()],
    ['planningVersion', open.planning().version],
    ['madeAt', stamp.value.at],
    ['madeBy', open.operator()?.name ?? ''],
    ['appVersion', services.appVersion],
    ['placeCodes', 'QD124_2004, QD19_2025'],
  ]
  const book: OutBook = {
    name: fileNames[ask.book],
    // Data only, so that it can go to a worker.
    sheets: sheets.map((sheet) => ({ ...sheet, columns: sheet.columns.map(({ head, width }) => ({ head, width })) })),
    meta: ask.book === 'people' ? meta : sealMeta(sheets, meta, figureSheetNames[ask.book], textDigest),
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
function periodMeta({ book, day, year, quarter, bands, search = '', unitId, figure, managedBy }: Ask): Meta {
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

function filterText(reads: RegistryReads, { search = '', unitId, below, figure, managedBy, day }: Ask): string {
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

/** In the order of names; in windows, so that other work gets its turn. */
async function gathered(
  open: OpenFile,
  { day, search = '', unitId, below, figure, managedBy }: Ask,
  work: Work,
  senders: readonly UnitId[],
): Promise<readonly ListedFully[]> {
  const { reads, lists } = open.archive.registry
  const units = unitId === undefined ? undefined : below === true ? unitsBelow(reads, unitId, day) : [unitId]
  const names = namesOn(reads)
  // Whoever sends an own return counts own people: here are those alone who hold something else, or nothing.
  const theirs = new Set(senders.flatMap((sender) => unitsBelow(reads, sender, day)))
  const managedOn = (postId: PostId, on: string) => spanOn(reads.post(postId)?.spans ?? [], on)?.data.managedBy
  const people: ListedFully[] = []
  for (let from = 0; ; from += window) {
    const found = lists.find({ search, day, from, count: window, units, ...(figure && { fault: faultOf(figure, day) }) })
    for (const { personId } of found.rows) {
      const record = reads.person(personId)
      const data = record && (spanOn(record.spans, day) ?? record.spans.at(-1))?.data
      if (record === undefined || data === undefined) continue
      const held = record.tenures.filter(({ data: tenure }) => isHeldOn(tenure, day))
      if (managedBy !== undefined && !held.some(({ data: { postId } }) => managedOn(postId, day) === managedBy)) continue
      const all = held.map((tenure) => names.held(tenure, day))
      const posts = all.filter((one) => !theirs.has(one.unitId))
      if (posts.length === 0 && all.length > 0) continue
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
