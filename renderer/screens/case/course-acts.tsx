// Changing the course of a case: a stage held again, another rulebook.
import { useTranslation } from 'react-i18next'
import { resetReasons } from '../../../workflows/procedure/facts.ts'
import { rulebookIds, type StageKey } from '../../../workflows/rulebooks/types.ts'
import { useCase } from '../../case-desk.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, TextBox } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { SealedAct } from './act-frame.tsx'

type Props = { readonly onDone: () => void }

export function ResetStage({ onDone }: Props) {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const held = view.steps.flatMap((step) => (step.kind === 'conference' && step.standing !== 'later' ? [step.key as StageKey] : []))
  const { draft, set } = useDraft({
    stage: (held.at(-1) ?? 'expandedNomination') as StageKey,
    reason: 'other' as (typeof resetReasons)[number],
    explanation: '',
  })
  const build = () =>
    clean(draft.explanation) === ''
      ? null
      : ({ type: 'resetStage', stage: draft.stage, reason: draft.reason, explanation: clean(draft.explanation) } as const)
  return (
    <SealedAct
      command="resetStage"
      build={build}
      onDone={onDone}
      sentence={t('will.resetStage', { stage: say.stage(draft.stage), reason: t(`reset.${draft.reason}`) })}
    >
      {(tried) => (
        <>
          <ChoiceBox
            label={t('reset.stage')}
            value={draft.stage}
            onChange={set('stage')}
            options={held.map((value) => ({ value, label: say.stage(value) }))}
          />
          <ChoiceBox
            label={t('reset.reason')}
            value={draft.reason}
            onChange={set('reason')}
            options={resetReasons.map((value) => ({ value, label: t(`reset.${value}`) }))}
          />
          <TextBox label={t('reset.explanation')} max={2000} value={draft.explanation} onChange={set('explanation')} mustBeFilled={tried} />
        </>
      )}
    </SealedAct>
  )
}

export function MigrateRulebook({ onDone }: Props) {
  const { t } = useTranslation()
  const say = useWording()
  const { view, today } = useCase()
  const others = rulebookIds.filter((id) => id !== view.rulebook.id)
  const { draft, set } = useDraft({ to: others.at(-1) ?? view.rulebook.id, document: emptyDocument })
  const build = () => {
    const document = documentOf(draft.document, today)
    return document === null ? null : ({ type: 'migrateRulebook', to: draft.to, document } as const)
  }
  return (
    <SealedAct
      command="migrateRulebook"
      build={build}
      onDone={onDone}
      sentence={t('will.migrateRulebook', { to: say.rulebook(draft.to), number: clean(draft.document.number) })}
    >
      {(tried) => (
        <>
          <p className="note warn">{t('migrate.warning')}</p>
          <ChoiceBox
            label={t('migrate.to')}
            value={draft.to}
            onChange={set('to')}
            options={others.map((value) => ({ value, label: say.rulebook(value) }))}
          />
          <DocumentBoxes legend={t('act.document')} value={draft.document} onChange={set('document')} today={today} mustBeFilled={tried} />
        </>
      )}
    </SealedAct>
  )
}
