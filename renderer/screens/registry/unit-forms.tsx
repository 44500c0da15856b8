// What is said of a unit: a new one, a new name, a post in it, and what becomes of units when they are abolished, merged or split.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UnitId } from '../../../workflows/core/ids.ts'
import type { UnitView } from '../../../workflows/registry/counter.ts'
import { managingLevels, postGroups, reorganisations, type UnitData, unitKinds, unitLevels } from '../../../workflows/registry/unit.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, LineBox, TickBox } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { FormFrame } from './form-frame.tsx'
import { UnitPicker } from './post-picker.tsx'
import { newWhy, WhyBoxes, whyOf } from './why-boxes.tsx'
import { useRegistryWords } from './words.ts'

export function NewUnitForm(props: { readonly parentId?: string; readonly onDone: (unitId: string | undefined) => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [tried, setTried] = useState(false)
  const {
    draft,
    set,
    done: isSaved,
  } = useDraft({
    name: '',
    level: 'department' as (typeof unitLevels)[number],
    kind: 'government' as (typeof unitKinds)[number],
    code: '',
    from: showDay(session.today),
  })
  const save = async () => {
    setTried(true)
    const from = parseDay(draft.from, session.today)
    const name = clean(draft.name)
    if (from === null || name === '') return
    const data: UnitData = {
      name,
      level: draft.level,
      kind: draft.kind,
      ...(props.parentId !== undefined && { parentId: UnitId.parse(props.parentId) }),
      ...(clean(draft.code) !== '' && { code: clean(draft.code) }),
    }
    const done = await send({ to: 'registry', command: { type: 'addUnit', from, data } })
    if (done === null) return
    isSaved()
    props.onDone(done.registry?.made[0])
  }
  return (
    <FormFrame does={t('registry.unit.doAdd')} onSave={save} isBusy={isBusy} trouble={trouble} isMain>
      <LineBox label={t('registry.unit.name')} value={draft.name} onChange={set('name')} mustBeFilled={tried} width={380} />
      <div className="fields">
        <ChoiceBox
          label={t('registry.unit.level')}
          value={draft.level}
          onChange={set('level')}
          options={unitLevels.map((value) => ({ value, label: words.choice('unitLevel', value) }))}
          width={220}
        />
        <ChoiceBox
          label={t('registry.unit.kind')}
          value={draft.kind}
          onChange={set('kind')}
          options={unitKinds.map((value) => ({ value, label: words.choice('unitKind', value) }))}
          width={220}
        />
        <LineBox label={t('registry.unit.code')} value={draft.code} max={40} width={120} onChange={set('code')} />
        <DayBox label={t('registry.unit.from')} value={draft.from} today={session.today} onChange={set('from')} mustBeFilled={tried} />
      </div>
    </FormFrame>
  )
}

/** A new name from a day on, or a name that was typed wrong. The unit stays itself. */
export function RenameForm(props: { readonly unit: UnitView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const {
    draft: { name, why },
    set,
    done: isSaved,
  } = useDraft({ name: props.unit.data?.name ?? '', why: newWhy(session.today) }, 'rename')
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    const said = whyOf(why, session.today)
    if (said === null || clean(name) === '') return
    const unitId = UnitId.parse(props.unit.unitId)
    const { from, reason, document } = said
    const renamed = { name: clean(name) }
    const seen = props.unit.revision
    const done = await send({
      to: 'registry',
      command:
        why.mode === 'change'
          ? { type: 'changeUnit', unitId, seen, from, set: renamed, reason, document }
          : { type: 'correctUnit', unitId, seen, at: props.unit.day, set: renamed, reason: reason ?? '' },
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
    >
      <LineBox label={t('registry.unit.newName')} value={name} onChange={set('name')} mustBeFilled={tried} width={380} />
      <WhyBoxes draft={why} onChange={set('why')} tried={tried} day={props.unit.day} />
    </FormFrame>
  )
}

export function NewPostForm(props: { readonly unitId: string; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [tried, setTried] = useState(false)
  const {
    draft,
    set,
    done: isSaved,
  } = useDraft({
    title: '',
    group: 'other' as (typeof postGroups)[number],
    managedBy: '' as '' | (typeof managingLevels)[number],
    isHead: false,
    isKey: false,
    from: showDay(session.today),
  })
  const save = async () => {
    setTried(true)
    const from = parseDay(draft.from, session.today)
    const title = clean(draft.title)
    if (from === null || title === '') return
    const done = await send({
      to: 'registry',
      command: {
        type: 'addPost',
        from,
        data: {
          unitId: UnitId.parse(props.unitId),
          title,
          group: draft.group,
          ...(draft.managedBy !== '' && { managedBy: draft.managedBy }),
          ...(draft.isHead && { isHead: true }),
          ...(draft.isKey && { isKey: true }),
        },
      },
    })
    if (done === null) return
    isSaved()
    props.onDone()
  }
  return (
    <FormFrame does={t('registry.post.doAdd')} onSave={save} isBusy={isBusy} trouble={trouble}>
      <LineBox label={t('registry.post.title')} value={draft.title} onChange={set('title')} mustBeFilled={tried} width={380} />
      <div className="fields">
        <ChoiceBox
          label={t('registry.post.group')}
          value={draft.group}
          onChange={set('group')}
          options={postGroups.map((value) => ({ value, label: words.choice('postGroup', value) }))}
          width={260}
        />
        <ChoiceBox
          label={t('registry.post.managedBy')}
          value={draft.managedBy}
          onChange={set('managedBy')}
          options={[{ value: '', label: '' }, ...managingLevels.map((value) => ({ value, label: words.choice('managedBy', value) }))]}
          isList
          width={260}
        />
        <DayBox label={t('registry.post.from')} value={draft.from} today={session.today} onChange={set('from')} mustBeFilled={tried} />
      </div>
      <div className="row">
        <TickBox label={t('registry.post.isHead')} isOn={draft.isHead} onChange={set('isHead')} />
        <TickBox label={t('registry.post.isKey')} isOn={draft.isKey} onChange={set('isKey')} />
      </div>
    </FormFrame>
  )
}

type Heir = { readonly key: number; readonly unitId: string; readonly name: string }
let heirs = 0

export function ReorganiseForm(props: { readonly unit: UnitView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [tried, setTried] = useState(false)
  const {
    draft,
    set,
    done: isSaved,
  } = useDraft({
    kind: 'merged' as (typeof reorganisations)[number],
    on: '',
    others: [] as readonly string[],
    successors: [] as readonly Heir[],
    endTenures: true,
    document: emptyDocument,
  })
  const { unit } = props
  const data = unit.data
  if (data === undefined) return null
  const on = parseDay(draft.on, session.today)
  const document = documentOf(draft.document, session.today)
  const named = draft.successors.filter(({ unitId, name }) => unitId !== '' || clean(name) !== '')
  const save = async () => {
    setTried(true)
    if (on === null || document === null) return
    const done = await send({
      to: 'registry',
      command: {
        type: 'reorganiseUnits',
        kind: draft.kind,
        on,
        before: [unit.unitId, ...draft.others].map((id) => UnitId.parse(id)),
        successors: named.map(({ unitId, name }) =>
          unitId !== ''
            ? { unitId: UnitId.parse(unitId) }
            : {
                data: {
                  name: clean(name),
                  level: data.level,
                  kind: data.kind,
                  ...(data.parentId !== undefined && { parentId: data.parentId }),
                },
              },
        ),
        endTenures: draft.endTenures,
        document,
      },
    })
    if (done === null) return
    isSaved()
    props.onDone()
  }
  const changeHeir = (key: number, change: Partial<Heir>) =>
    set('successors')(draft.successors.map((one) => (one.key === key ? { ...one, ...change } : one)))
  return (
    <FormFrame does={t('registry.reorganise.do')} onSave={save} isBusy={isBusy} trouble={trouble} isMain>
      <ChoiceBox
        label={t('registry.reorganise.kind')}
        value={draft.kind}
        onChange={set('kind')}
        options={reorganisations.map((value) => ({ value, label: words.choice('reorganisation', value) }))}
      />
      <DayBox
        label={t('registry.reorganise.on')}
        value={draft.on}
        today={session.today}
        onChange={set('on')}
        mustBeFilled={tried}
        help={t('registry.reorganise.onHelp')}
      />
      {draft.kind === 'merged' && (
        <fieldset className="plain">
          <legend>{t('registry.reorganise.with')}</legend>
          {draft.others.map((unitId, index) => (
            <UnitPicker
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end
              key={index}
              label={t('registry.unit.one')}
              value={unitId}
              onChange={(chosen) => set('others')(draft.others.map((one, at) => (at === index ? chosen : one)))}
            />
          ))}
          <Button variant="default" size="compact-sm" onClick={() => set('others')([...draft.others, ''])}>
            {t('registry.reorganise.addOther')}
          </Button>
        </fieldset>
      )}
      <fieldset className="plain">
        <legend>{t('registry.reorganise.successors')}</legend>
        {draft.successors.map((heir) => (
          <div key={heir.key} className="typed-row">
            <LineBox
              label={t('registry.reorganise.newName')}
              value={heir.name}
              onChange={(name) => changeHeir(heir.key, { name })}
              width={320}
            />
            {clean(heir.name) === '' && (
              <UnitPicker
                label={t('registry.reorganise.orUnit')}
                value={heir.unitId}
                onChange={(unitId) => changeHeir(heir.key, { unitId })}
              />
            )}
          </div>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => set('successors')([...draft.successors, { key: ++heirs, unitId: '', name: '' }])}
        >
          {t('registry.reorganise.addSuccessor')}
        </Button>
      </fieldset>
      <TickBox label={t('registry.reorganise.endTenures')} isOn={draft.endTenures} onChange={set('endTenures')} />
      <DocumentBoxes
        legend={t('registry.why.document')}
        value={draft.document}
        today={session.today}
        onChange={set('document')}
        mustBeFilled={tried}
      />
    </FormFrame>
  )
}
