// The slips of a case under seal: which bundle lies where, with whom, until when.
import { useTranslation } from 'react-i18next'
import type { BundleView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showDay, showInstant } from '../../parts/dates.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { useWording } from '../../wording.ts'

export const bundleNo = (bundleId: string): string => bundleId.replace(/^goi-/, '')

const meanings: Readonly<Record<BundleView['standing'], ChipMeaning>> = {
  kept: 'ink',
  held: 'stopped',
  due: 'warn',
  replaced: 'plain',
  destroyed: 'plain',
}

export function BundleSheet() {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const [first] = view.bundles
  if (first === undefined) return null
  return (
    <Sheet title={t('bundle.title')}>
      <ul className="lines">
        {view.bundles.map((bundle) => (
          <li key={bundle.bundleId}>
            <div className="row">
              <b>{t('bundle.name', { no: bundleNo(bundle.bundleId) })}</b>
              <Chip meaning={meanings[bundle.standing]}>{t(`bundle.standing.${bundle.standing}`)}</Chip>
            </div>
            <div className="sm">
              {[
                ...(bundle.stage === undefined ? [] : [say.stage(bundle.stage)]),
                t('bundle.total', { count: bundle.total }),
                t('bundle.seal', { sealNo: bundle.sealNo }),
              ].join(' · ')}
            </div>
            <div className="sm t2">
              {t('bundle.keeperAt', { name: bundle.keeper.name, place: bundle.place })}
              {'; '}
              {bundle.destroyedAt !== undefined
                ? showInstant(bundle.destroyedAt)
                : bundle.keepUntil === undefined
                  ? t('bundle.untilDecision')
                  : t('bundle.until', { day: showDay(bundle.keepUntil) })}
            </div>
            {bundle.holdReason !== undefined && <div className="sm">{bundle.holdReason}</div>}
          </li>
        ))}
      </ul>
      <div className="pad">
        <ClauseNote citation={first.citation} />
      </div>
    </Sheet>
  )
}
