// Orders to the desk: operators, holidays, a clock set back. The law of the desk decides, the facts land in the `office` stream.
import { type Result, refuse } from '../../workflows/core/result.ts'
import { type DeskCommand, mayAskDesk } from '../../workflows/desk/commands.ts'
import { decideDesk } from '../../workflows/desk/decide.ts'
import type { LiveDesk } from '../../workflows/desk/replay.ts'
import type { Refusal } from '../../workflows/office.ts'
import { mustBeAllowed } from './at-work.ts'
import type { OpenFile } from './open-file.ts'

export function orderDesk(open: OpenFile, seen: number, command: DeskCommand): Result<LiveDesk, Refusal> {
  const allowed = mustBeAllowed(open.operator(), command.type, mayAskDesk[command.type])
  if (!allowed.ok) return allowed
  const { state } = open.desk()
  if (state.version !== seen) return refuse({ code: 'changed-meanwhile', seen, version: state.version })
  // The word that a clock set back is accepted cannot wait for that clock to be right.
  const stamp = command.type === 'acceptClock' ? open.stampAsIs() : open.stamp()
  if (!stamp.ok) return stamp
  const decided = decideDesk(state, command, stamp.value, { lastAt: open.lastAt(), nextNumber: open.archive.numbers.next })
  const done = decided.ok ? open.recordDesk(decided.value, stamp.value, seen) : decided
  if (done.ok && command.type === 'changeHolidays') open.retellCases()
  return done
}
