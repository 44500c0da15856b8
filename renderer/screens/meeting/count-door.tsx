// The way from the meeting to the counting table: to try it before the box is open, and to count afterwards.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'

export function CountDoor(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const { view } = useCase()
  const { ballot, phase, countBundles } = props.conference
  if (ballot?.slipForm === undefined || ballot.slipForm.lines === 0 || phase === 'counted' || phase === 'closed') return null
  const isCount = phase === 'collected' || phase === 'typed'
  return (
    <div className="pad row">
      <Button variant={countBundles === undefined ? 'default' : 'filled'} onClick={() => go({ at: 'count', caseId: view.caseId })}>
        {isCount ? t('countRoom.open') : t('countRoom.tryOpen')}
      </Button>
      <span className="sm t2">{isCount ? t('countRoom.openHelp') : t('countRoom.deckHelp')}</span>
    </div>
  )
}
