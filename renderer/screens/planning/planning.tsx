// Planning at a glance: what is coming up, all lists, the year of the office.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlannedPost, planningLevels } from '../../../workflows/planning/facts.ts'
import type { PlanningRow, PlanningView } from '../../../workflows/planning/view.ts'
import { useDesk } from '../../desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { Empty } from '../../parts/empty.tsx'
import { ChoiceBox, clean, LineBox } from '../../parts/form.tsx'
import { Loading } from '../../parts/loading.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { CalendarSheet, ReminderSheet, ReminderTimesSheet } from './reminders.tsx'
import { PlanningSettingsSheet } from './settings.tsx'
import { usePlanning, usePlanningOrders } from './use-planning.ts'

export function PlanningScreen() {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { answer, trouble, reload: load } = usePlanning({ about: 'planning' })
  const year = Number(session.today.slice(0, 4))
  const coming = usePlanning({ about: 'reminders', year })
  if (answer === null) return trouble === null ? <Loading /> : <TroubleBox trouble={trouble} />
  return (
    <div className="page stack">
      <PageTitle>{t('planning.title')}</PageTitle>
      <TroubleBox trouble={coming.trouble} />
      {coming.answer !== null && <ReminderSheet reminders={coming.answer.reminders} />}
      <ListsSheet view={answer} reload={load} />
      {coming.answer !== null && (
        <CalendarSheet
          year={year}
          lines={coming.answer.calendar}
          seen={answer.version}
          reload={() => Promise.all([load(), coming.reload()])}
        />
      )}
      {coming.answer !== null && (
        <ReminderTimesSheet times={coming.answer.times} seen={answer.version} reload={() => Promise.all([load(), coming.reload()])} />
      )}
      <PlanningSettingsSheet settings={answer.settings} seen={answer.version} reload={load} />
    </div>
  )
}

function ListsSheet({ view, reload }: { readonly view: PlanningView; readonly reload: () => Promise<void> }) {
  const { t } = useTranslation()
  return (
    <Sheet title={t('planning.lists')} sub={t('planning.listCount', { count: view.rows.length })}>
      {view.rows.length === 0 ? (
        <Empty title={t('planning.none')} text={t('planning.noneText')} />
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('planning.post')}</th>
              <th scope="col">{t('planning.term')}</th>
              <th scope="col">{t('planning.people')}</th>
              <th scope="col">{t('planning.review')}</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <ListRow key={row.listId} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <OpenListForm seen={view.version} reload={reload} />
    </Sheet>
  )
}

function ListRow({ row }: { readonly row: PlanningRow }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  return (
    <tr>
      <td>
        <button type="button" className="linkish" onClick={() => go({ at: 'planning', listId: row.listId })}>
          {row.title}
        </button>
        <div className="xs t2">
          {row.unit} · {t(`planningLevel.${row.level}`)}
        </div>
      </td>
      <td>{row.term}</td>
      <td>
        {row.approved} / {row.proposed}
        <div className="xs t2">{t('planning.range', { from: row.least, to: row.most })}</div>
        {row.outProposals > 0 && <Chip meaning="warn">{t('planning.outWaiting', { count: row.outProposals })}</Chip>}
      </td>
      <td>
        {row.lastReviewOn === undefined ? '' : showDay(row.lastReviewOn)}{' '}
        {row.overdueYear !== undefined && <Chip meaning="wrong">{t('planning.overdue', { year: row.overdueYear })}</Chip>}
        {row.isEnded && <Chip meaning="plain">{t('planning.ended')}</Chip>}
      </td>
    </tr>
  )
}

/** A list has no name of its own: its id says which it is, and never meets another. */
const freshId = (seen: number): string => `l${(seen + 1).toString(36)}`

function OpenListForm({ seen, reload }: { readonly seen: number; readonly reload: () => Promise<void> }) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(seen, reload)
  const {
    draft,
    set,
    done: isOpened,
  } = useDraft({
    post: {
      title: '',
      unit: session.organisation?.name ?? '',
      level: 'province',
      rank: '6',
      kind: 'post',
      seats: '1',
    },
    term: { name: '', from: '', until: '' },
    approver: '',
  })
  const { post, term, approver } = draft
  const [setPost, setTerm, setApprover] = [set('post'), set('term'), set('approver')]
  const [tried, setTried] = useState(false)
  const must = tried ? { mustBeFilled: true } : {}
  const [rank, seats] = [countIn(post.rank), countIn(post.seats)]
  const within = (count: number | undefined, from: number, to: number) =>
    count === undefined || (count >= from && count <= to) ? undefined : t('planning.within', { from, to })
  const open = async () => {
    setTried(true)
    const [from, until] = [parseDay(term.from, session.today), parseDay(term.until, session.today)]
    const planned = PlannedPost.safeParse({ ...post, title: clean(post.title), unit: clean(post.unit), rank, seats })
    if (from === null || until === null || !planned.success || clean(term.name) === '' || clean(approver) === '') return
    const done = await order({
      type: 'openPlanningList',
      listId: freshId(seen),
      post: planned.data,
      term: { name: clean(term.name), from, until },
      approver: clean(approver),
    })
    if (!done) return
    isOpened()
    setTried(false)
  }
  return (
    <div className="pad form">
      <h3>{t('planning.open')}</h3>
      <div className="fields">
        <LineBox label={t('planning.postTitle')} value={post.title} onChange={(title) => setPost({ ...post, title })} {...must} />
        <LineBox label={t('planning.unit')} value={post.unit} onChange={(unit) => setPost({ ...post, unit })} {...must} />
        <ChoiceBox
          label={t('planning.level')}
          value={post.level}
          onChange={(level) => setPost({ ...post, level })}
          options={planningLevels.map((value) => ({ value, label: t(`planningLevel.${value}`) }))}
          isList
          width={220}
        />
        <CountBox
          label={t('planning.rank')}
          value={post.rank}
          width={130}
          onChange={(rank) => setPost({ ...post, rank })}
          error={within(rank, 0, 9)}
          {...must}
        />
        <ChoiceBox
          label={t('planning.kind')}
          value={post.kind}
          onChange={(kind) => setPost({ ...post, kind })}
          options={[
            { value: 'post', label: t('planning.kindPost') },
            { value: 'committee', label: t('planning.kindCommittee') },
          ]}
        />
        <CountBox
          label={t('planning.seats')}
          value={post.seats}
          width={110}
          onChange={(seats) => setPost({ ...post, seats })}
          error={within(seats, 1, 200)}
          {...must}
        />
      </div>
      <div className="fields">
        <LineBox
          label={t('planning.termName')}
          value={term.name}
          max={120}
          width={200}
          onChange={(name) => setTerm({ ...term, name })}
          {...must}
        />
        <DayBox
          label={t('planning.from')}
          value={term.from}
          today={session.today}
          onChange={(from) => setTerm({ ...term, from })}
          {...must}
        />
        <DayBox
          label={t('planning.until')}
          value={term.until}
          today={session.today}
          onChange={(until) => setTerm({ ...term, until })}
          {...must}
        />
        <LineBox label={t('planning.approver')} value={approver} onChange={setApprover} {...must} />
      </div>
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void open()}>
          {t('planning.open')}
        </Button>
      </div>
    </div>
  )
}
