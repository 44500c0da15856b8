// What each column of the file is: its head, its first cells, what it was taken for and why; the clerk's word stands above all of it.
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formOf, importFields, isImportField } from '../../../workflows/registry/import/fields.ts'
import type { Column } from '../../../workflows/registry/import/layout.ts'
import type { ImportPlan } from '../../../workflows/registry/import/plan.ts'
import { columnLetters } from '../../../workflows/registry/import/sheet.ts'
import type { RosterAnswers, RosterSheet } from '../../../workflows/roster.ts'
import { importFieldName } from '../../../workflows/wording/import-fields.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice } from '../../orders.ts'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'

const meanings: Readonly<Record<NonNullable<Column['confidence']>, ChipMeaning>> = { sure: 'passed', likely: 'ink', doubtful: 'warn' }
type Planned = ImportPlan['columns'][number]

export function ImportColumns(props: {
  readonly roster: string
  readonly sheet: RosterSheet
  readonly plan: ImportPlan
  readonly onChange: (plan: ImportPlan) => void
}) {
  const { t } = useTranslation()
  const { sheet, plan, onChange } = props
  const set = (column: number, next: Planned | null) => {
    const others = plan.columns.filter((one) => one.column !== column)
    onChange({ ...plan, columns: next === null ? others : [...others, next].sort((a, b) => a.column - b.column) })
  }
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{t('import.column')}</th>
          <th>{t('import.head')}</th>
          <th>{t('import.samples')}</th>
          <th>{t('import.field')}</th>
          <th>{t('import.confidence')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.layout.columns.map((column) => (
          <ColumnRow
            key={column.column}
            roster={props.roster}
            sheet={plan.sheet}
            column={column}
            planned={plan.columns.find((one) => one.column === column.column)}
            onChange={(next) => set(column.column, next)}
          />
        ))}
      </tbody>
    </table>
  )
}

function ColumnRow(props: {
  readonly roster: string
  readonly sheet: number
  readonly column: Column
  readonly planned: Planned | undefined
  readonly onChange: (planned: Planned | null) => void
}) {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const { column, planned, onChange } = props
  const letters = columnLetters(column.column)
  const isOwn = planned?.field !== column.field
  const choose = (value: string) => {
    if (!isImportField(value)) return onChange(null)
    onChange({ column: column.column, field: value, ...(planned?.encoding !== undefined && { encoding: planned.encoding }) })
  }
  return (
    <tr>
      <th scope="row">{letters}</th>
      <td>
        {column.head.join(' › ')}
        {column.isHidden && <span className="sm t2"> ({t('import.hiddenColumn')})</span>}
      </td>
      <td className="sm">{column.samples.slice(0, 3).join(' · ')}</td>
      <td>
        <NativeSelect
          aria-label={t('import.fieldOf', { column: letters })}
          value={planned?.field ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('import.notImported') },
            ...importFields.map((field) => ({ value: field as string, label: importFieldName(field, language) })),
          ]}
        />
        {planned !== undefined && column.encoding !== undefined && (
          <Encoding {...props} letters={letters} encoding={column.encoding} planned={planned} />
        )}
        {planned !== undefined && formOf(planned.field) === 'date' && (
          <NativeSelect
            aria-label={t('import.dateOrder', { column: letters })}
            size="xs"
            value={planned.dateOrder ?? ''}
            onChange={(event) => {
              const { dateOrder: _, ...rest } = planned
              const chosen = event.currentTarget.value
              onChange(chosen === 'dayFirst' || chosen === 'monthFirst' ? { ...rest, dateOrder: chosen } : rest)
            }}
            data={[
              { value: '', label: t('import.dateOrderNone') },
              { value: 'dayFirst', label: t('import.dayFirst') },
              { value: 'monthFirst', label: t('import.monthFirst') },
            ]}
          />
        )}
      </td>
      <td>
        {planned !== undefined && isOwn && <Chip meaning="ink">{t('import.by.clerk')}</Chip>}
        {planned !== undefined && !isOwn && column.confidence !== undefined && column.by !== undefined && (
          <Chip meaning={meanings[column.confidence]}>
            {t(`import.${column.confidence}`)}, {t(`import.by.${column.by}`)}
          </Chip>
        )}
      </td>
    </tr>
  )
}

/** Converted only after somebody saw what becomes of it. */
function Encoding(props: {
  readonly roster: string
  readonly sheet: number
  readonly column: Column
  readonly letters: string
  readonly encoding: NonNullable<Column['encoding']>
  readonly planned: Planned
  readonly onChange: (planned: Planned) => void
}) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { roster, sheet, column, encoding, planned, onChange } = props
  const [sample, setSample] = useState<RosterAnswers['rosterSample'] | null>(null)
  const name = t(`import.encoding.${encoding}`)
  const look = async () => {
    const reply = await askOffice(office, { about: 'rosterSample', roster, sheet, column: column.column, encoding })
    if (reply.ok) setSample(reply.value)
  }
  const answer = (chosen: NonNullable<Planned['encoding']>) => onChange({ ...planned, encoding: chosen })
  return (
    <div className="note warn stack">
      <p className="sm">
        {planned.encoding === undefined
          ? t('import.encodingAsk', { encoding: name })
          : planned.encoding === 'asIs'
            ? t('import.encodingKept')
            : t('import.encodingChosen', { encoding: name })}
      </p>
      {sample === null ? (
        <Button variant="default" size="compact-sm" onClick={() => void look()}>
          {t('import.encodingSample')}
        </Button>
      ) : (
        <>
          <table className="table narrow">
            <thead>
              <tr>
                <th>{t('import.encodingBefore')}</th>
                <th>{t('import.encodingAfter')}</th>
              </tr>
            </thead>
            <tbody>
              {sample.map(({ before, after }) => (
                <tr key={before}>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="row">
            <Button size="compact-sm" variant="default" onClick={() => answer(encoding)}>
              {t('import.encodingYes')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => answer('asIs')}>
              {t('import.encodingNo')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
