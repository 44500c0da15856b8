// From a case to the question that is judged, and what its latest answers keep from going on.
import type { PersonId } from '../core/ids.ts'
import type { Condition } from '../procedure/case-view.ts'
import type { Nominee } from '../procedure/facts.ts'
import { type CaseState, findNominee } from '../procedure/state.ts'
import { judgeEligibility, stopping } from './judge.ts'
import type { NomineeFacts } from './nominee-facts.ts'
import type { EligibilityQuestion } from './question.ts'
import { type DossierPaper, eligibilityOf } from './state.ts'
import type { GuardVerdict } from './verdict.ts'

/** Has anything been noted of this nominee? Where not, there is no sheet and nothing waits for one. */
export const hasSheet = (state: CaseState, personId: string): boolean => eligibilityOf(state.eligibility, personId).noted !== undefined

/** Papers of the dossier that somebody accepted speak where nothing else was noted. */
function withDossier(facts: NomineeFacts, dossier: readonly DossierPaper[]): NomineeFacts {
  const accepted = (item: DossierPaper['item']) =>
    dossier.filter((one) => one.item === item && one.settled?.isAccepted === true).sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1))[0]
  const health = accepted('healthCertificate')
  const assets = accepted('assetDeclaration')
  const isNewer = health !== undefined && (facts.healthCertificate === undefined || facts.healthCertificate.on < health.issuedOn)
  return {
    ...facts,
    ...(isNewer && { healthCertificate: { on: health.issuedOn, isFit: true } }),
    ...(assets && (facts.assetDeclaredOn ?? '') < assets.issuedOn && { assetDeclaredOn: assets.issuedOn }),
  }
}

/** What is judged of a nominee of this case on a day. Undefined where nothing was noted. */
function questionOf(state: CaseState, nominee: Nominee, day: string): EligibilityQuestion | undefined {
  const { noted, decisions, dossier } = eligibilityOf(state.eligibility, nominee.personId)
  if (!noted) return undefined
  const { opened } = state
  const program = state.programs[nominee.personId]?.at(-1)
  return {
    rulebook: state.rulebook,
    guardSet: state.guardSet,
    track: opened.track,
    kind: opened.kind,
    source: 'onSite',
    post: { title: opened.post.title, unit: opened.post.unit, rank: opened.post.rank, isHead: opened.post.isHead },
    termMonths: 12 * opened.termYears,
    ...(opened.termEnd !== undefined && { termEnd: opened.termEnd }),
    seats: opened.seats,
    currentRank: nominee.currentRank,
    isPlannedStated: nominee.isPlanned,
    day,
    facts: withDossier(noted.facts, dossier),
    postFacts: noted.postFacts,
    decisions,
    nonLocalGuard: state.settings.nonLocalGuard === 'block' ? 'block' : 'warn',
    ...(opened.overlays.includes('OV-AP2021') && { program: program ? { handedInOn: program.handedInOn } : {} }),
  }
}

export function judgeNominee(state: CaseState, personId: string, day: string): GuardVerdict[] | undefined {
  const nominee = findNominee(state, personId)
  const question = nominee && questionOf(state, nominee, day)
  return question && judgeEligibility(question)
}

/** Who of these has a sheet that stops the ballot, by the answers given. */
export type Stopped = { readonly personId: string; readonly name: string; readonly verdicts: readonly GuardVerdict[] }

const stoppedBy = (state: CaseState, ids: readonly string[], verdictsOf: (id: string) => readonly GuardVerdict[]): Stopped[] =>
  ids
    .map((id) => ({ personId: id, name: findNominee(state, id)?.name ?? id, verdicts: stopping(verdictsOf(id)) }))
    .filter((one) => one.verdicts.length > 0)

/** By the latest answers on record. */
const stoppedOnRecord = (state: CaseState, ids: readonly string[]): Stopped[] =>
  stoppedBy(state, ids, (id) => eligibilityOf(state.eligibility, id).judgements.at(-1)?.verdicts ?? [])
/** Judged now: time alone can turn an answer. */
export const stoppedOn = (state: CaseState, ids: readonly string[], day: string): Stopped[] =>
  stoppedBy(state, ids, (id) => judgeNominee(state, id, day) ?? [])

/** `Nguyễn Văn A: G-05, G-15`, apart by what would open them. */
const told = (stopped: readonly Stopped[], answer: GuardVerdict['answer']): readonly string[] =>
  stopped.flatMap(({ name, verdicts }) => {
    const ids = verdicts.filter((one) => one.answer === answer).map((one) => one.guard)
    return ids.length > 0 ? [`${name} (${ids.join(', ')})`] : []
  })

export const failedNames = (stopped: readonly Stopped[]): readonly string[] => told(stopped, 'fail')
export const undecidedNames = (stopped: readonly Stopped[]): readonly string[] => told(stopped, 'needsDecision')

/** What a ballot waits for: nothing, where none of its names has a sheet. */
export function eligibilityConditions(state: CaseState, names: readonly PersonId[]): Condition[] {
  const judged = names.filter((id) => hasSheet(state, id))
  if (judged.length === 0) return []
  const stopped = stoppedOnRecord(state, judged)
  const [failed, undecided] = [failedNames(stopped), undecidedNames(stopped)]
  return [
    { code: 'guard-failed', isMet: failed.length === 0, numbers: { names: failed }, opensBy: 'noteNomineeFacts' },
    { code: 'guard-needs-decision', isMet: undecided.length === 0, numbers: { names: undecided }, opensBy: 'decideGuard' },
  ]
}
