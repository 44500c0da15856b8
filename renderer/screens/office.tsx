// The office: its operators, its keys, its days off, a backup and the check of the ledger.
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../desk.tsx'
import { useLedger } from '../ledger.ts'
import { askOffice, type Trouble, troubleOf, useOrders } from '../orders.ts'
import { ChoiceBox, clean, LineBox } from '../parts/form.tsx'
import { newOperator, OperatorBoxes, operatorOf } from '../parts/operators-box.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useDraft, useKept } from '../use-draft.ts'
import { CompositionSheet } from './office-compositions.tsx'
import { HolidaySheet } from './office-holidays.tsx'
import { KeySheet } from './office-key-sheet.tsx'
import { LookSheet } from './office-looks.tsx'
import { RegisterSheet } from './office-registers.tsx'
import { SpellingSheet } from './office-spelling.tsx'
import { WordSheet } from './office-word.tsx'
import { RecordsOnly } from './records-only.tsx'

export function OfficeScreen() {
  const { t } = useTranslation()
  const { session } = useDesk()
  return (
    <div className="page stack">
      <PageTitle>{t('office.title')}</PageTitle>
      <p className="t2">
        {session.organisation?.name} · {session.file}
      </p>
      <div className="halves">
        <div className="stack">
          <OperatorSheet />
          <KeySheet />
          <LedgerSheet />
          <LookSheet />
          <SpellingSheet />
          <CompositionSheet />
        </div>
        <div className="stack">
          <RegisterSheet />
          <WordSheet />
          <HolidaySheet />
        </div>
      </div>
    </div>
  )
}

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

function OperatorSheet() {
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

function LedgerSheet() {
  const { t } = useTranslation()
  const ledger = useLedger()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [checked, setChecked] = useState<{ readonly size: number; readonly root: string; readonly verified: boolean } | null>(null)
  const [askTrouble, setAskTrouble] = useState<Trouble | null>(null)
  const [file, setFile] = useKept('file', '', 'backup')
  const [backedUp, setBackedUp] = useState<string | null>(null)
  const [isChecking, setChecking] = useState(false)
  const check = async () => {
    if (isChecking) return
    setChecking(true)
    setChecked(null)
    const reply = await askOffice(office, { about: 'ledger' })
    setChecking(false)
    setAskTrouble(reply.ok ? null : troubleOf(reply))
    setChecked(reply.ok ? reply.value : null)
  }
  const backup = async () => {
    if (clean(file) === '') return
    const done = await send({ to: 'shell', act: { act: 'backup', file: clean(file) } })
    setBackedUp(done === null ? null : clean(file))
  }
  const close = async () => {
    const done = await send({ to: 'shell', act: { act: 'closeFile' } })
    if (done?.session !== undefined) setSession(done.session)
  }
  return (
    <Sheet title={t('ledger.title')}>
      <div className="pad form">
        {ledger !== undefined && (
          <p className="sm digest">
            {t('foot.ledger', { size: ledger.size })} · {ledger.root}
          </p>
        )}
        <div>
          <Button variant="default" aria-disabled={isChecking || undefined} onClick={() => void check()}>
            {t('ledger.check')}
          </Button>
        </div>
        <TroubleBox trouble={askTrouble} />
        {checked !== null && (
          <p className={`note ${checked.verified ? 'passed' : 'wrong'}`} role="status">
            {t(checked.verified ? 'ledger.whole' : 'ledger.broken', { size: checked.size })}
          </p>
        )}
        {session.isRehearsal ? (
          <RecordsOnly what="backup" />
        ) : (
          <LineBox label={t('backup.file')} value={file} max={1000} width="100%" onChange={setFile} help={t('backup.help')} />
        )}
        <TroubleBox trouble={trouble} />
        {backedUp !== null && (
          <p className="note passed" role="status">
            {t('backup.done', { file: backedUp })}
          </p>
        )}
        <div className="row">
          {!session.isRehearsal && (
            <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void backup()}>
              {t('backup.do')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => void close()}>
            {t('office.close')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
