// One planning list: its structure beside its aims, its people, what proposes that somebody leaves, and the yearly review.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView, PlanningListView } from '../../../workflows/planning/view.ts'
import { useDesk } from '../../desk.tsx'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showDay } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { clean, DocumentBoxes, documentOf, emptyDocument, LineBox } from '../../parts/form.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Lost } from '../../parts/lost.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft, useKept } from '../../use-draft.ts'
import { EventForm } from './event-form.tsx'
import { EndForm, FulfilForm, StepForm, StepLines } from './list-acts.tsx'
import { ProposeForm } from './propose.tsx'
import { ReviewForm } from './review.tsx'
import { usePlanning, usePlanningOrders } from './use-planning.ts'

export function PlanningListScreen({ listId }: { readonly listId: string }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const { answer: view, trouble, reload: load } = usePlanning({ about: 'planningList', listId })
  if (view === null) return trouble === null ? <Loading /> : <Lost trouble={trouble} at="planning" />
  const { list } = view
  return (
    <div className="page stack">
      <header className="stack">
        <PageTitle>{list.post.title}</PageTitle>
        <p className="t2">
          {list.post.unit} · {t(`planningLevel.${list.post.level}`)} · {list.term.name} ({showDay(list.term.from)} –{' '}
          {showDay(list.term.until)}){' '}
          {view.overdueYear !== undefined && <Chip meaning="wrong">{t('planning.overdue', { year: view.overdueYear })}</Chip>}
          {list.ended !== undefined && <Chip meaning="plain">{t('planning.ended')}</Chip>}
        </p>
        {list.ended !== undefined && (
          <p className="t2">
            {showDay(list.ended.on)}: {list.ended.reason}
          </p>
        )}
        <div className="row">
          <Button variant="default" onClick={() => go({ at: 'planning' })}>
            {t('planning.back')}
          </Button>
        </div>
      </header>
      <StructureSheet view={view} />
      <PeopleSheet view={view} reload={load} />
      {list.ended === undefined && (
        <>
          <Sheet title={t('planning.propose')}>
            <ProposeForm view={view} reload={load} />
          </Sheet>
          <Sheet title={t('planning.reviewTitle')}>
            <ReviewForm view={view} reload={load} />
          </Sheet>
          <Sheet title={t('planningStep.title')}>
            <StepForm view={view} reload={load} />
          </Sheet>
          <Sheet title={t('planning.noteEvent')}>
            <EventForm view={view} reload={load} />
          </Sheet>
          <Sheet title={t('planningEnd.title')}>
            <EndForm view={view} reload={load} />
          </Sheet>
        </>
      )}
    </div>
  )
}

