// G-02 to G-05: is the nominee planned as the rulebook asks, and who may go past it (procedure.md 5).
import type { Planned } from './nominee-facts.ts'
import type { Guarding } from './question.ts'
import { type GuardVerdict, verdict } from './verdict.ts'

const decisionOn = (g: Guarding, guard: 'G-04' | 'G-05') => g.decisions.find((one) => one.guard === guard)

/** The entry that makes the nominee planned on the day, by the word of the source. */
function planningEntry(g: Guarding): Planned | undefined {
  const { value } = g.source === 'onSite' ? g.column.planningFor : g.column.planningForElsewhere
  const counts: readonly string[] = value
  return g.facts.planning?.list.find(
    (one) => counts.includes(one.relation) && one.from <= g.day && (one.until === undefined || one.until >= g.day),
  )
}

type Standing = 'planned' | 'stated' | 'notPlanned' | 'unknown'
function standing(g: Guarding): Standing {
  if (planningEntry(g)) return 'planned'
  if (g.facts.planning) return 'notPlanned'
  if (g.isPlannedStated === undefined) return 'unknown'
  return g.isPlannedStated ? 'stated' : 'notPlanned'
}

const hasNoPlanning = (g: Guarding): boolean => g.facts.unitHasPlanning?.isSo === false

/** G-02 on-site, G-03 from another place: one question, the posts that count differ. */
function planned(g: Guarding, guard: 'G-02' | 'G-03'): GuardVerdict {
  const rule = g.column.asks[guard]
  const entry = planningEntry(g)
  if (entry) {
    const { post, from, document } = entry
    return verdict(guard, 'pass', 'planned', rule, { numbers: { post, ...(document && { document: document.number }) }, factOn: from })
  }
  const factOn = g.facts.planning?.on
  switch (standing(g)) {
    case 'planned':
    case 'stated':
      return verdict(guard, 'pass', 'planned-stated', rule)
    case 'unknown':
      return verdict(guard, 'unknown', 'not-looked-up', rule)
    case 'notPlanned': {
      const decision = hasNoPlanning(g) ? decisionOn(g, 'G-04') : decisionOn(g, 'G-05')
      if (decision) return verdict(guard, 'pass', 'decided', rule, { decision: decision.document, ...(factOn && { factOn }) })
      return verdict(guard, 'fail', 'not-planned', rule, { numbers: { post: g.post.title }, ...(factOn && { factOn }) })
    }
  }
}

export const g02 = (g: Guarding): GuardVerdict =>
  g.source === 'onSite' ? planned(g, 'G-02') : verdict('G-02', 'pass', 'not-asked', g.column.asks['G-02'])
export const g03 = (g: Guarding): GuardVerdict =>
  g.source === 'elsewhere' ? planned(g, 'G-03') : verdict('G-03', 'pass', 'not-asked', g.column.asks['G-03'])

/** A new or merged unit without approved planning: the competent level decides. */
export function g04(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-04']
  if (standing(g) !== 'notPlanned' || !hasNoPlanning(g)) return verdict('G-04', 'pass', 'not-asked', rule)
  return verdict('G-04', 'needsDecision', 'no-planning-in-unit', rule, { factOn: g.facts.unitHasPlanning?.on })
}

/** A special case outside planning. */
export function g05(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-05']
  if (standing(g) !== 'notPlanned' || hasNoPlanning(g)) return verdict('G-05', 'pass', 'not-asked', rule)
  return verdict('G-05', 'needsDecision', 'outside-planning', rule, g.facts.planning ? { factOn: g.facts.planning.on } : {})
}
