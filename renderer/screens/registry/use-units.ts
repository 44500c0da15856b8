// Units as of the day: those directly under one, or all whose names have every part typed.
import type { TFunction } from 'i18next'
import { UnitId } from '../../../workflows/core/ids.ts'
import type { UnitLine } from '../../../workflows/registry/counter.ts'
import { showDay } from '../../parts/dates.ts'
import { anyNews, useAnswer } from '../../use-answer.ts'
import { useAsOf } from './as-of.tsx'

export function useUnits(parentId: string | undefined, search: string): readonly UnitLine[] | null {
  const day = useAsOf()
  const under = parentId !== undefined && { parentId: UnitId.parse(parentId) }
  return useAnswer({ about: 'units', day, search, ...under }, anyNews).answer?.units ?? null
}

/** Why a unit is found whose name of the day says something else. */
export const formerlyWords = (t: TFunction, { name, from, lastDay }: NonNullable<UnitLine['formerly']>): string =>
  t('registry.units.formerly', { name, from: showDay(from), to: showDay(lastDay) })
