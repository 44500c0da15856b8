// The shape of an answer: a value, or a reasoned "no". Plain objects, so they survive the trip between processes.

export type Ok<T> = { readonly ok: true; readonly value: T }
export type No<R> = { readonly ok: false; readonly refusal: R }
export type Result<T, R> = Ok<T> | No<R>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const refuse = <const R>(refusal: R): No<R> => ({ ok: false, refusal })

/** Closes a `switch`: the compiler proves that no case is left. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
