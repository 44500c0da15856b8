// Two records of one person: which of the two values stands where they differ is chosen one by one; both records keep their history.
import { Button, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { PersonView } from '../../../workflows/registry/counter.ts'
import { type PersonField, PersonPatch, personFields } from '../../../workflows/registry/person.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { ChoiceBox, clean, LineBox } from '../../parts/form.tsx'
import { Loading } from '../../parts/loading.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft, useKept } from '../../use-draft.ts'
import { useAsOf } from './as-of.tsx'
import { showPartial } from './fields.ts'
import { useView } from './use-view.ts'
import { useRegistryWords } from './words.ts'

type Props = { readonly person: PersonView; readonly onDone: () => void }

/** The record on screen goes on; the other one stays and points to it. Nothing is asked before the fold is opened. */
export function MergeForm(props: Props & { readonly otherId: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('registry.merge.start')}</summary>
      {isOpen && <MergeBoth {...props} />}
    </details>
  )
}

function MergeBoth(props: Props & { readonly otherId: string }) {
  const day = useAsOf()
  const { view: other, trouble } = useView({ about: 'person', personId: PersonId.parse(props.otherId), day })
  if (other === null) return trouble === null ? <Loading /> : <TroubleBox trouble={trouble} />
  return <MergeValues {...props} other={other} />
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Fields the two records do not say alike; where only the other knows a value, it is taken unless somebody leaves it. */
const differing = (person: PersonView, other: PersonView): readonly PersonField[] =>
  personFields.filter((field) => other.data[field] !== undefined && !same(person.data[field], other.data[field]))

function MergeValues({ person, other, onDone }: Props & { readonly other: PersonView }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { office } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { draft, set, done: isMerged } = useDraft({ takes: {} as Readonly<Record<string, boolean>>, reason: '' }, `merge ${other.personId}`)
  const [tried, setTried] = useState(false)
  const fields = differing(person, other)
  const isTaken = (field: PersonField) => draft.takes[field] ?? person.data[field] === undefined
  const merge = async () => {
    setTried(true)
    const reason = clean(draft.reason)
    if (reason === '') return
    const taken = PersonPatch.safeParse(Object.fromEntries(fields.filter(isTaken).map((field) => [field, other.data[field]])))
    const done = await send({
      to: 'registry',
      command: {
        type: 'mergePeople',
        kept: PersonId.parse(person.personId),
        other: PersonId.parse(other.personId),
        seen: person.revision,
        seenOther: other.revision,
        ...(taken.success && { set: taken.data }),
        reason,
      },
    })
    if (done === null) return
    isMerged()
    onDone()
  }
  const said = (data: PersonView['data'], field: PersonField) => words.lines(field, data[field]).join('; ') || t('registryMerge.nothing')
  return (
    <div className="form">
      <p className="t2">{t('registry.merge.help', { name: person.data.name })}</p>
      {fields.length === 0 && <p>{t('registryMerge.alike')}</p>}
      {fields.map((field) => (
        <ChoiceBox
          key={field}
          label={words.field(field)}
          value={isTaken(field) ? 'other' : 'own'}
          onChange={(choice) => set('takes')({ ...draft.takes, [field]: choice === 'other' })}
          options={[
            { value: 'own', label: t('registryMerge.own', { value: said(person.data, field) }) },
            { value: 'other', label: t('registryMerge.other', { value: said(other.data, field) }) },
          ]}
        />
      ))}
      <LineBox label={t('registry.why.reason')} value={draft.reason} max={500} width="100%" onChange={set('reason')} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void merge()}>
        {t('registry.merge.do')}
      </Button>
    </div>
  )
}

/** Records whose names were typed differently are found by hand: by number, or by parts of either name. */
export function MergeWithAnother({ person, onDone }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useKept('search', '', 'merge')
  const search = useDeferredValue(typed.trim())
  return (
    <details>
      <summary>{t('registryMerge.another')}</summary>
      <TextInput
        label={t('registry.people.search')}
        placeholder={t('registry.people.searchHint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={200}
        autoComplete="off"
      />
      {search !== '' && <Found search={search} person={person} onDone={onDone} />}
    </details>
  )
}

function Found({ search, person, onDone }: Props & { readonly search: string }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const day = useAsOf()
  const { view, trouble } = useView({ about: 'people', day, search, count: 10 })
  const others = (view?.rows ?? []).filter(({ personId }) => personId !== person.personId)
  return (
    <>
      <TroubleBox trouble={trouble} />
      {view !== null && others.length === 0 && <p className="t2">{t('registry.people.notFound')}</p>}
      {others.map((other) => (
        <div key={other.personId}>
          <button type="button" className="linkish" onClick={() => go({ at: 'person', personId: other.personId })}>
            {other.name}
            {other.birthDate !== undefined && `, ${showPartial(other.birthDate)}`}
          </button>
          <MergeForm person={person} otherId={other.personId} onDone={onDone} />
        </div>
      ))}
    </>
  )
}
