// Work under way, as far as it is worth showing: what is over within a moment would only flash.
import { useEffect, useState } from 'react'
import type { WorkView } from '../../workflows/long-work.ts'
import type { Office } from '../../workflows/office.ts'

/** From the first word of a work, which comes 0.15 s after it began. */
const patienceMs = 550
/** What has once been shown can be read. */
const shownMs = 600

/** In the order they began. */
export function useWorks(office: Office): readonly WorkView[] {
  const [shown, setShown] = useState<readonly WorkView[]>([])
  useEffect(() => {
    const latest = new Map<string, { view: WorkView; shownAt: number | null }>()
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const show = () => setShown([...latest.values()].flatMap(({ view, shownAt }) => (shownAt === null ? [] : [view])))
    const later = (ms: number, act: () => void) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        act()
        show()
      }, ms)
      timers.add(timer)
    }
    const stop = office.onChange(({ work }) => {
      if (work === undefined) return
      const { workId } = work
      const known = latest.get(workId)
      if (known === undefined) {
        if (work.over !== undefined) return
        latest.set(workId, { view: work, shownAt: null })
        later(patienceMs, () => {
          const still = latest.get(workId)
          if (still) still.shownAt = performance.now()
        })
        return
      }
      known.view = work
      if (work.over !== undefined) {
        if (known.shownAt === null) latest.delete(workId)
        else later(Math.max(0, shownMs - (performance.now() - known.shownAt)), () => latest.delete(workId))
      }
      if (known.shownAt !== null) show()
    })
    return () => {
      stop()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [office])
  return shown
}
