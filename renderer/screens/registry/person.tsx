// One person as of a day: the groups of the personal record, the posts held, what is wrong with the record, and its history.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { PersonView } from '../../../workflows/registry/counter.ts'
import { personGroups } from '../../../workflows/registry/person.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { Chip } from '../../parts/chip.tsx'
import { showDay } from '../../parts/dates.ts'
import { Loading } from '../../parts/loading.tsx'
import { Lost } from '../../parts/lost.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { AsOfBox, NotToday, useAsOf } from './as-of.tsx'
import { showPartial } from './fields.ts'
import { HistorySheet } from './history.tsx'
import { MergeForm, MergeWithAnother } from './merge.tsx'
import { PersonGroup } from './person-group.tsx'
import { PersonTenures } from './person-tenures.tsx'
import './registry.css'
import { Form2CButtons } from './registry-export.tsx'
import { useView } from './use-view.ts'
import { useRegistryWords } from './words.ts'

export function PersonScreen(props: { readonly personId: string }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const day = useAsOf()
  const { view: person, trouble, reload } = useView({ about: 'person', personId: PersonId.parse(props.personId), day })
  if (person === null) return trouble === null ? <Loading /> : <Lost trouble={trouble} at="people" />
  const { mergedInto } = person
  return (
    <div className="page stack">
      <header className="row home-head">
        <PageTitle>{person.data.name}</PageTitle>
        <AsOfBox />
        <Button variant="subtle" className="push" onClick={() => go({ at: 'people' })}>
          {t('registry.people.title')}
        </Button>
      </header>
      <NotToday />
      {mergedInto !== undefined && (
        <p className="note">
          {t('registry.person.merged')}{' '}
          <button type="button" className="linkish" onClick={() => go({ at: 'person', personId: mergedInto.personId })}>
            {mergedInto.name}
          </button>
        </p>
      )}
      {person.mergedFrom.length > 0 && (
        <p className="t2">
          {t('registryMerge.from')}{' '}
          {person.mergedFrom.map((other) => (
            <span key={other.personId}>
              <button type="button" className="linkish" onClick={() => go({ at: 'person', personId: other.personId })}>
                {other.name}
              </button>{' '}
            </span>
          ))}
        </p>
      )}
      {person.changesOn.length > 0 && (
        <p className="t2">{t('registry.person.changesOn', { days: person.changesOn.map(showDay).join(', ') })}</p>
      )}
      <div className="record-page">
        <div className="stack">
          {Object.entries(personGroups).map(([group, fields]) => (
            <PersonGroup
              key={`${group} ${person.revision} ${day}`}
              person={person}
              group={group}
              fields={fields}
              onDone={() => void reload()}
            />
          ))}
        </div>
        <div className="stack">
          <PersonTenures key={`tenures ${person.revision}`} person={person} onDone={() => void reload()} />
          <RecordSheet person={person} onDone={() => void reload()} />
          <Form2CButtons personId={PersonId.parse(props.personId)} day={day} />
          <HistorySheet history={person.history} onDone={() => void reload()} />
        </div>
      </div>
    </div>
  )
}

/** What is missing or contradicts itself, when somebody last looked, and records that may be of the same person. */
function RecordSheet(props: { readonly person: PersonView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { office, session, go } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { person } = props
  const confirm = async () => {
    const done = await send({
      to: 'registry',
      command: { type: 'confirmPerson', personId: PersonId.parse(person.personId), seen: person.revision, on: session.today },
    })
    if (done !== null) props.onDone()
  }
  const names = (list: readonly string[]) => list.map((one) => words.among('quality.figure', one)).join(', ')
  return (
    <Sheet title={t('registry.quality.ofRecord')}>
      <div className="pad form">
        <p>
          {t('registry.quality.confirmedOn', { day: showDay(person.confirmedOn) })}{' '}
          {person.isStale && <Chip meaning="warn">{t('registry.quality.figure.stale')}</Chip>}
        </p>
        {person.missing.length > 0 && <p>{t('registry.quality.missingList', { fields: names(person.missing) })}</p>}
        {person.contradictions.length > 0 && (
          <p>
            <Chip meaning="wrong">{t('registry.quality.figure.contradictory')}</Chip> {names(person.contradictions)}
          </p>
        )}
        <TroubleBox trouble={trouble} />
        {person.mergedInto === undefined && (
          <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void confirm()}>
            {t('registry.quality.confirm')}
          </Button>
        )}
        {person.alike.length > 0 && <h3>{t('registry.merge.alike')}</h3>}
        {person.alike.map((other) => (
          <div key={other.personId}>
            <button type="button" className="linkish" onClick={() => go({ at: 'person', personId: other.personId })}>
              {other.name}
              {other.birthDate !== undefined && `, ${showPartial(other.birthDate)}`}
            </button>
            {person.mergedInto === undefined && <MergeForm person={person} otherId={other.personId} onDone={props.onDone} />}
          </div>
        ))}
        {person.mergedInto === undefined && <MergeWithAnother person={person} onDone={props.onDone} />}
      </div>
    </Sheet>
  )
}
