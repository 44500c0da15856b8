// A clock that went back: the log's last time, the clock of the PC, and the word of the operator at work that work may go on, with the reason.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayAskDesk } from '../../workflows/desk/commands.ts'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { showInstant } from '../parts/dates.ts'
import { clean, TextBox } from '../parts/form.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useKept } from '../use-draft.ts'

export function ClockBack() {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [reason, setReason, isDone] = useKept('reason', '', 'clock')
  const [tried, setTried] = useState(false)
  const { clockBack, operator } = session
  if (clockBack === undefined || operator === undefined) return null
  const mayConfirm = operator.roles.some((role) => mayAskDesk.acceptClock.includes(role))
  const confirm = async () => {
    setTried(true)
    if (clean(reason) === '') return
    const done = await send({ to: 'office', seen: session.officeVersion, command: { type: 'acceptClock', reason: clean(reason) } })
    if (done?.session === undefined) return
    isDone()
    setSession(done.session)
  }
  return (
    <section className="note warn clock-back" aria-label={t('clock.title')}>
      <div className="form">
        <h2>{t('clock.title')}</h2>
        <p>{t('clock.text')}</p>
        <dl className="clock-times">
          <dt>{t('clock.last')}</dt>
          <dd>{showInstant(clockBack.lastAt)}</dd>
          <dt>{t('clock.now')}</dt>
          <dd>{showInstant(clockBack.systemAt)}</dd>
        </dl>
        {mayConfirm ? (
          <>
            <TextBox isOneLine label={t('clock.reason')} value={reason} rows={2} max={500} onChange={setReason} mustBeFilled={tried} />
            <TroubleBox trouble={trouble} />
            <div>
              <Button aria-disabled={isBusy || undefined} onClick={() => void confirm()}>
                {t('clock.confirm', { name: operator.name })}
              </Button>
            </div>
          </>
        ) : (
          <p>{t('clock.whoMay', { roles: mayAskDesk.acceptClock.map((role) => t(`role.${role}`)).join(', ') })}</p>
        )}
      </div>
    </section>
  )
}
