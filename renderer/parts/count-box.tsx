// A box for a count. An empty box is empty and not zero; a number still being typed is not called wrong before the person leaves the box.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export type Typed = { readonly state: 'empty' } | { readonly state: 'bad' } | { readonly state: 'whole'; readonly value: number }

/** What a count box holds. Digits only (thousands points allowed), at most 2^53-1. */
export function readCount(text: string): Typed {
  const digits = text.trim().replaceAll('.', '')
  if (digits === '') return { state: 'empty' }
  const value = Number(digits)
  return /^\d{1,16}$/.test(digits) && Number.isSafeInteger(value) ? { state: 'whole', value } : { state: 'bad' }
}

/** The number in the box, or undefined where it is empty or no number. */
export const countIn = (text: string): number | undefined => {
  const typed = readCount(text)
  return typed.state === 'whole' ? typed.value : undefined
}

export function CountBox(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly help?: string
  /** Shown after the person leaves the box. */
  readonly error?: string | undefined
  readonly mustBeFilled?: boolean
  readonly width?: number
}) {
  const { t } = useTranslation()
  const [wasLeft, setLeft] = useState(false)
  const typed = readCount(props.value)
  const own =
    typed.state === 'bad' ? t('count.notWhole') : typed.state === 'empty' && props.mustBeFilled === true ? t('count.empty') : undefined
  const error = own ?? props.error
  return (
    <TextInput
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={() => setLeft(true)}
      inputMode="numeric"
      autoComplete="off"
      w={props.width ?? 170}
      description={props.help}
      error={wasLeft || props.mustBeFilled === true ? error : undefined}
    />
  )
}
