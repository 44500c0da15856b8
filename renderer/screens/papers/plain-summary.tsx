// A paper in a few plain facts beside its pages: what it is, about whom, the numbers, the outcome. Read before signing.
import { useTranslation } from 'react-i18next'
import type { PlainSummary } from '../../../workflows/papers/plain-summary.ts'
import { showInstant } from '../../parts/dates.ts'
import { useWording } from '../../wording.ts'

export function PlainSummaryList(props: { readonly summary: PlainSummary }) {
  const { t } = useTranslation()
  const say = useWording()
  const { summary } = props
  const rows: { readonly key: string; readonly term: string; readonly said: string }[] = []
  const add = (key: string, term: string, said: string) => rows.push({ key, term, said })
  add('what', t('plain.what'), [t(`paperName.${summary.kind}`), summary.number].filter((part) => part !== undefined).join(', '))
  add('post', t('plain.post'), `${summary.post}, ${summary.unit}`)
  if (summary.stage !== undefined) add('meeting', t('plain.meeting'), say.stage(summary.stage))
  if (summary.heldAt !== undefined) add('held', t('plain.held'), showInstant(summary.heldAt))
  if (summary.convened !== undefined)
    add('presence', t('plain.presence'), t('plain.presentOf', { present: summary.present, convened: summary.convened }))
  if (summary.people.length > 0) add('people', t('plain.people'), summary.people.join(', '))
  for (const count of summary.counts) {
    const where = summary.counts.length > 1 ? `${say.stage(count.stage)}: ` : ''
    const { issued, collected, valid, invalid, stage } = count
    add(`${stage} ballots`, t('plain.ballots'), where + t('plain.ballotNumbers', { issued, collected, valid, invalid }))
    for (const { name, count: votes, percent } of count.votes) {
      const said =
        percent === undefined
          ? t('plain.votes', { count: votes })
          : t('plain.votesPercent', { count: votes, percent: say.percent(percent) })
      add(`${stage} ${name}`, name, said)
    }
    add(`${stage} outcome`, t('plain.outcome'), [say.outcome(count.outcome), ...count.goesOn].join(', '))
  }
  for (const [key, text] of Object.entries(summary.typed)) add(`typed ${key}`, say.paperField(key), text)
  if (summary.reason !== undefined) add('reason', t('plain.reason'), summary.reason)
  for (const { name, insteadOf, document } of summary.exceptions)
    add(`exception ${name}`, t('plain.exception'), `${name}, ${t('allowSigner.instead', { name: insteadOf, no: document })}`)
  return (
    <section aria-label={t('plain.title')}>
      <h2>{t('plain.title')}</h2>
      <dl className="plain-summary">
        {rows.map(({ key, term, said }) => (
          <div key={key}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p className="sm t2">{t('plain.original')}</p>
    </section>
  )
}
