// The sample province: its registry, its planning, and cases at every turn of the road, all of made-up people, in the order in which it would have been done.
import { sampleAppointment } from './appointment.ts'
import { sampleCases } from './many.ts'
import { archivedCase, guidedCase } from './province-cases.ts'
import { provincePeople, provinceSeed } from './province-people.ts'
import { type PlanningAct, provincePlanning } from './province-planning.ts'
import { provinceRegistry, type RegistryAct } from './province-registry.ts'
import type { SampleCase } from './sample-case.ts'
import type { SampleAct } from './script.ts'

export type CaseAct = SampleAct & { readonly caseId: string }
export type ProvinceAct = CaseAct | RegistryAct | PlanningAct
export type Province = Pick<SampleCase, 'organisation' | 'operators'> & { readonly acts: readonly ProvinceAct[] }

/** Everything before the nth act of this type from the beginning. */
function before({ acts, ...rest }: SampleCase, type: SampleAct['command']['type'], nth: number): SampleCase {
  const at = acts.flatMap(({ command }, index) => (command.type === type ? [index] : []))[nth - 1]
  return { ...rest, acts: acts.slice(0, at) }
}

export function sampleProvince(): Province {
  const people = provincePeople()
  const guided = before(
    sampleAppointment({ rulebook: 'RB2026', overlay: true, seed: provinceSeed, caseId: guidedCase }),
    'presentActionProgram',
    2,
  )
  const archived = sampleAppointment({ rulebook: 'RB2025b', overlay: false, people: people.before, caseId: archivedCase })
  const others = [...sampleCases(48, 'short', people)].filter(
    ({ acts }) => acts.length < 20 && acts[0]?.command.type === 'openCase' && acts[0].command.opening.startDate >= '2026',
  )
  const cases = [guided, archived, ...others]
  const acts: readonly ProvinceAct[] = [
    ...provinceRegistry(people),
    ...provincePlanning(people),
    ...cases.flatMap(({ caseId, acts }) => acts.map((act) => ({ ...act, caseId }))),
  ]
  return {
    organisation: guided.organisation,
    operators: guided.operators,
    acts: acts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  }
}
