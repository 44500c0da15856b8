// Beside the act: who is there, big enough for the other end of the table, and the words of the chair.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import type { ScriptLine } from '../../../workflows/room/script.ts'
import { scriptSentence } from '../../../workflows/wording/script-words.ts'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { PeopleRuler } from '../../parts/people-ruler.tsx'
import { useWording } from '../../wording.ts'

export function Presence(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { quorum, attendance, list } = props.conference
  const nameOf = new Map<string, string>(list.map((person) => [person.personId, person.name]))
  const away = attendance.filter((line) => line.status === 'absent' || line.status === 'left' || line.status === 'excused')
  const said = away.slice(0, 4).map((line) => nameOf.get(line.personId) ?? '')
  return (
    <section className="quorum" aria-label={t('presence.title')}>
      <div role="status">
        <p className={quorum.convened < 100 ? 'q' : 'q many'}>
          <b>
            {quorum.present}
            <span>/{quorum.convened}</span>
          </b>
          <em className={quorum.isMet ? 'ok' : 'short'}>
            {quorum.isMet ? t('presence.enough') : t('presence.short')}
            <small>{t('presence.needed', { count: quorum.needed })}</small>
          </em>
        </p>
        <PeopleRuler
          filled={quorum.present}
          base={quorum.convened}
          meaning={quorum.isMet ? 'passed' : 'warn'}
          posts={[{ at: quorum.needed, label: t('presence.needed', { count: quorum.needed }) }]}
          sentence={t('presence.sentence', { present: quorum.present, convened: quorum.convened, needed: quorum.needed })}
          width={290}
        />
      </div>
      {away.length > 0 && (
        <p className="sm t2">{t('room.away', { count: away.length, names: [...said, ...(away.length > 4 ? ['…'] : [])].join(', ') })}</p>
      )}
      {quorum.excused > 0 && <p className="sm t2">{t('presence.excused', { raw: quorum.convenedRaw, excused: quorum.excused })}</p>}
      <ClauseNote citation={quorum.citation} />
    </section>
  )
}

/** `at`: the line the chair stands at. Without `onTurn` it is only read: whoever does not run the room turns no lines. */
export function Script(props: {
  readonly lines: readonly ScriptLine[]
  readonly at: number
  readonly onTurn: ((to: number) => void) | undefined
}) {
  const { t } = useTranslation()
  const { language } = useWording()
  const { lines, at, onTurn } = props
  const here = useRef<HTMLLIElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line moved
  useEffect(() => {
    // Only the list turns: where the room is one column, the page must stay at the act and not go down to the words.
    const show = () => {
      const line = here.current
      const list = line?.parentElement
      if (!line || !list) return
      const [inner, outer] = [line.getBoundingClientRect(), list.getBoundingClientRect()]
      if (inner.top < outer.top) list.scrollTop += inner.top - outer.top
      else if (inner.bottom > outer.bottom) list.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top)
    }
    show()
    // A screen that has just come is not as high yet as it will be, and the line grows as it is turned to.
    const watch = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(show)
    for (const one of [here.current, here.current?.parentElement]) if (one) watch?.observe(one)
    return () => watch?.disconnect()
  }, [at])
  return (
    <section className="script" aria-label={t('talk.script')}>
      <h2 className="row between script-head">
        {t('talk.script')}
        {onTurn !== undefined && (
          <span className="row">
            <Button
              size="compact-xs"
              mih={24}
              variant="subtle"
              aria-label={`Page Up, ${t('talk.previous')}`}
              onClick={() => onTurn(at - 1)}
            >
              <KeyCap>Page Up</KeyCap>
            </Button>
            <Button size="compact-xs" mih={24} variant="subtle" onClick={() => onTurn(at + 1)}>
              <KeyCap>Page Down</KeyCap>&nbsp;{t('talk.next')}
            </Button>
          </span>
        )}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ol tabIndex={0} aria-label={t('talk.script')}>
        {lines.map((line, index) => (
          <li
            key={line.key}
            ref={index === at ? here : undefined}
            className={`${line.kind}${index === at ? ' cur' : index < at ? ' past' : ''}`}
            aria-current={index === at ? 'true' : undefined}
          >
            {scriptSentence(line, language)}
          </li>
        ))}
      </ol>
    </section>
  )
}
