// The boxes of a field of a person: one, several in a group, or rows of them.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonField } from '../../../workflows/registry/person.ts'
import { ChoiceBox, LineBox, TextBox, TickBox } from '../../parts/form.tsx'
import { type FieldKind, fieldKinds, newRow, type PartKind, type Parts, type Typed, type TypedRow } from './fields.ts'
import { PersonLink } from './person-link.tsx'
import { PlaceBox } from './place-box.tsx'
import { useRegistryWords } from './words.ts'

export function FieldBoxes(props: {
  readonly field: PersonField
  readonly typed: Typed
  readonly isWrong: boolean
  readonly onChange: (typed: Typed) => void
}) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const kind: FieldKind = fieldKinds[props.field]
  const label = words.field(props.field)
  const wrong = props.isWrong ? <p className="note wrong">{t('registry.fieldBad', { field: label })}</p> : null
  if (kind.kind === 'list')
    return (
      <fieldset className="plain">
        <legend>{label}</legend>
        <Rows parts={kind.parts} rows={Array.isArray(props.typed) ? (props.typed as readonly TypedRow[]) : []} onChange={props.onChange} />
        {wrong}
      </fieldset>
    )
  if (kind.kind === 'group') {
    const typed = props.typed as Readonly<Record<string, string>>
    return (
      <fieldset className="plain">
        <legend>{label}</legend>
        <PartBoxes parts={kind.parts} typed={typed} onChange={props.onChange} />
        {wrong}
      </fieldset>
    )
  }
  if (kind.kind === 'place')
    return (
      <div>
        <PlaceBox label={label} typed={String(props.typed)} onChange={props.onChange} />
        {wrong}
      </div>
    )
  return (
    <div>
      <PartBox kind={kind} label={label} typed={String(props.typed)} onChange={props.onChange} />
      {wrong}
    </div>
  )
}

function Rows(props: {
  readonly parts: Parts
  readonly rows: readonly TypedRow[]
  readonly onChange: (rows: readonly TypedRow[]) => void
}) {
  const { t } = useTranslation()
  const { parts, rows, onChange } = props
  return (
    <div className="stack">
      {rows.map((row, index) => (
        <div key={row.key} className="row typed-row">
          <PartBoxes
            parts={parts}
            typed={row.parts}
            onChange={(typed) => onChange(rows.map((one, at) => (at === index ? { ...one, parts: typed } : one)))}
          />
          <Button variant="subtle" size="compact-sm" className="beside" onClick={() => onChange(rows.filter((_, at) => at !== index))}>
            {t('registry.dropRow', { no: index + 1 })}
          </Button>
        </div>
      ))}
      <Button variant="default" size="compact-sm" onClick={() => onChange([...rows, newRow(parts)])}>
        {t('registry.addRow')}
      </Button>
    </div>
  )
}

function PartBoxes(props: {
  readonly parts: Parts
  readonly typed: Readonly<Record<string, string>>
  readonly onChange: (typed: Readonly<Record<string, string>>) => void
}) {
  const words = useRegistryWords()
  return (
    <div className="fields">
      {Object.entries(props.parts).map(([part, kind]) => (
        <PartBox
          key={part}
          kind={kind}
          label={words.part(part)}
          typed={props.typed[part] ?? ''}
          width={kind.kind === 'line' ? 200 : 130}
          onChange={(typed) => props.onChange({ ...props.typed, [part]: typed })}
        />
      ))}
    </div>
  )
}

function PartBox(props: {
  readonly kind: PartKind
  readonly label: string
  readonly typed: string
  readonly width?: number
  readonly onChange: (typed: string) => void
}) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { kind, label, typed, onChange } = props
  if (kind.kind === 'choice')
    return (
      <ChoiceBox
        label={label}
        value={typed}
        onChange={onChange}
        options={[{ value: '', label: '' }, ...words.options(kind.list, kind.values)]}
        isList
        width={210}
      />
    )
  if (kind.kind === 'person') return <PersonLink label={label} value={typed} onChange={onChange} />
  if (kind.kind === 'text') return <TextBox label={label} value={typed} rows={3} onChange={onChange} />
  if (kind.kind === 'tick') return <TickBox label={label} isOn={typed === 'true'} onChange={(isOn) => onChange(String(isOn))} />
  const help = kind.kind === 'partial' ? t('registry.partialHelp') : undefined
  return (
    <LineBox
      label={label}
      value={typed}
      max={500}
      width={props.width ?? 320}
      onChange={onChange}
      {...(help !== undefined && props.width === undefined && { help })}
    />
  )
}
