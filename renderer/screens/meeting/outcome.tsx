// The outcome: what is read out, then the seal that announces it; or, where the law keeps it, an envelope.
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { useWording } from '../../wording.ts'
import { SealedAct } from '../case/act-frame.tsx'
import { Corrections } from './count.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { ResultFigures, Verdict } from './result-shown.tsx'
import { SealedOutcome } from './sealed-outcome.tsx'
import { Told } from './told.tsx'

/** So many names are read out in the usual size on the smallest screen. */
const few = 3

export function Outcome(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const { conference } = props
  const { result } = conference
  // What waits for the second person stands on its own; the way to a correction stands with the figures it corrects.
  const corrections = <Corrections conference={conference} />
  const [correction, awaited] = conference.correctionTyped === undefined ? [corrections, null] : [null, corrections]
  if (result === undefined)
    return conference.isSealed ? (
      <>
        <SealedOutcome conference={conference}>{correction}</SealedOutcome>
        {awaited}
      </>
    ) : (
      <p className="pad t2">{t('outcome.none')}</p>
    )
  const told = (
    <Told
      words={<ReadAloud lines={say.announcement(conference)} />}
      figures={
        <>
          <ResultFigures conference={conference} result={result} />
          {correction}
        </>
      }
      isLong={Object.keys(result.entry.votes ?? {}).length > few}
    />
  )
  return (
    <>
      <Verdict result={result} />
      {actOf(view, 'announceResult') !== undefined && !result.isAnnounced ? (
        <div className="to-announce">
          <SealedAct
            command="announceResult"
            build={() => ({ type: 'announceResult' })}
            sentence={t('will.announceResult', { outcome: say.outcome(result.judgement.outcome) })}
            aside={<span className="sm t2">{t('said.announceAside')}</span>}
          >
            {() => told}
          </SealedAct>
        </div>
      ) : (
        told
      )}
      {awaited}
    </>
  )
}
