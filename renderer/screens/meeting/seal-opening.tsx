// The opening of a seal by two people: one asks with a reason, another opens, both may look until it shuts. Also in the case, years later.
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, ConferenceId } from '../../../workflows/core/ids.ts'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { mayAsk, type Role } from '../../../workflows/roles.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'
import { showInstant } from '../../parts/dates.ts'
import { clean, LineBox } from '../../parts/form.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { PlainAct } from '../case/act-frame.tsx'
import type { Result } from './result-shown.tsx'
import { ShownForAMoment } from './shown-for-a-moment.tsx'

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
