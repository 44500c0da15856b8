// Chance that is the same every time: a small seeded generator for made-up data. Never used for anything that must not be guessed.

export type Draws = {
  /** A whole number from 0 to `below` - 1. */
  readonly whole: (below: number) => number
  readonly pick: <T>(from: readonly [T, ...T[]]) => T
}

/** The same seed gives the same draws on every machine (a 32-bit mixing counter). */
export function draws(seed: number): Draws {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const whole = (below: number): number => Math.floor((next() / 0x1_0000_0000) * below)
  return { whole, pick: (from) => from[whole(from.length)] ?? from[0] }
}
