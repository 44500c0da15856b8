// A result that the law does not announce: an envelope on every screen, the closing words, and the opening of the seal by two people.
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, ConferenceId } from '../../../workflows/core/ids.ts'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { mayAsk, type Role } from '../../../workflows/roles.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'
import { showInstant } from '../../parts/dates.ts'
import { clean, LineBox } from '../../parts/form.tsx'
import { IconCheck, IconEyeOff, IconMail } from '../../parts/icons.ts'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { PlainAct } from '../case/act-frame.tsx'
import { ReadAloud } from './outcome.tsx'
import { Figures, type Result } from './result-shown.tsx'
import { ShownForAMoment } from './shown-for-a-moment.tsx'
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

/** For roles that may know: one asks with a reason, another opens, both may look until it shuts. Also in the case, years later. */
export function SealOpening(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { office, session } = useDesk()
  const { view, nameOf } = useCase()
  const { draft, set } = useDraft({ reason: '' })
  const { conference } = props
  const conferenceId = ConferenceId.parse(conference.conferenceId)
  const opening = conference.sealOpening
  const [shown, setShown] = useState<{ readonly result: Result; readonly seconds: number } | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const roles: readonly Role[] = session.operator?.roles ?? []
  const look = useCallback(async () => {
    const reply = await askOffice(office, { about: 'sealedResult', caseId: CaseId.parse(view.caseId), conferenceId })
    if (reply.ok) setShown({ result: reply.value.result, seconds: reply.value.seconds })
    else setTrouble(troubleOf(reply))
  }, [office, view.caseId, conferenceId])
  const shut = useCallback(() => setShown(null), [])
  // Whoever leaves the screen leaves it shut.
  useEffect(() => shut, [shut])
  if (opening === undefined || !roles.some((role) => mayAsk.openSeal.includes(role))) return null
  const { asked, openings } = opening
  const mine = openings.at(-1)
  return (
    <section className="form" aria-label={t('sealing.two')}>
      <h3>{t('sealing.two')}</h3>
      <p className="sm t2">{t('sealing.twoHelp')}</p>
      <div className="two">
        <p>
          <b>{t('sealing.first')}</b>
          <br />
          {asked === undefined
            ? t('sealing.notYet')
            : t('sealing.asked', { name: nameOf(asked.by), at: showInstant(asked.at), reason: asked.reason })}
        </p>
        <p>
          <b>{t('sealing.second')}</b>
          <br />
          {t('sealing.notYet')}
        </p>
      </div>
      {asked === undefined ? (
        <PlainAct
          command="askSealOpening"
          build={() => (clean(draft.reason) === '' ? null : { type: 'askSealOpening', conferenceId, reason: clean(draft.reason) })}
          onDone={() => set('reason')('')}
        >
          {(tried) => (
            <LineBox label={t('form.reason')} value={draft.reason} max={500} width="100%" onChange={set('reason')} mustBeFilled={tried} />
          )}
        </PlainAct>
      ) : (
        <PlainAct command="openSeal" build={() => ({ type: 'openSeal', conferenceId })} onDone={() => void look()} />
      )}
      {openings.map((one) => (
        <p className="sm t2" key={one.at}>
          {t('sealing.opening', { asked: nameOf(one.askedBy), opened: nameOf(one.openedBy), at: showInstant(one.at), reason: one.reason })}
        </p>
      ))}
      {mine?.askedBy === session.operator?.operatorId && (
        <div>
          <button type="button" className="as-link" onClick={() => void look()}>
            {t('sealing.look')}
          </button>
        </div>
      )}
      <TroubleBox trouble={trouble} />
      {shown !== null && <ShownForAMoment conference={conference} result={shown.result} seconds={shown.seconds} onShut={shut} />}
    </section>
  )
}
