// The papers of a case as people read them: drawn, owed, and those that may be asked for.
import type { Refusal } from '../core/refusal.ts'
import type { Operator } from '../office.ts'
import { usualCopies } from '../papers/archive-line.ts'
import { papersOwed } from '../papers/due.ts'
import { isRequestedKind } from '../papers/kinds.ts'
import { prefill } from '../papers/prefill.ts'
import { numberWords } from '../papers/register.ts'
import { isDraftPaper } from '../papers/request-fact.ts'
import { sheetsOfSlips } from '../papers/requested/ballot-slip.ts'
import { type PaperTarget, type RequestedPaper, requestedPapers } from '../papers/requested.ts'
import { tellsSealed } from '../papers/secrecy.ts'
import { exceptionAt } from '../papers/signer-exception.ts'
import { papersOfStep } from '../papers/step-set.ts'
import { knowsSealedPaper, type Role } from '../roles.ts'
import type { PaperView, PrintSetView, RequestableView } from './case-view.ts'
import { type CaseState, findConference, findNominee, type PaperState } from './state.ts'

/** Waits for a signature. A paper without places to sign, like a slip, waits for nobody. */
export const isAwaiting = ({ drawn, completed, supersededBy, voided }: PaperState): boolean =>
  completed === undefined && supersededBy === undefined && voided === undefined && drawn.fields.length > 0

export function statusOf(paper: PaperState): PaperView['status'] {
  if (paper.voided !== undefined) return 'voided'
  if (paper.supersededBy !== undefined) return 'superseded'
  if (paper.completed !== undefined) return 'signed'
  return isAwaiting(paper) ? 'awaiting-signatures' : 'unsigned'
}

type About = Pick<PaperView, 'conferenceId' | 'stage' | 'personId' | 'personName'>

function about(state: CaseState, { conferenceId, personId }: PaperTarget): About {
  const stage = conferenceId === undefined ? undefined : findConference(state, conferenceId)?.stage
  const personName = personId === undefined ? undefined : findNominee(state, personId)?.name
  return {
    ...(conferenceId !== undefined && { conferenceId }),
    ...(stage && { stage }),
    ...(personId !== undefined && { personId }),
    ...(personName !== undefined && { personName }),
  }
}

/** What tells a paper from others of its kind in a list: the meeting or the person it is about. */
export function toldApart(state: CaseState, target: Parameters<typeof targetOf>[0]): Pick<PaperView, 'stage' | 'personName'> {
  const { stage, personName } = about(state, targetOf(target))
  return { ...(stage !== undefined && { stage }), ...(personName !== undefined && { personName }) }
}

const targetOf = ({ conferenceId, personId }: { readonly conferenceId?: string | undefined; readonly personId?: string | undefined }) => ({
  ...(conferenceId !== undefined && { conferenceId }),
  ...(personId !== undefined && { personId }),
})

export function papersOf(state: CaseState): PaperView[] {
  const drawn = state.papers.map((paper): PaperView => {
    const { drawn: one, signatures, completed } = paper
    const reason = state.paperRequests.find(({ paperId }) => paperId === one.paperId)?.reason
    return {
      paperId: one.paperId,
      kind: one.kind,
      ...about(state, targetOf(one)),
      version: one.version,
      ...(one.number && { number: numberWords(one.number) }),
      ...(paper.voided && { voidedFor: paper.voided.reason }),
      ...(reason !== undefined && { reason }),
      status: statusOf(paper),
      sha256: completed ?? signatures.at(-1)?.sha256 ?? one.sha256,
      signers: one.fields.map((field) => {
        const exception = one.conferenceId === undefined ? undefined : exceptionAt(state, one.kind, one.conferenceId, field.field)
        const isException = exception?.allowed.name === field.personName && exception.allowed.citizenId === field.citizenId
        const signature = signatures.find((made) => made.field === field.field)
        return {
          field: field.field,
          role: field.role,
          personName: field.personName,
          ...(field.citizenId !== undefined && { citizenId: field.citizenId }),
          order: field.order,
          ...(exception &&
            isException && { insteadOf: { name: exception.expected.name, reason: exception.reason, document: exception.document } }),
          ...(signature && { signedAt: signature.signedAt, keyKind: signature.keyKind }),
        }
      }),
    }
  })
  const owed = papersOwed(state).map((due): PaperView => {
    const personId = 'personId' in due ? due.personId : undefined
    return {
      paperId: due.paperId,
      kind: due.kind,
      ...about(state, targetOf({ conferenceId: due.conferenceId, personId })),
      version: due.version,
      status: 'owed',
      signers: [],
    }
  })
  return [...drawn, ...owed]
}

