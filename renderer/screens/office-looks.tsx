// Who looked at whose personal record, for the auditor alone; and for how many days the office keeps that.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { looksInWindow, mayReadLooks } from '../../workflows/reading.ts'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { ClauseNote } from '../parts/clause-note.tsx'
import { CountBox, countIn } from '../parts/count-box.tsx'
import { showInstant } from '../parts/dates.ts'
import { ChoiceBox, clean, LineBox } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useDraft } from '../use-draft.ts'
import { useView } from './registry/use-view.ts'

/** Whoever may not read it sees that there is such a log, and no more. */
export function LookSheet() {
  const { t } = useTranslation()
  const { session } = useDesk()
  const mayRead = session.operator?.roles.some((role) => mayReadLooks.includes(role)) === true
  const [isOpen, setOpen] = useState(false)
  return (
    <Sheet title={t('looks.title')} sub={t('looks.sub')}>
      {!mayRead ? (
        <p className="pad t2">{t('looks.auditorOnly')}</p>
      ) : isOpen ? (
        <Looks />
      ) : (
        <div className="pad">
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('looks.show')}
          </Button>
        </div>
      )}
    </Sheet>
  )
}

function Looks() {
  const { t } = useTranslation()
  const { session, go } = useDesk()
  const { draft, set } = useDraft({ operatorId: '' }, 'looks')
  const [from, setFrom] = useState(0)
  const operator = session.operators.find((one) => one.operatorId === draft.operatorId)
  const { view, trouble, reload } = useView({ about: 'looks', from, ...(operator && { operatorId: operator.operatorId }) })
  if (view === null) return trouble === null ? <Loading /> : <TroubleBox trouble={trouble} />
  return (
    <>
      <div className="pad form">
        <ChoiceBox
          label={t('looks.whose')}
          value={draft.operatorId}
          onChange={(operatorId) => {
            set('operatorId')(operatorId)
            setFrom(0)
          }}
          options={[
            { value: '', label: t('looks.everybody') },
            ...session.operators.map((one) => ({ value: one.operatorId as string, label: one.name })),
          ]}
          isList
        />
        <p role="status" className="t2">
          {t('looks.found', { count: view.found })}
        </p>
      </div>
      {view.looks.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('looks.at')}</th>
              <th scope="col">{t('looks.who')}</th>
              <th scope="col">{t('looks.whom')}</th>
              <th scope="col">{t('looks.view')}</th>
            </tr>
          </thead>
          <tbody>
            {view.looks.map((look) => (
              <tr key={`${look.at} ${look.by} ${look.personId} ${look.view}`}>
                <td>{showInstant(look.at)}</td>
                <td>{look.byName}</td>
                <td>
                  <button type="button" className="linkish" onClick={() => go({ at: 'person', personId: look.personId })}>
                    {look.name}
                  </button>
                </td>
                <td>{t(`looks.views.${look.view}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="pad row">
        {from > 0 && (
          <Button variant="default" onClick={() => setFrom(Math.max(0, from - looksInWindow))}>
            {t('looks.newer')}
          </Button>
        )}
        {from + view.looks.length < view.found && (
          <Button variant="default" onClick={() => setFrom(from + looksInWindow)}>
            {t('looks.older')}
          </Button>
        )}
      </div>
      <DaysForm days={view.days} isDefault={view.isDefault} reload={reload} />
    </>
  )
}

function DaysForm(props: { readonly days: number; readonly isDefault: boolean; readonly reload: () => Promise<void> }) {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { draft, set, setDraft } = useDraft({ days: '', reason: '' }, 'look days')
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    const days = countIn(draft.days)
    if (days === undefined || days < 30 || days > 3650 || clean(draft.reason) === '') return
    const command = { type: 'setReadLogDays', days, reason: clean(draft.reason) } as const
    const done = await send({ to: 'office', seen: session.officeVersion, command })
    if (done?.session === undefined) return
    setSession(done.session)
    setDraft({ days: '', reason: '' })
    setTried(false)
    await props.reload()
  }
  return (
    <details className="pad">
      <summary>{t('looks.days', { count: props.days })}</summary>
      {props.isDefault && <ClauseNote citation={{ article: '', evidence: 'DEFAULT' }} />}
      <div className="fields">
        <CountBox label={t('looks.newDays')} value={draft.days} onChange={set('days')} help={t('looks.daysHelp')} mustBeFilled={tried} />
        <LineBox label={t('looks.reason')} value={draft.reason} max={500} onChange={set('reason')} mustBeFilled={tried} />
      </div>
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void save()}>
        {t('looks.setDays')}
      </Button>
    </details>
  )
}
