// The text border of the `tally` command: strict reading of counts, and the one line each answer is written as.
// Names are brought to NFC; two names that become one, and names that are no text (a lone surrogate), cannot be read.
import { parseStrictJson } from '../core/canonical.ts'
import { stageRule } from '../rulebooks/index.ts'
import { CaseSettings } from '../rulebooks/settings.ts'
import { isSettingName, settingScopes } from '../rulebooks/settings-for.ts'
import { procedureKinds, type RulebookId, rulebookIds, stageKeys } from '../rulebooks/types.ts'
import type { JudgementContext, JudgementInput } from './judgement.ts'
import { judge } from './outcome.ts'
import type { GivenCount } from './tally.ts'

/** What could not be read, by its path: `count.present`, `context.settings.carryRule`; `input` for the text or element as a whole. */
export type TallyFault = { readonly fault: { readonly field: string } }

/** 1 MB of UTF-8. */
export const maxInputBytes = 1_048_576

class Unreadable extends Error {
  readonly field: string
  constructor(field: string) {
    super(`unreadable: ${field}`)
    this.field = field
  }
}
const unreadable = (field: string): never => {
  throw new Unreadable(field)
}

/** Reads one count or an array of them. Elements are read one by one: a broken one does not take the others with it. */
export function readTallyInput(text: string): TallyFault | JudgementInput | readonly (TallyFault | JudgementInput)[] {
  if (utf8Length(text) > maxInputBytes) return { fault: { field: 'input' } }
  const parsed = parseStrictJson(text)
  if (!parsed.ok) return { fault: { field: parsed.refusal.code === 'duplicate-key' ? parsed.refusal.key : 'input' } }
  return Array.isArray(parsed.value) ? parsed.value.map(readElement) : readElement(parsed.value)
}

/** One element of the input as a judgement can take it, or the first field that cannot be read. */
export function readElement(value: unknown): TallyFault | JudgementInput {
  try {
    return inputFrom(value)
  } catch (error) {
    if (error instanceof Unreadable) return { fault: { field: error.field } }
    throw error
  }
}

export type TallyAnswer = { readonly line: string; readonly exit: 0 | 1 | 2 }

/** The answer to one element as one line of JSON: 0 decided, 1 refused, 2 not readable. */
export function tally(element: TallyFault | JudgementInput): TallyAnswer {
  if ('fault' in element) return { line: JSON.stringify(element), exit: 2 }
  const judged = judge(element)
  return judged.ok ? { line: JSON.stringify(judged.value), exit: 0 } : { line: JSON.stringify({ refusal: judged.refusal }), exit: 1 }
}

/** The whole command: a line for each element, and the worst exit code. */
export function tallyText(text: string): { readonly lines: readonly string[]; readonly exit: 0 | 1 | 2 } {
  const read = readTallyInput(text)
  const answers = (isMany(read) ? read : [read]).map(tally)
  const exit = ([2, 1] as const).find((code) => answers.some((answer) => answer.exit === code)) ?? 0
  return { lines: answers.map((answer) => answer.line), exit }
}

const isMany = (read: ReturnType<typeof readTallyInput>): read is readonly (TallyFault | JudgementInput)[] => Array.isArray(read)

type Fields = Readonly<Record<string, unknown>>

/** A plain object; `known` names all it may hold. Read only by own keys: a name may be `__proto__`. */
function objectAt(value: unknown, path: string, known?: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unreadable(path)
  const stranger = known && Object.keys(value).find((key) => !known.includes(key))
  if (stranger !== undefined) unreadable(path === 'input' ? stranger : `${path}.${stranger}`)
  return { ...value }
}

const own = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined)

function wordAt<const W extends string>(value: unknown, path: string, words: readonly W[]): W {
  return words.find((word) => word === value) ?? unreadable(path)
}

/** A whole number from `least` to 2^53-1. */
function wholeAt(value: unknown, path: string, least = 0): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) return unreadable(path)
  return value === 0 ? 0 : value
}

function nameAt(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '' || !value.isWellFormed()) return unreadable(path)
  return value.normalize('NFC')
}

const inputFields = ['rulebook', 'procedure', 'stage', 'count', 'context']
const required = ['convenedRaw', 'present'] as const
const optional = [
  'membersTotal',
  'excusedForceMajeure',
  'ballotsPrepared',
  'ballotsIssued',
  'ballotsCollected',
  'ballotsValid',
  'ballotsInvalid',
  'ballotsBlank',
  'seats',
  'agree',
  'disagree',
  'noOpinion',
] as const
const opinions = ['agree', 'disagree', 'noOpinion'] as const
/** A body, a list and a race have at least one member (procedure.md 2.1). */
const atLeastOne: readonly string[] = ['membersTotal', 'convenedRaw', 'seats']

