// The corner where the app speaks of what goes on beside the screen: work that lasts with its way out by Esc, and notices. It never takes the focus.
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { WorkView } from '../../workflows/long-work.ts'
import type { Office } from '../../workflows/office.ts'
import { strokeOf } from '../keys/stroke.ts'
import { askOffice } from '../orders.ts'
import type { Route } from '../route.ts'
import { NoticeDialog, NoticeLine, placeOf, useNoticeWords } from './notice-list.tsx'
import { type Here, type NewsItem, useNotices } from './notices.ts'
import { useStateWords, useWorkWords, WorkBar } from './work-bar.tsx'
import { useWorks } from './works.ts'
import './news.css'

export function News(props: { readonly office: Office; readonly here: Here; readonly go: (route: Route) => void }) {
  const { t } = useTranslation()
  const { office, here, go } = props
  const notices = useNotices(office, here)
  const [isListed, setListed] = useState(false)
  const foot = useFoot()
  const noticeWords = useNoticeWords()
  const goTo = ({ key, said }: NewsItem) => {
    const place = placeOf(said)
    notices.hide(key)
    setListed(false)
    if (place !== undefined) go(place)
  }
  const [newest] = notices.items
  const works = useWorks(office)
  const stop = ({ workId }: WorkView) => void askOffice(office, { about: 'stopWork', workId })
  const next = works.findLast((work) => work.stop === 'may' && work.over === undefined)
  useEscape(next === undefined ? null : () => stop(next))
  const said = useSaid(works)
  return (
    <aside className="news" aria-label={t('work.corner')}>
      <p className="hid" role="status">
        {said}
      </p>
      <p className="hid" role="status">
        {newest === undefined ? '' : noticeWords(newest.said)}
      </p>
      {notices.items
        .filter(({ isShown }) => isShown)
        .slice(0, 3)
        .map((item) => (
          <section key={item.key} className="news-line news-up" aria-label={t('notice.one')}>
            <NoticeLine item={item} onGo={goTo} onHide={({ key }) => notices.hide(key)} />
          </section>
        ))}
      {works.map((work) => (
        <WorkBar key={work.workId} work={work} isNext={work === next} onStop={() => stop(work)} />
      ))}
      {foot !== null &&
        notices.items.length > 0 &&
        createPortal(
          <Button variant="subtle" size="compact-xs" onClick={() => setListed(true)}>
            {t('notice.open', { count: notices.items.length })}
          </Button>,
          foot,
        )}
      {isListed && (
        <NoticeDialog
          items={notices.items}
          onGo={goTo}
          onForget={() => {
            notices.forget()
            setListed(false)
          }}
          onClose={() => setListed(false)}
        />
      )}
    </aside>
  )
}

/** The place in the foot; a meeting has no foot. */
function useFoot(): HTMLElement | null {
  const [foot, setFoot] = useState<HTMLElement | null>(null)
  // The frame around may have changed with any drawing of the app.
  useEffect(() => setFoot(document.getElementById('news-foot')))
  return foot
}

/** Said aloud a few times, not at every paper: when it shows, at each quarter, and where it can no longer be stopped. */
function useSaid(works: readonly WorkView[]): string {
  const words = useWorkWords()
  const stateWords = useStateWords()
  const held = useRef({ mark: '', said: '' })
  const work = works.at(-1)
  if (work === undefined) return ''
  const mark = [work.workId, work.kind, work.stop, work.over, work.of > 0 ? Math.floor((work.done * 4) / work.of) : ''].join(' ')
  if (mark !== held.current.mark) {
    held.current = { mark, said: [words(work), stateWords(work)].filter((one) => one !== '').join('. ') }
  }
  return held.current.said
}

/** Before the screen hears the key: while work goes on, Esc stops it. A dialog or an armed seal has the key first, and so has a word being typed. */
function useEscape(act: (() => void) | null): void {
  const now = useRef(act)
  now.current = act
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (now.current === null || strokeOf(event) !== 'Escape') return
      if (document.querySelector('dialog[open], .seal.armed') !== null) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) now.current()
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
