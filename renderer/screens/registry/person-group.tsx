// One group of the personal record: its fields as they stood on the day, and the boxes to say something new of them.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { PersonView } from '../../../workflows/registry/counter.ts'
import { type PersonField, PersonPatch } from '../../../workflows/registry/person.ts'
import { proposedStandard } from '../../../workflows/registry/rank-standard.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { useDraft } from '../../use-draft.ts'
import { FieldBoxes } from './field-boxes.tsx'
import { fieldKinds, readField, type Typed, typedOf } from './fields.ts'
import { FormFrame } from './form-frame.tsx'
import { newWhy, WhyBoxes, whyOf } from './why-boxes.tsx'
import { useRegistryWords } from './words.ts'

export function PersonGroup(props: {
  readonly person: PersonView
  readonly group: string
  readonly fields: readonly PersonField[]
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const [isEditing, setEditing] = useState(false)
  const { person, fields } = props
  const known = fields.filter((field) => person.data[field] !== undefined)
  const proposed = fields.includes('rankStandard') && person.data.rankStandard === undefined ? proposedStandard(person.data) : undefined
  return (
    <Sheet
      title={words.among('group', props.group)}
      sub={t('registry.person.filled', { known: known.length, all: fields.length })}
      end={
        !isEditing &&
        person.mergedInto === undefined && (
          <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
            {t('registry.person.edit', { group: words.among('group', props.group) })}
          </Button>
        )
      }
    >
      {isEditing ? (
        <GroupForm
          {...props}
          onLeave={() => setEditing(false)}
          onDone={() => {
            setEditing(false)
            props.onDone()
          }}
        />
      ) : (
        <dl className="pad facts-list">
          {known.map((field) => (
            <Shown key={field} label={words.field(field)} lines={words.lines(field, person.data[field])} />
          ))}
          {proposed !== undefined && (
            <Shown
              label={t('registry.person.proposed')}
              lines={[t('registry.person.proposedBy', { standard: words.choice('standard', proposed) })]}
            />
          )}
          {known.length < fields.length && (
            <Shown
              label={t('registry.person.empty')}
              lines={[
                fields
                  .filter((field) => person.data[field] === undefined)
                  .map(words.field)
                  .join(', '),
              ]}
            />
          )}
        </dl>
      )}
    </Sheet>
  )
}

function Shown(props: { readonly label: string; readonly lines: readonly string[] }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        {props.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one value, drawn once
          <div key={index}>{line}</div>
        ))}
      </dd>
    </>
  )
}

function GroupForm(props: {
  readonly person: PersonView
  readonly fields: readonly PersonField[]
  readonly onDone: () => void
  readonly onLeave: () => void
}) {
  const { t } = useTranslation()
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { person, fields } = props
  const {
    draft: { typed, why },
    setDraft,
    set: setBox,
    done: isSaved,
  } = useDraft<{ readonly typed: Readonly<Record<string, Typed>>; readonly why: ReturnType<typeof newWhy> }>(
    {
      typed: Object.fromEntries(fields.map((field) => [field, typedOf(fieldKinds[field], person.data[field])])),
      why: newWhy(session.today),
    },
    fields.join(' '),
  )
  const [tried, setTried] = useState(false)
  const read = fields.map((field) => ({ field, ...readField(field, typed[field] ?? '', session.today, person.data[field]) }))
  const changed = Object.assign({}, ...read.map((one) => (one.ok ? one.set : undefined)))
  const save = async () => {
    setTried(true)
    const said = whyOf(why, session.today)
    const set = PersonPatch.safeParse(changed)
    if (said === null || read.some(({ ok }) => !ok) || !set.success) return
    const personId = PersonId.parse(person.personId)
    const { from, reason, document } = said
    const done = await send({
      to: 'registry',
      command:
        why.mode === 'change'
          ? { type: 'changePerson', personId, seen: person.revision, from, set: set.data, reason, document }
          : { type: 'correctPerson', personId, seen: person.revision, at: person.day, set: set.data, reason: reason ?? '', document },
    })
    if (done === null) return
    isSaved()
    props.onDone()
  }
  return (
    <FormFrame
      does={t(why.mode === 'change' ? 'registry.why.doChange' : 'registry.why.doCorrect')}
      onSave={save}
      isBusy={isBusy}
      trouble={trouble}
      isMain
      onLeave={props.onLeave}
    >
      {fields.map((field) => (
        <FieldBoxes
          key={field}
          field={field}
          typed={typed[field] ?? ''}
          isWrong={tried && read.some((one) => one.field === field && !one.ok)}
          onChange={(value) => setDraft((before) => ({ ...before, typed: { ...before.typed, [field]: value } }))}
        />
      ))}
      <WhyBoxes draft={why} onChange={setBox('why')} tried={tried} day={person.day} />
      {tried && Object.keys(changed).length === 0 && read.every(({ ok }) => ok) && (
        <p className="note">{t('registry.person.nothingNew')}</p>
      )}
    </FormFrame>
  )
}
