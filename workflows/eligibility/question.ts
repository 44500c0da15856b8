// What is judged: a nominee for a post on a day, under the rules of the case.
import type { DocumentRef } from '../core/document.ts'
import { isPromotion } from '../rulebooks/overlays.ts'
import type { GuardSet, ProcedureKind, RulebookId, Track } from '../rulebooks/types.ts'
import type { Move } from './discipline.ts'
import { type GuardColumn, type GuardId, guardColumn, notForReappointment } from './guard-rules.ts'
import type { NomineeFacts, PostFacts } from './nominee-facts.ts'
import type { GuardVerdict } from './verdict.ts'

export type GuardDecision = { readonly guard: GuardId; readonly document: DocumentRef }

export type EligibilityQuestion = {
  readonly rulebook: RulebookId
  readonly guardSet: GuardSet
  readonly track: Track
  readonly kind: ProcedureKind
  readonly source: 'onSite' | 'elsewhere'
  readonly post: { readonly title: string; readonly unit: string; readonly rank: number; readonly isHead: boolean }
  readonly termMonths: number
  /** Last day of the term that ends; of a reappointment alone. */
  readonly termEnd?: string
  readonly seats: number
  /** null: holds no leading post. */
  readonly currentRank: number | null
  /** What was said of planning when the person was proposed; counts where no list was looked up. */
  readonly isPlannedStated?: boolean
  readonly day: string
  readonly facts: NomineeFacts
  readonly postFacts: PostFacts
  readonly decisions: readonly GuardDecision[]
  readonly nonLocalGuard: 'warn' | 'block'
  /** Absent: the overlay does not lie over the case. */
  readonly program?: { readonly handedInOn?: string }
}

export type Guarding = EligibilityQuestion & { readonly column: GuardColumn; readonly move: Move }

export const guarding = (question: EligibilityQuestion): Guarding => ({
  ...question,
  column: guardColumn(question.rulebook, question.guardSet),
  move: moveOf(question),
})

function moveOf({ kind, currentRank, post }: Pick<EligibilityQuestion, 'kind' | 'currentRank' | 'post'>): Move {
  if (kind === 'reappointment') return 'same'
  if (currentRank === null) return 'first'
  if (isPromotion(currentRank, post.rank)) return 'higher'
  return currentRank === post.rank ? 'equal' : 'lower'
}

export const isUpward = ({ move }: Pick<Guarding, 'move'>): boolean => move === 'first' || move === 'higher'

/** Not asked by the rulebook, or not of this kind of procedure. */
export const isAsked = (g: Guarding, guard: GuardId): boolean =>
  g.column.asks[guard].value && !(g.kind === 'reappointment' && notForReappointment.has(guard))

export type Guard = (g: Guarding) => GuardVerdict
