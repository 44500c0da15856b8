// Which fact may follow which inside one meeting, with a ballot and without (procedure.md 2.8, 3.1.8, 9.1).
import { describe, expect, test } from 'vitest'
import { createMachine, transition } from 'xstate'
import { conferenceNode } from '../../../workflows/conference/machine.ts'
import type { Node, Sign } from '../../../workflows/core/arrows.ts'
import { stageRule } from '../../../workflows/rulebooks/index.ts'
import type { StageKey } from '../../../workflows/rulebooks/types.ts'

const exits = ['leadershipReview', 'stoppedForDirection']

/** One meeting alone, with the places it may send the case to. Built anew for each question: the machines of a case are made once and kept. */
function machineOf(key: StageKey) {
  const stage = stageRule('RB2022', 'appointmentOnSite', key)
  if (!stage) throw new Error(`no stage ${key}`)
  const states: Record<string, Node> = { meeting: conferenceNode(stage, exits), ...Object.fromEntries(exits.map((id) => [id, { id }])) }
  return createMachine({ types: {} as { events: Sign }, initial: 'meeting', states })
}

/** Where a fact leads from a phase; null where it may not follow. */
function leads(key: StageKey, phase: string, sign: Sign): string | null {
  const machine = machineOf(key)
  const before = machine.resolveState({ value: { meeting: phase } })
  if (!before.can(sign)) return null
  const [{ value }] = transition(machine, before, sign)
  return typeof value === 'string' ? value : String((value as { meeting: string }).meeting)
}

const attendance = ['attendeeArrived', 'arrivalTakenBack', 'attendeeLeft', 'absenceNoted', 'absenceExcused']
const agenda = [
  ...['purposeStated', 'listAdopted', 'nameIntroduced', 'speakingOrderSet', 'actionProgramPresented', 'nomineeRemovedFromBallot'],
  ...['nomineeInformationGiven', 'countingTeamAdopted', 'ballotsPrepared', 'statementNoted'],
]
const bundling = ['countBundlesMade', 'countBundleClosed', 'countBundlesDropped']
const moves = [
  ...['conferenceConvened', 'convocationCorrected', 'conferenceOpened', 'conferenceNotQuorate', 'conferenceAdjourned', 'ballotsIssued'],
  ...[
    'ballotsCollected',
    ...bundling,
    'countTyped',
    'countRejected',
    'countConfirmed',
    'ballotVoided',
    'resultAnnounced',
    'conferenceClosed',
  ],
]
const all = [...attendance, ...agenda, ...moves]
type Arrows = Readonly<Record<string, string>>
const staying = (phase: string, ...types: string[]): Arrows => Object.fromEntries(types.map((type) => [type, phase]))
const failing = { conferenceNotQuorate: 'notQuorate', conferenceAdjourned: 'adjourned' }
const closing = { conferenceClosed: 'leadershipReview' }

const withBallot: Readonly<Record<string, Arrows>> = {
  awaited: { conferenceConvened: 'convened' },
  convened: { ...staying('convened', ...attendance, 'convocationCorrected'), conferenceOpened: 'opened', ...failing },
  opened: { ...staying('opened', ...attendance, ...agenda), ...failing, ballotsIssued: 'ballotOpen' },
  ballotOpen: { ballotsCollected: 'collected', statementNoted: 'ballotOpen', ballotVoided: 'opened' },
  collected: { countTyped: 'typed', ...staying('collected', ...bundling, 'nameIntroduced', 'statementNoted'), ballotVoided: 'opened' },
  typed: { countRejected: 'collected', countConfirmed: 'counted', statementNoted: 'typed', ballotVoided: 'opened' },
  counted: { ...staying('counted', 'resultAnnounced', 'statementNoted'), ...closing },
  notQuorate: { conferenceConvened: 'convened' },
  adjourned: { conferenceConvened: 'convened' },
}
const { awaited, convened, notQuorate, adjourned } = withBallot
const withoutBallot: Readonly<Record<string, Arrows | undefined>> = {
  awaited,
  convened,
  opened: { ...staying('opened', ...attendance, ...agenda), ...failing, ...closing },
  notQuorate,
  adjourned,
}

describe.each([
  ['expandedNomination', withBallot],
  ['leadershipPreparation', withoutBallot],
] as const)('%s', (key, phases) => {
  test.each(Object.entries(phases))('what may follow while it is %s, and where it leads', (phase, arrows) => {
    const found = all.flatMap((type) => {
      const place = leads(key, phase, { type, stage: key, next: 'leadershipReview' })
      return place === null ? [] : [[type, place]]
    })
    expect(Object.fromEntries(found)).toEqual(arrows)
  })
  test('it has these phases and no others', () => {
    const node = machineOf(key).root.states.meeting
    expect(Object.keys(node?.states ?? {}).sort()).toEqual(Object.keys(phases).sort())
    expect(machineOf(key).resolveState({ value: 'meeting' }).value).toEqual({ meeting: 'awaited' })
  })
  test('a convocation of another stage is not its own; a closing leads only where the law lets it', () => {
    expect(leads(key, 'awaited', { type: 'conferenceConvened', stage: 'leadershipDecision' })).toBeNull()
    const last = key === 'expandedNomination' ? 'counted' : 'opened'
    expect(leads(key, last, { type: 'conferenceClosed', next: 'stoppedForDirection' })).toBe('stoppedForDirection')
    expect(leads(key, last, { type: 'conferenceClosed', next: 'archived' })).toBeNull()
  })
})
