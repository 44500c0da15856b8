// What is coming up, by working days, and the days of the year of the office, each of which can be set.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noticeBeforeTermEnd } from '../../../workflows/eligibility/terms.ts'
import type { Reminder } from '../../../workflows/reminders/reminders.ts'
import { type ReminderTime, type ReminderTimeName, reminderTimeNames } from '../../../workflows/reminders/times.ts'
import type { CalendarLine } from '../../../workflows/reminders/year-calendar.ts'
import { useDesk } from '../../desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { ClauseNote, SettingChip } from '../../parts/clause-note.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { LineBox } from '../../parts/form.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useKept } from '../../use-draft.ts'
import { usePlanningOrders } from './use-planning.ts'

/** So many lines are read at a glance; the rest follows when asked. */
const shownFirst = 30

export function ReminderSheet({ reminders }: { readonly reminders: readonly Reminder[] }) {
  const { t } = useTranslation()
  const [isAll, setAll] = useState(false)
  return (
    <Sheet title={t('reminder.title')} sub={t('reminder.count', { count: reminders.length })}>
      {reminders.length === 0 ? (
        <p className="pad t2">{t('reminder.none')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('reminder.due')}</th>
              <th scope="col">{t('reminder.what')}</th>
              <th scope="col">{t('reminder.whose')}</th>
              <th scope="col">{t('eligibility.rule')}</th>
            </tr>
          </thead>
          <tbody>
            {(isAll ? reminders : reminders.slice(0, shownFirst)).map((one) => (
              <ReminderRow key={`${one.kind} ${one.subject} ${one.about} ${one.dueOn}`} reminder={one} />
            ))}
          </tbody>
        </table>
      )}
      {!isAll && reminders.length > shownFirst && (
        <div className="pad">
          <Button variant="default" onClick={() => setAll(true)}>
            {t('reminder.more', { count: reminders.length - shownFirst })}
          </Button>
        </div>
      )}
    </Sheet>
  )
}

function ReminderRow({ reminder }: { readonly reminder: Reminder }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const { kind, subject, about, dueOn, workingDaysLeft: days, rule, personId, caseId, listId } = reminder
  // Kept longer than they must be, slips are not late.
  const isFree = kind === 'ballotKeeping' && days < 0
  const left = isFree
    ? t('reminder.slipsFree')
    : days === 0
      ? t('reminder.today')
      : days > 0
        ? t('reminder.left', { count: days })
        : t('reminder.late', { count: -days })
  const open =
    caseId !== undefined
      ? () => go({ at: 'case', caseId })
      : listId !== undefined
        ? () => go({ at: 'planning', listId })
        : personId !== undefined
          ? () => go({ at: 'person', personId })
          : undefined
  return (
    <tr>
      <td>
        {showDay(dueOn)} <Chip meaning={isFree ? 'plain' : days < 0 ? 'wrong' : days <= 5 ? 'warn' : 'plain'}>{left}</Chip>
      </td>
      <td>{t(`reminder.kind.${kind}`)}</td>
      <td>
        {open === undefined ? (
          <b>{subject}</b>
        ) : (
          <button type="button" className="linkish" onClick={open}>
            {subject}
          </button>
        )}
        <div className="xs t2">{kind === 'dossierPaperLapses' ? t(`dossier.name.${about as 'healthCertificate'}`) : aboutText(about)}</div>
      </td>
      <td>
        <ClauseNote citation={rule} />
      </td>
    </tr>
  )
}

const aboutText = (about: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(about) ? showDay(about) : about)

export function CalendarSheet(props: {
  readonly year: number
  readonly lines: readonly CalendarLine[]
  readonly seen: number
  readonly reload: () => Promise<unknown>
}) {
  const { t } = useTranslation()
  return (
    <Sheet title={t('reminder.calendar', { year: props.year })} sub={t('reminder.calendarHelp')}>
      <table className="table">
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.item}>
              <td>{showDay(line.day)}</td>
              <td>{t(`reminder.item.${line.item}`)}</td>
              <td className="xs t2">{t('reminder.workBy', { day: showDay(line.workBy) })}</td>
              <td>
                <div className="cell-fold">
                  {line.isDefault && <SettingChip />}
                  <DayForm line={line} seen={props.seen} reload={props.reload} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

function DayForm({ line, seen, reload }: { readonly line: CalendarLine; readonly seen: number; readonly reload: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(seen, async () => void (await reload()))
  const [day, setDay, isSet] = useKept('day', '', line.item)
  const [tried, setTried] = useState(false)
  const set = async () => {
    setTried(true)
    const read = parseDay(day, session.today)
    if (read !== null && (await order({ type: 'setCalendarDay', item: line.item, day: read.slice(5) }))) isSet()
  }
  return (
    <details>
      <summary>{t('reminder.setDay')}</summary>
      <DayBox label={t(`reminder.item.${line.item}`)} value={day} today={session.today} onChange={setDay} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void set()}>
        {t('reminder.setDay')}
      </Button>
    </details>
  )
}

type Times = Readonly<Record<ReminderTimeName, ReminderTime>>
/** How long before its day each reminder begins, with where the value comes from. */
export function ReminderTimesSheet(props: { readonly times: Times; readonly seen: number; readonly reload: () => Promise<unknown> }) {
  const { t } = useTranslation()
  return (
    <Sheet title={t('reminderTime.title')} sub={t('reminderTime.sub')}>
      <table className="table">
        <tbody>
          {reminderTimeNames.map((name) => {
            const time = props.times[name]
            return (
              <tr key={name}>
                <td>{t(`reminderTime.name.${name}`)}</td>
                <td>{t(`reminderTime.${time.unit}`, { count: time.value })}</td>
                <td>
                  <ClauseNote citation={time} />
                </td>
                <td>
                  <TimeForm name={name} seen={props.seen} reload={props.reload} />
                </td>
              </tr>
            )
          })}
          <tr>
            <td>{t('reminderTime.name.reappointment')}</td>
            <td>{t('reminderTime.workingDays', { count: noticeBeforeTermEnd.value.days })}</td>
            <td>
              <ClauseNote citation={noticeBeforeTermEnd} />
            </td>
            <td className="xs t2">{t('reminderTime.fixed')}</td>
          </tr>
        </tbody>
      </table>
    </Sheet>
  )
}

type TimeFormProps = { readonly name: ReminderTimeName; readonly seen: number; readonly reload: () => Promise<unknown> }
function TimeForm({ name, seen, reload }: TimeFormProps) {
  const { t } = useTranslation()
  const { order, trouble, isBusy } = usePlanningOrders(seen, async () => void (await reload()))
  const [typed, setTyped, isSet] = useKept('time', '', name)
  const [tried, setTried] = useState(false)
  const value = /^[1-9]\d{0,2}$/.test(typed.trim()) && Number(typed) <= 240 ? Number(typed) : null
  const set = async () => {
    setTried(true)
    if (value !== null && (await order({ type: 'setReminderTime', name, value }))) isSet()
  }
  return (
    <details>
      <summary>{t('reminderTime.set')}</summary>
      <LineBox
        label={t(`reminderTime.name.${name}`)}
        value={typed}
        onChange={setTyped}
        max={3}
        width={160}
        error={tried && value === null ? t('reminderTime.wrong') : undefined}
      />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void set()}>
        {t('reminderTime.set')}
      </Button>
    </details>
  )
}
