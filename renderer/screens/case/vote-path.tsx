// The vote path: what each person received, ballot by ballot, on the base of that ballot. People are shapes, never colours.
// A sealed step is a tinted field into which every line runs level: not even a slope tells anything.
import { useTranslation } from 'react-i18next'
import { useCase } from '../../case-desk.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useWording } from '../../wording.ts'
import { VoteChart } from './vote-path-chart.tsx'
import { differencesOf, frontOf, personNames, shortNames, type VoteColumn, voteColumns } from './vote-path-data.ts'

/** Of long lists so many people are drawn; all of them stand in the table. */
const drawnPeople = 6

const isCounted = ({ standing }: VoteColumn) => standing === 'counted'

export function VotePath() {
  const { t } = useTranslation()
  const { view } = useCase()
  const columns = voteColumns(view)
  if (!columns.some((column) => column.standing !== 'waiting')) return null
  const known = personNames(view)
  const shown = columns.filter(isCounted)
  const people = peopleOf(shown)
  const short = shortNames(people.map((name) => known.get(name) ?? name))
  const say = (name: string) => short.get(known.get(name) ?? name) ?? known.get(name) ?? name
  const front = (column: VoteColumn) => {
    const { names, ahead } = frontOf(column)
    const said = names.map(say).join(', ')
    return ahead === 0 ? t('votePath.level', { names: said }) : t('votePath.ahead', { names: said, count: ahead })
  }
  const differences = differencesOf(shown)
  return (
    <Sheet title={t('votePath.title')} sub={t('votePath.sub')}>
      <VoteChart
        columns={columns}
        people={people.slice(0, drawnPeople)}
        isShown={isCounted}
        say={say}
        differs={differences.map(({ now }) => now.key)}
        sentence={sentenceOf()}
      />
      {differences.length > 0 && (
        <ul className="vote-differs">
          {differences.map(({ before, now }) => (
            <li key={now.key}>
              <b aria-hidden="true">≠</b>{' '}
              {t('votePath.differs', { before: before.stepNo, now: now.stepNo, was: front(before), is: front(now) })}
            </li>
          ))}
        </ul>
      )}
      {people.length > drawnPeople && <p className="pad sm t2">{t('votePath.more', { count: people.length - drawnPeople })}</p>}
      <div className="vote-legend">
        <svg width="22" height="8" aria-hidden="true">
          <path className="half" d="M0 4H22" />
        </svg>
        {t('votePath.half')}
        {columns.some((column) => column.carriesFrom30) && (
          <>
            <svg width="22" height="8" aria-hidden="true">
              <path className="thirty" d="M0 4H22" />
            </svg>
            {t('votePath.thirty')}
          </>
        )}
      </div>
      <details className="pad">
        <summary>{t('votePath.table')}</summary>
        <VoteTable columns={columns} people={people} isShown={isCounted} fullName={(name) => known.get(name) ?? name} />
      </details>
    </Sheet>
  )

  function sentenceOf(): string {
    return columns
      .map((column) => {
        if (isCounted(column) && column.base !== undefined)
          return t('votePath.saidCounted', {
            step: column.stepNo,
            base: `${column.base.value} ${t(`base.${column.base.name}`)}`,
            votes: column.points.map((point) => `${say(point.name)} ${point.votes}`).join(', '),
          })
        return t(column.standing === 'sealed' ? 'votePath.saidSealed' : 'votePath.saidWaiting', { step: column.stepNo })
      })
      .join(' ')
  }
}

/** Everybody who was voted on, those with the greatest share first. */
function peopleOf(shown: readonly VoteColumn[]): readonly string[] {
  const best = new Map<string, number>()
  for (const { points } of shown) for (const { name, share } of points) best.set(name, Math.max(share, best.get(name) ?? 0))
  return [...best].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'vi')).map(([name]) => name)
}

function VoteTable(props: {
  readonly columns: readonly VoteColumn[]
  readonly people: readonly string[]
  readonly isShown: (column: VoteColumn) => boolean
  readonly fullName: (name: string) => string
}) {
  const { t } = useTranslation()
  const say = useWording()
  const told = (column: VoteColumn, name: string) => {
    if (!props.isShown(column)) return column.standing === 'sealed' ? t('sealed.chip') : t('votePath.waiting')
    const point = column.points.find((one) => one.name === name)
    return point === undefined ? t('votePath.notOnIt') : `${point.votes}/${column.base?.value ?? 0} = ${say.percent(point.percent)}%`
  }
  return (
    <div className="vote-table">
      <table className="table">
        <caption className="hid">{t('votePath.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('list.name')}</th>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className="r">
                {t('votePath.step', { step: column.stepNo })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.people.map((name) => (
            <tr key={name}>
              <th scope="row">{props.fullName(name)}</th>
              {props.columns.map((column) => (
                <td key={column.key} className="r nowrap">
                  {told(column, name)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
