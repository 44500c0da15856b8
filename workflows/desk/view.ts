// What people read of the desk: the days deadlines are counted by, and the keys one can sign with.
import type { HolidayTable } from '../core/calendar.ts'
import type { KeyView, SealsView } from '../office.ts'
import { holidayTable } from '../rulebooks/holidays.ts'
import type { DeskState } from './state.ts'

/** `table`: the setting `holidayTable` of a case (procedure.md 10.1); the office's own days are added to it. */
export function holidayTableOf(state: DeskState, table: string): HolidayTable {
  const changes = Object.values(state.holidays)
  return holidayTable(table, { off: changes.flatMap(({ off }) => off), working: changes.flatMap(({ working }) => working) })
}

export function holidaysShown(state: DeskState): { readonly off: readonly string[]; readonly working: readonly string[] } {
  const { off, working } = holidayTableOf(state, 'vn')
  return { off: [...off].sort(), working: [...working].sort() }
}

export const keyViews = (state: DeskState): readonly KeyView[] =>
  state.keys.map(({ keyId, kind, name, citizenId, validTo, token }) => {
    const revokedAt = state.revoked.find((one) => one.keyId === keyId)?.revokedAt
    return {
      keyId,
      kind,
      name,
      ...(citizenId !== undefined && { citizenId }),
      validTo,
      ...(token && { tokenLabel: token.label }),
      ...(revokedAt !== undefined && { revokedAt }),
    }
  })

/** The number a recovery kit is known by on paper and on screen. */
export const kitNumber = (kitSha256: string): string => kitSha256.slice(0, 8).toUpperCase()

export function sealsView({ authority, kits, operators, ownList, policies }: DeskState): SealsView {
  const standing = policies
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ policySha256, classifications, environment, validUntil, signedBy }) => ({
      policySha256,
      classifications,
      environment,
      validUntil,
      signedBy,
    }))
  if (authority === undefined) return { policies: standing }
  const { validTo, rootSha256 } = authority
  const newest = kits.at(-1)
  const kit = newest && {
    no: kitNumber(newest.kitSha256),
    madeAt: newest.madeAt,
    by: operators.find(({ operatorId }) => operatorId === newest.by)?.name ?? newest.by,
  }
  const list = ownList && {
    number: ownList.number,
    thisUpdate: ownList.thisUpdate,
    nextUpdate: ownList.nextUpdate,
    revoked: ownList.revoked,
  }
  return { policies: standing, authority: { validTo, rootSha256, ...(list && { list }), ...(kit && { kit }) } }
}
