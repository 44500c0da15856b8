// G-01, G-10, G-11, G-14 to G-18: dossier, health, proceedings, discipline, political conclusion (procedure.md 5, 5.1).
import { addMonths } from '../core/calendar.ts'
import { chooseRulebook } from '../rulebooks/choose.ts'
import { article, gap, ND115_85, ND138, ND170_300, ruled } from '../rulebooks/cite.ts'
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

export function g14(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-14']
  const looked = g.facts.proceedings
  if (!looked) return verdict('G-14', 'unknown', 'not-looked-up', rule)
  const { proceedings } = g.column
  const named = standsOn(
    looked.list.filter(({ kind }) => proceedings.value.includes(kind)),
    g.day,
  )
  const one = named ?? standsOn(looked.list, g.day)
  if (!one) return verdict('G-14', 'pass', 'nothing-stands', rule, { factOn: looked.on })
  const told = { numbers: { kind: one.kind }, factOn: one.from }
  if (named) return verdict('G-14', 'fail', 'proceeding-stands', rule, told)
  // The rulebook does not name it: nobody may read a bar into it, nor pass it over.
  return verdict('G-14', 'needsDecision', 'proceeding-stands', ruled(true, 'DEFAULT', gap(proceedings.article, 'G-14')), told)
}

export function g16(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-16']
  const looked = g.facts.checks
  if (!looked) return verdict('G-16', 'unknown', 'not-looked-up', rule)
  const one = standsOn(looked.list, g.day)
  if (!one) return verdict('G-16', 'pass', 'nothing-stands', rule, { factOn: looked.on })
  return verdict('G-16', 'fail', 'check-stands', rule, { numbers: { kind: one.kind }, factOn: one.from })
}

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
  const ofEvery = g.column.conclusionFor.value === 'everyAppointment' && g.kind !== 'reappointment'
  const isNeeded = isUpward(g) || ofEvery || fresh?.isSo === true
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
