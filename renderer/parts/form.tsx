// Boxes for text, choices and references to papers outside the app: label above, help and error below. One text form (NFC) everywhere.
import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DocumentRef } from '../../workflows/core/document.ts'
import { parseDay } from './dates.ts'
import { DayBox } from './day-box.tsx'

/** What a box holds as the record wants it: NFC, trimmed, lines ended by `\n`. */
export const clean = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').trim()

export function LineBox(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly max?: number
  readonly help?: string
  readonly error?: string | undefined
  readonly mustBeFilled?: boolean
  readonly width?: number | string
  /** `above`: a label longer than its small box runs on over it; `beside`: one line of a list, the box at its end. */
  readonly labelStands?: 'above' | 'beside'
}) {
  const { t } = useTranslation()
  return (
    <TextInput
      {...(props.labelStands === 'beside' && { className: 'line-row' })}
      {...(props.labelStands !== undefined && { styles: { wrapper: { width: props.width } } })}
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      maxLength={props.max ?? 200}
      w={props.labelStands === undefined ? (props.width ?? 320) : 'auto'}
      description={props.help}
      error={props.error ?? (props.mustBeFilled === true && clean(props.value) === '' ? t('form.missing') : undefined)}
    />
  )
}

export function TextBox(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly max?: number
  readonly rows?: number
  readonly help?: string
  readonly mustBeFilled?: boolean
  /** What the record keeps as one line, given room to be read: a line end typed or pasted is a space. */
  readonly isOneLine?: boolean
}) {
  const { t } = useTranslation()
  const change = (typed: string) => props.onChange(props.isOneLine === true ? typed.replaceAll(/\s*[\r\n]+\s*/g, ' ') : typed)
  return (
    <Textarea
      label={props.label}
      value={props.value}
      onChange={(event) => change(event.currentTarget.value)}
      maxLength={props.max ?? 4000}
      rows={props.rows ?? 4}
      maw={760}
      description={props.help}
      error={props.mustBeFilled === true && clean(props.value) === '' ? t('form.missing') : undefined}
    />
  )
}

export type Option<T extends string> = { readonly value: T; readonly label: string }

/** Up to five choices are visible; more are a list. */
export function ChoiceBox<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly options: readonly Option<T>[]
  readonly help?: string
  readonly width?: number | string
  readonly isList?: boolean
  /** A list with an empty first choice says so when it was left there. */
  readonly mustBeFilled?: boolean
}) {
  const { t } = useTranslation()
  const pick = (value: string) => {
    const found = props.options.find((option) => option.value === value)
    if (found !== undefined) props.onChange(found.value)
  }
  if (props.options.length > 5 || props.isList === true)
    return (
      <NativeSelect
        label={props.label}
        value={props.value}
        title={props.options.find((option) => option.value === props.value)?.label}
        description={props.help}
        error={props.mustBeFilled === true && props.value === '' ? t('form.missing') : undefined}
        w={props.width ?? 320}
        data={props.options.map((option) => ({ value: option.value, label: option.label }))}
        onChange={(event) => pick(event.currentTarget.value)}
      />
    )
  return (
    <Radio.Group label={props.label} value={props.value} onChange={pick} description={props.help}>
      <div className="fields">
        {props.options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </div>
    </Radio.Group>
  )
}

export function TickBox(props: {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly help?: string
}) {
  return (
    <Checkbox
      label={props.label}
      checked={props.isOn}
      description={props.help}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  )
}

export type DocumentDraft = { readonly number: string; readonly date: string; readonly issuer: string }
export const emptyDocument: DocumentDraft = { number: '', date: '', issuer: '' }

/** The reference, or null while number or day are missing. */
export function documentOf(draft: DocumentDraft, today: string): DocumentRef | null {
  const number = clean(draft.number)
  const date = parseDay(draft.date, today)
  const issuer = clean(draft.issuer)
  if (number === '' || date === null) return null
  return issuer === '' ? { number, date } : { number, date, issuer }
}

export function DocumentBoxes(props: {
  readonly legend: string
  readonly value: DocumentDraft
  readonly onChange: (draft: DocumentDraft) => void
  readonly today: string
  readonly mustBeFilled?: boolean
}) {
  const { t } = useTranslation()
  const must = props.mustBeFilled === true ? { mustBeFilled: true } : {}
  return (
    <fieldset className="plain">
      <legend>{props.legend}</legend>
      <div className="fields">
        <LineBox
          label={t('form.documentNumber')}
          value={props.value.number}
          max={80}
          width={170}
          onChange={(number) => props.onChange({ ...props.value, number })}
          {...must}
        />
        <DayBox
          label={t('form.documentDate')}
          value={props.value.date}
          today={props.today}
          onChange={(date) => props.onChange({ ...props.value, date })}
          {...must}
        />
        <LineBox
          label={t('form.documentIssuer')}
          value={props.value.issuer}
          width={280}
          onChange={(issuer) => props.onChange({ ...props.value, issuer })}
        />
      </div>
    </fieldset>
  )
}
