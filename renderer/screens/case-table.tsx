// The list of cases: in groups of time, each line with the next act, its deadline and where the case stands.
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseLine } from '../../workflows/office.ts'
import { nearDays } from '../../workflows/procedure/cases-window.ts'
import type { CaseWindows } from '../case-windows.ts'
import { Chip } from '../parts/chip.tsx'
import { showDay, weekdayOf } from '../parts/dates.ts'
import { LongTable } from '../parts/long-table.tsx'
import { useWording } from '../wording.ts'
import { SmallPath } from './small-path.tsx'

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
  const { found, groups } = windows
  const titled = useMemo(() => groups?.map(({ group, count }) => ({ key: group, count, title: t(`desk.group.${group}`) })), [groups, t])
  return (
    <LongTable
      label={t('home.list')}
      columns={[
        { title: t('home.due'), className: 'col-due' },
        { title: t('home.nextAct') },
        { title: t('home.case') },
        { title: t('home.where'), className: 'col-where' },
      ]}
      found={found}
      {...(titled && { groups: titled })}
      wish={windows.wish}
      see={windows.see}
      draw={({ row, ...place }) => {
        const line = windows.rowAt(row)
        return line && <CaseRow key={line.caseId} line={line} row={row} {...place} onAct={props.onAct} />
      }}
      onKey={(event, row) => {
        const line = windows.rowAt(row)
        if (event.code === 'Enter' && event.shiftKey && line !== undefined) {
          event.preventDefault()
          props.onOpen(line)
        } else if (event.key.length === 1 && event.key !== ' ') props.onType()
      }}
      count={t('home.count', { shown: found, total: windows.total })}
    />
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
  const step = t('desk.stepOf', { step: line.stepNo, total: line.stepsTotal, day: showDay(line.openedAt) })
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
          title={line.title}
          tabIndex={props.isHere ? 0 : -1}
          onClick={() => props.onAct(line)}
          onFocus={() => props.onFocus(props.row)}
        >
          {line.title}
        </button>
        <small title={`${say.rulebook(line.rulebook)} · ${line.unit} · ${step.replace('\n', ' · ')}`}>
          {say.rulebook(line.rulebook)} · {line.unit}
        </small>
      </td>
      <td>
        <div className="case-where">
          {nextAct?.isOpen === false && nextAct.missing !== undefined ? (
            <Chip meaning="warn">{t('road.shut', { count: nextAct.missing })}</Chip>
          ) : (
            <Chip meaning={say.statusMeaning(line.status)}>{say.shortStatus(line.status)}</Chip>
          )}
          <SmallPath stepNo={line.stepNo} stepsTotal={line.stepsTotal} isHalted={line.status === 'stoppedForDirection'} />
          <small className="case-step">{step}</small>
        </div>
      </td>
    </tr>
  )
})
