// The people of the registry as one long list.
import { useTranslation } from 'react-i18next'
import type { PersonLine } from '../../../workflows/registry/counter.ts'
import { LongTable, type RowPlace } from '../../parts/long-table.tsx'
import { showPartial } from './fields.ts'
import type { PeopleWindows } from './people-windows.ts'
import { useRegistryWords } from './words.ts'

export function PeopleTable(props: { readonly windows: PeopleWindows; readonly onOpen: (personId: string) => void }) {
  const { t } = useTranslation()
  const { windows } = props
  const { found, isMore } = windows
  return (
    <LongTable
      label={t('registry.people.list')}
      columns={[
        { title: t('registry.people.name') },
        { title: t('registry.people.born'), className: 'col-born' },
        { title: t('registry.people.posts') },
        { title: t('registry.people.number'), className: 'col-number' },
      ]}
      found={found}
      wish={windows.search}
      see={windows.see}
      draw={(place) => {
        const person = windows.rowAt(place.row)
        return person && <Row key={person.personId} person={person} place={place} onOpen={props.onOpen} />
      }}
      count={t(isMore ? 'registry.people.countMore' : 'registry.people.count', { count: found, people: found.toLocaleString('vi') })}
    />
  )
}

function Row(props: { readonly person: PersonLine; readonly place: RowPlace; readonly onOpen: (personId: string) => void }) {
  const words = useRegistryWords()
  const { person, place } = props
  const [first, ...more] = person.posts
  return (
    <tr className={place.isHere ? 'case-row here' : 'case-row'} aria-rowindex={place.item + 2}>
      <td>
        <button
          type="button"
          className="case-open"
          data-row={place.row}
          tabIndex={place.isHere ? 0 : -1}
          onFocus={() => place.onFocus(place.row)}
          onClick={() => props.onOpen(person.personId)}
        >
          {person.name}
        </button>
        <small>{person.sex === undefined ? '' : words.choice('sex', person.sex)}</small>
      </td>
      <td>{person.birthDate === undefined ? '' : showPartial(person.birthDate)}</td>
      <td>
        <b title={first?.title}>{first?.title}</b>
        <small>
          {[[first?.unit, first?.above].filter(Boolean).join(', '), ...more.map(({ title }) => title)].filter(Boolean).join(' · ')}
        </small>
      </td>
      <td>{person.citizenId}</td>
    </tr>
  )
}
