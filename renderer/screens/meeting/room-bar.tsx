// The edges of the room: above, which meeting, what is kept and what the hall sees; below, the keys, each a button that says what it does.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { useLedger } from '../../ledger.ts'
import { Chip } from '../../parts/chip.tsx'
import { showDay } from '../../parts/dates.ts'
import { IconDeviceProjector } from '../../parts/icons.ts'
import { KeyCap } from '../../parts/key-cap.tsx'
import { LanguageButton } from '../../parts/language-button.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { setSettings, useSettings } from '../../settings.ts'
import { Working } from '../../shell.tsx'
import { useWording } from '../../wording.ts'
import { useRoom } from './room.tsx'

export function RoomBar(props: { readonly conference: ConferenceView; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const { room } = useRoom()
  const { theme } = useSettings()
  const { conference } = props
  const owed = view.papers.filter((paper) => paper.status === 'owed').length
  const about = `${view.opening.post.title} · ${showDay(conference.openedAt ?? conference.plannedAt)}`
  const hall = hallWords(room?.hall ?? 'off', conference)
  return (
    <header className="room-bar">
      <PageTitle>{t('room.step', { name: say.conference(conference), step: conference.stepNo })}</PageTitle>
      <span className="t2 cut" title={about}>
        {about}
      </span>
      <span className="push row">
        <Kept />
        {owed > 0 && <Chip meaning="warn">{t('room.owed', { count: owed })}</Chip>}
        {room !== null && (
          <Chip meaning={hall.meaning} icon={<IconDeviceProjector size={15} stroke={2} aria-hidden="true" />}>
            {t(hall.words)}
          </Chip>
        )}
        <Working isNarrow />
        <Button variant="subtle" size="compact-sm" onClick={() => setSettings({ theme: theme === 'light' ? 'dark' : 'light' })}>
          {t(theme === 'light' ? 'room.dark' : 'room.light')}
        </Button>
        <LanguageButton />
        <Clock />
      </span>
    </header>
  )
}

function hallWords(hall: 'off' | 'on' | 'covered', { isSealed, result }: ConferenceView) {
  if (hall === 'off') return { meaning: 'plain', words: 'room.hallOff' } as const
  if (hall === 'covered') return { meaning: 'warn', words: 'room.hallCovered' } as const
  if (isSealed) return { meaning: 'sealed', words: 'room.hallNothing' } as const
  if (result !== undefined && !result.isAnnounced) return { meaning: 'plain', words: 'room.hallWaits' } as const
  return { meaning: 'ink', words: 'room.hallOn' } as const
}

/** When the last fact came to rest on the disk; drawn anew alone. */
function Kept() {
  const { t } = useTranslation()
  const lastAt = useLedger()?.lastAt
  return lastAt === undefined ? null : <Chip meaning="passed">{t('room.kept', { at: lastAt.slice(11, 19) })}</Chip>
}

/** The shell's clock, in Vietnamese time; drawn again each second, spoken never. */
function Clock() {
  const { now, room } = useRoom()
  const isTold = room !== null
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    const show = () => setShown(!isTold ? null : new Date(now() + 7 * 3_600_000).toISOString().slice(11, 16))
    show()
    const timer = setInterval(show, 1000)
    return () => clearInterval(timer)
  }, [now, isTold])
  return <time className="clock">{shown}</time>
}

export type KeyButton = { readonly cap: string; readonly words: string; readonly onPress: () => void; readonly isPressed?: boolean }

export function KeyBar(props: { readonly keys: readonly KeyButton[]; readonly end: readonly KeyButton[] }) {
  return (
    <footer className="keybar">
      {props.keys.map((key) => (
        <KeyOf key={key.cap} of={key} />
      ))}
      <span className="grow" />
      {props.end.map((key) => (
        <KeyOf key={key.cap} of={key} />
      ))}
    </footer>
  )
}

function KeyOf({ of }: { readonly of: KeyButton }) {
  return (
    <button type="button" className="key" aria-pressed={of.isPressed} onClick={of.onPress}>
      <KeyCap>{of.cap}</KeyCap>
      <span>{of.words}</span>
    </button>
  )
}
