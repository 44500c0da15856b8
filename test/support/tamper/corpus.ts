// The tamper corpus: every class, how many files of each, and what the check must say of one of them.

import { nodeDigest } from '../../../electron/services/node-digest.ts'
import { atHandAmong } from '../../../records/at-hand.ts'
import { type CheckOptions, startChecks } from '../../../records/check.ts'
import { judgeRecord, ruleOfRecord } from '../../../records/law.ts'
import type { CheckLine, Overall, Report } from '../../../records/report.ts'
import { checkedAt } from '../../records/making.ts'
import { Chance } from './chance.ts'
import { appendedBytes, appendedRevision, foreignTool } from './classes/appended.ts'
import { flipInCompletion, flipInRevision, flipInTypeset, flipInValue } from './classes/bit-flips.ts'
import { clockBack } from './classes/clock-back.ts'
import { countsAltered } from './classes/counts-altered.ts'
import { coveredAfter, coveredBetween } from './classes/covered.ts'
import { crossReference } from './classes/cross-reference.ts'
import { bytesMoved, cutAnywhere, cutBack } from './classes/cuts.ts'
import { endedSince, expired } from './classes/expired.ts'
import { hiddenInDrawing, hiddenInRevision } from './classes/hidden-content.ts'
import { logEntryRemoved } from './classes/log-entry-removed.ts'
import { lyingFont } from './classes/lying-font.ts'
import { lyingMap } from './classes/lying-map.ts'
import { signatureDropped, signaturesSwapped } from './classes/moved-signatures.ts'
import { movedWords } from './classes/moved-words.ts'
import { objectStreams } from './classes/object-streams.ts'
import { oddCms } from './classes/odd-cms.ts'
import { oldVersion } from './classes/old-version.ts'
import { recordOfAnotherCase } from './classes/other-case.ts'
import { otherKey } from './classes/other-key.ts'
import { otherRoot } from './classes/other-root.ts'
import { replacedJson } from './classes/replaced-json.ts'
import { revoked, revokedSince } from './classes/revoked.ts'
import { swollen } from './classes/swollen.ts'
import { fewerSigners, otherNameShown, wrongOrder, wrongPerson } from './classes/wrong-people.ts'
import { lastOf } from './forge.ts'
import type { Stock } from './stock.ts'
import type { Forged, TamperClass } from './tamper-class.ts'

export const tamperClasses: readonly TamperClass[] = [
  flipInTypeset,
  flipInCompletion,
  flipInRevision,
  flipInValue,
  cutAnywhere,
  cutBack,
  bytesMoved,
  appendedBytes,
  appendedRevision,
  foreignTool,
  coveredAfter,
  coveredBetween,
  replacedJson,
  countsAltered,
  signaturesSwapped,
  signatureDropped,
  otherKey,
  oddCms,
  expired,
  endedSince,
  revoked,
  revokedSince,
  otherRoot,
  wrongPerson,
  wrongOrder,
  fewerSigners,
  otherNameShown,
  clockBack,
  logEntryRemoved,
  recordOfAnotherCase,
  oldVersion,
  crossReference,
  objectStreams,
  hiddenInDrawing,
  hiddenInRevision,
  lyingMap,
  lyingFont,
  movedWords,
  swollen,
]

/** One file of the corpus: its class, and its number within it. */
export type Task = { readonly kind: number; readonly number: number }

/** At least `files` files, every class at least once, shared out by weight; those of one class in a row. */
export function tasksFor(files: number): readonly Task[] {
  const weights = tamperClasses.reduce((sum, { weight }) => sum + weight, 0)
  return tamperClasses.flatMap(({ weight }, kind) =>
    Array.from({ length: Math.ceil((files * weight) / weights) }, (_, number) => ({ kind, number })),
  )
}

export type Tried = {
  readonly kind: number
  readonly number: number
  readonly what: string
  readonly overall: Overall
  /** Codes that say why it is not valid. */
  readonly codes: readonly string[]
  readonly complaints: readonly string[]
  readonly milliseconds: number
}

/** What stands around a check of the corpus: the root, the law, empty lists of revocation, and the first record of the case at hand. */
export async function settingOf(stock: Stock): Promise<CheckOptions> {
  return {
    roots: [stock.root],
    crls: stock.lists.none,
    now: checkedAt,
    judge: judgeRecord,
    ruleOf: ruleOfRecord,
    digest: nodeDigest,
    ...(await atHandAmong([{ bytes: stock.good.first.drawn }])),
  }
}

export const forgeOne = async (stock: Stock, { kind, number }: Task, seed: number): Promise<Forged> => {
  const chosen = tamperClasses[kind]
  if (!chosen) throw new Error('no such class')
  return chosen.forge(stock, new Chance(seed, kind, number))
}

async function checkForged({ pdf, options }: Forged, setting: CheckOptions): Promise<Report> {
  const { expected, ...rest } = { ...setting, ...options }
  return startChecks(rest).check(pdf, expected)
}

/** Longer than this is a hang. */
export const longestMs = 5_000

export const tryOne = async (stock: Stock, setting: CheckOptions, task: Task, seed: number): Promise<Tried> =>
  checkedIn(setting, task, await forgeOne(stock, task, seed))

/** Checks one forged file, against the clock and against what its class allows. */
export async function checkedIn(setting: CheckOptions, task: Task, forged: Forged): Promise<Tried> {
  const started = performance.now()
  const report = await checkForged(forged, setting)
  const milliseconds = performance.now() - started
  const complaints = [...complaintsOf(task, report), ...(milliseconds > longestMs ? [`took ${milliseconds.toFixed(0)} ms`] : [])]
  const codes = [...new Set(report.lines.filter(isAgainst).map(({ code }) => code))].sort()
  return { ...task, what: forged.what, overall: report.overall, codes, complaints, milliseconds }
}

const isAgainst = ({ state }: CheckLine): boolean => state === 'broken' || state === 'undecided'

function complaintsOf({ kind }: Task, { overall, lines }: Report): readonly string[] {
  const chosen = tamperClasses[kind]
  if (!chosen) return ['no such class']
  if (overall === 'HOP_LE') return ['passes as valid']
  const against = lines.filter(isAgainst)
  const telling: readonly string[] = overall === 'KHONG_HOP_LE' ? chosen.broken : chosen.undecided
  const state = overall === 'KHONG_HOP_LE' ? 'broken' : 'undecided'
  const isTold = against.some((line) => line.state === state && telling.includes(line.code))
  const known: readonly string[] = [...chosen.broken, ...chosen.undecided, ...chosen.beside]
  const foreign = [...new Set(against.map(({ code }) => code as string).filter((code) => !known.includes(code)))]
  const seen = against.map(({ code, state: as }) => `${code} (${as})`).join(', ')
  return [
    ...(isTold ? [] : [`${overall} without a code of its class: ${seen}`]),
    ...(foreign.length > 0 ? [`codes of no class of its kind: ${foreign.join()}`] : []),
  ]
}

/** The good records must pass, or nothing here proves anything. */
export async function goodOnes(stock: Stock, setting: CheckOptions): Promise<readonly Report[]> {
  return Promise.all(Object.values(stock.good).map(({ steps }) => startChecks(setting).check(lastOf(steps))))
}
