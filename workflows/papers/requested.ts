// What a paper is that somebody asks for: what must be typed for it, when it may be made, what it says. One file a kind in `requested/`.
import type { PersonId } from '../core/ids.ts'
import type { Refusal } from '../core/refusal.ts'
import type { Operator } from '../office.ts'
import type { CaseState } from '../procedure/state.ts'
import type { RequestedDue } from './due.ts'
import type { RequestedKind } from './kinds.ts'
import type { Addressee, Annex, Block, SignBlock, Slip } from './paper.ts'
import { actionProgramPaper } from './requested/action-program.ts'
import { announcement } from './requested/announcement.ts'
import { ballotDestructionMinutes } from './requested/ballot-destruction-minutes.ts'
import { ballotSealingMinutes } from './requested/ballot-sealing-minutes.ts'
import { ballotSlip } from './requested/ballot-slip.ts'
import { convocationList } from './requested/convocation-list.ts'
import { decision } from './requested/decision.ts'
import { eligibilitySheet } from './requested/eligibility-sheet.ts'
import { invitation } from './requested/invitation.ts'
import { nomineeList } from './requested/nominee-list.ts'
import { partyOpinion } from './requested/party-opinion.ts'
import { partyOpinionRequest } from './requested/party-opinion-request.ts'
import { policyRequest } from './requested/policy-request.ts'
import { submission } from './requested/submission.ts'
import type { PaperPeople } from './sign-blocks.ts'

/** `case`: one of the case; `meeting`: one of each conference; `nominee`: one of each person. */
export type PaperScope = 'case' | 'meeting' | 'nominee'

/** Something the facts of the case do not hold. Screens name it by `paperField.<key>`. */
export type PaperField = {
  readonly key: string
  readonly type: 'line' | 'text' | 'day' | 'count' | 'moment' | 'choice'
  readonly isRequired: boolean
  /** For `choice`: the words that may be chosen, named by `paperChoice.<word>`. */
  readonly choices?: readonly string[]
}

/** What is asked for, as the case stands. */
export type PaperTarget = { readonly conferenceId?: string; readonly personId?: string }

/** What somebody typed for a paper: its fields, and its columns person by person. */
export type Typed = {
  readonly details: Readonly<Record<string, string>>
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export type PaperBody = {
  /** A letter (công văn) has no title: its abstract stands under number and sign. */
  readonly isLetter?: boolean
  /** One wide table: it lies on its side. */
  readonly isLandscape?: boolean
  readonly title: string
  readonly abstract: string
  readonly addressee?: Addressee
  readonly blocks: readonly Block[]
  readonly annex?: Annex
  readonly slip?: Slip
  /** Sign of the number, where one kind has two: a resolution is `NQ`, a decision `QĐ`. */
  readonly sign?: { readonly party: string; readonly state: string }
  readonly signers: readonly Omit<SignBlock, 'order'>[]
  readonly recipients: readonly string[]
  /** Another body than the case's own issues the paper, in its own form (documents.md A1): the Party committee that answers. */
  readonly issuer?: {
    readonly form: 'party' | 'state'
    readonly name: string
    readonly superior?: string
    readonly sign: string
    readonly place?: string
  }
}

export type RequestedPaper = {
  readonly kind: RequestedKind
  readonly scope: PaperScope
  /** Sign of the kind in its number: `TTr`. Null for papers that carry no number; '' for letters of state bodies, which have a number and no sign of kind (A3). */
  readonly sign: { readonly party: string; readonly state: string } | null
  readonly fields: readonly PaperField[]
  /** What is typed for each person the paper names. */
  readonly columns?: readonly PaperField[]
  /**
   * Does it tell a result? Then it is for those who may know sealed results, unless all of it was announced (procedure.md 7.2).
   * `goesOn`: it names whom the ballot before that meeting sent on, which betrays a result that was not announced.
   */
  readonly tells: 'nothing' | 'result' | 'goesOn'
  /** Why it cannot be made now; null when it can. */
  readonly notYet: (state: CaseState, target: PaperTarget) => Refusal | null
  /** Whom the paper names; fixed when it is asked for. Nobody: it cannot be made, unless `mayNameNobody`. */
  readonly people?: (state: CaseState, target: PaperTarget) => readonly PersonId[]
  /** What else is fixed when it is asked for, kept among its details: the digest of a list, the version of a text. */
  readonly freeze?: (state: CaseState, target: PaperTarget, sha256Hex: (text: string) => string) => Readonly<Record<string, string>>
  /** What case and office know of what is to be typed. */
  readonly prefill?: (state: CaseState, target: PaperTarget, operators: readonly Operator[]) => Partial<Typed>
  readonly mayNameNobody?: boolean
  /** What is wrong with what was typed, beyond the fields themselves. */
  readonly problem?: (
    state: CaseState,
    target: PaperTarget,
    details: Typed['details'],
    rows: Typed['rows'],
    day: string,
  ) => Refusal | undefined
  readonly say: (state: CaseState, due: RequestedDue, people: PaperPeople) => PaperBody
}

const known: readonly RequestedPaper[] = [
  policyRequest,
  invitation,
  convocationList,
  nomineeList,
  eligibilitySheet,
  actionProgramPaper,
  partyOpinionRequest,
  partyOpinion,
  ballotSlip,
  ballotSealingMinutes,
  submission,
  decision,
  announcement,
  ballotDestructionMinutes,
]

export const requestedPapers: ReadonlyMap<RequestedKind, RequestedPaper> = new Map(known.map((one) => [one.kind, one]))
