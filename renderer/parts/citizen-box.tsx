// The personal number of a citizen: twelve digits, or nothing where the form takes nothing.
import { useTranslation } from 'react-i18next'
import { clean, LineBox } from './form.tsx'

export const isCitizenId = (text: string): boolean => /^\d{12}$/.test(clean(text))
/** Something is typed, and it is no such number. */
export const isCitizenIdBad = (text: string): boolean => clean(text) !== '' && !isCitizenId(text)

export function CitizenBox(props: {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly tried: boolean
  readonly mustBeFilled?: boolean
  readonly width?: number | string
}) {
  const { t } = useTranslation()
  const isBad = props.mustBeFilled === true ? !isCitizenId(props.value) : isCitizenIdBad(props.value)
  return (
    <LineBox
      label={t('form.citizenId')}
      value={props.value}
      max={12}
      width={props.width ?? 170}
      onChange={props.onChange}
      error={props.tried && isBad ? t('form.citizenIdBad') : undefined}
    />
  )
}
