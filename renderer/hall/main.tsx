// The hall screen: hears views and draws them. It knows no office, no dictionary and no way back.
import '../faces.css'
import './hall.css'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { HallView } from '../../workflows/room/hall-view.ts'
import { HallScreen } from './hall-screen.tsx'

declare global {
  interface Window {
    /** Electron's way of telling; the browser shell fires an event and leaves the last view on the window. */
    readonly hall?: { onView(listener: (view: unknown) => void): void }
    readonly hallView?: unknown
  }
}

function listen(hear: (view: unknown) => void): void {
  window.hall?.onView(hear)
  window.addEventListener('hall:view', (event) => hear(event instanceof CustomEvent ? event.detail : undefined))
  if (window.hallView !== undefined) hear(window.hallView)
}

function Hall() {
  const [shown, setShown] = useState<{ readonly view: HallView; readonly heardAt: number } | null>(null)
  useEffect(
    () =>
      listen((view) => {
        const parsed = HallView.safeParse(view)
        if (parsed.success) setShown({ view: parsed.data, heardAt: performance.now() })
      }),
    [],
  )
  return shown === null ? null : <HallScreen view={shown.view} heardAt={shown.heardAt} />
}

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Hall />)
