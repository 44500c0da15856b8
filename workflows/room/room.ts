// What the room knows beyond the record: the running timer, the line the chair stands at, the hall screen.
// None of it is a fact. It is kept as a draft, so that a power cut in mid-talk loses nothing; times come from the shell's clock.
import { z } from 'zod'
import { CaseId, PersonId } from '../core/ids.ts'
import { Instant } from '../core/stamp.ts'

export const Talk = z.strictObject({
  personId: PersonId,
  phase: z.enum(['talk', 'questions', 'over']),
  startedAt: Instant,
  talkEndedAt: Instant.optional(),
  /** Milliseconds the present phase has run before `since`. */
  ran: z.int().min(0),
  /** Since when the timer runs; absent while it is stopped. */
  since: Instant.optional(),
})
export type Talk = z.infer<typeof Talk>

export const Room = z.strictObject({
  conferenceId: z.string().max(120),
  talk: Talk.optional(),
  /** Lines of the chair's script already said. */
  said: z.int().min(0),
  language: z.enum(['vi', 'en']),
})
export type Room = z.infer<typeof Room>

export const RoomDeed = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('startTalk'), personId: PersonId }),
  z.strictObject({ do: z.literal('toggleTimer') }),
  /** The talk is over, questions follow; then the questions are over. */
  z.strictObject({ do: z.literal('endPhase') }),
  z.strictObject({ do: z.literal('dropTalk') }),
  z.strictObject({ do: z.literal('say'), said: z.int().min(0).max(2000) }),
  z.strictObject({ do: z.literal('speak'), language: z.enum(['vi', 'en']) }),
  z.strictObject({ do: z.literal('showHall'), isOn: z.boolean() }),
  z.strictObject({ do: z.literal('coverHall'), isCovered: z.boolean() }),
])
export type RoomDeed = z.infer<typeof RoomDeed>

export const roomActs = [z.strictObject({ act: z.literal('inRoom'), caseId: CaseId, deed: RoomDeed })] as const
export const roomQuestions = [z.strictObject({ about: z.literal('room'), caseId: CaseId })] as const

export type RoomView = Room & {
  /** The shell's clock when this was told: the screen counts on from here. */
  readonly now: string
  readonly hall: 'off' | 'on' | 'covered'
}

export const emptyRoom = (conferenceId: string): Room => ({ conferenceId, said: 0, language: 'vi' })

/** Milliseconds the present phase has lasted at `at`. */
export const ranAt = ({ ran, since }: Pick<Talk, 'ran' | 'since'>, at: string): number =>
  ran + (since === undefined ? 0 : Math.max(Date.parse(at) - Date.parse(since), 0))

function talkAfter(talk: Talk | undefined, deed: RoomDeed, at: string): Talk | undefined {
  if (deed.do === 'startTalk') return { personId: deed.personId, phase: 'talk', startedAt: at, ran: 0, since: at }
  if (talk === undefined || deed.do === 'dropTalk') return undefined
  const { since: _, ...stopped } = { ...talk, ran: ranAt(talk, at) }
  if (deed.do === 'toggleTimer') return talk.since === undefined && talk.phase !== 'over' ? { ...talk, since: at } : stopped
  if (deed.do !== 'endPhase' || talk.phase === 'over') return talk
  return talk.phase === 'talk' ? { ...stopped, phase: 'questions', talkEndedAt: at, ran: 0, since: at } : { ...stopped, phase: 'over' }
}

/** The room one deed further. `at`: the shell's clock. The hall is the shell's own affair and changes nothing here. */
export function roomAfter(room: Room, deed: RoomDeed, at: string): Room {
  const { talk: before, ...rest } = room
  const talk = talkAfter(before, deed, at)
  const moved: Room = { ...rest, ...(talk && { talk }) }
  switch (deed.do) {
    case 'say':
      return { ...moved, said: deed.said }
    case 'speak':
      return { ...moved, language: deed.language }
    default:
      return moved
  }
}
