// Why a paper that was printed before is printed again.
import { useTranslation } from 'react-i18next'
import { TextBox } from '../../parts/form.tsx'

export function PrintAgainWhy(props: { readonly value: string; readonly onChange: (text: string) => void; readonly tried: boolean }) {
  const { t } = useTranslation()
  return (
    <TextBox
      isOneLine
      label={t('print.why')}
      help={t('print.whyHelp')}
      value={props.value}
      onChange={props.onChange}
      rows={2}
      max={500}
      mustBeFilled={props.tried}
    />
  )
}
