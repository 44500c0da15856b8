// Brings an answer into sight: a seal that sticks to the edge of the window is pressed while its answer stands below or behind it.
import { type RefObject, useEffect, useRef } from 'react'

/** The place scrolls into sight whenever `moment` changes to something other than 0. */
export function useInSight(moment: number): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (moment > 0) place.current?.scrollIntoView({ block: 'nearest' })
  }, [moment])
  return place
}
