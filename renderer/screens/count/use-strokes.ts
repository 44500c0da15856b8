// Whether this PC shows the totals as strokes or as figures alone; kept from one count to the next.
import { useCallback, useState } from 'react'

const kept = 'tien-cu.count-strokes'

export function useStrokes(): readonly [hasStrokes: boolean, onChange: () => void] {
  const [hasStrokes, setStrokes] = useState(() => localStorage.getItem(kept) !== 'off')
  const onChange = useCallback(
    () =>
      setStrokes((on) => {
        localStorage.setItem(kept, on ? 'off' : 'on')
        return !on
      }),
    [],
  )
  return [hasStrokes, onChange]
}
