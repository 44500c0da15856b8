// A unit of another name, under another unit, of another level or kind, with another code: from a day on, or put right. The unit stays itself.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitView } from '../../../workflows/registry/counter.ts'
import type { UnitData } from '../../../workflows/registry/unit.ts'
import { useDesk } from '../../desk.tsx'
import { ChoiceBox, clean, LineBox } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { FormFrame } from './form-frame.tsx'
import { UnitPicker } from './post-picker.tsx'
import { NatureBoxes } from './unit-boxes.tsx'
import { useUnitEdit } from './use-unit-edit.ts'
import { newWhy, WhyBoxes } from './why-boxes.tsx'

type Props = { readonly unit: UnitView; readonly data: UnitData; readonly onDone: () => void }

/** A new name from a day on, or a name that was typed wrong. The unit stays itself. */
export function RenameForm({ unit, onDone }: Omit<Props, 'data'>) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { save, trouble, isBusy } = useUnitEdit({ unit, onDone })
  const {
    draft: { name, why },
    set,
    done,
  } = useDraft({ name: unit.data?.name ?? '', why: newWhy(session.today) }, 'rename')
  const [tried, setTried] = useState(false)
  const rename = async () => {
    setTried(true)
    if (clean(name) !== '' && (await save({ name: clean(name) }, why))) done()
  }
  return (
    <FormFrame
      does={t(why.mode === 'change' ? 'registry.why.doChange' : 'registry.why.doCorrect')}
      onSave={rename}
      isBusy={isBusy}
      trouble={trouble}
    >
      <LineBox label={t('registry.unit.newName')} value={name} onChange={set('name')} mustBeFilled={tried} width={380} />
      <WhyBoxes draft={why} onChange={set('why')} tried={tried} day={unit.day} />
    </FormFrame>
  )
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
        <NatureBoxes
          level={draft.level}
          kind={draft.kind}
          code={draft.code}
          onLevel={set('level')}
          onKind={set('kind')}
          onCode={set('code')}
        />
      </div>
      <WhyBoxes draft={draft.why} onChange={set('why')} tried={tried} day={unit.day} />
      {tried && Object.keys(changed).length === 0 && <p className="note">{t('registryPost.nothingNew')}</p>}
    </FormFrame>
  )
}
