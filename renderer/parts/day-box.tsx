// A box for a day or a time of day, typed freely, with what was understood (weekday included) echoed under it.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDay, parseTime, showDay, weekdayOf } from './dates.ts'

export function DayBox(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly today: string
  readonly help?: string
  readonly mustBeFilled?: boolean
  /** Words longer than the box run on over and under it; where boxes stand side by side they wrap. */
  readonly wordsRunOn?: boolean
}) {
  const { t } = useTranslation()
  const [wasLeft, setLeft] = useState(false)
  const day = parseDay(props.value, props.today)
  const isBad = props.value.trim() === '' ? props.mustBeFilled === true : day === null && (wasLeft || props.mustBeFilled === true)
  return (
    <TextInput
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={() => setLeft(true)}
      autoComplete="off"
      placeholder="dd/mm/yyyy"
      {...(props.wordsRunOn === true ? { styles: { wrapper: { width: 190 } } } : { w: 190 })}
      description={
        day === null ? props.help : `${t(`weekday.${weekdayOf(day)}`)}, ${showDay(day)}${props.help === undefined ? '' : `. ${props.help}`}`
      }
      error={isBad ? t('form.dayBad') : undefined}
    />
  )
}

export function TimeBox(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly mustBeFilled?: boolean
}) {
  const { t } = useTranslation()
  const [wasLeft, setLeft] = useState(false)
  const isBad =
    props.value.trim() === '' ? props.mustBeFilled === true : parseTime(props.value) === null && (wasLeft || props.mustBeFilled === true)
  return (
    <TextInput
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={() => setLeft(true)}
      autoComplete="off"
      placeholder="08:00"
      w={110}
      error={isBad ? t('form.timeBad') : undefined}
    />
  )
}
