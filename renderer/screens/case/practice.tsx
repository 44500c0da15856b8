// Rehearsing on the page of a case: of a record, the way to a copy; of a rehearsal, acts filled in with practice data.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CaseId } from '../../../workflows/core/ids.ts'
import type { PractiseUntil } from '../../../workflows/rehearsal/acts.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { IconMasksTheater } from '../../parts/icons.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useRehearsals } from '../../rehearsals.ts'

const steps: readonly PractiseUntil[] = ['act', 'stage', 'end']

export function PracticeSheet() {
  const { session } = useDesk()
  return session.isRehearsal ? <FillIn /> : <Copy />
}

function FillIn() {
  const { t } = useTranslation()
  const { office, setSession } = useDesk()
  const { view, setView } = useCase()
  const { send, trouble, isBusy } = useOrders(office)
  if (view.status === 'archived') return null
  const fill = async (until: PractiseUntil) => {
    const done = await send({ to: 'shell', act: { act: 'practise', caseId: CaseId.parse(view.caseId), until } })
    if (done?.session !== undefined) setSession(done.session)
    if (done?.case !== undefined) setView(done.case)
  }
  return (
    <Sheet title={t('practice.title')}>
      <div className="pad form">
        <p className="sm t2">{isBusy ? t('practice.busy') : t('practice.text')}</p>
        <div className="row wrap">
          {steps.map((until) => (
            <Button
              key={until}
              variant="default"
              size="compact-md"
              aria-disabled={isBusy || undefined}
              leftSection={<IconMasksTheater size={17} stroke={1.75} aria-hidden="true" />}
              onClick={() => void fill(until)}
            >
              {t(`practice.${until}`)}
            </Button>
          ))}
        </div>
        <TroubleBox trouble={trouble} />
      </div>
    </Sheet>
  )
}

function Copy() {
  const { t } = useTranslation()
  const { view } = useCase()
  const { copy, trouble, isBusy } = useRehearsals()
  return (
    <Sheet title={t('practice.copy')}>
      <div className="pad form">
        <p className="sm t2">{t('practice.copyText')}</p>
        <div>
          <Button
            variant="default"
            size="compact-md"
            aria-disabled={isBusy || undefined}
            leftSection={<IconMasksTheater size={17} stroke={1.75} aria-hidden="true" />}
            onClick={() => void copy(CaseId.parse(view.caseId))}
          >
            {t('practice.copy')}
          </Button>
        </div>
        <TroubleBox trouble={trouble} />
      </div>
    </Sheet>
  )
}
