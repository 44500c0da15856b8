// The doorway between a window and the services: the same two calls and one event behind both shells, and what a fault becomes there.

/** What the services give a shell. Payloads are parsed behind it, so everything that crosses is `unknown`. */
export type Doorway = {
  /** `from`: the window that calls, by an object of the shell's own. */
  dispatch(order: unknown, from?: object): Promise<unknown>
  ask(question: unknown, from?: object): Promise<unknown>
  /** Calls `listener` after each change, with the window whose call made it where one did; returns the function that stops it. */
  onChange(listener: (change: unknown, from?: object) => void): () => void
  /** Calls `listener` with each new view for the hall screen, null when it goes dark. A shell shows it; nothing comes back from there. */
  onHall(listener: (view: unknown) => void): () => void
  /** Somebody shut the hall's window by hand. */
  hallClosed(): void
  close(): Promise<void>
}

/** What a page sees as `window.office`, whichever shell it runs in. */
export type Office = {
  dispatch(order: unknown): Promise<unknown>
  ask(question: unknown): Promise<unknown>
  onChange(listener: (change: unknown) => void): () => void
}

/** The change as one window is told of it: marked when it was made through another. */
export function changeFor(window: object, change: unknown, from?: object): unknown {
  return from === undefined || from === window || typeof change !== 'object' ? change : { ...change, elsewhere: true }
}

export type Call = 'dispatch' | 'ask'

export const calls: readonly Call[] = ['dispatch', 'ask']

/** Where a defect showed: in a call, behind one (the reply stood all the same), or at the start or end of the shell. */
export type FaultPlace = Call | 'behind' | 'shell'

/** A defect as the log may keep it: no message and no payload, both can carry names and counts. */
export type FaultLine = { readonly at: string; readonly place: FaultPlace; readonly type: string; readonly code: string }

export type FaultLog = (line: FaultLine) => void

export type FaultReply = { readonly ok: false; readonly fault: { readonly code: 'fault'; readonly at: string } }

export function faultLine(place: FaultPlace, error: unknown): FaultLine {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'none'
  return { at: new Date().toISOString(), place, type: error instanceof Error ? error.name : typeof error, code }
}

/** Makes one call. A thrown Error is logged and becomes `{ ok: false, fault: { code: 'fault', at } }`; `at` (ISO instant) finds the line in the log. */
export async function answer(doorway: Doorway, call: Call, payload: unknown, log: FaultLog, from?: object): Promise<unknown> {
  try {
    return call === 'dispatch' ? await doorway.dispatch(payload, from) : await doorway.ask(payload, from)
  } catch (error) {
    const line = faultLine(call, error)
    log(line)
    return { ok: false, fault: { code: 'fault', at: line.at } } satisfies FaultReply
  }
}
