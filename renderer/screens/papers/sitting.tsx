// Signing many papers in one sitting: the key is opened once, then the papers come one by one with their pages and plain facts. Stopping keeps what is signed.
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answers, PaperToSign } from '../../../workflows/office.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from '../../orders.ts'
import { showDay, showInstant } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { ChoiceBox } from '../../parts/form.tsx'
import { Loading } from '../../parts/loading.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { PdfPages } from '../../parts/pdf-pages.tsx'
import { SealButton } from '../../parts/seal-button.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useAnswer } from '../../use-answer.ts'
import { useWording } from '../../wording.ts'
import { Secret } from '../office-keys.tsx'
import { StandingNote } from '../office-revocation.tsx'
import { PlainSummaryList } from './plain-summary.tsx'

export function SittingScreen() {
  const { office, session } = useDesk()
  const isOpen = useRef(false)
  isOpen.current = session.sitting !== undefined
  useEffect(
    () => () => {
      // Whoever leaves this screen leaves no key open behind.
      // Where this fails the key shuts itself after ten minutes.
      if (isOpen.current) office.dispatch({ to: 'shell', act: { act: 'endSitting' } }).catch(() => undefined)
    },
    [office],
  )
  return session.sitting === undefined ? <OpenSitting /> : <Signing keyId={session.sitting.keyId} signed={session.sitting.signed} />
}

function OpenSitting() {
  const { t } = useTranslation()
  const { office, session, setSession, go } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const known = useAnswer({ about: 'keys' })
  const keys = known.answer
  const [keyId, setKeyId] = useState('')
  const waiting = useAnswer(keyId === '' ? null : { about: 'toSign', keyId })
  const papers = (waiting.isOfThis ? waiting.answer : null) ?? []
  const [secret, setSecret] = useState('')
  const [tried, setTried] = useState(false)
  const chosen = keys?.find((key) => key.keyId === keyId)
  const start = async () => {
    setTried(true)
    if (chosen === undefined || secret === '' || papers.length === 0) return
    const done = await send({ to: 'shell', act: { act: 'startSitting', keyId, secret } })
    setSecret('')
    setTried(false)
    if (done?.session !== undefined) setSession(done.session)
  }
  if (keys === null)
    return known.trouble === null ? <Loading /> : <TroubleBox trouble={known.trouble} onReload={() => void known.reload()} />
  return (
    <div className="page stack">
      <PageTitle>{t('sitting.title')}</PageTitle>
      <Sheet title={t('sitting.open')} sub={t('sitting.sub')}>
        {keys.length === 0 ? (
          <Empty title={t('sign.noKey')} text={t(session.isRehearsal === true ? 'sign.noKeyPractice' : 'sign.noKeyText')}>
            {session.isRehearsal !== true && (
              <Button variant="default" onClick={() => go({ at: 'office', part: 'keys' })}>
                {t('nav.office')}
              </Button>
            )}
          </Empty>
        ) : (
          <div className="pad form">
            <ChoiceBox
              label={t('sign.key')}
              value={keyId}
              onChange={setKeyId}
              isList
              width={560}
              mustBeFilled={tried}
              options={[
                { value: '', label: t('form.choose') },
                ...keys.map((key) => ({
                  value: key.keyId,
                  label: t('sign.keyOf', { name: key.name, kind: t(`keyKind.${key.kind}`), day: showDay(key.validTo) }),
                })),
              ]}
            />
            {chosen !== undefined && (
              <p role="status">
                {t('sitting.waiting', { count: papers.length, name: chosen.name })} <StandingNote standing={chosen.standing} />
              </p>
            )}
            <Secret
              label={t(chosen?.kind === 'token' ? 'sign.pin' : 'sign.secret')}
              help={t(chosen?.kind === 'test' ? 'sign.sampleSecret' : 'sitting.secretHelp')}
              value={secret}
              onChange={setSecret}
              tried={tried}
            />
            <TroubleBox trouble={waiting.trouble ?? trouble} />
            <div>
              <Button aria-disabled={isBusy || (chosen !== undefined && papers.length === 0) || undefined} onClick={() => void start()}>
                {isBusy ? t('key.busy') : t('sitting.start')}
              </Button>
            </div>
          </div>
        )}
      </Sheet>
      {chosen !== undefined && papers.length > 0 && <WaitingPapers papers={papers} />}
    </div>
  )
}

