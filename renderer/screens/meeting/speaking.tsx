// Who speaks and for how long: name and timer for three metres, the bars of talk and questions, the keys of this act as buttons.
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConferenceView, PresentationView } from '../../../workflows/procedure/case-view.ts'
import { ranAt } from '../../../workflows/room/room.ts'
import { CaseSettings } from '../../../workflows/rulebooks/settings.ts'
import { useCase } from '../../case-desk.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { useRoom, useTicking } from './room.tsx'

export type TalkMinutes = { readonly talkMinutes: number; readonly questionMinutes: number }

export function useTalkMinutes(): TalkMinutes {
  const { view } = useCase()
  const setting = view.settings.find(({ name }) => name === 'actionProgram')?.value
  const parsed = CaseSettings.shape.actionProgram.safeParse(setting ?? {})
  return parsed.success ? parsed.data : { talkMinutes: 10, questionMinutes: 10 }
}

const two = (value: number) => String(value).padStart(2, '0')

/** The state of a running time: its colour is never alone, the words beside it say the same. */
function timeLeft(seconds: number, allowedMinutes: number): { readonly state: '' | 'warn' | 'wrong'; readonly left: number } {
  const left = allowedMinutes * 60 - seconds
  return { left, state: left < 0 ? 'wrong' : left <= 60 ? 'warn' : '' }
}

export function Speaking(props: {
  readonly conference: ConferenceView
  readonly person: PresentationView
  readonly onQuestion: () => void
  readonly onAbsent: () => void
  readonly onNext: () => void
}) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { room, does, now } = useRoom()
  const { conference, person } = props
  const { talkMinutes, questionMinutes } = useTalkMinutes()
  const talk = room?.talk?.personId === person.personId ? room.talk : undefined
  useTicking(talk?.since !== undefined)
  const nominee = view.nominees.find((one) => one.personId === person.personId)
  const isAsking = talk?.phase === 'questions'
  const allowed = isAsking ? questionMinutes : talkMinutes
  const seconds = talk === undefined ? 0 : Math.floor(ranAt(talk, new Date(now()).toISOString()) / 1000)
  const { state, left } = timeLeft(seconds, allowed)
  const no = conference.presentations.findIndex((one) => one.personId === person.personId) + 1
  return (
    <div className="speaking">
      <h3 className="name">{person.name}</h3>
      <p className="pos">
        {nominee?.currentPost}. {t('talk.place', { no, of: conference.presentations.length })}
      </p>
      {talk === undefined || talk.phase === 'over' ? (
        talk === undefined && room !== null && <p className="pos">{t('talk.waiting')}</p>
      ) : (
        <>
          <div className="timer">
            <span className={`t ${state}`} role="timer" aria-live="off">
              {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
            </span>
            <p className={`left ${state}`}>
              <LeftWords left={left} />
              <span>
                {t(isAsking ? 'talk.ofQuestions' : 'talk.of', { count: allowed })}
                {talk.since === undefined && <b> · {t('talk.stopped')}</b>}
              </span>
            </p>
          </div>
          <Spoken left={left} />
          <div className="phase">
            <Phase label={t('talk.talking')} share={isAsking ? 1 : seconds / (talkMinutes * 60)} isOver={!isAsking && left < 0} />
            <Phase
              label={t('talk.asking', { count: questionMinutes })}
              share={isAsking ? seconds / Math.max(questionMinutes * 60, 1) : 0}
              isOver={isAsking && left < 0}
            />
          </div>
        </>
      )}
      {room !== null && (
        <div className="keys">
          <Button size="md" variant={talk?.phase === 'over' ? 'default' : 'filled'} onClick={props.onNext}>
            <KeyCap>Enter</KeyCap>&nbsp;
            {talk === undefined
              ? t('talk.start')
              : talk.phase === 'talk'
                ? t('talk.done')
                : talk.phase === 'questions'
                  ? t('talk.questionsDone')
                  : t('command.presentActionProgram')}
          </Button>
          {talk !== undefined && talk.phase !== 'over' && (
            <Button size="md" variant="default" onClick={() => void does({ do: 'toggleTimer' })}>
              <KeyCap>Space</KeyCap>&nbsp;{talk.since === undefined ? t('talk.run') : t('talk.stop')}
            </Button>
          )}
          <Button size="md" variant="default" onClick={props.onQuestion}>
            <KeyCap>F6</KeyCap>&nbsp;{t('talk.question')}
          </Button>
          {talk === undefined ? (
            <Button size="md" variant="default" onClick={props.onAbsent}>
              <KeyCap>Delete</KeyCap>&nbsp;{t('talk.absent')}
            </Button>
          ) : (
            <Button size="md" variant="subtle" onClick={() => void does({ do: 'dropTalk' })}>
              {t('talk.again')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function LeftWords(props: { readonly left: number }) {
  const { t } = useTranslation()
  const away = Math.abs(props.left)
  const numbers = { minutes: Math.floor(away / 60), seconds: away % 60 }
  if (props.left < 0) return away < 60 ? t('talk.overSeconds', numbers) : t('talk.over', numbers)
  return away < 60 ? t('talk.leftSeconds', numbers) : t('talk.left', numbers)
}

/** Read out by a screen reader at five, two and one minutes and at the end, not each second. */
function Spoken(props: { readonly left: number }) {
  const { t } = useTranslation()
  const minutes = Math.ceil(props.left / 60)
  const [said, setSaid] = useState<string | null>(null)
  const last = useRef(minutes)
  useEffect(() => {
    if (last.current === minutes) return
    last.current = minutes
    if (minutes <= 0) setSaid(t('talk.ended'))
    else if ([5, 2, 1].includes(minutes)) setSaid(t('talk.spoken', { minutes }))
  }, [minutes, t])
  return (
    <span className="hid" role="status">
      {said}
    </span>
  )
}

function Phase(props: { readonly label: string; readonly share: number; readonly isOver: boolean }) {
  return (
    <div>
      {props.label}
      <div className="bar2">
        <i className={props.isOver ? 'over' : undefined} style={{ width: `${Math.min(props.share, 1) * 100}%` }} />
      </div>
    </div>
  )
}
