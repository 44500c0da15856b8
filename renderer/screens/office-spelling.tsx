// The house spelling: where marks of tone stand in the app's own words on papers.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toneMarkStyles } from '../../workflows/core/tone-marks.ts'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { ChoiceBox } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'

export function SpellingSheet() {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [toneMarks, setToneMarks] = useState(session.toneMarks)
  const [isDone, setDone] = useState(false)
  const save = async () => {
    setDone(false)
    const done = await send({ to: 'office', seen: session.officeVersion, command: { type: 'chooseSpelling', toneMarks } })
    if (done?.session === undefined) return
    setSession(done.session)
    setDone(true)
  }
  return (
    <Sheet title={t('spelling.title')} sub={t('spelling.sub')}>
      <div className="pad form">
        <ChoiceBox
          label={t('spelling.toneMarks')}
          value={toneMarks}
          onChange={setToneMarks}
          options={toneMarkStyles.map((value) => ({ value, label: t(`spelling.${value}`) }))}
        />
        <TroubleBox trouble={trouble} />
        {isDone && <p role="status">{t('spelling.done')}</p>}
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void save()}>
          {t('spelling.do')}
        </Button>
      </div>
    </Sheet>
  )
}
