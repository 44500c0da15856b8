// The drawing of the vote path: columns with their own base, people as shapes, a label on every point; drawn at real size.
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWording } from '../../wording.ts'
import type { VoteColumn, VotePoint } from './vote-path-data.ts'
import './vote-path.css'

const plotTop = 26
const plotTall = 176
const left = 46

type ChartProps = {
  readonly columns: readonly VoteColumn[]
  readonly people: readonly string[]
  readonly isShown: (column: VoteColumn) => boolean
  readonly say: (name: string) => string
  /** Keys of the columns that differ from the one before. */
  readonly differs: readonly string[]
  readonly sentence: string
}

type Placed = VotePoint & { readonly x: number; readonly y: number; readonly shape: number }

export function VoteChart(props: ChartProps) {
  const { t } = useTranslation()
  const { columns, people, isShown } = props
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const wide = (width - left - 8) / columns.length
  const most = Math.max(0.6, ...columns.filter(isShown).flatMap(({ points }) => points.map(({ share }) => share)))
  const top = Math.min(1, most + 0.06)
  const y = (share: number) => plotTop + plotTall * (1 - share / top)
  const start = (index: number) => left + index * wide
  /** Points stand at the left of their column, so that what is said of them stands beside them. */
  const placed = columns.map((column, index): readonly Placed[] => {
    if (!isShown(column)) return []
    const here = people.flatMap((name, shape) => {
      const point = column.points.find((one) => one.name === name)
      return point === undefined ? [] : [{ ...point, shape, y: y(point.share) }]
    })
    return here.map((point) => {
      const level = here.filter((other) => other.votes === point.votes)
      return { ...point, x: start(index) + 16 + level.findIndex((other) => other.name === point.name) * 13 }
    })
  })
  const lines = columns.flatMap((column, index) => linesInto(column, placed[index] ?? [], placed[index - 1] ?? [], start(index) + 2))
  const bottom = plotTop + plotTall
  const lastThirty = columns.reduce((last, column, index) => (column.carriesFrom30 ? index : last), -1)
  return (
    <div ref={frame} className="vote-path">
      <svg width={width} height={bottom + 40} viewBox={`0 0 ${width} ${bottom + 40}`} role="img" aria-label={props.sentence}>
        <title>{props.sentence}</title>
        <defs>
          <pattern id="vote-tint" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V8M4 0V8" className="hatch" />
            <path d="M0 0H8" className="hatch" />
          </pattern>
        </defs>
        <path className="axis" d={`M${left} ${bottom}H${width - 8}`} />
        <path className="half" d={`M${left} ${y(0.5)}H${width - 8}`} />
        {lastThirty >= 0 && <path className="thirty" d={`M${left} ${y(0.3)}H${start(lastThirty + 1) - 6}`} />}
        <g className="scale" textAnchor="end">
          <text x={left - 6} y={bottom + 4}>
            0
          </text>
          {lastThirty >= 0 && (
            <text x={left - 6} y={y(0.3) + 4}>
              30%
            </text>
          )}
          <text className="strong" x={left - 6} y={y(0.5) + 4}>
            50%
          </text>
        </g>
        {columns.map((column, index) => {
          const x = start(index)
          if (column.standing === 'counted') return null
          const isOpen = isShown(column)
          return column.standing === 'sealed' ? (
            <g key={column.key}>
              <rect className="sealed" x={x + 2} y={plotTop - 8} width={wide - 10} height={plotTall + 8} />
              <rect className="sealed-hatch" x={x + 2} y={plotTop - 8} width={wide - 10} height={plotTall + 8} />
              {!isOpen && (
                <g>
                  <rect className="plate" x={x + wide / 2 - 50} y={plotTop + plotTall / 2 - 16} width="92" height="28" />
                  <text className="strong" x={x + wide / 2 - 4} y={plotTop + plotTall / 2 + 3} textAnchor="middle">
                    {t('sealed.chip')}
                  </text>
                </g>
              )}
            </g>
          ) : (
            <g key={column.key}>
              <rect className="waiting" x={x + 2} y={plotTop - 8} width={wide - 10} height={plotTall + 8} />
              <text x={x + wide / 2 - 4} y={plotTop + plotTall / 2} textAnchor="middle">
                {t('votePath.waiting')}
              </text>
            </g>
          )
        })}
        {lines.map((line) => (
          <path key={line.key} className={line.name} d={line.d} />
        ))}
        {placed.map((points, index) => (
          <g key={columns[index]?.key}>
            <Labels
              points={points}
              next={placed[index + 1] ?? []}
              say={props.say}
              base={columns[index]?.base?.value ?? 0}
              bottom={bottom}
            />
            {points.map((point) => (
              <Shape key={point.name} {...point} />
            ))}
          </g>
        ))}
        {columns.map((column, index) =>
          props.differs.includes(column.key) ? (
            <text key={column.key} className="differs" x={start(index) - 5} y={plotTop - 6} textAnchor="middle">
              ≠
            </text>
          ) : null,
        )}
        {columns.map((column, index) => (
          <g key={column.key} textAnchor="middle">
            <text className="strong" x={start(index) + wide / 2 - 4} y={bottom + 18}>
              {t('votePath.step', { step: column.stepNo })}
            </text>
            {column.base !== undefined && (
              <text x={start(index) + wide / 2 - 4} y={bottom + 34}>
                {t(`votePath.base.${column.base.name}`, { count: column.base.value })}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  )
}

type Line = { readonly key: string; readonly name: string; readonly d: string }

/** From the ballot before: to the point of the same person, or level into the field of a sealed ballot. */
function linesInto({ key, standing }: VoteColumn, here: readonly Placed[], before: readonly Placed[], edge: number): readonly Line[] {
  if (standing === 'sealed' && here.length === 0)
    return before
      .filter(({ goesOn }) => goesOn)
      .map(({ name, shape, x, y }) => ({ key: `${key} ${name}`, name: `level s${shape}`, d: `M${x} ${y}H${edge}` }))
  return here.flatMap((point) => {
    const from = before.find(({ name }) => name === point.name)
    return from === undefined
      ? []
      : [{ key: `${key} ${point.name}`, name: `line s${point.shape}`, d: `M${from.x} ${from.y}L${point.x} ${point.y}` }]
  })
}

/** Full circle, open diamond, full square, open triangle, open circle, full diamond: told apart without colour. */
function Shape({ x, y, shape }: Pick<Placed, 'x' | 'y' | 'shape'>) {
  const isOpen = shape === 1 || shape === 3 || shape === 4
  const name = `shape ${isOpen ? 'open' : 'full'}`
  switch (shape) {
    case 0:
    case 4:
      return <circle className={name} cx={x} cy={y} r={6} />
    case 1:
    case 5:
      return <path className={name} d={`M${x} ${y - 7}l7 7-7 7-7-7z`} />
    case 2:
      return <rect className={name} x={x - 5.5} y={y - 5.5} width={11} height={11} />
    default:
      return <path className={name} d={`M${x} ${y - 7}l7 12h-14z`} />
  }
}

/** A label on every point, those on a level in one: under the point where a line leaves it upwards or level, over it where one falls or another
 * point stands close under it. */
function Labels(props: {
  readonly points: readonly Placed[]
  readonly next: readonly Placed[]
  readonly say: (name: string) => string
  readonly base: number
  readonly bottom: number
}) {
  const { points, next } = props
  const words = useWording()
  const levels = [...new Set(points.map((point) => point.votes))].sort((one, other) => other - one)
  const heights = levels.map((votes) => points.find((point) => point.votes === votes)?.y ?? 0)
  const rows = levels.map((votes, index) => {
    const level = points.filter((point) => point.votes === votes)
    const y = level[0]?.y ?? 0
    const falls = level.every((point) => {
      const later = next.find(({ name }) => name === point.name)
      return later !== undefined && later.y > y + 4
    })
    const over = y - 22
    const isCrowded = (heights[index + 1] ?? Number.POSITIVE_INFINITY) - y < 46 && y - (heights[index - 1] ?? Number.NEGATIVE_INFINITY) > 70
    return { votes, level, wanted: (falls || isCrowded) && over > plotTop - 16 ? over : y + 20 }
  })
  const places = spread(
    rows.map(({ wanted }) => wanted),
    props.bottom - 16,
  )
  return (
    <>
      {rows.map(({ votes, level, wanted }, index) => {
        const at = places[index] ?? wanted
        // Pushed from its own place it stands beside the point, not over or under it.
        const x = Math.abs(at - wanted) > 2 ? Math.max(...level.map((point) => point.x)) + 12 : (level[0]?.x ?? 0) - 5
        const names = level.map((point) => props.say(point.name)).join(', ')
        const share = `${votes}/${props.base} = ${words.percent(level[0]?.percent ?? '')}%`
        // Lines of the scale stop at the words: a paper lies under them, as wide as they are at most.
        const wide = Math.max(names.length * 7.4, share.length * 6.6)
        return (
          <g key={votes}>
            <rect className="under" x={x - 2} y={at - 11} width={wide + 4} height={labelTall} />
            <text className="label" x={x} y={at}>
              <tspan className="name">{names}</tspan>
              <tspan x={x} dy="14">
                {share}
              </tspan>
            </text>
          </g>
        )
      })}
    </>
  )
}

/** Two lines of text. */
const labelTall = 30

/** From the top down no label touches the one before it, and from the bottom up none falls out of the plot. */
function spread(wanted: readonly number[], lowest: number): readonly number[] {
  const down: number[] = []
  for (const at of wanted) down.push(Math.max(at, (down.at(-1) ?? Number.NEGATIVE_INFINITY) + labelTall))
  const up: number[] = []
  for (const at of down.toReversed()) up.push(Math.min(at, (up.at(-1) ?? lowest + labelTall) - labelTall))
  return up.toReversed()
}

/** Drawn at its real width, so that its words are never scaled. */
function useWidth(frame: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(600)
  useEffect(() => {
    const box = frame.current
    if (box === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.max(420, Math.floor(entry.contentRect.width)))
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [frame])
  return width
}
