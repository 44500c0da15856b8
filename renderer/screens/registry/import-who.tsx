// Who the person of a row is, where name and birth date alone cannot tell: somebody on record, somebody new, or nobody to be taken in.
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { RowCandidate, RowConflict } from '../../../workflows/registry/import/account.ts'
import type { RowDecision } from '../../../workflows/registry/import/plan.ts'
import { partialDate } from '../../../workflows/wording/record-values.ts'

const choiceOf = (decision: RowDecision | undefined): string =>
  decision === undefined ? '' : decision.personId === undefined ? decision.is : `same ${decision.personId}`

export function RowWho(props: {
  readonly row: number
  readonly conflict: RowConflict
  readonly decision: RowDecision | undefined
  readonly onDecide: (decision: RowDecision | null) => void
}) {
  const { t } = useTranslation()
  const { row, conflict, decision } = props
  const choose = (value: string) => {
    if (value === 'same' || value === 'new' || value === 'left') return props.onDecide({ row, is: value })
    const personId = PersonId.safeParse(value.slice('same '.length))
    props.onDecide(personId.success ? { row, is: 'same', personId: personId.data } : null)
  }
  const about = ({ name, birthDate, citizenId, nativePlace }: RowCandidate): string =>
    [
      name,
      birthDate === undefined ? '' : t('import.born', { date: partialDate(birthDate) }),
      citizenId === undefined ? t('import.numberNone') : t('import.number', { number: citizenId }),
      nativePlace === undefined ? '' : t('import.nativeOf', { place: nativePlace }),
    ]
      .filter((part) => part !== '')
      .join(', ')
  return (
    <NativeSelect
      aria-label={t('import.whom.of', { row })}
      className="imp-who"
      value={choiceOf(decision)}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: t('import.whom.open') },
        ...conflict.candidates.map((one) =>
          one.personId === undefined
            ? { value: 'same', label: t('import.whom.sameRow', { row: one.row }) }
            : { value: `same ${one.personId}`, label: t('import.whom.same', { who: about(one) }) },
        ),
        ...(conflict.mayBeNew ? [{ value: 'new', label: t('import.whom.new') }] : []),
        { value: 'left', label: t('import.whom.left') },
      ]}
    />
  )
}
