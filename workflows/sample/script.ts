// A run of orders with their people and hours: what happens one after another at the office of the sample.
import type { OperatorId } from '../core/ids.ts'
import type { CaseCommand } from '../procedure/commands.ts'

export type SampleAct = { readonly by: OperatorId; readonly at: string; readonly command: CaseCommand }
export type Script = {
  readonly acts: SampleAct[]
  /** Jumps to an hour, `2026-09-15`, `08:00`; the clock never goes back. */
  readonly goTo: (day: string, hour: string) => void
  readonly pass: (minutes: number) => void
  /** The instant it is now, with the offset of Việt Nam. */
  readonly now: () => string
  /** Orders at the present hour, which then moves on. */
  readonly order: (by: OperatorId, command: CaseCommand, minutes?: number) => void
}

const instantOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}+07:00`

export function script(day: string, hour: string): Script {
  const acts: SampleAct[] = []
  const read = (onDay: string, atHour: string): number => Date.parse(`${onDay}T${atHour}:00Z`)
  let clock = read(day, hour)
  return {
    acts,
    goTo: (nextDay, nextHour) => {
      const next = read(nextDay, nextHour)
      if (next <= clock) throw new Error(`the sample's clock does not go back to ${nextDay} ${nextHour}`)
      clock = next
    },
    pass: (minutes) => {
      clock += minutes * 60_000
    },
    now: () => instantOf(clock),
    order: (by, command, minutes = 2) => {
      acts.push({ by, at: instantOf(clock), command })
      clock += minutes * 60_000
    },
  }
}
