// Recording that bundles were destroyed: by which decision, by whom, how. The slips are gone by then; the app only writes it down.
import { useTranslation } from 'react-i18next'
import { BundleId, type NamedPerson } from '../../../workflows/bundles/facts.ts'
import type { CaseCommand } from '../../../workflows/procedure/commands.ts'
import { sealsWhole } from '../../../workflows/wording/papers.ts'
import { useCase } from '../../case-desk.tsx'
import { clockNow, instantOf, parseDay, parseTime, showDay } from '../../parts/dates.ts'
import { DayBox, TimeBox } from '../../parts/day-box.tsx'
import { clean, DocumentBoxes, documentOf, emptyDocument, LineBox, TextBox } from '../../parts/form.tsx'
import { NamesBox } from '../../parts/names-box.tsx'
import { useDraft } from '../../use-draft.ts'
import { SealedAct } from './act-frame.tsx'

import { useBundleLabel } from './bundle-acts.tsx'
import { KeeperBoxes } from './keeper-boxes.tsx'

type Props = { readonly onDone: () => void }
/** A person a line, name and office parted by the first comma. Null while a line lacks either. */
export function peopleIn(typed: string): readonly NamedPerson[] | null {
  const lines = clean(typed)
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const people = lines.map((one) => {
    const [name = '', ...rest] = one.split(',')
    return { name: name.trim(), title: rest.join(',').trim() }
  })
  return people.some((one) => one.name === '' || one.title === '') ? null : people
}

export function DestroyBundles({ onDone }: Props) {
  const { t } = useTranslation()
  const { view, today } = useCase()
  const label = useBundleLabel()
  const kept = view.bundles.filter(({ standing }) => standing === 'kept' || standing === 'due' || standing === 'held')
  const { draft, set } = useDraft({
    bundles: kept.filter(({ standing }) => standing === 'due').map((one) => one.bundleId) as readonly string[],
    document: emptyDocument,
    team: '',
    witnesses: '',
    keeperName: kept[0]?.keeper.name ?? '',
    keeperTitle: kept[0]?.keeper.title ?? '',
    sealsFound: sealsWhole,
    method: '',
    place: '',
    day: showDay(today),
    time: clockNow(),
  })
  const build = () => {
    const [day, time, document] = [parseDay(draft.day, today), parseTime(draft.time), documentOf(draft.document, today)]
    const [team, witnesses] = [peopleIn(draft.team), peopleIn(draft.witnesses)]
    const [name, title, method, place] = [draft.keeperName, draft.keeperTitle, draft.method, draft.place].map(clean)
    const sealsFound = clean(draft.sealsFound)
    if (day === null || time === null || document === null || draft.bundles.length === 0) return null
    if (team === null || team.length === 0 || witnesses === null || !name || !title || !method || !place || !sealsFound) return null
    const [bundleIds, members, seen] = [draft.bundles.map((one) => BundleId.parse(one)), [...team], [...witnesses]]
    return {
      type: 'destroyBundles',
      bundleIds,
      document,
      team: members,
      keeper: { name, title },
      witnesses: seen,
      sealsFound,
      method,
      place,
      destroyedAt: instantOf(day, time),
    } satisfies CaseCommand
  }
  return (
    <SealedAct
      command="destroyBundles"
      build={build}
      onDone={onDone}
      sentence={t('will.destroyBundles', { number: clean(draft.document.number), count: draft.bundles.length })}
    >
      {(tried) => (
        <>
          <NamesBox
            label={t('bundle.choose')}
            people={kept.map((one) => ({ personId: one.bundleId, name: label(one) }))}
            value={draft.bundles}
            onChange={set('bundles')}
            mustBeFilled={tried}
          />
          <DocumentBoxes
            legend={t('bundle.destroyDocument')}
            value={draft.document}
            onChange={set('document')}
            today={today}
            mustBeFilled={tried}
          />
          <TextBox
            label={t('bundle.team')}
            help={t('bundle.teamHelp')}
            value={draft.team}
            onChange={set('team')}
            rows={3}
            mustBeFilled={tried}
          />
          <KeeperBoxes
            name={draft.keeperName}
            title={draft.keeperTitle}
            onName={set('keeperName')}
            onTitle={set('keeperTitle')}
            mustBeFilled={tried}
          />
          <TextBox label={t('bundle.witnesses')} value={draft.witnesses} onChange={set('witnesses')} rows={2} />
          <LineBox
            label={t('bundle.sealsFound')}
            value={draft.sealsFound}
            onChange={set('sealsFound')}
            max={300}
            width={620}
            mustBeFilled={tried}
          />
          <LineBox label={t('bundle.method')} value={draft.method} onChange={set('method')} max={300} width={420} mustBeFilled={tried} />
          <LineBox label={t('bundle.destroyPlace')} value={draft.place} onChange={set('place')} width={420} mustBeFilled={tried} />
          <div className="fields">
            <TimeBox label={t('bundle.time')} value={draft.time} onChange={set('time')} mustBeFilled={tried} />
            <DayBox label={t('bundle.day')} value={draft.day} onChange={set('day')} today={today} mustBeFilled={tried} />
          </div>
        </>
      )}
    </SealedAct>
  )
}
