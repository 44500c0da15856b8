// Tally strokes as on the wall: four sides and a diagonal make five. The number stands beside them in figures, so a screen reader is told that.
const step = 49

/** The strokes of one square: left, top, right, bottom, diagonal. `x`: where it begins. */
const strokeAt = [
  (x: number) => `M${x + 2} 40V2`,
  (x: number) => `M${x + 2} 2H${x + 40}`,
  (x: number) => `M${x + 40} 2V40`,
  (x: number) => `M${x + 40} 40H${x + 2}`,
  (x: number) => `M${x + 2} 40L${x + 40} 2`,
]

/** `size`: height in CSS pixels. */
export function Strokes(props: { readonly count: number; readonly size: number }) {
  const { count, size } = props
  const width = Math.max(1, Math.ceil(count / 5)) * step - 7
  const path = Array.from({ length: count }, (_, stroke) => strokeAt[stroke % 5]?.(Math.floor(stroke / 5) * step)).join('')
  return (
    <svg className="strokes" width={(width * size) / 42} height={size} viewBox={`0 0 ${width} 42`} aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth={size < 20 ? 5 : 3} strokeLinecap="square" />
    </svg>
  )
}
