// What a person is typing: one object, one setter per box.
import { useState } from 'react'

export function useDraft<T extends object>(initial: T) {
  const [draft, setDraft] = useState<T>(initial)
  const set =
    <K extends keyof T>(key: K) =>
    (value: T[K]) =>
      setDraft((now) => ({ ...now, [key]: value }))
  return { draft, set, setDraft }
}
