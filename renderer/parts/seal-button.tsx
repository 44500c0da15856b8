// The seal button: the act that goes on record for ever. Two beats: arm and read the sentence, then record. It replaces "are you sure?".
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconLock, IconMasksTheater, IconRubberStamp } from './icons.ts'
import { KeyCap } from './key-cap.tsx'

/** The seal in sight, so that a screen may arm it with a key of its own. There is at most one in a view. */
let inSight: (() => void) | null = null
/** False where there is no seal to arm. */
export function armSeal(): boolean {
  inSight?.()
  return inSight !== null
}

/** Armed this long (ms), it goes back to rest; arming again is free. */
const armedFor = 10_000

export function SealButton(props: {
  readonly label: string
  /** What will stand in the record, word for word; serif. */
  readonly sentence: string
  readonly onRecord: () => void
  /** Looks at the draft before arming; false keeps it at rest (the boxes then say what is missing). */
  readonly mayArm?: () => boolean
  /** Shut: still pressable, and pressing says why. */
  readonly onShut?: () => void
  readonly isShut?: boolean
  readonly isRecording?: boolean
  readonly isRehearsal?: boolean
  readonly aside?: ReactNode
}) {
  const { t } = useTranslation()
  const [isArmed, setArmed] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const sentenceId = useId()
  const isShut = props.isShut === true
  const isBusy = props.isRecording === true

  const arm = () => {
    if (isBusy) return
    if (isShut) return props.onShut?.()
    if (props.mayArm !== undefined && !props.mayArm()) return
    setArmed(true)
    button.current?.focus()
  }
  const record = () => {
    setArmed(false)
    if (!isShut && !isBusy) props.onRecord()
  }

  const armNow = useRef(arm)
  armNow.current = arm
  useEffect(() => {
    const mine = () => armNow.current()
    inSight = mine
    return () => {
      if (inSight === mine) inSight = null
    }
  }, [])
  // Heard from the first moment it is seen.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat || event.altKey) return
      if (event.code === 'Escape') setArmed(false)
      if ((event.ctrlKey || event.metaKey) && (event.code === 'Enter' || event.code === 'NumpadEnter')) {
        event.preventDefault()
        armNow.current()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (!isArmed) return
    const timer = setTimeout(() => setArmed(false), armedFor)
    return () => clearTimeout(timer)
  }, [isArmed])

  const Stamp = isShut ? IconLock : props.isRehearsal === true ? IconMasksTheater : IconRubberStamp
  const state = isShut ? 'shut' : isArmed ? 'armed' : props.isRehearsal === true ? 'rehearsal' : ''
  return (
    <div className="seal-row">
      <button
        ref={button}
        type="button"
        className={`seal ${state}`}
        aria-disabled={isShut || isBusy || undefined}
        aria-describedby={isArmed ? sentenceId : undefined}
        onClick={(event) => {
          // The second click of a double click must not count as the second beat.
          if (isArmed && event.detail < 2) record()
          else if (!isArmed) arm()
        }}
        onKeyDown={(event) => {
          if (event.code === 'Enter' && (event.repeat || event.ctrlKey)) event.preventDefault()
        }}
      >
        <span className="stamp">
          <Stamp size={22} stroke={1.75} aria-hidden="true" />
        </span>
        <span className="says">
          {isBusy ? t('seal.recording') : isArmed ? t('seal.again') : props.label}
          {!isShut && !isBusy && <KeyCap>{isArmed ? 'Enter' : 'Ctrl Enter'}</KeyCap>}
        </span>
      </button>
      <div role="status" className="grow">
        {isArmed ? (
          <p className="will" id={sentenceId}>
            <span className="hid">{t('seal.willRecord')} </span>“{props.sentence}”{' '}
            <span className="xs t2" style={{ fontFamily: 'var(--ui)' }}>
              <KeyCap>Esc</KeyCap> {t('seal.leave')}
            </span>
          </p>
        ) : (
          props.aside
        )}
      </div>
    </div>
  )
}
