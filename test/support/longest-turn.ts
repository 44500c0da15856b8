// How long a thread is held at most while something goes on: by its processor time, so that a busy machine is not taken for a busy thread.

export const cpuMs = ({ user, system }: { readonly user: number; readonly system: number }): number => (user + system) / 1000

/** Of the turns of this thread while the work goes on. */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let last = process.threadCpuUsage()
  let longest = 0
  let isOver = false
  const turn = () => {
    longest = Math.max(longest, cpuMs(process.threadCpuUsage(last)))
    last = process.threadCpuUsage()
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  isOver = true
  return longest
}