/** What the key is about to be opened for: nobody types a PIN without knowing. */
function WaitingPapers(props: { readonly papers: readonly PaperToSign[] }) {
  const { t } = useTranslation()
  const say = useWording()
  const { go } = useDesk()
  return (
    <Sheet title={t('sitting.list')} end={props.papers.length}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('sitting.paper')}</th>
            <th scope="col">{t('home.case')}</th>
            <th scope="col">{t('sitting.drawn')}</th>
          </tr>
        </thead>
        <tbody>
          {props.papers.map(({ caseId, paperId, title, drawnAt, ...paper }) => (
            <tr key={`${caseId} ${paperId}`}>
              <td>
                <button type="button" className="linkish" onClick={() => go({ at: 'paper', caseId, paperId })}>
                  {say.paper(paper)}
                </button>
              </td>
              <td>{title}</td>
              <td>{showInstant(drawnAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

function Signing(props: { readonly keyId: string; readonly signed: number }) {
  const { t } = useTranslation()
  const { office, setSession } = useDesk()
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const { keyId, signed } = props
  // Each signature changes what waits.
  const { answer: papers, trouble, reload } = useAnswer({ about: 'toSign', keyId }, undefined, signed)
  const stopping = useOrders(office)
  const stop = async () => {
    const done = await stopping.send({ to: 'shell', act: { act: 'endSitting' } })
    if (done?.session !== undefined) setSession(done.session)
  }
  if (papers === null) return trouble === null ? <Loading /> : <TroubleBox trouble={trouble} onReload={() => void reload()} />
  const left = papers.filter(({ paperId }) => !skipped.includes(paperId))
  const [current] = left
  return (
    <div className="sitting">
      <div className="row paper-bar">
        <b role="status">{t('sitting.progress', { signed, left: left.length })}</b>
        <progress className="far" value={signed} max={signed + left.length} aria-label={t('sitting.far')} />
        {skipped.length > 0 && <span className="t2">{t('sitting.skipped', { count: skipped.length })}</span>}
        <span className="push">
          <Button variant="default" onClick={() => void stop()}>
            {t('sitting.stop')}
          </Button>
        </span>
      </div>
      <TroubleBox trouble={stopping.trouble ?? trouble} />
      {current === undefined ? (
        <div className="page">
          <Empty title={t('sitting.none')} text={t('sitting.noneText', { signed })} />
        </div>
      ) : (
        <OnePaper
          key={`${current.paperId} ${current.sha256}`}
          paper={current}
          keyId={keyId}
          onSkip={() => setSkipped([...skipped, current.paperId])}
        />
      )}
    </div>
  )
}

function OnePaper(props: { readonly paper: PaperToSign; readonly keyId: string; readonly onSkip: () => void }) {
  const { t } = useTranslation()
  const say = useWording()
  const { office, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [shown, setShown] = useState<Answers['paper'] | null>(null)
  const [askTrouble, setAskTrouble] = useState<Trouble | null>(null)
  const { caseId, paperId, field } = props.paper
  useEffect(() => {
    let isGone = false
    void askOffice(office, { about: 'paper', caseId, paperId }).then((reply) => {
      if (isGone) return
      if (reply.ok) setShown(reply.value)
      else setAskTrouble(troubleOf(reply))
    })
    return () => {
      isGone = true
    }
  }, [office, caseId, paperId])
  const sign = async () => {
    if (shown === null) return
    const act = { act: 'signPaper', caseId, paperId, field, keyId: props.keyId, seen: shown.sha256 } as const
    const done = await send({ to: 'shell', act })
    const fresh = await askOffice(office, { about: 'session' })
    if (fresh.ok && (done !== null || fresh.value.sitting === undefined)) setSession(fresh.value)
  }
  const name =
    shown === null ? '' : say.paper({ kind: shown.summary.kind, ...(shown.summary.stage !== undefined && { stage: shown.summary.stage }) })
  return (
    <div className="paper-screen">
      <section className="paper-view" aria-label={t('paper.view')}>
        <TroubleBox trouble={askTrouble} />
        {shown === null ? askTrouble === null && <Loading /> : <PdfPages base64={shown.bytes} title={name} />}
      </section>
      <aside className="paper-sign" aria-label={t('sitting.title')}>
        <h1>{name}</h1>
        <p className="sm t2">{props.paper.title}</p>
        {shown !== null && (
          <>
            <PlainSummaryList summary={shown.summary} />
            <TroubleBox trouble={trouble} />
            <SealButton
              label={t('sign.do')}
              sentence={t('sitting.will', { paper: name })}
              isRecording={isBusy}
              mayArm={() => true}
              onRecord={() => void sign()}
            />
          </>
        )}
        <div>
          <Button variant="subtle" size="compact-sm" onClick={props.onSkip}>
            {t('sitting.skip')}
          </Button>
        </div>
      </aside>
    </div>
  )
}
