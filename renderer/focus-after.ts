// After an act the focus goes to what it opened, never to nothing: a form that went away takes the focus with it.
import { useEffect, useRef } from 'react'

/** When `moment` changes and the focus was lost with the form, it goes to the heading of the work, or of the screen. */
export function useFocusAfter(moment: string): void {
  const seen = useRef(moment)
  useEffect(() => {
    if (seen.current === moment) return
    seen.current = moment
    const held = document.activeElement
    if (held !== null && held !== document.body) return
    const heading = document.querySelector<HTMLElement>('[data-work]') ?? document.getElementById('screen')
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'nearest' })
  }, [moment])
}
