// The tree of units as of the day: opened branch by branch, each asked for when it is opened.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../desk.tsx'
import { NewUnitForm } from './unit-forms.tsx'
import { formerlyWords, useUnits } from './use-units.ts'

export function UnitTree(props: { readonly chosen: string | undefined; readonly onChoose: (unitId: string | undefined) => void }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const [typed, setTyped] = useState('')
  const { chosen, onChoose } = props
  return (
    <section className="sheet unit-tree" aria-label={t('registry.units.list')}>
      <div className="shead">
        <h2>{t('registry.units.list')}</h2>
      </div>
      <div className="pad">
        <TextInput
          aria-label={t('registry.units.search')}
          placeholder={t('registry.units.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={200}
        />
      </div>
      <div className="tree-scroll">
        <ul className="acts">
          <li>
            <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
              {t('registry.units.everybody')}
            </button>
          </li>
        </ul>
        <Branch parentId={undefined} search={typed.trim()} depth={0} chosen={chosen} onChoose={onChoose} />
      </div>
      <div className="pad">
        {chosen === undefined ? (
          <details>
            <summary>{t('registry.unit.addTop')}</summary>
            <NewUnitForm onDone={(unitId) => unitId !== undefined && go({ at: 'unit', unitId })} />
          </details>
        ) : (
          <button type="button" className="linkish" onClick={() => go({ at: 'unit', unitId: chosen })}>
            {t('registry.units.open')}
          </button>
        )}
      </div>
    </section>
  )
}

type BranchProps = {
  readonly parentId: string | undefined
  readonly search: string
  readonly depth: number
  readonly chosen: string | undefined
  readonly onChoose: (unitId: string | undefined) => void
}

function Branch({ parentId, search, depth, chosen, onChoose }: BranchProps) {
  const { t } = useTranslation()
  const units = useUnits(parentId, search)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (unitId: string) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(unitId)) next.add(unitId)
      return next
    })
  if (units === null) return null
  if (units.length === 0 && depth === 0)
    return <p className="pad t2">{t(search === '' ? 'registry.units.none' : 'registry.units.notFound')}</p>
  return (
    <ul className="acts">
      {units.map((unit) => {
        const isOpen = open.has(unit.unitId)
        return (
          <li key={unit.unitId}>
            <div className="row tree-line" style={{ paddingLeft: `${depth}rem` }}>
              {unit.below > 0 && search === '' ? (
                <button
                  type="button"
                  className="twist"
                  aria-expanded={isOpen}
                  aria-label={t(isOpen ? 'registry.units.close' : 'registry.units.expand', { unit: unit.name })}
                  onClick={() => toggle(unit.unitId)}
                >
                  {isOpen ? '−' : '+'}
                </button>
              ) : (
                <span className="twist" />
              )}
              <button type="button" aria-pressed={chosen === unit.unitId} onClick={() => onChoose(unit.unitId)}>
                <span>
                  {unit.name}
                  {unit.path !== undefined && unit.path !== '' && <small className="t2"> {unit.path}</small>}
                  {unit.formerly !== undefined && <small className="t2"> {formerlyWords(t, unit.formerly)}</small>}
                </span>
              </button>
            </div>
            {isOpen && search === '' && <Branch parentId={unit.unitId} search="" depth={depth + 1} chosen={chosen} onChoose={onChoose} />}
          </li>
        )
      })}
    </ul>
  )
}
