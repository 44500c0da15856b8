// The words of an outcome beside its figures. Many names are longer than the screen: then each column turns by itself, between the band above
// it and the seal below it, and Page Down and Page Up turn both.
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePartKeys } from './part-keys.ts'

export function Told(props: { readonly words: ReactNode; readonly figures: ReactNode; readonly isLong?: boolean }) {
  const { t } = useTranslation()
  const words = useRef<HTMLElement>(null)
  const figures = useRef<HTMLElement>(null)
  // What is seen last is seen again at the top.
  const turn = (way: 1 | -1) => (): boolean => {
    for (const { current } of [words, figures]) if (current !== null) current.scrollTop += way * current.clientHeight * 0.8
    return true
  }
  usePartKeys({ PageDown: turn(1), PageUp: turn(-1) })
  return (
    <div className={props.isLong === true ? 'told long' : 'told'}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className="aloud-box" ref={words} tabIndex={0} aria-label={t('outcome.words')}>
        {props.words}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className="pad form figures-side" ref={figures} tabIndex={0} aria-label={t('outcome.figures')}>
        {props.figures}
      </section>
    </div>
  )
}
