// The end of a case: submission, decision, effect, archive; or its cancelling.
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import { useCase } from '../../case-desk.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { clean, DocumentBoxes, documentOf, emptyDocument, LineBox } from '../../parts/form.tsx'
import { NamesBox } from '../../parts/names-box.tsx'
import { useDraft } from '../../use-draft.ts'
import { SealedAct } from './act-frame.tsx'

type Props = { readonly onDone: () => void }

export function SubmitCase({ onDone }: Props) {
  const { t } = useTranslation()
  const { today } = useCase()
  const { draft, set } = useDraft({ document: emptyDocument })
  const build = () => {
    const document = documentOf(draft.document, today)
    return document === null ? null : ({ type: 'submitCase', document } as const)
  }
  return (
    <SealedAct command="submitCase" build={build} onDone={onDone} sentence={t('will.submitCase', { number: clean(draft.document.number) })}>
      {(tried) => (
        <DocumentBoxes legend={t('end.submission')} value={draft.document} onChange={set('document')} today={today} mustBeFilled={tried} />
      )}
    </SealedAct>
  )
}

export function DecideCase({ onDone }: Props) {
  const { t } = useTranslation()
  const { view, today } = useCase()
  const nominees = view.nominees.filter((nominee) => !nominee.isWithdrawn)
  const goingOn = nominees.filter((nominee) => view.goesOn.includes(nominee.personId))
  const people = goingOn.length > 0 ? goingOn : nominees
  const { draft, set } = useDraft({
    document: emptyDocument,
    names: goingOn.map((nominee): string => nominee.personId) as readonly string[],
    effectiveOn: '',
  })
  const build = () => {
    const document = documentOf(draft.document, today)
    const effectiveOn = parseDay(draft.effectiveOn, today)
    if (document === null || effectiveOn === null || draft.names.length === 0) return null
    return { type: 'decideCase', document, names: draft.names.map((name) => PersonId.parse(name)), effectiveOn } as const
  }
  const names = people
    .filter((person) => draft.names.includes(person.personId))
    .map((person) => person.name)
    .join(', ')
  return (
    <SealedAct
      command="decideCase"
      build={build}
      onDone={onDone}
      sentence={t('will.decideCase', {
        number: clean(draft.document.number),
        names,
        post: view.opening.post.title,
        day: draft.effectiveOn,
      })}
    >
      {(tried) => (
        <>
          <DocumentBoxes legend={t('end.decision')} value={draft.document} onChange={set('document')} today={today} mustBeFilled={tried} />
          <NamesBox label={t('end.names')} people={people} value={draft.names} onChange={set('names')} mustBeFilled={tried} />
          <DayBox label={t('end.effectiveOn')} value={draft.effectiveOn} onChange={set('effectiveOn')} today={today} mustBeFilled={tried} />
        </>
      )}
    </SealedAct>
  )
}

export function MakeEffective({ onDone }: Props) {
  const { t } = useTranslation()
  const { view, today } = useCase()
  const { draft, set } = useDraft({ on: showDay(view.decision?.effectiveOn ?? today) })
  const build = () => {
    const on = parseDay(draft.on, today)
    return on === null ? null : ({ type: 'makeEffective', on } as const)
  }
  return (
    <SealedAct command="makeEffective" build={build} onDone={onDone} sentence={t('will.makeEffective', { day: draft.on })}>
      {(tried) => <DayBox label={t('end.effectiveOn')} value={draft.on} onChange={set('on')} today={today} mustBeFilled={tried} />}
    </SealedAct>
  )
}

export function ArchiveCase({ onDone }: Props) {
  const { t } = useTranslation()
  const { draft, set } = useDraft({ box: '' })
  return (
    <SealedAct
      command="archiveCase"
      build={() => (clean(draft.box) === '' ? null : { type: 'archiveCase', box: clean(draft.box) })}
      onDone={onDone}
      sentence={t('will.archiveCase', { box: clean(draft.box) })}
    >
      {(tried) => <LineBox label={t('end.box')} value={draft.box} max={80} onChange={set('box')} mustBeFilled={tried} />}
    </SealedAct>
  )
}

export function CancelCase({ onDone }: Props) {
  const { t } = useTranslation()
  const { today } = useCase()
  const { draft, set } = useDraft({ document: emptyDocument, reason: '' })
  const build = () => {
    const document = documentOf(draft.document, today)
    return document === null || clean(draft.reason) === '' ? null : ({ type: 'cancelCase', document, reason: clean(draft.reason) } as const)
  }
  return (
    <SealedAct
      command="cancelCase"
      build={build}
      onDone={onDone}
      sentence={t('will.cancelCase', { number: clean(draft.document.number), reason: clean(draft.reason) })}
    >
      {(tried) => (
        <>
          <DocumentBoxes legend={t('act.document')} value={draft.document} onChange={set('document')} today={today} mustBeFilled={tried} />
          <LineBox label={t('form.reason')} value={draft.reason} max={500} width={520} onChange={set('reason')} mustBeFilled={tried} />
        </>
      )}
    </SealedAct>
  )
}
