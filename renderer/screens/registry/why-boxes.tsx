// How something new is said of a record: a change from a day on, or a correction of what was wrong; and why.
import { useTranslation } from 'react-i18next'
import type { DocumentRef } from '../../../workflows/core/document.ts'
import { useDesk } from '../../desk.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, type DocumentDraft, documentOf, emptyDocument, LineBox } from '../../parts/form.tsx'

export type Mode = 'change' | 'correct'
export type WhyDraft = { readonly mode: Mode; readonly from: string; readonly reason: string; readonly document: DocumentDraft }
export const newWhy = (today: string): WhyDraft => ({ mode: 'change', from: showDay(today), reason: '', document: emptyDocument })

/** What an order needs of it; null while something is missing: the day of a change, the reason of a correction. */
export function whyOf(
  draft: WhyDraft,
  today: string,
): { readonly from: string; readonly reason?: string; readonly document?: DocumentRef } | null {
  const from = parseDay(draft.from, today)
  const reason = clean(draft.reason)
  const document = documentOf(draft.document, today)
  if (draft.mode === 'change' ? from === null : reason === '') return null
  return { from: from ?? today, ...(reason !== '' && { reason }), ...(document !== null && { document }) }
}

export function WhyBoxes(props: {
  readonly draft: WhyDraft
  readonly onChange: (draft: WhyDraft) => void
  readonly tried: boolean
  /** The day looked at: a correction puts right what was in force then. */
  readonly day: string
}) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { draft, onChange, tried } = props
  return (
    <>
      <ChoiceBox
        label={t('registry.why.mode')}
        value={draft.mode}
        onChange={(mode) => onChange({ ...draft, mode })}
        options={[
          { value: 'change', label: t('registry.why.change') },
          { value: 'correct', label: t('registry.why.correct') },
        ]}
        help={draft.mode === 'change' ? t('registry.why.changeHelp') : t('registry.why.correctHelp', { day: showDay(props.day) })}
      />
      <div className="fields">
        {draft.mode === 'change' && (
          <DayBox
            label={t('registry.why.from')}
            value={draft.from}
            today={session.today}
            onChange={(from) => onChange({ ...draft, from })}
            mustBeFilled={tried}
          />
        )}
        <LineBox
          label={t('registry.why.reason')}
          value={draft.reason}
          max={500}
          width={420}
          onChange={(reason) => onChange({ ...draft, reason })}
          mustBeFilled={tried && draft.mode === 'correct'}
        />
      </div>
      <DocumentBoxes
        legend={t('registry.why.document')}
        value={draft.document}
        today={session.today}
        onChange={(document) => onChange({ ...draft, document })}
      />
    </>
  )
}
