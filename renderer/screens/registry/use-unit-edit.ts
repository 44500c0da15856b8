// Orders to one unit: a change from a day on, or a correction of what is looked at.
import { UnitId } from '../../../workflows/core/ids.ts'
import type { UnitView } from '../../../workflows/registry/counter.ts'
import { UnitPatch } from '../../../workflows/registry/unit.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { type newWhy, whyOf } from './why-boxes.tsx'

/** `save`: true when it was recorded; nothing is sent while the reasons or the new values are wanting. */
export function useUnitEdit({ unit, onDone }: { readonly unit: UnitView; readonly onDone: () => void }) {
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  return {
    trouble,
    isBusy,
    async save(set: unknown, why: ReturnType<typeof newWhy>): Promise<boolean> {
      const said = whyOf(why, session.today)
      const patch = UnitPatch.safeParse(set)
      if (said === null || !patch.success) return false
      const { from, reason, document } = said
      const [unitId, seen] = [UnitId.parse(unit.unitId), unit.revision]
      const done = await send({
        to: 'registry',
        command:
          why.mode === 'change'
            ? { type: 'changeUnit', unitId, seen, from, set: patch.data, reason, document }
            : { type: 'correctUnit', unitId, seen, at: unit.day, set: patch.data, reason: reason ?? '' },
      })
      if (done === null) return false
      onDone()
      return true
    },
  }
}
