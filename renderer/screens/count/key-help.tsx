// All keys of the count, in a dialog: F1. The dialog of the page itself keeps the focus and gives it back.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '../../parts/key-cap.tsx'

const keys = [
  ['1 … 9', 'pick'],
  ['0', 'invalid'],
  ['-', 'back'],
  ['Enter', 'enter'],
  ['*', 'strokes'],
  ['F8', 'echo'],
  ['F1', 'help'],
  ['Esc', 'pause'],
] as const

export function KeyHelp(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (props.isOpen && dialog.current?.open === false) dialog.current.showModal()
  }, [props.isOpen])
  return (
    <dialog ref={dialog} className="count-help" aria-label={t('countRoom.keyAll')} onClose={props.onClose}>
      <h2>{t('countRoom.keyAll')}</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <KeyCap>{key}</KeyCap>
            </dt>
            <dd>{t(`countRoom.help.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => dialog.current?.close()}>{t('countRoom.help.close')}</Button>
    </dialog>
  )
}
