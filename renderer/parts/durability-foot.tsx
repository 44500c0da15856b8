// The foot: how durable what one sees is, the number of the ledger, and that being offline is normal. "Saved" alone is never said.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showDay } from './dates.ts'
import { IconCircleCheck } from './icons.ts'

export function DurabilityFoot(props: {
  readonly ledgerSize?: number | undefined
  readonly lastAt?: string | undefined
  readonly owed?: number | undefined
  readonly isSample: boolean
  /** What else stands here: how well drafts are kept. */
  readonly children?: ReactNode
  readonly isRehearsal?: boolean
}) {
  const { t } = useTranslation()
  return (
    <footer className="foot">
      {props.lastAt !== undefined && (
        <span className="ok">
          <IconCircleCheck size={15} stroke={2} aria-hidden="true" />
          {t('foot.durable', { time: props.lastAt.slice(11, 19), day: showDay(props.lastAt) })}
        </span>
      )}
      {props.ledgerSize !== undefined && <span>{t('foot.ledger', { size: props.ledgerSize })}</span>}
      {props.owed !== undefined && props.owed > 0 && <span>{t('foot.owed', { owed: props.owed })}</span>}
      {props.children}
      <span className="last">
        <span>{t('foot.offline')}</span>
        {(props.isRehearsal === true || props.isSample) && <b>{props.isRehearsal === true ? t('practice.foot') : t('foot.sample')}</b>}
      </span>
    </footer>
  )
}
