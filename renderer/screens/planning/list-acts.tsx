// What is recorded of a planning list besides its people: a meeting that voted on those proposed, an appointment that fulfils, the end of the list.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView, PlanningListView } from '../../../workflows/planning/view.ts'
import { useDesk } from '../../desk.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { Empty } from '../../parts/empty.tsx'
import { clean, DocumentBoxes, documentOf, emptyDocument, LineBox } from '../../parts/form.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft, useKept } from '../../use-draft.ts'
import { usePlanningOrders } from './use-planning.ts'

type Props = { readonly view: PlanningListView; readonly reload: () => Promise<void> }

/** One step of building the list (programme.md 12.2): which steps there are is the body's own, so the step is named by hand. */
export function StepForm({ view, reload }: Props) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const empty = { step: '', on: showDay(session.today), convened: '', present: '', agree: {} as Readonly<Record<string, string>> }
  const { draft, set, setDraft } = useDraft(empty, `step ${view.list.listId}`)
  const [tried, setTried] = useState(false)
  const live = view.entries.filter((one) => one.standing === 'proposed' || one.standing === 'approved')
  const record = async () => {
    setTried(true)
    const [on, convened, present] = [parseDay(draft.on, session.today), countIn(draft.convened), countIn(draft.present)]
    const agree = live.map(({ entryId }) => [entryId, countIn(draft.agree[entryId] ?? '')] as const)
    // An empty box is nobody voted on; a box that cannot be read stops the order.
    const bad = agree.some(([id, count]) => count === undefined && (draft.agree[id] ?? '').trim() !== '')
    if (clean(draft.step) === '' || on === null || convened === undefined || present === undefined || bad) return
    const counted = agree.flatMap(([id, count]) => (count === undefined ? [] : [[id, count] as const]))
    const { listId } = view.list
    const done = await order({
      type: 'recordPlanningStep',
      listId,
      step: clean(draft.step),
      on,
      convened,
      present,
      agree: Object.fromEntries(counted),
    })
    if (!done) return
    setDraft(empty)
    setTried(false)
  }
  if (live.length === 0) return <Empty title={t('planning.nobody')} text={t('planning.nobodyYet')} />
  return (
    <div className="pad form">
      <p className="t2">{t('planningStep.help')}</p>
      <div className="fields">
        <LineBox label={t('planningStep.step')} value={draft.step} max={120} onChange={set('step')} mustBeFilled={tried} />
        <DayBox label={t('planningStep.on')} value={draft.on} today={session.today} onChange={set('on')} mustBeFilled={tried} />
        <CountBox label={t('planningStep.convened')} value={draft.convened} onChange={set('convened')} mustBeFilled={tried} />
        <CountBox label={t('planningStep.present')} value={draft.present} onChange={set('present')} mustBeFilled={tried} />
      </div>
      <fieldset className="plain">
        <legend>{t('planningStep.agree')}</legend>
        <div className="fields">
          {live.map(({ entryId, person }) => (
            <CountBox
              key={entryId}
              label={person.name}
              value={draft.agree[entryId] ?? ''}
              onChange={(text) => set('agree')({ ...draft.agree, [entryId]: text })}
            />
          ))}
        </div>
      </fieldset>
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void record()}>
          {t('planningStep.record')}
        </Button>
      </div>
    </div>
  )
}

/** Votes of the steps so far, of all summoned: over half is the usual threshold (programme.md 12.2), shown and not judged. */
export function StepLines({ entry }: { readonly entry: EntryView }) {
  const { t } = useTranslation()
  return entry.steps.map((one) => (
    <div key={`${one.step} ${one.on}`} className="xs t2">
      {t(2 * one.agree > one.convened ? 'planningStep.overHalf' : 'planningStep.notOverHalf', {
        step: one.step,
        day: showDay(one.on),
        agree: one.agree,
        convened: one.convened,
      })}
    </div>
  ))
}

/** The person took up the post planned for, by a decision that did not run through a case of this file. */
export function FulfilForm({ entry, view, reload }: Props & { readonly entry: EntryView }) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const { draft, set, done } = useDraft({ document: emptyDocument }, `fulfil ${entry.entryId}`)
  const [tried, setTried] = useState(false)
  const fulfil = async () => {
    setTried(true)
    const document = documentOf(draft.document, session.today)
    if (document === null) return
    if (await order({ type: 'fulfilPlanning', entryId: entry.entryId, document, on: session.today })) done()
  }
  return (
    <details>
      <summary>{t('planningFulfil.start', { name: entry.person.name })}</summary>
      <DocumentBoxes
        legend={t('planningFulfil.document')}
        value={draft.document}
        onChange={set('document')}
        today={session.today}
        mustBeFilled={tried}
      />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void fulfil()}>
        {t('planningFulfil.do')}
      </Button>
    </details>
  )
}

export function EndForm({ view, reload }: Props) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const [reason, setReason, isEnded] = useKept('reason', '', `end ${view.list.listId}`)
  const [tried, setTried] = useState(false)
  const end = async () => {
    setTried(true)
    if (clean(reason) === '') return
    if (await order({ type: 'endPlanningList', listId: view.list.listId, on: session.today, reason: clean(reason) })) isEnded()
  }
  return (
    <div className="pad form">
      <p className="t2">{t('planningEnd.help')}</p>
      <LineBox label={t('planning.reason')} value={reason} max={500} width="100%" onChange={setReason} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void end()}>
          {t('planning.end')}
        </Button>
      </div>
    </div>
  )
}
