// The proof block's QR row by row: Typst draws each as one broken line, readable by any telephone, and a check reads fifty lines, not five hundred boxes.
import qr from 'qrcode/lib/core/qrcode.js'
import type { Paper } from '../workflows/papers/paper.ts'

/** Payload of the QR: `tiencu:1:<stageId>:<version>:<sha256>` (documents.md B6.1). */
export const proofPayload = (proof: Paper['proof']): string => `tiencu:1:${proof.stageId}:${proof.version}:${proof.recordSha256}`

export type QrRows = {
  readonly size: number
  /** Each row with anything dark in it: its first dark column, then how many modules are dark, light, dark and so on; the last are dark. */
  readonly rows: readonly (readonly [row: number, column: number, lengths: readonly number[]])[]
}

/** `level`: how much of it may be lost; `L` holds the most. */
export function qrRows(text: string, level: 'L' | 'M' = 'M'): QrRows {
  const { modules } = qr.create(text, { errorCorrectionLevel: level })
  const rows: [number, number, number[]][] = []
  for (let row = 0; row < modules.size; row++) {
    const dark = Array.from({ length: modules.size }, (_, column) => Boolean(modules.get(row, column)))
    const [from, to] = [dark.indexOf(true), dark.lastIndexOf(true)]
    if (from < 0) continue
    const lengths = [0]
    for (let column = from; column <= to; column++) {
      if (column > from && dark[column] !== dark[column - 1]) lengths.push(0)
      lengths.push((lengths.pop() ?? 0) + 1)
    }
    rows.push([row, from, lengths])
  }
  return { size: modules.size, rows }
}
