// The acts of a meeting in the order of the law, down the left: done, here, later, or shut by a gate.
import { useTranslation } from 'react-i18next'
import type { AgendaKey, ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { showTime } from '../../parts/dates.ts'
import { IconCircleCheck, IconCircleDashed, IconLock, IconPoint } from '../../parts/icons.ts'
import { useRoom } from './room.tsx'

const marks = { done: IconCircleCheck, here: IconPoint, later: IconCircleDashed, shut: IconLock } as const

export function AgendaRail(props: {
  readonly conference: ConferenceView
  readonly looking: AgendaKey
  readonly onLook: (key: AgendaKey) => void
}) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { room } = useRoom()
  const { agenda, presentations } = props.conference
  const issue = actOf(view, 'issueBallots')
  const unmet = issue?.gate.conditions.filter((condition) => !condition.isMet).length ?? 0
  return (
    <nav aria-label={t('meeting.agenda')} className="agenda rail">
      <ol>
        {agenda.map((item, index) => {
          const isShut = item.key === 'ballots' && item.standing === 'later' && unmet > 0
          const Mark = marks[isShut ? 'shut' : item.standing]
          return (
            <li key={item.key}>
              <button
                type="button"
                className={isShut ? 'shut' : item.standing}
                aria-current={item.key === props.looking ? 'step' : undefined}
                onClick={() => props.onLook(item.key)}
              >
                <Mark size={20} stroke={1.75} aria-hidden="true" />
                <span>
                  {index + 1}. {t(`agenda.${item.key}`)}
                  <span className="hid"> {t(`standing.${item.standing}`)}</span>
                </span>
              </button>
              {isShut && <small aria-hidden="true">{t('room.more', { count: unmet })}</small>}
              {item.key === 'actionPrograms' && item.key === props.looking && (
                <div className="speakers" aria-hidden="true">
                  {presentations.map((person, order) => (
                    <span key={person.personId} className={person.personId === room?.talk?.personId ? 'on' : undefined}>
                      <span>
                        {order + 1}. {person.name}
                      </span>
                      <span>{person.presentedTo === undefined ? '' : showTime(person.presentedTo)}</span>
                    </span>
                  ))}
                </div>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
