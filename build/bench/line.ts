// One line of the bench: ours beside a peer measured in the same run, their ratio, and the goal it is held to.

export type BenchLine = {
  readonly name: string
  readonly ours: number
  readonly peer: number
  readonly unit: string
  /** `ours / peer`, as the median of rounds run turn by turn where the disk or the clock drifts. */
  readonly ratio: number
  readonly goal?: number
  /** Which side of the goal is good. */
  readonly better: 'lower' | 'higher'
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

export const isMet = ({ ratio, goal, better }: BenchLine): boolean | undefined =>
  goal === undefined ? undefined : better === 'lower' ? ratio <= goal : ratio >= goal

/** Milliseconds of each of `times` runs, one after another, after one that warms up. */
export async function millisecondsOf(times: number, work: () => unknown): Promise<number[]> {
  await work()
  const found: number[] = []
  for (let done = 0; done < times; done++) {
    const from = performance.now()
    await work()
    found.push(performance.now() - from)
  }
  return found
}
