// Recording a paper or an act outside a conference: policy request and approval, notice, self report, opinions, new-issue conclusion.
import { useTranslation } from 'react-i18next'
import type { NextAct } from '../../../workflows/procedure/case-view.ts'
import type { CaseOpening } from '../../../workflows/procedure/facts.ts'
import type { ActRule } from '../../../workflows/rulebooks/types.ts'
import { useCase } from '../../case-desk.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { clean, DocumentBoxes, documentOf, emptyDocument, TextBox } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { SealedAct } from './act-frame.tsx'

/** What the case already says need not be typed again. */
const knownFields = (opening: CaseOpening): Readonly<Record<string, string>> => ({
  post: opening.post.title,
  numberToFill: String(opening.seats),
})
const isShort = (field: string) => ['post', 'numberToFill', 'source'].includes(field)
/** A day among the details counts deadlines: it goes on record as an ISO day, not as it was typed. */
const isDay = (field: string) => field === 'receivedOn'

export function RecordAct(props: { readonly next: NextAct; readonly rule: ActRule; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const say = useWording()
  const { view, today } = useCase()
  const { rule } = props
  const { draft, set } = useDraft({
    document: emptyDocument,
    doneOn: showDay(today),
    details: knownFields(view.opening) as Readonly<Record<string, string>>,
  })
  const hasDocument = clean(draft.document.number) !== '' || clean(draft.document.date) !== ''
  const build = () => {
    const doneOn = parseDay(draft.doneOn, today)
    const document = documentOf(draft.document, today)
    if (doneOn === null || (hasDocument && document === null)) return null
    const details = Object.fromEntries(
      rule.fields
        .map((field) => {
          const typed = clean(draft.details[field] ?? '')
          return [field, isDay(field) ? (parseDay(typed, today) ?? '') : typed] as const
        })
        .filter(([, text]) => text !== ''),
    )
    if (rule.fields.some((field) => details[field] === undefined)) return null
    return { type: 'recordAct', act: rule.key, ...(document === null ? {} : { document }), doneOn, details } as const
  }
  return (
    <SealedAct
      command="recordAct"
      act={props.next}
      build={build}
      onDone={props.onDone}
      label={t('act.record', { act: say.act(rule.key) })}
      sentence={t('will.recordAct', { act: say.act(rule.key), number: clean(draft.document.number), day: draft.doneOn })}
    >
      {(tried) => (
        <>
          <ClauseNote citation={rule.required} />
          <DocumentBoxes
            legend={t('act.document')}
            value={draft.document}
            onChange={set('document')}
            today={today}
            mustBeFilled={tried && hasDocument}
          />
          <DayBox label={t('act.doneOn')} value={draft.doneOn} onChange={set('doneOn')} today={today} mustBeFilled={tried} />
          {rule.fields.map((field) => {
            const box = {
              label: say.actField(field),
              value: draft.details[field] ?? '',
              onChange: (text: string) => set('details')({ ...draft.details, [field]: text }),
              mustBeFilled: tried,
            }
            return isDay(field) ? (
              <DayBox key={field} {...box} today={today} />
            ) : (
              <TextBox key={field} {...box} rows={isShort(field) ? 1 : 3} max={8000} />
            )
          })}
        </>
      )}
    </SealedAct>
  )
}
