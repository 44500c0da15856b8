// Putting the slips of a round under seal: counted once more, closed, numbered, handed to a keeper.
import { useTranslation } from 'react-i18next'
import { ConferenceId } from '../../../workflows/core/ids.ts'
import type { UnsealedView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { clockNow, instantOf, parseDay, parseTime, showDay } from '../../parts/dates.ts'
import { DayBox, TimeBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, LineBox } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { SealedAct } from './act-frame.tsx'
import { bundleNo } from './bundle-sheet.tsx'
import { KeeperBoxes } from './keeper-boxes.tsx'

type Props = { readonly onDone: () => void }
const piles = ['valid', 'invalid', 'unused', 'spoiled'] as const
const keyOf = ({ conferenceId, round }: UnsealedView) => `${conferenceId} ${round}`

export function SealBundle({ onDone }: Props) {
  const { t } = useTranslation()
  const say = useWording()
  const { view, today } = useCase()
  const { draft, set } = useDraft({
    which: view.unsealed[0] === undefined ? '' : keyOf(view.unsealed[0]),
    counts: { valid: '', invalid: '', unused: '', spoiled: '0' } as Readonly<Record<(typeof piles)[number], string>>,
    envelopes: '1',
    sealNo: '',
    day: showDay(today),
    time: clockNow(),
    keeperName: '',
    keeperTitle: '',
    place: '',
    openedBy: emptyDocument,
  })
  const chosen = view.unsealed.find((one) => keyOf(one) === draft.which)
  const [valid, invalid, unused, spoiled] = piles.map((pile) => countIn(draft.counts[pile]))
  const build = () => {
    const [day, time, envelopes] = [parseDay(draft.day, today), parseTime(draft.time), countIn(draft.envelopes)]
    const [sealNo, name, title, place] = [draft.sealNo, draft.keeperName, draft.keeperTitle, draft.place].map(clean)
    if (chosen === undefined || day === null || time === null || envelopes === undefined || envelopes === 0) return null
    if (valid === undefined || invalid === undefined || unused === undefined || spoiled === undefined) return null
    if (!sealNo || !name || !title || !place) return null
    const openedBy = chosen.replaces === undefined ? null : documentOf(draft.openedBy, today)
    if (chosen.replaces !== undefined && openedBy === null) return null
    const conferenceId = ConferenceId.parse(chosen.conferenceId)
    const sealedAt = instantOf(day, time)
    const counts = { valid, invalid, unused, spoiled }
    return {
      type: 'sealBundle',
      conferenceId,
      round: chosen.round,
      ...counts,
      envelopes,
      sealNo,
      sealedAt,
      keeper: { name, title },
      place,
      ...(openedBy !== null && { openedBy }),
    } as const
  }
  const total = [valid, invalid, unused, spoiled].reduce<number>((sum, one) => sum + (one ?? 0), 0)
  return (
    <SealedAct
      command="sealBundle"
      build={build}
      onDone={onDone}
      sentence={t('will.sealBundle', { total, sealNo: clean(draft.sealNo), keeper: clean(draft.keeperName) })}
    >
      {(tried) => (
        <>
          <ChoiceBox
            label={t('bundle.which')}
            value={draft.which}
            onChange={set('which')}
            isList={view.unsealed.length > 3}
            width="100%"
            options={view.unsealed.map((one) => ({
              value: keyOf(one),
              label: t(one.isVoided ? 'bundle.voidedRound' : 'bundle.round', { stage: say.stage(one.stage), round: one.round }),
            }))}
          />
          {chosen?.replaces !== undefined && (
            <DocumentBoxes
              legend={t('bundle.openedBy', { no: bundleNo(chosen.replaces) })}
              value={draft.openedBy}
              onChange={set('openedBy')}
              today={today}
              mustBeFilled={tried}
            />
          )}
          <p className="sm t2">{t('bundle.countHelp')}</p>
          <div className="fields">
            {piles.map((pile) => (
              <CountBox
                key={pile}
                label={t(`bundle.${pile}`)}
                value={draft.counts[pile]}
                onChange={(text) => set('counts')({ ...draft.counts, [pile]: text })}
                mustBeFilled={tried}
                width={120}
              />
            ))}
          </div>
          <div className="fields">
            <CountBox label={t('bundle.envelopes')} value={draft.envelopes} onChange={set('envelopes')} mustBeFilled={tried} width={120} />
            <LineBox label={t('bundle.sealNo')} value={draft.sealNo} onChange={set('sealNo')} max={80} width={220} mustBeFilled={tried} />
          </div>
          <div className="fields">
            <TimeBox label={t('bundle.time')} value={draft.time} onChange={set('time')} mustBeFilled={tried} />
            <DayBox label={t('bundle.day')} value={draft.day} onChange={set('day')} today={today} mustBeFilled={tried} />
          </div>
          <KeeperBoxes
            name={draft.keeperName}
            title={draft.keeperTitle}
            onName={set('keeperName')}
            onTitle={set('keeperTitle')}
            mustBeFilled={tried}
          />
          <LineBox label={t('bundle.place')} value={draft.place} onChange={set('place')} width={420} mustBeFilled={tried} />
        </>
      )}
    </SealedAct>
  )
}
