// Action programs at the meeting: the speaking order, each presentation from-to with questions and answers, or taking a name off this ballot.
import { Button } from '@mantine/core'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { ConferenceView, PresentationView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { DraftPlace } from '../../draft-place.tsx'
import { Chip } from '../../parts/chip.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { showTime } from '../../parts/dates.ts'
import { ChoiceBox, clean, LineBox } from '../../parts/form.tsx'
import { armSeal } from '../../parts/seal-button.tsx'
import { byGivenName } from '../../people.ts'
import { useDraft } from '../../use-draft.ts'
import { PlainAct } from '../case/act-frame.tsx'
import { used, usePartKeys } from './part-keys.ts'
import { PresentProgram } from './present-program.tsx'
import { useRoom } from './room.tsx'
import { Speaking } from './speaking.tsx'

export function Presentations(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { presentations, removed } = props.conference
  const waiting = presentations.filter((presentation) => !presentation.isPresented)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const { room, does } = useRoom()
  const [asked, setAsked] = useState(0)
  const remove = useRef<HTMLDetailsElement>(null)
  const talkingId = room?.talk?.personId
  const chosen =
    waiting.find((presentation) => presentation.personId === (chosenId ?? talkingId)) ??
    waiting.find((presentation) => presentation.personId === talkingId) ??
    waiting[0]
  const talk = chosen !== undefined && talkingId === chosen.personId ? room?.talk : undefined
  const ask = () => setAsked((count) => count + 1)
  const absent = () => {
    if (remove.current === null) return
    remove.current.open = true
    remove.current.querySelector('input')?.focus()
  }
  const next = () => {
    if (chosen === undefined) return
    if (talk === undefined) void does({ do: 'startTalk', personId: PersonId.parse(chosen.personId) })
    else if (talk.phase !== 'over') void does({ do: 'endPhase' })
    else armSeal()
    // What was asked and answered is written down while it is fresh.
    if (talk?.phase === 'questions') requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-summary] textarea')?.focus())
  }
  usePartKeys(
    chosen === undefined || room === null
      ? {}
      : {
          Enter: used(next),
          Space: used(() => talk !== undefined && void does({ do: 'toggleTimer' })),
          F6: used(ask),
          Delete: used(absent),
        },
  )
  if (!props.conference.needsPresentations) return <p className="pad t2">{t('present.notNeeded')}</p>
  return (
    <>
      {chosen !== undefined && (
        <Speaking
          key={`speaks ${chosen.personId}`}
          conference={props.conference}
          person={chosen}
          onQuestion={ask}
          onAbsent={absent}
          onNext={next}
        />
      )}
      <ol className="presenters">
        {presentations.map((presentation) => (
          <li key={presentation.personId}>
            <span className="grow">
              <b>{presentation.name}</b>
              <span className="sm t2">
                {presentation.isSubmitted
                  ? t('present.version', {
                      version: presentation.programVersion ?? 0,
                      sha: (presentation.programSha256 ?? '').slice(0, 12),
                    })
                  : t('present.notSubmitted')}
              </span>
              {presentation.summary !== undefined && <span className="rec">{presentation.summary}</span>}
              {presentation.questions.map((question) => (
                <span className="rec sm" key={`${question.askedBy} ${question.text}`}>
                  {question.askedBy}: {question.text} → {question.answer}
                </span>
              ))}
            </span>
            {presentation.differsFromEarlier && <Chip meaning="warn">{t('present.differs')}</Chip>}
            {presentation.isPresented && presentation.presentedFrom !== undefined && presentation.presentedTo !== undefined ? (
              <Chip meaning="passed">
                {t('present.done', { from: showTime(presentation.presentedFrom), to: showTime(presentation.presentedTo) })}
              </Chip>
            ) : presentation.personId === chosen?.personId ? (
              <Chip meaning="ink">{t(talk === undefined ? 'present.turn' : 'present.now')}</Chip>
            ) : (
              <Button size="compact-sm" variant="default" onClick={() => setChosenId(presentation.personId)}>
                {t('present.call', { name: presentation.name })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {removed.map((line) => (
        <p className="pad sm" key={line.personId}>
          {t('present.removed', { name: line.name, reason: line.reason, inFavour: line.inFavour, of: line.of })}
        </p>
      ))}
      {actOf(view, 'setSpeakingOrder') !== undefined && waiting.length === presentations.length && presentations.length > 1 && (
        <SpeakingOrder presentations={presentations} />
      )}
      {chosen !== undefined && (
        <>
          <DraftPlace key={`remove ${chosen.personId}`} name={`remove ${chosen.personId}`}>
            <RemoveFromBallot person={chosen} fold={remove} />
          </DraftPlace>
          {actOf(view, 'presentActionProgram') !== undefined && (
            <DraftPlace key={chosen.personId} name={`present ${chosen.personId}`}>
              <PresentProgram person={chosen} asked={asked} />
            </DraftPlace>
          )}
        </>
      )}
    </>
  )
}

function SpeakingOrder(props: { readonly presentations: readonly PresentationView[] }) {
  const { t } = useTranslation()
  const { draft, set } = useDraft({ method: 'lot' as 'lot' | 'alphabet', lots: {} as Readonly<Record<string, string>> })
  const drawn = props.presentations.map((person) => ({ ...person, lot: countIn(draft.lots[person.personId] ?? '') }))
  const isDrawn = new Set(drawn.map((person) => person.lot)).size === drawn.length && drawn.every((person) => person.lot !== undefined)
  const ordered =
    draft.method === 'alphabet'
      ? [...props.presentations].sort((one, other) => byGivenName(one.name, other.name))
      : [...drawn].sort((one, other) => (one.lot ?? 0) - (other.lot ?? 0))
  return (
    <details className="pad">
      <summary>{t('command.setSpeakingOrder')}</summary>
      <PlainAct
        command="setSpeakingOrder"
        build={() =>
          draft.method === 'lot' && !isDrawn
            ? null
            : { type: 'setSpeakingOrder', method: draft.method, names: ordered.map((person) => PersonId.parse(person.personId)) }
        }
      >
        {(tried) => (
          <>
            <ChoiceBox
              label={t('order.method')}
              value={draft.method}
              onChange={set('method')}
              options={(['lot', 'alphabet'] as const).map((value) => ({ value, label: t(`order.${value}`) }))}
            />
            {draft.method === 'lot' && (
              <div className="fields">
                {props.presentations.map((person) => (
                  <CountBox
                    key={person.personId}
                    label={t('order.lotOf', { name: person.name })}
                    value={draft.lots[person.personId] ?? ''}
                    onChange={(text) => set('lots')({ ...draft.lots, [person.personId]: text })}
                    mustBeFilled={tried}
                    width={220}
                  />
                ))}
              </div>
            )}
          </>
        )}
      </PlainAct>
    </details>
  )
}

function RemoveFromBallot(props: { readonly person: PresentationView; readonly fold: RefObject<HTMLDetailsElement | null> }) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { draft, set } = useDraft({ reason: '', inFavour: '', of: '' })
  if (actOf(view, 'removeFromBallot') === undefined) return null
  const build = () => {
    const inFavour = countIn(draft.inFavour)
    const of = countIn(draft.of)
    if (inFavour === undefined || of === undefined || clean(draft.reason) === '') return null
    return { type: 'removeFromBallot', personId: PersonId.parse(props.person.personId), reason: clean(draft.reason), inFavour, of } as const
  }
  return (
    <details className="pad" ref={props.fold}>
      <summary>{t('remove.title', { name: props.person.name })}</summary>
      <PlainAct command="removeFromBallot" build={build}>
        {(tried) => (
          <>
            <LineBox label={t('form.reason')} value={draft.reason} max={500} width={420} onChange={set('reason')} mustBeFilled={tried} />
            <div className="fields">
              <CountBox label={t('hands.inFavour')} value={draft.inFavour} onChange={set('inFavour')} mustBeFilled={tried} />
              <CountBox label={t('hands.of')} value={draft.of} onChange={set('of')} mustBeFilled={tried} />
            </div>
          </>
        )}
      </PlainAct>
    </details>
  )
}
