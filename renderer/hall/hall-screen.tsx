// The hall screen as drawn: title page, agenda, who speaks and for how long, announced results. Sized by the height of the screen.
import { type ReactNode, useEffect, useState } from 'react'
import type { HallMeeting, HallView } from '../../workflows/room/hall-view.ts'
import { IconCircle, IconCircleCheck, IconCircleDot } from '../parts/icons.ts'
import { PeopleRuler } from '../parts/people-ruler.tsx'
import { useFit } from './fit.ts'

const marks = { done: IconCircleCheck, here: IconCircleDot, later: IconCircle } as const

/** `heardAt`: `performance.now()` when the view came; a running timer counts on from there. */
export function HallScreen(props: { readonly view: HallView; readonly heardAt: number }) {
  const { view } = props
  const pages = pagesOf(view)
  const page = useTurning(pages)
  const main = useFit(view, page)
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
      <main ref={main} className={view.result === undefined ? 'stage' : 'stage told'}>
        <Middle view={view} heardAt={props.heardAt} page={page} pages={pages} />
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

function Middle(props: Paged & { readonly view: HallMeeting; readonly heardAt: number }): ReactNode {
  const { view, heardAt, page, pages } = props
  if (view.result !== undefined) return <Result result={view.result} act={view.act} page={page} pages={pages} />
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

/** Up to so many have a ruler each, in two columns where they are more than `inOneColumn`; the names of a longer result are lines alone. */
const withRulers = 8
const inOneColumn = 3
/** Lines that stand on the screen at a time; a longer result turns its pages by itself. */
const onePage = 10
const pageMs = 10_000

type Paged = { readonly page: number; readonly pages: number }

function pagesOf(view: HallView): number {
  const names = view.kind === 'meeting' ? (view.result?.people.length ?? 0) : 0
  return names > withRulers ? Math.ceil(names / onePage) : 1
}

function Result(props: Paged & { readonly result: NonNullable<HallMeeting['result']>; readonly act: string }) {
  const { page, pages } = props
  const { sentence, people } = props.result
  const shown = pages === 1 ? people : people.slice(page * onePage, (page + 1) * onePage)
  const columns = people.length > inOneColumn ? 2 : 1
  return (
    <div>
      <p className="act">
        {props.act}
        {pages > 1 && ` · ${page + 1}/${pages}`}
      </p>
      <p className="sentence">{sentence}</p>
      <div className={columns === 2 ? 'people many' : 'people'}>
        {shown.map((person, index) => (
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
            {people.length <= withRulers && (
              <PeopleRuler
                filled={person.votes}
                base={person.base}
                meaning={person.meaning}
                posts={person.posts}
                sentence={person.sentence}
                width={columns === 2 ? 420 : 720}
                labelSize={16}
                isSlim={index >= columns}
              />
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Which of the pages is shown: one after another, for ever. */
function useTurning(pages: number): number {
  const [turned, setTurned] = useState(0)
  useEffect(() => {
    if (pages < 2) return
    const turning = setInterval(() => setTurned((count) => count + 1), pageMs)
    return () => clearInterval(turning)
  }, [pages])
  return turned % pages
}
