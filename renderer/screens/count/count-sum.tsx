// All bundles match: their sum, and its confirmation by another account.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ConferenceView, CountBundlesView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { clean, TextBox } from '../../parts/form.tsx'
import { SealedField } from '../../parts/sealed-field.tsx'
import { useDraft } from '../../use-draft.ts'
import { SealedAct } from '../case/act-frame.tsx'
import { Count, EntryTable } from '../meeting/count.tsx'
import { Handover } from './count-next.tsx'

/** All bundles match: the totals of the box appear, and become the count that another account confirms. */
export function Whole(props: { readonly conference: ConferenceView; readonly bundles: CountBundlesView }) {
  const { t } = useTranslation()
  const { draft, set } = useDraft({ missing: '' })
  const { ballot } = props.conference
  const { sum, bundles } = props.bundles
  const hasMissing = ballot?.collected !== undefined && ballot.issued !== undefined && ballot.collected < ballot.issued
  const missing = clean(draft.missing)
  return (
    <div className="count-entry form whole">
      <h2>{t(bundles.length === 1 ? 'countRoom.wholeOne' : 'countRoom.whole', { count: bundles.length })}</h2>
      {sum === undefined ? <SealedField /> : <EntryTable entry={sum} ballot={ballot} caption={t('countRoom.sum')} />}
      <SealedAct
        command="sumCountBundles"
        build={() =>
          hasMissing && missing === '' ? null : { type: 'sumCountBundles', ...(missing !== '' && { missingExplained: missing }) }
        }
        sentence={t('countRoom.willSum', { valid: sum?.ballotsValid ?? '…', invalid: sum?.ballotsInvalid ?? '…', count: bundles.length })}
        aside={<span className="sm t2">{t('count.another')}</span>}
      >
        {(tried) =>
          hasMissing && (
            <TextBox label={t('entry.missing')} rows={2} max={1000} value={draft.missing} onChange={set('missing')} mustBeFilled={tried} />
          )
        }
      </SealedAct>
    </div>
  )
}

/** The sum waits for another account; after that the meeting goes on with its result. */
export function Typed(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { go, session } = useDesk()
  const { view } = useCase()
  const me: string = session.operator?.operatorId ?? ''
  return (
    <div className="count-entry form whole">
      <h2>{props.conference.phase === 'typed' ? t('countRoom.toConfirm') : t('countRoom.over')}</h2>
      <Count conference={props.conference} />
      {props.conference.phase === 'typed' && <Handover me={me} />}
      <div>
        <Button variant="default" onClick={() => go({ at: 'meeting', caseId: view.caseId })}>
          {t('countRoom.toMeeting')}
        </Button>
      </div>
    </div>
  )
}
