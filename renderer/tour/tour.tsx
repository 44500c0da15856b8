// The box of the tour: stands in a corner, covers nothing it speaks of, can be left at any moment and taken up again under Help.
import { Button } from '@mantine/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../desk.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import { hashOf } from '../route.ts'
import { setTourStop, useTourStop } from './state.ts'
import { tourStops } from './steps.ts'
import './tour.css'

export function Tour() {
  const { t } = useTranslation()
  const { go } = useDesk()
  const at = useTourStop()
  const stop = at === null ? undefined : tourStops[at]
  const heading = useRef<HTMLHeadingElement>(null)
  const box = useRef<HTMLElement>(null)
  const isLeft = useOutOfTheWay(box)
  useEffect(() => {
    if (stop === undefined) return
    go(stop.route)
    // The screen draws itself in its own time: what is spoken of is marked as soon as it is there.
    let marked: Element | null = null
    const mark = () => {
      // Whoever walks off by himself is not shown something else in the place of what is spoken of.
      const found = window.location.hash === hashOf(stop.route) ? document.querySelector(stop.look) : null
      if (found === marked) return
      marked?.removeAttribute('data-toured')
      found?.setAttribute('data-toured', '')
      marked = found
      found?.scrollIntoView({ block: 'nearest' })
    }
    const timer = setInterval(mark, 150)
    const focus = setTimeout(() => heading.current?.focus({ preventScroll: true }), 300)
    return () => {
      clearInterval(timer)
      clearTimeout(focus)
      marked?.removeAttribute('data-toured')
    }
  }, [stop, go])
  if (at === null || stop === undefined) return null
  const isLast = at === tourStops.length - 1
  return (
    <aside
      ref={box}
      className={isLeft ? 'tour left' : 'tour'}
      aria-label={t('tour.title')}
      onKeyDown={(event) => {
        if (event.code !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        setTourStop(null)
      }}
    >
      <p className="xs t2">
        {t('tour.title')} · {t('tour.at', { at: at + 1, of: tourStops.length })}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {t(`tour.stop.${stop.name}.title`)}
      </h2>
      <p>{t(`tour.stop.${stop.name}.text`)}</p>
      <div className="row">
        <Button onClick={() => setTourStop(isLast ? null : at + 1)}>{isLast ? t('tour.end') : t('tour.next')}</Button>
        {at > 0 && (
          <Button variant="default" onClick={() => setTourStop(at - 1)}>
            {t('tour.back')}
          </Button>
        )}
        <Button className="push" variant="subtle" onClick={() => setTourStop(null)} rightSection={<KeyCap>Esc</KeyCap>}>
          {t('tour.leave')}
        </Button>
      </div>
    </aside>
  )
}

/** Whoever walks by keyboard sees where he is: when the focus comes to stand under the box, the box goes to the other corner. */
function useOutOfTheWay(box: RefObject<HTMLElement | null>): boolean {
  const [isLeft, setLeft] = useState(false)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const tour = box.current
      if (tour === null || !(target instanceof Element) || tour.contains(target)) return
      const [mine, other] = [tour.getBoundingClientRect(), target.getBoundingClientRect()]
      const isUnder = other.right > mine.left && other.left < mine.right && other.bottom > mine.top && other.top < mine.bottom
      // What is wider than the rest of the screen lies under either corner.
      if (isUnder && other.width < innerWidth - mine.width * 2) setLeft(other.left + other.width / 2 > innerWidth / 2)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [box])
  return isLeft
}
