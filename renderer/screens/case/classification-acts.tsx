// The degree of secrecy: decided anew for the case or for one meeting, and what was decided since the opening (documents.md A4).
import { useTranslation } from 'react-i18next'
import { ConferenceId } from '../../../workflows/core/ids.ts'
import type { Classification } from '../../../workflows/procedure/facts.ts'
import { useCase } from '../../case-desk.tsx'
import { parseDay, showDay, showInstant } from '../../parts/dates.ts'
import { ChoiceBox, clean } from '../../parts/form.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { SealedAct } from './act-frame.tsx'
import { ClassificationBasis, ClassificationChoice } from './classification-boxes.tsx'

export function ChangeClassification({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const say = useWording()
  const { view, today } = useCase()
  const { draft, set } = useDraft({
    classification: '' as Classification | '',
    meeting: '',
    reason: '',
    classifiedBy: '',
    declassifyOn: '',
  })
  const meetings = [...view.pastConferences, ...(view.conference === undefined ? [] : [view.conference])]
  const whole = t('classify.wholeCase')
  const about = [
    { value: '', label: whole },
    ...meetings.map(({ conferenceId, stage }) => ({ value: conferenceId, label: say.stage(stage) })),
  ]
  const build = () => {
    const [reason, classifiedBy] = [clean(draft.reason), clean(draft.classifiedBy)]
    const declassifyOn = parseDay(draft.declassifyOn, today)
    if (declassifyOn === null && clean(draft.declassifyOn) !== '') return null
    if (draft.classification === '' || reason === '' || classifiedBy === '') return null
    return {
      type: 'changeClassification',
      classification: draft.classification,
      ...(draft.meeting === '' ? {} : { conferenceId: ConferenceId.parse(draft.meeting) }),
      reason,
      classifiedBy,
      ...(declassifyOn === null ? {} : { declassifyOn }),
    } as const
  }
  return (
    <SealedAct
      command="changeClassification"
      build={build}
      onDone={onDone}
      sentence={t('will.changeClassification', {
        who: clean(draft.classifiedBy),
        what: about.find(({ value }) => value === draft.meeting)?.label ?? whole,
        degree: draft.classification === '' ? '' : t(`classification.${draft.classification}`),
      })}
    >
      {(tried) => (
        <>
          <ClassificationChoice value={draft.classification} onChange={set('classification')} help={t('classify.help')} tried={tried} />
          <ChoiceBox label={t('classify.about')} value={draft.meeting} onChange={set('meeting')} options={about} isList />
          <ClassificationBasis value={draft} set={set} today={today} tried={tried} width={520} />
        </>
      )}
    </SealedAct>
  )
}

/** Nothing where the case is not classified and never was. */
export function ClassificationSheet() {
  const { t } = useTranslation()
  const say = useWording()
  const { view, nameOf } = useCase()
  const { now, changes } = view.classification
  const { classification, classificationReason, classifiedBy, declassifyOn } = view.opening
  const until = (day: string | undefined) => (day === undefined ? '' : ` · ${t('classify.until', { day: showDay(day) })}`)
  if (now === 'none' && changes.length === 0 && classification === 'none') return null
  return (
    <Sheet title={t('classify.title')}>
      <p>
        <b>{t(`classification.${now}`)}</b>
      </p>
      <ul className="lines">
        {[...changes].reverse().map((one) => (
          <li key={`${one.at} ${one.stage ?? ''}`}>
            <span className="t2">{showInstant(one.at)}</span> {t(`classification.${one.classification}`)},{' '}
            {one.stage === undefined ? t('classify.wholeCase') : say.stage(one.stage)}: {one.reason}.{' '}
            <span className="t2">
              {one.classifiedBy} · {nameOf(one.by)}
              {until(one.declassifyOn)}
            </span>
          </li>
        ))}
        {classification !== 'none' && (
          <li>
            {t('classify.atOpening')}: {t(`classification.${classification}`)}; {classificationReason}.{' '}
            <span className="t2">
              {classifiedBy}
              {until(declassifyOn)}
            </span>
          </li>
        )}
      </ul>
    </Sheet>
  )
}
