// The words of the law on screen, in the language chosen: one object the screens ask, so that no screen names a thing by itself.
import { useTranslation } from 'react-i18next'
import type { CountRefusal, CountWarning, OutcomeKind } from '../workflows/conference/judgement.ts'
import type { CheckLine, Refusal } from '../workflows/office.ts'
import type { CaseSummary, Condition, ConferenceView, NextAct, PaperView } from '../workflows/procedure/case-view.ts'
import type { CaseCommandType } from '../workflows/procedure/commands.ts'
import type { ActKey, BallotKind, BaseName, ProcedureKind, RulebookId } from '../workflows/rulebooks/types.ts'
import type { CheckCode } from '../workflows/wording/check-codes.ts'
import { checkSubject } from '../workflows/wording/check-subjects.ts'
import type { Lang } from '../workflows/wording/sentence.ts'
import type { Messages } from './messages/vi.ts'
import type { ChipMeaning } from './parts/chip.tsx'
import { sentences } from './read-sentences.ts'
import type { Meaning } from './theme.ts'

const outcomeMeanings: Readonly<Record<OutcomeKind, Meaning>> = {
  selected: 'passed',
  passed: 'passed',
  carried: 'carried',
  consulted: 'carried',
  divergenceBallot: 'carried',
  awaitingDirection: 'stopped',
  headDecides: 'warn',
  reported: 'stopped',
  stopped: 'stopped',
  notSelected: 'stopped',
  notPassed: 'stopped',
  notQuorate: 'warn',
}
const statusMeanings: Readonly<Record<string, ChipMeaning>> = {
  stoppedForDirection: 'stopped',
  awaitingDirection: 'stopped',
  suspendedNewIssue: 'warn',
  notQuorate: 'warn',
  cancelled: 'stopped',
  decided: 'passed',
  effective: 'passed',
  archived: 'passed',
}

type NamedPaper = Pick<PaperView, 'kind' | 'stage' | 'personName'> & { readonly version?: number }

const isCheckCode = (code: string): code is CheckCode => Object.hasOwn(sentences().checkCodes, code)

