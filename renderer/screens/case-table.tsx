// The list of cases: a real table in groups of time, of which only the rows in sight are drawn, and only those near it are asked for.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeGroup } from '../../workflows/home.ts'
import type { CaseLine } from '../../workflows/office.ts'
import type { CaseWindows } from '../case-windows.ts'
import { Chip } from '../parts/chip.tsx'
import { showDay, weekdayOf } from '../parts/dates.ts'
import { useWording } from '../wording.ts'
import { SmallPath } from './small-path.tsx'

const rowHeight = 49
const headHeight = 28

type Head = { readonly group: TimeGroup; readonly count: number; readonly item: number }
type Item = { readonly head: Head } | { readonly row: number }

/** Heads and rows in one run of items: where a row stands, and what stands at a place. */
function itemsOf(windows: Pick<CaseWindows, 'groups' | 'found'>) {
  const heads: Head[] = []
  let item = 0
  for (const { group, count } of windows.groups ?? []) {
    heads.push({ group, count, item })
    item += count + 1
  }
  const before = (place: number, isAt: (head: Head) => number) => heads.filter((head) => isAt(head) <= place).length
  return {
    count: windows.found + heads.length,
    at(index: number): Item {
      const head = heads.find((one) => one.item === index)
      return head === undefined ? { row: index - before(index, (one) => one.item) } : { head }
    },
    /** The row there, or the first one under the head there. */
    rowNear: (index: number) => index - heads.filter((head) => head.item < index).length,
    /** Rows before a head: its place less the heads before it. */
    ofRow: (row: number) => row + before(row, (one) => one.item - heads.indexOf(one)),
  }
}

export function CaseTable(props: {
  readonly windows: CaseWindows
  /** Enter or a click: to the next act. */
  readonly onAct: (line: CaseLine) => void
  /** Shift and Enter: to the case itself. */
  readonly onOpen: (line: CaseLine) => void
  /** A letter typed on the list belongs to the search. */
  readonly onType: () => void
}) {
  const { t } = useTranslation()
  const { windows } = props
  const { found, wish, groups } = windows
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const here = Math.min(at, Math.max(found - 1, 0))
  const items = useMemo(() => itemsOf({ found, ...(groups && { groups }) }), [found, groups])
  // The rows in sight first; those around them when they stand.
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 200)
    return () => clearTimeout(timer)
  }, [])
  const rows = useVirtualizer({
    count: items.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ('head' in items.at(index) ? headHeight : rowHeight),
    overscan: isSettled ? 8 : 0,
    initialRect: { width: 1000, height: 600 },
  })
  const drawn = rows.getVirtualItems()
  const above = drawn[0]?.start ?? 0
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const first = items.rowNear(drawn[0]?.index ?? 0)
  const last = items.rowNear(drawn.at(-1)?.index ?? 0)
  useEffect(() => windows.see(first, last), [windows, first, last])
  // Heads are lower than rows: another grouping is measured anew.
  const measured = useRef(items)
  useEffect(() => {
    if (measured.current === items) return
    measured.current = items
    rows.measure()
  }, [items, rows])

  // What was searched for begins at the top.
  const searched = useRef(wish)
  useEffect(() => {
    if (searched.current === wish) return
    searched.current = wish
    setAt(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [wish])

  /** The row the keyboard went to: it takes the focus once it is there; until then the list itself holds it, so that no key is lost. */
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
    const holder = row ?? scroller.current
    holder?.focus({ preventScroll: true })
    if (row) wanted.current = null
  })
  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), found - 1)
    wanted.current = next
    setAt(next)
    rows.scrollToIndex(next === 0 ? 0 : items.ofRow(next))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + 10,
      PageUp: here - 10,
      Home: 0,
      End: found - 1,
    }
    const to = steps[event.code]
    if (to !== undefined) {
      event.preventDefault()
      move(to)
      return
    }
    const line = windows.rowAt(here)
    if (event.code === 'Enter' && event.shiftKey && line !== undefined) {
      event.preventDefault()
      props.onOpen(line)
      return
    }
    if (event.key.length === 1 && event.key !== ' ') props.onType()
  }
  return (
    <section className="sheet case-table" aria-label={t('home.list')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons in the rows; they bubble here so that a row still on its way loses none */}
      <div className="case-scroll" ref={scroller} tabIndex={-1} onKeyDown={onKey}>
        <table className="table" aria-rowcount={items.count + 1}>
          <colgroup>
            <col className="col-due" />
            <col />
            <col />
            <col className="col-where" />
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t('home.due')}</th>
              <th scope="col">{t('home.nextAct')}</th>
              <th scope="col">{t('home.case')}</th>
              <th scope="col">{t('home.where')}</th>
            </tr>
          </thead>
          <tbody>
            {above > 0 && <Spacer height={above} />}
            {drawn.map((place) => {
              const item = items.at(place.index)
              if ('head' in item)
                return (
                  <tr key={item.head.group} className={`case-group ${item.head.group}`} aria-rowindex={place.index + 2}>
                    <th scope="colgroup" colSpan={4}>
                      {t(`desk.group.${item.head.group}`)} <span>{item.head.count}</span>
                    </th>
                  </tr>
                )
              const line = windows.rowAt(item.row)
              return line === undefined ? (
                <tr key={place.index} className="case-row" aria-rowindex={place.index + 2} aria-busy="true">
                  <td colSpan={4} />
                </tr>
              ) : (
                <CaseRow
                  key={line.caseId}
                  line={line}
                  row={item.row}
                  item={place.index}
                  isHere={item.row === here}
                  onFocus={setAt}
                  onAct={props.onAct}
                />
              )
            })}
            {below > 0 && <Spacer height={below} />}
          </tbody>
        </table>
      </div>
      <p className="xs t2 case-count" role="status">
        {t('home.count', { shown: found, total: windows.total })}
      </p>
    </section>
  )
}

