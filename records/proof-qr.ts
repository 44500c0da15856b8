// The proof block's QR as dark runs per row: drawn by Typst as vector rectangles, readable by any telephone.
import qr from 'qrcode/lib/core/qrcode.js'
import type { Paper } from '../workflows/papers/paper.ts'

/** Payload of the QR: `tiencu:1:<stageId>:<version>:<sha256>` (documents.md B6.1). */
export const proofPayload = (proof: Paper['proof']): string => `tiencu:1:${proof.stageId}:${proof.version}:${proof.recordSha256}`

export type QrRuns = {
  readonly size: number
  /** [row, first dark column, number of dark modules]. */
  readonly runs: readonly (readonly [row: number, column: number, length: number])[]
}

/** `level`: how much of it may be lost; `L` holds the most. */
export function qrRuns(text: string, level: 'L' | 'M' = 'M'): QrRuns {
  const { modules } = qr.create(text, { errorCorrectionLevel: level })
  const runs: [number, number, number][] = []
  for (let row = 0; row < modules.size; row++) {
    let start = -1
    for (let column = 0; column <= modules.size; column++) {
      const dark = column < modules.size && Boolean(modules.get(row, column))
      if (dark && start < 0) start = column
      if (!dark && start >= 0) {
        runs.push([row, start, column - start])
        start = -1
      }
    }
  }
  return { size: modules.size, runs }
}
