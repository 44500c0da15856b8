// Beside the list of cases: the deadlines of six weeks day by day, what to filter by, the meetings to come, the papers that wait.
import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AgendaView, CasesFilter, Facet, Whose } from '../../workflows/home.ts'
import type { ProcedureKind, RulebookId } from '../../workflows/rulebooks/types.ts'
import { useDesk } from '../desk.tsx'
import { showDay, showTime, weekdayOf } from '../parts/dates.ts'
import { IconMasksTheater } from '../parts/icons.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useRehearsals } from '../rehearsals.ts'
import { anyNews, useAnswer } from '../use-answer.ts'
import { useWording } from '../wording.ts'
import './home-side.css'

export function HomeSide(props: { readonly whose: Whose; readonly filter: CasesFilter; readonly onFilter: (filter: CasesFilter) => void }) {
  const { t } = useTranslation()
  const { session, go } = useDesk()
  const { enter, trouble } = useRehearsals()
  const { whose } = props
  const { answer: agenda, trouble: unknown } = useAnswer({ about: 'agenda', whose }, anyNews)
  if (agenda === null) return <TroubleBox trouble={unknown} />
  return (
    <>
      <Sheet
        title={t('desk.strip')}
        end={agenda.overdue > 0 ? <b className="late">{t('desk.overdue', { count: agenda.overdue })}</b> : undefined}
      >
        <DayStrip
          agenda={agenda}
          chosen={props.filter.dueOn}
          onChoose={(dueOn) => props.onFilter(withValue(props.filter, 'dueOn', dueOn))}
        />
      </Sheet>
      <Filters agenda={agenda} filter={props.filter} onFilter={props.onFilter} />
      {agenda.meetings.length > 0 && (
        <Sheet title={t('desk.meetings')}>
          <MeetingList meetings={agenda.meetings} />
        </Sheet>
      )}
      {agenda.papers.papers > 0 && (
        <Sheet title={t('desk.papers')} end={agenda.papers.papers}>
          <div className="pad row">
            <span className="sm">{t('desk.papersIn', { count: agenda.papers.cases })}</span>
            <Button variant="default" size="compact-sm" onClick={() => go({ at: 'sign' })}>
              {t('desk.toSign')}
            </Button>
          </div>
        </Sheet>
      )}
      {!session.isRehearsal && (
        <div>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconMasksTheater size={17} stroke={1.75} aria-hidden="true" />}
            onClick={() => void enter()}
          >
            {t('practice.enter')}
          </Button>
          <TroubleBox trouble={trouble} />
        </div>
      )}
      <p className="xs t2 home-keys">
        <KeyCap>↑</KeyCap> <KeyCap>↓</KeyCap> {t('desk.keyMove')} <KeyCap>Enter</KeyCap> {t('desk.keyAct')} <KeyCap>Shift Enter</KeyCap>{' '}
        {t('desk.keyCase')}
      </p>
    </>
  )
}

function withValue<K extends keyof CasesFilter>(filter: CasesFilter, key: K, value: CasesFilter[K]): CasesFilter {
  const { [key]: _, ...rest } = filter
  return value === undefined ? rest : { ...rest, [key]: value }
}

const dayLength = 86_400_000
const addDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10)

/** Six weeks from this Monday; a day with deadlines is a button that shows only them. */
function DayStrip(props: {
  readonly agenda: AgendaView
  readonly chosen: string | undefined
  readonly onChoose: (day: string | undefined) => void
}) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { today } = session
  const { days, off } = props.agenda
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  const counts = new Map(days.map(({ on, count }) => [on, count]))
  const weeks = Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => addDays(monday, week * 7 + day)))
  return (
    <table className="strip">
      <caption className="hid">{t('desk.strip')}</caption>
      <thead>
        <tr>
          {(['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd0'] as const).map((day) => (
            <th key={day} scope="col" abbr={t(`weekday.${day}`)}>
              {t(`desk.short.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const count = counts.get(day) ?? 0
              const name = `${day === today ? 'today ' : ''}${day < today ? 'past ' : ''}${off.includes(day) ? 'off' : ''}`
              const shown = day.endsWith('-01') || day === monday ? showDay(day).slice(0, 5) : Number(day.slice(8))
              return (
                <td key={day} className={name} aria-current={day === today ? 'date' : undefined}>
                  {count === 0 ? (
                    <span>{shown}</span>
                  ) : (
                    <button
                      type="button"
                      aria-pressed={props.chosen === day}
                      aria-label={t('desk.dueOn', { count, weekday: t(`weekday.${weekdayOf(day)}`), day: showDay(day) })}
                      onClick={() => props.onChoose(props.chosen === day ? undefined : day)}
                    >
                      {shown}
                      <i>{count}</i>
                    </button>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Filters(props: { readonly agenda: AgendaView; readonly filter: CasesFilter; readonly onFilter: (filter: CasesFilter) => void }) {
  const { t } = useTranslation()
  const say = useWording()
  const { agenda, filter, onFilter } = props
  const used = Object.keys(filter).length
  const box = (key: 'kind' | 'rulebook' | 'status' | 'unit', counted: readonly Facet[], named: (value: string) => string) => {
    // What is filtered by stays to be seen, also where the list at hand holds none of it.
    const chosen = filter[key]
    const isGone = chosen !== undefined && !counted.some(({ value }) => value === chosen)
    const facets = isGone ? [...counted, { value: chosen, count: 0 }] : counted
    if (facets.length < 2) return null
    return (
      <NativeSelect
        key={key}
        size="xs"
        label={t(`desk.by.${key}`)}
        value={filter[key] ?? ''}
        onChange={(event) => {
          const value = facets.find((facet) => facet.value === event.currentTarget.value)?.value
          // The values come from the list itself, so they are of their kind.
          onFilter(withValue(filter, key, value as never))
        }}
        data={[{ value: '', label: t('desk.any') }, ...facets.map(({ value, count }) => ({ value, label: `${named(value)} (${count})` }))]}
      />
    )
  }
  const boxes = [
    box('status', agenda.statuses, say.status),
    box('unit', agenda.units, (unit) => unit),
    box('kind', agenda.kinds, (kind) => say.kind(kind as ProcedureKind)),
    box('rulebook', agenda.rulebooks, (id) => say.rulebook(id as RulebookId)),
  ]
  const isChoice = boxes.some((one) => one !== null)
  // Where all cases are alike there is nothing to choose; a filter that is set can still be taken off.
  if (!isChoice && used === 0) return null
  return (
    <Sheet
      title={t('desk.filters')}
      end={
        used > 0 && (
          <button type="button" className="linkish" onClick={() => onFilter({})}>
            {t('desk.clear')}
          </button>
        )
      }
    >
      {isChoice && <div className="pad filters">{boxes}</div>}
    </Sheet>
  )
}

function MeetingList(props: { readonly meetings: AgendaView['meetings'] }) {
  const { t } = useTranslation()
  const say = useWording()
  const { go } = useDesk()
  return (
    <ul className="lines">
      {props.meetings.map((meeting) => (
        <li key={`${meeting.caseId} ${meeting.plannedAt}`}>
          <b>
            {t(`weekday.${weekdayOf(meeting.plannedAt)}`)} {showDay(meeting.plannedAt).slice(0, 5)}, {showTime(meeting.plannedAt)}
          </b>
          <button type="button" className="linkish" onClick={() => go({ at: 'meeting', caseId: meeting.caseId })}>
            {say.stage(meeting.stage)}
          </button>
          <span className="xs t2">
            {meeting.title} · {meeting.place}
          </span>
        </li>
      ))}
    </ul>
  )
}
