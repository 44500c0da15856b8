// At which stop of the tour this window is; null: not on tour. Gone with the window, nobody is led twice against their will.
import { useSyncExternalStore } from 'react'

let stop: number | null = null
const listeners = new Set<() => void>()

export function setTourStop(next: number | null): void {
  stop = next
  for (const listener of listeners) listener()
}

/** Leaves the tour; false where nobody is on one. */
export function leaveTour(): boolean {
  if (stop === null) return false
  setTourStop(null)
  return true
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useTourStop = (): number | null => useSyncExternalStore(subscribe, () => stop)
