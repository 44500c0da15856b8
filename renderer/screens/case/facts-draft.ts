// What is typed about a nominee before it is sent: texts in boxes, read into facts all at once. An empty box says nothing.
import type { NomineeFacts, PostFacts } from '../../../workflows/eligibility/nominee-facts.ts'
import { NomineeFacts as Facts, PostFacts as PostShape } from '../../../workflows/eligibility/nominee-facts.ts'
import { parseDay, showDay } from '../../parts/dates.ts'
import { clean } from '../../parts/form.tsx'

export const statements = [
  'standards',
  'dossierVerified',
  'politicalConclusion',
  'newPoliticalFacts',
  'qualifications',
  'results',
  'unitHasPlanning',
  'isNotLocal',
  'shortcomings',
] as const
export type StatementKey = (typeof statements)[number]
export type Said = { readonly answer: '' | 'yes' | 'no'; readonly on: string; readonly basis: string }

export const lists = ['planning', 'held', 'disciplines', 'proceedings', 'checks', 'relatives'] as const
export type ListKey = (typeof lists)[number]
export type Row = Readonly<Record<string, string>>
export type Looked = { readonly on: string; readonly rows: readonly Row[] }

export type FactsDraft = {
  readonly birthDate: string
  readonly sex: '' | 'male' | 'female'
  readonly dossierReceivedOn: string
  readonly assetDeclaredOn: string
  readonly healthOn: string
  readonly isFit: 'yes' | 'no'
  readonly ratings: Readonly<Record<number, string>>
  readonly approved: string
  readonly inPost: string
  readonly said: Readonly<Record<StatementKey, Said>>
  readonly looked: Readonly<Record<ListKey, Looked>>
  readonly beside: Row
}

/** The parts of the form, each folded by itself. */
export const factParts = ['person', 'ratings', 'said', 'lists'] as const
export type FactPart = (typeof factParts)[number]
export type Known = { readonly known: number; readonly of: number }

/** How much of each part is filled in; a list counts once it was looked up, with or without rows. `year`: the ratings of the three before it. */
export function knownIn(draft: FactsDraft, isHead: boolean, year: number): Readonly<Record<FactPart, Known>> {
  const filled = (texts: readonly string[]): Known => ({ known: texts.filter((text) => text.trim() !== '').length, of: texts.length })
  const deputies = isHead ? [] : [draft.approved, draft.inPost]
  return {
    person: filled([draft.birthDate, draft.sex, draft.dossierReceivedOn, draft.assetDeclaredOn, draft.healthOn]),
    ratings: filled([year - 3, year - 2, year - 1].map((one) => draft.ratings[one] ?? '')),
    said: filled([...statements.map((key) => draft.said[key].answer), ...deputies]),
    lists: filled([...lists.map((key) => draft.looked[key].on), draft.beside.bodyLevel ?? '']),
  }
}

/** What was known of a line has parts without a box (a document, who is a key official): it comes back whole while nobody changes the line. */
const whole = (known: object, shown: Row): Row => ({ ...shown, known: JSON.stringify(known), shown: JSON.stringify(shown) })
function asKnown({ known, shown, ...boxes }: Row): unknown {
  if (known === undefined || shown === undefined) return undefined
  const before: unknown = JSON.parse(shown)
  const isSame = typeof before === 'object' && before !== null && Object.entries(before).every(([box, value]) => boxes[box] === value)
  return isSame ? JSON.parse(known) : undefined
}

const dayText = (iso: string | undefined): string => (iso === undefined ? '' : showDay(iso))
/** A birth date as far as it is known: `1980`, `02/1980`, `03/02/1980`. */
const bornText = (iso: string | undefined): string => (iso ?? '').split('-').reverse().join('/')
const yesNo = (is: boolean | undefined): string => (is === true ? 'yes' : is === false ? 'no' : '')

export function draftOf(facts: NomineeFacts | undefined, postFacts: PostFacts | undefined, birthDate: string | undefined): FactsDraft {
  const known = facts ?? {}
  const saidOf = (key: StatementKey): Said => {
    const one = known[key]
    return {
      answer: one === undefined ? '' : one.isSo ? 'yes' : 'no',
      on: dayText(one?.on),
      basis: one?.document?.number ?? one?.basis ?? '',
    }
  }
  const looked = <T extends object>(list: { on: string; list: readonly T[] } | undefined, row: (one: T) => Row): Looked => ({
    on: dayText(list?.on),
    rows: list?.list.map((one) => whole(one, row(one))) ?? [],
  })
  const lasting = (one: { kind: string; from: string; until?: string | undefined }): Row => ({
    kind: one.kind,
    from: dayText(one.from),
    until: dayText(one.until),
  })
  const { beside } = postFacts ?? {}
  return {
    birthDate: bornText(known.birthDate ?? birthDate),
    sex: known.sex ?? '',
    dossierReceivedOn: dayText(known.dossierReceivedOn),
    assetDeclaredOn: dayText(known.assetDeclaredOn),
    healthOn: dayText(known.healthCertificate?.on),
    isFit: known.healthCertificate?.isFit === false ? 'no' : 'yes',
    ratings: Object.fromEntries((known.ratings ?? []).map((one) => [one.year, one.level])),
    approved: known.deputies === undefined ? '' : `${known.deputies.approved}`,
    inPost: known.deputies === undefined ? '' : `${known.deputies.inPost}`,
    said: Object.fromEntries(statements.map((key) => [key, saidOf(key)])) as Record<StatementKey, Said>,
    looked: {
      planning: looked(known.planning, (one) => ({
        post: one.post,
        relation: one.relation,
        from: dayText(one.from),
        until: dayText(one.until),
      })),
      held: looked(known.held, (one) => ({
        post: one.post,
        level: one.level,
        from: dayText(one.from),
        until: dayText(one.until),
        isHead: yesNo(one.isHead),
      })),
      disciplines: looked(known.disciplines, (one) => ({ sanction: one.sanction, effectiveOn: dayText(one.effectiveOn) })),
      proceedings: looked(known.proceedings, lasting),
      checks: looked(known.checks, lasting),
      relatives: looked(known.relatives, (one) => ({
        name: one.name,
        kin: one.relation,
        post: one.holds?.post ?? '',
        unit: one.holds?.unit ?? '',
        bodyLevel: one.holds?.level ?? '',
        isHead: yesNo(one.holds?.isHead),
        sector: one.holds?.sector ?? '',
      })),
    },
    beside: {
      bodyLevel: beside?.level ?? '',
      sector: beside?.sector ?? '',
    },
  }
}

