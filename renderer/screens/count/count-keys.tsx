// The keys at the foot of the counting table, each with its button.
import { useTranslation } from 'react-i18next'
import { IconVolume, IconVolumeOff } from '../../parts/icons.ts'
import { KeyCap } from '../../parts/key-cap.tsx'
import type { Echo } from './echo.ts'

/** Every key has its button here: whoever has no such key, or no hands for it, presses that. */
export function KeyBar(props: {
  readonly echo: Echo
  /** A bundle is open: the keys of the count do something. */
  readonly isCounting: boolean
  readonly size: number | undefined
  readonly onStrokes: () => void
  readonly onHelp: () => void
  readonly onPause: () => void
  readonly isSample: boolean
}) {
  const { t } = useTranslation()
  const { echo } = props
  const Ear = echo.isOn ? IconVolume : IconVolumeOff
  return (
    <footer className="count-keys">
      {props.isCounting && (
        <>
          <span>
            <KeyCap>1</KeyCap> … <KeyCap>9</KeyCap> {t('countRoom.keyPick')}
          </span>
          <span>
            <KeyCap>0</KeyCap> {t('countRoom.keyInvalid')}
          </span>
          <span>
            <KeyCap>-</KeyCap> {t('countRoom.keyBack')}
          </span>
          <span>
            <KeyCap>Enter</KeyCap> {props.size === undefined ? t('countRoom.keyCloseAny') : t('countRoom.keyClose', { size: props.size })}
          </span>
        </>
      )}
      <button type="button" className="count-key" onClick={echo.toggle} aria-pressed={echo.isOn}>
        <KeyCap>F8</KeyCap> <Ear size={16} stroke={1.75} aria-hidden="true" />
        {echo.hasVoice ? t('countRoom.voice') : t('countRoom.tone')}: {echo.isOn ? t('countRoom.on') : t('countRoom.off')}
      </button>
      <button type="button" className="count-key" onClick={props.onStrokes}>
        <KeyCap>*</KeyCap> {t('countRoom.keyStrokes')}
      </button>
      <button type="button" className="count-key" onClick={props.onHelp}>
        <KeyCap>F1</KeyCap> {t('countRoom.keyAll')}
      </button>
      <button type="button" className="count-key push" onClick={props.onPause}>
        <KeyCap>Esc</KeyCap> {t('countRoom.keyPause')}
      </button>
      {props.isSample && <b>{t('countRoom.sample')}</b>}
    </footer>
  )
}
