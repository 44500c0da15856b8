// Who a row is about: by citizen number, then by name and birth date. Two answers, or half of one, are never settled by guessing (programme.md 13, H-5).
import type { PersonId } from '../../core/ids.ts'
import type { PersonData } from '../person.ts'
import type { ImportReads } from './reads.ts'
import { folded } from './text.ts'

export type MatchRefusal =
  /** H-5: the same number, another birth date. */
  | { readonly code: 'import-birth-differs'; readonly known: string; readonly knownBirth: string; readonly shown: string }
  | { readonly code: 'import-name-differs'; readonly known: string; readonly shown: string }
  /** Same name and birth date, another number. */
  | { readonly code: 'import-number-differs'; readonly known: string; readonly knownNumber: string; readonly shown: string }
  | { readonly code: 'import-several-match'; readonly count: number }
  /** The same name, and birth dates that could be one: only a person can tell. */
  | { readonly code: 'import-maybe-same'; readonly known: string; readonly knownBirth: string }
  /** The same name and whole birth date, and no number that both have: one person, or two who were born on one day. */
  | { readonly code: 'import-same-name'; readonly known: string; readonly knownBirth: string }
  /** The clerk named somebody the row cannot be any more. */
  | { readonly code: 'import-decision-stale' }

type Candidate = { readonly personId: PersonId; readonly data: PersonData }
/** `others`: people of the registry the row may be; who it is, or that it is none of them, is for the clerk to say. */
export type Match =
  | { readonly kind: 'new' }
  /** `isSure`: told by a number both have, or by the clerk. */
  | ({ readonly kind: 'known'; readonly isSure: boolean } & Candidate)
  | { readonly kind: 'refused'; readonly why: MatchRefusal; readonly others?: readonly Candidate[] }

export type Who = { readonly name: string; readonly citizenId?: string | undefined; readonly birthDate?: string | undefined }

/** Two dates of which each may be known to the year or the month alone: can they be one day? */
export const mayBeOneDay = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)

/** Unknown may be any. */
export const mayBeSameBirth = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || mayBeOneDay(a, b)

/** The same name, whatever its case and wherever its marks of tone stand. Marks themselves count: Hoa is not Hoà. */
export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)
const keys = new Map<string, string>()
export function nameKey(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = name
    .toLowerCase()
    .normalize('NFD')
    // Marks of tone gathered at the end of each word: "hoà" and "hòa" are one.
    .replace(/[^\s]+/gu, (word) => {
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(word)?.[0]
      return tone === undefined ? word : word.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '') + tone
    })
    .replace(/\s+/gu, ' ')
    .trim()
  if (keys.size > 50_000) keys.clear()
  keys.set(name, key)
  return key
}

/** @param chosen the person the clerk said it is. */
export function matchRow(who: Who, known: ImportReads, day: string, chosen?: PersonId): Match {
  const withData = (ids: readonly PersonId[]) =>
    ids.flatMap((personId) => {
      const data = known.dataOn(personId, day)
      return data === undefined ? [] : [{ personId, data }]
    })
  if (who.citizenId !== undefined) {
    const numbered = withData(known.peopleWithNumber(who.citizenId))
    const [first] = numbered
    if (numbered.length > 1) return refused({ code: 'import-several-match', count: numbered.length })
    if (first !== undefined) return sameNumber(who, first.personId, first.data)
  }
  const named = withData(known.peopleNamed(who.name, who.birthDate)).filter(
    ({ data }) => sameName(data.name, who.name) && mayBeSameBirth(data.birthDate, who.birthDate),
  )
  const isOther = ({ data }: Candidate) => who.citizenId !== undefined && data.citizenId !== undefined && data.citizenId !== who.citizenId
  // Numbers that both are known and differ are two people, if their days can only perhaps be one.
  const maybe = named.filter((one) => !isOther(one))
  if (chosen !== undefined) {
    const one = maybe.find(({ personId }) => personId === chosen)
    return one === undefined ? refused({ code: 'import-decision-stale' }, maybe) : { kind: 'known', isSure: true, ...one }
  }
  const exact = named.filter(({ data }) => who.birthDate !== undefined && who.birthDate.length === 10 && data.birthDate === who.birthDate)
  const open = exact.filter((one) => !isOther(one))
  if (open.length > 1) return refused({ code: 'import-several-match', count: open.length }, open)
  const [one] = open
  if (one !== undefined) return { kind: 'known', isSure: false, ...one }
  const [other] = exact
  if (other !== undefined) {
    const { name, citizenId = '' } = other.data
    return refused({ code: 'import-number-differs', known: name, knownNumber: citizenId, shown: who.citizenId ?? '' }, [])
  }
  const [first] = maybe
  if (first !== undefined)
    return refused({ code: 'import-maybe-same', known: first.data.name, knownBirth: first.data.birthDate ?? '' }, maybe)
  return { kind: 'new' }
}

function sameNumber({ name, birthDate }: Who, personId: PersonId, data: PersonData): Match {
  if (birthDate !== undefined && data.birthDate !== undefined && !mayBeOneDay(birthDate, data.birthDate))
    return refused({ code: 'import-birth-differs', known: data.name, knownBirth: data.birthDate, shown: birthDate })
  // Marks may be put right by an import; another name altogether is another person, or a number typed wrong.
  if (folded(name) !== folded(data.name)) return refused({ code: 'import-name-differs', known: data.name, shown: name })
  return { kind: 'known', isSure: true, personId, data }
}

const refused = (why: MatchRefusal, others?: readonly Candidate[]): Match => ({ kind: 'refused', why, ...(others && { others }) })
