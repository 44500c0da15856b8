// How the tests of a meeting set its room: dull cases of RB2022 and RB2026, and the meeting as the law sees it now.
import type { Meeting } from '../../../workflows/conference/agenda.ts'
import { heldNow } from '../../../workflows/conference/decide.ts'
import type { ConferenceState } from '../../../workflows/conference/state.ts'
import type { Refusal } from '../../../workflows/core/refusal.ts'
import { deciding } from '../../../workflows/procedure/deciding.ts'
import type { StageKey } from '../../../workflows/rulebooks/types.ts'
import { approved, convening, everyone, type Options, preparation, program, upToBallot } from '../../support/appointment.ts'
import { type Loose, type Play, tools } from '../../support/play.ts'

export const doc = { number: '1-CV', date: '2023-03-06' }

/** RB2022 without action programs, at the door of the first conference. */
export const ready = (options: Options = { overlay: false }): Play => approved('RB2022', options)

/** At the expanded conference of A and B, opened, its purpose stated. */
export const inRoom = (people = 10, options?: Options): Play =>
  upToBallot(preparation(ready(options), ['a', 'b']), 'expandedNomination', { people })

/** The same with the overlay: A and B have handed in their programs and have yet to speak. */
export function speakers(people = 10): Play {
  const play = preparation(ready({}), ['a', 'b'])
  for (const id of ['a', 'b']) play.do('hr', program(id))
  return upToBallot(play, 'expandedNomination', { people })
}

/** RB2026, where absence by force majeure lowers the base and a meeting may be hybrid: convened, nobody there yet. */
export function orientation(people = 6, more: Readonly<Record<string, unknown>> = {}, options: Options = { overlay: false }): Play {
  const play = approved('RB2026', options)
  return play.do('tk', { ...convening('leadershipOrientation', people, play.now()), ...more })
}

export const arrive = (ids: readonly string[], way = 'inRoom'): Loose => ({ type: 'checkIn', personIds: ids, way })
export const open: Loose = { type: 'openConference' }
export const purpose: Loose = { type: 'statePurpose', summary: 'Nêu mục đích, yêu cầu' }
export const people = (count: number): string[] => everyone(count).slice(0, count)

export const members = (...ids: string[]) =>
  ids.map((personId, index) => ({ personId, name: `Người ${personId}`, role: index === 0 ? 'head' : 'member' }))
export const adoptTeam = (list: readonly Readonly<Record<string, unknown>>[], inFavour = 10, of = 10): Loose => ({
  type: 'adoptCountingTeam',
  members: list,
  inFavour,
  of,
})

export const convene = (play: Play, stage: StageKey, count: number, more: Readonly<Record<string, unknown>> = {}): Loose => ({
  ...convening(stage, count, play.now()),
  ...more,
})

/** The meeting that is being held, as the law judges it. */
export function meetingOf(play: Play): Meeting {
  const held = heldNow(deciding(play.case, play.stamp('tk'), tools))
  if (!held) throw new Error('no meeting is being held')
  return held.meeting
}

export function lastOf(play: Play): ConferenceState {
  const last = play.case.state.conferences.at(-1)
  if (!last) throw new Error('no meeting was convened')
  return last
}

/** The one fact a command gives. */
export function factOf(play: Play, by: string, ask: Loose): unknown {
  const answer = play.try(by, ask)
  if ('refusal' in answer) throw new Error(`${ask.type} refused: ${JSON.stringify(answer.refusal)}`)
  return answer.facts.length === 1 ? answer.facts[0] : answer.facts
}

export function refusalOf(play: Play, by: string, ask: Loose): Refusal {
  const answer = play.try(by, ask)
  if (!('refusal' in answer)) throw new Error(`${ask.type} was not refused`)
  return answer.refusal
}

/** A reader who may know everything, or the counts of nothing before they are announced. */
export const knows = (counts: boolean) => ({ counts, readsOut: counts, names: true })
