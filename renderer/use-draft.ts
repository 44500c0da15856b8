// What a person is typing: one object, one setter per box. It keeps itself across screens and crashes, and its steps can be taken back.
import { useCallback, useEffect, useRef, useState } from 'react'
import { useDraftPlace } from './draft-place.tsx'
import { type Kept, neverKept, useDrafts } from './drafts.ts'
import { withUndo } from './undo.ts'

/** Keys typed into one box in one go are one step back. */
const oneStep = 800

/** Would this value fit where the form expects one like `pattern`? Drafts come from the disk, perhaps from another version of the form. */
function fits(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return Array.isArray(value)
  if (typeof pattern !== 'object' || pattern === null) return typeof value === typeof pattern
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(pattern).every(([name, inside]) => fits(inside, Reflect.get(value, name)))
}

const isSame = (one: unknown, other: unknown): boolean => Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other)

function restored<T extends object>(initial: T, kept: Kept | undefined): T {
  if (kept === undefined) return initial
  const known = Object.entries(kept).filter(
    ([name, value]) => !neverKept.has(name) && Object.hasOwn(initial, name) && fits(Reflect.get(initial, name), value),
  )
  return { ...initial, ...Object.fromEntries(known) }
}

/** The boxes that say something else than when the form was empty. */
function typedIn<T extends object>(initial: T, now: T): Kept | null {
  const changed = Object.entries(now).filter(([name, value]) => !neverKept.has(name) && !isSame(value, Reflect.get(initial, name)))
  return changed.length === 0 ? null : Object.fromEntries(changed)
}

/**
 * `name` tells two forms with the same boxes in one place apart. Setting it back to what it was at first, or `done` when it was recorded
 * and the form goes away, drops the draft.
 */
export function useDraft<T extends object>(initial: T, name = '') {
  const drafts = useDrafts()
  const place = useDraftPlace()
  const key = `${place}#${name}${Object.keys(initial).join(',')}`
  const first = useRef(initial).current
  const [draft, show] = useState<T>(() => restored(first, drafts?.kept(key)))
  const now = useRef(draft)
  const steps = useRef<{ readonly past: T[]; readonly next: T[]; box: string; at: number }>({ past: [], next: [], box: '', at: 0 }).current

  const turnTo = useCallback(
    (next: T) => {
      now.current = next
      show(next)
      drafts?.put(key, typedIn(first, next))
    },
    [drafts, key, first],
  )
  const change = useCallback(
    (next: T, box: string) => {
      if (isSame(next, now.current)) return
      const at = Date.now()
      if (steps.box !== box || at - steps.at > oneStep || steps.past.length === 0) steps.past.push(now.current)
      steps.box = box
      steps.at = at
      steps.next.length = 0
      undo.current.touch()
      turnTo(next)
    },
    [steps, turnTo],
  )
  const undo = useRef(
    withUndo({
      undo: () => step(steps.past, steps.next),
      redo: () => step(steps.next, steps.past),
    }),
  )
  const turn = useRef(turnTo)
  turn.current = turnTo
  function step(from: T[], to: T[]): boolean {
    const next = from.pop()
    if (next === undefined) return false
    to.push(now.current)
    steps.box = ''
    turn.current(next)
    return true
  }
  useEffect(() => undo.current.leave, [])

  const set =
    <K extends keyof T>(box: K) =>
    (value: T[K]) =>
      change({ ...now.current, [box]: value }, String(box))
  const setDraft = useCallback(
    (next: T | ((before: T) => T)) => {
      const made = typeof next === 'function' ? next(now.current) : next
      // An emptied form was recorded: there is nothing to go back to.
      if (typedIn(first, made) === null) {
        steps.past.length = 0
        steps.next.length = 0
        turnTo(made)
      } else change(made, '')
    },
    [change, first, steps, turnTo],
  )
  const done = useCallback(() => drafts?.put(key, null), [drafts, key])
  return { draft, set, setDraft, done }
}

/** One box of text alone, kept the same way. `which` tells boxes of the same name in one place apart. */
export function useKept(name: string, initial: string, which = '') {
  const { draft, set, done } = useDraft<Readonly<Record<string, string>>>({ [name]: initial }, which)
  return [draft[name] ?? initial, set(name), done] as const
}
