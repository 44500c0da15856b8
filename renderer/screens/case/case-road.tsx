// Where the case stands on the whole procedure of its rulebook: what was decided at each stop, what is shut and why, and the side roads.
import { useTranslation } from 'react-i18next'
import type { NextAct, StepView } from '../../../workflows/procedure/case-view.ts'
import type { RoadStop, SideRoad } from '../../../workflows/procedure/road.ts'
import type { ActKey } from '../../../workflows/rulebooks/types.ts'
import { useCase } from '../../case-desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { showDay } from '../../parts/dates.ts'
import { type PathSide, type PathStop, StagePath } from '../../parts/stage-path.tsx'
import { useWording } from '../../wording.ts'

export function CaseRoad() {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const { road, status } = view
  const stepOf = (stop: RoadStop) => view.steps.find((step) => stop.states.includes(step.key))
  const hereKey = view.steps.find((step) => step.standing === 'here')?.key ?? status
  const found = road.stops.findIndex((stop) => stop.states.includes(hereKey))
  // For a reader from whom a sealed ballot is kept the case rests behind it: where it stands now is the secret.
  const isResting = status === 'resultSealed'
  const lastDone = road.stops.findLastIndex((stop) => stepOf(stop)?.standing === 'done')
  // One that was cancelled and then archived, or stands between places, is at the end of its road.
  const hereAt = isResting ? lastDone + 1 : found < 0 ? road.stops.length - 1 : found
  const isOver = status === 'archived'
  const shut = shutStages(view.nextActs)
  const stopName = (stop: RoadStop) => (stop.kind === 'conference' ? say.roadStage(stop.key) : say.roadStop(stop.key))

  const stops = road.stops.map((stop, index): PathStop => {
    const step = stepOf(stop)
    const standing = index < hereAt || isOver ? 'done' : index === hereAt && !isResting ? 'here' : 'later'
    const unmet = shut.get(stop.key)
    return {
      key: stop.key,
      ...(step?.stepNo === undefined ? {} : { no: step.stepNo }),
      name: stopName(stop),
      ...whenOf(stop, step),
      standing,
      isHalted: standing === 'here' && (status === 'stoppedForDirection' || status === 'awaitingDirection'),
      isShut: standing !== 'done' && unmet !== undefined,
      chip:
        standing !== 'done' && unmet !== undefined ? (
          <Chip meaning="warn">{t('road.shut', { count: unmet })}</Chip>
        ) : (
          <StopChip stop={stop} step={step} isHere={standing === 'here'} />
        ),
    }
  })

  const names = (keys: readonly string[]) =>
    keys
      .map((key) => {
        const stop = road.stops.find((one) => one.key === key)
        const no = stop && stepOf(stop)?.stepNo
        return stop === undefined ? key : no === undefined ? stopName(stop) : t('road.step', { no })
      })
      .join(', ')
  const placesOf = (keys: readonly string[]) => road.stops.flatMap((stop, index) => (keys.includes(stop.key) ? [index] : []))
  const sideSentence = (side: SideRoad) =>
    [
      side.from.some((key) => key !== 'submitting') ? t('road.from', { stops: names(side.from) }) : null,
      side.isFromAnywhere ? t('road.anywhere') : null,
      side.isBackWhereItWas
        ? t('road.backWhereItWas')
        : side.state === 'cancelled'
          ? t('road.ends')
          : side.back.length > 0
            ? t('road.back', { stops: names(side.back) })
            : null,
      side.state === 'migratedRulebook' ? t('road.anew') : null,
    ]
      .filter((part) => part !== null)
      .join(' · ')
  const sides = road.sides.map(
    (side): PathSide => ({
      key: side.state,
      name: say.status(side.state),
      sentence: sideSentence(side),
      isHere: status === side.state,
      from: placesOf(side.from),
      back: placesOf(side.back),
      anywhereUntil: side.isFromAnywhere ? road.stops.findIndex((stop) => stop.key === 'submitting') : null,
    }),
  )
  return <StagePath stops={stops} sides={sides} hereAt={hereAt} />

  /** The day of what was done there, and the paper or the people that did it. */
  function whenOf(stop: RoadStop, step: StepView | undefined): { when?: string } {
    if (stop.kind === 'conference') {
      const held = view.pastConferences.find((one) => one.conferenceId === step?.conferenceId)
      if (step?.closedAt === undefined || held === undefined) return {}
      const { present, convened } = held.quorum
      return { when: `${showDay(step.closedAt)} · ${t('past.people', { present, convened })}` }
    }
    if (stop.key === 'decision' && view.decision !== undefined)
      return { when: `${showDay(view.decision.document.date)} · ${view.decision.document.number}` }
    if (stop.kind === 'end') return {}
    const last = view.acts.filter(({ act }) => actsOf(stop).includes(act)).at(-1)
    return last === undefined ? {} : { when: `${showDay(last.doneOn)}${last.document === undefined ? '' : ` · ${last.document.number}`}` }
  }
}

/** Papers before the decision stand at the stop before the last conference, all others at the head of the road. */
const beforeDecision = ['headAssessment', 'partyOpinion', 'newIssueConclusion'] as const
const atTheHead = ['policyRequest', 'policyApproval', 'reappointmentNotice', 'selfReport'] as const
const actsOf = (stop: RoadStop): readonly ActKey[] => (stop.key === 'draft' ? atTheHead : beforeDecision)

/** Stages whose convening is shut, and how many conditions are not met. */
function shutStages(acts: readonly NextAct[]): ReadonlyMap<string, number> {
  return new Map(
    acts.flatMap((act) =>
      act.stage !== undefined && !act.gate.isOpen
        ? [[act.stage as string, act.gate.conditions.filter((one) => !one.isMet).length] as const]
        : [],
    ),
  )
}

function StopChip(props: { readonly stop: RoadStop; readonly step: StepView | undefined; readonly isHere: boolean }) {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const { stop, step } = props
  if (step?.isSealed === true) return <Chip meaning="sealed">{t('sealed.chip')}</Chip>
  if (step?.outcome !== undefined) return <Chip meaning={say.meaning(step.outcome)}>{say.outcome(step.outcome)}</Chip>
  // Several states share this stop: which of them it is.
  if (props.isHere && stop.kind !== 'conference' && stop.states.length > 1 && stop.states.includes(view.status))
    return <Chip meaning={say.statusMeaning(view.status)}>{say.status(view.status)}</Chip>
  return null
}
