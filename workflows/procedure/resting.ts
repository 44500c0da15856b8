// A case whose last ballot was sealed stands still for roles that may not know how it went: neither its path, its next acts, its papers
// nor its names go on before they may learn it (procedure.md 7.2; which role learns it when, and why: `roles.ts`).
import type { ConferenceState } from '../conference/state.ts'
import { confirmedCount } from '../conference/state.ts'
import { followsSealedBallot } from '../papers/secrecy.ts'
import { knowsSealedResults, learnsWhoGoesOn, type Role } from '../roles.ts'
import type { CaseCommand } from './commands.ts'
import { nameOf, planFor } from './plan.ts'
import type { CaseState } from './state.ts'

const learns = (roles: readonly Role[], way: (typeof learnsWhoGoesOn)[Role]): boolean => roles.some((role) => learnsWhoGoesOn[role] === way)

/** Do the acts after the last closed meeting ask the committee for its opinion, and is none before it still to be done? */
function isOpinionDue({ rulebook, opened, conferences, acts }: CaseState): boolean {
  const next = conferences.findLast((one) => one.closed && one.phase !== 'reset')?.closed?.next
  const { steps } = planFor(rulebook, opened.kind)
  const from = steps.findIndex((step) => nameOf(step) === next)
  if (from < 0) return false
  for (const step of steps.slice(from)) {
    if (step.kind !== 'acts') return false
    if (step.acts.some(({ key }) => key === 'partyOpinion')) return true
    if (step.acts.some(({ key, leaves }) => leaves && !acts.some(({ act }) => act === key))) return false
  }
  return false
}

/** Does the case stand still for this reader? */
export function restsFor(state: CaseState, roles: readonly Role[]): boolean {
  if (state.rest === undefined || knowsSealedResults(roles)) return false
  return !(learns(roles, 'whenAsked') && isOpinionDue(state))
}

/** The papers every such meeting leaves, however it went. */
const leftBehind: ReadonlySet<string> = new Set(['conferenceMinutes', 'voteCountMinutes', 'voteSummary', 'ballotSealingMinutes'])

/** The case as this reader may see it. What happens to what was there already goes on: signatures, prints, sealed slips. */
export function seenBy(state: CaseState, roles: readonly Role[]): CaseState {
  const { rest } = state
  if (rest === undefined || !restsFor(state, roles)) return state
  const known = new Set<string>([...rest.papers.map(({ drawn }) => drawn.paperId), ...rest.paperRequests.map(({ paperId }) => paperId)])
  const isKnown = ({ paperId, kind }: { readonly paperId: string; readonly kind: string }) => known.has(paperId) || leftBehind.has(kind)
  const papers = state.papers.filter(({ drawn }) => isKnown(drawn))
  const shown = new Set<string>(papers.map(({ drawn }) => drawn.paperId))
  return {
    ...rest,
    version: state.version,
    papers,
    paperRequests: state.paperRequests.filter(isKnown),
    signerExceptions: state.signerExceptions,
    prints: state.prints.filter(({ items }) => items.every(({ paperId }) => shown.has(paperId))),
    bundles: state.bundles,
  }
}

/** What somebody for whom the case stands still may yet ask: only what answers alike however the ballot went. */
export function mayAskWhileResting(command: CaseCommand): boolean {
  if (command.type === 'acceptDifferences') return true
  return command.type === 'requestPaper' && leftBehind.has(command.kind)
}

/** Who goes on betrays a result: it is open only when the last ballot was announced, or none was held yet. */
function lastResultIsOpen(state: CaseState): boolean {
  const last = state.conferences.findLast((one) => confirmedCount(one) && one.phase !== 'reset')
  return last === undefined || last.announcedAt !== undefined
}

/** May the reader know the names that stand on the slips of this meeting? */
export function knowsNamesOf(state: CaseState, conference: ConferenceState, roles: readonly Role[]): boolean {
  if (knowsSealedResults(roles) || !followsSealedBallot(state, conference.conferenceId)) return true
  if (conference.announcedAt !== undefined || state.decided !== undefined) return true
  if (learns(roles, 'whenAsked') && isOpinionDue(state)) return true
  return learns(roles, 'inTheRoom') && conference.openedAt !== undefined
}

/** May the reader know who goes on to the coming ballot, or came out of the last? */
export function knowsWhoGoesOn(state: CaseState, roles: readonly Role[]): boolean {
  if (knowsSealedResults(roles) || lastResultIsOpen(state) || state.decided !== undefined) return true
  if (learns(roles, 'whenAsked') && isOpinionDue(state)) return true
  const next = state.conferences.at(-1)
  return next !== undefined && confirmedCount(next) === undefined && knowsNamesOf(state, next, roles)
}

/** The timeline without what was done between the closing of a sealed meeting and the next one: the kind of an act can tell the result. */
export function timelineFor({ timeline }: CaseState): CaseState['timeline'] {
  let isOpen = true
  let isResting = false
  return timeline.filter(({ type }) => {
    if (type === 'countConfirmed' || type === 'countCorrected') isOpen = false
    if (type === 'resultAnnounced') isOpen = true
    if (type === 'conferenceConvened' || type === 'countCorrected' || type === 'stageReset' || type === 'caseDecided') isResting = false
    const isShown = !isResting && !telling.has(type)
    if (type === 'conferenceConvened') isOpen = true
    if (type === 'conferenceClosed') isResting = !isOpen
    return isShown
  })
}

const telling: ReadonlySet<string> = new Set(['sealOpeningAsked', 'sealOpened'])
