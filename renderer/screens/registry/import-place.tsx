// Where the table stands on its sheet: as it was found, or as the clerk points it out over the first rows of the sheet.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TablePlace } from '../../../workflows/registry/import/layout.ts'
import { columnLetters } from '../../../workflows/registry/import/sheet.ts'
import type { RosterSheet } from '../../../workflows/roster.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'
import { ChoiceBox } from '../../parts/form.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'

const tallest = 10
const numbers = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

export function ImportPlace(props: {
  readonly roster: string
  /** Which sheet of the workbook. */
  readonly at: number
  readonly sheet: RosterSheet
  readonly onChange: (sheet: RosterSheet) => void
}) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { roster, at, sheet } = props
  const { headRow, headRows, dataRow, placedBy } = sheet.layout
  const found: TablePlace = { headRow, headRows, dataRow }
  const [place, setPlace] = useState(found)
  const [isOpen, setOpen] = useState(headRows === 0)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isBusy, setBusy] = useState(false)
  const last = Math.min(sheet.rows, sheet.top.length)
  const headAt = (value: string) => {
    const first = Number(value)
    const rows = first === 0 ? 0 : Math.max(1, place.headRows)
    const from = Math.max(0, first - 1)
    setPlace({ headRow: from, headRows: rows, dataRow: Math.max(from + rows, place.dataRow) })
  }
  const tall = (value: string) => {
    const rows = Number(value)
    setPlace({ ...place, headRows: rows, dataRow: Math.max(place.headRow + rows, place.dataRow) })
  }
  const apply = async () => {
    setBusy(true)
    const reply = await askOffice(office, { about: 'rosterLayout', roster, sheet: at, ...place })
    setBusy(false)
    setTrouble(reply.ok ? null : troubleOf(reply))
    if (reply.ok) props.onChange(reply.value)
  }
  const isSame = place.headRow === headRow && place.headRows === headRows && place.dataRow === dataRow
  const isHead = (row: number) => row >= place.headRow && row < place.headRow + place.headRows
  const width = Math.max(1, ...sheet.top.map((row) => row.length))
  return (
    <div className="stack">
      <p className="sm t2" role="status">
        {headRows === 0
          ? t('import.headNone')
          : headRows === 1
            ? t('import.headAtOne', { from: headRow + 1, data: dataRow + 1 })
            : t('import.headAt', { from: headRow + 1, to: headRow + headRows, data: dataRow + 1 })}{' '}
        {placedBy !== undefined && t(`import.placedBy.${placedBy}`)}
      </p>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('import.place')}</summary>
        <div className="form">
          <p className="sm t2">{t('import.placeHelp')}</p>
          <div className="fields">
            <ChoiceBox
              label={t('import.placeHead')}
              value={String(place.headRows === 0 ? 0 : place.headRow + 1)}
              isList
              onChange={headAt}
              options={[
                { value: '0', label: t('import.placeNoHead') },
                ...numbers(1, last).map((row) => ({ value: String(row), label: t('import.placeRow', { row }) })),
              ]}
            />
            {place.headRows > 0 && (
              <ChoiceBox
                label={t('import.placeTall')}
                value={String(place.headRows)}
                isList
                onChange={tall}
                options={numbers(1, tallest).map((rows) => ({ value: String(rows), label: t('import.placeRows', { count: rows }) }))}
              />
            )}
            <ChoiceBox
              label={t('import.placeData')}
              value={String(place.dataRow + 1)}
              isList
              onChange={(value) => setPlace({ ...place, dataRow: Number(value) - 1 })}
              options={numbers(place.headRow + place.headRows + 1, Math.min(sheet.rows, place.headRow + place.headRows + last + 1)).map(
                (row) => ({
                  value: String(row),
                  label: t('import.placeRow', { row }),
                }),
              )}
            />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <section className="imp-top" tabIndex={0} aria-label={t('import.placeTop')}>
            <table className="table narrow">
              <thead>
                <tr>
                  <th>{t('import.row')}</th>
                  {numbers(0, width - 1).map((column) => (
                    <th key={column}>{columnLetters(column)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sheet.top.map((cells, row) => (
                  <tr key={numbers(row, row).join()} className={isHead(row) ? 'imp-head' : row < place.dataRow ? 't2' : undefined}>
                    <th scope="row">
                      {row + 1}
                      {row === place.dataRow && ` ${t('import.placeFirst')}`}
                    </th>
                    {numbers(0, width - 1).map((column) => (
                      <td key={column}>{cells[column] ?? ''}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <TroubleBox trouble={trouble} />
          <div>
            <Button variant="default" aria-disabled={isBusy || isSame || undefined} onClick={() => !isBusy && !isSame && void apply()}>
              {t('import.placeDo')}
            </Button>
          </div>
        </div>
      </details>
    </div>
  )
}
