// Tying a name in a record to the record of that person: found as in the list of people, chosen from what was found.
import { Button, TextInput } from '@mantine/core'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import { ChoiceBox } from '../../parts/form.tsx'
import { useKept } from '../../use-draft.ts'
import { useAsOf } from './as-of.tsx'
import { showPartial } from './fields.ts'
import { useView } from './use-view.ts'

type Props = { readonly label: string; readonly value: string; readonly onChange: (personId: string) => void }

export function PersonLink(props: Props) {
  const id = PersonId.safeParse(props.value)
  return id.success ? <Linked {...props} personId={id.data} /> : <Search {...props} />
}

function Linked({ label, personId, onChange }: Props & { readonly personId: PersonId }) {
  const { t } = useTranslation()
  const day = useAsOf()
  const { view } = useView({ about: 'person', personId, day })
  const name = view?.data.name ?? ''
  return (
    <div className="beside">
      {label}: <b>{name}</b>{' '}
      <Button variant="subtle" size="compact-sm" onClick={() => onChange('')}>
        {t('registryLink.undo', { name })}
      </Button>
    </div>
  )
}

function Search({ label, onChange }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useKept('search', '', 'link')
  const search = useDeferredValue(typed.trim())
  return (
    <div className="fields">
      <TextInput
        label={label}
        placeholder={t('registry.people.searchHint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={200}
        autoComplete="off"
        w={210}
      />
      {search !== '' && <Found search={search} onChange={onChange} />}
    </div>
  )
}

function Found({ search, onChange }: Pick<Props, 'onChange'> & { readonly search: string }) {
  const { t } = useTranslation()
  const day = useAsOf()
  const { view } = useView({ about: 'people', day, search, count: 20 })
  return (
    <ChoiceBox
      label={t('registryLink.pick')}
      value=""
      onChange={onChange}
      options={[
        { value: '', label: t('registryLink.found', { count: view?.rows.length ?? 0 }) },
        ...(view?.rows ?? []).map(({ personId, name, birthDate, posts }) => ({
          value: personId,
          label: [name, birthDate === undefined ? '' : showPartial(birthDate), posts[0]?.title ?? '']
            .filter((one) => one !== '')
            .join(', '),
        })),
      ]}
      isList
      width={300}
    />
  )
}
