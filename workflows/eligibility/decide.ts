// Orders about eligibility: what is noted is judged at once, and judged anew on the day of each conference and of the decision.
import { canonical } from '../core/canonical.ts'
import type { Refusal } from '../core/refusal.ts'
import { refuse } from '../core/result.ts'
import { dayOf } from '../core/stamp.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Deciding, type Decision, inOrder } from '../procedure/deciding.ts'
import type { FactOf, Nominee } from '../procedure/facts.ts'
import { type CaseState, findNominee } from '../procedure/state.ts'
import { dossierRules } from './dossier-rules.ts'
import type { Occasion } from './facts.ts'
import { failedNames, hasSheet, judgeNominee, stoppedOn, undecidedNames } from './of-case.ts'
import { eligibilityOf, evolveEligibility } from './state.ts'

export type EligibilityCommand = CommandOf<
  'noteNomineeFacts' | 'judgeEligibility' | 'decideGuard' | 'fileDossierPaper' | 'settleDossierPaper'
>
const types: ReadonlySet<string> = new Set([
  'noteNomineeFacts',
  'judgeEligibility',
  'decideGuard',
  'fileDossierPaper',
  'settleDossierPaper',
] satisfies EligibilityCommand['type'][])
export const isForEligibility = (command: { readonly type: string }): command is EligibilityCommand => types.has(command.type)

export function decideEligibility(d: Deciding, command: EligibilityCommand): Decision {
  const nominee = findNominee(d.state, command.personId)
  if (!nominee || d.state.withdrawn.includes(command.personId)) return refuse({ code: 'nominee-unknown', personId: command.personId })
  switch (command.type) {
    case 'noteNomineeFacts':
      return noteFacts(d, command)
    case 'judgeEligibility': {
      if (!hasSheet(d.state, command.personId)) return refuse({ code: 'nominee-facts-missing', name: nominee.name })
      return inOrder(d, command.type, judgedToday(d, [command.personId], 'sheet'))
    }
    case 'decideGuard':
      return decideGuard(d, command, nominee.name)
    case 'fileDossierPaper':
      return filePaper(d, command)
    case 'settleDossierPaper':
      return settlePaper(d, command)
  }
}

type Judged = FactOf<'eligibilityJudged'>

/** A judgement of today of somebody who has a sheet. `state`: the case with what this very order notes. */
function judged(
  d: Deciding,
  state: CaseState,
  personId: Judged['personId'],
  occasion: Occasion,
  conferenceId?: Judged['conferenceId'],
): Judged {
  const on = dayOf(d.stamp.at)
  return {
    type: 'eligibilityJudged',
    personId,
    no: eligibilityOf(state.eligibility, personId).judgements.length + 1,
    on,
    occasion,
    ...(conferenceId && { conferenceId }),
    verdicts: judgeNominee(state, personId, on) ?? [],
  }
}

/** The state after a fact of this order, so that its judgement reads it. */
const noted = (d: Deciding, fact: Parameters<typeof evolveEligibility>[1]): CaseState => ({
  ...d.state,
  eligibility: evolveEligibility(d.state.eligibility, fact, d.stamp),
})

function noteFacts(d: Deciding, command: CommandOf<'noteNomineeFacts'>): Decision {
  const future = futureDay(command, dayOf(d.stamp.at))
  if (future !== undefined) return refuse({ code: 'date-in-future', date: future })
  const fact = { ...command, type: 'nomineeFactsNoted' as const }
  return inOrder(d, command.type, [fact, judged(d, noted(d, fact), command.personId, 'sheet')])
}

/** A look-up, a statement or a paper of tomorrow was not seen by anybody. */
function futureDay({ facts }: CommandOf<'noteNomineeFacts'>, today: string): string | undefined {
  const looked = [facts.planning, facts.held, facts.proceedings, facts.disciplines, facts.checks, facts.relatives, facts.deputies]
  const stated = [
    facts.standards,
    facts.unitHasPlanning,
    facts.dossierVerified,
    facts.results,
    facts.politicalConclusion,
    facts.newPoliticalFacts,
    facts.qualifications,
    facts.isNotLocal,
    facts.shortcomings,
    facts.healthCertificate,
  ]
  const days = [...looked, ...stated].map((one) => one?.on)
  return [...days, facts.dossierReceivedOn, facts.assetDeclaredOn].find((one) => one !== undefined && one > today)
}

