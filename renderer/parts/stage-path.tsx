// The path of a case on one line: done solid, here ringed, later dotted, a shut gate as two posts and a brace. Drawn from the view.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconCheck, IconPoint } from './icons.ts'

export type PathStop = {
  readonly key: string
  /** The number the law gives the step, if it gives one. */
  readonly no?: number
  readonly name: string
  readonly when?: string
  readonly standing: 'done' | 'here' | 'later'
  readonly isHalted?: boolean
  /** A closed gate stands before this stop. */
  readonly isShut?: boolean
  readonly chip?: ReactNode
}

export function StagePath(props: { readonly stops: readonly PathStop[] }) {
  const { t } = useTranslation()
  return (
    <section className="sheet" aria-label={t('path.label')}>
      <ol className="path">
        {props.stops.map((stop) => {
          const isHere = stop.standing === 'here'
          const side = isHere ? 'now' : stop.standing === 'later' ? 'later' : ''
          return (
            <li key={stop.key} className={`${side}${stop.isHalted === true ? ' halted' : ''}`} aria-current={isHere ? 'step' : undefined}>
              {stop.isShut === true && (
                <svg className="barrier" viewBox="0 0 26 27" aria-hidden="true" fill="none" stroke="var(--tc-warn)" strokeWidth="3">
                  <path d="M4 1v25M22 1v25" />
                  <path d="M4 7.5h18M4 19.5h18M5 19L21 8" strokeWidth="2.25" />
                </svg>
              )}
              <span className="dot" aria-hidden="true">
                {stop.no ?? (stop.standing === 'done' ? <IconCheck size={15} stroke={2.5} /> : <IconPoint size={15} />)}
              </span>
              {isHere && <span className="here">{stop.isHalted === true ? t('path.halted') : t('path.here')}</span>}
              <b>{stop.name}</b>
              {stop.when !== undefined && <span className="when">{stop.when}</span>}
              {stop.chip}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
