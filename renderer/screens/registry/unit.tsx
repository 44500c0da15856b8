// One unit as of a day: its posts and who holds them, the units under it, the names it had, and what it came from or became.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UnitId } from '../../../workflows/core/ids.ts'
import type { UnitView } from '../../../workflows/registry/counter.ts'
import { forever } from '../../../workflows/registry/records.ts'
import { useDesk } from '../../desk.tsx'
import { showDay } from '../../parts/dates.ts'
import { Loading } from '../../parts/loading.tsx'
import { Lost } from '../../parts/lost.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { AsOfBox, NotToday, useAsOf } from './as-of.tsx'
import { HistorySheet } from './history.tsx'
import './registry.css'
import { NewPostForm } from './post-forms.tsx'
import { MoveForm, NatureForm, RenameForm } from './unit-edit.tsx'
import { NewUnitForm, ReorganiseForm } from './unit-forms.tsx'
import { useView } from './use-view.ts'
import { useRegistryWords } from './words.ts'

export function UnitScreen(props: { readonly unitId: string }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { go } = useDesk()
  const day = useAsOf()
  const { view: unit, trouble, reload } = useView({ about: 'unit', unitId: UnitId.parse(props.unitId), day })
  if (unit === null) return trouble === null ? <Loading /> : <Lost trouble={trouble} at="people" />
  const onDone = () => void reload()
  const name = unit.data?.name ?? unit.spans.at(-1)?.data.name ?? ''
  return (
    <div className="page stack">
      <header className="row home-head">
        <PageTitle>{name}</PageTitle>
        <AsOfBox />
        <Button variant="subtle" className="push" onClick={() => go({ at: 'people', unitId: unit.unitId })}>
          {t('registry.unit.people')}
        </Button>
      </header>
      <NotToday />
      <p className="t2">
        {unit.path.slice(0, -1).map((above) => (
          <span key={above.unitId}>
            <button type="button" className="linkish" onClick={() => go({ at: 'unit', unitId: above.unitId })}>
              {above.name}
            </button>
            {' › '}
          </span>
        ))}
        {unit.data && `${words.choice('unitLevel', unit.data.level)}, ${words.choice('unitKind', unit.data.kind)}`}
      </p>
      {unit.data === undefined && <p className="note">{t('registry.unit.notThere', { day: showDay(day) })}</p>}
      {unit.data === undefined && <Heirs unit={unit} />}
      <div className="record-page">
        <div className="stack">
          <Posts unit={unit} onDone={onDone} />
          <Below unit={unit} onDone={onDone} />
        </div>
        <div className="stack">
          <Life unit={unit} onDone={onDone} />
          <HistorySheet history={unit.history} onDone={onDone} />
        </div>
      </div>
    </div>
  )
}

/** A unit that ended: what goes on in its place. */
function Heirs({ unit }: { readonly unit: UnitView }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const heirs = unit.events
    .filter(({ before }) => before.some((one) => one === unit.unitId))
    .flatMap(({ successors, names }) => successors.map((one) => ({ unitId: one, name: names[one] ?? one })))
  if (heirs.length === 0) return null
  return (
    <p>
      {t('registryUnit.heirNow')}{' '}
      {heirs.map(({ unitId, name }) => (
        <span key={unitId}>
          <button type="button" className="linkish" onClick={() => go({ at: 'unit', unitId })}>
            {name}
          </button>{' '}
        </span>
      ))}
      <span className="t2">{t('registryUnit.oldNames')}</span>
    </p>
  )
}

