// The data file: its ledger and the check of it, a backup, closing it, another passphrase.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../desk.tsx'
import { useLedger } from '../ledger.ts'
import { askOffice, type Trouble, troubleOf, useOrders } from '../orders.ts'
import { clean, LineBox } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useKept } from '../use-draft.ts'
import { FilePassphraseForm } from './office-passphrase.tsx'
import { RecordsOnly } from './records-only.tsx'

export function LedgerSheet() {
  const { t } = useTranslation()
  const ledger = useLedger()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [checked, setChecked] = useState<{ readonly size: number; readonly root: string; readonly verified: boolean } | null>(null)
  const [askTrouble, setAskTrouble] = useState<Trouble | null>(null)
  const [file, setFile] = useKept('file', '', 'backup')
  const [tried, setTried] = useState(false)
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
    setTried(true)
    if (clean(file) === '') return
    const done = await send({ to: 'shell', act: { act: 'backup', file: clean(file) } })
    setBackedUp(done === null ? null : clean(file))
    setTried(false)
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
            {t('foot.ledger', { size: ledger.size })} · {t('ledger.root', { root: ledger.root })}
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
          <LineBox
            label={t('backup.file')}
            value={file}
            max={1000}
            width="100%"
            onChange={setFile}
            help={t('backup.help')}
            mustBeFilled={tried}
          />
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
        {!session.isRehearsal && session.isSampleProvince !== true && <FilePassphraseForm />}
      </div>
    </Sheet>
  )
}
