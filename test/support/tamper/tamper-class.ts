// What a class of the corpus is: how its files are made, and which codes an honest check may give for them.
import type { CheckOptions } from '../../../records/check.ts'
import type { CheckCode } from '../../../workflows/wording/check-codes.ts'
import type { Chance } from './chance.ts'
import type { Stock } from './stock.ts'

export type Forged = {
  readonly pdf: Uint8Array
  /** What was done, for whoever has to look into it. */
  readonly what: string
  /** Beyond the trusted root, the law and the first record of the case at hand. */
  readonly options?: Partial<CheckOptions>
}

export type TamperClass = {
  readonly name: string
  readonly title: { readonly vi: string; readonly en: string }
  /** Share of the corpus, against the other classes. */
  readonly weight: number
  /** A file found broken must carry one of these as broken. */
  readonly broken: readonly CheckCode[]
  /** A file that cannot be decided must carry one of these; empty where every file must be found broken. */
  readonly undecided: readonly CheckCode[]
  /** What else may stand beside, as broken or undecided. */
  readonly beside: readonly CheckCode[]
  forge(stock: Stock, chance: Chance): Forged | Promise<Forged>
}
