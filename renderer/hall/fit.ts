// What stands on the hall screen stands on it whole: nobody scrolls a projection. Long names, posts and results are drawn smaller, step by step, until they fit.
import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Of the size the words have where there is room. */
const sizes = [1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56] as const

/** For the box that may not run over; its children are sized by `--fit`. `shown`, `page`: measured anew whenever they change, and with the window. */
export function useFit(shown: unknown, page: number): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is the reason to measure
  useLayoutEffect(() => {
    const measure = () => {
      const it = box.current
      if (it === null) return
      for (const size of sizes) {
        it.style.setProperty('--fit', String(size))
        if (it.scrollHeight <= it.clientHeight + 1) return
      }
    }
    measure()
    // The faces of the letters may come after the words.
    void document.fonts?.ready.then(measure)
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [shown, page])
  return box
}
