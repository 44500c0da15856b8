// The desk's answers to orders: facts, or a reasoned no. Law of the house, not of the state.
import { ok, type Result, refuse } from '../core/result.ts'
import { dayOf, type Stamp } from '../core/stamp.ts'
import type { Refusal } from '../office.ts'
import { partsOf } from '../papers/register.ts'
import { readLogDays } from '../reading.ts'
import type { DeskCommand } from './commands.ts'
import type { DeskFact } from './facts.ts'
import { versionsOf } from './returns.ts'
import type { DeskState } from './state.ts'

/** What the desk's own state does not hold: when the log was last written, and the next number of a register. */
export type DeskTools = { readonly lastAt: string; readonly nextNumber: (register: string) => number }

export function decideDesk(state: DeskState, command: DeskCommand, stamp: Stamp, tools: DeskTools): Result<readonly DeskFact[], Refusal> {
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
    case 'startTerm': {
      const { name, from } = command
      if (from > dayOf(stamp.at)) return refuse({ code: 'date-in-future', date: from })
      const last = state.terms.at(-1)
      if (last && from <= last.from) return refuse({ code: 'term-before-previous', date: from, previous: last.from })
      return ok([{ type: 'termStarted', name, from }])
    }
    case 'startRegister': {
      const { register, next } = command
      const unknown = periodProblem(state, register)
      if (unknown) return refuse(unknown)
      const taken = tools.nextNumber(register) - 1
      if (taken > 0) return refuse({ code: 'register-in-use', taken })
      return ok([{ type: 'registerStarted', register, last: next - 1 }])
    }
    case 'takeNumber': {
      const { register, count, reason } = command
      const unknown = periodProblem(state, register)
      if (unknown) return refuse(unknown)
      const first = tools.nextNumber(register)
      return ok([{ type: 'numbersTaken', register, first, last: first + count - 1, reason }])
    }
    case 'chooseSpelling': {
      const { toneMarks } = command
      if (toneMarks === state.toneMarks) return refuse({ code: 'spelling-unchanged' })
      return ok([{ type: 'spellingChosen', toneMarks }])
    }
    case 'nameHrHead': {
      const { operatorId } = command
      const operator = state.operators.find((one) => one.operatorId === operatorId)
      if (!operator) return refuse({ code: 'operator-unknown', operatorId })
      if (!operator.roles.includes('hrOfficer')) return refuse({ code: 'hr-head-not-of-hr', name: operator.name })
      return ok([{ type: 'hrHeadNamed', operatorId }])
    }
    case 'endPolicy': {
      const { policySha256, reason } = command
      const standing = state.policies.some((one) => one.policySha256 === policySha256 && one.endedAt === undefined)
      return standing ? ok([{ type: 'policyEnded', policySha256, reason }]) : refuse({ code: 'policy-unknown' })
    }
    case 'dropReturn': {
      const { type: _, reason, version, ...key } = command
      const standing = versionsOf(state.returns, key).some((one) => one.version === version && one.dropped === undefined)
      return standing ? ok([{ type: 'returnDropped', ...key, version, reason }]) : refuse({ code: 'return-unknown' })
    }
    case 'setReturnSenders':
      return ok([{ type: 'returnSendersSet', unitIds: [...new Set(command.unitIds)] }])
    case 'keepComposition': {
      const { compositionId = `c${(state.version + 1).toString(36)}`, name, seats, reason } = command
      if (command.compositionId !== undefined && !state.compositions.some((one) => one.compositionId === compositionId))
        return refuse({ code: 'composition-unknown' })
      const taken = state.compositions.find((one) => one.name === name && one.compositionId !== compositionId)
      if (taken) return refuse({ code: 'composition-name-taken', name })
      return ok([{ type: 'compositionKept', compositionId, name, seats, reason }])
    }
    case 'dropComposition': {
      const { compositionId, reason } = command
      if (!state.compositions.some((one) => one.compositionId === compositionId)) return refuse({ code: 'composition-unknown' })
      return ok([{ type: 'compositionDropped', compositionId, reason }])
    }
    case 'setReadLogDays': {
      const { days, reason } = command
      if (days === (state.readLogDays ?? readLogDays.value)) return refuse({ code: 'read-log-days-unchanged', days })
      return ok([{ type: 'readLogDaysSet', days, reason }])
    }
    case 'acceptClock': {
      const { lastAt } = tools
      if (Date.parse(stamp.at) >= Date.parse(lastAt)) return refuse({ code: 'clock-is-right', systemAt: stamp.at, lastAt })
      return ok([{ type: 'clockAccepted', systemAt: stamp.at, lastAt, reason: command.reason }])
    }
  }
}

/** A register of Party papers belongs to a term that is on record (documents.md A2). */
function periodProblem(state: DeskState, register: string): Refusal | undefined {
  const { form, period } = partsOf(register)
  if (form === 'state' || state.terms.some(({ from }) => from === period)) return undefined
  return { code: 'register-without-term', date: period }
}
