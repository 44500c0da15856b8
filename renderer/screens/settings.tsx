// How the app looks on this PC. Every choice shows at once and is kept; nothing here goes on record.
import { useTranslation } from 'react-i18next'
import { languages } from '../messages/start.ts'
import { ChoiceBox } from '../parts/form.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { PeopleRuler } from '../parts/people-ruler.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { densities, setSettings, textSizes, themes, useSettings } from '../settings.ts'

export function SettingsScreen() {
  const { t } = useTranslation()
  const settings = useSettings()
  const sizes = textSizes.map((size) => ({ value: `${size}` as const, label: `${size}%` }))
  return (
    <div className="page stack">
      <PageTitle>{t('settings.title')}</PageTitle>
      <p className="t2">{t('settings.text')}</p>
      <div className="halves">
        <Sheet title={t('settings.look')}>
          <div className="pad form">
            <ChoiceBox
              label={t('settings.theme')}
              value={settings.theme}
              onChange={(theme) => setSettings({ theme })}
              options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
              help={t('settings.themeHelp')}
            />
            <ChoiceBox
              label={t('settings.textSize')}
              value={`${settings.textSize}`}
              onChange={(size) => setSettings({ textSize: textSizes.find((one) => `${one}` === size) ?? 100 })}
              options={sizes}
            />
            <p className="sm t2">
              <KeyCap>Ctrl +</KeyCap> <KeyCap>Ctrl −</KeyCap> <KeyCap>Ctrl 0</KeyCap> {t('settings.textKeys')}
            </p>
            <ChoiceBox
              label={t('settings.density')}
              value={settings.density}
              onChange={(density) => setSettings({ density })}
              options={densities.map((value) => ({ value, label: t(`density.${value}`) }))}
            />
            <ChoiceBox
              label={t('settings.language')}
              value={settings.language}
              onChange={(language) => setSettings({ language })}
              options={languages.map((value) => ({ value, label: t(`languageName.${value}`) }))}
            />
          </div>
        </Sheet>
        <Sheet title={t('settings.sample')}>
          <div className="pad form">
            <p>{t('settings.sampleText')}</p>
            <p className="rec">{t('settings.sampleRecord')}</p>
            <PeopleRuler
              filled={12}
              base={24}
              meaning="stopped"
              posts={[{ at: 13, label: t('settings.sampleNeeded') }]}
              sentence={t('settings.sampleSentence')}
              width={320}
            />
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('home.due')}</th>
                  <th scope="col">{t('home.case')}</th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <td>05/10/2026</td>
                  <td>{t('settings.sampleCase')}</td>
                </tr>
                <tr>
                  <td>12/10/2026</td>
                  <td>{t('settings.sampleOther')}</td>
                </tr>
              </tbody>
            </table>
          </div>
        </Sheet>
      </div>
    </div>
  )
}
