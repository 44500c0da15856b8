// The count: typed by one of the counting team, confirmed or sent back by another one (procedure.md 7.3).
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountEntry } from '../../../workflows/conference/facts.ts'
import { ConferenceId } from '../../../workflows/core/ids.ts'
import type { BallotView, ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { clean, LineBox } from '../../parts/form.tsx'
import { SealedField } from '../../parts/sealed-field.tsx'
import { useDraft } from '../../use-draft.ts'
import { PlainAct, SealedAct } from '../case/act-frame.tsx'
import { EntryBoxes, emptyEntry, entryOf } from './entry-boxes.tsx'

export function Count(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { view, nameOf } = useCase()
  const { ballot, typed, phase } = props.conference
  if (ballot === undefined) return null
  return (
    <>
      {phase === 'typed' &&
        (typed === undefined ? (
          <div className="pad">
            <SealedField />
          </div>
        ) : (
          <EntryTable entry={typed.entry} ballot={ballot} caption={t('count.typedBy', { name: nameOf(typed.by) })} />
        ))}
      {phase === 'typed' && actOf(view, 'confirmCount') !== undefined && <Confirm />}
      {actOf(view, 'typeCount') !== undefined && phase !== 'typed' && <TypeCount conference={props.conference} ballot={ballot} />}
      {actOf(view, 'voidBallot') !== undefined && <VoidBallot />}
    </>
  )
}

function TypeCount(props: { readonly conference: ConferenceView; readonly ballot: BallotView }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(emptyEntry)
  const entry = entryOf(draft, props.ballot)
  return (
    <SealedAct
      command="typeCount"
      build={() => (entry === null ? null : { type: 'typeCount', entry })}
      sentence={t('will.typeCount', { valid: draft.valid, invalid: draft.invalid })}
      aside={<span className="sm t2">{t('count.another')}</span>}
    >
      {(tried) => <EntryBoxes ballot={props.ballot} input={props.conference.countInput} draft={draft} onChange={setDraft} tried={tried} />}
    </SealedAct>
  )
}

function Confirm() {
  const { t } = useTranslation()
  const { draft, set } = useDraft({ reason: '' })
  return (
    <>
      <details className="pad">
        <summary>{t('command.rejectCount')}</summary>
        <PlainAct
          command="rejectCount"
          build={() => (clean(draft.reason) === '' ? null : { type: 'rejectCount', reason: clean(draft.reason) })}
        >
          {(tried) => (
            <LineBox label={t('form.reason')} value={draft.reason} max={500} width={420} onChange={set('reason')} mustBeFilled={tried} />
          )}
        </PlainAct>
      </details>
      <SealedAct command="confirmCount" build={() => ({ type: 'confirmCount' })} sentence={t('will.confirmCount')}>
        {() => <p className="note ink">{t('count.confirmHelp')}</p>}
      </SealedAct>
    </>
  )
}

function VoidBallot() {
  const { t } = useTranslation()
  const { draft, set } = useDraft({ reason: '' })
  return (
    <details className="pad">
      <summary>{t('command.voidBallot')}</summary>
      <PlainAct
        command="voidBallot"
        build={() => (clean(draft.reason) === '' ? null : { type: 'voidBallot', reason: clean(draft.reason) })}
      >
        {(tried) => (
          <LineBox label={t('form.reason')} value={draft.reason} max={500} width={420} onChange={set('reason')} mustBeFilled={tried} />
        )}
      </PlainAct>
    </details>
  )
}

/** A typed or confirmed entry, read back as a table. */
export function EntryTable(props: { readonly entry: CountEntry; readonly ballot: BallotView | undefined; readonly caption: string }) {
  const { t } = useTranslation()
  const { entry } = props
  const rows: (readonly [string, number])[] = [
    [t('entry.valid'), entry.ballotsValid],
    [t('entry.invalid'), entry.ballotsInvalid],
    ...(entry.ballotsBlank === undefined ? [] : [[t('entry.blank'), entry.ballotsBlank] as const]),
    ...Object.entries(entry.votes ?? {}),
    ...(entry.agree === undefined ? [] : [[t('entry.agree'), entry.agree] as const]),
    ...(entry.disagree === undefined ? [] : [[t('entry.disagree'), entry.disagree] as const]),
    ...(entry.noOpinion === undefined ? [] : [[t('entry.noOpinion'), entry.noOpinion] as const]),
  ]
  return (
    <table className="table narrow">
      <caption>{props.caption}</caption>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="r">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A confirmed count is never edited: a correction is typed with its reason by one, confirmed by another. */
export function Corrections(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { nameOf } = useCase()
  const { conference } = props
  const { ballot, correctionTyped } = conference
  const [draft, setDraft] = useState(emptyEntry)
  const [reason, setReason] = useState('')
  if (ballot === undefined) return null
  const conferenceId = ConferenceId.parse(conference.conferenceId)
  const entry = entryOf(draft, ballot)
  if (correctionTyped !== undefined)
    return (
      <div className="pad form">
        <EntryTable
          entry={correctionTyped.entry}
          ballot={ballot}
          caption={t('correction.typedBy', { name: nameOf(correctionTyped.by), reason: correctionTyped.reason })}
        />
        <PlainAct command="confirmCorrection" isMain build={() => ({ type: 'confirmCorrection', conferenceId })} />
      </div>
    )
  if (conference.result === undefined && !conference.isSealed) return null
  return (
    <details className="pad">
      <summary>{t('command.typeCorrection')}</summary>
      <PlainAct
        command="typeCorrection"
        build={() =>
          entry === null || clean(reason) === '' ? null : { type: 'typeCorrection', conferenceId, entry, reason: clean(reason) }
        }
      >
        {(tried) => (
          <>
            <EntryBoxes
              ballot={ballot}
              input={conference.countInput ?? conference.result?.input}
              draft={draft}
              onChange={setDraft}
              tried={tried}
            />
            <LineBox label={t('form.reason')} value={reason} max={500} width="100%" onChange={setReason} mustBeFilled={tried} />
          </>
        )}
      </PlainAct>
    </details>
  )
}
