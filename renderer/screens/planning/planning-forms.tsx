// Forms of one planning list: proposing a person, the yearly review, something that happened to somebody on it.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OutGround, outGrounds, sources } from '../../../workflows/planning/facts.ts'
import type { PlanningListView } from '../../../workflows/planning/view.ts'
import { useDesk } from '../../desk.tsx'
import { parseDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, LineBox, TickBox } from '../../parts/form.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { bornOf } from '../case/facts-draft.ts'
import { usePlanningOrders } from './use-planning.ts'

type Props = { readonly view: PlanningListView; readonly reload: () => Promise<void> }
const empty = { personId: '', name: '', birthDate: '', sex: '', citizenId: '', currentPost: '', currentRank: '' }

export function ProposeForm({ view, reload }: Props) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const { draft: who, setDraft: setWho } = useDraft(empty, 'propose')
  const [source, setSource] = useState<(typeof sources)[number]>('inside')
  const [isReElection, setReElection] = useState(false)
  const [tried, setTried] = useState(false)
  const must = tried ? { mustBeFilled: true } : {}
  const set = (change: Partial<typeof empty>) => setWho({ ...who, ...change })
  const propose = async () => {
    setTried(true)
    const birthDate = who.birthDate.trim() === '' ? undefined : bornOf(who.birthDate, session.today)
    if (clean(who.name) === '' || clean(who.currentPost) === '' || birthDate === null) return
    // Without a record in the registry the entry itself is who is meant.
    const entryId = `e${(view.version + 1).toString(36)}`
    const done = await order({
      type: 'proposeForPlanning',
      listId: view.list.listId,
      entryId,
      person: {
        personId: clean(who.personId) === '' ? `quy-hoach-${entryId}` : clean(who.personId),
        name: clean(who.name),
        ...(birthDate !== undefined && { birthDate }),
        ...((who.sex === 'male' || who.sex === 'female') && { sex: who.sex }),
        ...(/^\d{12}$/.test(who.citizenId.trim()) && { citizenId: who.citizenId.trim() }),
        currentPost: clean(who.currentPost),
        currentRank: /^\d$/.test(who.currentRank) ? Number(who.currentRank) : null,
      },
      source,
      isReElection,
      on: session.today,
    })
    if (!done) return
    setWho(empty)
    setTried(false)
  }
  return (
    <div className="pad form">
      <div className="fields">
        <LineBox label={t('planning.name')} value={who.name} max={120} onChange={(name) => set({ name })} {...must} />
        <LineBox label={t('planning.birthDate')} value={who.birthDate} width={220} onChange={(birthDate) => set({ birthDate })} />
        <ChoiceBox
          label={t('planning.sex')}
          value={who.sex}
          onChange={(sex) => set({ sex })}
          options={[
            { value: '', label: t('eligibility.notKnown') },
            { value: 'male', label: t('eligibility.man') },
            { value: 'female', label: t('eligibility.woman') },
          ]}
        />
        <LineBox label={t('planning.citizenId')} value={who.citizenId} max={12} width={170} onChange={(citizenId) => set({ citizenId })} />
        <LineBox label={t('planning.currentPost')} value={who.currentPost} onChange={(currentPost) => set({ currentPost })} {...must} />
        <LineBox label={t('planning.currentRank')} value={who.currentRank} max={1} onChange={(currentRank) => set({ currentRank })} />
        <LineBox label={t('planning.personId')} value={who.personId} max={64} onChange={(personId) => set({ personId })} />
      </div>
      <ChoiceBox
        label={t('planning.source')}
        value={source}
        onChange={setSource}
        options={sources.map((value) => ({ value, label: t(`planningSource.${value}`) }))}
      />
      <TickBox label={t('planning.isReElection')} isOn={isReElection} onChange={setReElection} />
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void propose()}>
          {t('planning.propose')}
        </Button>
      </div>
    </div>
  )
}

