// The desk as its facts left it: who may work here, which days are off, which keys there are. Judges nothing.

import type { UnitId } from '../core/ids.ts'
import type { ToneMarkStyle } from '../core/tone-marks.ts'
import type { Operator } from '../office.ts'
import type { Term } from '../papers/register.ts'
import type { OwnComposition } from '../registry/own-composition.ts'
import type { CommunesLoaded } from './communes.ts'
import type { DeskFactOf, DeskKey, StoredDeskFact } from './facts.ts'
import { isSameReturn, type TakenReturn } from './returns.ts'

export type HolidayChange = { readonly off: readonly string[]; readonly working: readonly string[] }

export type DeskState = {
  readonly version: number
  readonly opened: DeskFactOf<'officeOpened'>
  readonly operators: readonly Operator[]
  /** The latest word for each year; a year nobody changed is as it was shipped. */
  readonly holidays: Readonly<Record<string, HolidayChange>>
  /** Terms of the committee, in order of their days. */
  readonly terms: readonly Term[]
  /** What the office did to its registers itself. */
  readonly ownNumbers: readonly (DeskFactOf<'registerStarted'> | DeskFactOf<'numbersTaken'>)[]
  /** As the app writes until the office chooses. */
  readonly toneMarks: ToneMarkStyle
  /** When it chose what: a paper keeps the spelling of its day. */
  readonly spellings: readonly { readonly at: string; readonly toneMarks: ToneMarkStyle }[]
  readonly authority?: Authority
  /** Recovery kits ever made of it, in order; a newer one does not end an older. */
  readonly kits: readonly KitMade[]
  readonly keys: readonly DeskKey[]
  /** Named to head the personnel work. */
  readonly hrHead?: Operator['operatorId']
  readonly policies: readonly (Omit<DeskFactOf<'policyAccepted'>, 'type'> & { readonly acceptedAt: string; readonly endedAt?: string })[]
  /** Of other authorities, the newest of each. */
  readonly lists: readonly Omit<DeskFactOf<'revocationListImported'>, 'type'>[]
  /** Certificates of the office authority that count no more. */
  readonly revoked: readonly Omit<DeskFactOf<'certificateRevoked'>, 'type'>[]
  /** The newest list of the authority. */
  readonly ownList?: Omit<DeskFactOf<'revocationListMade'>, 'type'>
  /** Every template ever loaded, the newest last; `isDropped`: the shipped one is used again. */
  readonly wordTemplates: readonly WordTemplate[]
  /** What clerks said of layouts of rosters, by fingerprint. */
  readonly rosterLayouts: ReadonlyMap<string, Pick<DeskFactOf<'rosterLayoutLearned'>, 'columns' | 'place'>>
  /** Every version ever taken in, in order. */
  readonly returns: readonly TakenReturn[]
  readonly returnSenders: readonly UnitId[]
  /** Every list of communes ever loaded, in order. */
  readonly communes: readonly CommunesLoaded[]
  /** The office's own composition templates, in the order in which they were first kept. */
  readonly compositions: readonly OwnComposition[]
  /** Days the log of looks is kept; the shipped number where the office set none. */
  readonly readLogDays?: number
  /** By path; a driver named again replaces what was known of it. */
  readonly drivers: readonly TokenDriver[]
  readonly lastBackupAt?: string
}
export type Authority = Omit<DeskFactOf<'authorityCreated'>, 'type'>
export type KitMade = { readonly kitSha256: string; readonly madeAt: string; readonly by: string }
export type WordTemplate = Omit<DeskFactOf<'wordTemplateLoaded'>, 'type'> & {
  readonly loadedAt: string
  readonly by: string
  readonly isDropped?: true
}
export type TokenDriver = Omit<DeskFactOf<'tokenDriverAdded'>, 'type'> & { readonly addedAt: string }

const begin = (fact: DeskFactOf<'officeOpened'>): DeskState => ({
  version: 0,
  opened: fact,
  operators: [],
  holidays: {},
  terms: [],
  ownNumbers: [],
  toneMarks: 'firstVowel',
  spellings: [],
  kits: [],
  revoked: [],
  lists: [],
  policies: [],
  keys: [],
  wordTemplates: [],
  rosterLayouts: new Map(),
  returns: [],
  returnSenders: [],
  communes: [],
  compositions: [],
  drivers: [],
})

export function evolveDesk(state: DeskState | null, stored: StoredDeskFact): DeskState {
  const before = stored.fact.type === 'officeOpened' ? begin(stored.fact) : state
  if (before === null) throw new Error('a desk begins with officeOpened')
  return { ...fold(before, stored), version: stored.version }
}

