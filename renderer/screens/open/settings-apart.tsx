// Where the texts are silent: how many settings that are, which of them the office set otherwise, and the boxes to change them.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseSettings } from '../../../workflows/rulebooks/settings.ts'
import type { SettingName } from '../../../workflows/rulebooks/settings-for.ts'
import { Chip } from '../../parts/chip.tsx'
import { IconAdjustments } from '../../parts/icons.ts'
import { useWording } from '../../wording.ts'
import type { Differing } from './settings-editor.tsx'

const defaults: Readonly<Record<string, unknown>> = CaseSettings.parse({})
/** So many lines stand open; what differs always does. */
const shownFirst = 4

export function SettingsApart(props: { readonly names: readonly SettingName[]; readonly value: Differing; readonly isProgramOn: boolean }) {
  const { t } = useTranslation()
  const say = useWording()
  const [isWhole, setWhole] = useState(false)
  const differing = props.names.filter((name) => name in props.value)
  const alike = props.names.filter((name) => !(name in props.value))
  const shown = isWhole ? [...differing, ...alike] : [...differing, ...alike.slice(0, Math.max(0, shownFirst - differing.length))]
  // Under the overlay no name is added to a ballot, whatever the office set (10.1).
  const told = (name: SettingName): string =>
    say.settingValue(name === 'writeInAllowed' && props.isProgramOn ? false : (props.value[name] ?? defaults[name]))
  return (
    <div className="pad form">
      <div className="row between">
        <h3 className="row">
          <IconAdjustments size={20} stroke={1.75} aria-hidden="true" />
          {t('open.settings')}
        </h3>
        <Chip meaning="warn" icon={<IconAdjustments size={15} stroke={2} aria-hidden="true" />}>
          {t('opening.settings', { count: props.names.length })}
        </Chip>
      </div>
      <p className="sm">{differing.length === 0 ? t('setting.allDefault') : <b>{t('setting.differ', { count: differing.length })}</b>}</p>
      <dl className="setting-lines">
        {shown.map((name) => (
          <div key={name} className={name in props.value ? 'differs' : undefined}>
            <dt>{say.setting(name)}</dt>
            <dd>{told(name)}</dd>
          </div>
        ))}
      </dl>
      {props.names.length > shown.length || isWhole ? (
        <div>
          <button type="button" className="linkish" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('opening.fewer') : t('opening.all', { count: props.names.length })}
          </button>
        </div>
      ) : null}
    </div>
  )
}
