// What happened to a case, line by line: who, when, about which meeting, paper, person. Whom it names is kept from roles that may not know.
import { knowsSealedResults, type Role } from '../roles.ts'
import type { TimelineEntry } from './case-view.ts'
import { knowsWhoGoesOn, timelineFor } from './resting.ts'
import { type CaseState, currentConference, findConference, findNominee } from './state.ts'
import { steady } from './steady.ts'

/**
 * After a ballot that is not announced, a name beside an act (a program handed in again, a name withdrawn, a paper of one person) can
 * tell who goes on: from there on roles that may not know who that is read the act without the name (procedure.md 7.2, `resting.ts`).
 */
export function timelineOf(state: CaseState, roles: readonly Role[]): readonly TimelineEntry[] {
  const knowsSealed = knowsSealedResults(roles)
  const sealedFrom = knowsSealed || knowsWhoGoesOn(state, roles) ? undefined : firstSealed(state)
  const lines = knowsSealed ? state.timeline : timelineFor(state)
  // Lines are only added. Those told before stay as they were told, while all they are told by does.
  const told = steady<Told>(state, 'timeline', [roles.join(), sealedFrom, currentConference(state)?.list], () => ({ of: [], as: [] }))
  const isSame = told.of.length <= lines.length && told.of.every((line, index) => line === lines[index])
  const kept = isSame ? told.as : []
  const as = [...kept, ...lines.slice(kept.length).map(entryOf)]
  told.of = lines
  told.as = as
  return as

  function entryOf({ subject, ...entry }: CaseState['timeline'][number]): TimelineEntry {
    const mayName = sealedFrom === undefined || entry.version < sealedFrom
    const stage = subject.stage ?? (subject.conferenceId === undefined ? undefined : findConference(state, subject.conferenceId)?.stage)
    const person = subject.personId === undefined ? undefined : nameIn(state, subject.personId)
    return {
      ...entry,
      ...(subject.act && { act: subject.act }),
      ...(stage && { stage }),
      ...(subject.conferenceId !== undefined && { conferenceId: subject.conferenceId }),
      ...(subject.paperId !== undefined && mayName && { paperId: subject.paperId }),
      ...(subject.document && mayName && { document: subject.document }),
      ...(person !== undefined && mayName && { person }),
    }
  }
}

type Told = { of: CaseState['timeline']; as: readonly TimelineEntry[] }

/** Version of the first count that is not announced. */
function firstSealed(state: CaseState): number | undefined {
  const sealed = new Set(
    state.conferences.filter((one) => one.counts.some(({ judged }) => !judged.output.announced)).map((one) => one.conferenceId),
  )
  return state.timeline.find(
    ({ type, subject }) =>
      (type === 'countConfirmed' || type === 'countCorrected') &&
      subject.conferenceId !== undefined &&
      sealed.has(subject.conferenceId as never),
  )?.version
}

/** A nominee, or somebody on the list of a meeting. */
const nameIn = (state: CaseState, personId: string): string | undefined =>
  findNominee(state, personId)?.name ?? state.conferences.flatMap((one) => one.list).find((one) => one.personId === personId)?.name
