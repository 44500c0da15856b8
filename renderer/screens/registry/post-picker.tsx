// Choosing a post: first its unit, found by name, then one of the posts it has on the day.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UnitId } from '../../../workflows/core/ids.ts'
import type { UnitLine } from '../../../workflows/registry/counter.ts'
import { ChoiceBox } from '../../parts/form.tsx'
import { useAsOf } from './as-of.tsx'
import { formerlyWords, useUnits } from './use-units.ts'
import { useView } from './use-view.ts'

/** Finds a unit by parts of its name. */
export function UnitPicker(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (unitId: string) => void
  readonly mustBeFilled?: boolean
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const found = useUnits(undefined, typed.trim()) ?? []
  // The one that was chosen stays in the list when something else is looked for.
  const [chosen, setChosen] = useState<UnitLine | null>(null)
  const isKept = chosen?.unitId === props.value && !found.some(({ unitId }) => unitId === props.value)
  const units = isKept && chosen !== null ? [chosen, ...found] : found
  const choose = (id: string) => {
    setChosen(units.find(({ unitId }) => unitId === id) ?? null)
    props.onChange(id)
  }
  return (
    <div className="fields">
      <TextInput
        label={props.label}
        placeholder={t('registry.units.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        w={230}
      />
      <ChoiceBox
        label={t('registry.units.pick')}
        value={props.value}
        onChange={choose}
        options={[
          { value: '', label: '' },
          ...units.map(({ unitId, name, path, formerly }) => ({
            value: unitId,
            label: [path ? `${name} (${path})` : name, ...(formerly ? [formerlyWords(t, formerly)] : [])].join(', '),
          })),
        ]}
        isList
        width={380}
        mustBeFilled={props.mustBeFilled === true}
      />
    </div>
  )
}

export function PostPicker(props: { readonly value: string; readonly onChange: (postId: string) => void; readonly mustBeFilled: boolean }) {
  const [unit, setUnit] = useState('')
  const { t } = useTranslation()
  return (
    <>
      <UnitPicker label={t('registry.unit.one')} value={unit} onChange={setUnit} mustBeFilled={props.mustBeFilled} />
      {unit !== '' && <PostsOf unitId={unit} {...props} />}
    </>
  )
}

function PostsOf(props: {
  readonly unitId: string
  readonly value: string
  readonly onChange: (postId: string) => void
  readonly mustBeFilled: boolean
}) {
  const { t } = useTranslation()
  const day = useAsOf()
  const { view } = useView({
    about: 'unit',
    unitId: UnitId.parse(props.unitId),
    day,
  })
  const posts = view?.posts ?? []
  return (
    <ChoiceBox
      label={t('registry.post.one')}
      value={props.value}
      onChange={props.onChange}
      options={[{ value: '', label: '' }, ...posts.map(({ postId, title }) => ({ value: postId, label: title }))]}
      isList
      width={380}
      mustBeFilled={props.mustBeFilled}
    />
  )
}
