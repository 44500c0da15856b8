// The columns in which each list of what is known of a nominee is typed.
import { useTranslation } from 'react-i18next'
import { sectors } from '../../../workflows/eligibility/family.ts'
import { checkKinds, planningRelations, postLevels, proceedingKinds } from '../../../workflows/eligibility/nominee-facts.ts'
import { planningLevels } from '../../../workflows/planning/facts.ts'
import { disciplineForms, relations } from '../../../workflows/registry/person.ts'
import { relationWord, sanctionWord, standingWord } from '../../../workflows/wording/guards.ts'
import type { ListKey } from './facts-draft.ts'
import type { RowColumn } from './rows-box.tsx'

export function useListColumns(): Readonly<Record<ListKey, readonly RowColumn[]>> {
  const { t, i18n } = useTranslation()
  const lang = i18n.language === 'en' ? 'en' : 'vi'
  const line = (key: 'post' | 'unit' | 'name'): RowColumn => ({ key, label: t(`eligibility.column.${key}`), type: 'line' })
  const day = (key: 'from' | 'until' | 'effectiveOn'): RowColumn => ({
    key,
    label: t(`eligibility.column.${key}`),
    type: 'day',
    isOptional: key === 'until',
  })
  const choice = (key: string, label: string, options: RowColumn['options']): RowColumn => ({ key, label, type: 'choice', options })
  const kinds = (of: readonly string[]) =>
    choice(
      'kind',
      t('eligibility.column.kind'),
      of.map((value) => ({ value, label: standingWord(value, lang) })),
    )
  const isHead = choice('isHead', t('eligibility.column.isHead'), [
    { value: 'no', label: t('eligibility.isNot') },
    { value: 'yes', label: t('eligibility.isSo') },
  ])
  return {
    planning: [
      line('post'),
      choice(
        'relation',
        t('eligibility.column.relation'),
        planningRelations.map((value) => ({ value, label: t(`eligibility.planningRelation.${value}`) })),
      ),
      day('from'),
      day('until'),
    ],
    held: [
      line('post'),
      choice(
        'level',
        t('eligibility.column.level'),
        postLevels.map((value) => ({ value, label: t(`eligibility.postLevel.${value}`) })),
      ),
      day('from'),
      day('until'),
      isHead,
    ],
    disciplines: [
      choice(
        'sanction',
        t('eligibility.column.sanction'),
        disciplineForms.map((value) => ({ value, label: sanctionWord(value, lang) })),
      ),
      day('effectiveOn'),
    ],
    proceedings: [kinds(proceedingKinds), day('from'), day('until')],
    checks: [kinds(checkKinds), day('from'), day('until')],
    relatives: [
      line('name'),
      choice(
        'kin',
        t('eligibility.column.kin'),
        relations.map((value) => ({ value, label: relationWord(value, lang) })),
      ),
      line('post'),
      line('unit'),
      choice(
        'bodyLevel',
        t('eligibility.column.bodyLevel'),
        planningLevels.map((value) => ({ value, label: t(`planningLevel.${value}`) })),
      ),
      isHead,
      choice(
        'sector',
        t('eligibility.column.sector'),
        (['none', ...sectors] as const).map((value) => ({ value, label: t(`eligibility.sector.${value}`) })),
      ),
    ],
  }
}
