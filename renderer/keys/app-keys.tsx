// The keys of the frame: find, sections, back, sheets, text size. What they do on each screen besides, the screen hears itself.
import { createContext, Suspense, useEffect, useRef, useState } from 'react'
import { useDesk } from '../desk.tsx'
import { KeyList, Palette } from '../later-screens.ts'
import type { Route } from '../route.ts'
import { setSettings, stepTextSize } from '../settings.ts'
import { leaveTour } from '../tour/state.ts'
import { goToSheet, outOf, stepOut } from './sheets.ts'
import { type EverywhereName, everywhere, shortcutsOn, strokesOf } from './shortcuts.ts'
import { type Stroke, strokeOf } from './stroke.ts'

const named = new Map<Stroke, EverywhereName>(everywhere.flatMap((one) => strokesOf(one).map((stroke) => [stroke, one.name] as const)))

/** The sections of the masthead as they stand there: nobody keeps a second list of them. */
const sectionButtons = () => [...document.querySelectorAll<HTMLElement>('.masthead nav button')]

export function AppKeys(props: { readonly route: Route; readonly open: 'palette' | 'keys' | null; readonly setOpen: SetOpen }) {
  const { go, session } = useDesk()
  const { route, open, setOpen } = props
  const isWorking = session.operator !== undefined
  /** True when the key was ours. */
  const act = (name: EverywhereName, stroke: Stroke): boolean => {
    switch (name) {
      case 'find':
        setOpen('palette')
        return true
      case 'keys':
        // Once for the keys of this screen, once more for help.
        setOpen(open === 'keys' ? null : 'keys')
        if (open === 'keys') go({ at: 'help' })
        return true
      case 'openCase':
        if (isWorking) go({ at: 'open' })
        return isWorking
      case 'sections': {
        const section = sectionButtons()[Number(stroke.slice(-1)) - 1]
        section?.click()
        return section !== undefined
      }
      case 'back':
        window.history.back()
        return true
      case 'forward':
        window.history.forward()
        return true
      case 'nextSheet':
        return goToSheet(1)
      case 'lastSheet':
        return goToSheet(-1)
      case 'out': {
        if (stepOut()) return false
        // The box of the tour says that this key leaves it, wherever the focus is.
        if (leaveTour()) return true
        const out = outOf(route)
        if (out !== undefined) go(out)
        return out !== undefined
      }
      case 'textBigger':
        stepTextSize(1)
        return true
      case 'textSmaller':
        stepTextSize(-1)
        return true
      case 'textUsual':
        setSettings({ textSize: 100 })
        return true
      // Heard by the seal in sight.
      case 'seal':
      // Heard by the drafts.
      case 'undo':
      case 'redo':
        return false
    }
  }
  const now = useRef(act)
  now.current = act
  const mine = useRef(new Set<string>())
  mine.current = new Set(shortcutsOn(route.at).map(({ name }) => name))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const stroke = event.defaultPrevented || event.repeat ? null : strokeOf(event)
      const name = stroke === null ? undefined : named.get(stroke)
      if (stroke === null || name === undefined || !mine.current.has(name)) return
      if (now.current(name, stroke)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette route={route} onClose={() => setOpen(null)} />}
      {open === 'keys' && <KeyList at={route.at} onClose={() => setOpen(null)} />}
    </Suspense>
  )
}

export type SetOpen = (open: 'palette' | 'keys' | null) => void

/** For a screen that shows the key of such a dialog as a button of its own. */
export const FrameDialog = createContext<SetOpen>(() => undefined)

/** Which dialog of the frame is open; leaving the screen shuts it. */
export function useFrameDialog(route: Route): readonly ['palette' | 'keys' | null, SetOpen] {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const here = JSON.stringify(route)
  const seen = useRef(here)
  useEffect(() => {
    if (seen.current === here) return
    seen.current = here
    setOpen(null)
  }, [here])
  return [open, setOpen]
}
