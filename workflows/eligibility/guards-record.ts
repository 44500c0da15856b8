// G-01, G-10, G-11, G-14 to G-18: dossier, health, proceedings, discipline, political conclusion (procedure.md 5, 5.1).
import { addMonths } from '../core/calendar.ts'
import { chooseRulebook } from '../rulebooks/choose.ts'
import { article, ND115_85, ND138, ND170_300, ruled } from '../rulebooks/cite.ts'
import type { GuardSet } from '../rulebooks/types.ts'
import { lastBarredDay, standingBar, withoutEnd, withoutEndRule } from './discipline.ts'
import { type Guarding, isUpward } from './question.ts'
import { statement } from './statements.ts'
import { type GuardVerdict, verdict } from './verdict.ts'

export const g01 = (g: Guarding): GuardVerdict => statement('G-01', g.facts.standards, g.column.asks['G-01'])

export function g10(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-10']
  const verified = statement('G-10', g.facts.dossierVerified, rule)
  if (verified.answer !== 'pass') return verified
  const { assetDeclaredOn } = g.facts
  if (assetDeclaredOn === undefined) return verdict('G-10', 'unknown', 'declaration-missing', rule)
  return { ...verified, numbers: { ...verified.numbers, declaredOn: assetDeclaredOn } }
}

export function g11(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-11']
  const { healthCertificate: held } = g.facts
  const { value: months, article: cited, evidence } = g.column.healthMonths
  const six = ruled(months, evidence, cited)
  if (!held) return verdict('G-11', 'unknown', 'certificate-missing', rule)
  const until = addMonths(held.on, months)
  const told = { numbers: { on: held.on, until, months }, factOn: held.on }
  if (!held.isFit) return verdict('G-11', 'fail', 'stated-not', rule, { numbers: { basis: '' }, factOn: held.on })
  return verdict('G-11', until >= g.day ? 'pass' : 'fail', until >= g.day ? 'certificate-valid' : 'certificate-expired', six, told)
}

/** Something that lasts and stands on the day. */
const standsOn = <T extends { readonly from: string; readonly until?: string | undefined }>(
  list: readonly T[],
  day: string,
): T | undefined => list.find((one) => one.from <= day && (one.until === undefined || one.until >= day))

function lookedUp(g: Guarding, guard: 'G-14' | 'G-16'): GuardVerdict {
  const rule = g.column.asks[guard]
  const looked = guard === 'G-14' ? g.facts.proceedings : g.facts.checks
  if (!looked) return verdict(guard, 'unknown', 'not-looked-up', rule)
  // Only RB2026 names arrest and detention beside charge, investigation, prosecution and trial.
  const list: readonly { readonly kind: string; readonly from: string; readonly until?: string | undefined }[] = looked.list
  const one = standsOn(list, g.day)
  if (!one) return verdict(guard, 'pass', 'nothing-stands', rule, { factOn: looked.on })
  const reason = guard === 'G-14' ? 'proceeding-stands' : 'check-stands'
  return verdict(guard, 'fail', reason, rule, { numbers: { kind: one.kind }, factOn: one.from })
}
export const g14 = (g: Guarding): GuardVerdict => lookedUp(g, 'G-14')
export const g16 = (g: Guarding): GuardVerdict => lookedUp(g, 'G-16')

/** The bars of the rulebook in force on the day judged, even where the case is bound to an earlier one (C-09). */
function barSetOn(g: Guarding): GuardSet {
  const inForce = chooseRulebook({ track: g.track, startDate: g.day })
  return inForce.ok ? inForce.value.guardSet : g.guardSet
}

export function g15(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-15']
  const { disciplines, shortcomings } = g.facts
  if (!disciplines) return verdict('G-15', 'unknown', 'not-looked-up', rule)
  const guardSet = barSetOn(g)
  // Serving a sanction short of dismissal: may be reappointed after consideration (procedure.md 3.3.3).
  const isAgain = g.move === 'same'
  const bar = standingBar(disciplines.list, isAgain ? 'higher' : g.move, guardSet, g.day)
  if (bar) {
    const { sanction, effectiveOn } = bar.discipline
    const told = {
      numbers: { sanction, effectiveOn, months: bar.rule.value.months, until: lastBarredDay(bar), freeFrom: bar.freeFrom },
      factOn: effectiveOn,
    }
    return isAgain
      ? verdict('G-15', 'needsDecision', 'sanction-to-consider', whileServing(g), told)
      : verdict('G-15', 'fail', 'barred', bar.rule, told)
  }
  const endless = withoutEnd(disciplines.list, g.day)
  if (endless) {
    const { sanction, effectiveOn } = endless
    return verdict('G-15', 'needsDecision', 'sanction-to-consider', withoutEndRule, {
      numbers: { sanction, effectiveOn },
      factOn: effectiveOn,
    })
  }
  if (shortcomings?.isSo === true && (guardSet === 'QD377' || guardSet === 'RB2026')) {
    return verdict('G-15', 'needsDecision', 'shortcoming-to-consider', rule, { factOn: shortcomings.on })
  }
  return verdict('G-15', 'pass', 'no-bar', rule, { factOn: disciplines.on })
}

const whileServing = ({ rulebook }: Guarding) =>
  rulebook === 'RB2026'
    ? ruled(true, 'TEXT', article('36', ND170_300, '6'))
    : ruled(true, 'TEXT', article('49', rulebook === 'RB2017' ? ND138 : ND115_85, '6'))

export function g17(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-17']
  const { politicalConclusion: concluded, newPoliticalFacts: fresh } = g.facts
  const isNeeded = isUpward(g) || (g.rulebook === 'RB2017' && g.kind !== 'reappointment') || fresh?.isSo === true
  if (!isNeeded) return verdict('G-17', 'pass', 'conclusion-not-needed', rule)
  if (concluded?.isSo === true && fresh?.isSo === true && fresh.on > concluded.on) {
    return verdict('G-17', 'fail', 'conclusion-older-than-new-facts', rule, {
      numbers: { on: concluded.on, since: fresh.on },
      factOn: fresh.on,
    })
  }
  return statement('G-17', concluded, rule)
}

export const g18 = (g: Guarding): GuardVerdict => statement('G-18', g.facts.qualifications, g.column.asks['G-18'])