function StructureSheet({ view }: { readonly view: PlanningListView }) {
  const { t } = useTranslation()
  const [first, second, third] = view.bands
  return (
    <Sheet title={t('planning.structure')} sub={t('planning.bands', { first, second, third })}>
      <table className="table">
        <tbody>
          {view.shares.map((one) => (
            <tr key={one.aim}>
              <td>
                {t(`planningAim.${one.aim}`)} ≥ {one.rule.value}%
              </td>
              <td>
                {t('planning.share', { count: one.count, of: one.of, needed: one.needed })}
                {one.unknown > 0 && <div className="xs t2">{t('planning.unknown', { count: one.unknown })}</div>}
              </td>
              <td>
                {one.of === 0 ? (
                  <Chip meaning="plain">{t('planning.nobody')}</Chip>
                ) : (
                  <Chip meaning={one.isMet ? 'passed' : 'warn'}>{t(one.isMet ? 'planning.met' : 'planning.notMet')}</Chip>
                )}
              </td>
              <td>
                <ClauseNote citation={one.rule} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

const meanings: Readonly<Record<EntryView['standing'], ChipMeaning>> = {
  proposed: 'ink',
  approved: 'passed',
  declined: 'plain',
  out: 'stopped',
  fulfilled: 'carried',
}

function PeopleSheet({ view, reload }: { readonly view: PlanningListView; readonly reload: () => Promise<void> }) {
  const { t } = useTranslation()
  return (
    <Sheet title={t('planning.person')} sub={t('planning.range', { from: view.range.from, to: view.range.to })}>
      {view.entries.length === 0 ? (
        <Empty title={t('planning.nobody')} text={t('planning.nobodyText')} />
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('planning.person')}</th>
              <th scope="col">{t('planning.currentPost')}</th>
              <th scope="col">{t('planning.state')}</th>
            </tr>
          </thead>
          <tbody>
            {view.entries.map((entry) => (
              <EntryRow key={entry.entryId} entry={entry} view={view} reload={reload} />
            ))}
          </tbody>
        </table>
      )}
      <ApproveForm view={view} reload={reload} />
    </Sheet>
  )
}

type RowProps = { readonly entry: EntryView; readonly view: PlanningListView; readonly reload: () => Promise<void> }

function EntryRow({ entry, view, reload }: RowProps) {
  const { t } = useTranslation()
  const { person, standing, band, retiresOn, monthsAtTerm, isFlagged, endReason, outProposals } = entry
  return (
    <tr>
      <td>
        {person.name}
        <div className="xs t2">
          {[
            band !== undefined && t('planning.band', { band }),
            retiresOn !== undefined && t('planning.retires', { day: showDay(retiresOn), months: monthsAtTerm }),
            isFlagged === true && t('planning.flagged'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </td>
      <td>{person.currentPost}</td>
      <td>
        <Chip meaning={meanings[standing]}>{t(`planningStanding.${standing}`)}</Chip>
        {endReason !== undefined && <div className="xs t2">{endReason}</div>}
        {outProposals.map((one) => (
          <div key={`${one.ground} ${one.basis.on}`} className="xs">
            {t('planning.proposedOut', { ground: t(`outGround.${one.ground}`), day: showDay(one.basis.on) })}
          </div>
        ))}
        <StepLines entry={entry} />
        {outProposals.length > 0 && <SettleForm entry={entry} view={view} reload={reload} />}
        {standing === 'approved' && view.list.ended === undefined && <FulfilForm entry={entry} view={view} reload={reload} />}
        {standing === 'proposed' && <DeclineForm entry={entry} view={view} reload={reload} />}
      </td>
    </tr>
  )
}

/** The law proposes; a person confirms, or says why not. */
function SettleForm({ entry, view, reload }: RowProps) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const [reason, setReason, isSettled] = useKept('reason', '', `settle ${entry.entryId}`)
  const [tried, setTried] = useState(false)
  const settle = async (isTakenOut: boolean) => {
    setTried(true)
    if (clean(reason) === '') return
    if (await order({ type: 'settlePlanningOut', entryId: entry.entryId, isTakenOut, reason: clean(reason), on: session.today }))
      isSettled()
  }
  return (
    <div className="form">
      <LineBox label={t('planning.reason')} value={reason} max={500} onChange={setReason} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void settle(true)}>
          {t('planning.confirmOut')}
        </Button>
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void settle(false)}>
          {t('planning.dismissOut')}
        </Button>
      </div>
    </div>
  )
}

function DeclineForm({ entry, view, reload }: RowProps) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const [reason, setReason, isDeclined] = useKept('reason', '', `decline ${entry.entryId}`)
  const [tried, setTried] = useState(false)
  const decline = async () => {
    setTried(true)
    if (clean(reason) === '') return
    if (await order({ type: 'declinePlanning', entryId: entry.entryId, reason: clean(reason), on: session.today })) isDeclined()
  }
  return (
    <details>
      <summary>{t('planning.decline')}</summary>
      <LineBox label={t('planning.reason')} value={reason} max={500} onChange={setReason} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void decline()}>
        {t('planning.decline')}
      </Button>
    </details>
  )
}

function ApproveForm({ view, reload }: Omit<RowProps, 'entry'>) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const {
    draft: { document },
    set,
    done: isApproved,
  } = useDraft({ document: emptyDocument }, 'approve')
  const [tried, setTried] = useState(false)
  const proposed = view.entries.filter((one) => one.standing === 'proposed').map((one) => one.entryId)
  if (proposed.length === 0) return null
  const approve = async () => {
    setTried(true)
    const read = documentOf(document, session.today)
    if (read === null) return
    if (await order({ type: 'approvePlanning', listId: view.list.listId, entryIds: proposed, document: read, on: session.today }))
      isApproved()
  }
  return (
    <div className="pad form">
      <DocumentBoxes
        legend={t('planning.approval')}
        value={document}
        onChange={set('document')}
        today={session.today}
        mustBeFilled={tried}
      />
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void approve()}>
          {t('planning.approve', { count: proposed.length })}
        </Button>
      </div>
    </div>
  )
}
