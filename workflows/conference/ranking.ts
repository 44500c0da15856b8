// Who passes, who fills the seats and who goes on: ranks and ties (procedure.md 2.2, 2.3, 2.5). Lines come most votes first.

import type { Line } from './tally.ts'
import { atLeast30 } from './threshold.ts'

/**
 * The passers who fill `seats`, highest first. Level at the last seat: none of the level ones (2.2 DEFAULT).
 */
export function fillSeats(passers: readonly Line[], seats: number): readonly Line[] {
  const firstOut = passers[seats]
  return firstOut === undefined ? passers : passers.filter((line) => line.votes > firstOut.votes)
}

/** The cut after `places`: who is clearly ahead of it, and who is level on it when too many are. `level` is empty when the cut is clean. */
export type Cut = { readonly ahead: readonly Line[]; readonly level: readonly Line[] }

export function cutAfter(lines: readonly Line[], places: number): Cut {
  const firstOut = lines[places]
  const lastIn = lines[places - 1]
  if (firstOut === undefined || lastIn === undefined || lastIn.votes > firstOut.votes) return { ahead: lines.slice(0, places), level: [] }
  return { ahead: lines.filter((line) => line.votes > firstOut.votes), level: lines.filter((line) => line.votes === firstOut.votes) }
}

/** "The two highest" among those who received a vote at all (2.5: a single one goes on alone). */
export const twoHighest = (lines: readonly Line[]): Cut =>
  cutAfter(
    lines.filter((line) => line.votes > 0),
    2,
  )

/** Everyone at 30 % or more. No tie to break: everyone at or above goes on. */
export const thirtyOrMore = (lines: readonly Line[], base: number): readonly Line[] => lines.filter((line) => atLeast30(line.votes, base))
