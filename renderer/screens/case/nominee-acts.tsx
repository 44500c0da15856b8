// Nominees of a case: proposing, withdrawing, the head's introduction.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import { useCase } from '../../case-desk.tsx'
import { CitizenBox, isCitizenIdBad } from '../../parts/citizen-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, LineBox, TickBox } from '../../parts/form.tsx'
import { NamesBox } from '../../parts/names-box.tsx'
import { idBook } from '../../people.ts'
import { useDraft } from '../../use-draft.ts'
import { SealedAct } from './act-frame.tsx'
import { rankOptions } from './rank-options.ts'

const noNominee = {
  name: '',
  ballotName: '',
  birthDate: '',
  citizenId: '',
  currentPost: '',
  rank: 'none',
  isPlanned: true,
  isEligible: true,
}

export function ProposeNominee(props: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { draft, set } = useDraft(noNominee)
  const idOf = useMemo(() => idBook(view), [view])
  const name = clean(draft.name)
  const citizenId = clean(draft.citizenId)
  const build = () => {
    if (name === '' || clean(draft.currentPost) === '' || isCitizenIdBad(citizenId)) return null
    const birthDate = clean(draft.birthDate)
    const ballotName = clean(draft.ballotName)
    return {
      type: 'proposeNominee',
      nominee: {
        personId: idOf(name),
        name,
        ballotName: ballotName === '' ? name : ballotName,
        ...(birthDate === '' ? {} : { birthDate }),
        ...(citizenId === '' ? {} : { citizenId }),
        currentPost: clean(draft.currentPost),
        currentRank: draft.rank === 'none' ? null : Number(draft.rank),
        isPlanned: draft.isPlanned,
        isEligible: draft.isEligible,
      },
    } as const
  }
  return (
    <SealedAct
      command="proposeNominee"
      build={build}
      onDone={props.onDone}
      sentence={t('will.proposeNominee', { name, post: view.opening.post.title })}
    >
      {(tried) => (
        <>
          <div className="fields">
            <LineBox label={t('nominee.name')} value={draft.name} max={120} onChange={set('name')} mustBeFilled={tried} />
            <LineBox
              label={t('nominee.ballotName')}
              value={draft.ballotName}
              max={120}
              onChange={set('ballotName')}
              help={t('nominee.ballotNameHelp')}
            />
          </div>
          <div className="fields">
            <LineBox label={t('nominee.currentPost')} value={draft.currentPost} onChange={set('currentPost')} mustBeFilled={tried} />
            <ChoiceBox
              label={t('nominee.currentRank')}
              value={draft.rank}
              onChange={set('rank')}
              options={[{ value: 'none', label: t('rank.none') }, ...rankOptions(t)]}
            />
          </div>
          <div className="fields">
            <LineBox label={t('nominee.birthDate')} value={draft.birthDate} max={10} width={150} onChange={set('birthDate')} />
            <CitizenBox value={draft.citizenId} width={180} onChange={set('citizenId')} tried={tried} />
          </div>
          <TickBox label={t('nominee.isPlanned')} isOn={draft.isPlanned} onChange={set('isPlanned')} />
          <TickBox label={t('nominee.isEligible')} isOn={draft.isEligible} onChange={set('isEligible')} />
        </>
      )}
    </SealedAct>
  )
}

export function WithdrawNominee(props: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view, today } = useCase()
  const { draft, set } = useDraft({ who: [] as readonly string[], reason: '', document: emptyDocument })
  const people = view.nominees.filter((nominee) => !nominee.isWithdrawn)
  const chosen = people.find((nominee) => nominee.personId === draft.who[0])
  const build = () => {
    const reason = clean(draft.reason)
    if (chosen === undefined || reason === '') return null
    const document = documentOf(draft.document, today)
    return {
      type: 'withdrawNominee',
      personId: PersonId.parse(chosen.personId),
      reason,
      ...(document === null ? {} : { document }),
    } as const
  }
  return (
    <SealedAct
      command="withdrawNominee"
      build={build}
      onDone={props.onDone}
      sentence={t('will.withdrawNominee', { name: chosen?.name ?? '', reason: clean(draft.reason) })}
    >
      {(tried) => (
        <>
          <NamesBox label={t('nominee.who')} people={people} value={draft.who} onChange={set('who')} isOne mustBeFilled={tried} />
          <LineBox label={t('form.reason')} value={draft.reason} max={500} width={520} onChange={set('reason')} mustBeFilled={tried} />
          <DocumentBoxes legend={t('form.documentIfAny')} value={draft.document} onChange={set('document')} today={today} />
        </>
      )}
    </SealedAct>
  )
}

export function IntroduceByHead(props: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { draft, set } = useDraft({ who: [] as readonly string[] })
  const people = view.nominees.filter((nominee) => !nominee.isWithdrawn)
  const chosen = people.find((nominee) => nominee.personId === draft.who[0])
  return (
    <SealedAct
      command="introduceByHead"
      build={() => (chosen === undefined ? null : { type: 'introduceByHead', personId: PersonId.parse(chosen.personId) })}
      onDone={props.onDone}
      sentence={t('will.introduceByHead', { name: chosen?.name ?? '' })}
    >
      {(tried) => <NamesBox label={t('nominee.who')} people={people} value={draft.who} onChange={set('who')} isOne mustBeFilled={tried} />}
    </SealedAct>
  )
}
