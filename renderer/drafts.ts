// Drafts as the screens hold them: everything whoever is at work had typed is read once, every key is kept at once, one write at a time.
import { createContext, useContext } from 'react'
import type { Office } from '../workflows/office.ts'
import { askOffice } from './orders.ts'

/** The boxes of a form that were typed in, by name. */
export type Kept = Readonly<Record<string, unknown>>

/** Never kept, whatever form they stand in: secrets, and files that hold secrets. A test compares this list with the boxes of the screens. */
export const neverKept: ReadonlySet<string> = new Set([
  'passphrase',
  'again',
  'own',
  'password',
  'secret',
  'pin',
  'code',
  'p12',
  'kit',
  'pasted',
])

export type DraftStanding = { readonly state: 'none' | 'keeping' | 'kept' | 'failed'; readonly at?: string }

export type Drafts = {
  /** What was typed into this form and neither recorded nor emptied. */
  kept(key: string): Kept | undefined
  /** Null: the form is as it was before anybody typed. */
  put(key: string, kept: Kept | null): void
  /** Takes the drafts of a place away while their act is being recorded; then they are dropped for good or come back. */
  setAside(place: string): { drop(): void; bringBack(): void }
  standing(): DraftStanding
  onStanding(listener: () => void): () => void
}

function kepts(value: string): Kept | undefined {
  try {
    const read: unknown = JSON.parse(value)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : undefined
  } catch {
    return undefined
  }
}

/** All drafts of whoever is at work; a form mounted later finds its own. An office that cannot tell them leaves the forms empty. */
export async function readDrafts(office: Office): Promise<Drafts> {
  const reply = await askOffice(office, { about: 'drafts' })
  const drafts = new Map<string, Kept>()
  for (const { key, value } of reply.ok ? reply.value : []) {
    const kept = kepts(value)
    if (kept !== undefined) drafts.set(key, kept)
  }
  return draftsOver(office, drafts)
}

function draftsOver(office: Office, drafts: Map<string, Kept>): Drafts {
  /** The newest text of each form that has not been written yet; what was typed before it need not be. */
  const waiting = new Map<string, string | null>()
  const listeners = new Set<() => void>()
  let isWriting = false
  let standing: DraftStanding = { state: 'none' }
  const say = (next: DraftStanding) => {
    standing = next
    for (const listener of listeners) listener()
  }

  async function write(): Promise<void> {
    if (isWriting) return
    isWriting = true
    let isWell = true
    for (;;) {
      const [next] = waiting
      if (next === undefined) break
      const [key, value] = next
      waiting.delete(key)
      try {
        const reply = await office.dispatch({ to: 'shell', act: { act: 'keepDraft', key, value } })
        isWell &&= reply.ok
      } catch {
        isWell = false
      }
    }
    isWriting = false
    say(isWell ? { state: 'kept', at: new Date().toTimeString().slice(0, 8) } : { state: 'failed' })
  }

  function later(key: string, kept: Kept | null): void {
    waiting.set(key, kept === null ? null : JSON.stringify(kept))
    if (standing.state !== 'keeping') say({ state: 'keeping' })
    void write()
  }

  return {
    kept: (key) => drafts.get(key),
    put(key, kept) {
      if (kept === null && !drafts.has(key)) return
      if (kept === null) drafts.delete(key)
      else drafts.set(key, kept)
      later(key, kept)
    },
    setAside(place) {
      const aside = [...drafts].filter(([key]) => key.startsWith(`${place}#`))
      for (const [key] of aside) drafts.delete(key)
      return {
        drop() {
          for (const [key] of aside) if (!drafts.has(key)) later(key, null)
        },
        bringBack() {
          for (const [key, kept] of aside) if (!drafts.has(key)) drafts.set(key, kept)
        },
      }
    },
    standing: () => standing,
    onStanding(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Null where nobody is at work yet: what is typed there lives as long as its form. */
const DraftsContext = createContext<Drafts | null>(null)
export const DraftsProvider = DraftsContext.Provider
export const useDrafts = (): Drafts | null => useContext(DraftsContext)
