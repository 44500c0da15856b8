// What the hall screen is told: nothing else can pass. Words are said here, so that the window needs no dictionary and asks nobody.
// No shape below can hold a name of somebody absent, a draft, a refusal, a gate, or a count that was not announced.
import { z } from 'zod'
import { line } from '../core/document.ts'

const count = z.int().min(0).max(100_000)

const HallAgenda = z.array(z.strictObject({ text: line(80), standing: z.enum(['done', 'here', 'later']) })).max(7)

const HallTimer = z.strictObject({
  /** Whole milliseconds when this was told; the window counts on by itself while it runs. */
  ran: z.int().min(0).max(86_400_000),
  isRunning: z.boolean(),
  allowedMinutes: count,
  phase: line(80),
})

/** Announced numbers of one person on the base of the law. */
const HallPerson = z.strictObject({
  name: line(120),
  votes: count,
  base: count,
  percent: line(20),
  posts: z.array(z.strictObject({ at: count, label: line(60) })).max(3),
  meaning: z.enum(['passed', 'carried', 'ink']),
  sentence: line(300),
})

const common = {
  lang: z.enum(['vi', 'en']),
  organisation: line(200),
  meeting: line(200),
  subject: line(260),
  day: line(80),
  sample: line(60).optional(),
}

/** The title page, also when covered. */
const HallCover = z.strictObject({ kind: z.literal('cover'), ...common })

const HallMeeting = z.strictObject({
  kind: z.literal('meeting'),
  ...common,
  act: line(120),
  agenda: HallAgenda,
  agendaLabel: line(60),
  people: z.strictObject({ present: count, convened: count, label: line(60), quorum: line(80), isMet: z.boolean() }),
  speaker: z.strictObject({ name: line(120), position: line(200), timer: HallTimer.optional() }).optional(),
  /** Of a result that was announced, and of no other. */
  result: z.strictObject({ sentence: line(600), people: z.array(HallPerson).max(60) }).optional(),
  /** A plain sentence in the middle. */
  words: line(300).optional(),
})

export const HallView = z.discriminatedUnion('kind', [HallCover, HallMeeting])
export type HallView = z.infer<typeof HallView>
export type HallMeeting = z.infer<typeof HallMeeting>
