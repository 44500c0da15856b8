// Action programs at the meeting: the speaking order, each presentation from-to with questions and answers, or taking a name off this ballot.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { ConferenceView, PresentationView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { showTime } from '../../parts/dates.ts'
import { ChoiceBox, clean, LineBox } from '../../parts/form.tsx'
import { byGivenName } from '../../people.ts'
import { useDraft } from '../../use-draft.ts'
import { PlainAct } from '../case/act-frame.tsx'
import { PresentProgram } from './present-program.tsx'

export function Presentations(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { presentations, removed } = props.conference
  const waiting = presentations.filter((presentation) => !presentation.isPresented)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = waiting.find((presentation) => presentation.personId === chosenId) ?? waiting[0]
  if (!props.conference.needsPresentations) return <p className="pad t2">{t('present.notNeeded')}</p>
  return (
    <>
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
              <Chip meaning="ink">{t('present.now')}</Chip>
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
          <RemoveFromBallot key={`remove ${chosen.personId}`} person={chosen} />
          {actOf(view, 'presentActionProgram') !== undefined && <PresentProgram key={chosen.personId} person={chosen} />}
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

function RemoveFromBallot(props: { readonly person: PresentationView }) {
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
    <details className="pad">
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
