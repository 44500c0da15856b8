// G-19, G-21 to G-23: family, locality, number of deputies, the action program (procedure.md 5).
import { conflictsOf, familyRuleOn } from './family.ts'
import type { Guarding } from './question.ts'
import { type GuardVerdict, verdict } from './verdict.ts'

export function g19(g: Guarding): GuardVerdict {
  const rule = familyRuleOn(g.day)
  const { relatives } = g.facts
  if (!relatives) return verdict('G-19', 'unknown', 'not-looked-up', rule)
  const { beside } = g.postFacts
  if (!beside)
    return verdict('G-19', relatives.list.some((one) => one.holds) ? 'unknown' : 'pass', besideReason(relatives.list), rule, {
      factOn: relatives.on,
    })
  const [conflict] = conflictsOf(beside, relatives.list, g.day)
  if (!conflict) return verdict('G-19', 'pass', 'no-conflict', rule, { factOn: relatives.on })
  const { relative, kind } = conflict
  const numbers = {
    kind,
    name: relative.name,
    relation: relative.relation,
    post: relative.holds?.post ?? '',
    unit: relative.holds?.unit ?? '',
  }
  return verdict('G-19', 'fail', 'family-conflict', conflict.rule, { numbers, factOn: relative.from ?? relatives.on })
}

const besideReason = (list: readonly { readonly holds?: unknown }[]) =>
  list.some((one) => one.holds) ? 'post-not-described' : 'no-conflict'

/** A target of policy, not a bar, unless the office switches it on (setting `nonLocalGuard`). */
export function g21(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-21']
  const { isNotLocal } = g.facts
  const isBar = g.nonLocalGuard === 'block'
  if (!isNotLocal) return isBar ? verdict('G-21', 'unknown', 'not-stated', rule) : verdict('G-21', 'pass', 'not-asked', rule)
  const told = { numbers: { basis: isNotLocal.document?.number ?? isNotLocal.basis ?? '' }, factOn: isNotLocal.on }
  if (isNotLocal.isSo) return verdict('G-21', 'pass', 'stated', rule, told)
  return verdict('G-21', 'fail', 'local', rule, { ...told, ...(!isBar && { isWarning: true as const }) })
}

export function g22(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-22']
  if (g.post.isHead) return verdict('G-22', 'pass', 'not-asked', rule)
  const { deputies } = g.facts
  if (!deputies) return verdict('G-22', 'unknown', 'not-stated', rule)
  const { approved, inPost, on } = deputies
  const told = { numbers: { approved, inPost, seats: g.seats }, factOn: on }
  const fits = inPost + g.seats <= approved
  return verdict('G-22', fits ? 'pass' : 'fail', fits ? 'deputies-within' : 'deputies-exceeded', rule, told)
}

/** The gate of the program itself stands at each ballot (procedure.md 4.4): here it is told, and stops nothing twice. */
export function g23(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-23']
  if (!g.program) return verdict('G-23', 'pass', 'not-asked', rule)
  const { handedInOn } = g.program
  if (handedInOn === undefined) return verdict('G-23', 'unknown', 'program-not-submitted', rule)
  return verdict('G-23', 'pass', 'program-submitted', rule, { numbers: { on: handedInOn }, factOn: handedInOn })
}
