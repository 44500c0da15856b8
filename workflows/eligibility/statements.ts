// Guards that rest on the word of a competent person: standards, results, qualifications.
import type { Ruled } from '../rulebooks/types.ts'
import type { GuardId } from './guard-rules.ts'
import type { Statement } from './nominee-facts.ts'
import { type GuardVerdict, verdict } from './verdict.ts'

export function statement(guard: GuardId, said: Statement | undefined, rule: Ruled<unknown>): GuardVerdict {
  if (!said) return verdict(guard, 'unknown', 'not-stated', rule)
  const { isSo, on, basis, document } = said
  const told = { numbers: { basis: document?.number ?? basis ?? '' }, factOn: on }
  return isSo ? verdict(guard, 'pass', 'stated', rule, told) : verdict(guard, 'fail', 'stated-not', rule, told)
}
