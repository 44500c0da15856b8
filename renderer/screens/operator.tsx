// Who is working: every fact carries a name, so work starts by choosing one.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { PageTitle } from '../parts/page-title.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'

export function OperatorScreen() {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  return (
    <div className="page stack">
      <PageTitle>{t('operator.who')}</PageTitle>
      <Sheet className="narrow-sheet" title={session.organisation?.name ?? ''} sub={t('operator.whoSub')}>
        <TroubleBox trouble={trouble} />
        <ul className="lines">
          {session.operators.map((operator) => (
            <li key={operator.operatorId} className="row between">
              <span>
                <b>{operator.name}</b> <span className="t2">{operator.roles.map((role) => t(`role.${role}`)).join(', ')}</span>
              </span>
              <Button
                variant="default"
                aria-disabled={isBusy || undefined}
                aria-label={t('operator.startAs', { name: operator.name })}
                onClick={() =>
                  void send({ to: 'shell', act: { act: 'startWork', operatorId: operator.operatorId } }).then((done) => {
                    if (done?.session !== undefined) setSession(done.session)
                  })
                }
              >
                {t('operator.start')}
              </Button>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}
