// The inside of an envelope: one sees that a result exists and that one may not see it. No number, order or name peeps out.
import { useTranslation } from 'react-i18next'

export function SealedField() {
  const { t } = useTranslation()
  return (
    <div className="tint">
      <span>{t('sealed.text')}</span>
    </div>
  )
}
