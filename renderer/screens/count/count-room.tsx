// The counting table: a screen of its own, worked by number keys. Bundles left, the slip in the middle, the ledger right.
import '../../count.css'
import { Button } from '@mantine/core'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { slipsIn } from '../../../workflows/conference/bundle-totals.ts'
import { CaseProvider, useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { BundleList } from './bundle-list.tsx'
import { CountBar } from './count-bar.tsx'
import { KeyBar } from './count-keys.tsx'
import { Middle } from './count-middle.tsx'
import { useOpenBundle } from './counter.ts'
import { useEcho } from './echo.ts'
import { Ledger } from './ledger.tsx'
import { useStrokes } from './use-strokes.ts'

export function CountScreen(props: { readonly caseId: string }) {
  return (
    <CaseProvider key={props.caseId} caseId={props.caseId}>
      <Room />
    </CaseProvider>
  )
}

function Room() {
  const { t } = useTranslation()
  const { go, session } = useDesk()
  const { view, nameOf } = useCase()
  const { conference } = view
  const echo = useEcho()
  const [hasStrokes, onStrokes] = useStrokes()
  const pause = useCallback(() => go({ at: 'meeting', caseId: view.caseId }), [go, view.caseId])
  const { counter, isKnown, trouble, open } = useOpenBundle()
  const me: string = session.operator?.operatorId ?? ''
  const bundles = conference?.countBundles
  const ballot = conference?.ballot
  const form = ballot?.slipForm
  const entered =
    (bundles?.bundles.filter(({ closedBy }) => closedBy.includes(me)).reduce((sum, { size }) => sum + size, 0) ?? 0) +
    (counter === null ? 0 : slipsIn(counter.bundle.totals))
  /** Gone on with after the app was shut, or cut off: said once, until a slip more is in. */
  const begun = useRef<{ readonly no: number; readonly slips: number } | null>(null)
  if (isKnown && begun.current === null)
    begun.current = { no: counter?.bundle.no ?? 0, slips: counter === null ? 0 : slipsIn(counter.bundle.totals) }
  const resumed =
    counter !== null && begun.current?.no === counter.bundle.no && begun.current.slips > 0
      ? t('countRoom.resumed', { no: begun.current.no, slips: begun.current.slips })
      : t('countRoom.safe')
  return (
    <div className="count-room">
      <CountBar isCounting={counter !== null} />
      {bundles === undefined ? (
        <section className="count-left" aria-label={t('countRoom.bundles')}>
          <div className="hd">
            <h2>{t('countRoom.bundles')}</h2>
            <p>{t(conference?.phase === 'typed' || conference?.phase === 'counted' ? 'countRoom.bundlesSummed' : 'countRoom.noBundles')}</p>
          </div>
        </section>
      ) : (
        <BundleList bundles={bundles.bundles} openNo={counter?.bundle.no} me={me} nameOf={nameOf} resumed={resumed} />
      )}
      <div className="count-mid">
        {conference === undefined || form === undefined || form.lines === 0 ? (
          <Nothing onBack={pause} />
        ) : (
          <Middle
            conference={conference}
            form={form}
            echo={echo}
            me={me}
            hasStrokes={hasStrokes}
            onStrokes={onStrokes}
            counter={counter}
            isKnown={isKnown}
            trouble={<TroubleBox trouble={counter === null ? trouble : null} />}
            open={open}
          />
        )}
      </div>
      {ballot?.collected === undefined || conference === undefined ? (
        <aside className="count-right" aria-label={t('countRoom.ledger')} />
      ) : (
        <Ledger ballot={ballot} present={conference.quorum.present} bundles={bundles} entered={entered} />
      )}
      <KeyBar
        echo={echo}
        isCounting={counter !== null}
        size={counter?.bundle.size}
        onStrokes={onStrokes}
        onHelp={openKeys}
        onPause={pause}
        isSample={view.opening.isSample}
      />
    </div>
  )
}

/** The list of keys is the frame's: asked for as the key asks. */
const openKeys = (): void => void document.dispatchEvent(new KeyboardEvent('keydown', { code: 'F1', bubbles: true, cancelable: true }))

function Nothing(props: { readonly onBack: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="count-entry">
      <h2>{t('countRoom.nothing')}</h2>
      <p className="t2">{t('countRoom.nothingHelp')}</p>
      <Button onClick={props.onBack}>{t('countRoom.toMeeting')}</Button>
    </div>
  )
}
