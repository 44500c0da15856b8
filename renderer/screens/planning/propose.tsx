// Proposing a person for a planning list: chosen from the registry, or typed where the registry does not know the person yet.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlannedPerson, sources } from '../../../workflows/planning/facts.ts'
import type { PlanningListView } from '../../../workflows/planning/view.ts'
import { useDesk } from '../../desk.tsx'
import { ChoiceBox, clean, LineBox, TickBox } from '../../parts/form.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { bornOf } from '../case/facts-draft.ts'
import { aboutPerson, Candidates } from './candidates.tsx'
import { usePlanningOrders } from './use-planning.ts'

type Props = { readonly view: PlanningListView; readonly reload: () => Promise<void> }
const empty = { name: '', birthDate: '', sex: '', citizenId: '', currentPost: '', currentRank: '' }
type Typed = typeof empty

const rankIn = (typed: string): number | null => (/^\d$/.test(typed.trim()) ? Number(typed) : null)

/** What was typed of somebody the registry does not know; undefined while it cannot be read. */
function typedPerson(who: Typed, personId: string, today: string): PlannedPerson | undefined {
  const birthDate = who.birthDate.trim() === '' ? undefined : bornOf(who.birthDate, today)
  if (clean(who.name) === '' || clean(who.currentPost) === '' || birthDate === null) return undefined
  return {
    personId,
    name: clean(who.name),
    ...(birthDate !== undefined && { birthDate }),
    ...((who.sex === 'male' || who.sex === 'female') && { sex: who.sex }),
    ...(/^\d{12}$/.test(who.citizenId.trim()) && { citizenId: who.citizenId.trim() }),
    currentPost: clean(who.currentPost),
    currentRank: rankIn(who.currentRank),
  }
}

export function ProposeForm({ view, reload }: Props) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = usePlanningOrders(view.version, reload)
  const [chosen, setChosen] = useState<PlannedPerson | null>(null)
  const { draft: who, setDraft: setWho } = useDraft(empty, 'propose')
  const [source, setSource] = useState<(typeof sources)[number]>('inside')
  const [isReElection, setReElection] = useState(false)
  const [tried, setTried] = useState(false)
  const entryId = `e${(view.version + 1).toString(36)}`
  const propose = async () => {
    setTried(true)
    // Without a record in the registry the entry itself is who is meant.
    const person = chosen === null ? typedPerson(who, `quy-hoach-${entryId}`, session.today) : completed(chosen, who)
    if (person === undefined) return
    const { listId } = view.list
    if (!(await order({ type: 'proposeForPlanning', listId, entryId, person, source, isReElection, on: session.today }))) return
    setWho(empty)
    setChosen(null)
    setTried(false)
  }
  return (
    <div className="pad form">
      <ChoiceBox
        label={t('planning.source')}
        value={source}
        onChange={setSource}
        options={sources.map((value) => ({ value, label: t(`planningSource.${value}`) }))}
      />
      <TickBox label={t('planning.isReElection')} isOn={isReElection} onChange={setReElection} />
      {chosen === null ? (
        <>
          <Candidates listId={view.list.listId} isReElection={isReElection} onChoose={setChosen} />
          <details>
            <summary>{t('planningPick.byHand')}</summary>
            <div className="form">
              <TypedBoxes who={who} set={(change) => setWho({ ...who, ...change })} tried={tried} />
              <ProposeButton isBusy={isBusy} onClick={() => void propose()} />
            </div>
          </details>
        </>
      ) : (
        <fieldset className="plain">
          <legend>{t('planningPick.chosen')}</legend>
          <p>
            <b>{chosen.name}</b> <span className="t2">{aboutPerson(chosen)}</span>
          </p>
          <div className="fields">
            {chosen.currentPost === '' && (
              <LineBox
                label={t('planning.currentPost')}
                value={who.currentPost}
                onChange={(currentPost) => setWho({ ...who, currentPost })}
                mustBeFilled={tried}
              />
            )}
            {chosen.currentRank === null && (
              <LineBox
                label={t('planning.currentRank')}
                value={who.currentRank}
                max={1}
                onChange={(currentRank) => setWho({ ...who, currentRank })}
              />
            )}
          </div>
          <div className="row">
            <ProposeButton isBusy={isBusy} onClick={() => void propose()} />
            <Button variant="subtle" onClick={() => setChosen(null)}>
              {t('planningPick.another')}
            </Button>
          </div>
        </fieldset>
      )}
      <TroubleBox trouble={trouble} />
    </div>
  )
}

/** The boxes of what the registry did not say. */
function completed(chosen: PlannedPerson, who: Typed): PlannedPerson | undefined {
  const currentPost = chosen.currentPost === '' ? clean(who.currentPost) : chosen.currentPost
  return currentPost === '' ? undefined : { ...chosen, currentPost, currentRank: chosen.currentRank ?? rankIn(who.currentRank) }
}

function ProposeButton(props: { readonly isBusy: boolean; readonly onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <Button variant="default" aria-disabled={props.isBusy || undefined} onClick={props.onClick}>
      {t('planning.propose')}
    </Button>
  )
}

function TypedBoxes({ who, set, tried }: { readonly who: Typed; readonly set: (change: Partial<Typed>) => void; readonly tried: boolean }) {
  const { t } = useTranslation()
  const must = tried ? { mustBeFilled: true } : {}
  return (
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
    </div>
  )
}
