// A new issue about a nominee: raised, then settled.
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import { useCase } from '../../case-desk.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, TextBox } from '../../parts/form.tsx'
import { NamesBox } from '../../parts/names-box.tsx'
import { useDraft } from '../../use-draft.ts'
import { SealedAct } from './act-frame.tsx'
import { useNominees } from './use-nominees.ts'

type Props = { readonly onDone: () => void }
const nobody: readonly string[] = []

export function RaiseIssue({ onDone }: Props) {
  const { t } = useTranslation()
  const people = useNominees()
  const { draft, set } = useDraft({ who: nobody, issue: '' })
  const chosen = people.find((person) => person.personId === draft.who[0])
  const build = () =>
    clean(draft.issue) === ''
      ? null
      : ({
          type: 'raiseNewIssue',
          ...(chosen === undefined ? {} : { personId: PersonId.parse(chosen.personId) }),
          issue: clean(draft.issue),
        } as const)
  return (
    <SealedAct command="raiseNewIssue" build={build} onDone={onDone} sentence={t('will.raiseNewIssue', { name: chosen?.name ?? '' })}>
      {(tried) => (
        <>
          <NamesBox label={t('issue.who')} people={people} value={draft.who} onChange={set('who')} isOne />
          <TextBox label={t('issue.text')} value={draft.issue} onChange={set('issue')} mustBeFilled={tried} />
        </>
      )}
    </SealedAct>
  )
}

export function ResolveIssue({ onDone }: Props) {
  const { t } = useTranslation()
  const { today } = useCase()
  const people = useNominees()
  const { draft, set } = useDraft({ resolution: 'cleared' as 'cleared' | 'nomineeRemoved', who: nobody, document: emptyDocument })
  const chosen = people.find((person) => person.personId === draft.who[0])
  const build = () => {
    const document = documentOf(draft.document, today)
    if (document === null || (draft.resolution === 'nomineeRemoved' && chosen === undefined)) return null
    return {
      type: 'resolveNewIssue',
      resolution: draft.resolution,
      ...(chosen === undefined ? {} : { personId: PersonId.parse(chosen.personId) }),
      document,
    } as const
  }
  return (
    <SealedAct
      command="resolveNewIssue"
      build={build}
      onDone={onDone}
      sentence={t(`will.resolveNewIssue.${draft.resolution}`, { name: chosen?.name ?? '', number: clean(draft.document.number) })}
    >
      {(tried) => (
        <>
          <ChoiceBox
            label={t('issue.resolution')}
            value={draft.resolution}
            onChange={set('resolution')}
            options={(['cleared', 'nomineeRemoved'] as const).map((value) => ({ value, label: t(`issue.${value}`) }))}
          />
          <NamesBox
            label={t('issue.who')}
            people={people}
            value={draft.who}
            onChange={set('who')}
            isOne
            mustBeFilled={tried && draft.resolution === 'nomineeRemoved'}
          />
          <DocumentBoxes legend={t('act.document')} value={draft.document} onChange={set('document')} today={today} mustBeFilled={tried} />
        </>
      )}
    </SealedAct>
  )
}
