// The bundles of the box and how far each is: who has closed it, whether it matches. Never a figure of what was found in it.
import { useTranslation } from 'react-i18next'
import type { CountBundlesView } from '../../../workflows/procedure/case-view.ts'
import { IconAlertCircle, IconCheck } from '../../parts/icons.ts'

type Bundle = CountBundlesView['bundles'][number]

/** More than this many stand one to a line. */
const roomy = 7

export function BundleList(props: {
  readonly bundles: readonly Bundle[]
  readonly openNo: number | undefined
  readonly me: string
  readonly nameOf: (operatorId: string) => string
  readonly resumed: string | undefined
}) {
  const { t } = useTranslation()
  const { bundles, openNo, me, nameOf } = props
  const isClose = bundles.length > roomy
  const largest = Math.max(...bundles.map(({ size }) => size))
  return (
    <section className="count-left" aria-label={t('countRoom.bundles')}>
      <div className="hd">
        <h2>{t(bundles.length === 1 ? 'countRoom.bundlesOfOne' : 'countRoom.bundlesOf', { count: bundles.length, size: largest })}</h2>
        <p>{t('countRoom.blind')}</p>
      </div>
      <ol className={isClose ? 'close' : ''}>
        {bundles.map((bundle) => {
          const isOpen = bundle.no === openNo
          const isMine = bundle.closedBy.includes(me)
          const others = bundle.closedBy.filter((one) => one !== me)
          return (
            <li
              key={bundle.no}
              className={`tap ${isOpen ? 'cur' : bundle.hasDiffered ? 'bad' : bundle.standing}`}
              aria-current={isOpen || undefined}
            >
              <span className="no">
                {bundle.no}
                <small>{t('countRoom.slips', { count: bundle.size })}</small>
              </span>
              <div>
                <dl>
                  <dt>{t('countRoom.you')}</dt>
                  <dd>{isMine ? t('countRoom.done') : isOpen ? t('countRoom.counting') : t('countRoom.notYet')}</dd>
                  <dt>{others[0] === undefined ? t('countRoom.another') : nameOf(others[0])}</dt>
                  <dd>{others.length > 0 ? t('countRoom.done') : t('countRoom.notYet')}</dd>
                </dl>
                {bundle.standing === 'matched' && (
                  <span className="chip passed">
                    <IconCheck size={15} stroke={2} aria-hidden="true" />
                    {t('countRoom.matches')}
                  </span>
                )}
                {bundle.hasDiffered && (
                  <span className="chip wrong">
                    <IconAlertCircle size={15} stroke={2} aria-hidden="true" />
                    {t('countRoom.differs')}
                  </span>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {props.resumed !== undefined && <p className="sm t2 foot-note">{props.resumed}</p>}
    </section>
  )
}
