// A meeting as the hall may see it. Made from the view of a reader who may know nothing before it is announced.
import { postsOf } from '../conference/posts.ts'
import type { ConferenceState } from '../conference/state.ts'
import { conferenceView } from '../conference/view.ts'
import type { AgendaItem, ConferenceView } from '../procedure/case-view.ts'
import { type CaseState, findNominee } from '../procedure/state.ts'
import { CaseSettings } from '../rulebooks/settings.ts'
import { hallWords } from '../wording/hall-words.ts'
import { announcementLines, votesInOrder } from '../wording/read-aloud.ts'
import { HallView } from './hall-view.ts'
import { type Room, ranAt } from './room.ts'

/** What anybody may know who sits in the room: the names on the slips once the meeting is open, and no count before it is announced. */
const anybody = (conference: ConferenceState) => ({ counts: false, readsOut: false, names: conference.openedAt !== undefined })

/** The view for the hall, parsed: a field that does not belong there is a fault here and not a leak there. `at`: the shell's clock. */
export function hallView(state: CaseState, conference: ConferenceState, room: Room, isCovered: boolean, at: string): HallView {
  const words = hallWords[room.language]
  const view = conferenceView(state, conference, anybody(conference))
  const { opened } = state
  const common = {
    lang: room.language,
    organisation: opened.organisation.name,
    meeting: view.name,
    subject: words.subject(opened.post.title),
    day: words.day(view.openedAt ?? view.plannedAt),
    ...(opened.isSample && { sample: opened.rehearsal === true ? words.rehearsal : words.sample }),
  }
  if (isCovered) return HallView.parse({ kind: 'cover', ...common })
  const here = view.agenda.find((item) => item.standing === 'here')?.key ?? 'minutes'
  const speaker = here === 'actionPrograms' ? speakerOf(state, view, room, at) : undefined
  const result = resultOf(view, room)
  const said = result === undefined && speaker === undefined ? wordsFor(view, room, here) : undefined
  return HallView.parse({
    kind: 'meeting',
    ...common,
    act: result
      ? words.agenda.result
      : speaker?.timer && room.talk?.phase === 'questions'
        ? words.questions
        : speaker
          ? words.presenting
          : words.agenda[here],
    agenda: agendaFor(view.agenda).map(({ key, standing }) => ({ text: words.agenda[key], standing })),
    agendaLabel: words.agendaLabel,
    people: {
      present: view.quorum.present,
      convened: view.quorum.convened,
      label: words.people,
      quorum: view.quorum.isMet ? words.quorum : words.noQuorum,
      isMet: view.quorum.isMet,
    },
    ...(speaker && { speaker }),
    ...(result && { result }),
    ...(said !== undefined && { words: said }),
  })
}

/** At most seven lines: counting is part of the ballot, the closing part of the result; of a longer agenda the first that is done goes. */
function agendaFor(agenda: readonly AgendaItem[]): readonly AgendaItem[] {
  const counting = agenda.find(({ key }) => key === 'count')
  const closing = agenda.find(({ key }) => key === 'minutes')
  const hasResult = agenda.some(({ key }) => key === 'result')
  const shown = agenda.flatMap((item): AgendaItem[] => {
    if (item.key === 'count' || (item.key === 'minutes' && hasResult)) return []
    if (item.key === 'ballots' && item.standing === 'done' && counting?.standing !== 'done') return [{ ...item, standing: 'here' }]
    if (item.key === 'result' && item.standing === 'done' && closing?.standing === 'here') return [{ ...item, standing: 'here' }]
    return [item]
  })
  return shown.length > 7 ? shown.slice(shown.length - 7) : shown
}

function speakerOf(state: CaseState, view: ConferenceView, { talk, language }: Room, at: string) {
  const waiting = view.presentations.find(({ isPresented }) => !isPresented)
  const personId =
    talk && view.presentations.some((one) => one.personId === talk.personId && !one.isPresented) ? talk.personId : waiting?.personId
  const nominee = personId === undefined ? undefined : findNominee(state, personId)
  if (nominee === undefined) return undefined
  const { talkMinutes, questionMinutes } = CaseSettings.shape.actionProgram.parse(state.settings.actionProgram)
  const isTimed = talk?.personId === nominee.personId && talk.phase !== 'over'
  const words = hallWords[language]
  return {
    name: nominee.name,
    position: nominee.currentPost,
    ...(isTimed && {
      timer: {
        ran: ranAt(talk, at),
        isRunning: talk.since !== undefined,
        allowedMinutes: talk.phase === 'talk' ? talkMinutes : questionMinutes,
        phase: talk.phase === 'talk' ? words.presenting : words.questions,
      },
    }),
  }
}

function resultOf(view: ConferenceView, { language }: Room) {
  const { result } = view
  if (result === undefined || !result.isAnnounced) return undefined
  const words = hallWords[language]
  const { base, percent, selected, carried } = result.judgement
  const posts = postsOf(result.input).map(({ key, at }) => ({ at, label: words[key](at) }))
  return {
    sentence: announcementLines(view, language).at(-1) ?? '',
    people: votesInOrder(result).map(([name, votes]) => ({
      name,
      votes,
      base: base.value,
      percent: percent[name] ?? '',
      posts,
      meaning: selected.includes(name) ? ('passed' as const) : carried.includes(name) ? ('carried' as const) : ('ink' as const),
      sentence: words.votes(name, votes, base.value, percent[name] ?? ''),
    })),
  }
}

function wordsFor({ phase, isSealed, ballot }: ConferenceView, { language }: Room, here: AgendaItem['key']): string | undefined {
  const words = hallWords[language]
  if (isSealed) return words.reported
  if (phase === 'convened') return words.opening
  if (phase === 'ballotOpen') return words.voting
  if (phase === 'collected' || phase === 'typed' || (phase === 'counted' && ballot !== undefined)) return words.counting
  if (phase === 'closed') return words.closed
  return here === 'actionPrograms' ? words.presenting : undefined
}
