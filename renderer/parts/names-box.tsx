// Choosing people from a short list: one or several, every name in full.
import { Checkbox, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export type Named = { readonly personId: string; readonly name: string }

export function NamesBox(props: {
  readonly label: string
  readonly people: readonly Named[]
  readonly value: readonly string[]
  readonly onChange: (personIds: readonly string[]) => void
  readonly isOne?: boolean
  readonly mustBeFilled?: boolean
}) {
  const { t } = useTranslation()
  const error = props.mustBeFilled === true && props.value.length === 0 ? t('form.missing') : undefined
  if (props.isOne === true)
    return (
      <Radio.Group label={props.label} value={props.value[0] ?? ''} onChange={(personId) => props.onChange([personId])} error={error}>
        <div className="fields">
          {props.people.map((person) => (
            <Radio key={person.personId} value={person.personId} label={person.name} />
          ))}
        </div>
      </Radio.Group>
    )
  return (
    <Checkbox.Group label={props.label} value={[...props.value]} onChange={(personIds) => props.onChange(personIds)} error={error}>
      <div className="fields">
        {props.people.map((person) => (
          <Checkbox key={person.personId} value={person.personId} label={person.name} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
