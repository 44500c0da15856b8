// The list of cases: a real table of which only the rows in sight are drawn, and only those near it are asked for.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSummary } from '../../workflows/procedure/case-view.ts'
import type { CaseWindows } from '../case-windows.ts'
import { Chip } from '../parts/chip.tsx'
import { showDay } from '../parts/dates.ts'
import { useWording } from '../wording.ts'
import { SmallPath } from './small-path.tsx'

const rowHeight = 49

export function CaseTable(props: { readonly windows: CaseWindows; readonly today: string; readonly onOpen: (caseId: string) => void }) {
  const { t } = useTranslation()
  const { windows } = props
  const { found, search } = windows
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const here = Math.min(at, Math.max(found - 1, 0))
  // The rows in sight first; those around them when they stand.
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 200)
    return () => clearTimeout(timer)
  }, [])
  const rows = useVirtualizer({
    count: found,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: isSettled ? 8 : 0,
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
    rows.scrollToIndex(next)
  }
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
    move(to)
  }
  return (
    <section className="sheet case-table" aria-label={t('home.list')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons in the rows; they bubble here so that a row still on its way loses none */}
      <div className="case-scroll" ref={scroller} tabIndex={-1} onKeyDown={onKey}>
        <table className="table" aria-rowcount={found + 1}>
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
            {drawn.map((item) => {
              const summary = windows.rowAt(item.index)
              return summary === undefined ? (
                <tr key={item.index} className="case-row" aria-rowindex={item.index + 2} aria-busy="true">
                  <td colSpan={4} />
                </tr>
              ) : (
                <CaseRow
                  key={summary.caseId}
                  summary={summary}
                  index={item.index}
                  isHere={item.index === here}
                  today={props.today}
                  onFocus={setAt}
                  onOpen={props.onOpen}
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
  readonly summary: CaseSummary
  readonly index: number
  readonly isHere: boolean
  readonly today: string
  readonly onFocus: (index: number) => void
  readonly onOpen: (caseId: string) => void
}) {
  const { t } = useTranslation()
  const say = useWording()
  const { summary } = props
  const due = summary.nextDeadline
  const isLate = due !== undefined && due.dueOn < props.today
  return (
    <tr aria-rowindex={props.index + 2} className={props.isHere ? 'case-row here' : 'case-row'}>
      <td className={isLate ? 'late' : undefined}>
        <b>{due === undefined ? t('home.noDue') : isLate ? t('home.late', { day: showDay(due.dueOn) }) : showDay(due.dueOn)}</b>
        <small>{due === undefined ? '' : say.deadline(due.key)}</small>
      </td>
      <td>
        <b>{summary.nextAct === undefined ? t('home.noAct') : say.summaryAct(summary.nextAct)}</b>
        <small>{summary.papersAwaiting > 0 ? t('home.papers', { count: summary.papersAwaiting }) : ''}</small>
      </td>
      <td>
        <button
          type="button"
          className="case-open"
          data-row={props.index}
          tabIndex={props.isHere ? 0 : -1}
          onClick={() => props.onOpen(summary.caseId)}
          onFocus={() => props.onFocus(props.index)}
        >
          {summary.title}
        </button>
        <small>
          {summary.unit} · {say.rulebook(summary.rulebook)}
        </small>
      </td>
      <td>
        <Chip meaning={summary.nextAct?.isOpen === false ? 'warn' : say.statusMeaning(summary.status)}>{say.status(summary.status)}</Chip>
        <SmallPath stepNo={summary.stepNo} stepsTotal={summary.stepsTotal} isHalted={summary.status === 'stoppedForDirection'} />
      </td>
    </tr>
  )
})
