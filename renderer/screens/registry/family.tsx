// Posts held by relatives that may not be held together, over all units as of a day, each with its rule (procedure.md G-19).
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FamilyConflict } from '../../../workflows/eligibility/family-office.ts'
import { useDesk } from '../../desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showDay } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { AsOfBox, NotToday, useAsOf } from './as-of.tsx'
import './registry.css'
import { useView } from './use-view.ts'
import { useRegistryWords } from './words.ts'

export function FamilyScreen() {
  const { t } = useTranslation()
  const { go } = useDesk()
  const day = useAsOf()
  const { view, trouble } = useView({ about: 'family', day })
  if (view === null) return trouble === null ? <Loading /> : <TroubleBox trouble={trouble} />
  return (
    <div className="page stack">
      <header className="row home-head">
        <PageTitle>{t('registryFamily.title')}</PageTitle>
        <AsOfBox />
        <Button variant="subtle" className="push" onClick={() => go({ at: 'people' })}>
          {t('registry.people.title')}
        </Button>
      </header>
      <NotToday />
      <p className="t2">{t('registryFamily.looked', { pairs: view.looked, day: showDay(view.day) })}</p>
      {view.unlinked > 0 && <p className="note plain">{t('registryFamily.unlinked', { count: view.unlinked })}</p>}
      <Sheet title={t('registryFamily.list')} sub={`${view.conflicts.length}`}>
        {view.conflicts.length === 0 ? (
          <Empty title={t('registryFamily.none')} text={t('registryFamily.noneText')} />
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('registryFamily.one')}</th>
                <th scope="col">{t('registryFamily.relation')}</th>
                <th scope="col">{t('registryFamily.other')}</th>
                <th scope="col">{t('registryFamily.why')}</th>
              </tr>
            </thead>
            <tbody>
              {view.conflicts.map((one) => (
                <Row key={`${one.kind} ${one.one.personId} ${one.one.post} ${one.other.personId} ${one.other.post}`} conflict={one} />
              ))}
            </tbody>
          </table>
        )}
      </Sheet>
    </div>
  )
}

function Row({ conflict }: { readonly conflict: FamilyConflict }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { kind, relation, inLaw, one, other, rule } = conflict
  return (
    <tr>
      <td>
        <Who official={one} />
      </td>
      <td>
        {words.choice('relation', relation)}
        {inLaw && `, ${words.part('inLaw')}`}
      </td>
      <td>
        <Who official={other} />
      </td>
      <td>
        <Chip meaning="stopped">{t(`registryFamily.kind.${kind}`)}</Chip>
        <div>
          <ClauseNote citation={{ article: rule.article, evidence: rule.evidence }} />
        </div>
        {rule.evidence === 'DEFAULT' && <div className="xs t2">{t('registryFamily.byName')}</div>}
      </td>
    </tr>
  )
}

function Who({ official }: { readonly official: FamilyConflict['one'] }) {
  const { go } = useDesk()
  return (
    <>
      <button type="button" className="linkish" onClick={() => go({ at: 'person', personId: official.personId })}>
        {official.name}
      </button>
      <div className="xs t2">
        {official.post},{' '}
        <button type="button" className="linkish" onClick={() => go({ at: 'unit', unitId: official.unitId })}>
          {official.unit}
        </button>
      </div>
    </>
  )
}
