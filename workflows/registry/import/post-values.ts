// What a row says of posts, apart from the rest of it. Needs no shapes of the registry: whoever reads a workbook loads this.
import type { RowValues } from './rows.ts'

const postFields = ['unit', 'post', 'appointedOn', 'tenureEndedOn', 'decisionNumber', 'partyPost', 'unionPost'] as const

/** What a row says of posts. */
export type PostValues = Pick<RowValues, (typeof postFields)[number] | 'partyPostFrom'>

/** Nothing where the row speaks of no post. */
export function postValues(row: RowValues): PostValues | undefined {
  if (postFields.every((field) => row[field] === undefined)) return undefined
  const { unit, post, appointedOn, tenureEndedOn, decisionNumber, partyPost, unionPost, partyPostFrom } = row
  const values = { unit, post, appointedOn, tenureEndedOn, decisionNumber, partyPost, unionPost, partyPostFrom }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