/** Stands for the rows that are not drawn. */
function Spacer(props: { readonly height: number }) {
  return (
    <tr>
      <td colSpan={4} style={{ height: props.height, padding: 0 }} />
    </tr>
  )
}

/** Stays as it is while rows around it come and go. */
const CaseRow = memo(function CaseRow(props: {
  readonly line: CaseLine
  readonly row: number
  readonly item: number
  readonly isHere: boolean
  readonly onFocus: (row: number) => void
  readonly onAct: (line: CaseLine) => void
}) {
  const { t } = useTranslation()
  const say = useWording()
  const { line } = props
  const { nextDeadline: due, nextAct, workingDaysLeft: left } = line
  const act = nextAct === undefined ? t('home.noAct') : say.shortAct(nextAct)
  return (
    <tr aria-rowindex={props.item + 2} className={props.isHere ? 'case-row here' : 'case-row'}>
      <td className={left === undefined ? undefined : left < 0 ? 'late' : left <= nearDays ? 'near' : undefined}>
        <b>
          {left === undefined
            ? t('home.noDue')
            : left < 0
              ? t('deadline.overdue', { count: -left })
              : left === 0
                ? t('desk.dueToday')
                : t('deadline.left', { count: left })}
        </b>
        <small>
          {due !== undefined &&
            left !== undefined &&
            t('nearest.due', { weekday: t(`weekday.${weekdayOf(due.dueOn)}`), day: showDay(due.dueOn) })}
        </small>
      </td>
      <td>
        <b title={act}>{act}</b>
        <small>
          {[
            nextAct?.stage !== undefined && !nextAct.isOpen ? t('desk.shutFor') : null,
            due !== undefined && left !== undefined ? say.deadline(due.key) : null,
            line.papersAwaiting > 0 ? t('home.papers', { count: line.papersAwaiting }) : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </small>
      </td>
      <td>
        <button
          type="button"
          className="case-open"
          data-row={props.row}
          tabIndex={props.isHere ? 0 : -1}
          onClick={() => props.onAct(line)}
          onFocus={() => props.onFocus(props.row)}
        >
          {line.title}
        </button>
        <small>
          {line.unit} · {say.rulebook(line.rulebook)}
        </small>
      </td>
      <td>
        {nextAct?.isOpen === false && nextAct.missing !== undefined ? (
          <Chip meaning="warn">{t('road.shut', { count: nextAct.missing })}</Chip>
        ) : (
          <Chip meaning={say.statusMeaning(line.status)}>{say.shortStatus(line.status)}</Chip>
        )}
        <SmallPath stepNo={line.stepNo} stepsTotal={line.stepsTotal} isHalted={line.status === 'stoppedForDirection'} />
      </td>
    </tr>
  )
})

/** Days left from which a deadline counts as near (procedure/deadlines.ts). */
const nearDays = 5
