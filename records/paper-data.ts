// What the templates read: the paper plus the few texts that follow a rule (date, number, hash groups, QR). No clock, no locale.
import { dayInWords } from '../workflows/papers/official-text.ts'
import type { Paper } from '../workflows/papers/paper.ts'
import { withPlaceForNumber } from '../workflows/papers/register.ts'
import { proofPayload, qrRows } from './proof-qr.ts'

export function dateParts(day: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** 64 hex digits as two lines of eight groups of four (B6.1). */
function hashLines(sha256: string): readonly string[] {
  const groups = sha256.match(/.{4}/g) ?? []
  return [groups.slice(0, 8).join(' '), groups.slice(8).join(' ')]
}

/** `/data.json` of the templates. */
export const paperData = (paper: Paper) => ({
  paper,
  dateText: dayInWords(paper.date),
  date: dateParts(paper.date),
  numberText: withPlaceForNumber(paper.numberAndSign),
  proof: {
    stageId: paper.proof.stageId,
    version: paper.proof.version,
    hashLines: hashLines(paper.proof.recordSha256),
    logSize: paper.proof.logSize,
    logRoot: paper.proof.logRoot,
  },
  qr: qrRows(proofPayload(paper.proof)),
})
