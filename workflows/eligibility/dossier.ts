// The dossier of a nominee against its checklist: what is missing, and what counts on the day of submission and of each conference.
import { addMonths } from '../core/calendar.ts'
import { dayOf } from '../core/stamp.ts'
import type { CaseState } from '../procedure/state.ts'
import type { StageKey } from '../rulebooks/types.ts'
import { type DossierItem, type DossierRule, dossierRules } from './dossier-rules.ts'
import { type DossierPaper, eligibilityOf } from './state.ts'

export type DossierStanding = 'missing' | 'attached' | 'expired' | 'rejected' | 'accepted' | 'inCase' | 'notRequired'
export type DossierLine = {
  readonly rule: DossierRule
  readonly standing: DossierStanding
  /** Papers filed for it, the newest last. */
  readonly papers: readonly DossierPaper[]
  /** Last day the newest one counts; absent where it does not lapse. */
  readonly validUntil?: string
  /** On the day the dossier was received, and on the day of each conference held. Absent: no such day yet, or no paper. */
  readonly onSubmission?: { readonly day: string; readonly isValid: boolean }
  readonly onConferences: readonly {
    readonly conferenceId: string
    readonly stage: StageKey
    readonly day: string
    readonly isValid: boolean
  }[]
}

const lastDayOf = (rule: DossierRule, { issuedOn }: DossierPaper): string | undefined => {
  const { value } = rule.validity
  return typeof value === 'object' ? addMonths(issuedOn, value.months) : undefined
}

/** Did a paper of this line count on the day: issued by then, not lapsed, not sent back? */
const countsOn = (rule: DossierRule, papers: readonly DossierPaper[], day: string): boolean =>
  papers.some((one) => one.issuedOn <= day && one.settled?.isAccepted !== false && (lastDayOf(rule, one) ?? day) >= day)

/** What the case itself holds. */
function isInCase({ papers, acts, programs }: CaseState, item: DossierItem, personId: string): boolean {
  const drawn = (kind: string) => papers.some((one) => one.drawn.kind === kind && !one.supersededBy && !one.voided)
  switch (item) {
    case 'submission':
      return drawn('submission')
    case 'stepPapers':
      return drawn('conferenceMinutes') && drawn('voteCountMinutes') && drawn('voteSummary')
    case 'partyOpinion':
      return acts.some((one) => one.act === 'partyOpinion') || drawn('partyOpinion')
    case 'actionProgram':
      return (programs[personId]?.length ?? 0) > 0
    default:
      return false
  }
}

/** One line for each paper of the checklist, as it stands on a day. */
export function dossierOf(state: CaseState, personId: string, today: string): DossierLine[] {
  const { opened, rulebook, conferences } = state
  const { dossier, noted } = eligibilityOf(state.eligibility, personId)
  const submittedOn = noted?.facts.dossierReceivedOn
  const held = conferences.filter((one) => one.openedAt !== undefined && !['notQuorate', 'adjourned', 'reset'].includes(one.phase))
  return dossierRules({ rulebook, kind: opened.kind, overlays: opened.overlays }).map((rule): DossierLine => {
    const papers = dossier.filter((one) => one.item === rule.item)
    const newest = papers.filter((one) => one.settled?.isAccepted !== false).at(-1)
    const validUntil = newest && lastDayOf(rule, newest)
    const has = papers.length > 0
    return {
      rule,
      standing: standingOf(state, rule, papers, personId, today),
      papers,
      ...(validUntil !== undefined && { validUntil }),
      ...(has && submittedOn !== undefined && { onSubmission: { day: submittedOn, isValid: countsOn(rule, papers, submittedOn) } }),
      onConferences: has
        ? held.map(({ conferenceId, stage, openedAt }) => {
            const day = dayOf(openedAt ?? '')
            return { conferenceId, stage, day, isValid: countsOn(rule, papers, day) }
          })
        : [],
    }
  })
}

function standingOf(
  state: CaseState,
  rule: DossierRule,
  papers: readonly DossierPaper[],
  personId: string,
  today: string,
): DossierStanding {
  if (rule.isFromCase && isInCase(state, rule.item, personId)) return 'inCase'
  const newest = papers.at(-1)
  if (!newest) return rule.required.value ? 'missing' : 'notRequired'
  if (countsOn(rule, papers, today)) return papers.some((one) => one.settled?.isAccepted === true) ? 'accepted' : 'attached'
  return newest.settled?.isAccepted === false ? 'rejected' : 'expired'
}

/** Required papers that are missing, lapsed or sent back. */
export const missingItems = (lines: readonly DossierLine[]): DossierItem[] =>
  lines.filter((one) => one.rule.required.value && ['missing', 'expired', 'rejected'].includes(one.standing)).map((one) => one.rule.item)
