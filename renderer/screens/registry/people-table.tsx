// People as a real table of which only the rows in sight are drawn: a hundred thousand of them are no burden.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonLine } from '../../../workflows/registry/counter.ts'
import { showPartial } from './fields.ts'
import type { PeopleWindows } from './people-windows.ts'
import { useRegistryWords } from './words.ts'

const rowHeight = 49

export function PeopleTable(props: { readonly windows: PeopleWindows; readonly onOpen: (personId: string) => void }) {
  const { t } = useTranslation()
  const { windows, onOpen } = props
  const { found, isMore, search } = windows
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const here = Math.min(at, Math.max(found - 1, 0))
  const rows = useVirtualizer({
    count: found,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 1000, height: 600 },
  })
  const drawn = rows.getVirtualItems()
  const above = drawn[0]?.start ?? 0
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const first = drawn[0]?.index ?? 0
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => windows.see(first, last), [windows, first, last])
  // What was searched for begins at the top.
  const searched = useRef(search)
  useEffect(() => {
    if (searched.current === search) return
    searched.current = search
    setAt(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [search])
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
    ;(row ?? scroller.current)?.focus({ preventScroll: true })
    if (row) wanted.current = null
  })
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + 10,
      PageUp: here - 10,
      Home: 0,
      End: found - 1,
    }
    const to = steps[event.code]
    if (to === undefined) return
    event.preventDefault()
    const next = Math.min(Math.max(to, 0), found - 1)
    wanted.current = next
    setAt(next)
    rows.scrollToIndex(next)
  }
  return (
    <section className="sheet case-table" aria-label={t('registry.people.list')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons in the rows; they bubble here so that a row still on its way loses none */}
      <div className="case-scroll" ref={scroller} tabIndex={-1} onKeyDown={onKey}>
        <table className="table" aria-rowcount={found + 1}>
          <colgroup>
            <col />
            <col className="col-born" />
            <col />
            <col className="col-number" />
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t('registry.people.name')}</th>
              <th scope="col">{t('registry.people.born')}</th>
              <th scope="col">{t('registry.people.posts')}</th>
              <th scope="col">{t('registry.people.number')}</th>
            </tr>
          </thead>
          <tbody>
            {above > 0 && <Spacer height={above} />}
            {drawn.map((item) => {
              const person = windows.rowAt(item.index)
              return person === undefined ? (
                <tr key={item.index} className="case-row" aria-rowindex={item.index + 2} aria-busy="true">
                  <td colSpan={4} />
                </tr>
              ) : (
                <Row
                  key={person.personId}
                  person={person}
                  index={item.index}
                  isHere={item.index === here}
                  onFocus={setAt}
                  onOpen={onOpen}
                />
              )
            })}
            {below > 0 && <Spacer height={below} />}
          </tbody>
        </table>
      </div>
      <p className="xs t2 case-count" role="status">
        {t(isMore ? 'registry.people.countMore' : 'registry.people.count', { count: found.toLocaleString('vi') })}
      </p>
    </section>
  )
}

/** Stands for the rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  return (
    <tr>
      <td colSpan={4} style={{ height, padding: 0 }} />
    </tr>
  )
}

function Row(props: {
  readonly person: PersonLine
  readonly index: number
  readonly isHere: boolean
  readonly onFocus: (index: number) => void
  readonly onOpen: (personId: string) => void
}) {
  const words = useRegistryWords()
  const { person, index } = props
  const [first, ...more] = person.posts
  return (
    <tr className={props.isHere ? 'case-row here' : 'case-row'} aria-rowindex={index + 2}>
      <td>
        <button
          type="button"
          className="case-open"
          data-row={index}
          tabIndex={props.isHere ? 0 : -1}
          onFocus={() => props.onFocus(index)}
          onClick={() => props.onOpen(person.personId)}
        >
          {person.name}
        </button>
        <small>{person.sex === undefined ? '' : words.choice('sex', person.sex)}</small>
      </td>
      <td>{person.birthDate === undefined ? '' : showPartial(person.birthDate)}</td>
      <td>
        <b>{first?.title}</b>
        <small>{[first?.unit, ...more.map(({ title }) => title)].filter(Boolean).join(' · ')}</small>
      </td>
      <td>{person.citizenId}</td>
    </tr>
  )
}
