// The people ruler: one cell a person of the base, a post before the first cell that meets the rule.
// Half touches the post and does not cross it, so "exactly half is not over half" is seen. Above 60 people: a bar with a notch every 10.
import type { Meaning } from '../theme.ts'

export type RulerPost = {
  /** The smallest number of people that meets the rule: the post stands before this cell. */
  readonly at: number
  readonly label: string
}

const height = 38
const top = 17
const tall = 16

export function PeopleRuler(props: {
  readonly filled: number
  readonly base: number
  readonly posts: readonly RulerPost[]
  readonly meaning: Meaning
  /** The whole sentence for those who do not see the cells, e.g. "12 trong 24, quá bán phải 13". */
  readonly sentence: string
  readonly width?: number
}) {
  const width = props.width ?? 360
  const base = Math.max(props.base, 1)
  const cell = width / base
  const isBar = base > 60
  const filled = Math.min(props.filled, base)
  const colour = `var(--tc-${props.meaning}-solid)`
  const left = (at: number) => Math.min(Math.max(at - 1, 0), base) * cell
  const cells = Array.from({ length: base }, (_, index) => index)
  const notches = Array.from({ length: Math.floor((base - 1) / 10) }, (_, index) => (index + 1) * 10)
  return (
    <svg className="ruler" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.sentence}>
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
      {props.posts.map((post) => {
        const x = left(post.at)
        const others = props.posts.filter((other) => other !== post).map((other) => left(other.at))
        return (
          <g key={`${post.at} ${post.label}`}>
            <path className="post" d={`M${x} 13V37`} />
            <text x={x} y={11} textAnchor={anchorOf(x, width, others)}>
              {post.label}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Room for the words of a post, in units of the drawing. */
const label = 130

/** A label stands over its post; at an edge, or beside a post close by, on the side where there is room. */
function anchorOf(x: number, width: number, others: readonly number[]): 'start' | 'middle' | 'end' {
  if (x < 50) return 'start'
  if (x > width - 50) return 'end'
  if (others.some((other) => other > x && other - x < label)) return x < 90 ? 'start' : 'end'
  return others.some((other) => other < x && x - other < label) ? 'start' : 'middle'
}
