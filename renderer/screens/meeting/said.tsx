// Parts of the meeting that are spoken and noted: purpose, the list, information about the nominees, statements.
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { clean, LineBox, TextBox } from '../../parts/form.tsx'
import { NamesBox } from '../../parts/names-box.tsx'
import { useDraft } from '../../use-draft.ts'
import { PlainAct, SealedAct } from '../case/act-frame.tsx'

type Props = { readonly conference: ConferenceView }

function Recorded(props: { readonly text: string | undefined }) {
  return props.text === undefined || props.text === '' ? null : <p className="pad rec said">{props.text}</p>
}

export function Purpose({ conference }: Props) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { draft, set } = useDraft({ summary: '' })
  return (
    <>
      <Recorded text={conference.purpose} />
      {actOf(view, 'statePurpose') !== undefined && (
        <SealedAct
          command="statePurpose"
          build={() => (clean(draft.summary) === '' ? null : { type: 'statePurpose', summary: clean(draft.summary) })}
          sentence={t('will.statePurpose')}
        >
          {(tried) => (
            <TextBox
              label={t('purpose.summary')}
              value={draft.summary}
              onChange={set('summary')}
              mustBeFilled={tried}
              help={t('purpose.help')}
            />
          )}
        </SealedAct>
      )}
    </>
  )
}

export function ListAdoption(_props: Props) {
  const { t } = useTranslation()
  const { view } = useCase()
  const people = view.nominees.filter((nominee) => !nominee.isWithdrawn)
  const { draft, set } = useDraft({
    names: people.filter((nominee) => nominee.isEligible).map((nominee): string => nominee.personId) as readonly string[],
  })
  const chosen = people.filter((nominee) => draft.names.includes(nominee.personId))
  if (actOf(view, 'adoptList') === undefined) return null
  return (
    <SealedAct
      command="adoptList"
      build={() => ({ type: 'adoptList', names: chosen.map((nominee) => PersonId.parse(nominee.personId)) })}
      sentence={t('will.adoptList', { count: chosen.length, names: chosen.map((nominee) => nominee.name).join(', ') })}
    >
      {() => <NamesBox label={t('adopt.names')} people={people} value={draft.names} onChange={set('names')} />}
    </SealedAct>
  )
}

export function IntroduceName({ conference }: Props) {
  const { t } = useTranslation()
  const { view } = useCase()
  const onBallot = new Set(conference.ballot?.names.map((name) => name.personId))
  const people = view.nominees.filter((nominee) => !nominee.isWithdrawn && !onBallot.has(nominee.personId))
  const { draft, set } = useDraft({ who: [] as readonly string[], by: '' })
  const who = draft.who[0]
  if (actOf(view, 'introduceName') === undefined || people.length === 0) return null
  return (
    <details className="pad">
      <summary>{t('command.introduceName')}</summary>
      <PlainAct
        command="introduceName"
        build={() =>
          who === undefined || clean(draft.by) === ''
            ? null
            : { type: 'introduceName', personId: PersonId.parse(who), introducedBy: clean(draft.by) }
        }
      >
        {(tried) => (
          <>
            <NamesBox label={t('nominee.who')} people={people} value={draft.who} onChange={set('who')} isOne mustBeFilled={tried} />
            <LineBox label={t('introduce.by')} value={draft.by} max={120} onChange={set('by')} mustBeFilled={tried} />
          </>
        )}
      </PlainAct>
    </details>
  )
}

export function NomineeInformation({ conference }: Props) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { draft, set } = useDraft({ summary: '' })
  return (
    <>
      <Recorded text={conference.nomineeInformation} />
      {actOf(view, 'giveNomineeInformation') !== undefined && (
        <SealedAct
          command="giveNomineeInformation"
          build={() => (clean(draft.summary) === '' ? null : { type: 'giveNomineeInformation', summary: clean(draft.summary) })}
          sentence={t('will.giveNomineeInformation')}
        >
          {(tried) => (
            <TextBox
              label={t('information.summary')}
              rows={6}
              max={6000}
              value={draft.summary}
              onChange={set('summary')}
              mustBeFilled={tried}
              help={t('information.help')}
            />
          )}
        </SealedAct>
      )}
    </>
  )
}

export function Statements({ conference }: Props) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { draft, set, setDraft } = useDraft({ speaker: '', summary: '' })
  return (
    <div className="pad form">
      {conference.statements.map((statement) => (
        <p key={`${statement.speaker} ${statement.summary}`} className="rec">
          <b>{statement.speaker}</b>: {statement.summary}
        </p>
      ))}
      {actOf(view, 'noteStatement') !== undefined && (
        <details>
          <summary>{t('command.noteStatement')}</summary>
          <PlainAct
            command="noteStatement"
            onDone={() => setDraft({ speaker: '', summary: '' })}
            build={() =>
              clean(draft.speaker) === '' || clean(draft.summary) === ''
                ? null
                : { type: 'noteStatement', speaker: clean(draft.speaker), summary: clean(draft.summary) }
            }
          >
            {(tried) => (
              <>
                <LineBox label={t('statement.speaker')} value={draft.speaker} max={120} onChange={set('speaker')} mustBeFilled={tried} />
                <TextBox label={t('statement.summary')} value={draft.summary} onChange={set('summary')} rows={3} mustBeFilled={tried} />
              </>
            )}
          </PlainAct>
        </details>
      )}
    </div>
  )
}
