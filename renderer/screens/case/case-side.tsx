// Beside a case: its deadlines, and the settings that differ from the text or fill its gaps.
import { useTranslation } from 'react-i18next'
import type { DeadlineView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showDay, weekdayOf } from '../../parts/dates.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { useWording } from '../../wording.ts'

const meanings: Readonly<Record<DeadlineView['standing'], ChipMeaning>> = {
  met: 'passed',
  metLate: 'warn',
  running: 'ink',
  near: 'warn',
  overdue: 'wrong',
  due: 'warn',
}

export function DeadlineSheet() {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  if (view.deadlines.length === 0) return null
  return (
    <Sheet title={t('deadline.title')}>
      <ul className="lines">
        {view.deadlines.map((deadline) => (
          <li key={`${deadline.key} ${deadline.dueOn} ${deadline.length?.unit ?? ''}`}>
            <b>{say.deadline(deadline.key)}</b>
            <div className="row">
              <span>{showDay(deadline.dueOn)}</span>
              <Chip meaning={meanings[deadline.standing]}>
                {deadline.standing === 'running' || deadline.standing === 'near'
                  ? t('deadline.left', { count: deadline.workingDaysLeft })
                  : deadline.standing === 'overdue'
                    ? t('deadline.overdue', { count: -deadline.workingDaysLeft })
                    : t(`deadline.${deadline.standing}`)}
              </Chip>
            </div>
            <ClauseNote citation={deadline.citation} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** The nearest deadline, beside the title: in words, and a cell for every working day it gave. */
export function NearestDeadline() {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const [nearest] = view.deadlines
    // What is kept longer is not late: the end of keeping slips is told with the others, not as the deadline of the case.
    .filter(({ key, standing }) => key !== 'ballotKeeping' && (standing === 'running' || standing === 'near' || standing === 'overdue'))
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
  if (nearest === undefined) return null
  const { workingDaysLeft, length, standing, dueOn } = nearest
  const total = length?.unit === 'workingDays' ? length.days : undefined
  return (
    <p className={`nearest ${standing}`}>
      <b>{standing === 'overdue' ? t('deadline.overdue', { count: -workingDaysLeft }) : t('deadline.left', { count: workingDaysLeft })}</b>,{' '}
      {t('nearest.due', { weekday: t(`weekday.${weekdayOf(dueOn)}`), day: showDay(dueOn) })}
      <span className="xs t2">{say.deadline(nearest.key)}</span>
      {total !== undefined && total <= 100 && <DayRuler total={total} used={Math.min(total, Math.max(0, total - workingDaysLeft))} />}
    </p>
  )
}

function DayRuler(props: { readonly total: number; readonly used: number }) {
  const { t } = useTranslation()
  const { total, used } = props
  const cell = total > 40 ? 4 : 9
  return (
    <svg className="days" width={total * cell} height={9} role="img" aria-label={t('nearest.ruler', { used, total })}>
      {Array.from({ length: total }, (_, index) => index).map((day) => (
        <rect key={day} className={day < used ? 'gone' : 'left'} x={day * cell + 0.5} y={0.5} width={cell - 2} height={8} />
      ))}
    </svg>
  )
}

export function SettingSheet() {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const differing = view.settings.filter((setting) => !setting.isDefault).length
  return (
    <Sheet title={t('setting.title')} end={differing === 0 ? t('setting.allDefault') : t('setting.differ', { count: differing })}>
      <details className="pad">
        <summary>{t('setting.show', { count: view.settings.length })}</summary>
        <ul className="lines">
          {view.settings.map((setting) => (
            <li key={setting.name} className="sm">
              {say.setting(setting.name)}: <b>{say.settingValue(setting.value)}</b>{' '}
              {!setting.isDefault && <Chip meaning="warn">{t('setting.changed')}</Chip>}
            </li>
          ))}
        </ul>
      </details>
    </Sheet>
  )
}
