// The account of a dry run: sums that are also filters, then row by row what becomes of it and why.
import { Button } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowKind } from '../../../workflows/registry/import/account.ts'
import type { RowDecision } from '../../../workflows/registry/import/plan.ts'
import { columnLetters } from '../../../workflows/registry/import/sheet.ts'
import type { RosterAccountView, RosterRow } from '../../../workflows/roster.ts'
import { importFieldName } from '../../../workflows/wording/import-fields.ts'
import { partialDate, recordFieldName, recordValue } from '../../../workflows/wording/record-values.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'
import { showDay } from '../../parts/dates.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useWording } from '../../wording.ts'
import { bodyWords } from './import-body.tsx'
import { RowWho } from './import-who.tsx'

const kinds = ['refused', 'changed', 'new', 'unchanged', 'skipped'] as const
const meanings: Readonly<Record<RowKind, ChipMeaning>> = {
  new: 'passed',
  changed: 'carried',
  unchanged: 'ink',
  refused: 'wrong',
  skipped: 'plain',
}
type Filter = RowKind | 'left' | 'open' | 'all'
const page = 100

export function ImportAccountSheet(props: {
  readonly roster: string
  readonly account: RosterAccountView
  /** Of the rows of this sheet; those the account was made with are in it already. */
  readonly decisions: readonly RowDecision[]
  readonly onDecide: (row: number, decision: RowDecision | null) => void
  readonly children: ReactNode
}) {
  const { t, i18n } = useTranslation()
  const { office } = useDesk()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const { totals, newUnits, questions, outside, body } = props.account
  const [filter, setFilter] = useState<Filter>(totals.open > 0 ? 'open' : totals.refused > 0 ? 'refused' : 'all')
  const [found, setFound] = useState(0)
  const [rows, setRows] = useState<readonly RosterRow[]>([])
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const { roster } = props
  const load = useCallback(
    async (from: number) => {
      const reply = await askOffice(office, { about: 'rosterRows', roster, kinds: filter === 'all' ? [] : [filter], from, count: page })
      setTrouble(reply.ok ? null : troubleOf(reply))
      if (!reply.ok) return
      setFound(reply.value.found)
      setRows((known) => (from === 0 ? reply.value.rows : [...known, ...reply.value.rows]))
    },
    [office, roster, filter],
  )
  useEffect(() => {
    void load(0)
  }, [load])
  const filters: readonly (readonly [Filter, number])[] = [
    ...(totals.conflicts > 0 ? [['open', totals.conflicts] as const] : []),
    ...kinds.map((kind) => [kind, totals[kind]] as const),
    ...(rows.some(({ left }) => left.length > 0) || totals.left > 0 ? [['left', totals.left] as const] : []),
  ]
  return (
    <Sheet title={t('import.account')} sub={t('import.accountSub')}>
      <div className="pad form">
        <fieldset className="plain">
          <legend>{t('import.show')}</legend>
          <div className="row">
            <Button
              size="compact-sm"
              variant={filter === 'all' ? 'filled' : 'default'}
              aria-pressed={filter === 'all'}
              onClick={() => setFilter('all')}
            >
              {t('import.showAll')}
            </Button>
            {filters.map(([kind, count]) => (
              <Button
                key={kind}
                size="compact-sm"
                variant={filter === kind ? 'filled' : 'default'}
                aria-pressed={filter === kind}
                onClick={() => setFilter(kind)}
              >
                {kind === 'all' ? '' : t(`import.total.${kind}`)}: {count}
              </Button>
            ))}
          </div>
        </fieldset>
        {totals.open > 0 && <p className="note warn">{t('import.openRows', { count: totals.open })}</p>}
        {body !== undefined && <p>{t('import.bodyUsed', { name: bodyWords(body) })}</p>}
        {totals.posts > 0 && <p>{t('import.posts', { count: totals.posts })}</p>}
        {totals.newPosts > 0 && <p>{t('import.newPosts', { count: totals.newPosts })}</p>}
        {newUnits.length > 0 && <p>{t('import.newUnits', { names: newUnits.join(', ') })}</p>}
        {outside.length > 0 && (
          <details>
            <summary>{t('import.outside', { count: outside.length })}</summary>
            <ul>
              {outside.map(({ column, head, field }) => (
                <li key={column}>
                  {t(field === undefined ? 'import.outsideUnknown' : 'import.outsideKnown', {
                    column: columnLetters(column),
                    head,
                    field: importFieldName(field, language),
                  })}
                </li>
              ))}
            </ul>
          </details>
        )}
        {questions.length > 0 && (
          <div role="alert" className="note warn">
            <b>{t('import.questions')}</b>
            <ul>
              {questions.map(({ what, column }) => (
                <li key={`${what} ${column}`}>
                  {t(`import.question.${what}`, { column: column === undefined ? '' : columnLetters(column) })}
                </li>
              ))}
            </ul>
          </div>
        )}
        <TroubleBox trouble={trouble} />
      </div>
      {rows.length === 0 ? (
        <p className="pad t2">{t('import.none')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th>{t('import.row')}</th>
              <th>{t('import.who')}</th>
              <th>{t('import.outcome')}</th>
              <th>{t('import.detail')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.row}
                row={row}
                decision={props.decisions.find((one) => one.row === row.row)}
                onDecide={(decision) => props.onDecide(row.row, decision)}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className="pad row">
        <span className="sm t2" role="status">
          {t('import.shown', { shown: rows.length, found })}
        </span>
        {rows.length < found && (
          <Button variant="default" size="compact-sm" onClick={() => void load(rows.length)}>
            {t('import.more')}
          </Button>
        )}
      </div>
      {props.children}
    </Sheet>
  )
}

function Row(props: {
  readonly row: RosterRow
  readonly decision: RowDecision | undefined
  readonly onDecide: (decision: RowDecision | null) => void
}) {
  const { row } = props
  const { t, i18n } = useTranslation()
  const say = useWording()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const details = [
    ...row.refused.map((problem) => say.refusal(problem)),
    ...row.changes.map(({ field, from, to }) =>
      from === undefined
        ? t('import.changeNew', { field: recordFieldName(field, language), to: recordValue(field, to, language) })
        : t('import.change', {
            field: recordFieldName(field, language),
            from: recordValue(field, from, language),
            to: recordValue(field, to, language),
          }),
    ),
    ...row.kept.map(({ field, from, to }) =>
      t('import.keptAs', {
        field: recordFieldName(field, language),
        from: from === undefined ? t('import.nothing') : recordValue(field, from, language),
        to: recordValue(field, to, language),
      }),
    ),
    ...(row.kind === 'refused'
      ? []
      : row.posts.map(({ title, unit, from, lastDay, becomes }) => {
          const until = lastDay === undefined ? '' : showDay(lastDay)
          if (becomes === 'ended') return t('import.postEnded', { title, unit, until })
          if (becomes === 'held' || from === undefined) return t('import.postHeld', { title, unit })
          return lastDay === undefined
            ? t('import.postNew', { title, unit, from: showDay(from) })
            : t('import.postPast', { title, unit, from: showDay(from), until })
        })),
    ...(row.sameAsRow !== undefined && row.kind !== 'refused' ? [t('import.sameAs', { row: row.sameAsRow })] : []),
    ...row.left.map((problem) => t('import.leftOut', { why: say.refusal(problem) })),
  ]
  const { skippedAs } = row
  const isOpen = row.conflict !== undefined && row.conflict.decided === undefined && row.kind === 'refused'
  const isKnown =
    skippedAs === 'group' || skippedAs === 'head' || skippedAs === 'total' || skippedAs === 'remark' || skippedAs === 'leftOut'
  return (
    <tr>
      <td>
        {row.row}
        {row.isHidden === true && <span className="sm t2"> {t('import.rowHidden')}</span>}
      </td>
      <td>
        {row.text}
        {row.kind === 'new' && (row.birthDate !== undefined || row.citizenId !== undefined) && (
          <span className="sm t2">
            {' '}
            {[
              row.birthDate === undefined ? '' : t('import.born', { date: partialDate(row.birthDate) }),
              row.citizenId === undefined ? '' : t('import.number', { number: row.citizenId }),
            ]
              .filter((one) => one !== '')
              .join(', ')}
          </span>
        )}
      </td>
      <td>
        <Chip meaning={isOpen ? 'warn' : meanings[row.kind]}>
          {isOpen ? t('import.whom.waits') : isKnown ? t(`import.skippedAs.${skippedAs}`) : t(`import.total.${row.kind}`)}
        </Chip>
      </td>
      <td className="sm">
        {details.map((detail) => (
          <div key={detail}>{detail}</div>
        ))}
        {row.conflict !== undefined && <RowWho row={row.row} conflict={row.conflict} decision={props.decision} onDecide={props.onDecide} />}
      </td>
    </tr>
  )
}
