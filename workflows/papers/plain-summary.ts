// What a paper says in a few plain facts, for whoever is about to sign it: what it is, about whom, the numbers, the outcome (documents.md B6.4, 4).

import type { OutcomeKind } from '../conference/judgement.ts'
import { type ConferenceState, confirmedCount } from '../conference/state.ts'
import { type CaseState, findConference, findNominee, type PaperState } from '../procedure/state.ts'
import type { StageKey } from '../rulebooks/types.ts'
import { classificationOf } from './classification.ts'
import { isRequestedKind, type PaperKind } from './kinds.ts'
import { announcedCount, candidatesOf, namesOf, presenceAt } from './meeting.ts'
import { numberWords } from './register.ts'
import { requestedPapers } from './requested.ts'
import { countedMeetings } from './vote-summary.ts'

export type CountSaid = {
  readonly stage: StageKey
  readonly issued: number
  readonly collected: number
  readonly valid: number
  readonly invalid: number
  readonly votes: readonly { readonly name: string; readonly count: number; readonly percent?: string }[]
  readonly outcome: OutcomeKind
  /** Selected or carried on. */
  readonly goesOn: readonly string[]
}

export type PlainSummary = {
  readonly kind: PaperKind
  readonly number?: string
  readonly version: number
  /** Why it was made anew. */
  readonly reason?: string
  readonly post: string
  readonly unit: string
  readonly classification: CaseState['opened']['classification']
  readonly stage?: StageKey
  /** ISO instant. */
  readonly heldAt?: string
  readonly convened?: number
  readonly present?: number
  /** Whom it is about. */
  readonly people: readonly string[]
  /** Only counts the paper itself tells: conference minutes know no result that was not announced (procedure.md 7.2). */
  readonly counts: readonly CountSaid[]
  /** What was typed for it, by field; long texts are left to the paper. */
  readonly typed: Readonly<Record<string, string>>
  /** Who signs in whose place. */
  readonly exceptions: readonly { readonly name: string; readonly insteadOf: string; readonly document: string }[]
}

/** Longer texts are read on the paper itself. */
const shortText = 160

export function plainSummary(state: CaseState, { drawn }: PaperState): PlainSummary {
  const { post } = state.opened
  const meeting = drawn.conferenceId === undefined ? undefined : findConference(state, drawn.conferenceId)
  const request = state.paperRequests.find(({ paperId }) => paperId === drawn.paperId)
  const presence = meeting && presenceAt(state, meeting)
  return {
    kind: drawn.kind,
    ...(drawn.number && { number: numberWords(drawn.number) }),
    version: drawn.version,
    ...(request?.reason !== undefined && { reason: request.reason }),
    post: post.title,
    unit: post.unit,
    classification: classificationOf(state, drawn.conferenceId),
    ...(meeting && { stage: meeting.stage, heldAt: meeting.convened.plannedAt }),
    ...(presence && { convened: presence.convened, present: presence.present }),
    people: peopleOf(state, drawn, meeting),
    counts: countsOf(state, drawn.kind, meeting),
    typed: typedOf(drawn.kind, request?.details ?? {}),
    exceptions: state.signerExceptions
      .filter((one) => one.kind === drawn.kind && one.conferenceId === drawn.conferenceId)
      .filter((one) => drawn.fields.some(({ field, personName }) => field === one.field && personName === one.allowed.name))
      .map(({ allowed, expected, document }) => ({ name: allowed.name, insteadOf: expected.name, document: document.number })),
  }
}

function peopleOf(state: CaseState, { kind, personId }: PaperState['drawn'], meeting: ConferenceState | undefined): readonly string[] {
  const named = (ids: readonly string[]) => ids.map((id) => findNominee(state, id)?.name ?? id)
  if (personId !== undefined) return named([personId])
  if (kind === 'decision' || kind === 'announcement') return named(state.decided?.names ?? state.goesOn)
  return meeting ? named(meeting.issued?.names ?? []) : []
}

function countsOf(state: CaseState, kind: PaperKind, meeting: ConferenceState | undefined): readonly CountSaid[] {
  if (!meeting) return []
  switch (kind) {
    case 'voteCountMinutes':
      return countSaid(state, meeting, confirmedCount(meeting))
    case 'conferenceMinutes':
      return countSaid(state, meeting, announcedCount(meeting))
    case 'voteSummary':
      return countedMeetings(state, meeting).flatMap((one) => countSaid(state, one, confirmedCount(one)))
    default:
      return []
  }
}

function countSaid(state: CaseState, meeting: ConferenceState, count: ReturnType<typeof confirmedCount>): readonly CountSaid[] {
  if (!count) return []
  const { input, output } = count.judged
  const votesOf = (ballotName: string) => count.entry.votes?.[ballotName] ?? count.entry.agree
  return [
    {
      stage: meeting.stage,
      issued: input.count.ballotsIssued ?? 0,
      collected: input.count.ballotsCollected ?? 0,
      valid: count.entry.ballotsValid,
      invalid: count.entry.ballotsInvalid,
      votes: candidatesOf(state, meeting).flatMap(({ name, ballotName }) => {
        const votes = votesOf(ballotName)
        const percent = output.percent[ballotName]
        return votes === undefined ? [] : [{ name, count: votes, ...(percent !== undefined && { percent }) }]
      }),
      outcome: output.outcome,
      goesOn: namesOf(state, [...output.selected, ...output.carried]),
    },
  ]
}

function typedOf(kind: PaperKind, details: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const fields = isRequestedKind(kind) ? (requestedPapers.get(kind)?.fields ?? []) : []
  return Object.fromEntries(
    fields.flatMap(({ key }) => {
      const text = details[key]
      return text === undefined || text.length > shortText ? [] : [[key, text] as const]
    }),
  )
}
