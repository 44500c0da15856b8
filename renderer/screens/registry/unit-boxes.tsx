// What a unit is: its level, its kind, its code. Asked of a new one and of one that becomes another.
import { useTranslation } from 'react-i18next'
import { type UnitData, unitKinds, unitLevels } from '../../../workflows/registry/unit.ts'
import { ChoiceBox, LineBox } from '../../parts/form.tsx'
import { useRegistryWords } from './words.ts'

/** They stand side by side in the fields of a form. */
export function NatureBoxes(props: {
  readonly level: UnitData['level']
  readonly kind: UnitData['kind']
  readonly code: string
  readonly onLevel: (level: UnitData['level']) => void
  readonly onKind: (kind: UnitData['kind']) => void
  readonly onCode: (code: string) => void
}) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  return (
    <>
      <ChoiceBox
        label={t('registry.unit.level')}
        value={props.level}
        onChange={props.onLevel}
        options={unitLevels.map((value) => ({ value, label: words.choice('unitLevel', value) }))}
        width={220}
      />
      <ChoiceBox
        label={t('registry.unit.kind')}
        value={props.kind}
        onChange={props.onKind}
        options={unitKinds.map((value) => ({ value, label: words.choice('unitKind', value) }))}
        width={220}
      />
      <LineBox label={t('registry.unit.code')} value={props.code} max={40} width={120} onChange={props.onCode} />
    </>
  )
}
