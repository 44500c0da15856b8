// Records and rehearsals never lie in one file: what a file keeps is said by its first fact, and every case says by its own what it is.
import { deskStream } from '../desk/replay.ts'

export type Keeps = 'records' | 'rehearsals'
/** The code of what lies where it must not. */
export const strayIn = { records: 'rehearsal-among-records', rehearsals: 'record-among-rehearsals' } as const satisfies Record<
  Keeps,
  string
>
export type Stray = (typeof strayIn)[Keeps]

type Begun = { readonly stream: string; readonly version: number; readonly payload: unknown }

/** Of the facts of a file in the order of its log: the code of one that begins what does not belong there. */
export function keptApart(): (fact: Begun) => Stray | undefined {
  let keeps: Keeps = 'records'
  return ({ stream, version, payload }) => {
    if (version !== 1) return undefined
    const begins: Keeps = saysRehearsal(payload) ? 'rehearsals' : 'records'
    if (stream === deskStream) keeps = begins
    return begins === keeps ? undefined : strayIn[keeps]
  }
}

/** The payload is not parsed yet: a fact that is broken as well must still be told from its neighbours. */
const saysRehearsal = (payload: unknown): boolean =>
  typeof payload === 'object' && payload !== null && 'rehearsal' in payload && payload.rehearsal === true