export function useWording() {
  const { t, i18n } = useTranslation()
  const language: Lang = i18n.language === 'en' ? 'en' : 'vi'
  /** A name of an open set (a status, a field) in its group; the code itself where the group lacks it. */
  const among = (group: keyof Messages, name: string): string => {
    const said: unknown = i18n.getResource(language, 'translation', `${group}.${name}`)
    return typeof said === 'string' ? said : name
  }
  const settingWord = (value: unknown): string => among('settingWord', String(value))
  const stage = (key: string) => among('stage', key)
  const shortStage = (key: string) => (among('roadStage', key) === key ? stage(key) : among('roadStage', key))
  const act = (key: ActKey) => t(`actName.${key}`)
  const command = (type: CaseCommandType): string => t(`command.${type}`)
  const named = (next: { readonly command: CaseCommandType; readonly act?: ActKey; readonly stage?: string }) =>
    next.act !== undefined
      ? t('act.record', { act: act(next.act) })
      : next.stage === undefined
        ? command(next.command)
        : `${command(next.command)}: ${stage(next.stage)}`
  return {
    stage,
    /** A meeting as its rulebook names it; in English by its step. */
    conference: ({ name, stage: key }: Pick<ConferenceView, 'name' | 'stage'>) => (language === 'en' ? stage(key) : name),
    act,
    command,
    actField: (field: string) => among('actField', field),
    nextAct: (next: NextAct) =>
      named({
        command: next.command,
        ...(next.act === undefined ? {} : { act: next.act.key }),
        ...(next.stage === undefined ? {} : { stage: next.stage }),
      }),
    summaryAct: (next: NonNullable<CaseSummary['nextAct']>) => named(next),
    /** Status and next act as a row of a list has room for them. */
    shortStatus: (name: string) => (among('status', name) === name ? shortStage(name) : among('status', name)),
    shortAct: (next: NonNullable<CaseSummary['nextAct']>) =>
      next.act === undefined && next.stage !== undefined ? `${command(next.command)}: ${shortStage(next.stage)}` : named(next),
    status: (name: string) => (among('status', name) === name ? stage(name) : among('status', name)),
    /** Stops of the path, short enough to stand side by side. */
    roadStage: shortStage,
    roadStop: (key: string) => (among('roadStop', key) === key ? among('status', key) : among('roadStop', key)),
    statusMeaning: (name: string): ChipMeaning => statusMeanings[name] ?? 'ink',
    kind: (kind: ProcedureKind) => t(`kind.${kind}`),
    rulebook: (id: RulebookId) => t(`rulebook.${id}`),
    /** `54,17` as the reader writes it: a point in English. */
    percent: (text: string) => (language === 'en' ? text.replace(',', '.') : text),
    base: (name: BaseName) => t(`base.${name}`),
    ballotKind: (kind: BallotKind) => t(`ballotKind.${kind}`),
    outcome: (kind: OutcomeKind) => t(`outcome.${kind}`),
    meaning: (kind: OutcomeKind): Meaning => outcomeMeanings[kind],
    signerRole: (role: string) => among('signerRole', role),
    deadline: (key: string) => among('deadlineName', key),
    fact: (type: string) => among('fact', type),
    /** An act on record, a step of the case or something done between its conferences. */
    recorded: (act: string) => (among('actName', act) === act ? among('fact', act) : among('actName', act)),
    setting: (name: string) => among('settingName', name),
    settingPart: (name: string) => among('settingPart', name),
    /** What a setting says; one of several parts names each. */
    settingValue: (value: unknown): string =>
      typeof value === 'object' && value !== null
        ? Object.entries(value)
            .map(([part, inside]) => `${among('settingPart', part)} ${settingWord(inside)}`)
            .join(', ')
        : settingWord(value),
    next: (next: string) =>
      next === 'submitted'
        ? t('next.submitted')
        : among('stage', next) === next
          ? among('status', next) === next
            ? t('next.none')
            : among('status', next)
          : stage(next),
    paper: (paper: NamedPaper) =>
      [
        t(`paperName.${paper.kind}`),
        ...(paper.stage === undefined ? [] : [stage(paper.stage)]),
        ...(paper.personName === undefined ? [] : [paper.personName]),
        ...(paper.version !== undefined && paper.version > 1 ? [t('paper.version', { version: paper.version })] : []),
      ].join(', '),
    paperField: (key: string) => among('paperField', key),
    wordField: (name: string) => among('wordField', name),
    paperChoice: (word: string) => among('paperChoice', word),
    /** What a check speaks of: a signature by its role, a step by its name, anything else as it stands. */
    subject: (subject: string) => checkSubject(subject, language),
    /** What a line of a check that is not simply right means, and what to do. */
    checkAdvice: (line: CheckLine) => {
      const advice = line.state === 'ok' || !isCheckCode(line.code) ? undefined : sentences().checkAdvice[line.code]
      return advice && { means: advice.means[language], todo: advice.todo[language] }
    },
    check: (line: CheckLine) =>
      isCheckCode(line.code) ? sentences().checkSentence({ code: line.code, numbers: line.numbers }, language) : line.code,
    /** Read out at the meeting: only ever called for a result that is announced there. */
    announcement: (conference: ConferenceView): readonly string[] => sentences().announcementLines(conference, language),
    /** Read out where the result is not announced. */
    sealedWords: (conference: ConferenceView): readonly string[] => sentences().sealedLines(conference, language),
    inWords: (count: number): string => sentences().inWords(count, language),
    language,
    refusal: (refusal: Refusal | CountRefusal): string => sentences().refusalText(refusal, language),
    warning: (warning: CountWarning): string => sentences().refusalText(warning, language),
    /** What is missing in a few words, for a gate that is read across a room. */
    unmetBriefly({ code, numbers }: Condition): string {
      const said = among('unmetBriefly', code)
      if (said === code) return sentences().refusalText({ ...numbers, code }, language)
      return said.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
        const value = numbers[name]
        return Array.isArray(value) ? value.join(', ') : String(value ?? '')
      })
    },
    /** A condition not met says what shuts the gate; one that is met says so in a few words. */
    condition({ code, isMet, numbers }: Condition): string {
      if (code === 'act-missing' && typeof numbers.act === 'string') {
        const name = among('actName', numbers.act)
        return isMet ? t('met.act', { act: name }) : t('unmet.act', { act: name })
      }
      const said = isMet ? among('met', code) : code
      if (said === code) return sentences().refusalText({ ...numbers, code }, language)
      return said.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(numbers[name] ?? ''))
    },
  }
}
