// The convocation list as one types or pastes it from a spreadsheet, read back line by line as a table.
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListLine } from '../../people.ts'

/** Names that stand on several lines: one person with several roles, one seat (procedure.md 2.1). */
const merged = (lines: readonly ListLine[]): readonly string[] => {
  const seen = new Map<string, number>()
  for (const line of lines) if (line.row !== undefined) seen.set(line.row.personId, (seen.get(line.row.personId) ?? 0) + 1)
  return lines.flatMap((line) => (line.row !== undefined && (seen.get(line.row.personId) ?? 0) > 1 ? [line.row.name] : []))
}

export function ConvocationList(props: {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly lines: readonly ListLine[]
  readonly mustBeFilled: boolean
}) {
  const { t } = useTranslation()
  const rows = props.lines.flatMap((line) => (line.row === undefined ? [] : [line.row]))
  const bad = props.lines.filter((line) => line.problem !== undefined)
  const people = new Set(rows.map((row) => row.personId))
  const voters = new Set(rows.filter((row) => row.hasVote).map((row) => row.personId))
  const double = [...new Set(merged(props.lines))]
  const error =
    bad.length > 0
      ? t('list.bad', { lines: bad.map((line) => line.lineNo).join(', ') })
      : props.mustBeFilled && rows.length === 0
        ? t('form.missing')
        : undefined
  return (
    <div className="form">
      <Textarea
        label={t('list.label')}
        description={t('list.help')}
        value={props.text}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        rows={8}
        spellCheck={false}
        error={error}
      />
      <p className="sm" role="status">
        {t('list.sum', { people: people.size, voters: voters.size, rows: rows.length })}
      </p>
      {double.length > 0 && <p className="note warn">{t('list.double', { names: double.join(', ') })}</p>}
      {rows.length > 0 && (
        <details>
          <summary>{t('list.preview')}</summary>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('list.name')}</th>
                <th scope="col">{t('list.title')}</th>
                <th scope="col">{t('list.role')}</th>
                <th scope="col">{t('list.vote')}</th>
              </tr>
            </thead>
            <tbody>
              {props.lines.map(
                ({ row, lineNo }) =>
                  row !== undefined && (
                    <tr key={lineNo}>
                      <td>{row.name}</td>
                      <td>{row.title}</td>
                      <td>{row.role}</td>
                      <td>{row.hasVote ? t('list.hasVote') : t('list.noVote')}</td>
                    </tr>
                  ),
              )}
            </tbody>
          </table>
        </details>
      )}
    </div>
  )
}
