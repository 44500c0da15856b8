// A unit under another unit, of another level or kind, with another code: from a day on, or put right. The unit stays itself.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UnitId } from '../../../workflows/core/ids.ts'
import type { UnitView } from '../../../workflows/registry/counter.ts'
import { type UnitData, UnitPatch, unitKinds, unitLevels } from '../../../workflows/registry/unit.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { ChoiceBox, clean, LineBox } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { FormFrame } from './form-frame.tsx'
import { UnitPicker } from './post-picker.tsx'
import { newWhy, WhyBoxes, whyOf } from './why-boxes.tsx'
import { useRegistryWords } from './words.ts'

type Props = { readonly unit: UnitView; readonly data: UnitData; readonly onDone: () => void }

/** Orders to the unit: a change from a day, or a correction of what is looked at. */
function useUnitEdit({ unit, onDone }: Omit<Props, 'data'>) {
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  return {
    trouble,
    isBusy,
    async save(set: unknown, why: ReturnType<typeof newWhy>): Promise<boolean> {
      const said = whyOf(why, session.today)
      const patch = UnitPatch.safeParse(set)
      if (said === null || !patch.success) return false
      const { from, reason, document } = said
      const [unitId, seen] = [UnitId.parse(unit.unitId), unit.revision]
      const done = await send({
        to: 'registry',
        command:
          why.mode === 'change'
            ? { type: 'changeUnit', unitId, seen, from, set: patch.data, reason, document }
            : { type: 'correctUnit', unitId, seen, at: unit.day, set: patch.data, reason: reason ?? '' },
      })
      if (done === null) return false
      onDone()
      return true
    },
  }
}

export function MoveForm({ unit, data, onDone }: Props) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { save, trouble, isBusy } = useUnitEdit({ unit, onDone })
  const { draft, set, done } = useDraft({ parentId: data.parentId ?? '', isTop: false, why: newWhy(session.today) }, 'move')
  const [tried, setTried] = useState(false)
  const move = async () => {
    setTried(true)
    if (!draft.isTop && draft.parentId === '') return
    if (await save({ parentId: draft.isTop ? null : draft.parentId }, draft.why)) done()
  }
  return (
    <FormFrame does={t('registryUnit.doMove')} onSave={move} isBusy={isBusy} trouble={trouble}>
      <p className="t2">{t('registryUnit.moveHelp')}</p>
      <ChoiceBox
        label={t('registryUnit.where')}
        value={draft.isTop ? 'top' : 'under'}
        onChange={(where) => set('isTop')(where === 'top')}
        options={[
          { value: 'under', label: t('registryUnit.under') },
          { value: 'top', label: t('registryUnit.top') },
        ]}
      />
      {!draft.isTop && (
        <UnitPicker label={t('registryUnit.above')} value={draft.parentId} onChange={set('parentId')} mustBeFilled={tried} />
      )}
      <WhyBoxes draft={draft.why} onChange={set('why')} tried={tried} day={unit.day} />
    </FormFrame>
  )
}

export function NatureForm({ unit, data, onDone }: Props) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { session } = useDesk()
  const { save, trouble, isBusy } = useUnitEdit({ unit, onDone })
  const { draft, set, done } = useDraft({ level: data.level, kind: data.kind, code: data.code ?? '', why: newWhy(session.today) }, 'nature')
  const [tried, setTried] = useState(false)
  const code = clean(draft.code)
  const changed = {
    ...(draft.level !== data.level && { level: draft.level }),
    ...(draft.kind !== data.kind && { kind: draft.kind }),
    ...(code !== (data.code ?? '') && { code: code === '' ? null : code }),
  }
  const change = async () => {
    setTried(true)
    if (await save(changed, draft.why)) done()
  }
  return (
    <FormFrame
      does={t(draft.why.mode === 'change' ? 'registry.why.doChange' : 'registry.why.doCorrect')}
      onSave={change}
      isBusy={isBusy}
      trouble={trouble}
    >
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
      </div>
      <WhyBoxes draft={draft.why} onChange={set('why')} tried={tried} day={unit.day} />
      {tried && Object.keys(changed).length === 0 && <p className="note">{t('registryPost.nothingNew')}</p>}
    </FormFrame>
  )
}
