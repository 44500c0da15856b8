// G-06 to G-09, G-12, G-13, G-20: time in post, age, ratings, terms in a row (procedure.md 5).
import { addDays } from '../core/calendar.ts'
import { article, ND115, ND115_85, ND170_300, ruled } from '../rulebooks/cite.ts'
import type { Ruled } from '../rulebooks/types.ts'
import { lastEndedBar } from './discipline.ts'
import { hd06From } from './guard-rules.ts'
import { type Held, ratingLevels } from './nominee-facts.ts'
import { type Guarding, isUpward } from './question.ts'
import { monthsLeft, retirementOf } from './retirement.ts'
import { statement } from './statements.ts'
import { consecutiveTerms, continuationFor, termLimitOn } from './terms.ts'
import { monthsHeld, presentPosts } from './time-in-post.ts'
import { type GuardVerdict, verdict } from './verdict.ts'

export function g06(g: Guarding): GuardVerdict {
  const { timeInPost } = g.column
  const rule: Ruled<unknown> = { ...timeInPost, evidence: g.column.asks['G-06'].evidence, article: timeInPost.article }
  // Of a promotion: not of a first leading post, nor of an equal or lower one.
  if (g.move !== 'higher') return verdict('G-06', 'pass', 'not-asked', rule)
  const { held } = g.facts
  if (!held) return verdict('G-06', 'unknown', 'months-in-post-unknown', rule, { numbers: { needed: timeInPost.value.months } })
  const counted = timeInPost.value.posts === 'nextLowerOrAbove' ? nextLowerOrAbove(held.list) : presentOrEquivalent(held.list, g.day)
  // QĐ80: once a bar is over, the time in post must be reached again.
  const ended = g.guardSet === 'QD80' ? lastEndedBar(g.facts.disciplines?.list ?? [], g.move, g.guardSet, g.day) : undefined
  const months = monthsHeld(counted, g.day, ended?.freeFrom)
  const told = { numbers: { months, needed: timeInPost.value.months, ...(ended && { since: ended.freeFrom }) }, factOn: held.on }
  if (months >= timeInPost.value.months) return verdict('G-06', 'pass', 'months-in-post', rule, told)
  return verdict('G-06', timeInPost.value.shortfall, 'months-in-post', rule, told)
}

const nextLowerOrAbove = (held: readonly Held[]): Held[] => held.filter((one) => one.level !== 'lower' && one.lostByDiscipline !== true)

/** The post held now and earlier ones equivalent to it. */
function presentOrEquivalent(held: readonly Held[], day: string): Held[] {
  const levels = presentPosts(held, day).map((one) => one.level)
  return held.filter((one) => levels.includes(one.level))
}

/** The day ages are taken on (G-08). */
const ageDay = ({ day, facts }: Pick<Guarding, 'day' | 'facts'>): string => (day < hd06From ? day : (facts.dossierReceivedOn ?? day))

export function g07(g: Guarding): GuardVerdict {
  if (g.kind === 'reappointment' && g.termEnd !== undefined) return g07AtTermEnd(g, g.termEnd)
  const { monthsLeft: asked } = g.column
  if (!isUpward(g)) return verdict('G-07', 'pass', 'age-not-applied', g.column.asks['G-09'])
  const needed = asked.value.months === 'fullTerm' ? g.termMonths : Math.min(asked.value.months, g.termMonths)
  const { birthDate, sex } = g.facts
  if (birthDate === undefined || sex === undefined)
    return verdict('G-07', 'unknown', 'birth-or-sex-unknown', asked, { numbers: { needed } })
  const retirement = retirementOf(birthDate, sex)
  const months = monthsLeft(retirement, ageDay(g))
  const { lastDay, isFlagged } = retirement
  const told = {
    numbers: { months, needed, birthDate, retiresOn: lastDay },
    factOn: ageDay(g),
    ...(isFlagged && { isFlagged: true as const }),
  }
  return verdict('G-07', months >= needed ? 'pass' : asked.value.shortfall, 'months-left', asked, told)
}

/** Too near retirement when the term ends, the post is extended instead (procedure.md 3.3.1); the competent level may decide otherwise. */
function g07AtTermEnd(g: Guarding, termEnd: string): GuardVerdict {
  const { birthDate, sex } = g.facts
  if (birthDate === undefined || sex === undefined)
    return verdict('G-07', 'unknown', 'birth-or-sex-unknown', continuationFor(g.rulebook, g.termMonths, 0))
  const { lastDay, isFlagged } = retirementOf(birthDate, sex)
  const months = monthsLeft({ lastDay }, addDays(termEnd, 1))
  const road = continuationFor(g.rulebook, g.termMonths, months)
  const told = {
    numbers: { months, termEnd, birthDate, retiresOn: lastDay },
    factOn: termEnd,
    ...(isFlagged && { isFlagged: true as const }),
  }
  return verdict('G-07', road.value === 'extension-instead' ? 'needsDecision' : 'pass', road.value, road, told)
}