function decideGuard(d: Deciding, command: CommandOf<'decideGuard'>, name: string): Decision {
  const { personId, guard, document } = command
  if (document.date > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: document.date })
  if (!hasSheet(d.state, personId)) return refuse({ code: 'nominee-facts-missing', name })
  const answer = judgeNominee(d.state, personId, dayOf(d.stamp.at))?.find((one) => one.guard === guard)
  if (answer?.answer !== 'needsDecision') return refuse({ code: 'guard-asks-no-decision', guard, name })
  const fact = { ...command, type: 'guardDecided' as const }
  return inOrder(d, command.type, [fact, judged(d, noted(d, fact), personId, 'sheet')])
}

function filePaper(d: Deciding, command: CommandOf<'fileDossierPaper'>): Decision {
  const { opened, rulebook, eligibility } = d.state
  const { personId, item, issuedOn } = command
  if (issuedOn > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: issuedOn })
  const rule = dossierRules({ rulebook, kind: opened.kind, overlays: opened.overlays }).find((one) => one.item === item)
  if (!rule || rule.isFromCase) return refuse({ code: 'dossier-item-from-case', item })
  const { dossier } = eligibilityOf(eligibility, personId)
  const twin = command.files.find(({ sha256 }) =>
    dossier.some((one) => one.item === item && one.files.some((file) => file.sha256 === sha256)),
  )
  if (twin) return refuse({ code: 'dossier-file-known', file: twin.name })
  return inOrder(d, command.type, [{ ...command, type: 'dossierPaperFiled', no: dossier.length + 1 }])
}

/** What was filed is taken, or sent back with a reason. */
function settlePaper(d: Deciding, command: CommandOf<'settleDossierPaper'>): Decision {
  const { personId, no, isAccepted, note } = command
  const found = eligibilityOf(d.state.eligibility, personId).dossier.find((one) => one.no === no)
  if (!found) return refuse({ code: 'dossier-paper-unknown', no })
  if (!isAccepted && note === undefined) return refuse({ code: 'dossier-reason-missing' })
  const fact = { type: 'dossierPaperSettled' as const, personId, no, isAccepted, ...(note !== undefined && { note }) }
  const after = hasSheet(d.state, personId) ? [judged(d, noted(d, fact), personId, 'sheet')] : []
  return inOrder(d, command.type, [fact, ...after])
}

/** What the registry says today of a nominee whose facts came from it, where that is not what was noted. */
function registryNews(d: Deciding, nominee: Nominee): FactOf<'nomineeFactsNoted'> | undefined {
  const { noted: before } = eligibilityOf(d.state.eligibility, nominee.personId)
  if (before?.source !== 'registry') return undefined
  const known = d.tools.registryFacts?.(nominee)
  if (!known) return undefined
  const facts = { ...before.facts, ...known }
  if (canonical(facts) === canonical(before.facts)) return undefined
  return { type: 'nomineeFactsNoted', personId: nominee.personId, facts, postFacts: before.postFacts, source: 'registry' }
}

const withSheet = (d: Deciding, ids: readonly string[]): Nominee[] =>
  d.state.nominees.filter(({ personId }) => ids.includes(personId) && !d.state.withdrawn.includes(personId) && hasSheet(d.state, personId))

/** Everyone with a sheet who still stands: judged by themselves when a conference opens or the case is decided, by what is known that day. */
export function judgedToday(
  d: Deciding,
  ids: readonly string[],
  occasion: Occasion,
  conferenceId?: Judged['conferenceId'],
): (Judged | FactOf<'nomineeFactsNoted'>)[] {
  return withSheet(d, ids).flatMap((nominee) => {
    const news = registryNews(d, nominee)
    const state = news ? noted(d, news) : d.state
    return [...(news ? [news] : []), judged(d, state, nominee.personId, occasion, conferenceId)]
  })
}

/** Why these people may not be voted on, or decided on, today. */
export function stoppedToday(d: Deciding, ids: readonly string[]): Refusal | undefined {
  let { state } = d
  for (const nominee of withSheet(d, ids)) {
    const news = registryNews(d, nominee)
    if (news) state = { ...state, eligibility: evolveEligibility(state.eligibility, news, d.stamp) }
  }
  const stopped = stoppedOn(state, ids, dayOf(d.stamp.at))
  const [failed, undecided] = [failedNames(stopped), undecidedNames(stopped)]
  if (failed.length > 0) return { code: 'guard-failed', names: failed }
  return undecided.length > 0 ? { code: 'guard-needs-decision', names: undecided } : undefined
}
