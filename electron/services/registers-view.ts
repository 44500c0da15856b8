// The registers of numbers as the office reads them: every register, and of one of them who took which number.
import type { NumberRow } from '../../db/numbers.ts'
import { ok, type Result } from '../../workflows/core/result.ts'
import type { NumberView, Refusal, RegistersView, RegisterView } from '../../workflows/office.ts'
import { partsOf, type Term } from '../../workflows/papers/register.ts'
import { statusOf, toldApart } from '../../workflows/procedure/paper-view.ts'
import { mayReadRegisters } from '../../workflows/roles.ts'
import { mustBeAllowed } from './at-work.ts'
import { caseOf } from './case-memory.ts'
import type { OpenFile } from './open-file.ts'

const shown = 500

/** Refused: `role-may-not`. */
export function registersView(open: OpenFile, register: string | undefined): Result<RegistersView, Refusal> {
  const allowed = mustBeAllowed(open.operator(), 'registers', mayReadRegisters)
  if (!allowed.ok) return allowed
  const { terms } = open.desk().state
  const { numbers } = open.archive
  return ok({
    terms,
    registers: numbers.registers().map(({ register: id, last }) => registerView(id, last, terms)),
    numbers: register === undefined ? [] : numbers.newest(register, shown).map((row) => numberView(open, row)),
  })
}

function registerView(register: string, last: number, terms: readonly Term[]): RegisterView {
  const parts = partsOf(register)
  const termName = parts.form === 'party' ? terms.find(({ from }) => from === parts.period)?.name : undefined
  return { register, ...parts, ...(termName !== undefined && { termName }), next: last + 1 }
}

function numberView(open: OpenFile, { register, first, last, stream }: NumberRow): NumberView {
  const caseId = caseOf(stream)
  if (caseId === undefined) {
    const own = open
      .desk()
      .state.ownNumbers.find((one) => one.register === register && (one.type === 'registerStarted' ? 1 : one.first) === first)
    return own?.type === 'numbersTaken' ? { first, last, standing: 'takenByHand', reason: own.reason } : { first, last, standing: 'before' }
  }
  const state = open.cases.get(caseId)?.state
  const paper = state?.papers.find(({ drawn }) => drawn.number?.register === register && drawn.number.no === first)
  if (!state || !paper) throw new RangeError(`number ${first} of ${register} has no paper`)
  return {
    first,
    last,
    standing: statusOf(paper),
    ...(paper.voided && { reason: paper.voided.reason }),
    caseId,
    caseVersion: state.version,
    post: state.opened.post.title,
    paperId: paper.drawn.paperId,
    kind: paper.drawn.kind,
    ...toldApart(state, paper.drawn),
  }
}
