// People of the registry: units on the left, names in their order on the right, everything as of one day.
import { Button, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UnitId } from '../../../workflows/core/ids.ts'
import { qualityFigures } from '../../../workflows/registry/counter.ts'
import { useDesk } from '../../desk.tsx'
import { Empty } from '../../parts/empty.tsx'
import { IconPlus } from '../../parts/icons.ts'
import { Loading } from '../../parts/loading.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { AsOfBox, NotToday, useAsOf } from './as-of.tsx'
import { PeopleTable } from './people-table.tsx'
import { usePeopleWindows } from './people-windows.ts'
import { ExportButton } from './registry-export.tsx'
import './registry.css'
import { UnitTree } from './unit-tree.tsx'
import { useRegistryWords } from './words.ts'

/** The unit looked at stays chosen while one goes to a person and back. */
let lastUnit: string | undefined

export function PeopleScreen(props: { readonly figure?: string | undefined; readonly unitId?: string | undefined }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { office, session, go } = useDesk()
  const day = useAsOf()
  const [typed, setTyped] = useState('')
  const [unit, setUnit] = useState(props.unitId ?? (props.figure === undefined ? lastUnit : undefined))
  const figure = qualityFigures.find((one) => one === props.figure)
  const search = useDeferredValue(typed.trim())
  const asked = {
    day,
    search,
    // A unit with all under it; a figure of the gauge was counted for the unit alone, and its list is as long.
    ...(unit !== undefined && { unitId: UnitId.parse(unit), below: figure === undefined }),
    ...(figure !== undefined && { figure }),
  }
  const { windows, trouble } = usePeopleWindows(office, asked)
  // Nobody in the whole registry is something else than nobody in the unit, on the day or by the words chosen.
  const isWhole = search === '' && unit === undefined && figure === undefined && day === session.today
  return (
    <div className="page home">
      <header className="row home-head">
        <PageTitle>{t('registry.people.title')}</PageTitle>
        <AsOfBox />
        <span className="push row">
          <TextInput
            aria-label={t('registry.people.search')}
            placeholder={t('registry.people.searchHint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            maxLength={200}
            w={260}
          />
          <Button variant="default" onClick={() => go({ at: 'import' })}>
            {t('import.nav')}
          </Button>
          <Button variant="default" onClick={() => go({ at: 'records' })}>
            {t('registry.quality.go')}
          </Button>
          <Button variant="default" onClick={() => go({ at: 'family' })}>
            {t('registryFamily.go')}
          </Button>
          <Button leftSection={<IconPlus size={18} stroke={1.75} aria-hidden="true" />} onClick={() => go({ at: 'new-person' })}>
            {t('registry.people.add')}
          </Button>
        </span>
      </header>
      <NotToday />
      {figure !== undefined && (
        <p className="note row">
          {t('registry.quality.only', { figure: words.among('quality.figure', figure) })}
          <Button variant="subtle" size="compact-sm" onClick={() => go({ at: 'people' })}>
            {t('registry.quality.all')}
          </Button>
        </p>
      )}
      <TroubleBox trouble={trouble} />
      <div className="registry">
        <UnitTree
          chosen={unit}
          onChoose={(unitId) => {
            lastUnit = unitId
            setUnit(unitId)
          }}
        />
        {windows === null ? (
          trouble === null && <Loading />
        ) : windows.found === 0 ? (
          <section className="sheet" aria-label={t('registry.people.list')}>
            {isWhole ? (
              <Empty title={t('registry.people.none')} text={t('registry.people.noneText')}>
                <div className="row">
                  <Button onClick={() => go({ at: 'import' })}>{t('registry.people.importFirst')}</Button>
                  <Button variant="default" onClick={() => go({ at: 'new-person' })}>
                    {t('registry.people.addFirst')}
                  </Button>
                </div>
              </Empty>
            ) : (
              <Empty title={t('registry.people.notFound')} text={t('registry.people.notFoundText')}>
                <Button
                  variant="default"
                  onClick={() => {
                    setTyped('')
                    lastUnit = undefined
                    setUnit(undefined)
                    if (figure !== undefined) go({ at: 'people' })
                  }}
                >
                  {t('registry.units.everybody')}
                </Button>
              </Empty>
            )}
          </section>
        ) : (
          <div className="registry-list">
            <PeopleTable windows={windows} onOpen={(personId) => go({ at: 'person', personId })} />
            <ExportButton asked={{ book: 'people', ...asked }} />
          </div>
        )}
      </div>
    </div>
  )
}
