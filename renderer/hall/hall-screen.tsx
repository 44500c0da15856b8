// The hall screen as drawn: title page, agenda, who speaks and for how long, announced results. Sized by the height of the screen.
import { type ReactNode, useEffect, useState } from 'react'
import type { HallMeeting, HallView } from '../../workflows/room/hall-view.ts'
import { IconCircle, IconCircleCheck, IconCircleDot } from '../parts/icons.ts'
import { PeopleRuler } from '../parts/people-ruler.tsx'

const marks = { done: IconCircleCheck, here: IconCircleDot, later: IconCircle } as const

/** `heardAt`: `performance.now()` when the view came; a running timer counts on from there. */
export function HallScreen(props: { readonly view: HallView; readonly heardAt: number }) {
  const { view } = props
  useEffect(() => {
    document.documentElement.lang = view.lang
  }, [view.lang])
  if (view.kind === 'cover')
    return (
      <main className="cover">
        <p className="org">{view.organisation}</p>
        <h1>{view.meeting}</h1>
        <p className="when">{view.subject}</p>
        <p className="when">{view.day}</p>
        {view.sample !== undefined && <p className="md">{view.sample}</p>}
      </main>
    )
  return (
    <div className="hall">
      <header className="mast">
        <div>
          <p className="org">{view.organisation}</p>
          <h1>{view.meeting}</h1>
        </div>
        <p className="when">
          {view.subject}
          <br />
          {view.day}
        </p>
      </header>
      <main className={view.result === undefined ? 'stage' : 'stage told'}>
        <Middle view={view} heardAt={props.heardAt} />
        {view.result === undefined && (
          <ol className="hall-agenda" aria-label={view.agendaLabel}>
            {view.agenda.map(({ text, standing }) => {
              const Mark = marks[standing]
              return (
                <li key={text} className={standing} aria-current={standing === 'here' ? 'step' : undefined}>
                  <Mark stroke={1.75} aria-hidden="true" />
                  <span>{text}</span>
                </li>
              )
            })}
          </ol>
        )}
      </main>
      <footer className="base">
        <p className="q">
          {view.people.present}/{view.people.convened}
          <span>{view.people.label}</span>
        </p>
        <p className={view.people.isMet ? 'ok' : 'short'}>
          {view.people.isMet ? <IconCircleCheck stroke={1.75} aria-hidden="true" /> : <IconCircle stroke={1.75} aria-hidden="true" />}
          {view.people.quorum}
        </p>
        {view.sample !== undefined && <p className="md">{view.sample}</p>}
      </footer>
    </div>
  )
}

function Middle(props: { readonly view: HallMeeting; readonly heardAt: number }): ReactNode {
  const { view, heardAt } = props
  if (view.result !== undefined) return <Result result={view.result} act={view.act} />
  return (
    <div>
      <p className="act">{view.act}</p>
      {view.speaker !== undefined && (
        <>
          <p className="name">{view.speaker.name}</p>
          <p className="pos">{view.speaker.position}</p>
          {view.speaker.timer !== undefined && <Timer timer={view.speaker.timer} heardAt={heardAt} lang={view.lang} />}
        </>
      )}
      {view.words !== undefined && <p className="words">{view.words}</p>}
    </div>
  )
}

type TimerView = NonNullable<NonNullable<HallMeeting['speaker']>['timer']>

const two = (value: number) => String(value).padStart(2, '0')

function Timer(props: { readonly timer: TimerView; readonly heardAt: number; readonly lang: 'vi' | 'en' }) {
  const { timer, heardAt, lang } = props
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    if (!timer.isRunning) return
    const tick = setInterval(() => setNow(performance.now()), 250)
    return () => clearInterval(tick)
  }, [timer])
  const ran = timer.ran + (timer.isRunning ? Math.max(now - heardAt, 0) : 0)
  const seconds = Math.floor(ran / 1000)
  const allowed = timer.allowedMinutes * 60
  const state = seconds > allowed ? 'wrong' : seconds >= allowed - 60 ? 'warn' : ''
  return (
    <p className={`time ${state}`}>
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
      <small>{lang === 'vi' ? `trong ${timer.allowedMinutes} phút` : `of ${timer.allowedMinutes} minutes`}</small>
    </p>
  )
}

function Result(props: { readonly result: NonNullable<HallMeeting['result']>; readonly act: string }) {
  const { sentence, people } = props.result
  return (
    <div>
      <p className="act">{props.act}</p>
      <p className="sentence">{sentence}</p>
      <div className={people.length > 4 ? 'people many' : 'people'}>
        {people.map((person) => (
          <div key={person.name}>
            <p className="line">
              <b>{person.name}</b>
              <span>
                <b>
                  {person.votes}/{person.base}
                </b>{' '}
                = {person.percent}%
              </span>
            </p>
            <PeopleRuler
              filled={person.votes}
              base={person.base}
              meaning={person.meaning}
              posts={person.posts}
              sentence={person.sentence}
              width={720}
              labelSize={16}
            />
          </div>
        ))}
      </div>
    </div>
  )
}
