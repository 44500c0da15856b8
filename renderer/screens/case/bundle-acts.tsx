// A bundle under complaint is held, and released when that is settled.
import { useTranslation } from 'react-i18next'
import { BundleId } from '../../../workflows/bundles/facts.ts'
import type { BundleView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, TextBox } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { SealedAct } from './act-frame.tsx'
import { bundleNo } from './bundle-sheet.tsx'

type Props = { readonly onDone: () => void }
const optionsOf = (bundles: readonly BundleView[], label: (bundle: BundleView) => string) =>
  bundles.map((bundle) => ({ value: bundle.bundleId, label: label(bundle) }))

export function useBundleLabel() {
  const { t } = useTranslation()
  const say = useWording()
  return (bundle: BundleView) =>
    [t('bundle.name', { no: bundleNo(bundle.bundleId) }), ...(bundle.stage === undefined ? [] : [say.stage(bundle.stage)])].join(', ')
}

export function HoldBundle({ onDone }: Props) {
  const { t } = useTranslation()
  const { view, today } = useCase()
  const label = useBundleLabel()
  const free = view.bundles.filter(({ standing }) => standing === 'kept' || standing === 'due')
  const { draft, set } = useDraft({ bundleId: free[0]?.bundleId ?? '', reason: '', heldOn: showDay(today), document: emptyDocument })
  const isDocumented = clean(draft.document.number) !== '' || clean(draft.document.date) !== ''
  const build = () => {
    const heldOn = parseDay(draft.heldOn, today)
    const document = documentOf(draft.document, today)
    const reason = clean(draft.reason)
    if (draft.bundleId === '' || heldOn === null || reason === '' || (isDocumented && document === null)) return null
    return { type: 'holdBundle', bundleId: BundleId.parse(draft.bundleId), reason, heldOn, ...(document !== null && { document }) } as const
  }
  return (
    <SealedAct
      command="holdBundle"
      build={build}
      onDone={onDone}
      sentence={t('will.holdBundle', { bundle: bundleNo(draft.bundleId), reason: clean(draft.reason) })}
    >
      {(tried) => (
        <>
          <ChoiceBox label={t('bundle.choose')} value={draft.bundleId} onChange={set('bundleId')} options={optionsOf(free, label)} />
          <TextBox
            isOneLine
            label={t('bundle.holdReason')}
            value={draft.reason}
            onChange={set('reason')}
            rows={2}
            max={500}
            mustBeFilled={tried}
          />
          <DayBox label={t('bundle.heldOn')} value={draft.heldOn} onChange={set('heldOn')} today={today} mustBeFilled={tried} />
          <DocumentBoxes
            legend={t('bundle.holdDocument')}
            value={draft.document}
            onChange={set('document')}
            today={today}
            mustBeFilled={tried && isDocumented}
          />
        </>
      )}
    </SealedAct>
  )
}

export function ReleaseBundle({ onDone }: Props) {
  const { t } = useTranslation()
  const { view, today } = useCase()
  const label = useBundleLabel()
  const held = view.bundles.filter(({ standing }) => standing === 'held')
  const { draft, set } = useDraft({ bundleId: held[0]?.bundleId ?? '', releasedOn: showDay(today), document: emptyDocument })
  const build = () => {
    const releasedOn = parseDay(draft.releasedOn, today)
    const document = documentOf(draft.document, today)
    if (draft.bundleId === '' || releasedOn === null || document === null) return null
    return { type: 'releaseBundle', bundleId: BundleId.parse(draft.bundleId), document, releasedOn } as const
  }
  return (
    <SealedAct
      command="releaseBundle"
      build={build}
      onDone={onDone}
      sentence={t('will.releaseBundle', { number: clean(draft.document.number), bundle: bundleNo(draft.bundleId) })}
    >
      {(tried) => (
        <>
          <ChoiceBox label={t('bundle.choose')} value={draft.bundleId} onChange={set('bundleId')} options={optionsOf(held, label)} />
          <DocumentBoxes
            legend={t('bundle.releaseDocument')}
            value={draft.document}
            onChange={set('document')}
            today={today}
            mustBeFilled={tried}
          />
          <DayBox label={t('bundle.releasedOn')} value={draft.releasedOn} onChange={set('releasedOn')} today={today} mustBeFilled={tried} />
        </>
      )}
    </SealedAct>
  )
}