/** `1980`, `02/1980`, `3/2/1980` as the record keeps them. Null when it is no date. */
export function bornOf(typed: string, today: string): string | null {
  const text = typed.trim()
  if (/^\d{4}$/.test(text)) return text
  const month = /^(\d{1,2})\/(\d{4})$/.exec(text)
  if (month) return `${month[2]}-${(month[1] ?? '').padStart(2, '0')}`
  return parseDay(text, today)
}

export type Post = { readonly title: string; readonly unit: string; readonly isHead: boolean }

/** The facts, or null where a box could not be read. What the shape of facts does not take is not read either. */
export function factsOf(
  draft: FactsDraft,
  post: Post,
  today: string,
): { readonly facts: NomineeFacts; readonly postFacts: PostFacts } | null {
  let isBad = false
  const day = (typed: string | undefined): string | undefined => {
    if (typed === undefined || typed.trim() === '') return undefined
    const read = parseDay(typed, today)
    if (read === null) isBad = true
    return read ?? undefined
  }
  const must = (typed: string | undefined): string => {
    const read = day(typed)
    if (read === undefined) isBad = true
    return read ?? ''
  }
  const some = <K extends string, T>(key: K, value: T | undefined) => (value === undefined ? {} : { [key]: value })
  const said = statements.flatMap((key) => {
    const { answer, on, basis } = draft.said[key]
    return answer === '' ? [] : [[key, { isSo: answer === 'yes', on: must(on), ...some('basis', clean(basis) || undefined) }] as const]
  })
  const looked = (key: ListKey, row: (one: Row) => object) => {
    const { on, rows } = draft.looked[key]
    const lookedOn = day(on)
    if (lookedOn === undefined) {
      if (rows.length > 0) isBad = true
      return {}
    }
    return { [key]: { on: lookedOn, list: rows.map((one) => asKnown(one) ?? row(one)) } }
  }
  const lasting = (one: Row) => ({ kind: one.kind, from: must(one.from), ...some('until', day(one.until)) })
  const born = draft.birthDate.trim() === '' ? undefined : bornOf(draft.birthDate, today)
  if (born === null) isBad = true
  const { approved, inPost } = draft
  const healthOn = day(draft.healthOn)
  const raw = {
    ...some('birthDate', born ?? undefined),
    ...some('sex', draft.sex === '' ? undefined : draft.sex),
    ...some('dossierReceivedOn', day(draft.dossierReceivedOn)),
    ...some('assetDeclaredOn', day(draft.assetDeclaredOn)),
    ...some('healthCertificate', healthOn === undefined ? undefined : { on: healthOn, isFit: draft.isFit === 'yes' }),
    ...some('ratings', ratingsOf(draft)),
    ...some('deputies', approved === '' && inPost === '' ? undefined : { on: today, approved: Number(approved), inPost: Number(inPost) }),
    ...Object.fromEntries(said),
    ...looked('planning', (one) => ({
      post: clean(one.post ?? ''),
      relation: one.relation,
      from: must(one.from),
      ...some('until', day(one.until)),
    })),
    ...looked('held', (one) => ({
      post: clean(one.post ?? ''),
      level: one.level,
      from: must(one.from),
      ...some('until', day(one.until)),
      ...(one.isHead === 'yes' && { isHead: true }),
    })),
    ...looked('disciplines', (one) => ({ sanction: one.sanction, effectiveOn: must(one.effectiveOn) })),
    ...looked('proceedings', lasting),
    ...looked('checks', lasting),
    ...looked('relatives', relativeOf),
  }
  const facts = Facts.safeParse(raw)
  const postFacts = PostShape.safeParse(besideOf(draft.beside, post))
  return isBad || !facts.success || !postFacts.success ? null : { facts: facts.data, postFacts: postFacts.data }
}

function ratingsOf({ ratings }: FactsDraft): object[] | undefined {
  const known = Object.entries(ratings).filter(([, level]) => level !== '')
  return known.length === 0 ? undefined : known.map(([year, level]) => ({ year: Number(year), level }))
}

const relativeOf = (one: Row): object => ({
  name: clean(one.name ?? ''),
  relation: one.kin,
  ...(clean(one.post ?? '') !== '' && {
    holds: {
      post: clean(one.post ?? ''),
      unit: clean(one.unit ?? ''),
      level: one.bodyLevel === '' ? 'unit' : one.bodyLevel,
      isHead: one.isHead === 'yes',
      isKey: true,
      ...(one.sector !== '' && one.sector !== 'none' && { sector: one.sector }),
    },
  }),
})

/** The post of the case beside a relative's: described as soon as its level is said. */
const besideOf = ({ bodyLevel = '', sector = '' }: Row, { title, unit, isHead }: Post): object =>
  bodyLevel === ''
    ? {}
    : { beside: { post: title, unit, level: bodyLevel, isHead, isKey: true, ...(sector !== '' && sector !== 'none' && { sector }) } }
