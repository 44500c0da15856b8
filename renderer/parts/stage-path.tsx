// The path of a case on one line: done solid, here ringed, later dotted, a barrier before a shut stop. Under it, folded, the side roads.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconCheck, IconPoint } from './icons.ts'
import './stage-path.css'

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

/** A road beside the path, on the places of its stops. `sentence` says all that the marks show. */
export type PathSide = {
  readonly key: string
  readonly name: string
  readonly sentence: string
  readonly isHere: boolean
  /** Places (from 0) one leaves the path at, and comes back to. */
  readonly from: readonly number[]
  readonly back: readonly number[]
  /** The last place from which one may leave at any time; null: not at any time. */
  readonly anywhereUntil: number | null
}

export function StagePath(props: { readonly stops: readonly PathStop[]; readonly sides?: readonly PathSide[]; readonly hereAt?: number }) {
  const { t } = useTranslation()
  const { stops, sides = [] } = props
  return (
    <section className="sheet" aria-label={t('path.label')}>
      <ol className="path" style={{ '--stops': stops.length } as React.CSSProperties}>
        {stops.map((stop) => {
          const isHere = stop.standing === 'here'
          const side = isHere ? 'now' : stop.standing === 'later' ? 'later' : ''
          return (
            <li key={stop.key} className={`${side}${stop.isHalted === true ? ' halted' : ''}`} aria-current={isHere ? 'step' : undefined}>
              {stop.isShut === true && <Barrier />}
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
      {sides.length > 0 && <Sides sides={sides} stops={stops.length} hereAt={props.hereAt ?? 0} />}
    </section>
  )
}

function Barrier() {
  return (
    <svg className="barrier" viewBox="0 0 26 24" aria-hidden="true" fill="none">
      <path className="gate" d="M4 1v22M22 1v22M4 12h18" />
    </svg>
  )
}

function Sides(props: { readonly sides: readonly PathSide[]; readonly stops: number; readonly hereAt: number }) {
  const { t } = useTranslation()
  const isOnOne = props.sides.some((side) => side.isHere)
  return (
    <details className="sides" open={isOnOne || undefined}>
      <summary>{t('road.sides')}</summary>
      <ul>
        {props.sides.map((side) => (
          <li key={side.key} className={side.isHere ? 'now' : undefined} aria-current={side.isHere ? 'step' : undefined}>
            <b>{side.name}</b> · {side.sentence}
            <Rail side={side} stops={props.stops} hereAt={props.hereAt} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Full triangles lead down from the path, open ones up to it; the line joins them, dotted where one may leave at any time. */
function Rail(props: { readonly side: PathSide; readonly stops: number; readonly hereAt: number }) {
  const { side, stops } = props
  const frame = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(1200)
  useEffect(() => {
    const box = frame.current
    if (box === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(entry.contentRect.width)
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const x = (place: number) => (width / stops) * place + 11.5
  const marks = [...side.from, ...side.back, ...(side.isHere ? [props.hereAt] : [])]
  return (
    <svg ref={frame} className="rail" aria-hidden="true">
      {side.anywhereUntil !== null && <path className="run any" d={`M${x(0)} 8H${x(side.anywhereUntil)}`} />}
      {marks.length > 1 && <path className="run" d={`M${x(Math.min(...marks))} 8H${x(Math.max(...marks))}`} />}
      {side.from.map((place) => (
        <path key={place} className="out" d={`M${x(place) - 6} 3h12l-6 10z`} />
      ))}
      {side.back.map((place) => (
        <path key={place} className="back" d={`M${x(place) + (side.from.includes(place) ? 10 : -6)} 13h12l-6-10z`} />
      ))}
      {side.isHere && <rect className="at" x={x(props.hereAt) - 6} y={2} width={12} height={12} />}
    </svg>
  )
}
