// How far a roster is, with its way out: asked for a few times a second, and only while somebody waits.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterProgress } from '../../../workflows/roster.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice } from '../../orders.ts'

const everyMs = 300

export function ImportProgress() {
  const { t } = useTranslation()
  const { office } = useDesk()
  const [progress, setProgress] = useState<RosterProgress>({ phase: 'idle', done: 0, of: 0 })
  useEffect(() => {
    const timer = setInterval(async () => {
      const reply = await askOffice(office, { about: 'rosterProgress' })
      if (reply.ok) setProgress(reply.value)
    }, everyMs)
    return () => clearInterval(timer)
  }, [office])
  const stop = () => void askOffice(office, { about: 'stopRoster' })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code === 'Escape' && !event.isComposing) void askOffice(office, { about: 'stopRoster' })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [office])
  const phase = t(`import.${progress.phase}`)
  const { done, of } = progress
  return (
    <div className="pad row">
      <span role="status">{of > 0 ? t('import.progress', { phase, done, of }) : phase}</span>
      {of > 0 && <progress value={done} max={of} aria-label={phase} />}
      <Button variant="default" onClick={stop}>
        {t('import.stop')} (Esc)
      </Button>
    </div>
  )
}
