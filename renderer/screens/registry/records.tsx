// How good the records are: what is missing, stale or contradicts itself, for all and by unit, with the list behind each figure; and likely duplicates.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contradictions, neededFields } from '../../../workflows/registry/quality.ts'
import { useDesk } from '../../desk.tsx'
import { showDay } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { AsOfBox, NotToday, useAsOf } from './as-of.tsx'
import { showPartial } from './fields.ts'
import './registry.css'
import { useView } from './use-view.ts'
import { useRegistryWords } from './words.ts'

/** Lines of units drawn at once: the worst come first. */
const unitsShown = 200

export function RecordsScreen() {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { go } = useDesk()
  const day = useAsOf()
  const { view, trouble } = useView({ about: 'quality', day })
  if (view === null) return trouble === null ? <Loading /> : <TroubleBox trouble={trouble} />
  const { total } = view
  const list = (figure: string, unitId?: string) => go({ at: 'people', figure, ...(unitId !== undefined && { unitId }) })
  const figure = (value: number, of: number, name: string, unitId?: string) =>
    value === 0 ? (
      `0/${of}`
    ) : (
      <button type="button" className="figure-link" onClick={() => list(name, unitId)}>
        {value}/{of}
      </button>
    )
  return (
    <div className="page stack">
      <header className="row home-head">
        <PageTitle>{t('registry.quality.title')}</PageTitle>
        <AsOfBox />
        <span className="push row">
          <Button variant="subtle" onClick={() => go({ at: 'family' })}>
            {t('registryFamily.go')}
          </Button>
          <Button variant="subtle" onClick={() => go({ at: 'people' })}>
            {t('registry.people.title')}
          </Button>
        </span>
      </header>
      <NotToday />
      <p className="t2">{t('registry.quality.note', { day: showDay(view.staleBefore) })}</p>
      {total.people === 0 ? (
        <section className="sheet">
          <Empty title={t('registry.people.none')} text={t('registry.people.noneText')} />
        </section>
      ) : (
        <div className="record-page">
          <Sheet title={t('registry.quality.byUnit')}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('registry.unit.one')}</th>
                  <th scope="col" className="r">
                    {t('registry.quality.people')}
                  </th>
                  <th scope="col" className="r">
                    {t('registry.quality.figure.missing')}
                  </th>
                  <th scope="col" className="r">
                    {t('registry.quality.figure.stale')}
                  </th>
                  <th scope="col" className="r">
                    {t('registry.quality.figure.contradictory')}
                  </th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{t('registry.quality.total')}</th>
                  <td className="r">{total.people}</td>
                  <td className="r">{figure(total.missing, total.people, 'missing')}</td>
                  <td className="r">{figure(total.stale, total.people, 'stale')}</td>
                  <td className="r">{figure(total.contradictory, total.people, 'contradictory')}</td>
                </tr>
                {view.units.slice(0, unitsShown).map((unit) => (
                  <tr key={unit.unitId}>
                    <td>{unit.unitId === '' ? t('registry.quality.unplaced') : unit.unit}</td>
                    <td className="r">{unit.people}</td>
                    <td className="r">{unit.unitId === '' ? unit.missing : figure(unit.missing, unit.people, 'missing', unit.unitId)}</td>
                    <td className="r">{unit.unitId === '' ? unit.stale : figure(unit.stale, unit.people, 'stale', unit.unitId)}</td>
                    <td className="r">
                      {unit.unitId === '' ? unit.contradictory : figure(unit.contradictory, unit.people, 'contradictory', unit.unitId)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {view.units.length > unitsShown && (
              <p className="pad t2">{t('registry.quality.moreUnits', { count: view.units.length - unitsShown })}</p>
            )}
          </Sheet>
          <div className="stack">
            <Sheet title={t('registry.quality.byFault')}>
              <table className="table">
                <tbody>
                  {[...neededFields, ...contradictions].map((name) => (
                    <tr key={name}>
                      <td>{words.among('quality.figure', name)}</td>
                      <td className="r">{figure(view.figures[name] ?? 0, total.people, name)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Sheet>
            <Duplicates />
          </div>
        </div>
      )}
    </div>
  )
}

/** Looked for when somebody asks: the whole registry is walked for it. */
function Duplicates() {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  return (
    <Sheet title={t('registry.merge.title')}>
      {isAsked ? (
        <DuplicateList />
      ) : (
        <div className="pad">
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('registry.merge.find')}
          </Button>
        </div>
      )}
    </Sheet>
  )
}

function DuplicateList() {
  const { t } = useTranslation()
  const { go } = useDesk()
  const { view, trouble } = useView({ about: 'duplicates' })
  if (view === null) return trouble === null ? <Loading /> : <TroubleBox trouble={trouble} />
  if (view.length === 0) return <p className="pad t2">{t('registry.merge.none')}</p>
  return (
    <ul className="lines">
      {view.map((group) => (
        <li key={group.people.map(({ personId }) => personId).join()}>
          <p className="t2">{t(group.by === 'number' ? 'registry.merge.byNumber' : 'registry.merge.byName')}</p>
          {group.people.map((person) => (
            <p key={person.personId}>
              <button type="button" className="linkish" onClick={() => go({ at: 'person', personId: person.personId })}>
                {person.name}
              </button>
              {person.birthDate !== undefined && `, ${showPartial(person.birthDate)}`}
              {person.citizenId !== undefined && `, ${person.citizenId}`}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
