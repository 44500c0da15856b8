// Quorum: how many of those convened must be there (procedure.md 0.4, 2.3).
import type { Fraction } from '../rulebooks/types.ts'

/** Fewest people present that make a quorum. Nobody at all is never one. */
export function quorumNeeded(convened: number, { num, den }: Fraction): number {
  const needed = (BigInt(num) * BigInt(convened) + BigInt(den) - 1n) / BigInt(den)
  return needed < 1n ? 1 : Number(needed)
}

/** "ít nhất 2/3": exactly two thirds is enough. */
export const quorumMet = (present: number, convened: number, rule: Fraction): boolean => present >= quorumNeeded(convened, rule)
