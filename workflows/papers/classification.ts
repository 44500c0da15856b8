// Degrees of secrecy (documents.md A4): what holds now for the case and for each meeting, and how it is decided anew.
import { refuse } from '../core/result.ts'
import { dayOf } from '../core/stamp.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Deciding, type Decision, inOrder } from '../procedure/deciding.ts'
import { type Classification, classifications } from '../procedure/facts.ts'
import { type CaseState, findConference } from '../procedure/state.ts'

/** Of a meeting: as the latest decision about it or about the case says. Of the case: the heaviest of all, for its papers tell of every meeting. */
export function classificationOf(state: CaseState, conferenceId?: string): Classification {
  const { opened, classified, conferences } = state
  if (conferenceId !== undefined) {
    const latest = classified.findLast((one) => one.conferenceId === undefined || one.conferenceId === conferenceId)
    return latest?.classification ?? opened.classification
  }
  const ofCase = classified.findLast((one) => one.conferenceId === undefined)?.classification ?? opened.classification
  const degrees = [ofCase, ...conferences.map((one) => classificationOf(state, one.conferenceId))]
  return classifications[Math.max(...degrees.map((degree) => classifications.indexOf(degree)))] ?? 'none'
}

/** The degree is decided by who is competent, with a reason; what was drawn before keeps its mark. */
export function changeClassification(d: Deciding, { type, ...asked }: CommandOf<'changeClassification'>): Decision {
  const { classification, conferenceId, declassifyOn } = asked
  if (conferenceId !== undefined && !findConference(d.state, conferenceId))
    return refuse({ code: 'classified-meeting-unknown', conferenceId })
  if (d.state.opened.rehearsal === true && classification !== 'none') return refuse({ code: 'rehearsal-not-classified', classification })
  // A decision about the case brings meetings back that were decided apart, even to the same degree.
  const isApart = conferenceId === undefined && d.state.classified.at(-1)?.conferenceId !== undefined
  if (!isApart && classificationOf(d.state, conferenceId) === classification)
    return refuse({ code: 'classification-unchanged', classification })
  if (declassifyOn !== undefined && declassifyOn <= dayOf(d.stamp.at)) return refuse({ code: 'declassify-not-later', date: declassifyOn })
  return inOrder(d, type, [{ ...asked, type: 'classificationChanged' }])
}
