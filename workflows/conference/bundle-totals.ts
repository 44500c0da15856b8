// Running totals of one shuffled bundle of slips: numbers only. A slip goes in and is gone; nothing here can give it back in its order or time.
import { z } from 'zod'
import type { Refusal } from '../core/refusal.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import { type BundleEntry, invalidReasons } from './facts.ts'
import type { SlipForm } from './slip-form.ts'

const whole = z.int().min(0).max(999)

/** The running totals; a line not yet filled in (totals typed name by name) is null, for an empty box is no zero. */
export const BundleTotals = z.strictObject({
  valid: whole,
  /** Valid slips that mark no line. */
  blank: whole,
  lines: z.array(whole.nullable()).max(200),
  invalid: whole,
  /** Of the invalid ones, as far as a reason was given. */
  reasons: z.partialRecord(z.enum(invalidReasons), whole),
})
export type BundleTotals = z.infer<typeof BundleTotals>

/** What one slip adds. It is read, added, and kept nowhere. */
export const Slip = z.union([
  z.strictObject({ marks: z.array(z.int().min(0).max(199)).max(200) }),
  z.strictObject({ invalid: z.enum(invalidReasons) }),
])
export type Slip = z.infer<typeof Slip>

export const noTotals = (form: SlipForm): BundleTotals => ({
  valid: 0,
  blank: 0,
  lines: Array.from({ length: form.lines }, () => 0),
  invalid: 0,
  reasons: {},
})

export const slipsIn = ({ valid, invalid }: BundleTotals): number => valid + invalid

/** The totals with one slip more. Refused: `bundle-is-full`, `slip-marks-too-many`, `slip-marks-none`, `slip-line-unknown`. */
export function addSlip(form: SlipForm, size: number, totals: BundleTotals, slip: Slip): Result<BundleTotals, Refusal> {
  if (slipsIn(totals) >= size) return refuse({ code: 'bundle-is-full', size })
  if ('invalid' in slip) {
    const reasons = { ...totals.reasons, [slip.invalid]: (totals.reasons[slip.invalid] ?? 0) + 1 }
    return ok({ ...totals, invalid: totals.invalid + 1, reasons })
  }
  const marks = new Set(slip.marks)
  const stranger = slip.marks.find((line) => line >= form.lines)
  if (stranger !== undefined) return refuse({ code: 'slip-line-unknown', line: stranger + 1, lines: form.lines })
  if (marks.size > form.most) return refuse({ code: 'slip-marks-too-many', marks: marks.size, most: form.most })
  if (marks.size === 0 && form.blank === 'invalid') return refuse({ code: 'slip-marks-none' })
  return ok({
    ...totals,
    valid: totals.valid + 1,
    blank: totals.blank + (marks.size === 0 ? 1 : 0),
    lines: Array.from({ length: form.lines }, (_, line) => (totals.lines[line] ?? 0) + (marks.has(line) ? 1 : 0)),
  })
}

/**
 * Can these be the totals of a whole bundle of `size` slips? The identities of procedure.md 2.1 and documents.md A5.1 on one bundle.
 * Refused: `bundle-line-empty`, `bundle-not-full`, `bundle-reasons-exceed-invalid`, and those of `bundleProblem`.
 */
export function closeTotals(form: SlipForm, size: number, totals: BundleTotals): Result<BundleEntry, Refusal> {
  const empty = totals.lines.indexOf(null)
  if (empty >= 0 || totals.lines.length < form.lines) {
    return refuse({ code: 'bundle-line-empty', line: (empty >= 0 ? empty : totals.lines.length) + 1 })
  }
  const stated = Object.values(totals.reasons).reduce((sum, one) => sum + (one ?? 0), 0)
  if (stated > totals.invalid) return refuse({ code: 'bundle-reasons-exceed-invalid', reasons: stated, invalid: totals.invalid })
  const entry = entryFrom(form, totals)
  const problem = bundleProblem(form, size, entry)
  return problem ? refuse(problem) : ok(entry)
}

/** The numbers of a bundle in the shape of a count. */
function entryFrom(form: SlipForm, totals: BundleTotals): BundleEntry {
  const lines = totals.lines.map((one) => one ?? 0)
  const [agree = 0, disagree = 0, noOpinion = 0] = lines
  const reasons = Object.fromEntries(Object.entries(totals.reasons).filter(([, count]) => (count ?? 0) > 0))
  const stated = Object.values(reasons).reduce<number>((sum, one) => sum + (one ?? 0), 0)
  const box = {
    ballotsValid: totals.valid,
    ballotsInvalid: totals.invalid,
    ...(totals.invalid > 0 && stated === totals.invalid && { invalidReasons: reasons }),
  }
  const [only = ''] = form.names
  switch (form.counts) {
    case 'approval':
      return { ...box, agree, disagree, noOpinion }
    case 'soleCandidate':
      return { ...box, votes: { [only]: agree }, agree, disagree }
    case 'agreements':
      return { ...box, votes: form.kind === 'opinion' ? { [only]: agree } : votesOf(form, lines) }
    case 'votes':
      return { ...box, ballotsBlank: totals.blank, votes: votesOf(form, lines) }
  }
}

const votesOf = (form: SlipForm, lines: readonly number[]): Record<string, number> =>
  Object.fromEntries(form.names.map((name, line) => [name, lines[line] ?? 0]))

/** What is wrong with the numbers of a whole bundle. The law asks this of every bundle that is closed, whoever typed it. */
export function bundleProblem(form: SlipForm, size: number, entry: BundleEntry): Refusal | undefined {
  const { ballotsValid, ballotsInvalid, ballotsBlank = 0, votes = {}, agree = 0, disagree = 0, noOpinion = 0 } = entry
  const counted = ballotsValid + ballotsInvalid
  if (counted !== size) return { code: 'bundle-not-full', counted, size }
  const over = Object.entries(votes).find(([, count]) => count > ballotsValid)
  if (over) return { code: 'votes-exceed-valid', name: over[0], votes: over[1], ballotsValid }
  const sum = Object.values(votes).reduce((all, one) => all + one, 0)
  if (form.counts === 'approval' && agree + disagree + noOpinion !== ballotsValid) {
    return { code: 'opinions-differ-from-valid', agree, disagree, noOpinion, ballotsValid }
  }
  if (form.counts === 'soleCandidate' && agree + disagree !== ballotsValid) {
    return { code: 'opinions-differ-from-valid', agree, disagree, noOpinion: 0, ballotsValid }
  }
  if (form.counts !== 'votes') return undefined
  if (ballotsBlank > 0 && form.blank === 'invalid') return { code: 'slip-marks-none' }
  if (form.most === 1 && sum + ballotsBlank !== ballotsValid) {
    return { code: 'votes-and-blank-differ-from-valid', sum, ballotsBlank, ballotsValid }
  }
  // Every valid slip that is not blank names somebody, and nobody names more than there are seats.
  const naming = ballotsValid - ballotsBlank
  if (sum > form.most * naming) return { code: 'votes-sum-exceeds-valid', sum, seats: form.most, ballotsValid: naming }
  if (sum < naming) return { code: 'bundle-slips-unnamed', sum, naming }
  return undefined
}
