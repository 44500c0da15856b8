// The moment between the last consultation and the deciding conference, when the Party committee is asked (procedure.md 3.1.2 step 5, 9.1).
import type { PersonId } from '../../core/ids.ts'
import type { Refusal } from '../../core/refusal.ts'
import { planFor } from '../../procedure/plan.ts'
import { type CaseState, findNominee, heldConference } from '../../procedure/state.ts'
import { byNomineeName } from '../meeting.ts'
import { shortDay } from '../official-text.ts'

export function notBeforeDecision(state: CaseState): Refusal | null {
  const { stages } = planFor(state.rulebook, state.opened.kind)
  const last = stages.at(-2)
  return last === undefined || heldConference(state, last.key)?.closed ? null : { code: 'paper-before-last-step', stage: last.key }
}

/** Those the deciding conference votes on, in the order of names. */
export function namesForDecision(state: CaseState): PersonId[] {
  const names = heldConference(state, 'leadershipDecision')?.issued?.names ?? state.goesOn
  return names.filter((id) => !state.withdrawn.includes(id) && findNominee(state, id) !== undefined).toSorted(byNomineeName(state))
}

/** `Hội nghị tập thể lãnh đạo mở rộng (ngày 15/9/2026)`: the conferences held so far in this run, without their results. */
export function conferencesHeld(state: CaseState): string {
  const { stages, sideStages } = planFor(state.rulebook, state.opened.kind)
  return state.conferences
    .filter(({ phase, convened }) => phase === 'closed' && convened.runNo === state.runNo)
    .filter(({ stage }) => stage !== 'leadershipDecision')
    .map(({ stage, closed, convened }) => {
      const name = [...stages, ...sideStages].find(({ key }) => key === stage)?.name ?? stage
      return `${name} (ngày ${shortDay((closed?.closedAt ?? convened.plannedAt).slice(0, 10))})`
    })
    .join('; ')
}
