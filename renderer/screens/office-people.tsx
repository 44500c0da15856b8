// Who works at the office, in which roles, and who signs its result tables.
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { ChoiceBox } from '../parts/form.tsx'
import { newOperator, OperatorBoxes, operatorOf } from '../parts/operators-box.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useDraft } from '../use-draft.ts'
import { RecordsOnly } from './records-only.tsx'

/** Who signs result tables: named, or a warning while several could be meant. */
function HrHead() {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble } = useOrders(office)
  const officers = session.operators.filter(({ roles }) => roles.includes('hrOfficer'))
  const name = async (operatorId: string) => {
    const chosen = officers.find((one) => one.operatorId === operatorId)
    if (chosen === undefined) return
    const command = { type: 'nameHrHead', operatorId: chosen.operatorId } as const
    const done = await send({ to: 'office', seen: session.officeVersion, command })
    if (done?.session !== undefined) setSession(done.session)
  }
  if (officers.length === 0) return null
  return (
    <div className="pad form">
      {session.hrHead === undefined && officers.length > 1 && (
        <p className="note warn">{t('hrHead.missing', { name: officers[0]?.name })}</p>
      )}
      <ChoiceBox
        label={t('hrHead.label')}
        help={t('hrHead.help')}
        value={session.hrHead ?? ''}
        onChange={(operatorId) => void name(operatorId)}
        isList
        options={[
          { value: '', label: t('form.choose') },
          ...officers.map((one): { value: string; label: string } => ({ value: one.operatorId, label: one.name })),
        ]}
      />
      <TroubleBox trouble={trouble} />
    </div>
  )
}

export function OperatorSheet() {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble } = useOrders(office)
  const empty = useRef(newOperator()).current
  const { draft, setDraft } = useDraft(empty)
  const [tried, setTried] = useState(false)
  const add = async () => {
    setTried(true)
    const operator = operatorOf(draft)
    if (operator === null) return
    const done = await send({ to: 'office', seen: session.officeVersion, command: { type: 'addOperator', operator } })
    if (done?.session === undefined) return
    setSession(done.session)
    setDraft(empty)
    setTried(false)
  }
  return (
    <Sheet title={t('office.operators')}>
      <ul className="lines">
        {session.operators.map((operator) => (
          <li key={operator.operatorId}>
            <b>{operator.name}</b> <span className="t2">{operator.roles.map((role) => t(`role.${role}`)).join(', ')}</span>
          </li>
        ))}
      </ul>
      <HrHead />
      {session.isRehearsal ? (
        <div className="pad">
          <RecordsOnly what="operators" />
        </div>
      ) : (
        <details className="pad">
          <summary>{t('operator.add')}</summary>
          <OperatorBoxes no={session.operators.length + 1} draft={draft} onChange={setDraft} tried={tried} />
          <TroubleBox trouble={trouble} />
          <Button variant="default" onClick={() => void add()}>
            {t('operator.doAdd')}
          </Button>
        </details>
      )}
    </Sheet>
  )
}
