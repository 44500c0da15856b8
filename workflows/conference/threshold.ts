// The comparisons of the law (procedure.md 0.4). Whole numbers only, and exact up to the largest count that can be read.
import type { Ruled } from '../rulebooks/types.ts'

/** `num/den` of `base` or more. */
const reaches = (votes: number, base: number, num: bigint, den: bigint): boolean => den * BigInt(votes) >= num * BigInt(base)

/** "trên 50%": strictly over. */
export const overHalf = (votes: number, base: number): boolean => 2n * BigInt(votes) > BigInt(base)
/** "đạt tỷ lệ 50%". */
export const exactlyHalf = (votes: number, base: number): boolean => 2n * BigInt(votes) === BigInt(base)
/** "từ 30% trở lên". */
export const atLeast30 = (votes: number, base: number): boolean => reaches(votes, base, 3n, 10n)
/** "tối thiểu 2/3". */
export const atLeastTwoThirds = (votes: number, base: number): boolean => reaches(votes, base, 2n, 3n)

/** Does `votes` of `base` pass, as a rule says? */
export const passes = (threshold: Ruled<'overHalf' | 'atLeastTwoThirds'>, votes: number, base: number): boolean =>
  threshold.value === 'overHalf' ? overHalf(votes, base) : atLeastTwoThirds(votes, base)
