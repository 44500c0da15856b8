// A result that the law does not announce: an envelope on every screen, and the closing words.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { IconCheck, IconEyeOff, IconMail } from '../../parts/icons.ts'
import { useWording } from '../../wording.ts'
import { ReadAloud } from './read-aloud.tsx'
import { Figures } from './result-shown.tsx'
import { SealOpening } from './seal-opening.tsx'
import { Told } from './told.tsx'

/** `children`: what else belongs to its figures. */
export function SealedOutcome(props: { readonly conference: ConferenceView; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const say = useWording()
  const { conference } = props
  return (
    <>
      <div className="verdict sealed">
        <IconMail size={48} stroke={1.75} aria-hidden="true" />
        <div>
          <strong>{t('sealed.title')}</strong>
          <span>{t('outcome.notAnnouncedHere')}</span>
        </div>
      </div>
      <Told
        words={
          <>
            <div className="tint">
              <span>{t('sealing.hidden')}</span>
            </div>
            <ReadAloud lines={say.sealedWords(conference)} />
          </>
        }
        figures={
          <>
            <SealedFigures conference={conference} />
            {props.children}
          </>
        }
      />
    </>
  )
}

function SealedFigures(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { conference } = props
  const { quorum, ballot } = conference
  const collected = ballot?.collected ?? 0
  return (
    <>
      <Figures
        numbers={[
          [t('said.convened'), quorum.convened],
          [t('said.present'), quorum.present],
          [t('said.collected'), collected],
          [t('said.missing'), (ballot?.issued ?? collected) - collected],
        ]}
      />
      <h3>{t('sealing.who')}</h3>
      <ul className="why">
        {[t('sealing.chair', { name: conference.chair.name }), t('sealing.personnel'), t('sealing.authority')].map((line) => (
          <li key={line}>
            <IconCheck size={19} stroke={1.75} aria-hidden="true" />
            <span>{line}</span>
          </li>
        ))}
        <li className="t2">
          <IconEyeOff size={19} stroke={1.75} aria-hidden="true" />
          <span>{t('sealing.nobody')}</span>
        </li>
      </ul>
      <SealOpening conference={conference} />
      <h3>{t('sealing.follows')}</h3>
      <p className="sm">{t('sealing.followsText')}</p>
    </>
  )
}
