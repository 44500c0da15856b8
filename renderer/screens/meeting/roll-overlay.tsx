// F2: the roll over whatever part of the meeting is in sight; what is typed below it stays.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { KeyCap } from '../../parts/key-cap.tsx'
import { RollCall } from './roll-call.tsx'

export function RollOverlay(props: { readonly conference: ConferenceView; readonly onShut: () => void }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('[data-roll]')?.focus()
  }, [])
  return (
    <dialog ref={dialog} className="overlay" aria-label={t('room.roll')} onClose={props.onShut}>
      <div className="pad form">
        <h2 className="row between">
          {t('room.roll')}
          <Button variant="subtle" size="compact-sm" onClick={() => dialog.current?.close()}>
            <KeyCap>Esc</KeyCap>&nbsp;{t('room.keysClose')}
          </Button>
        </h2>
        <RollCall conference={props.conference} />
      </div>
    </dialog>
  )
}
