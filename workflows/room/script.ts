// The chair's running script, made from the meeting as the reader may see it: what to say, in order, and what to wait for.
import type { AgendaKey, ConferenceView } from '../procedure/case-view.ts'

/** What the script needs beyond the meeting. */
export type ScriptCase = {
  readonly post: string
  readonly seats: number
  readonly talkMinutes: number
  readonly questionMinutes: number
}

export type ScriptLine = {
  readonly key: string
  readonly at: AgendaKey
  /** `say`: word for word; `wait`: for whoever runs the meeting, not read out. */
  readonly kind: 'say' | 'wait'
  readonly code: ScriptCode
  readonly numbers: Readonly<Record<string, string | number>>
}

export const scriptCodes = [
  'open',
  'readList',
  'rollPresent',
  'waitQuorum',
  'purpose',
  'purposeWait',
  'list',
  'listHands',
  'invite',
  'talkWait',
  'questions',
  'thanks',
  'information',
  'informationWait',
  'team',
  'teamHands',
  'teamWait',
  'slipRule',
  'slipMarks',
  'boxCheck',
  'issueWait',
  'vote',
  'collect',
  'count',
  'countWait',
  'toRead',
  'minutes',
  'close',
] as const
export type ScriptCode = (typeof scriptCodes)[number]

type Spoken = Pick<ScriptLine, 'code'> & Partial<Pick<ScriptLine, 'kind' | 'numbers'>>

/** A result has no line here: its words stand in the part of the result alone, and not beside every other part before they are said. */
export function chairScript(view: ConferenceView, about: ScriptCase): readonly ScriptLine[] {
  return view.agenda.flatMap(({ key }) =>
    spoken(key, view, about).map(
      (line, index): ScriptLine => ({ kind: 'say', numbers: {}, ...line, key: `${key} ${index} ${line.code}`, at: key }),
    ),
  )
}

/** The line the meeting stands before: the first of the part at hand, and among action programs that of who speaks next. -1: none. */
export function firstLine(lines: readonly ScriptLine[], at: AgendaKey, { presentations }: Pick<ConferenceView, 'presentations'>): number {
  // By place and not by name: two may bear one name.
  const invitations = lines.flatMap(({ code }, index) => (code === 'invite' ? [index] : []))
  const next = at === 'actionPrograms' ? invitations[presentations.findIndex(({ isPresented }) => !isPresented)] : undefined
  return next ?? lines.findIndex((line) => line.at === at)
}

function spoken(at: AgendaKey, view: ConferenceView, about: ScriptCase): readonly Spoken[] {
  const { quorum, ballot } = view
  const { post, seats, talkMinutes, questionMinutes } = about
  const wait = (code: ScriptCode, numbers: Spoken['numbers'] = {}): Spoken => ({ code, kind: 'wait', numbers })
  switch (at) {
    case 'opening':
      return [
        { code: 'open', numbers: { meeting: view.name, post } },
        { code: 'readList', numbers: { name: view.secretary.name } },
        quorum.isMet
          ? { code: 'rollPresent', numbers: { convened: quorum.convened, present: quorum.present } }
          : wait('waitQuorum', { missing: quorum.needed - quorum.present }),
      ]
    case 'purpose':
      return [{ code: 'purpose', numbers: { post, seats } }, wait('purposeWait')]
    case 'listAdoption':
      return [{ code: 'list', numbers: { post } }, { code: 'listHands' }]
    case 'actionPrograms':
      return view.presentations.flatMap(({ name }): Spoken[] => [
        { code: 'invite', numbers: { name, minutes: talkMinutes } },
        wait('talkWait'),
        ...(questionMinutes > 0 ? [{ code: 'questions', numbers: { name, minutes: questionMinutes } } as const] : []),
        { code: 'thanks', numbers: { name } },
      ])
    case 'nomineeInformation':
      return [{ code: 'information' }, wait('informationWait')]
    case 'countingTeam':
      return [{ code: 'team', numbers: { size: view.teamSizeDefault } }, { code: 'teamHands' }, wait('teamWait')]
    case 'ballots':
      return [
        { code: 'slipRule', numbers: { seats: ballot?.seats ?? seats } },
        { code: 'slipMarks' },
        { code: 'boxCheck' },
        wait('issueWait', { present: quorum.present }),
        { code: 'vote' },
        { code: 'collect', numbers: { issued: ballot?.issued ?? quorum.present } },
      ]
    case 'count':
      return [{ code: 'count' }, wait('countWait')]
    case 'result':
      return [wait('toRead')]
    case 'minutes':
      return [
        { code: 'minutes', numbers: { name: view.secretary.name } },
        { code: 'close', numbers: { meeting: view.name } },
      ]
  }
}
