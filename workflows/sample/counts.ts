// The boxes of the sample: first nobody is over half, so that several go on; then one wins. One slip is invalid somewhere.
import type { CountEntry } from '../conference/facts.ts'
import type { RulebookId, StageKey } from '../rulebooks/types.ts'

/** `names`: ballot names, strongest first. Whatever the present number, the votes add up to the valid slips. */
type Names = readonly [string, string, string]
type Box = (names: Names) => (present: number) => CountEntry

const oneTooMany = { TOO_MANY: 1 }
const all = ([winner]: Names, present: number): CountEntry => ({ ballotsValid: present, ballotsInvalid: 0, votes: { [winner]: present } })

/** Of 24 convened: 11, 8 and 3 of 23 slips; two go on (45,83% and 33,33%). */
const spread: Box =
  ([a, b, c]) =>
  (present) => ({
    ballotsValid: present - 1,
    ballotsInvalid: 1,
    invalidReasons: oneTooMany,
    votes: { [a]: present - 12, [b]: 8, [c]: 3 },
  })
/** 13 of 23 counted in the base, with one excused: over half. */
const won: Box =
  ([a, b]) =>
  (present) => ({
    ballotsValid: present - 1,
    ballotsInvalid: 1,
    invalidReasons: oneTooMany,
    votes: { [a]: present - 9, [b]: 8 },
  })
/** Of five leaders: two, two and one; the two go on. */
const level: Box =
  ([a, b, c]) =>
  (present) => ({ ballotsValid: present, ballotsInvalid: 0, votes: { [a]: 2, [b]: 2, [c]: present - 4 } })
const narrow: Box =
  ([a, b]) =>
  (present) => ({ ballotsValid: present, ballotsInvalid: 0, votes: { [a]: present - 2, [b]: 2 } })
/** Everybody is asked about one or two people; agreeing with one says nothing of the other. */
const asked: Box =
  ([a]) =>
  (present) => ({ ballotsValid: present, ballotsInvalid: 0, votes: { [a]: present - 5 } })
/** Two slips with nothing marked are invalid (`blankIs`). */
const nearlyAll: Box =
  ([a]) =>
  (present) => ({
    ballotsValid: present - 2,
    ballotsInvalid: 2,
    invalidReasons: { NONE_CHOSEN: 2 },
    votes: { [a]: present - 2 },
  })
const everyone: Box = (names) => (present) => all(names, present)

const fiveSteps: Readonly<Partial<Record<StageKey, Box>>> = {
  expandedNomination: spread,
  leadershipReview: narrow,
  keyOfficialsConsultation: asked,
  leadershipDecision: everyone,
}
const fourSteps: Readonly<Partial<Record<StageKey, Box>>> = {
  leadershipOrientation: level,
  expandedNomination: won,
  keyOfficialsConsultation: nearlyAll,
  leadershipDecision: everyone,
}

/** The box of a stage of the sample appointment; absent where the stage has no ballot. */
export function boxFor(rulebook: RulebookId, stage: StageKey, names: Names): ((present: number) => CountEntry) | undefined {
  return (rulebook === 'RB2026' ? fourSteps : fiveSteps)[stage]?.(names)
}

/** How many of the sample's names stand on the slips of a stage. */
export function standing(rulebook: RulebookId, stage: StageKey): 1 | 2 | 3 {
  if (stage === 'expandedNomination') return rulebook === 'RB2026' ? 2 : 3
  return stage === 'leadershipReview' ? 2 : stage === 'leadershipOrientation' ? 3 : 1
}
