// Do the papers of a case agree? What each of them says, as it was drawn, held against the others: names, days, counts,
// percentages, numbers of documents. A difference names both places (documents.md A6.3: each paper is a snapshot, never a live link).
import type { PaperState, StoredFact } from '../procedure/state.ts'
import { claimsOfActs, claimsOfPaper } from './agreement-claims.ts'
import { misspelt, typedShares } from './agreement-words.ts'
import { type AsDrawn, papersAsDrawn } from './as-drawn.ts'
import { isRequested } from './due.ts'
import type { PaperPeople } from './sign-blocks.ts'

export const agreementMatters = ['name', 'day', 'count', 'percent', 'document'] as const
export type AgreementMatter = (typeof agreementMatters)[number]

/** Where it is said: a paper, an act on record with the document that somebody typed for it, or plain arithmetic. */
export type Source = { readonly paperId: string } | { readonly act: string; readonly version: number } | { readonly arithmetic: true }

/** Where in a paper. `heading`, `label`: the paper's own words; `paragraph`: counted from 1 through its text; `field`: the box it was typed in. */
export type Place = { readonly heading?: string; readonly paragraph?: number; readonly label?: string; readonly field?: string }

/** One thing that is said. The same `key` in two sources speaks of the same thing. */
export type Claim = {
  readonly matter: AgreementMatter
  readonly key: string
  readonly says: string
  readonly source: Source
  readonly place: Place
  /** Who issued the document cited, where it is said: two bodies may give one number. */
  readonly issuer?: string
}
export type Side = Pick<Claim, 'source' | 'place' | 'says'>
/** `id` is the same for ever: what a drawn paper says never changes, nor does a recorded act. */
export type Difference = { readonly id: string; readonly matter: AgreementMatter; readonly one: Side; readonly other: Side }

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

export const difference = (matter: AgreementMatter, key: string, one: Side, other: Side): Difference => ({
  id: `${key} | ${sourceId(one.source)} | ${sourceId(other.source)}`,
  matter,
  one: sideOf(one),
  other: sideOf(other),
})

const sideOf = ({ source, place, says }: Side): Side => ({ source, place, says })

function sourceId(source: Source): string {
  if ('paperId' in source) return source.paperId
  return 'act' in source ? `${source.act}@${source.version}` : '='
}

/** What somebody typed for a paper, box by box. */
export const typedFor = ({ due }: AsDrawn): Readonly<Record<string, string>> => (isRequested(due) ? due.details : {})
