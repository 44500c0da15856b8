// Torture: orders on the bare archive, each with several facts, a paper, a summary and now and then a signed head.
import { setImmediate as breathe } from 'node:timers/promises'
import type { Archive } from '../../db/archive.ts'
import { sha256Hex } from '../../db/hashing.ts'
import { openArchive } from '../../db/open.ts'
import type { SummaryRow } from '../../db/summaries.ts'
import { type Opening, type OrderRunner, seededChance } from './archive-orders.ts'

type Part = { readonly order: number; readonly part: number; readonly of: number; readonly paper: string | null }

const who = { at: '2026-11-23T08:30:00+07:00', by: 'thu-ky' }
const open = ({ file, key, synchronous }: Opening): Archive => openArchive({ file, unwrappedKey: key, synchronous })

export function start(opening: Opening): OrderRunner {
  const archive = open(opening)
  let order = [...archive.all()].reduce((last, fact) => Math.max(last, (fact.payload as Part).order), 0)
  return {
    async order() {
      order++
      const chance = seededChance(opening.seed * 1_000_003 + order)
      const stream = `case/${Math.floor(chance() * 5)}`
      const of = 1 + Math.floor(chance() * 4)
      const bytes = chance() < 0.3 ? new Uint8Array(1 + Math.floor(chance() * 30_000)).fill(order % 251) : undefined
      const paper = bytes === undefined ? null : sha256Hex(bytes)
      const facts = Array.from({ length: of }, (_, part) => ({ type: 'ordered', payload: { order, part, of, paper } satisfies Part }))
      // Some land over many turns, as an import does; not where flushes are counted that must be missing.
      const isLong = bytes === undefined && order % 11 === 5 && opening.synchronous === 'FULL'
      const done = isLong
        ? await archive.appendLong(stream, archive.versionOf(stream), facts, who, { between: () => breathe(undefined) })
        : archive.append(stream, archive.versionOf(stream), facts, who, { papers: bytes === undefined ? [] : [{ bytes }] })
      if (!done.ok) throw new Error(done.refusal.code)
      if (order % 7 === 0) archive.summaries.putAll(dueRows(archive))
      if (order % 10 === 0) archive.signedCheckpoint()
      const { version, seq } = done.value
      return { stream, version, seq, root: Buffer.from(archive.head().root).toString('hex') }
    },
    stop: archive.close,
  }
}

/** Rows late by up to six orders, as the app's are by more: all that are due at once. */
const dueRows = (archive: Archive): SummaryRow[] =>
  archive.summaries
    .behind()
    .map(({ stream, version }) => ({ stream, version, kind: 'case', summary: { version }, sortText: stream, sortAt: who.at }))

export function afterKill(opening: Opening): readonly string[] {
  const archive = open(opening)
  try {
    const complaints: string[] = []
    const parts = new Map<number, { found: number; of: number }>()
    for (const { seq, payload } of archive.all()) {
      const { order, of, paper } = payload as Part
      parts.set(order, { found: (parts.get(order)?.found ?? 0) + 1, of })
      if (paper !== null && archive.papers.get(paper) === undefined) complaints.push(`fact ${seq} names a paper that is not there`)
    }
    for (const [order, { found, of }] of parts) if (found !== of) complaints.push(`order ${order} is there by ${found} of ${of}`)
    for (let order = 1; order <= parts.size; order++) if (!parts.has(order)) complaints.push(`order ${order} is missing`)
    const behind = new Map(archive.summaries.behind().map(({ stream, told }) => [stream, told]))
    for (const { stream, version } of archive.streams()) {
      const due = behind.get(stream) ?? version
      if ((archive.summaries.get(stream)?.version ?? 0) !== due) complaints.push(`the summary of ${stream} is not of version ${due}`)
    }
    return complaints
  } finally {
    archive.close()
  }
}
