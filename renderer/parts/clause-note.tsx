// The clause in the margin: Tinos italic with its standing. What is no law (GK, DEFAULT) is never cited as law but shown as a setting.
import { useTranslation } from 'react-i18next'
import type { Citation } from '../../workflows/procedure/case-view.ts'
import { articleIn } from '../../workflows/wording/articles.ts'
import { Chip } from './chip.tsx'
import { IconAdjustments } from './icons.ts'

export function ClauseNote(props: { readonly citation: Citation }) {
  const { t, i18n } = useTranslation()
  const { article, evidence } = props.citation
  if (evidence === 'GK' || evidence === 'DEFAULT')
    return (
      <span className="row">
        <SettingChip />
        <span className="xs t2">{evidence === 'GK' ? t('clause.gk') : t('clause.default')}</span>
      </span>
    )
  return (
    <span className="cite">
      {articleIn(article, i18n.language === 'en' ? 'en' : 'vi')} · {t(`clause.${evidence}`)}
    </span>
  )
}

/** Not law but a setting, wherever one stands. */
export function SettingChip() {
  const { t } = useTranslation()
  return (
    <Chip meaning="warn" icon={<IconAdjustments size={15} stroke={2} aria-hidden="true" />}>
      {t('clause.setting')}
    </Chip>
  )
}
