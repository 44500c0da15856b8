// What happened to a case, line by line: who, when, about which meeting, paper, person. Whom it names is kept from roles that may not know.
import { knowsSealedResults, type Role } from '../roles.ts'
import type { TimelineEntry } from './case-view.ts'
import { knowsWhoGoesOn, timelineFor } from './resting.ts'
import { type CaseState, findConference, findNominee } from './state.ts'

/**
 * After a ballot that is not announced, a name beside an act (a program handed in again, a name withdrawn, a paper of one person) can
 * tell who goes on: from there on roles that may not know who that is read the act without the name (procedure.md 7.2, `resting.ts`).
 */
export function timelineOf(state: CaseState, roles: readonly Role[]): TimelineEntry[] {
  const knowsSealed = knowsSealedResults(roles)
  const sealedFrom = knowsSealed || knowsWhoGoesOn(state, roles) ? undefined : firstSealed(state)
  return (knowsSealed ? state.timeline : timelineFor(state)).map(({ subject, ...entry }) => {
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
  })
}

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
