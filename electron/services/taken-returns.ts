// Returns of other offices: read and checked before anything of them is kept; what came in for a return, who still owes it, what is summed from it.

import { sha256Hex } from '../../db/hashing.ts'
import { foldedText } from '../../workflows/core/folded-text.ts'
import type { UnitId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { Instant } from '../../workflows/core/stamp.ts'
import { type ReturnKey, standingReturns, type TakenReturn, versionsOf } from '../../workflows/desk/returns.ts'
import { findOperator } from '../../workflows/desk/state.ts'
import type { Question, Refusal, ShellAct } from '../../workflows/office.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import type { RawWorkbook } from '../../workflows/registry/import/sheet.ts'
import type { RegistryReads } from '../../workflows/registry/records.ts'
import { periodOf } from '../../workflows/registry/returns/period.ts'
import { usualBands } from '../../workflows/registry/returns/quality-return.ts'
import { metaIn, type ReadReturn, readBook } from '../../workflows/registry/returns/sealed-book.ts'
import type { TakenFigures } from '../../workflows/registry/returns/summed.ts'
import type { ReturnAnswers, ReturnBook } from '../../workflows/registry-export.ts'
import { figureSheetNames, labelHeads, returnCodes, returnColumns, sumLabel } from '../../workflows/wording/return-figures.ts'
import { mustBeAllowed, stampFor } from './at-work.ts'
import { inBulk } from './bulk.ts'
import type { Work } from './long-work.ts'
import type { OpenFile } from './open-file.ts'
import { namesOn } from './registry-names.ts'

type Act = Extract<ShellAct, { act: 'takeReturn' }>
type Asked = Pick<Extract<ShellAct, { act: 'exportRegistry' }>, 'day' | 'year' | 'quarter' | 'managedBy'> & { readonly book: ReturnBook }
/** Bytes of a workbook that takes longer to read than a worker takes to start. */
const big = 150_000

/** What the file must be a return of. */
const sinceOf = ({ book, day, year, quarter }: Asked): string | undefined =>
  book === 'quality' || book === 'planning' ? undefined : periodOf(day, year, quarter).from
const keyOf = (asked: Asked, unitId: UnitId): ReturnKey => {
  const since = sinceOf(asked)
  return { book: asked.book, unitId, day: asked.day, ...(since !== undefined && { since }), scope: asked.managedBy ?? 'all' }
}

/** Refused, with nothing kept: the role, another return than the one asked for, another office, anything altered, figures that do not hold together. */
export async function takeReturn(open: OpenFile, act: Act, work: Work): Promise<Result<null, Refusal>> {
  const stamp = stampFor(open, 'takeReturn')
  if (!stamp.ok) return stamp
  const bytes = Buffer.from(act.bytes, 'base64')
  const read = await inBulk({ job: 'readBook', bytes }, bytes.length > big, work)
  if (!read.ok) return read
  const said = saidBy(act, read.value)
  if (!said.ok) return said
  const { meta, digest } = said.value
  const { reads } = open.archive.registry
  const sender = meta.get('organisation') ?? ''
  const unit = reads.unit(act.unitId)
  if (unit === undefined) return refuse({ code: 'unit-unknown', unitId: act.unitId })
  const names = unit.spans.map(({ data }) => data.name)
  const isKnown = open.desk().state.returns.some((one) => one.unitId === act.unitId && one.sender === sender)
  if (!isKnown && act.otherNameReason === undefined && !names.some((name) => foldedText(name) === foldedText(sender)))
    return refuse({ code: 'return-of-other-unit', sender, unit: names.at(-1) ?? '' })
  const made = Instant.safeParse(meta.get('madeAt'))
  const registryVersion = Number(meta.get('registryVersion'))
  if (!made.success || !Number.isSafeInteger(registryVersion) || sender === '') return refuse({ code: 'return-not-one' })
  const { state } = open.desk()
  const key = keyOf(act, act.unitId)
  const versions = versionsOf(state.returns, key)
  const newest = versions.findLast(({ dropped }) => dropped === undefined)
  if (newest !== undefined && Date.parse(made.data) < Date.parse(newest.madeAt))
    return refuse({ code: 'return-older-than-taken', madeAt: made.data, taken: newest.madeAt })
  await work.settle()
  const { figures } = digest
  const fact = {
    type: 'returnTaken' as const,
    ...key,
    version: versions.length + 1,
    sender,
    ...(act.otherNameReason !== undefined && { otherNameReason: act.otherNameReason }),
    madeAt: made.data,
    registryVersion,
    sha256: sha256Hex(bytes),
    contentSha256: digest.digest,
    heads: figures.columns.map(({ head }) => head),
    all: [...figures.all],
  }
  const done = open.recordDesk([fact], stamp.value, state.version, [{ sha256: fact.sha256, bytes }])
  return done.ok ? ok(null) : done
}

type Said = { readonly meta: ReadonlyMap<string, string>; readonly digest: ReadReturn }

/** What is asked first, the kind and the time of the return: whoever chose the wrong file learns that, not that its columns differ. */
function saidBy(act: Act, book: RawWorkbook): Result<Said, Refusal> {
  const meta = metaIn(book)
  if (meta === null) return refuse({ code: 'return-not-one' })
  const is = (key: string): string => meta.get(key) ?? ''
  if (is('book') !== act.book) {
    const found = (Object.keys(returnCodes) as ReturnBook[]).find((one) => one === is('book'))
    return refuse({ code: 'return-of-other-book', found: found === undefined ? '' : returnCodes[found], asked: returnCodes[act.book] })
  }
  if (is('asOf') !== act.day) return refuse({ code: 'return-of-other-day', found: is('asOf'), asked: act.day })
  const since = sinceOf(act)
  if (since !== undefined) {
    const { from, lastDay } = periodOf(act.day, act.year, act.quarter)
    if (is('period') !== `${from}..${lastDay}`)
      return refuse({ code: 'return-of-other-period', found: is('period'), asked: `${from}..${lastDay}` })
  }
  const scope = act.managedBy ?? 'all'
  if (is('scope') !== scope || is('isPartial') !== 'no') return refuse({ code: 'return-of-other-people', filter: is('filter') })
  const bands = act.bands ?? usualBands
  if (act.book === 'quality' && is('ageBands') !== bands.join(','))
    return refuse({ code: 'return-of-other-bands', found: is('ageBands'), asked: bands.join(',') })
  const shape = { sheet: figureSheetNames[act.book], labels: labelHeads[act.book], columns: returnColumns(act.book, bands), sumLabel }
  const digest = readBook(book, meta, shape, textDigest)
  return digest.ok ? ok({ meta, digest: digest.value }) : digest
}

const textDigest = (text: string): string => sha256Hex(Buffer.from(text, 'utf8'))

/** Units that send their own returns: named so, or heard from. */
export function sendersOf(open: OpenFile): readonly UnitId[] {
  const { returns, returnSenders } = open.desk().state
  return [...new Set([...returnSenders, ...returns.flatMap(({ unitId, dropped }) => (dropped === undefined ? [unitId] : []))])]
}

const lineOf = (one: TakenReturn) => ({ total: one.all[0] ?? 0, scope: one.scope, ...(one.since !== undefined && { since: one.since }) })

export function returnsView(open: OpenFile, asked: Extract<Question, { about: 'returns' }>): Result<ReturnAnswers['returns'], Refusal> {
  const allowed = mustBeAllowed(open.operator(), 'exportRegistry', mayReadRegistry)
  if (!allowed.ok) return allowed
  const { state } = open.desk()
  const name = nameOf(open.archive.registry.reads, asked.day)
  const standing = new Set(standingReturns(state.returns, keyOf(asked, '' as UnitId)))
  const of = (unitId: UnitId) => ({ unitId, unit: name(unitId) })
  return ok({
    taken: state.returns
      .filter(({ book, day, since, scope }) => {
        const key = keyOf(asked, '' as UnitId)
        return book === key.book && day === key.day && since === key.since && scope === key.scope
      })
      .map((one) => ({
        ...of(one.unitId),
        ...lineOf(one),
        version: one.version,
        sender: one.sender,
        madeAt: one.madeAt,
        takenAt: one.takenAt,
        by: findOperator(state, one.by)?.name ?? one.by,
        contentSha256: one.contentSha256,
        counts: standing.has(one),
        ...(one.dropped !== undefined && { dropped: one.dropped }),
      }))
      .reverse(),
    senders: sendersOf(open).map(of),
    missing: missingFrom(open, asked).map(of),
  })
}

const nameOf = (reads: RegistryReads, day: string) => {
  const names = namesOn(reads)
  return (unitId: UnitId): string => names.unit(unitId, day)?.name ?? unitId
}

/** Senders without a standing return that existed on the day. */
function missingFrom(open: OpenFile, asked: Asked): readonly UnitId[] {
  const { reads } = open.archive.registry
  const heard = new Set(standingReturns(open.desk().state.returns, keyOf(asked, '' as UnitId)).map(({ unitId }) => unitId))
  const stood = (unitId: UnitId) => reads.unit(unitId)?.spans.some(({ from, until }) => from <= asked.day && asked.day < until) === true
  return sendersOf(open).filter((unitId) => !heard.has(unitId) && stood(unitId))
}

export type Below = { readonly taken: readonly TakenFigures[]; readonly missing: readonly string[] }

/** What came from below for a return, and the names of those who did not send it. */
export function belowOf(open: OpenFile, asked: Asked): Below {
  const name = nameOf(open.archive.registry.reads, asked.day)
  return {
    taken: standingReturns(open.desk().state.returns, keyOf(asked, '' as UnitId)).map(
      ({ unitId, version, madeAt, sender, contentSha256, heads, all }) => ({
        unit: name(unitId),
        version,
        madeAt,
        sender,
        contentSha256,
        heads,
        all,
      }),
    ),
    missing: missingFrom(open, asked).map(name),
  }
}
