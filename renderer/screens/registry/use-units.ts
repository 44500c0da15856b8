// Units as of the day: those directly under one, or all whose names have every part typed.
import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { UnitId } from '../../../workflows/core/ids.ts'
import type { UnitLine } from '../../../workflows/registry/counter.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice } from '../../orders.ts'
import { showDay } from '../../parts/dates.ts'
import { useAsOf } from './as-of.tsx'

export function useUnits(parentId: string | undefined, search: string): readonly UnitLine[] | null {
  const { office } = useDesk()
  const day = useAsOf()
  const [units, setUnits] = useState<readonly UnitLine[] | null>(null)
  useEffect(() => {
    let isGone = false
    const load = async () => {
      const reply = await askOffice(office, {
        about: 'units',
        day,
        search,
        ...(parentId !== undefined && { parentId: UnitId.parse(parentId) }),
      })
      if (!isGone && reply.ok) setUnits(reply.value.units)
    }
    void load()
    const stop = office.onChange(() => void load())
    return () => {
      isGone = true
      stop()
    }
  }, [office, day, parentId, search])
  return units
}

/** Why a unit is found whose name of the day says something else. */
export const formerlyWords = (t: TFunction, { name, from, lastDay }: NonNullable<UnitLine['formerly']>): string =>
  t('registry.units.formerly', { name, from: showDay(from), to: showDay(lastDay) })