function fold(state: DeskState, { fact, at, by }: StoredDeskFact): DeskState {
  switch (fact.type) {
    case 'operatorAdded':
      return { ...state, operators: [...state.operators, fact.operator] }
    case 'holidaysChanged':
      return { ...state, holidays: { ...state.holidays, [fact.year]: { off: fact.off, working: fact.working } } }
    case 'authorityCreated':
      return { ...state, authority: fact }
    case 'authorityRestored': {
      const { kitSha256, ...authority } = fact
      const isKnown = state.kits.some((kit) => kit.kitSha256 === kitSha256)
      return { ...state, authority, kits: isKnown ? state.kits : [...state.kits, { kitSha256, madeAt: at, by }] }
    }
    case 'recoveryKitMade':
      return { ...state, kits: [...state.kits, { kitSha256: fact.kitSha256, madeAt: at, by }] }
    case 'certificateIssued':
    case 'keyImported': {
      const { type: _, ...key } = fact
      return { ...state, keys: [...state.keys, key] }
    }
    case 'certificateRevoked':
      return { ...state, revoked: [...state.revoked, fact] }
    case 'revocationListImported':
      return { ...state, lists: [...state.lists.filter(({ issuerSha256 }) => issuerSha256 !== fact.issuerSha256), fact] }
    case 'policyAccepted':
      return { ...state, policies: [...state.policies, { ...fact, acceptedAt: at }] }
    case 'policyEnded': {
      const end = (one: DeskState['policies'][number]) => (one.policySha256 === fact.policySha256 ? { ...one, endedAt: at } : one)
      return { ...state, policies: state.policies.map(end) }
    }
    case 'hrHeadNamed':
      return { ...state, hrHead: fact.operatorId }
    case 'revocationListMade':
      return { ...state, ownList: fact }
    case 'tokenDriverAdded': {
      const { path, sha256, description } = fact
      return { ...state, drivers: [...state.drivers.filter((one) => one.path !== path), { path, sha256, description, addedAt: at }] }
    }
    case 'termStarted':
      return { ...state, terms: [...state.terms, { name: fact.name, from: fact.from }] }
    case 'spellingChosen':
      return { ...state, toneMarks: fact.toneMarks, spellings: [...state.spellings, { at, toneMarks: fact.toneMarks }] }
    case 'registerStarted':
    case 'numbersTaken':
      return { ...state, ownNumbers: [...state.ownNumbers, fact] }
    case 'wordTemplateLoaded': {
      const { type: _, ...template } = fact
      return { ...state, wordTemplates: [...state.wordTemplates, { ...template, loadedAt: at, by }] }
    }
    case 'wordTemplateDropped':
      return {
        ...state,
        wordTemplates: state.wordTemplates.map((one) =>
          one.family === fact.family && one.kind === fact.kind ? { ...one, isDropped: true } : one,
        ),
      }
    case 'rosterLayoutLearned':
      return { ...state, rosterLayouts: new Map(state.rosterLayouts).set(fact.fingerprint, fact) }
    case 'backupMade':
      return { ...state, lastBackupAt: at }
    case 'returnTaken': {
      const { type: _, ...taken } = fact
      return { ...state, returns: [...state.returns, { ...taken, takenAt: at, by }] }
    }
    case 'returnDropped': {
      const drop = (one: TakenReturn): TakenReturn =>
        isSameReturn(one, fact) && one.version === fact.version ? { ...one, dropped: fact.reason } : one
      return { ...state, returns: state.returns.map(drop) }
    }
    case 'returnSendersSet':
      return { ...state, returnSenders: fact.unitIds }
    case 'communesLoaded': {
      const { type: _, ...loaded } = fact
      return { ...state, communes: [...state.communes, { ...loaded, loadedAt: at, by }] }
    }
    case 'compositionKept': {
      const { type: _, ...kept } = fact
      const own = { ...kept, keptAt: at, by }
      const isKnown = state.compositions.some((one) => one.compositionId === own.compositionId)
      const replaced = state.compositions.map((one) => (one.compositionId === own.compositionId ? own : one))
      return { ...state, compositions: isKnown ? replaced : [...state.compositions, own] }
    }
    case 'compositionDropped':
      return { ...state, compositions: state.compositions.filter((one) => one.compositionId !== fact.compositionId) }
    case 'readLogDaysSet':
      return { ...state, readLogDays: fact.days }
    case 'officeOpened':
    case 'workStarted':
    case 'caseExported':
    case 'verificationRun':
    case 'passphraseChanged':
    case 'clockAccepted':
    case 'registryExported':
      return state
  }
}

/** The office's own template in use; undefined where the shipped one is. */
export const findWordTemplate = (state: DeskState, family: string, kind: string): WordTemplate | undefined =>
  state.wordTemplates.findLast((one) => one.family === family && one.kind === kind && one.isDropped !== true)
export const findOperator = (state: DeskState, operatorId: string): Operator | undefined =>
  state.operators.find((one) => one.operatorId === operatorId)
export const findKey = (state: DeskState, keyId: string): DeskKey | undefined => state.keys.find((one) => one.keyId === keyId)