export function printSetsOf(state: CaseState): PrintSetView[] {
  const items = (conferenceId: string | null) =>
    papersOfStep(state, conferenceId).map(({ drawn }) => ({
      paperId: drawn.paperId,
      copies: sheetsOfSlips(state, drawn.paperId) ?? usualCopies.value,
    }))
  const meetings = state.conferences.map(({ conferenceId, stage }) => ({ conferenceId, stage, items: items(conferenceId) }))
  return [...meetings, { items: items(null) }].filter((set) => set.items.length > 0)
}

export type PaperReader = { readonly operators: readonly Operator[]; readonly roles: readonly Role[] }

/** Every paper that can be asked for, the shut ones with their reason. */
export function requestableOf(state: CaseState, reader: PaperReader): RequestableView[] {
  return [...requestedPapers.values()].flatMap((rule) => targetsOf(state, rule).map((target) => requestable(state, rule, target, reader)))
}

function targetsOf(state: CaseState, { scope }: RequestedPaper): readonly PaperTarget[] {
  switch (scope) {
    case 'case':
      return [{}]
    case 'meeting':
      return state.conferences.filter(({ phase }) => phase !== 'reset').map(({ conferenceId }) => ({ conferenceId }))
    case 'nominee':
      return state.nominees.filter(({ personId }) => !state.withdrawn.includes(personId)).map(({ personId }) => ({ personId }))
  }
}

function requestable(state: CaseState, rule: RequestedPaper, target: PaperTarget, reader: PaperReader): RequestableView {
  const { kind, scope, fields, columns } = rule
  const isHidden = !knowsSealedPaper(reader.roles, kind) && tellsSealed(state, { kind, ...target })
  const people = isHidden ? undefined : rule.people?.(state, target)
  const notYet = isHidden ? ({ code: 'paper-tells-sealed' } as const) : notYetOf(state, rule, target, people)
  const existing = state.papers.findLast((paper) => {
    const { drawn } = paper
    return (
      isRequestedKind(drawn.kind) &&
      !isDraftPaper(state, paper) &&
      drawn.kind === kind &&
      drawn.conferenceId === target.conferenceId &&
      drawn.personId === target.personId
    )
  })?.drawn.paperId
  const { code, ...numbers } = notYet ?? { code: '' }
  return {
    kind,
    scope,
    ...about(state, target),
    fields,
    ...(columns && { columns }),
    ...(people && { people: people.map((personId) => ({ personId, name: findNominee(state, personId)?.name ?? personId })) }),
    known: notYet === null ? prefill(state, reader.operators, kind, target) : { details: {}, rows: {} },
    ...(existing && { existing }),
    gate: { isOpen: notYet === null, conditions: notYet === null ? [] : [{ code, isMet: false, numbers }] },
  }
}

function notYetOf(
  state: CaseState,
  { kind, notYet, mayNameNobody }: RequestedPaper,
  target: PaperTarget,
  people: readonly string[] | undefined,
): Refusal | null {
  return notYet(state, target) ?? (people?.length === 0 && mayNameNobody !== true ? { code: 'paper-names-nobody', kind } : null)
}
