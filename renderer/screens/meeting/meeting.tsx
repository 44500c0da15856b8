// The meeting full screen, keyboard first, in the order of the law: the current act in the middle, the gate across the bottom,
// who is there and the words of the chair beside it. Esc goes one level out, and what is typed stays.

import { Button } from '@mantine/core'
import { useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaKey, ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { chairScript, firstLine } from '../../../workflows/room/script.ts'
import { CaseProvider, useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { DraftPlace } from '../../draft-place.tsx'
import { useFocusAfter } from '../../focus-after.ts'
import { FrameDialog } from '../../keys/app-keys.tsx'
import { Empty } from '../../parts/empty.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { armSeal } from '../../parts/seal-button.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { AgendaPart } from './agenda-part.tsx'
import { AgendaRail } from './agenda-rail.tsx'
import { Failing } from './closing.tsx'
import { BallotGate } from './gate-bar.tsx'
import { PartKeys, used } from './part-keys.ts'
import { RollOverlay } from './roll-overlay.tsx'
import { RoomProvider, useRoom } from './room.tsx'
import { KeyBar, RoomBar } from './room-bar.tsx'
import { type KeyDeeds, useRoomKeys } from './room-keys.ts'
import { Presence, Script } from './room-side.tsx'
import { useTalkMinutes } from './speaking.tsx'

export function MeetingScreen(props: { readonly caseId: string }) {
  return (
    <CaseProvider key={props.caseId} caseId={props.caseId}>
      <Meeting />
    </CaseProvider>
  )
}

function Meeting() {
  const { t } = useTranslation()
  const { go } = useDesk()
  const { view } = useCase()
  const { conference } = view
  if (conference === undefined)
    return (
      <div className="page">
        <PageTitle>{view.opening.post.title}</PageTitle>
        <Sheet title={t('meeting.none')}>
          <Empty title={t('meeting.none')} text={t('meeting.noneText')}>
            <Button onClick={() => go({ at: 'case', caseId: view.caseId })}>{t('meeting.back')}</Button>
          </Empty>
        </Sheet>
      </div>
    )
  return (
    <RoomProvider>
      <Room conference={conference} />
    </RoomProvider>
  )
}

function useScript(conference: ConferenceView) {
  const { view } = useCase()
  const { talkMinutes, questionMinutes } = useTalkMinutes()
  const { title } = view.opening.post
  const { seats } = view.opening
  return useMemo(
    () => chairScript(conference, { post: title, seats, talkMinutes, questionMinutes }),
    [conference, title, seats, talkMinutes, questionMinutes],
  )
}

function Room(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const { view } = useCase()
  const { room, does } = useRoom()
  const { conference } = props
  const here = conference.agenda.find((item) => item.standing === 'here')?.key ?? conference.agenda.at(-1)?.key ?? 'opening'
  const [looking, setLooking] = useState<AgendaKey>(here)
  const [isRollOpen, setRollOpen] = useState(false)
  const openDialog = useContext(FrameDialog)
  const part = useRef<KeyDeeds>({})
  useFocusAfter(`${view.version} ${looking}`)
  // The meeting moved on: what is looked at moves with it.
  useEffect(() => setLooking(here), [here])

  const script = useScript(conference)
  const first = firstLine(script, here, conference)
  // Whoever does not run the room turns no lines: he sees those of the part at hand.
  const at = Math.min(Math.max(room?.said ?? first, 0), script.length - 1)
  const [turnedTo, setTurnedTo] = useState<{ readonly here: AgendaKey; readonly first: number } | null>(null)
  useEffect(() => {
    if (room === null || (turnedTo?.here === here && turnedTo.first === first)) return
    setTurnedTo({ here, first })
    // A new part begins with its first words, the next speaker with his; a screen that was only opened anew stays at its line.
    const isNewPart = turnedTo !== null && turnedTo.here !== here
    if (first >= 0 && (isNewPart || room.said < first)) void does({ do: 'say', said: first })
  }, [room, turnedTo, here, first, does])
  const turn = (to: number) => void does({ do: 'say', said: Math.min(Math.max(to, 0), script.length - 1) })

  const leave = () => go({ at: 'case', caseId: view.caseId })
  const lookAt = (step: number) => {
    const index = conference.agenda.findIndex((item) => item.key === looking) + step
    const next = conference.agenda[index]
    if (next !== undefined) setLooking(next.key)
  }
  const goOn = () => {
    if (looking !== here) setLooking(here)
    else armSeal()
  }
  const rollCall = () => {
    const box = document.querySelector<HTMLInputElement>('[data-roll]')
    if (looking === 'opening' && box !== null) box.focus()
    else setRollOpen((isOpen) => !isOpen)
  }
  const hall = room?.hall ?? 'off'
  const switchHall = () => void does({ do: 'showHall', isOn: hall === 'off' })
  const coverHall = () => void does({ do: 'coverHall', isCovered: hall === 'on' })
  const own = (key: keyof KeyDeeds, otherwise: () => unknown) => (): boolean => part.current[key]?.() ?? used(otherwise)()
  const ofPart = (key: keyof KeyDeeds) => (): boolean => part.current[key]?.() ?? false
  useRoomKeys({
    Enter: own('Enter', goOn),
    Space: ofPart('Space'),
    Delete: ofPart('Delete'),
    F6: own('F6', () => undefined),
    PageDown: own('PageDown', () => turn(at + 1)),
    PageUp: own('PageUp', () => turn(at - 1)),
    ArrowUp: used(() => lookAt(-1)),
    ArrowDown: used(() => lookAt(1)),
    F2: used(rollCall),
    F4: used(switchHall),
    F9: used(coverHall),
    Escape: used(() => {
      // One level out: a box that is being typed in, another part, the meeting.
      const held = document.activeElement
      if (held instanceof HTMLElement && held.matches('input, textarea, select'))
        document.querySelector<HTMLElement>('[data-work]')?.focus()
      else if (looking !== here) setLooking(here)
      else leave()
    }),
  })
  // A counted ballot has words and figures of its own, and needs the room for them.
  const isTold = looking === 'result' && (conference.result !== undefined || conference.isSealed)
  const no = conference.agenda.findIndex((item) => item.key === looking) + 1
  return (
    <PartKeys.Provider value={part}>
      <div className={isTold ? 'room told-wide' : 'room'}>
        <RoomBar conference={conference} onLeave={leave} />
        <AgendaRail conference={conference} looking={looking} onLook={setLooking} />
        <div className="room-now">
          <div className="room-work">
            <Sheet
              isWork
              key={looking}
              title={t(`agenda.${looking}`)}
              sub={t(`standing.${conference.agenda.find((item) => item.key === looking)?.standing ?? 'later'}`)}
              end={t('room.act', { no, of: conference.agenda.length })}
            >
              <DraftPlace name={`${conference.conferenceId} ${looking}`}>
                <AgendaPart at={looking} conference={conference} />
              </DraftPlace>
            </Sheet>
          </div>
          <BallotGate />
        </div>
        {!isTold && (
          <aside className="room-side" aria-label={t('meeting.who')}>
            <Presence conference={conference} />
            <Script lines={script} at={at} onTurn={room === null ? undefined : turn} />
            <div className="room-fail">
              <Failing />
            </div>
          </aside>
        )}
        <KeyBar
          keys={[
            { cap: 'F2', words: t('room.roll'), onPress: rollCall },
            ...(room === null
              ? []
              : [
                  { cap: 'F4', words: t('room.hall'), onPress: switchHall, isPressed: hall !== 'off' },
                  {
                    cap: 'F9',
                    words: t(hall === 'covered' ? 'room.uncover' : 'room.cover'),
                    onPress: coverHall,
                    isPressed: hall === 'covered',
                  },
                ]),
            { cap: '↑', words: t('room.lookBack'), onPress: () => lookAt(-1) },
            { cap: '↓', words: t('room.look'), onPress: () => lookAt(1) },
            { cap: 'Enter', words: t(looking === here ? 'room.go' : 'room.goOn'), onPress: own('Enter', goOn) },
            { cap: 'F1', words: t('room.keys'), onPress: () => openDialog('keys') },
          ]}
          end={[{ cap: 'Esc', words: t('room.minimise'), onPress: leave }]}
        />
        {isRollOpen && <RollOverlay conference={conference} onShut={() => setRollOpen(false)} />}
      </div>
    </PartKeys.Provider>
  )
}
