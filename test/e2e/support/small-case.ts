// The sample appointment with fewer people in its wider bodies: the same acts and hours, short lists, and boxes that fit them.
import type { CountEntry } from '../../../workflows/conference/facts.ts'
import type { CaseCommand, CommandOf } from '../../../workflows/procedure/commands.ts'
import type { RulebookId, StageKey } from '../../../workflows/rulebooks/types.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import type { SampleCase } from '../../../workflows/sample/sample-case.ts'
import type { SampleAct } from '../../../workflows/sample/script.ts'

export type SmallCase = SampleCase & { readonly nameOf: (personId: string) => string }

/** Numbers on the sample's list of members: leaders, heads of office, personnel and inspection, a nominee, who is excused, late and away. */
const kept: Readonly<Partial<Record<StageKey, readonly number[]>>> = {
  expandedNomination: [1, 2, 3, 4, 5, 6, 7, 8, 10, 19, 20, 21, 46],
  keyOfficialsConsultation: [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 20, 43, 46],
}

/** A meeting of the small case: with a vote on the list, excused, there. */
type Size = { readonly listed: number; readonly excused: number; readonly present: number }
const sizes: Readonly<Record<string, Size>> = {
  'RB2026 expandedNomination': { listed: 12, excused: 1, present: 10 },
  'RB2026 keyOfficialsConsultation': { listed: 12, excused: 0, present: 11 },
  'RB2017 expandedNomination': { listed: 12, excused: 0, present: 11 },
  'RB2017 keyOfficialsConsultation': { listed: 12, excused: 0, present: 11 },
}

/** Ticks of the names, strongest first. RB2026: 6 of 11 is over half; RB2017: 5 of 12 is not, and two go on. */
const ticks: Readonly<Record<string, readonly number[]>> = {
  'RB2026 expandedNomination': [6, 3],
  'RB2026 keyOfficialsConsultation': [9],
  'RB2017 expandedNomination': [5, 3, 2],
  'RB2017 keyOfficialsConsultation': [8],
}

export function smallAppointment(rulebook: RulebookId, change: { readonly isSample: boolean; readonly decidesHere: boolean }): SmallCase {
  const whole = sampleAppointment({ rulebook, overlay: true })
  const acts: SampleAct[] = []
  let stage: StageKey = 'leadershipDecision'
  for (const act of whole.acts) {
    if (act.command.type === 'conveneConference') stage = act.command.stage
    const command = shrunk(act.command, rulebook, stage)
    if (command === undefined) continue
    // Who is away is noted before the others are checked in with one press.
    const before = acts.at(-1)
    if (command.type === 'noteAbsence' && before?.command.type === 'checkIn')
      acts.splice(-1, 1, { ...act, at: before.at, command }, { ...before, at: act.at })
    else acts.push({ ...act, command })
  }
  const [first] = acts
  if (first?.command.type !== 'openCase') throw new Error('a case of the sample begins with its opening')
  const opening: CommandOf<'openCase'> = { ...first.command, opening: { ...first.command.opening, ...change } }
  const played = [{ ...first, command: opening }, ...acts.slice(1)]
  const isDone = ({ command }: SampleAct) => !(change.decidesHere && command.type === 'submitCase')
  const names = namesIn(whole)
  return {
    ...whole,
    opening,
    acts: played.filter(isDone),
    nameOf(personId) {
      const name = names.get(personId)
      if (name === undefined) throw new Error(`nobody is ${personId}`)
      return name
    },
  }
}

function namesIn({ acts }: SampleCase): ReadonlyMap<string, string> {
  return new Map(
    acts.flatMap(({ command }) =>
      command.type === 'conveneConference' ? command.rows.map((row) => [row.personId, row.name] as const) : [],
    ),
  )
}

/** The command as the small body does it; undefined where it speaks of somebody left out. */
function shrunk(command: CaseCommand, rulebook: RulebookId, stage: StageKey): CaseCommand | undefined {
  const people = kept[stage]
  const size = sizes[`${rulebook} ${stage}`]
  if (people === undefined || size === undefined) return command
  const isKept = (personId: string) => people.includes(Number(personId.replace('nguoi-', '')))
  const { listed, excused, present } = size
  const printed = listed - excused
  switch (command.type) {
    case 'conveneConference':
      return { ...command, membersTotal: listed, rows: command.rows.filter((row) => isKept(row.personId)) }
    case 'checkIn':
      return { ...command, personIds: command.personIds.filter(isKept) }
    case 'noteAbsence':
      return isKept(command.personId) ? command : undefined
    case 'adoptCountingTeam':
      return { ...command, inFavour: present, of: present }
    case 'prepareBallots':
      return { ...command, printed }
    case 'issueBallots':
      return { ...command, issued: present }
    case 'collectBallots':
      return { ...command, collected: present, unusedSealed: printed - present }
    case 'typeCount':
      return { ...command, entry: fewer(command.entry, present, ticks[`${rulebook} ${stage}`] ?? []) }
    default:
      return command
  }
}

function fewer(entry: CountEntry, present: number, counts: readonly number[]): CountEntry {
  const names = Object.keys(entry.votes ?? {})
  return {
    ...entry,
    ballotsValid: present - entry.ballotsInvalid,
    votes: Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0])),
  }
}
