// A list that somebody looked up on a day: its rows, each with a few boxes. No rows and a day say "looked up, nothing".
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, LineBox, type Option } from '../../parts/form.tsx'
import type { Looked, Row } from './facts-draft.ts'

export type RowColumn = {
  readonly key: string
  readonly label: string
  readonly type: 'line' | 'day' | 'choice'
  readonly options?: readonly Option<string>[] | undefined
  readonly isOptional?: boolean
}

export function RowsBox(props: {
  readonly legend: string
  readonly columns: readonly RowColumn[]
  readonly value: Looked
  readonly today: string
  readonly onChange: (looked: Looked) => void
}) {
  const { t } = useTranslation()
  const { value, onChange, columns, today } = props
  const fresh = (): Row => Object.fromEntries(columns.map((one) => [one.key, one.options?.[0]?.value ?? '']))
  const setRow = (at: number, row: Row) => onChange({ ...value, rows: value.rows.map((one, index) => (index === at ? row : one)) })
  const add = () => onChange({ on: value.on === '' ? today.split('-').reverse().join('/') : value.on, rows: [...value.rows, fresh()] })
  return (
    <fieldset className="plain">
      <legend>{props.legend}</legend>
      <DayBox label={t('eligibility.lookedOn')} value={value.on} today={today} onChange={(on) => onChange({ ...value, on })} />
      {value.rows.map((row, at) => (
        // Rows have no name of their own: their place is what they are called.
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
        <div key={at} className="fields">
          {columns.map((column) => (
            <CellBox
              key={column.key}
              column={column}
              value={row[column.key] ?? ''}
              today={today}
              onChange={(text) => setRow(at, { ...row, [column.key]: text })}
            />
          ))}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange({ ...value, rows: value.rows.filter((_, index) => index !== at) })}
          >
            {t('eligibility.remove', { no: at + 1 })}
          </Button>
        </div>
      ))}
      <Button variant="default" size="compact-sm" onClick={add}>
        {t('eligibility.add')}
      </Button>
    </fieldset>
  )
}

function CellBox(props: {
  readonly column: RowColumn
  readonly value: string
  readonly today: string
  readonly onChange: (text: string) => void
}) {
  const { label, type, options = [], isOptional } = props.column
  if (type === 'day')
    return (
      <DayBox
        label={label}
        value={props.value}
        today={props.today}
        onChange={props.onChange}
        {...(isOptional !== true && { mustBeFilled: true })}
      />
    )
  if (type === 'choice')
    return <ChoiceBox label={label} value={props.value} onChange={props.onChange} options={options} isList width={190} />
  return <LineBox label={label} value={props.value} onChange={props.onChange} width={220} mustBeFilled />
}
