// The pieces machines are built from: what they read of a fact, and the arrows that read it.
import { type ActionFunction, assign, type MachineContext, type StateNodeConfig } from 'xstate'

/** What a machine reads of a fact: its type and the few words that say where it leads. */
export type Sign = { readonly type: string; readonly stage?: string; readonly next?: string; readonly act?: string }
export type Node = StateNodeConfig<MachineContext, Sign, never, never, never, never, never, never, never, never>
type Noting = ActionFunction<MachineContext, Sign, Sign, undefined, never, never, never, never, never>
export type Arrow = { readonly target?: string; readonly guard?: (at: { event: Sign }) => boolean; readonly actions?: Noting }

/** A fact that only needs noting: without an action `can` would say no to it. */
export const noted: Arrow = { actions: assign<MachineContext, Sign, undefined, Sign, never>({}) }

/** Follows the word that the fact itself carries: where to go was decided when it was recorded. */
export const leadsTo = (next: string, target = `#${next}`): Arrow => ({ target, guard: ({ event }) => event.next === next })
export const ofStage = (stage: string, target: string): Arrow => ({ target, guard: ({ event }) => event.stage === stage })
