// The posts a person holds and held; taking up a post, leaving one, putting one right, taking back one that never was.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId, PostId, TenureId } from '../../../workflows/core/ids.ts'
import type { HeldPost, PersonView } from '../../../workflows/registry/counter.ts'
import { isHeldOn, tenureEnds, tenureForms } from '../../../workflows/registry/tenure.ts'
import { useDesk } from '../../desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, LineBox, TickBox } from '../../parts/form.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { FormFrame } from './form-frame.tsx'
import { PostPicker } from './post-picker.tsx'
import { useRegistryForm } from './use-registry-form.ts'
import { useRegistryWords } from './words.ts'

export function PersonTenures(props: { readonly person: PersonView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { go } = useDesk()
  const [isAdding, setAdding] = useState(false)
  const { person, onDone } = props
  const newestFirst = person.tenures.toSorted((one, other) => (one.data.from < other.data.from ? 1 : -1))
  return (
    <Sheet
      title={t('registry.tenure.title')}
      end={
        !isAdding &&
        person.mergedInto === undefined && (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
            {t('registry.tenure.add')}
          </Button>
        )
      }
    >
      {isAdding && (
        <TenureForm
          personId={person.personId}
          onLeave={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            onDone()
          }}
        />
      )}
      {newestFirst.length === 0 && !isAdding && <p className="pad t2">{t('registry.tenure.none')}</p>}
      <ul className="lines">
        {newestFirst.map((held) => (
          <li key={held.tenureId}>
            <p>
              <b>{held.title}</b> {isHeldOn(held.data, person.day) && <Chip meaning="passed">{t('registry.tenure.now')}</Chip>}
            </p>
            <p>
              <button type="button" className="linkish" onClick={() => go({ at: 'unit', unitId: held.unitId })}>
                {held.unit}
              </button>
              {held.above !== '' && <span className="t2">, {held.above}</span>}
            </p>
            <p className="t2">
              {t(held.data.lastDay === undefined ? 'registry.tenure.since' : 'registry.tenure.between', {
                from: showDay(held.data.from),
                to: held.data.lastDay === undefined ? '' : showDay(held.data.lastDay),
              })}
              {`, ${words.choice('tenureForm', held.data.form)}`}
              {held.data.isConcurrent === true && `, ${t('registry.tenure.concurrent')}`}
              {held.data.endedBy !== undefined && `, ${words.choice('tenureEnd', held.data.endedBy)}`}
              {held.data.document !== undefined && `, ${held.data.document.number}`}
            </p>
            {person.mergedInto === undefined && <TenureActs person={person} held={held} onDone={onDone} />}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function TenureForm(props: { readonly personId: string; readonly onDone: () => void; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { today, draft, set, isSaved, tried, setTried, trouble, isBusy, order } = useRegistryForm((today) => ({
    postId: '',
    from: showDay(today),
    lastDay: '',
    form: 'appointed' as (typeof tenureForms)[number],
    isConcurrent: false,
    document: emptyDocument,
  }))
  const from = parseDay(draft.from, today)
  const lastDay = draft.lastDay.trim() === '' ? undefined : parseDay(draft.lastDay, today)
  const save = async () => {
    setTried(true)
    if (from === null || lastDay === null || draft.postId === '') return
    const document = documentOf(draft.document, today)
    const done = await order({
      type: 'addTenure',
      data: {
        personId: PersonId.parse(props.personId),
        postId: PostId.parse(draft.postId),
        from,
        ...(lastDay !== undefined && { lastDay }),
        form: draft.form,
        ...(draft.isConcurrent && { isConcurrent: true }),
        ...(document !== null && { document }),
      },
    })
    if (done === null) return
    isSaved()
    props.onDone()
  }
  return (
    <FormFrame does={t('registry.tenure.doAdd')} onSave={save} isBusy={isBusy} trouble={trouble} isMain onLeave={props.onLeave}>
      <PostPicker value={draft.postId} onChange={set('postId')} mustBeFilled={tried} />
      <div className="fields">
        <DayBox label={t('registry.tenure.from')} value={draft.from} today={today} onChange={set('from')} mustBeFilled={tried} />
        <DayBox
          label={t('registry.tenure.lastDay')}
          value={draft.lastDay}
          today={today}
          onChange={set('lastDay')}
          help={t('registry.tenure.lastDayHelp')}
        />
      </div>
      <ChoiceBox
        label={t('registry.tenure.form')}
        value={draft.form}
        onChange={set('form')}
        options={tenureForms.map((value) => ({ value, label: words.choice('tenureForm', value) }))}
      />
      <TickBox label={t('registry.tenure.concurrent')} isOn={draft.isConcurrent} onChange={set('isConcurrent')} />
      <DocumentBoxes legend={t('registry.why.document')} value={draft.document} today={today} onChange={set('document')} />
    </FormFrame>
  )
}

function TenureActs(props: { readonly person: PersonView; readonly held: HeldPost; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { held, person } = props
  const { today, draft, set, isSaved, tried, setTried, trouble, isBusy, order } = useRegistryForm(() => ({
    lastDay: held.data.lastDay === undefined ? '' : showDay(held.data.lastDay),
    endedBy: held.data.endedBy ?? ('transferred' as (typeof tenureEnds)[number]),
    reason: '',
    document: emptyDocument,
  }))
  const ids = { tenureId: TenureId.parse(held.tenureId), personId: PersonId.parse(person.personId) }
  const lastDay = parseDay(draft.lastDay, today)
  const document = documentOf(draft.document, today)
  const reason = clean(draft.reason)
  const isOpen = held.data.lastDay === undefined
  const end = async () => {
    setTried(true)
    if (lastDay === null || (!isOpen && reason === '')) return
    const done = await order(
      isOpen
        ? {
            type: 'endTenure',
            ...ids,
            lastDay,
            endedBy: draft.endedBy,
            ...(reason !== '' && { reason }),
            ...(document !== null && { document }),
          }
        : { type: 'correctTenure', ...ids, set: { lastDay, endedBy: draft.endedBy }, reason },
    )
    if (done === null) return
    isSaved()
    props.onDone()
  }
  const withdraw = async () => {
    setTried(true)
    if (reason === '') return
    const done = await order({ type: 'withdrawTenure', ...ids, reason })
    if (done === null) return
    isSaved()
    props.onDone()
  }
  return (
    <details>
      <summary>{t(isOpen ? 'registry.tenure.end' : 'registry.tenure.correct')}</summary>
      <div className="form">
        <div className="fields">
          <DayBox label={t('registry.tenure.lastDay')} value={draft.lastDay} today={today} onChange={set('lastDay')} mustBeFilled={tried} />
          <ChoiceBox
            label={t('registry.tenure.endedBy')}
            value={draft.endedBy}
            onChange={set('endedBy')}
            options={tenureEnds.map((value) => ({ value, label: words.choice('tenureEnd', value) }))}
            width={200}
          />
        </div>
        <LineBox
          label={t('registry.why.reason')}
          value={draft.reason}
          max={500}
          width="100%"
          onChange={set('reason')}
          mustBeFilled={tried && !isOpen}
        />
        {isOpen && <DocumentBoxes legend={t('registry.why.document')} value={draft.document} today={today} onChange={set('document')} />}
        <TroubleBox trouble={trouble} />
        <div className="row">
          <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void end()}>
            {t(isOpen ? 'registry.tenure.doEnd' : 'registry.why.doCorrect')}
          </Button>
          <Button variant="subtle" aria-disabled={isBusy || undefined} onClick={() => void withdraw()}>
            {t('registry.tenure.withdraw')}
          </Button>
        </div>
      </div>
    </details>
  )
}
