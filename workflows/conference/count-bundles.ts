// The slips of one ballot in shuffled bundles: how they are divided, when two blind counts of a bundle are the same, and their sum.
// 10 to 25 slips a bundle: a bundle's totals then tell of nobody, and a difference is found by recounting a handful (procedure.md 7.2, DEFAULT).
import type { BundleEntry, CountEntry } from './facts.ts'

export const bundleSlips = { least: 10, most: 25 } as const

/**
 * Sizes of the bundles when `slips` are divided by `size`: full ones first, no bundle below ten where there are ten slips at all.
 * A smaller body is one bundle.
 */
export function bundleSizes(slips: number, size: number): readonly number[] {
  const { least, most } = bundleSlips
  const full = Math.floor(slips / size)
  const rest = slips % size
  const whole = (count: number): number[] => Array.from({ length: count }, () => size)
  if (slips === 0) return []
  if (full === 0) return [rest]
  if (rest === 0) return whole(full)
  if (rest >= least) return [...whole(full), rest]
  // Too few for a bundle of their own: into the last one, or the last two share.
  const last = size + rest
  return last <= most ? [...whole(full - 1), last] : [...whole(full - 1), Math.ceil(last / 2), Math.floor(last / 2)]
}

export type BundleCount = { readonly by: string; readonly entry: BundleEntry }

/** One bundle as its facts left it. Figures stand here and in no view. */
export type BundleProgress = {
  readonly size: number
  /** 1, and one more after each difference. */
  readonly attempt: number
  /** At most two, of two accounts; two only when they are the same. */
  readonly counts: readonly BundleCount[]
}

export const isMatched = ({ counts }: BundleProgress): boolean => counts.length === 2

const numbersOf = ({ invalidReasons: _, votes = {}, ...rest }: BundleEntry): readonly (readonly [string, number])[] => [
  ...Object.entries(rest).map(([key, value]) => [key, value ?? 0] as const),
  ...Object.entries(votes).map(([name, count]) => [`votes ${name}`, count] as const),
]

/** Do two counts of a bundle say the same? Reasons of invalid slips are compared where both gave them. */
export function sameCount(one: BundleEntry, other: BundleEntry): boolean {
  const reasons = one.invalidReasons && other.invalidReasons
  return (
    sameNumbers(numbersOf(one), numbersOf(other)) &&
    (!reasons || sameNumbers(Object.entries(one.invalidReasons ?? {}), Object.entries(other.invalidReasons ?? {})))
  )
}

/** A number left out is none. */
function sameNumbers(one: readonly (readonly [string, number])[], other: readonly (readonly [string, number])[]): boolean {
  const [left, right] = [new Map(one), new Map(other)]
  return [...left.keys(), ...right.keys()].every((key) => (left.get(key) ?? 0) === (right.get(key) ?? 0))
}

const optional = ['ballotsBlank', 'agree', 'disagree', 'noOpinion'] as const

const added = (records: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const sums = new Map<string, number>()
  for (const record of records) for (const [key, count] of Object.entries(record)) sums.set(key, (sums.get(key) ?? 0) + count)
  return Object.fromEntries(sums)
}

/** The count of the whole box: bundle by bundle, added up. Reasons stand in it where every bundle with invalid slips gives them all. */
export function sumOfBundles(bundles: readonly BundleProgress[]): CountEntry {
  const entries = bundles.flatMap(({ counts }) => counts.find(({ entry }) => entry.invalidReasons)?.entry ?? counts[0]?.entry ?? [])
  const votes = added(entries.map((entry) => entry.votes ?? {}))
  const reasons = added(entries.map((entry) => entry.invalidReasons ?? {}))
  const total = (key: 'ballotsValid' | 'ballotsInvalid' | (typeof optional)[number]): number =>
    entries.reduce((sum, entry) => sum + (entry[key] ?? 0), 0)
  const knowsReasons = entries.every((entry) => entry.ballotsInvalid === 0 || entry.invalidReasons)
  return {
    ballotsValid: total('ballotsValid'),
    ballotsInvalid: total('ballotsInvalid'),
    ...Object.fromEntries(optional.filter((key) => entries.some((entry) => entry[key] !== undefined)).map((key) => [key, total(key)])),
    ...(entries.some((entry) => entry.votes) && { votes }),
    ...(knowsReasons && Object.keys(reasons).length > 0 && { invalidReasons: reasons }),
  }
}
