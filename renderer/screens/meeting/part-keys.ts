// The part of the meeting in sight may give keys a meaning of its own; what it does not name, the meeting does.
import { createContext, type RefObject, useContext, useEffect } from 'react'
import type { KeyDeeds } from './room-keys.ts'

export const PartKeys = createContext<RefObject<KeyDeeds> | null>(null)

export function usePartKeys(deeds: KeyDeeds): void {
  const slot = useContext(PartKeys)
  useEffect(() => {
    if (slot === null) return
    slot.current = deeds
    return () => {
      if (slot.current === deeds) slot.current = {}
    }
  })
}

/** A deed that always takes its key. */
export const used = (deed: () => unknown) => (): boolean => {
  deed()
  return true
}
