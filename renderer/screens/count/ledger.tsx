// The ledger of slips, always in sight: printed, out, back, divided, entered. It must be even before the count is closed.
import { useTranslation } from 'react-i18next'
import type { BallotView, CountBundlesView } from '../../../workflows/procedure/case-view.ts'
import { IconAlertCircle, IconCircleCheck, IconMail } from '../../parts/icons.ts'

export function Ledger(props: {
  readonly ballot: BallotView
  readonly present: number
  readonly bundles: CountBundlesView | undefined
  /** Slips of the bundles this counter has closed, and of the one in hand. */
  readonly entered: number
}) {
  const { t } = useTranslation()
  const { ballot, present, bundles, entered } = props
  const issued = ballot.issued ?? 0
  const collected = ballot.collected ?? 0
  const differing = bundles?.bundles.filter(({ hasDiffered }) => hasDiffered).map(({ no }) => no) ?? []
  const rows: readonly (readonly [label: string, value: number, rule?: 's' | 'e'])[] = [
    [t('countRoom.printed'), ballot.printed ?? issued],
    ...(ballot.spoiled === undefined ? [] : [[t('countRoom.spoiled'), ballot.spoiled] as const]),
    [t('countRoom.unused'), ballot.unusedSealed ?? 0, 's'],
    [t('countRoom.issued'), issued],
    [t('countRoom.collected'), collected, 's'],
    [t('countRoom.missing'), issued - collected, 'e'],
  ]
  return (
    <aside className="count-right" aria-label={t('countRoom.ledger')}>
      <div className="hd">
        <h2>{t('countRoom.ledger')}</h2>
        <p>{t('countRoom.ledgerHelp')}</p>
      </div>
      <dl className="led">
        {rows.map(([label, value, rule]) => (
          <Row key={label} label={label} value={value} rule={rule} />
        ))}
      </dl>
      {bundles !== undefined && (
        <dl className="led">
          <Row label={t('countRoom.dividedInto', { count: bundles.bundles.length })} value={collected} />
          <Row label={t('countRoom.entered')} value={entered} rule="s" />
          <Row label={t('countRoom.left')} value={collected - entered} rule="e" />
        </dl>
      )}
      <p className={`note ${collected === issued ? 'passed' : 'warn'}`}>
        <IconCircleCheck size={18} stroke={1.75} aria-hidden="true" />
        <span>
          {collected === issued ? t('countRoom.allBack', { issued, present }) : t('countRoom.someMissing', { count: issued - collected })}
        </span>
      </p>
      {differing.length > 0 && (
        <p className="note wrong">
          <IconAlertCircle size={18} stroke={1.75} aria-hidden="true" />
          <span>{t('countRoom.recount', { bundles: differing.join(', ') })}</span>
        </p>
      )}
      {bundles !== undefined && !bundles.isWhole && (
        <p className="note sealed">
          <IconMail size={18} stroke={1.75} aria-hidden="true" />
          <span>
            {t(bundles.bundles.length === 1 ? 'countRoom.totalsLaterOne' : 'countRoom.totalsLater', { count: bundles.bundles.length })}{' '}
            {ballot.announce === 'no' && t('countRoom.notAnnounced')}
          </span>
        </p>
      )}
    </aside>
  )
}

function Row(props: { readonly label: string; readonly value: number; readonly rule?: 's' | 'e' | undefined }) {
  return (
    <div className={props.rule}>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}
