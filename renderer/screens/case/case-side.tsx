// Beside a case: its deadlines, what happened, and the settings that differ from the text or fill its gaps.
import { useTranslation } from 'react-i18next'
import type { DeadlineView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showDay, showInstant } from '../../parts/dates.ts'
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

/** How many of the latest events stand open; the rest one key away. */
const latest = 8

export function TimelineSheet() {
  const { t } = useTranslation()
  const say = useWording()
  const { view, nameOf } = useCase()
  const newest = [...view.timeline].reverse()
  const line = (event: (typeof newest)[number]) => (
    <li key={event.version}>
      <span className="t2">{showInstant(event.at)}</span> {say.fact(event.type)} <span className="t2">· {nameOf(event.by)}</span>
    </li>
  )
  return (
    <Sheet title={t('timeline.title')} sub={t('timeline.sub')}>
      <ul className="lines">{newest.slice(0, latest).map(line)}</ul>
      {newest.length > latest && (
        <details className="pad">
          <summary>{t('timeline.more', { count: newest.length - latest })}</summary>
          <ul className="lines">{newest.slice(latest).map(line)}</ul>
        </details>
      )}
    </Sheet>
  )
}

const shown = (value: unknown): string => (typeof value === 'object' && value !== null ? Object.values(value).join(' / ') : String(value))

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
              {say.setting(setting.name)}: <b>{say.settingValue(setting.value) ?? shown(setting.value)}</b>{' '}
              {!setting.isDefault && <Chip meaning="warn">{t('setting.changed')}</Chip>}
            </li>
          ))}
        </ul>
      </details>
    </Sheet>
  )
}
