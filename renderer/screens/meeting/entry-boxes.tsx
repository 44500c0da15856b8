// The boxes of a count: what the counting team reads out, with the law's arithmetic as one types. An empty box is no zero.
import { useTranslation } from 'react-i18next'
import { type CountEntry, invalidReasons } from '../../../workflows/conference/facts.ts'
import type { JudgementInput } from '../../../workflows/conference/judgement.ts'
import type { BallotView } from '../../../workflows/procedure/case-view.ts'
import { checkTyped } from '../../counting.ts'
import { CountBox, countIn, readCount } from '../../parts/count-box.tsx'
import { clean, TextBox } from '../../parts/form.tsx'
import { useWording } from '../../wording.ts'

export type EntryDraft = {
  readonly valid: string
  readonly invalid: string
  readonly blank: string
  readonly votes: Readonly<Record<string, string>>
  readonly agree: string
  readonly disagree: string
  readonly noOpinion: string
  readonly reasons: Readonly<Record<string, string>>
  readonly missing: string
}

export const emptyEntry: EntryDraft = {
  valid: '',
  invalid: '',
  blank: '',
  votes: {},
  agree: '',
  disagree: '',
  noOpinion: '',
  reasons: {},
  missing: '',
}

const bad = (text: string) => readCount(text).state === 'bad'

/** The entry as typed, or null while a box that must be filled is empty or holds no number. */
export function entryOf(draft: EntryDraft, ballot: BallotView): CountEntry | null {
  const ballotsValid = countIn(draft.valid)
  const ballotsInvalid = countIn(draft.invalid)
  const ballotsBlank = countIn(draft.blank)
  const noOpinion = countIn(draft.noOpinion)
  if (ballotsValid === undefined || ballotsInvalid === undefined || bad(draft.blank) || bad(draft.noOpinion)) return null
  const reasons = Object.fromEntries(
    invalidReasons.flatMap((reason) => {
      const count = countIn(draft.reasons[reason] ?? '')
      return count === undefined || count === 0 ? [] : [[reason, count] as const]
    }),
  )
  const missing = clean(draft.missing)
  const rest = {
    ...(Object.keys(reasons).length === 0 ? {} : { invalidReasons: reasons }),
    ...(missing === '' ? {} : { missingExplained: missing }),
  }
  if (ballot.isApproval) {
    const agree = countIn(draft.agree)
    const disagree = countIn(draft.disagree)
    if (agree === undefined || disagree === undefined) return null
    return { ballotsValid, ballotsInvalid, agree, disagree, ...(noOpinion === undefined ? {} : { noOpinion }), ...rest }
  }
  const votes: Record<string, number> = {}
  for (const { ballotName } of ballot.names) {
    const count = countIn(draft.votes[ballotName] ?? '')
    if (count === undefined) return null
    votes[ballotName] = count
  }
  return { ballotsValid, ballotsInvalid, ...(ballotsBlank === undefined ? {} : { ballotsBlank }), votes, ...rest }
}

export function EntryBoxes(props: {
  readonly ballot: BallotView
  readonly input: JudgementInput | undefined
  readonly draft: EntryDraft
  readonly onChange: (draft: EntryDraft) => void
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const { ballot, draft, tried } = props
  const set =
    <K extends keyof EntryDraft>(key: K) =>
    (value: EntryDraft[K]) =>
      props.onChange({ ...draft, [key]: value })
  const hasMissing = ballot.collected !== undefined && ballot.issued !== undefined && ballot.collected < ballot.issued
  const typedInvalid = countIn(draft.invalid) ?? 0
  return (
    <div className="form">
      <div className="fields">
        <CountBox label={t('entry.valid')} value={draft.valid} onChange={set('valid')} mustBeFilled={tried} />
        <CountBox label={t('entry.invalid')} value={draft.invalid} onChange={set('invalid')} mustBeFilled={tried} />
        {!ballot.isApproval && ballot.method !== 'consultation' && (
          <CountBox label={t('entry.blank')} value={draft.blank} onChange={set('blank')} help={t('entry.blankHelp')} width={230} />
        )}
      </div>
      <fieldset className="plain form">
        <legend>
          {ballot.isApproval ? (ballot.names[0]?.ballotName ?? '') : t(ballot.method === 'consultation' ? 'entry.agrees' : 'entry.votes')}
        </legend>
        {ballot.isApproval ? (
          <div className="fields">
            <CountBox label={t('entry.agree')} value={draft.agree} onChange={set('agree')} mustBeFilled={tried} />
            <CountBox label={t('entry.disagree')} value={draft.disagree} onChange={set('disagree')} mustBeFilled={tried} />
            <CountBox label={t('entry.noOpinion')} value={draft.noOpinion} onChange={set('noOpinion')} />
          </div>
        ) : (
          <div className="fields">
            {ballot.names.map((name) => (
              <CountBox
                key={name.personId}
                label={name.ballotName}
                value={draft.votes[name.ballotName] ?? ''}
                onChange={(text) => set('votes')({ ...draft.votes, [name.ballotName]: text })}
                mustBeFilled={tried}
                width={250}
              />
            ))}
          </div>
        )}
      </fieldset>
      <Arithmetic ballot={ballot} input={props.input} entry={entryOf(draft, ballot)} draft={draft} />
      {typedInvalid > 0 && (
        <details>
          <summary>{t('entry.reasons')}</summary>
          <div className="fields">
            {invalidReasons.map((reason) => (
              <CountBox
                key={reason}
                label={t(`invalidReason.${reason}`)}
                value={draft.reasons[reason] ?? ''}
                onChange={(text) => set('reasons')({ ...draft.reasons, [reason]: text })}
                width={230}
              />
            ))}
          </div>
        </details>
      )}
      {hasMissing && (
        <TextBox label={t('entry.missing')} rows={2} max={1000} value={draft.missing} onChange={set('missing')} mustBeFilled={tried} />
      )}
    </div>
  )
}

/** What adds up and what does not, said by the same function that will judge the order. */
function Arithmetic(props: {
  readonly ballot: BallotView
  readonly input: JudgementInput | undefined
  readonly entry: CountEntry | null
  readonly draft: EntryDraft
}) {
  const { t } = useTranslation()
  const say = useWording()
  const { ballot, entry, input, draft } = props
  const valid = countIn(draft.valid)
  const invalid = countIn(draft.invalid)
  const collected = ballot.collected ?? 0
  const open = valid === undefined || invalid === undefined ? undefined : collected - valid - invalid
  const checked = entry === null || input === undefined ? null : checkTyped(input, entry)
  return (
    <div role="status" className="form">
      <p className="sm">
        {t('entry.sum', { collected, valid: valid ?? '…', invalid: invalid ?? '…' })}{' '}
        {open !== undefined && (open === 0 ? t('entry.sumOk') : t('entry.sumOff', { count: Math.abs(open) }))}
      </p>
      {checked?.refusal !== undefined && <p className="note wrong">{say.refusal(checked.refusal)}</p>}
      {checked?.warnings.map((warning) => (
        <p className="note warn" key={warning.code}>
          {say.warning(warning)}
        </p>
      ))}
      {checked !== null && checked.refusal === undefined && <p className="note passed">{t('entry.addsUp')}</p>}
    </div>
  )
}
