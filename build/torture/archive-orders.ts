// Torture: what a runner of orders must offer so that a child can be killed under it, and the seeded chance both sides use.
import type { Synchronous } from '../../db/connect.ts'

/** Where the archive lies and how it is opened. */
export type Opening = {
  readonly file: string
  readonly key: Uint8Array
  readonly seed: number
  /** Less than `FULL` only to prove that the count of flushes notices it. */
  readonly synchronous: Synchronous
}

/** Said after the order is durable. `root`: Merkle root in hex over the first `seq` facts. */
export type Acknowledgement = { readonly stream: string; readonly version: number; readonly seq: number; readonly root: string }

export type OrderRunner = {
  /** Runs the next order; which one it is, the log says (a killed run goes on where it stopped). */
  order(): Acknowledgement | Promise<Acknowledgement>
  stop(): void | Promise<void>
}

/** A module a child can be told to run orders with (`--runner PATH`). */
export type RunnerModule = {
  start(opening: Opening): OrderRunner | Promise<OrderRunner>
  /** Looks at the file after a kill, as a restart would (drawing what is owed); gives complaints, none when all is well. */
  afterKill(opening: Opening): readonly string[] | Promise<readonly string[]>
}

/** Mulberry32: the same seed, the same kills and orders. Gives numbers from 0 up to, not including, 1. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const synchronousFrom = (text: string | undefined): Synchronous => (text === 'OFF' || text === 'NORMAL' ? text : 'FULL')