function inputFrom(value: unknown): JudgementInput {
  const fields = objectAt(value, 'input', inputFields)
  const rulebook = wordAt(own(fields, 'rulebook'), 'rulebook', rulebookIds)
  const procedure = wordAt(own(fields, 'procedure'), 'procedure', procedureKinds)
  const stage = wordAt(own(fields, 'stage'), 'stage', stageKeys)
  const count = countFrom(own(fields, 'count'))
  const method = stageRule(rulebook, procedure, stage)?.ballot?.rule.method
  // A voter names people there; nobody agrees or disagrees.
  if (method === 'nomination' || method === 'divergence')
    for (const key of opinions) if (count[key] !== undefined) unreadable(`count.${key}`)
  const context = own(fields, 'context')
  return { rulebook, procedure, stage, count, ...(context !== undefined && { context: contextFrom(context, rulebook) }) }
}

function countFrom(value: unknown): GivenCount {
  const fields = objectAt(value, 'count', [...required, ...optional, 'votes'])
  const read = (key: string) => wholeAt(own(fields, key), `count.${key}`, atLeastOne.includes(key) ? 1 : 0)
  const given = optional.filter((key) => own(fields, key) !== undefined).map((key) => [key, read(key)] as const)
  const count: GivenCount = { ...Object.fromEntries(given), convenedRaw: read('convenedRaw'), present: read('present') }
  const votes = own(fields, 'votes')
  const whole = votes === undefined ? count : { ...count, votes: votesFrom(votes) }
  checkOpinions(whole)
  return whole
}

function votesFrom(value: unknown): Readonly<Record<string, number>> {
  const votes = new Map<string, number>()
  for (const [key, got] of Object.entries(objectAt(value, 'count.votes'))) {
    const name = nameAt(key, `count.votes.${key}`)
    if (votes.has(name)) unreadable(`count.votes.${name}`)
    votes.set(name, wholeAt(got, `count.votes.${name}`))
  }
  return Object.fromEntries(votes)
}

/** `agree` says the same as the votes of one person: it must not contradict them, nor be missing beside `disagree`. */
function checkOpinions(count: GivenCount): void {
  const stated = opinions.find((key) => count[key] !== undefined)
  if (stated === undefined) return
  const votes = Object.values(count.votes ?? {})
  if (votes.length > 1) unreadable(`count.${stated}`)
  if (count.agree === undefined && votes.length === 0) unreadable('count.agree')
  if (count.agree !== undefined && votes.length === 1 && votes[0] !== count.agree) unreadable('count.agree')
}

function contextFrom(value: unknown, rulebook: RulebookId): JudgementContext {
  const fields = objectAt(value, 'context', ['carriedFrom', 'introducedByHead', 'headVacant', 'settings'])
  const carriedFrom = own(fields, 'carriedFrom')
  const introducedByHead = own(fields, 'introducedByHead')
  const headVacant = own(fields, 'headVacant')
  const settings = own(fields, 'settings')
  if (headVacant !== undefined && typeof headVacant !== 'boolean') unreadable('context.headVacant')
  return {
    ...(carriedFrom !== undefined && { carriedFrom: namesFrom(carriedFrom, 'context.carriedFrom') }),
    ...(introducedByHead !== undefined && { introducedByHead: nameAt(introducedByHead, 'context.introducedByHead') }),
    ...(headVacant === true && { headVacant: true }),
    ...(settings !== undefined && { settings: settingsFrom(settings, rulebook) }),
  }
}

function namesFrom(value: unknown, path: string): readonly string[] {
  if (!Array.isArray(value)) return unreadable(path)
  const names = value.map((name: unknown, at) => nameAt(name, `${path}.${at}`))
  const twice = names.findIndex((name, at) => names.indexOf(name) < at)
  return twice < 0 ? names : unreadable(`${path}.${twice}`)
}

/** Names and values of 10.1. A setting outside its rulebooks cannot be meant. */
function settingsFrom(value: unknown, rulebook: RulebookId): Partial<CaseSettings> {
  const path = 'context.settings'
  const read = Object.entries(objectAt(value, path)).map(([name, given]) => {
    if (!isSettingName(name) || !settingScopes[name].rulebooks.includes(rulebook)) return unreadable(`${path}.${name}`)
    const parsed = CaseSettings.shape[name].safeParse(given)
    return parsed.success ? [name, parsed.data] : unreadable([path, name, ...(parsed.error.issues[0]?.path ?? [])].join('.'))
  })
  return Object.fromEntries(read) as Partial<CaseSettings>
}

/** Bytes of `text` in UTF-8. The law has no encoder; a surrogate pair is four bytes, a half of one three. */
function utf8Length(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
