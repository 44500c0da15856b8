// When the law sends a case upward: the head's choice, the report, the direction received.
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import { directions } from '../../../workflows/procedure/facts.ts'
import { useCase } from '../../case-desk.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, TextBox } from '../../parts/form.tsx'
import { NamesBox } from '../../parts/names-box.tsx'
import { useDraft } from '../../use-draft.ts'
import { SealedAct } from './act-frame.tsx'
import { useNominees } from './use-nominees.ts'

type Props = { readonly onDone: () => void }
const nobody: readonly string[] = []
const ids = (values: readonly string[]) => values.map((value) => PersonId.parse(value))

export function HeadChoose({ onDone }: Props) {
  const { t } = useTranslation()
  const { view, today } = useCase()
  const all = useNominees()
  const level = all.filter((nominee) => view.goesOn.includes(nominee.personId))
  const people = level.length > 0 ? level : all
  const { draft, set } = useDraft({
    decision: 'choose' as 'choose' | 'goOn' | 'stop',
    names: nobody,
    opinions: '',
    document: emptyDocument,
  })
  const chosen = people.filter((person) => draft.names.includes(person.personId))
  const build = () => {
    const document = documentOf(draft.document, today)
    if (document === null || clean(draft.opinions) === '' || (draft.decision === 'choose' && chosen.length === 0)) return null
    return {
      type: 'headChoose',
      decision: draft.decision,
      names: draft.decision === 'choose' ? ids(draft.names) : [],
      opinionsReported: clean(draft.opinions),
      document,
    } as const
  }
  return (
    <SealedAct
      command="headChoose"
      build={build}
      onDone={onDone}
      sentence={t(`will.headChoose.${draft.decision}`, {
        names: chosen.map((person) => person.name).join(', '),
        number: clean(draft.document.number),
      })}
    >
      {(tried) => (
        <>
          <ChoiceBox
            label={t('head.decision')}
            value={draft.decision}
            onChange={set('decision')}
            options={(['choose', 'goOn', 'stop'] as const).map((value) => ({ value, label: t(`head.${value}`) }))}
          />
          {draft.decision === 'choose' && (
            <NamesBox label={t('nominee.who')} people={people} value={draft.names} onChange={set('names')} mustBeFilled={tried} />
          )}
          <TextBox label={t('head.opinions')} value={draft.opinions} onChange={set('opinions')} mustBeFilled={tried} />
          <DocumentBoxes legend={t('act.document')} value={draft.document} onChange={set('document')} today={today} mustBeFilled={tried} />
        </>
      )}
    </SealedAct>
  )
}

export function SendReport({ onDone }: Props) {
  const { t } = useTranslation()
  const { today } = useCase()
  const { draft, set } = useDraft({ document: emptyDocument, explanation: '' })
  const build = () => {
    const document = documentOf(draft.document, today)
    return document === null || clean(draft.explanation) === ''
      ? null
      : ({ type: 'sendReport', document, explanation: clean(draft.explanation) } as const)
  }
  return (
    <SealedAct command="sendReport" build={build} onDone={onDone} sentence={t('will.sendReport', { number: clean(draft.document.number) })}>
      {(tried) => (
        <>
          <DocumentBoxes legend={t('act.document')} value={draft.document} onChange={set('document')} today={today} mustBeFilled={tried} />
          <TextBox
            label={t('direction.explanation')}
            max={8000}
            value={draft.explanation}
            onChange={set('explanation')}
            mustBeFilled={tried}
          />
        </>
      )}
    </SealedAct>
  )
}

export function ReceiveDirection({ onDone }: Props) {
  const { t } = useTranslation()
  const { today } = useCase()
  const people = useNominees()
  const { draft, set } = useDraft({ direction: 'restart' as (typeof directions)[number], names: nobody, document: emptyDocument })
  const build = () => {
    const document = documentOf(draft.document, today)
    if (document === null || (draft.direction === 'continueWithNames' && draft.names.length === 0)) return null
    return {
      type: 'receiveDirection',
      direction: draft.direction,
      document,
      names: draft.direction === 'continueWithNames' ? ids(draft.names) : [],
    } as const
  }
  return (
    <SealedAct
      command="receiveDirection"
      build={build}
      onDone={onDone}
      sentence={t('will.receiveDirection', { number: clean(draft.document.number), direction: t(`direction.${draft.direction}`) })}
    >
      {(tried) => (
        <>
          <ChoiceBox
            label={t('direction.label')}
            value={draft.direction}
            onChange={set('direction')}
            options={directions.map((value) => ({ value, label: t(`direction.${value}`) }))}
          />
          {draft.direction === 'continueWithNames' && (
            <NamesBox label={t('nominee.who')} people={people} value={draft.names} onChange={set('names')} mustBeFilled={tried} />
          )}
          <DocumentBoxes legend={t('act.document')} value={draft.document} onChange={set('document')} today={today} mustBeFilled={tried} />
        </>
      )}
    </SealedAct>
  )
}
