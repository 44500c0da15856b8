// Days off and compensatory working days of a year, entered by the office on top of the shipped table.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { CountBox, countIn } from '../parts/count-box.tsx'
import { parseDay, showDay } from '../parts/dates.ts'
import { TextBox } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useDraft } from '../use-draft.ts'

/** One day a line; null when a line is no day of that year. */
function daysOf(text: string, year: number): readonly string[] | null {
  const days = text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => parseDay(line, `${year}-01-01`))
  return days.some((day) => day === null || !day.startsWith(`${year}-`)) ? null : days.filter((day) => day !== null)
}

export function HolidaySheet() {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const ofYear = (days: readonly string[], year: string) =>
    days
      .filter((day) => day.startsWith(`${year}-`))
      .map(showDay)
      .join('\n')
  const thisYear = session.today.slice(0, 4)
  const { draft, set, setDraft } = useDraft({
    year: thisYear,
    off: ofYear(session.holidays.off, thisYear),
    working: ofYear(session.holidays.working, thisYear),
  })
  const [tried, setTried] = useState(false)
  const [isDone, setDone] = useState(false)
  const year = countIn(draft.year)
  const off = year === undefined ? null : daysOf(draft.off, year)
  const working = year === undefined ? null : daysOf(draft.working, year)
  const save = async () => {
    setTried(true)
    setDone(false)
    if (year === undefined || off === null || working === null) return
    const done = await send({
      to: 'office',
      seen: session.officeVersion,
      command: { type: 'changeHolidays', year, off: [...off], working: [...working] },
    })
    if (done?.session === undefined) return
    setSession(done.session)
    setDone(true)
  }
  return (
    <Sheet title={t('holiday.title')} sub={t('holiday.sub')}>
      <div className="pad form">
        <CountBox
          label={t('holiday.year')}
          value={draft.year}
          width={110}
          onChange={(text) =>
            setDraft({ year: text, off: ofYear(session.holidays.off, text), working: ofYear(session.holidays.working, text) })
          }
          mustBeFilled={tried}
        />
        <TextBox label={t('holiday.off')} rows={4} value={draft.off} onChange={set('off')} help={t('holiday.help')} />
        <TextBox label={t('holiday.working')} rows={2} value={draft.working} onChange={set('working')} />
        {tried && (off === null || working === null) && <p className="note wrong">{t('form.dayBad')}</p>}
        <TroubleBox trouble={trouble} />
        <div className="row">
          <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void save()}>
            {t('holiday.save')}
          </Button>
          <span role="status">{isDone ? t('holiday.saved') : ''}</span>
        </div>
      </div>
    </Sheet>
  )
}
