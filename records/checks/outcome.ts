// Check 6: the law itself judges the recorded counts again; the answer must be the recorded one.
import { canonical } from '../../workflows/core/canonical.ts'
import type { Judged, StageRecord } from '../record-json.ts'
import { type CheckLine, line } from '../report.ts'

const NO = 6

/** The law as the caller hands it in: `judged.input` and the stage rule resolved then, to `judged.output`. */
export type Judge = (input: unknown, rule: unknown) => unknown

/** The stage rule as the shipped rulebook resolves it today, for comparison; null when it does not know the stage. */
export type RuleOf = (input: unknown) => unknown

/** One line for each judged count: the stage's own, or those a result table gathers. */
export function checkOutcome(record: StageRecord, judge: Judge | undefined, ruleOf: RuleOf | undefined): readonly CheckLine[] {
  if (record.judged.length === 0) return [line(NO, 'OUTCOME_NOT_CHECKED', 'skipped', { fault: 'no-counts-in-record' })]
  if (!judge) return [line(NO, 'OUTCOME_NOT_CHECKED', 'skipped', { fault: 'no-law-at-hand' })]
  return record.judged.flatMap((judged) => [outcomeLine(judged, judge), ...(ruleOf ? ruleLine(judged, ruleOf) : [])])
}

function outcomeLine(judged: Judged, judge: Judge): CheckLine {
  const recorded = canonicalOrNull(judged.output)
  const recomputed = textOrNull(() => judge(judged.input, judged.rule))
  if (recorded === null || recomputed === null) {
    return line(NO, 'OUTCOME_NOT_CHECKED', 'undecided', { fault: 'counts-cannot-be-judged' }, judged.stage)
  }
  return recorded === recomputed
    ? line(NO, 'OUTCOME_OK', 'ok', {}, judged.stage)
    : line(NO, 'OUTCOME_DIFFERS', 'broken', { recorded, recomputed }, judged.stage)
}

/** Old records keep the rule they were judged by; a difference from today's rulebook is worth a look, not a fault (B6.2). */
function ruleLine(judged: Judged, ruleOf: RuleOf): readonly CheckLine[] {
  const today = textOrNull(() => ruleOf(judged.input))
  return today === null || today === canonicalOrNull(judged.rule) ? [] : [line(NO, 'RULE_DIFFERS', 'note', {}, judged.stage)]
}

/** The counts come from a file: whatever the law cannot read in them is "cannot decide", not a fault of ours. */
function textOrNull(make: () => unknown): string | null {
  try {
    return canonicalOrNull(make())
  } catch {
    return null
  }
}

function canonicalOrNull(value: unknown): string | null {
  try {
    return canonical(value)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
