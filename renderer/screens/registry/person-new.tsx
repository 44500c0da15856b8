// A new record: who the person is. A number that is known, or a name and birth date that look known, is shown before a second record is made.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import { PersonData, type PersonField } from '../../../workflows/registry/person.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { FieldBoxes } from './field-boxes.tsx'
import { fieldKinds, readField, type Typed, typedOf } from './fields.ts'
import './registry.css'
import { useDraft } from '../../use-draft.ts'

const asked: readonly PersonField[] = [
  'name',
  'birthDate',
  'sex',
  'citizenId',
  'nativePlace',
  'ethnicity',
  'category',
  'recruitedOn',
  'phone',
]

export function NewPersonScreen() {
  const { t } = useTranslation()
  const { office, session, go } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const {
    draft: { typed },
    setDraft,
    done: isAdded,
  } = useDraft<{ readonly typed: Readonly<Record<string, Typed>> }>({
    typed: Object.fromEntries(asked.map((field) => [field, typedOf(fieldKinds[field], undefined)])),
  })
  const [tried, setTried] = useState(false)
  const read = asked.map((field) => ({ field, ...readField(field, typed[field] ?? '', session.today, undefined) }))
  const data = PersonData.safeParse(Object.assign({}, ...read.map((one) => (one.ok ? one.set : undefined))))
  const refusal = trouble !== null && 'refusal' in trouble ? trouble.refusal : undefined
  const known =
    refusal?.code === 'person-looks-known' && Array.isArray(refusal.people)
      ? refusal.people
      : refusal?.code === 'citizen-number-known'
        ? [String(refusal.personId)]
        : []
  const save = async (despite: readonly string[]) => {
    setTried(true)
    if (!data.success || read.some(({ ok }) => !ok)) return
    const done = await send({
      to: 'registry',
      command: { type: 'addPerson', data: data.data, ...(despite.length > 0 && { despite: despite.map((id) => PersonId.parse(id)) }) },
    })
    const [made] = done?.registry?.made ?? []
    if (made === undefined) return
    isAdded()
    go({ at: 'person', personId: made })
  }
  return (
    <div className="page stack">
      <PageTitle>{t('registry.people.add')}</PageTitle>
      <Sheet title={t('registry.group.identity')}>
        <div className="pad form">
          <div className="new-person">
            {asked.map((field) => (
              <FieldBoxes
                key={field}
                field={field}
                typed={typed[field] ?? ''}
                isWrong={tried && (read.some((one) => one.field === field && !one.ok) || (field === 'name' && typed.name === ''))}
                onChange={(value) => setDraft((before) => ({ typed: { ...before.typed, [field]: value } }))}
              />
            ))}
          </div>
          <TroubleBox trouble={trouble} />
          {known.map((personId) => (
            <button key={personId} type="button" className="linkish" onClick={() => go({ at: 'person', personId })}>
              {t('registry.people.openKnown')}
            </button>
          ))}
          <div className="row">
            <Button aria-disabled={isBusy || undefined} onClick={() => void save([])}>
              {t('registry.people.doAdd')}
            </Button>
            {refusal?.code === 'person-looks-known' && (
              <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void save(known)}>
                {t('registry.people.addDespite')}
              </Button>
            )}
          </div>
        </div>
      </Sheet>
    </div>
  )
}
