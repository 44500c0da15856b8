// A dialog: the browser's own, which keeps the focus inside, shuts with Esc and gives the focus back. Only to choose or type something.
import { type ReactNode, useEffect, useId, useRef } from 'react'

export function Dialog(props: {
  readonly title: string
  readonly isTitleHidden?: boolean
  readonly className?: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useRef(props.onClose)
  close.current = props.onClose
  useEffect(() => {
    const held = document.activeElement
    const shown = dialog.current
    if (shown !== null && !shown.open) shown.showModal()
    if (shown !== null && !shown.contains(document.activeElement)) shown.querySelector<HTMLElement>('input, button')?.focus()
    return () => {
      shown?.close()
      if (held instanceof HTMLElement && held.isConnected) held.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={props.className === undefined ? 'dialog' : `dialog ${props.className}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        close.current()
      }}
      onKeyDown={(event) => {
        // Keys pressed in a dialog are the dialog's: the screen below hears none of them, but for F1, which opens and shuts the list of keys.
        if (event.code !== 'F1') event.stopPropagation()
        if (event.code === 'Escape' && !event.nativeEvent.isComposing) {
          event.preventDefault()
          close.current()
        }
      }}
    >
      <h2 id={id} className={props.isTitleHidden === true ? 'hid' : undefined}>
        {props.title}
      </h2>
      {props.children}
    </dialog>
  )
}
