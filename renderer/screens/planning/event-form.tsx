// Something that happened to somebody on a planning list: the law says who is proposed to leave.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanningListView } from '../../../workflows/planning/view.ts'
import { useDesk } from '../../desk.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { parseDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { Empty } from '../../parts/empty.tsx'
import { ChoiceBox } from '../../parts/form.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { usePlanningOrders } from './use-planning.ts'

type Props = { readonly view: PlanningListView; readonly reload: () => Promise<void> }

const events = ['discipline', 'lowConfidence', 'politicalStandard', 'violation', 'tasks'] as const

export function EventForm({ view, reload }: Props) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const people = view.entries.filter((one) => one.standing === 'approved' || one.standing === 'proposed')
  const [ground, setGround] = useState<(typeof events)[number]>('discipline')
  const { draft, set, done: isNoted } = useDraft({ personId: '', on: '', low: '', collected: '' }, 'event')
  const { personId, on, low, collected } = draft
  const [tried, setTried] = useState(false)
  const whom = personId === '' ? (people[0]?.person.personId ?? '') : personId
  const isVote = ground === 'lowConfidence'
  const note = async () => {
    setTried(true)
    const day = parseDay(on, session.today)
    if (day === null || whom === '') return
    const counts = { low: countIn(low), collected: countIn(collected) }
    if (isVote && (counts.low === undefined || counts.collected === undefined || counts.collected === 0)) return
    if (await order({ type: 'noteForPlanning', personId: whom, ground, basis: { on: day, ...(isVote && counts) } })) isNoted()
  }
  if (people.length === 0) return <Empty title={t('planning.nobody')} text={t('planning.nobodyYet')} />
  return (
    <div className="pad form">
      <div className="fields">
        <ChoiceBox
          label={t('planning.whom')}
          value={whom}
          onChange={set('personId')}
          options={people.map(({ person }) => ({ value: person.personId, label: person.name }))}
          isList
        />
        <ChoiceBox
          label={t('planning.ground')}
          value={ground}
          onChange={setGround}
          options={events.map((value) => ({ value, label: t(`outGround.${value}`) }))}
          isList
        />
        <DayBox label={t('eligibility.onDay')} value={on} today={session.today} onChange={set('on')} mustBeFilled={tried} />
        {isVote && (
          <>
            <CountBox label={t('planning.low')} value={low} onChange={set('low')} mustBeFilled={tried} />
            <CountBox
              label={t('planning.collected')}
              value={collected}
              onChange={set('collected')}
              error={countIn(collected) === 0 ? t('planning.someCollected') : undefined}
              mustBeFilled={tried}
            />
          </>
        )}
      </div>
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void note()}>
          {t('planning.noteEvent')}
        </Button>
        <Button
          variant="default"
          aria-disabled={isBusy || undefined}
          onClick={() => void order({ type: 'proposeOverAge', listId: view.list.listId })}
        >
          {t('planning.overAge')}
        </Button>
      </div>
    </div>
  )
}