function Posts({ unit, onDone }: { readonly unit: UnitView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { go } = useDesk()
  const [isAdding, setAdding] = useState(false)
  return (
    <Sheet
      title={t('registry.post.list')}
      end={
        !isAdding &&
        unit.data !== undefined && (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
            {t('registry.post.add')}
          </Button>
        )
      }
    >
      {isAdding && (
        <NewPostForm
          unitId={unit.unitId}
          onDone={() => {
            setAdding(false)
            onDone()
          }}
        />
      )}
      {unit.posts.length === 0 ? (
        <p className="pad t2">{t('registry.post.none')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('registry.post.title')}</th>
              <th scope="col">{t('registry.post.group')}</th>
              <th scope="col">{t('registry.post.holders')}</th>
            </tr>
          </thead>
          <tbody>
            {unit.posts.map((post) => (
              <tr key={post.postId}>
                <td>
                  <button type="button" className="linkish" onClick={() => go({ at: 'post', postId: post.postId })}>
                    {post.title}
                  </button>
                </td>
                <td>{words.choice('postGroup', post.group)}</td>
                <td>
                  {post.holders.length === 0 && t('registry.post.vacant')}
                  {post.holders.map((holder) => (
                    <div key={holder.tenureId}>
                      <button type="button" className="linkish" onClick={() => go({ at: 'person', personId: holder.personId })}>
                        {holder.name}
                      </button>{' '}
                      <span className="t2">{t('registry.tenure.since', { from: showDay(holder.from) })}</span>
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}

function Below({ unit, onDone }: { readonly unit: UnitView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const [isAdding, setAdding] = useState(false)
  return (
    <Sheet
      title={t('registry.unit.below')}
      end={
        !isAdding &&
        unit.data !== undefined && (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
            {t('registry.unit.add')}
          </Button>
        )
      }
    >
      {isAdding && (
        <NewUnitForm
          parentId={unit.unitId}
          onDone={() => {
            setAdding(false)
            onDone()
          }}
        />
      )}
      {unit.below.length === 0 ? (
        <p className="pad t2">{t('registry.unit.noneBelow')}</p>
      ) : (
        <ul className="lines">
          {unit.below.map((one) => (
            <li key={one.unitId}>
              <button type="button" className="linkish" onClick={() => go({ at: 'unit', unitId: one.unitId })}>
                {one.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

/** The names it bore, the events it came from or ended by; a new name and a reorganisation are said here. */
function Life({ unit, onDone }: { readonly unit: UnitView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { go } = useDesk()
  return (
    <Sheet title={t('registry.unit.life')}>
      <ul className="lines">
        {unit.spans.map((span) => (
          <li key={span.from}>
            <p>{span.data.name}</p>
            <p className="t2">
              {span.until === forever
                ? t('registry.unit.since', { from: showDay(span.from) })
                : t('registry.unit.between', { from: showDay(span.from), until: showDay(span.until) })}
            </p>
          </li>
        ))}
        {unit.events.map((event) => (
          <li key={`${event.on} ${event.kind}`}>
            <p>{t('registry.unit.event', { kind: words.choice('reorganisation', event.kind), day: showDay(event.on) })}</p>
            {event.document !== undefined && <p className="t2">{event.document.number}</p>}
            {[...new Set([...event.before, ...event.successors])]
              .filter((unitId) => unitId !== unit.unitId)
              .map((unitId) => (
                <p key={unitId}>
                  {t(event.successors.includes(unitId) ? 'registry.unit.became' : 'registry.unit.cameFrom')}{' '}
                  <button type="button" className="linkish" onClick={() => go({ at: 'unit', unitId })}>
                    {event.names[unitId] ?? unitId}
                  </button>
                </p>
              ))}
          </li>
        ))}
      </ul>
      {unit.data !== undefined && (
        <div className="pad">
          <details>
            <summary>{t('registry.unit.rename')}</summary>
            <RenameForm key={unit.revision} unit={unit} onDone={onDone} />
          </details>
          <details>
            <summary>{t('registryUnit.move')}</summary>
            <MoveForm key={unit.revision} unit={unit} data={unit.data} onDone={onDone} />
          </details>
          <details>
            <summary>{t('registryUnit.nature')}</summary>
            <NatureForm key={unit.revision} unit={unit} data={unit.data} onDone={onDone} />
          </details>
          <details>
            <summary>{t('registry.reorganise.start')}</summary>
            <ReorganiseForm key={unit.revision} unit={unit} onDone={onDone} />
          </details>
        </div>
      )}
    </Sheet>
  )
}
