// BC-10 against the yearly reviews of its lists, before it goes out: both figures where they differ, with everybody behind the difference.
import { useTranslation } from 'react-i18next'
import type { ReviewCheck, ReviewDiffers } from '../../../workflows/registry/returns/review-check.ts'
import { figuresThatDiffer } from '../../../workflows/wording/review-check.ts'
import { showDay } from '../../parts/dates.ts'
import { Loading } from '../../parts/loading.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { usePlanning } from '../planning/use-planning.ts'

export function ReviewCheckSheet({ day }: { readonly day: string }) {
  const { t } = useTranslation()
  const { answer, trouble } = usePlanning({ about: 'planningReviews', day })
  const year = Number(day.slice(0, 4))
  return (
    <Sheet title={t('returns.reviewCheck.title', { year })} sub={t('returns.reviewCheck.sub', { day: showDay(day) })}>
      <div className="pad form">
        <TroubleBox trouble={trouble} />
        {answer === null ? (
          trouble === null && <Loading />
        ) : answer.differ.length > 0 ? (
          <>
            <p role="status" className="note warn">
              {t('returns.reviewCheck.differ', { count: answer.differ.length })}
            </p>
            <p className="t2">{t('returns.reviewCheck.why')}</p>
          </>
        ) : answer.reviewed > 0 ? (
          <p role="status" className="note passed">
            {t('returns.reviewCheck.same', { count: answer.reviewed })}
          </p>
        ) : (
          <p role="status" className="t2">
            {t('returns.reviewCheck.none', { year })}
          </p>
        )}
      </div>
      {answer?.differ.map((check) => (
        <Differs key={`${check.title}\t${check.unit}\t${check.term}`} check={check} year={year} />
      ))}
    </Sheet>
  )
}

function Differs({ check, year }: { readonly check: ReviewCheck; readonly year: number }) {
  const { t } = useTranslation()
  const { title, unit, term, reviewedOn, figures, people } = check
  const facts = ({ standing, approvedOn, endedOn }: ReviewDiffers): string =>
    [
      approvedOn !== undefined && t('returns.reviewCheck.approvedOn', { day: showDay(approvedOn) }),
      endedOn !== undefined &&
        standing !== 'proposed' &&
        standing !== 'approved' &&
        t(`returns.reviewCheck.ended.${standing}`, { day: showDay(endedOn) }),
    ]
      .filter((one) => one !== false)
      .join('; ')
  return (
    <table className="table">
      <caption>{t('returns.reviewCheck.caption', { title, unit, term })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('returns.reviewCheck.of')}</th>
          <th scope="col">{t('returns.reviewCheck.counted')}</th>
          <th scope="col">
            {reviewedOn === undefined
              ? t('returns.reviewCheck.notReviewed', { year })
              : t('returns.reviewCheck.reviewed', { day: showDay(reviewedOn) })}
          </th>
          <th scope="col">{t('returns.reviewCheck.facts')}</th>
        </tr>
      </thead>
      <tbody>
        {figuresThatDiffer(check).map((word) => (
          <tr key={word}>
            <th scope="row">{t(`returns.reviewCheck.figure.${word}`)}</th>
            <td>
              <b>{figures[word].counted}</b>
            </td>
            <td>
              <b>{reviewedOn === undefined ? '–' : figures[word].reviewed}</b>
            </td>
            <td />
          </tr>
        ))}
        {people.map((one) => (
          <tr key={one.entryId}>
            <td>{one.name}</td>
            <td>{one.counted === undefined ? t('returns.reviewCheck.notCounted') : t(`returns.reviewCheck.word.${one.counted}`)}</td>
            <td>
              {one.reviewed !== undefined
                ? t(`returns.reviewCheck.word.${one.reviewed}`)
                : reviewedOn === undefined
                  ? '–'
                  : t('returns.reviewCheck.notNamed')}
            </td>
            <td>{facts(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
