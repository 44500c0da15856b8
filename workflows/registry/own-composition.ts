// Composition templates an office keeps for itself (procedure.md 3.1.5: local rules fix exact lists): named, with a reason, kept as facts of the desk.
import { z } from 'zod'
import { line } from '../core/document.ts'
import { postGroups } from './unit.ts'

/** Where the posts are: of the unit itself, of the units under it, or both. */
export const seatPlaces = ['own', 'below', 'any'] as const

/** One role of a body: who holds a post of these groups there. `role`: as the list of the meeting says it. */
export const Seat = z.strictObject({
  role: line(120),
  groups: z.union([z.literal('all'), z.array(z.enum(postGroups)).min(1).max(postGroups.length)]),
  where: z.enum(seatPlaces),
})
export type Seat = z.infer<typeof Seat>

const seats = z.array(Seat).max(30)
/** Each body has the seats of the one before and its own. */
export const CompositionSeats = z.strictObject({ leadershipCollective: seats.min(1), expandedLeadership: seats, keyOfficials: seats })
export type CompositionSeats = z.infer<typeof CompositionSeats>

export const CompositionId = z.string().regex(/^c[0-9a-z]{1,16}$/)
const reason = line(500)

export const compositionFacts = {
  kept: { compositionId: CompositionId, name: line(120), seats: CompositionSeats, reason },
  dropped: { compositionId: CompositionId, reason },
} as const

export const compositionCommands = [
  /** Without an id a new one; with one the template is as it says from now on. Lists already convened stay as they are. */
  z.strictObject({
    type: z.literal('keepComposition'),
    compositionId: CompositionId.optional(),
    name: line(120),
    seats: CompositionSeats,
    reason,
  }),
  z.strictObject({ type: z.literal('dropComposition'), compositionId: CompositionId, reason }),
] as const

export type OwnComposition = {
  readonly compositionId: string
  readonly name: string
  readonly seats: CompositionSeats
  readonly reason: string
  readonly keptAt: string
  /** Operator who kept it as it stands. */
  readonly by: string
}
export type OwnCompositionView = OwnComposition & { readonly byName: string }
