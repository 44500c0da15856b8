// The day the registry is read as of: one for all its screens, today until somebody asks about another.
import { Button } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../desk.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'

let chosen: string | null = null
const listeners = new Set<() => void>()
const choose = (day: string | null): void => {
  chosen = day
  for (const listener of listeners) listener()
}
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** ISO day. */
export function useAsOf(): string {
  const { session } = useDesk()
  return useSyncExternalStore(listen, () => chosen) ?? session.today
}

export function AsOfBox() {
  const { t } = useTranslation()
  const { session } = useDesk()
  const day = useAsOf()
  const [typed, setTyped] = useState(() => showDay(day))
  const read = parseDay(typed, session.today)
  return (
    <div className="row as-of">
      <DayBox
        label={t('registry.asOf')}
        value={typed}
        today={session.today}
        onChange={(text) => {
          setTyped(text)
          const next = parseDay(text, session.today)
          // A day half typed is no day of the year 20.
          if (next !== null && text.trim().length >= 8) choose(next === session.today ? null : next)
        }}
      />
      {(day !== session.today || read !== day) && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="beside"
          onClick={() => {
            setTyped(showDay(session.today))
            choose(null)
          }}
        >
          {t('registry.today')}
        </Button>
      )}
    </div>
  )
}

/** Said on every screen that does not show today. */
export function NotToday() {
  const { t } = useTranslation()
  const { session } = useDesk()
  const day = useAsOf()
  return day === session.today ? null : <p className="note">{t('registry.notToday', { day: showDay(day) })}</p>
}
