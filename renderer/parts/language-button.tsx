// To the other language, named in that language.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { setSettings, useSettings } from '../settings.ts'

export function LanguageButton() {
  const { t } = useTranslation()
  const other = useSettings().language === 'vi' ? 'en' : 'vi'
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      lang={other}
      aria-label={t('nav.languageLabel')}
      onClick={() => setSettings({ language: other })}
    >
      {t('nav.language')}
    </Button>
  )
}
