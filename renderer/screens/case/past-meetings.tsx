// The meetings already held, each with what it decided and the way to correct a confirmed count.
import { useTranslation } from 'react-i18next'
import { useCase } from '../../case-desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { showDay } from '../../parts/dates.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { useWording } from '../../wording.ts'
import { Corrections, EntryTable } from '../meeting/count.tsx'
import { Outcome } from '../meeting/outcome.tsx'

export function PastMeetings() {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  if (view.pastConferences.length === 0) return null
  return (
    <Sheet title={t('past.title')} sub={t('past.sub')}>
      {[...view.pastConferences].reverse().map((conference) => (
        <details key={conference.conferenceId} className="past">
          <summary>
            <b>{say.conference(conference)}</b>{' '}
            <span className="t2">
              {showDay(conference.openedAt ?? conference.plannedAt)} ·{' '}
              {t('past.people', { present: conference.quorum.present, convened: conference.quorum.convened })}
            </span>{' '}
            {conference.isSealed && conference.result === undefined ? (
              <Chip meaning="sealed">{t('sealed.chip')}</Chip>
            ) : conference.result === undefined ? (
              <Chip meaning="plain">{t(`phase.${conference.phase}`)}</Chip>
            ) : (
              <Chip meaning={say.meaning(conference.result.judgement.outcome)}>{say.outcome(conference.result.judgement.outcome)}</Chip>
            )}
          </summary>
          {conference.ballot !== undefined && <Outcome conference={conference} />}
          {conference.result !== undefined && (
            <div className="pad">
              <EntryTable entry={conference.result.entry} ballot={conference.ballot} caption={t('past.count')} />
            </div>
          )}
          <Corrections conference={conference} />
        </details>
      ))}
    </Sheet>
  )
}
