// The desk's answers to orders: facts, or a reasoned no. Law of the house, not of the state.
import { ok, type Result, refuse } from '../core/result.ts'
import type { Stamp } from '../core/stamp.ts'
import type { Refusal } from '../office.ts'
import type { DeskCommand } from './commands.ts'
import type { DeskFact } from './facts.ts'
import type { DeskState } from './state.ts'

export function decideDesk(state: DeskState, command: DeskCommand, stamp: Stamp, lastAt: string): Result<readonly DeskFact[], Refusal> {
  switch (command.type) {
    case 'addOperator': {
      const { operatorId, citizenId } = command.operator
      if (state.operators.some((one) => one.operatorId === operatorId)) return refuse({ code: 'operator-exists', operatorId })
      // One person with two accounts could type a count and confirm it (procedure.md 7.3).
      const same = citizenId === undefined ? undefined : state.operators.find((one) => one.citizenId === citizenId)
      if (same) return refuse({ code: 'operator-has-account', name: same.name })
      return ok([{ type: 'operatorAdded', operator: command.operator }])
    }
    case 'changeHolidays': {
      const { year, off, working } = command
      const stranger = [...off, ...working].find((day) => !day.startsWith(`${year}-`))
      if (stranger !== undefined) return refuse({ code: 'day-outside-year', day: stranger, year })
      const twice = off.find((day) => working.includes(day))
      if (twice !== undefined) return refuse({ code: 'day-off-and-working', day: twice })
      return ok([{ type: 'holidaysChanged', year, off: [...new Set(off)].sort(), working: [...new Set(working)].sort() }])
    }
    case 'acceptClock': {
      if (Date.parse(stamp.at) >= Date.parse(lastAt)) return refuse({ code: 'clock-is-right', systemAt: stamp.at, lastAt })
      return ok([{ type: 'clockAccepted', systemAt: stamp.at, lastAt, reason: command.reason }])
    }
  }
}
