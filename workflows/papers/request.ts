// Asking for a paper: what may be made now, from what was typed, and which earlier paper it replaces (documents.md A6.3).
import type { Refusal } from '../core/refusal.ts'
import { refuse } from '../core/result.ts'
import { Day, dayOf, Instant } from '../core/stamp.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Deciding, type Decision, inOrder } from '../procedure/deciding.ts'
import { type CaseState, findConference, findNominee } from '../procedure/state.ts'
import { isOwedKind, isRequestedKind, type PaperKind } from './kinds.ts'
import { earlierOf, filled, isDraftPaper, requestFact } from './request-fact.ts'
import { isDraft } from './requested/marks.ts'
import { type PaperField, type PaperTarget, type RequestedPaper, requestedPapers, type Typed } from './requested.ts'
import { deputyOfCollective } from './signing-authority.ts'

type RequestPaper = CommandOf<'requestPaper'>
type Rows = Typed['rows']

export function requestPaper(d: Deciding, command: RequestPaper): Decision {
  const { state } = d
  const problem = isOwedKind(command.kind) ? remakingProblem(state, command) : requestProblem(state, command)
  if (problem) return refuse(problem)
  if (command.day > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: command.day })
  const earlier = earlierOf(state, command)
  // A signed paper is never edited: the new one says why it is made, and both stay.
  const replaces = earlier && !isDraftPaper(state, earlier)
  if (replaces && isDraft(command.details)) return refuse({ code: 'draft-of-made-paper', paperId: earlier.drawn.paperId })
  if (replaces && command.reason === undefined) return refuse({ code: 'paper-reason-missing', paperId: earlier.drawn.paperId })
  const { type, ...asked } = command
  const rule = isRequestedKind(command.kind) ? requestedPapers.get(command.kind) : undefined
  const target = targetOf(command)
  return inOrder(d, type, [
    requestFact(state, {
      ...asked,
      details: { ...command.details, ...rule?.freeze?.(state, target, d.tools.sha256Hex) },
      people: rule?.people?.(state, target),
      rows: rule?.columns && Object.fromEntries(Object.entries(command.rows ?? {}).map(([id, row]) => [id, filled(row)])),
    }),
  ])
}

const targetOf = ({ conferenceId, personId }: RequestPaper): PaperTarget => ({
  ...(conferenceId !== undefined && { conferenceId }),
  ...(personId !== undefined && { personId }),
})

/** Papers of a meeting are drawn by themselves; asking means making a drawn one anew. */
function remakingProblem(state: CaseState, command: RequestPaper): Refusal | undefined {
  const { kind, conferenceId } = command
  const earlier = conferenceId === undefined ? undefined : earlierOf(state, command)
  if (!earlier || earlier.drawn.conferenceId !== conferenceId) return { code: 'paper-drawn-by-itself', kind }
  return undefined
}

function requestProblem(state: CaseState, command: RequestPaper): Refusal | undefined {
  const { kind, conferenceId, personId, details } = command
  const rows = command.rows ?? {}
  const rule = isRequestedKind(kind) ? requestedPapers.get(kind) : undefined
  if (!rule) return { code: 'paper-not-of-this-kind', kind }
  const scope = scopeProblem(state, rule, command)
  if (scope) return scope
  const waiting = state.paperRequests.some(
    (one) =>
      one.kind === kind &&
      one.conferenceId === conferenceId &&
      one.personId === personId &&
      !state.papers.some(({ drawn }) => drawn.paperId === one.paperId),
  )
  if (waiting) return { code: 'paper-already-requested', kind }
  const notYet = rule.notYet(state, targetOf(command))
  if (notYet) return notYet
  const people = rule.people?.(state, targetOf(command))
  if (people?.length === 0 && rule.mayNameNobody !== true) return { code: 'paper-names-nobody', kind }
  return (
    fieldProblem(kind, rule.fields, details) ??
    authorityProblem(details) ??
    rowProblem(state, rule, people ?? [], rows) ??
    rule.problem?.(state, targetOf(command), details, rows, command.day)
  )
}

function authorityProblem({ signerAuthority = '' }: Typed['details']): Refusal | undefined {
  const collective = deputyOfCollective(signerAuthority)
  return collective === undefined ? undefined : { code: 'collective-has-no-deputy', collective }
}

/** Every person the paper names has a row, and nobody else. */
function rowProblem(state: CaseState, { kind, columns = [] }: RequestedPaper, people: readonly string[], rows: Rows): Refusal | undefined {
  const stranger = Object.keys(rows).find((id) => columns.length === 0 || !people.includes(id))
  if (stranger !== undefined) return { code: 'paper-field-unknown', kind, field: stranger }
  if (columns.length === 0) return undefined
  for (const id of people) {
    const problem = fieldProblem(kind, columns, rows[id] ?? {})
    if (problem) return { ...problem, name: findNominee(state, id)?.name ?? id }
  }
  return undefined
}

function scopeProblem(state: CaseState, { scope, kind }: RequestedPaper, { conferenceId, personId }: RequestPaper): Refusal | undefined {
  const isRight = (conferenceId !== undefined) === (scope === 'meeting') && (personId !== undefined) === (scope === 'nominee')
  if (!isRight) return { code: 'paper-of-what', kind, scope }
  if (conferenceId !== undefined && !findConference(state, conferenceId)) return { code: 'paper-of-what', kind, scope }
  if (personId !== undefined && !findNominee(state, personId)) return { code: 'nominee-unknown', personId }
  return undefined
}

function fieldProblem(kind: PaperKind, fields: readonly PaperField[], details: Readonly<Record<string, string>>): Refusal | undefined {
  const stranger = Object.keys(details).find((key) => !fields.some((field) => field.key === key))
  if (stranger !== undefined) return { code: 'paper-field-unknown', kind, field: stranger }
  for (const field of fields) {
    const typed = (details[field.key] ?? '').trim()
    if (typed === '' && field.isRequired) return { code: 'paper-field-missing', kind, field: field.key }
    if (typed !== '' && !reads(field, typed)) return { code: 'paper-field-unreadable', kind, field: field.key }
  }
  return undefined
}

function reads({ type, choices }: PaperField, typed: string): boolean {
  switch (type) {
    case 'line':
      return typed.length <= 300 && !typed.includes('\n')
    case 'text':
      return true
    case 'day':
      return Day.safeParse(typed).success
    case 'count':
      return /^\d{1,6}$/.test(typed)
    case 'moment':
      return Instant.safeParse(typed).success && !Number.isNaN(Date.parse(typed))
    case 'choice':
      return choices?.includes(typed) === true
  }
}
