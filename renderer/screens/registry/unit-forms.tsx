// A new unit, and what becomes of units when they are abolished, merged or split.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { UnitId } from '../../../workflows/core/ids.ts'
import type { UnitView } from '../../../workflows/registry/counter.ts'
import { reorganisations, type UnitData, type unitKinds, type unitLevels } from '../../../workflows/registry/unit.ts'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, LineBox, TickBox } from '../../parts/form.tsx'
import { FormFrame } from './form-frame.tsx'
import { UnitPicker } from './post-picker.tsx'
import { NatureBoxes } from './unit-boxes.tsx'
import { useRegistryForm } from './use-registry-form.ts'
import { useRegistryWords } from './words.ts'

export function NewUnitForm(props: { readonly parentId?: string; readonly onDone: (unitId: string | undefined) => void }) {
  const { t } = useTranslation()
  const { today, draft, set, isSaved, tried, setTried, trouble, isBusy, order } = useRegistryForm((today) => ({
    name: '',
    level: 'department' as (typeof unitLevels)[number],
    kind: 'government' as (typeof unitKinds)[number],
    code: '',
    from: showDay(today),
  }))
  const save = async () => {
    setTried(true)
    const from = parseDay(draft.from, today)
    const name = clean(draft.name)
    if (from === null || name === '') return
    const data: UnitData = {
      name,
      level: draft.level,
      kind: draft.kind,
      ...(props.parentId !== undefined && { parentId: UnitId.parse(props.parentId) }),
      ...(clean(draft.code) !== '' && { code: clean(draft.code) }),
    }
    const done = await order({ type: 'addUnit', from, data })
    if (done === null) return
    isSaved()
    props.onDone(done.registry?.made[0])
  }
  return (
    <FormFrame does={t('registry.unit.doAdd')} onSave={save} isBusy={isBusy} trouble={trouble} isMain>
      <LineBox label={t('registry.unit.name')} value={draft.name} onChange={set('name')} mustBeFilled={tried} width={380} />
      <div className="fields">
        <NatureBoxes
          level={draft.level}
          kind={draft.kind}
          code={draft.code}
          onLevel={set('level')}
          onKind={set('kind')}
          onCode={set('code')}
        />
        <DayBox label={t('registry.unit.from')} value={draft.from} today={today} onChange={set('from')} mustBeFilled={tried} />
      </div>
    </FormFrame>
  )
}

type Heir = { readonly key: number; readonly unitId: string; readonly name: string }
let heirs = 0

export function ReorganiseForm(props: { readonly unit: UnitView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { today, draft, set, isSaved, tried, setTried, trouble, isBusy, order } = useRegistryForm(() => ({
    kind: 'merged' as (typeof reorganisations)[number],
    on: '',
    others: [] as readonly string[],
    successors: [] as readonly Heir[],
    endTenures: true,
    document: emptyDocument,
  }))
  const { unit } = props
  const data = unit.data
  if (data === undefined) return null
  const on = parseDay(draft.on, today)
  const document = documentOf(draft.document, today)
  const named = draft.successors.filter(({ unitId, name }) => unitId !== '' || clean(name) !== '')
  const save = async () => {
    setTried(true)
    if (on === null || document === null) return
    const done = await order({
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
        today={today}
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
        today={today}
        onChange={set('document')}
        mustBeFilled={tried}
      />
    </FormFrame>
  )
}
