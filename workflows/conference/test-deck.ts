// A deck of known slips to try machine and hands with before the sitting: what goes in is known, so what must come out is known too.
// It never touches the count: no fact, no file, no bundle of the box.
import type { BundleTotals, Slip } from './bundle-totals.ts'
import type { SlipForm } from './slip-form.ts'

export type TestDeck = { readonly slips: readonly Slip[]; readonly expected: BundleTotals }

/** Lines worth trying: all of a short list; of a long one the ends, and where one digit becomes two. */
function linesToTry(lines: number): number[] {
  if (lines <= 9) return Array.from({ length: lines }, (_, line) => line)
  return [...new Set([0, 1, 8, 9, 10, Math.floor(lines / 2), lines - 2, lines - 1])].filter((line) => line < lines).sort((a, b) => a - b)
}

/** At most 25 slips, always the same for the same form. */
export function testDeck(form: SlipForm): TestDeck {
  const tried = linesToTry(form.lines)
  const single = tried.flatMap((line, index): Slip[] =>
    Array.from({ length: form.kind === 'several' ? 1 : 1 + (index % 3) }, () => ({ marks: [line] })),
  )
  const together: Slip[] =
    form.kind === 'several' ? [{ marks: tried.slice(0, form.most) }, { marks: tried.slice(-Math.min(2, form.most)) }] : []
  const blank: Slip[] = form.blank === 'valid' ? [{ marks: [] }] : []
  const slips = mixed([...single, ...together, ...blank, { invalid: 'NO_STAMP' }, { invalid: 'TOO_MANY' }, { invalid: 'NO_STAMP' }])
  return { slips, expected: expectedOf(form, slips) }
}

/** Not one line after another, as slips from a box are not either. Seven steps forward each time; all are reached, whatever their number. */
function mixed(slips: readonly Slip[]): Slip[] {
  const left = [...slips]
  const order: Slip[] = []
  for (let at = 0; left.length > 0; ) {
    at = (at + 7) % left.length
    order.push(...left.splice(at, 1))
  }
  return order
}

/** Counted by looking over the whole deck once for each line: another way than the one that is tried. */
function expectedOf({ lines }: SlipForm, slips: readonly Slip[]): BundleTotals {
  const marked = slips.flatMap((slip) => ('marks' in slip ? [slip.marks] : []))
  const reasons = slips.flatMap((slip) => ('invalid' in slip ? [slip.invalid] : []))
  return {
    valid: marked.length,
    blank: marked.filter((marks) => marks.length === 0).length,
    lines: Array.from({ length: lines }, (_, line) => marked.filter((marks) => marks.includes(line)).length),
    invalid: reasons.length,
    reasons: Object.fromEntries([...new Set(reasons)].map((reason) => [reason, reasons.filter((one) => one === reason).length])),
  }
}
