// One claim as it is read from a line; whose paper it is, is told where all are gathered.
import type { CaseState } from '../procedure/state.ts'
import { dayIn } from './agreement-citations.ts'
import type { AgreementMatter, Claim, Place } from './difference.ts'

export type Said = Pick<Claim, 'matter' | 'key' | 'says' | 'place' | 'issuer'>
export const said = (matter: AgreementMatter, key: string, says: string, place: Place): Said => ({ matter, key, says, place })
/** Nothing where the text has no such number. */
export const counted = (key: string, text: string | undefined, place: Place): Said[] => {
  const found = /\d{1,6}/.exec(text ?? '')?.[0]
  return found === undefined ? [] : [said('count', key, String(Number(found)), place)]
}

export const dayClaim = (conferenceId: string, text: string, place: Place, what = 'day'): Said[] => {
  const day = dayIn(text)
  return day === null ? [] : [said('day', `${what} ${conferenceId}`, day, place)]
}

/** By the id the case knows the person by; a name written in by hand stands for itself. */
export const personKey = ({ nominees }: CaseState, name: string): string | undefined =>
  name === '' ? undefined : (nominees.find((one) => one.name === name)?.personId ?? name)
