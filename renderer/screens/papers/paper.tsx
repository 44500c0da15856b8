// One paper: the PDF as it is kept on the left, who signs in which order on the right, and the seal of whoever's turn it is.
import { Button, PasswordInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, PaperId } from '../../../workflows/core/ids.ts'
import { isSameName } from '../../../workflows/core/same-name.ts'
import type { Answers } from '../../../workflows/office.ts'
import type { PaperView } from '../../../workflows/procedure/case-view.ts'
import { CaseProvider, useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from '../../orders.ts'
import { Chip } from '../../parts/chip.tsx'
import { showDay, showInstant } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { ChoiceBox } from '../../parts/form.tsx'
import { Loading } from '../../parts/loading.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { PdfDownload, PdfPages } from '../../parts/pdf-pages.tsx'
import { SealButton } from '../../parts/seal-button.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useAnswer } from '../../use-answer.ts'
import { useWording } from '../../wording.ts'
import { StandingNote } from '../office-revocation.tsx'
import { Agreement } from './agreement.tsx'
import { AllowSigner } from './allow-signer.tsx'
import { PaperChip } from './paper-sheet.tsx'
import { PlainSummaryList } from './plain-summary.tsx'
import { PrintPreview } from './print-preview.tsx'
import { WordDrift } from './word-drift.tsx'

export function PaperScreen(props: { readonly caseId: string; readonly paperId: string }) {
  return (
    <CaseProvider key={props.caseId} caseId={props.caseId}>
      <PaperPage key={props.paperId} paperId={props.paperId} />
    </CaseProvider>
  )
}

function PaperPage(props: { readonly paperId: string }) {
  const { t } = useTranslation()
  const say = useWording()
  const { office, go } = useDesk()
  const { view } = useCase()
  const paper = view.papers.find((one) => one.paperId === props.paperId)
  const [bytes, setBytes] = useState<Answers['paper'] | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const { caseId } = view
  const sha256 = paper?.sha256
  useEffect(() => {
    // Each signature changes the bytes: a new digest in the view is the sign to ask again.
    if (sha256 === undefined) return
    let isGone = false
    void askOffice(office, { about: 'paper', caseId: CaseId.parse(caseId), paperId: PaperId.parse(props.paperId) }).then((reply) => {
      if (isGone) return
      if (reply.ok) setBytes(reply.value)
      else setTrouble(troubleOf(reply))
    })
    return () => {
      isGone = true
    }
  }, [office, caseId, props.paperId, sha256])
  if (paper === undefined)
    return (
      <div className="page">
        <PageTitle>{t('paper.title')}</PageTitle>
        <Empty title={t('paper.unknown')} text={t('paper.unknownText')}>
          <Button variant="default" onClick={() => go({ at: 'case', caseId })}>
            {t('meeting.back')}
          </Button>
        </Empty>
      </div>
    )
  return (
    <div className="paper-screen">
      <section className="paper-view" aria-label={t('paper.view')}>
        <div className="row paper-bar">
          <b>{say.paper(paper)}</b>
          <PaperChip paper={paper} />
          <span className="push row">
            <PrintPreview paperId={paper.paperId} name={say.paper(paper)} />
            {bytes !== null && !bytes.isPrintOnly && <PdfDownload base64={bytes.bytes} fileName={`${paper.paperId}.pdf`} />}
            <Button variant="default" size="compact-sm" onClick={() => go({ at: 'case', caseId: view.caseId })}>
              {t('meeting.back')}
            </Button>
          </span>
        </div>
        <TroubleBox trouble={trouble} />
        {bytes === null ? <Loading /> : <PdfPages base64={bytes.bytes} title={say.paper(paper)} />}
      </section>
      <aside className="paper-sign" aria-label={t('sign.title')}>
        <PageTitle>{t('sign.title')}</PageTitle>
        <Signers paper={paper} />
        {paper.sha256 !== undefined && <p className="xs t2 digest">SHA-256 {paper.sha256.replaceAll(/(.{4})/g, '$1 ').trim()}</p>}
        {bytes !== null && <PlainSummaryList summary={bytes.summary} />}
        {paper.status === 'awaiting-signatures' && <Agreement paperId={paper.paperId} />}
        {/* Nobody signs before the pages are there to be read. */}
        {bytes?.isPrintOnly === true && <p className="note warn">{t('sign.printOnly')}</p>}
        {bytes !== null && !bytes.isPrintOnly && <Sign paper={paper} seen={bytes.sha256} />}
        <WordDrift paper={paper} />
      </aside>
    </div>
  )
}

function Signers(props: { readonly paper: PaperView }) {
  const { t } = useTranslation()
  const say = useWording()
  const next = nextSigner(props.paper)
  return (
    <ol className="signers">
      {[...props.paper.signers]
        .sort((one, other) => one.order - other.order)
        .map((signer) => (
          <li key={signer.field} aria-current={signer === next ? 'step' : undefined}>
            <span className="grow">
              <b>{signer.personName}</b>
              <span className="sm t2">
                {say.signerRole(signer.role)}
                {signer.insteadOf !== undefined &&
                  ` · ${t('allowSigner.instead', { name: signer.insteadOf.name, no: signer.insteadOf.document.number })}`}
                {signer.signedAt === undefined ? '' : ` · ${t('sign.at', { at: showInstant(signer.signedAt) })}`}
              </span>
            </span>
            {signer.signedAt !== undefined ? (
              <Chip meaning="passed">{t('sign.signed')}</Chip>
            ) : signer === next ? (
              <Chip meaning="ink">{t('sign.turn')}</Chip>
            ) : (
              <Chip meaning="plain">{t('sign.waits')}</Chip>
            )}
          </li>
        ))}
    </ol>
  )
}

const nextSigner = (paper: PaperView) =>
  [...paper.signers].sort((one, other) => one.order - other.order).find((signer) => signer.signedAt === undefined)

function Sign(props: { readonly paper: PaperView; readonly seen: string }) {
  const { t } = useTranslation()
  const say = useWording()
  const { office, go } = useDesk()
  const { view, setView } = useCase()
  const { send, trouble, isBusy } = useOrders(office)
  const { answer: keys, trouble: unknown } = useAnswer({ about: 'keys' })
  const [keyId, setKeyId] = useState('')
  const [secret, setSecret] = useState('')
  const [tried, setTried] = useState(false)
  const next = nextSigner(props.paper)
  if (props.paper.status === 'signed') return <p className="note passed">{t('sign.whole')}</p>
  if (next === undefined || props.paper.status !== 'awaiting-signatures') return null
  if (keys === null) return <TroubleBox trouble={unknown} />
  // The key of whoever's turn it is comes first; which keys may sign here, the law and the records code say, not this list.
  const isTheirs = (key: { readonly name: string }) => isSameName(key.name, next.personName)
  const fitting = [...keys].sort((one, other) => Number(isTheirs(other)) - Number(isTheirs(one)))
  const chosen = keys.find((key) => key.keyId === keyId) ?? fitting.find(isTheirs)
  if (keys.length === 0)
    return (
      <Empty title={t('sign.noKey')} text={t('sign.noKeyText')}>
        <Button variant="default" onClick={() => go({ at: 'office', part: 'keys' })}>
          {t('nav.office')}
        </Button>
      </Empty>
    )
  const sign = async () => {
    if (chosen === undefined) return
    const done = await send({
      to: 'shell',
      act: {
        act: 'signPaper',
        caseId: CaseId.parse(view.caseId),
        paperId: PaperId.parse(props.paper.paperId),
        field: next.field,
        keyId: chosen.keyId,
        seen: props.seen,
        secret,
      },
    })
    setSecret('')
    setTried(false)
    setKeyId('')
    if (done?.case !== undefined) setView(done.case)
  }
  const sentence = t('will.signPaper', { name: next.personName, paper: say.paper(props.paper) })
  return (
    <div className="form">
      <div className="willsign">
        <h2>{t('sign.thisIs')}</h2>
        <p className="rec">{sentence}</p>
      </div>
      <ChoiceBox
        label={t('sign.key')}
        value={chosen?.keyId ?? ''}
        onChange={setKeyId}
        width="100%"
        isList
        options={[
          { value: '', label: t('form.choose') },
          ...fitting.map((key) => ({
            value: key.keyId,
            label: t('sign.keyOf', { name: key.name, kind: t(`keyKind.${key.kind}`), day: showDay(key.validTo) }),
          })),
        ]}
      />
      {chosen?.standing !== undefined && (
        <p className="sm">
          <StandingNote standing={chosen.standing} />
        </p>
      )}
      <PasswordInput
        label={t(chosen?.kind === 'token' ? 'sign.pin' : 'sign.secret')}
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
        description={t(chosen?.kind === 'token' ? 'sign.pinHelp' : chosen?.kind === 'test' ? 'sign.sampleSecret' : 'sign.secretHelp')}
        error={tried && secret === '' ? t('form.missing') : undefined}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret') }}
      />
      <TroubleBox trouble={trouble} />
      <SealButton
        label={t('sign.do')}
        sentence={sentence}
        isRecording={isBusy}
        mayArm={() => {
          setTried(true)
          return chosen !== undefined && secret !== ''
        }}
        onRecord={() => void sign()}
        aside={<span className="xs t2">{t('sign.aside')}</span>}
      />
      <AllowSigner paper={props.paper} signer={next} />
    </div>
  )
}