export function g08(g: Guarding): GuardVerdict {
  const rule = g.column.asks['G-08']
  if (!isUpward(g)) return verdict('G-08', 'pass', 'not-asked', rule)
  if (g.day < hd06From) return verdict('G-08', 'pass', 'process-day', g.column.monthsLeft, { factOn: g.day })
  const { dossierReceivedOn } = g.facts
  if (dossierReceivedOn === undefined) return verdict('G-08', 'unknown', 'dossier-not-received', rule, { numbers: { day: g.day } })
  return verdict('G-08', 'pass', 'dossier-received', rule, { numbers: { day: dossierReceivedOn }, factOn: dossierReceivedOn })
}

/** Equal or lower post: no age is asked. */
export const g09 = (g: Guarding): GuardVerdict =>
  verdict('G-09', 'pass', isUpward(g) ? 'not-asked' : 'age-not-applied', g.column.asks['G-09'])

const worse = (one: string, than: (typeof ratingLevels)[number]): boolean =>
  ratingLevels.indexOf(one as (typeof ratingLevels)[number]) > ratingLevels.indexOf(than)

export function g12(g: Guarding): GuardVerdict {
  const isAgain = g.kind === 'reappointment'
  const rule = isAgain ? completedTasks(g) : g.column.asks['G-12']
  if (!isAgain && !rule.value) return verdict('G-12', 'pass', 'not-asked', rule)
  const lastYear = Number(g.day.slice(0, 4)) - 1
  const years = [lastYear - 2, lastYear - 1, lastYear]
  const ratings = g.facts.ratings ?? []
  const lowest = isAgain ? 'completed' : 'good'
  const below = years.map((year) => ratings.find((one) => one.year === year)).find((one) => one && worse(one.level, lowest))
  if (below) {
    // A year not completed for force majeure, or by discipline short of dismissal, may be overcome by a documented assessment (RB2026).
    const answer = isAgain && g.rulebook === 'RB2026' ? 'needsDecision' : 'fail'
    return verdict('G-12', answer, 'rating-below', rule, {
      numbers: { year: below.year, level: below.level },
      factOn: `${below.year}-12-31`,
    })
  }
  const missing = years.filter((year) => !ratings.some((one) => one.year === year))
  if (missing.length > 0) return verdict('G-12', 'unknown', 'rating-missing', rule, { numbers: { years: missing.join(', ') } })
  return verdict('G-12', 'pass', 'ratings-good', rule, { numbers: { years: years.join(', ') }, factOn: `${lastYear}-12-31` })
}

const completedTasks = ({ rulebook }: Guarding): Ruled<boolean> =>
  rulebook === 'RB2026'
    ? ruled(true, 'TEXT', article('37', ND170_300))
    : ruled(true, 'TEXT', article('50', rulebook === 'RB2017' ? ND115 : ND115_85))

export const g13 = (g: Guarding): GuardVerdict =>
  g.column.asks['G-13'].value
    ? statement('G-13', g.facts.results, g.column.asks['G-13'])
    : verdict('G-13', 'pass', 'not-asked', g.column.asks['G-13'])

export function g20(g: Guarding): GuardVerdict {
  const limit = termLimitOn(g.day, g.track)
  if (!g.post.isHead) return verdict('G-20', 'pass', 'not-head', limit)
  if (limit.value === null) return verdict('G-20', 'pass', 'no-term-limit', limit)
  const { held } = g.facts
  if (!held) return verdict('G-20', 'unknown', 'not-looked-up', limit)
  const here = held.list.filter((one) => one.isHead === true && one.post === g.post.title && (one.unit ?? g.post.unit) === g.post.unit)
  const terms = here.map((one) => ({ from: one.from, lastDay: one.termLastDay ?? one.until ?? g.day }))
  // Only terms that run on to this one stand in a row with it.
  const last = terms
    .map((one) => one.lastDay)
    .sort()
    .at(-1)
  const count = last === undefined || last < gapBefore(g.day) ? 0 : consecutiveTerms(terms)
  const told = { numbers: { terms: count, limit: limit.value }, factOn: held.on }
  return verdict('G-20', count < limit.value ? 'pass' : 'fail', 'terms-in-row', limit, told)
}

/** A term that ended more than a year ago does not stand in a row with this one. */
const gapBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
