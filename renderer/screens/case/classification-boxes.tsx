// The degree of secrecy, and who decided it, why and until when: asked when a case is opened and when it is decided anew.
import { useTranslation } from 'react-i18next'
import { type Classification, classifications } from '../../../workflows/procedure/facts.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, LineBox } from '../../parts/form.tsx'

export function ClassificationChoice(props: {
  readonly value: Classification | ''
  readonly onChange: (value: Classification | '') => void
  readonly help: string
  readonly tried: boolean
  readonly width?: number | string
}) {
  const { t } = useTranslation()
  return (
    <ChoiceBox
      label={t('open.classification')}
      value={props.value}
      onChange={props.onChange}
      options={[
        { value: '' as const, label: t('form.choose') },
        ...classifications.map((value) => ({ value, label: t(`classification.${value}`) })),
      ]}
      help={props.help}
      mustBeFilled={props.tried}
      isList
      {...(props.width !== undefined && { width: props.width })}
    />
  )
}

type Basis = { readonly reason: string; readonly classifiedBy: string; readonly declassifyOn: string }

export function ClassificationBasis(props: {
  readonly value: Basis
  readonly set: (name: keyof Basis) => (text: string) => void
  readonly today: string
  readonly tried: boolean
  readonly width: number | string
}) {
  const { t } = useTranslation()
  const { value, set, tried, width } = props
  return (
    <>
      <LineBox
        label={t('open.classificationReason')}
        value={value.reason}
        max={300}
        width={width}
        onChange={set('reason')}
        mustBeFilled={tried}
      />
      <LineBox
        label={t('open.classifiedBy')}
        value={value.classifiedBy}
        max={200}
        width={width}
        onChange={set('classifiedBy')}
        mustBeFilled={tried}
      />
      <DayBox label={t('open.declassifyOn')} value={value.declassifyOn} onChange={set('declassifyOn')} today={props.today} wordsRunOn />
    </>
  )
}
