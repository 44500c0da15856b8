// An opened sealed result over the screen: it shuts by itself, and whoever walks away has shut it.
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { KeyCap } from '../../parts/key-cap.tsx'
import { type Result, ResultFigures, Verdict } from './result-shown.tsx'

export function ShownForAMoment(props: {
  readonly conference: ConferenceView
  readonly result: Result
  /** How long it may still be seen. */
  readonly seconds: number
  readonly onShut: () => void
}) {
  const { t } = useTranslation()
  const { seconds, onShut } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const until = performance.now() + seconds * 1000
    dialog.current?.showModal()
    const timer = setInterval(() => {
      const now = Math.ceil((until - performance.now()) / 1000)
      setLeft(Math.max(now, 0))
      if (now <= 0) onShut()
    }, 250)
    // A window somebody turns away from is a window somebody else may look at.
    window.addEventListener('blur', onShut)
    return () => {
      clearInterval(timer)
      window.removeEventListener('blur', onShut)
    }
  }, [seconds, onShut])
  return (
    <dialog ref={dialog} className="moment" aria-label={t('opened.title')} onClose={onShut}>
      <Verdict result={props.result} />
      <div className="pad form figures-side">
        <ResultFigures conference={props.conference} result={props.result} />
      </div>
      <p className="row between pad">
        <span role="timer">{t('opened.shuts', { count: left })}</span>
        <Button variant="default" onClick={onShut}>
          <KeyCap>Esc</KeyCap>&nbsp;{t('opened.shut')}
        </Button>
      </p>
    </dialog>
  )
}
