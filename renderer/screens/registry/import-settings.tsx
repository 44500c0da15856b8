// The answers a roster leaves open: the day it speaks of, what becomes of people on record, zeros in front, units it names.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportField } from '../../../workflows/registry/import/fields.ts'
import type { ImportPlan } from '../../../workflows/registry/import/plan.ts'
import { unitKinds, unitLevels } from '../../../workflows/registry/unit.ts'
import type { RosterSheet } from '../../../workflows/roster.ts'
import { useDesk } from '../../desk.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, TickBox } from '../../parts/form.tsx'
import { ImportBody } from './import-body.tsx'

const ofUnits: ReadonlySet<ImportField> = new Set(['unit', 'post', 'partyPost', 'unionPost'])

export function ImportSettings(props: {
  readonly sheet: RosterSheet
  readonly plan: ImportPlan
  readonly onChange: (plan: ImportPlan) => void
}) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { plan, onChange, sheet } = props
  const [asOf, setAsOf] = useState(showDay(plan.asOf))
  const [undated, setUndated] = useState('')
  const hasPosts = plan.columns.some(({ field }) => field === 'post')
  const namesUnits = plan.groupsAreUnits || plan.columns.some(({ field }) => ofUnits.has(field))
  const takeAsOf = (text: string) => {
    setAsOf(text)
    const day = parseDay(text, session.today)
    if (day !== null && day !== plan.asOf) onChange({ ...plan, asOf: day })
  }
  const takeUndated = (text: string) => {
    setUndated(text)
    const day = parseDay(text, session.today)
    const { undatedPostsFrom: _, ...rest } = plan
    onChange(day === null ? rest : { ...rest, undatedPostsFrom: day })
  }
  const takeBody = (unitId: ImportPlan['rosterOf']) => {
    const { rosterOf: _, ...rest } = plan
    onChange(unitId === undefined ? rest : { ...rest, rosterOf: unitId })
  }
  const makeUnits = (isOn: boolean) => {
    const { newUnits: _, ...rest } = plan
    onChange(isOn ? { ...rest, newUnits: { level: 'division', kind: 'government' } } : rest)
  }
  return (
    <div className="pad form">
      <h3>{t('import.answers')}</h3>
      <DayBox
        label={t('import.asOf')}
        value={asOf}
        today={session.today}
        onChange={takeAsOf}
        help={t('import.asOfHelp')}
        mustBeFilled
        wordsRunOn
      />
      <ChoiceBox
        label={t('import.updates')}
        value={plan.updates}
        onChange={(updates) => onChange({ ...plan, updates })}
        options={[
          { value: 'all', label: t('import.updatesAll') },
          { value: 'onlyMissing', label: t('import.updatesMissing') },
          { value: 'none', label: t('import.updatesNone') },
        ]}
      />
      <TickBox
        label={t('import.padsZeros')}
        help={t('import.padsZerosHelp')}
        isOn={plan.padsZeros}
        onChange={(padsZeros) => onChange({ ...plan, padsZeros })}
      />
      <TickBox label={t('import.groups')} isOn={plan.groupsAreUnits} onChange={(groupsAreUnits) => onChange({ ...plan, groupsAreUnits })} />
      {sheet.hiddenRows > 0 && (
        <TickBox
          label={t('import.skipHidden')}
          isOn={plan.skipsHiddenRows}
          onChange={(skipsHiddenRows) => onChange({ ...plan, skipsHiddenRows })}
        />
      )}
      <TickBox
        label={t('import.sameNames')}
        help={t('import.sameNamesHelp')}
        isOn={plan.sameNames === true}
        onChange={(sameNames) => onChange({ ...plan, sameNames })}
      />
      {namesUnits && <ImportBody value={plan.rosterOf} onChange={takeBody} />}
      {hasPosts && (
        <>
          <TickBox
            label={t(plan.rosterOf === undefined ? 'import.makeUnits' : 'import.makeUnitsIn')}
            isOn={plan.newUnits !== undefined}
            onChange={makeUnits}
          />
          {plan.newUnits !== undefined && (
            <div className="fields">
              <ChoiceBox
                label={t('import.unitLevel')}
                value={plan.newUnits.level}
                isList
                onChange={(level) => plan.newUnits !== undefined && onChange({ ...plan, newUnits: { ...plan.newUnits, level } })}
                options={unitLevels.map((value) => ({ value, label: t(`import.level.${value}`) }))}
              />
              <ChoiceBox
                label={t('import.unitKind')}
                value={plan.newUnits.kind}
                isList
                onChange={(kind) => plan.newUnits !== undefined && onChange({ ...plan, newUnits: { ...plan.newUnits, kind } })}
                options={unitKinds.map((value) => ({ value, label: t(`import.kind.${value}`) }))}
              />
            </div>
          )}
          <DayBox
            label={t('import.undated')}
            value={undated}
            today={session.today}
            onChange={takeUndated}
            help={t('import.undatedHelp')}
            wordsRunOn
          />
        </>
      )}
    </div>
  )
}
