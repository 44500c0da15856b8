// The return of an upper office: its own figures and those it took in from below, each a row of its own, whoever is missing by name.
import type { Figures } from './figures.ts'

/** A return taken in: of whom, its version, what it adds up to. */
export type TakenFigures = {
  readonly unit: string
  readonly version: number
  readonly madeAt: string
  readonly sender: string
  readonly contentSha256: string
  readonly heads: readonly string[]
  readonly all: readonly number[]
}

/**
 * Each office counts its own people, so the sums add up. `taken` have the columns of `own`: returns of other columns are not taken in.
 * Throws a RangeError where they do not.
 */
export function summedFigures(own: Figures, taken: readonly TakenFigures[]): Figures {
  const heads = own.columns.map(({ head }) => head)
  const other = taken.find((one) => one.heads.join('\n') !== heads.join('\n'))
  if (other !== undefined) throw new RangeError('a return of other columns')
  return {
    columns: own.columns,
    rows: [...own.rows, ...taken.map(({ unit, version, all }) => ({ unit: `${unit} (biểu nhận, phiên bản ${version})`, figures: all }))],
    all: own.all.map((one, at) => taken.reduce((sum, { all }) => sum + (all[at] ?? 0), one)),
  }
}