type Choice = { readonly isOut: boolean; readonly ground: OutGround; readonly reason: string }
const kept: Choice = { isOut: false, ground: 'standards', reason: '' }

export function ReviewForm({ view, reload }: Props) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [tried, setTried] = useState(false)
  const approved = view.entries.filter((one) => one.standing === 'approved')
  const year = view.overdueYear ?? Number(session.today.slice(0, 4))
  const choiceOf = (id: string) => choices[id] ?? kept
  const set = (id: string, change: Partial<Choice>) => setChoices({ ...choices, [id]: { ...choiceOf(id), ...change } })
  const review = async () => {
    setTried(true)
    const out = approved.filter((one) => choiceOf(one.entryId).isOut)
    if (out.some((one) => clean(choiceOf(one.entryId).reason) === '')) return
    await order({
      type: 'reviewPlanning',
      listId: view.list.listId,
      year,
      on: session.today,
      kept: approved.filter((one) => !choiceOf(one.entryId).isOut).map((one) => one.entryId),
      out: out.map(({ entryId }) => ({ entryId, ground: choiceOf(entryId).ground, reason: clean(choiceOf(entryId).reason) })),
    })
  }
  return (
    <div className="pad form">
      <p className="t2">{t('planning.reviewHelp')}</p>
      {approved.map(({ entryId, person }) => {
        const choice = choiceOf(entryId)
        return (
          <fieldset key={entryId} className="plain">
            <legend>{person.name}</legend>
            <div className="fields">
              <ChoiceBox
                label={t('planning.state')}
                value={choice.isOut ? 'out' : 'keep'}
                onChange={(value) => set(entryId, { isOut: value === 'out' })}
                options={[
                  { value: 'keep', label: t('planning.keep') },
                  { value: 'out', label: t('planning.takeOut') },
                ]}
              />
              {choice.isOut && (
                <>
                  <ChoiceBox
                    label={t('planning.ground')}
                    value={choice.ground}
                    onChange={(ground) => set(entryId, { ground })}
                    options={outGrounds.map((value) => ({ value, label: t(`outGround.${value}`) }))}
                    isList
                  />
                  <LineBox
                    label={t('planning.reason')}
                    value={choice.reason}
                    max={500}
                    onChange={(reason) => set(entryId, { reason })}
                    mustBeFilled={tried}
                  />
                </>
              )}
            </div>
          </fieldset>
        )
      })}
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void review()}>
          {t('planning.reviewYear', { year })}
        </Button>
      </div>
    </div>
  )
}

const events = ['discipline', 'lowConfidence', 'politicalStandard', 'violation', 'tasks'] as const

export function EventForm({ view, reload }: Props) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const people = view.entries.filter((one) => one.standing === 'approved' || one.standing === 'proposed')
  const [personId, setPersonId] = useState('')
  const [ground, setGround] = useState<(typeof events)[number]>('discipline')
  const { draft, set, done: isNoted } = useDraft({ on: '', low: '', collected: '' }, 'event')
  const { on, low, collected } = draft
  const [tried, setTried] = useState(false)
  const whom = personId === '' ? (people[0]?.person.personId ?? '') : personId
  const isVote = ground === 'lowConfidence'
  const note = async () => {
    setTried(true)
    const day = parseDay(on, session.today)
    if (day === null || whom === '' || (isVote && !(Number(collected) > 0))) return
    const counts = isVote ? { low: Number(low), collected: Number(collected) } : {}
    if (await order({ type: 'noteForPlanning', personId: whom, ground, basis: { on: day, ...counts } })) isNoted()
  }
  return (
    <div className="pad form">
      <div className="fields">
        <ChoiceBox
          label={t('planning.whom')}
          value={whom}
          onChange={setPersonId}
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
            <LineBox label={t('planning.low')} value={low} max={4} width={170} onChange={set('low')} />
            <LineBox
              label={t('planning.collected')}
              value={collected}
              max={4}
              width={170}
              onChange={set('collected')}
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
