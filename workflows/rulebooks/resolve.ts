// A stage rule as the settings and overlays of one case leave it. Judging and the record use only this.
import { gap, ruled } from './cite.ts'
import { rulebook } from './index.ts'
import { hasAp2b } from './overlays.ts'
import type { Ballot, BallotRule, OverlayId, ResolvedStage, RulebookId, StageRule, Track } from './types.ts'

export type ResolveScope = {
  readonly rulebook: RulebookId
  /** Left out: not known (a count without a case); a setting for one track is then taken at its word. */
  readonly track?: Track
  readonly settings: Readonly<Record<string, unknown>>
  readonly overlays: readonly OverlayId[]
}

/** A setting of another rulebook changes nothing here; it is refused where settings come in. */
export function resolveStage(stage: StageRule, scope: ResolveScope): ResolvedStage {
  const book = rulebook(scope.rulebook)
  const isSwitch = scope.rulebook === 'RB2026' && scope.settings.quorumRequired === false
  return {
    ...stage,
    ballot: stage.ballot && resolveBallot(stage.ballot, scope),
    rulebook: scope.rulebook,
    quorum: stage.quorum ?? book.quorum,
    quorumRequired: ruled(!isSwitch, book.quorum.evidence, book.quorum.article),
    forceMajeureReducesBase: book.forceMajeureReducesBase,
    ballotsPreparedEqualConvened: book.ballotsPreparedEqualConvened,
  }
}

function resolveBallot(ballot: Ballot, scope: ResolveScope): Ballot {
  return {
    ...ballot,
    rule: resolveRule(ballot.rule, scope),
    outsideNames: resolveOutside(ballot, scope),
    announce: resolveAnnounce(ballot, scope),
  }
}

function resolveRule(rule: BallotRule, { rulebook: id, track, settings }: ResolveScope): BallotRule {
  if (rule.method === 'decision' && settings.singleCandidateExactlyHalf === 'headDecides') {
    return { ...rule, singleExactlyHalf: { ...rule.singleExactlyHalf, value: 'headDecides' } }
  }
  if (rule.method !== 'nomination') return rule
  if (rule.tieAtCut && settings.tieAtCut === 'headSelects') return { ...rule, tieAtCut: { ...rule.tieAtCut, value: 'headSelects' } }
  // C-03: civil servants until 2024-09-16; the decree still said "the two highest".
  if (id === 'RB2022' && settings.carryRule === 'top2' && (track === undefined || track === 'civilServant')) {
    const cited = gap(rule.carry.article, 'C-03')
    return { ...rule, carry: ruled('top2', 'DEFAULT', cited), tieAtCut: ruled('includeAllTied', 'DEFAULT', gap(cited, '2.5')) }
  }
  return rule
}

/**
 * Names written in at the expanded conference: shut by the office or by the overlay. Names introduced at the second leadership
 * conference: shut by AP-2b only, for there every name on the slip presents (procedure.md 4.4).
 */
function resolveOutside({ outsideNames }: Ballot, { settings, overlays }: ResolveScope): Ballot['outsideNames'] {
  const presents = overlays.includes('OV-AP2021')
  const isShut = outsideNames.value === 'planned' ? presents || settings.writeInAllowed === false : presents && hasAp2b(settings)
  return isShut ? { ...outsideNames, value: 'no' } : outsideNames
}

function resolveAnnounce({ announce }: Ballot, { settings }: ResolveScope): Ballot['announce'] {
  const isHushed = announce.value === 'insideThisConference' && settings.announceDecisionResult === false
  return isHushed ? { ...announce, value: 'no' } : announce
}
