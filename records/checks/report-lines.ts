// Check 9: the report about itself: when, by which lists, how old they are, and what was not done. Nothing undone may look like passed.
import { type Crl, nameOf } from '../crypto/certificate.ts'
import { checkPolicy, daysBetween } from '../policy.ts'
import { type CheckLine, line, type RevocationList } from '../report.ts'

const NO = 9
/** The checks before this one. */
const EARLIER = [1, 2, 3, 4, 5, 6, 7, 8] as const

export const isFresh = (list: Pick<Crl, 'thisUpdate' | 'nextUpdate'>, now: number): boolean =>
  (list.nextUpdate === null || list.nextUpdate >= now) && daysBetween(list.thisUpdate, now) <= checkPolicy.revocationListDays.value

export function revocationLists(crls: readonly Crl[], now: number): readonly RevocationList[] {
  return crls.map((list) => ({
    issuer: nameOf(list.issuer),
    issuedAt: new Date(list.thisUpdate).toISOString(),
    nextAt: list.nextUpdate === null ? null : new Date(list.nextUpdate).toISOString(),
    days: daysBetween(list.thisUpdate, now),
    isFresh: isFresh(list, now),
  }))
}

/** A check without any line was not done: it says so, with the reason. */
export function undone(lines: readonly CheckLine[], reason: string): readonly CheckLine[] {
  const missing = EARLIER.filter((no) => !lines.some((one) => one.no === no))
  return missing.map((no) => line(no, 'NOT_DONE', 'skipped', { fault: reason }))
}

export const inOrder = (lines: readonly CheckLine[]): readonly CheckLine[] => lines.toSorted((a, b) => a.no - b.no)

export const notDone = (lines: readonly CheckLine[]): readonly number[] => [
  ...new Set(lines.filter(({ state }) => state === 'skipped').map(({ no }) => no)),
]

export type Lists = { readonly roots: number; readonly listedAt?: number; readonly crls: readonly RevocationList[]; readonly now: number }

export function reportLines({ roots, listedAt, crls, now }: Lists, lines: readonly CheckLine[]): readonly CheckLine[] {
  const left = notDone(lines)
  return [
    line(NO, 'CHECKED_AT', 'ok', { at: new Date(now).toISOString() }),
    trustLine(roots, listedAt, now),
    ...(crls.length === 0 ? [line(NO, 'NO_REVOCATION_LIST', 'note')] : crls.map(listLine)),
    ...(left.length === 0 ? [] : [line(NO, 'CHECKS_NOT_DONE', 'note', { checks: left.map(String) })]),
  ]
}

function trustLine(roots: number, listedAt: number | undefined, now: number): CheckLine {
  if (roots === 0) return line(NO, 'TRUST_LIST_EMPTY', 'note')
  if (listedAt === undefined) return line(NO, 'TRUST_LIST', 'ok', { roots })
  const days = daysBetween(listedAt, now)
  const numbers = { roots, at: new Date(listedAt).toISOString().slice(0, 10), days }
  return days > checkPolicy.trustListDays.value ? line(NO, 'TRUST_LIST_OLD', 'note', numbers) : line(NO, 'TRUST_LIST_AGE', 'ok', numbers)
}

const listLine = ({ issuer, issuedAt, days, isFresh: fresh }: RevocationList): CheckLine =>
  line(NO, fresh ? 'REVOCATION_LIST' : 'REVOCATION_LIST_OLD', fresh ? 'ok' : 'note', { issuer, at: issuedAt.slice(0, 10), days })
