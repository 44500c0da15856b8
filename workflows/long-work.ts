// The part of the counter that speaks of work that lasts: what is under way, how far it is, and stopping it while nothing of it counts yet.
import { z } from 'zod'

export const workKinds = [
  'exportCase',
  'exportOneFile',
  'exportBag',
  'backup',
  'proveBackup',
  'checkFile',
  'checkFolder',
  'checkLedger',
  'checkPages',
  'sign',
  'exportWord',
  'exportForm2C',
  'exportRegistry',
  'readReturn',
  'readCommunes',
  'writeBook',
  'unpackRoster',
  'readRoster',
  'gatherRoster',
  'accountRoster',
  'importRoster',
] as const
export type WorkKind = (typeof workKinds)[number]

const workId = z.string().regex(/^w\d{1,9}$/)

/** As it goes to every window: counts and names of ours, nothing of what is worked on. */
export type WorkView = {
  readonly workId: string
  readonly kind: WorkKind
  /** Pieces finished, of how many; `of` is 0 while nobody can tell. */
  readonly done: number
  readonly of: number
  /** `late`: what is being written now is written whole, and nobody can stop it any more. */
  readonly stop: 'may' | 'asked' | 'late'
  readonly over?: 'done' | 'stopped' | 'failed'
}

export const workQuestions = [
  /** Asks the work to stop; its own answer says whether it did. A work that is over or past stopping is left alone. */
  z.strictObject({ about: z.literal('stopWork'), workId }),
] as const

export type WorkAnswers = { stopWork: null }
