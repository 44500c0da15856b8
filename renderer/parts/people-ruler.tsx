// The people ruler: one cell a person of the base, a post before the first cell that meets the rule.
// Half touches the post and does not cross it, so "exactly half is not over half" is seen. Above 60 people: a bar with a notch every 10.
import type { Meaning } from '../theme.ts'
import { placeLabels } from './ruler-labels.ts'

export type RulerPost = {
  /** The smallest number of people that meets the rule: the post stands before this cell. */
  readonly at: number
  readonly label: string
}

/** Of the cells, under the words over the posts. */
const usual = { top: 17, tall: 16 }
const slim = { top: 4, tall: 10 }
/** How far a post stands out over and under the cells. */
const out = 4

export function PeopleRuler(props: {
  readonly filled: number
  readonly base: number
  readonly posts: readonly RulerPost[]
  readonly meaning: Meaning
  /** The whole sentence for those who do not see the cells, e.g. "12 trong 24, quá bán phải 13". */
  readonly sentence: string
  readonly width?: number
  /** Of the words over the posts, as the style sheet draws them. */
  readonly labelSize?: number
  /** Under a ruler with the same posts: the words over them are not said again, and it takes less height. */
  readonly isSlim?: boolean
}) {
  const width = props.width ?? 360
  const labelSize = props.labelSize ?? 11.5
  const { top, tall } = props.isSlim === true ? slim : usual
  const height = top + tall + out + 1
  const base = Math.max(props.base, 1)
  const cell = width / base
  const isBar = base > 60
  const filled = Math.min(props.filled, base)
  const colour = `var(--tc-${props.meaning}-solid)`
  const left = (at: number) => Math.min(Math.max(at - 1, 0), base) * cell
  const cells = Array.from({ length: base }, (_, index) => index)
  const labels = placeLabels(
    (props.isSlim === true ? [] : props.posts).map((post) => ({ x: left(post.at), label: post.label })),
    width,
    labelSize,
  )
  // Labels that have no room beside each other stand in rows: the ruler grows by what they need above it.
  const above = Math.max(0, ...labels.map(({ row }) => row)) * labelSize * 1.3
  const notches = Array.from({ length: Math.floor((base - 1) / 10) }, (_, index) => (index + 1) * 10)
  return (
    <svg
      className="ruler"
      width={width}
      height={height + above}
      viewBox={`0 ${-above} ${width} ${height + above}`}
      role="img"
      aria-label={props.sentence}
    >
      {isBar ? (
        <>
          <rect className="cell" x={0.5} y={top + 0.5} width={width - 1} height={tall - 1} />
          <rect x={0} y={top} width={filled * cell} height={tall} style={{ fill: colour }} />
          {notches.map((at) => (
            <path key={at} className={at <= filled ? 'notch over' : 'notch'} d={`M${at * cell} ${top}v${tall}`} />
          ))}
        </>
      ) : (
        cells.map((index) => (
          <rect
            key={index}
            className={index < filled ? undefined : 'cell'}
            style={index < filled ? { fill: colour } : undefined}
            x={index * cell + 1}
            y={top}
            width={Math.max(cell - 2, 1)}
            height={tall}
          />
        ))
      )}
      {props.posts.map((post, at) => {
        const place = labels[at] ?? { x: left(post.at), row: 0 }
        return (
          <g key={`${post.at} ${post.label}`}>
            <path className="post" d={`M${left(post.at)} ${top - out}v${tall + 2 * out}`} />
            {props.isSlim !== true && (
              <text x={place.x} y={11 - place.row * labelSize * 1.3} textAnchor="middle">
                {post.label}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
