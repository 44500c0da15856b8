// What a paper says of something, where it says it, and two that do not say the same (the words of agreement.ts).

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
