// A sitting: one signer, one key opened once, many papers one after another. The opened key lives here, in the main process, and goes with the sitting.
import type { Signer } from '../../records/signer.ts'

/** A sitting nobody signs in for so long is over: whoever sits down at the PC next finds it shut. */
export const sittingIdleMinutes = 10
const idleMs = sittingIdleMinutes * 60_000

export type Opened = {
  readonly keyId: string
  readonly operatorId: string
  readonly startedAt: string
  /** Null for the public keys of made-up people, which are opened for each paper. */
  readonly signer: Signer | null
}

export type SittingHolder = {
  begin(opened: Opened): void
  /** The open sitting of this person with this key; each paper signed starts the minutes anew. */
  of(keyId: string, operatorId: string): Opened | null
  noteSigned(): void
  /** So many papers wait for this key still, as the screen was last told. */
  noteWaiting(keyId: string, papers: number): void
  now(): { readonly keyId: string; readonly startedAt: string; readonly signed: number } | null
  /** Papers signed, of all this sitting has come to so far. */
  progress(): { readonly done: number; readonly of: number } | null
  end(): void
}

/** `ended`: told when the minutes ran out, so that a window can say so. */
export function sittingHolder(ended: () => void): SittingHolder {
  let opened: Opened | null = null
  let signed = 0
  let waiting = 0
  let timer: NodeJS.Timeout | undefined

  function end(): void {
    clearTimeout(timer)
    opened = null
    signed = 0
    waiting = 0
  }
  // Not by the clock of the PC, which may be set meanwhile.
  function wait(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      end()
      ended()
    }, idleMs)
    timer.unref()
  }

  return {
    begin(next) {
      opened = next
      signed = 0
      wait()
    },
    of: (keyId, operatorId) => (opened?.keyId === keyId && opened.operatorId === operatorId ? opened : null),
    noteSigned() {
      signed += 1
      waiting = Math.max(0, waiting - 1)
      wait()
    },
    noteWaiting(keyId, papers) {
      if (opened?.keyId === keyId) waiting = papers
    },
    now: () => opened && { keyId: opened.keyId, startedAt: opened.startedAt, signed },
    progress: () => opened && { done: signed, of: signed + waiting },
    end,
  }
}
