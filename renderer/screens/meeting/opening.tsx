// Opening: the roll call, then the chair opens; or the meeting is declared not quorate. The list may be corrected until then.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { clean, LineBox } from '../../parts/form.tsx'
import { idBook, readList, writeList } from '../../people.ts'
import { useDraft } from '../../use-draft.ts'
import { PlainAct, SealedAct } from '../case/act-frame.tsx'
import { ConvocationList } from '../case/convocation-list.tsx'
import { RollCall } from './roll-call.tsx'

export function Opening(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { quorum } = props.conference
  const [isCorrecting, setCorrecting] = useState(false)
  return (
    <>
      <div className="pad">
        <RollCall conference={props.conference} />
        {actOf(view, 'correctConvocation') !== undefined && (
          <details open={isCorrecting} onToggle={(event) => setCorrecting(event.currentTarget.open)}>
            <summary>{t('command.correctConvocation')}</summary>
            {isCorrecting && <CorrectList conference={props.conference} onDone={() => setCorrecting(false)} />}
          </details>
        )}
      </div>
      {actOf(view, 'openConference') !== undefined && (
        <SealedAct
          command="openConference"
          build={() => ({ type: 'openConference' })}
          sentence={t('will.openConference', { present: quorum.present, convened: quorum.convened })}
        />
      )}
    </>
  )
}

function CorrectList(props: { readonly conference: ConferenceView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view } = useCase()
  const idOf = useMemo(() => idBook(view), [view])
  const { draft, set } = useDraft({
    list: writeList(props.conference.list),
    membersTotal: String(props.conference.membersTotal),
    reason: '',
  })
  const lines = useMemo(() => readList(draft.list, idOf), [draft.list, idOf])
  const rows = lines.flatMap((line) => (line.row === undefined ? [] : [line.row]))
  const build = () => {
    const membersTotal = countIn(draft.membersTotal)
    if (membersTotal === undefined || membersTotal < 1 || clean(draft.reason) === '' || rows.length === 0 || rows.length !== lines.length)
      return null
    return { type: 'correctConvocation', rows, membersTotal, reason: clean(draft.reason) } as const
  }
  return (
    <PlainAct command="correctConvocation" build={build} onDone={props.onDone}>
      {(tried) => (
        <>
          <ConvocationList text={draft.list} onChange={set('list')} lines={lines} mustBeFilled={tried} />
          <CountBox
            label={t('convene.membersTotal')}
            value={draft.membersTotal}
            onChange={set('membersTotal')}
            mustBeFilled={tried}
            width={230}
          />
          <LineBox label={t('form.reason')} value={draft.reason} max={1000} width={520} onChange={set('reason')} mustBeFilled={tried} />
        </>
      )}
    </PlainAct>
  )
}
