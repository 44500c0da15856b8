// Do the papers of a case agree? What each of them says, as it was drawn, held against the others: names, days, counts,
// percentages, numbers of documents. A difference names both places (documents.md A6.3: each paper is a snapshot, never a live link).
import type { PaperState, StoredFact } from '../procedure/state.ts'
import { claimsOfActs, claimsOfPaper } from './agreement-claims.ts'
import { misspelt, typedShares } from './agreement-words.ts'
import { type AsDrawn, papersAsDrawn } from './as-drawn.ts'
import { type Claim, type Difference, difference, type Side } from './difference.ts'
import type { PaperPeople } from './sign-blocks.ts'

/**
 * Every difference between the papers that stand, and between them and the documents recorded for acts. `facts`: all of the
 * case, in order. Superseded and voided papers are left out: another stands in their place.
 */
export function disagreements(facts: readonly StoredFact[], caseId: string, people: PaperPeople): Difference[] {
  const papers = papersAsDrawn(facts, caseId, people).filter(standing(facts))
  const claims = [...papers.flatMap(claimsOfPaper), ...recordedIn(facts)]
  return [...differing(claims), ...papers.flatMap((one) => [...typedShares(one, claims), ...misspelt(one, papers)])]
}

/** Those that speak of this paper. */
export const differencesOf = (all: readonly Difference[], paperId: string): Difference[] =>
  all.filter(({ one, other }) => isIn(one, paperId) || isIn(other, paperId))

/** Those of a paper that nobody accepted: it is not signed before each of them is put right or accepted. */
export const unaccepted = (all: readonly Difference[], { drawn, accepted = [] }: PaperState): Difference[] =>
  differencesOf(all, drawn.paperId).filter(({ id }) => !accepted.some(({ differences }) => differences.includes(id)))

/** Both sides or nothing: what one side says betrays what the other does not. */
export function toldTo(all: readonly Difference[], mayRead: (paperId: string) => boolean): { shown: Difference[]; hidden: number } {
  const isOpen = ({ source }: Side): boolean => !('paperId' in source) || mayRead(source.paperId)
  const shown = all.filter(({ one, other }) => isOpen(one) && isOpen(other))
  return { shown, hidden: all.length - shown.length }
}

const isIn = ({ source }: Side, paperId: string): boolean => 'paperId' in source && source.paperId === paperId

/** Neither replaced nor voided. */
function standing(facts: readonly StoredFact[]): (drawn: AsDrawn) => boolean {
  const gone = new Set(
    facts.flatMap(({ fact }) => {
      if (fact.type === 'numberVoided') return [fact.paperId]
      return fact.type === 'paperDrawn' && fact.supersedes !== undefined ? [fact.supersedes] : []
    }),
  )
  return ({ due }) => !gone.has(due.paperId)
}

/** The last of each kind of act: a document recorded anew takes the place of the one before. */
function recordedIn(facts: Iterable<StoredFact>): Claim[] {
  const acts = new Map<string, Claim[]>()
  for (const { fact, version } of facts) for (const { act, claims } of claimsOfActs(fact, version)) acts.set(act, claims)
  return [...acts.values()].flat()
}

/** The first source of each value against the first source of every other value that is said of the same thing. */
function differing(claims: readonly Claim[]): Difference[] {
  return [...Map.groupBy(claims, ({ key }) => key).values()].flatMap((group) => {
    const bySays = [...Map.groupBy(group, ({ says }) => says).values()]
    const [first, ...others] = bySays
    return others.flatMap((other) => pairs(first ?? [], other))
  })
}

/** Each of one camp against the first of the other it speaks with, and back: whichever of them is signed next, the difference is seen. */
function pairs(ones: readonly Claim[], others: readonly Claim[]): Difference[] {
  const seen = new Map<string, Difference>()
  for (const claim of others) keep(seen, ones.find(sameIssuer(claim)), claim)
  for (const claim of ones) keep(seen, claim, others.find(sameIssuer(claim)))
  return [...seen.values()]
}

const letters = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
const sameIssuer =
  ({ issuer }: Claim) =>
  (other: Claim): boolean => {
    if (issuer === undefined || other.issuer === undefined) return true
    const [one, two] = [letters(issuer), letters(other.issuer)]
    return one.includes(two) || two.includes(one)
  }

function keep(seen: Map<string, Difference>, one: Claim | undefined, other: Claim | undefined): void {
  if (!one || !other) return
  const found = difference(one.matter, one.key, one, other)
  if (!seen.has(found.id)) seen.set(found.id, found)
}
