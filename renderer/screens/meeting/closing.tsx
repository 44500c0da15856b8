// Closing: the conclusion, then the minutes are owed and drawn. A meeting may also be adjourned with its reason.
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { clean, LineBox, TextBox } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { PlainAct, SealedAct } from '../case/act-frame.tsx'
import { Statements } from './said.tsx'

export function Closing(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { draft, set } = useDraft({ conclusion: '', countComplaint: '' })
  const hasBallot = props.conference.ballot !== undefined
  return (
    <>
      <Statements conference={props.conference} />
      {props.conference.conclusion !== undefined && <p className="pad rec said">{props.conference.conclusion}</p>}
      {actOf(view, 'closeConference') !== undefined && (
        <SealedAct
          command="closeConference"
          build={() =>
            clean(draft.conclusion) === ''
              ? null
              : {
                  type: 'closeConference',
                  conclusion: clean(draft.conclusion),
                  ...(hasBallot && { countComplaint: clean(draft.countComplaint) }),
                }
          }
          sentence={t('will.closeConference')}
          aside={<span className="sm t2">{t('closing.papers')}</span>}
        >
          {(tried) => (
            <>
              <TextBox label={t('closing.conclusion')} value={draft.conclusion} onChange={set('conclusion')} mustBeFilled={tried} />
              {hasBallot && (
                <TextBox
                  label={t('closing.countComplaint')}
                  help={t('closing.countComplaintHelp')}
                  value={draft.countComplaint}
                  onChange={set('countComplaint')}
                  max={2000}
                  rows={2}
                />
              )}
            </>
          )}
        </SealedAct>
      )}
    </>
  )
}

/** The two ways a meeting ends without its business done. */
export function Failing() {
  const { view } = useCase()
  return (
    <>
      {actOf(view, 'declareNotQuorate')?.gate.isOpen === true && (
        <PlainAct command="declareNotQuorate" build={() => ({ type: 'declareNotQuorate' })} />
      )}
      <Adjourn />
    </>
  )
}

function Adjourn() {
  const { t } = useTranslation()
  const { view } = useCase()
  const { draft, set } = useDraft({ reason: '' })
  if (actOf(view, 'adjournConference') === undefined) return null
  return (
    <details>
      <summary>{t('command.adjournConference')}</summary>
      <PlainAct
        command="adjournConference"
        build={() => (clean(draft.reason) === '' ? null : { type: 'adjournConference', reason: clean(draft.reason) })}
      >
        {(tried) => (
          <LineBox label={t('form.reason')} value={draft.reason} max={500} width={420} onChange={set('reason')} mustBeFilled={tried} />
        )}
      </PlainAct>
    </details>
  )
}
