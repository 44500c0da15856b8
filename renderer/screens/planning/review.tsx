// The yearly review of a planning list in one go, by keyboard: who is kept, who leaves and why, who of the proposed comes in; and reviews past.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OutGround, outGrounds } from '../../../workflows/planning/facts.ts'
import { reviewSays } from '../../../workflows/planning/review-says.ts'
import type { EntryView, PlanningListView } from '../../../workflows/planning/view.ts'
import { useDesk } from '../../desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { showDay } from '../../parts/dates.ts'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, LineBox } from '../../parts/form.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { usePlanningOrders } from './use-planning.ts'

type Props = { readonly view: PlanningListView; readonly reload: () => Promise<void> }
type Choice = { readonly what: 'stay' | 'move'; readonly ground: OutGround; readonly reason: string }
const first: Choice = { what: 'stay', ground: 'standards', reason: '' }

export function ReviewForm({ view, reload }: Props) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const { draft, set, setDraft } = useDraft(
    { choices: {} as Readonly<Record<string, Choice>>, document: emptyDocument, note: '' },
    `review ${view.list.listId}`,
  )
  const [tried, setTried] = useState(false)
  const approved = view.entries.filter((one) => one.standing === 'approved')
  const proposed = view.entries.filter((one) => one.standing === 'proposed')
  const year = view.overdueYear ?? Number(session.today.slice(0, 4))
  const choiceOf = (id: string) => draft.choices[id] ?? first
  const choose = (id: string) => (change: Partial<Choice>) => set('choices')({ ...draft.choices, [id]: { ...choiceOf(id), ...change } })
  const moves = (entries: readonly EntryView[]) => entries.filter((one) => choiceOf(one.entryId).what === 'move')
  const [out, comingIn] = [moves(approved), moves(proposed)]
  const document = documentOf(draft.document, session.today)
  const review = async () => {
    setTried(true)
    if (out.some((one) => clean(choiceOf(one.entryId).reason) === '') || (comingIn.length > 0 && document === null)) return
    const { listId } = view.list
    const done = await order({
      type: 'reviewPlanning',
      listId,
      year,
      on: session.today,
      kept: approved.filter((one) => !out.includes(one)).map((one) => one.entryId),
      out: out.map(({ entryId }) => ({ entryId, ground: choiceOf(entryId).ground, reason: clean(choiceOf(entryId).reason) })),
      ...(document !== null && { document }),
      ...(clean(draft.note) !== '' && { note: clean(draft.note) }),
    })
    if (!done) return
    // Who comes in is approved as ever, by the paper of the review.
    if (comingIn.length > 0 && document !== null) {
      const entryIds = comingIn.map((one) => one.entryId)
      if (!(await order({ type: 'approvePlanning', listId, entryIds, document, on: session.today }, 1))) return
    }
    setDraft({ choices: {}, document: emptyDocument, note: '' })
    setTried(false)
  }
  // One review a year: whoever comes in later is approved as ever, whoever leaves is settled in the list above.
  if (view.list.reviews.some((one) => one.year === year))
    return (
      <div className="pad form">
        <p role="status" className="note passed">
          {t('planningReview.held', { year })}
        </p>
        {/* Of those who come in: the review itself stands. */}
        <TroubleBox trouble={trouble} />
        <PastReviews view={view} />
      </div>
    )
  return (
    <div className="pad form">
      <p className="t2">{t('planningReview.help')}</p>
      {approved.map((entry) => (
        <OutChoice key={entry.entryId} entry={entry} choice={choiceOf(entry.entryId)} set={choose(entry.entryId)} tried={tried} />
      ))}
      {proposed.map(({ entryId, person }) => (
        <fieldset key={entryId} className="plain">
          <legend>{person.name}</legend>
          <ChoiceBox
            label={t('planning.state')}
            value={choiceOf(entryId).what}
            onChange={(what) => choose(entryId)({ what })}
            options={[
              { value: 'stay', label: t('planningReview.later') },
              { value: 'move', label: t('planningReview.comeIn') },
            ]}
          />
        </fieldset>
      ))}
      <DocumentBoxes
        legend={t('planningReview.document')}
        value={draft.document}
        onChange={set('document')}
        today={session.today}
        mustBeFilled={tried && comingIn.length > 0}
      />
      <LineBox label={t('planningReview.note')} value={draft.note} max={500} width="100%" onChange={set('note')} />
      <p role="status">{t('planningReview.sum', { kept: approved.length - out.length, out: out.length, comingIn: comingIn.length })}</p>
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void review()}>
          {t('planning.reviewYear', { year })}
        </Button>
      </div>
      <PastReviews view={view} />
    </div>
  )
}

function OutChoice(props: {
  readonly entry: EntryView
  readonly choice: Choice
  readonly set: (change: Partial<Choice>) => void
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const { entry, choice, set } = props
  return (
    <fieldset className="plain">
      <legend>{entry.person.name}</legend>
      {entry.outProposals.map((one) => (
        <p key={`${one.ground} ${one.basis.on}`}>
          <Chip meaning="warn">{t('planning.proposedOut', { ground: t(`outGround.${one.ground}`), day: showDay(one.basis.on) })}</Chip>
        </p>
      ))}
      <div className="fields">
        <ChoiceBox
          label={t('planning.state')}
          value={choice.what}
          onChange={(what) => set({ what, ...(what === 'move' && entry.outProposals[0] && { ground: entry.outProposals[0].ground }) })}
          options={[
            { value: 'stay', label: t('planning.keep') },
            { value: 'move', label: t('planning.takeOut') },
          ]}
        />
        {choice.what === 'move' && (
          <>
            <ChoiceBox
              label={t('planning.ground')}
              value={choice.ground}
              onChange={(ground) => set({ ground })}
              options={outGrounds.map((value) => ({ value, label: t(`outGround.${value}`) }))}
              isList
            />
            <LineBox
              label={t('planning.reason')}
              value={choice.reason}
              max={500}
              onChange={(reason) => set({ reason })}
              mustBeFilled={props.tried}
            />
          </>
        )}
      </div>
    </fieldset>
  )
}

/** Who stayed, left and came in, review by review. */
function PastReviews({ view }: { readonly view: PlanningListView }) {
  const { t } = useTranslation()
  const { reviews } = view.list
  if (reviews.length === 0) return null
  const nameOf = (id: string) => view.entries.find((one) => one.entryId === id)?.person.name ?? id
  const names = (ids: readonly string[]) => (ids.length === 0 ? '0' : `${ids.length}: ${ids.map(nameOf).join(', ')}`)
  return (
    <table className="table">
      <caption>{t('planningReview.past')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('planningReview.year')}</th>
          <th scope="col">{t('planning.keep')}</th>
          <th scope="col">{t('planning.takeOut')}</th>
          <th scope="col">{t('planningReview.comeIn')}</th>
        </tr>
      </thead>
      <tbody>
        {reviews.map(({ year, on, kept, out, document }, index) => {
          const came = [...reviewSays(view.entries, reviews, index)].filter(([, word]) => word === 'in')
          return (
            <tr key={year}>
              <td>
                {year} ({showDay(on)}){document !== undefined && <div className="xs t2">{document.number}</div>}
              </td>
              <td>{names(kept)}</td>
              <td>
                {out.length}
                {out.map((one) => (
                  <div key={one.entryId} className="xs">
                    {nameOf(one.entryId)}: {t(`outGround.${one.ground}`)}, {one.reason}
                  </div>
                ))}
              </td>
              <td>{names(came.map(([entryId]) => entryId))}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
