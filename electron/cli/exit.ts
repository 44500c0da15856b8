// How a command ends: 0 done, 1 refused, 2 could not be read or broke.
import type { Refusal } from '../../workflows/office.ts'

export type ExitCode = 0 | 1 | 2

/** Stops a command with one line: the code and numbers to say, and the exit code. */
export class CliFault extends Error {
  readonly refusal: Refusal
  readonly exit: ExitCode
  constructor(refusal: Refusal, exit: ExitCode = 2) {
    super(refusal.code)
    this.name = 'CliFault'
    this.refusal = refusal
    this.exit = exit
  }
}
