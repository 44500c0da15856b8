// The counting table: a screen of its own, worked by number keys. Bundles left, the slip in the middle, the ledger right.
import '../../count.css'
import { Button } from '@mantine/core'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { slipsIn } from '../../../workflows/conference/bundle-totals.ts'
import { bundleSlips } from '../../../workflows/conference/count-bundles.ts'
import type { SlipForm } from '../../../workflows/conference/slip-form.ts'
import { type CountMode, countModes } from '../../../workflows/counting.ts'
import type { ConferenceView, CountBundlesView } from '../../../workflows/procedure/case-view.ts'
import { mayAsk } from '../../../workflows/roles.ts'
import { CaseProvider, useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { Chip } from '../../parts/chip.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { showDay } from '../../parts/dates.ts'
import { clean, LineBox, TextBox } from '../../parts/form.tsx'
import { IconUser, IconVolume, IconVolumeOff } from '../../parts/icons.ts'
import { KeyCap } from '../../parts/key-cap.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { SealedField } from '../../parts/sealed-field.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { PlainAct, SealedAct } from '../case/act-frame.tsx'
import { Count, EntryTable } from '../meeting/count.tsx'
import { BundleList } from './bundle-list.tsx'
import { useOpenBundle } from './counter.ts'
import { type Echo, useEcho } from './echo.ts'
import { Ledger } from './ledger.tsx'
import { SlipEntry } from './slip-entry.tsx'
import { lastTry, TrialDeck } from './test-deck.tsx'
import { TotalsEntry } from './totals-entry.tsx'

export function CountScreen(props: { readonly caseId: string }) {
  return (
    <CaseProvider key={props.caseId} caseId={props.caseId}>
      <Room />
    </CaseProvider>
  )
}

const strokesKept = 'tien-cu.count-strokes'
const modeKept = 'tien-cu.count-mode'

function Room() {
  const { t } = useTranslation()
  const { go, session } = useDesk()
  const { view, nameOf } = useCase()
  const { conference } = view
  const echo = useEcho()
  const [hasStrokes, setStrokes] = useState(() => localStorage.getItem(strokesKept) !== 'off')
  const onStrokes = useCallback(
    () =>
      setStrokes((on) => {
        localStorage.setItem(strokesKept, on ? 'off' : 'on')
        return !on
      }),
    [],
  )
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
      <header className="count-bar">
        <PageTitle>
          {conference === undefined ? t('countRoom.title') : t('countRoom.titleOf', { name: conference.name, step: conference.stepNo })}
        </PageTitle>
        <span className="t2 sub">
          {view.opening.post.title}
          {conference !== undefined && ` · ${showDay(conference.plannedAt.slice(0, 10))}`}
        </span>
        <span className="row push">
          {session.operator !== undefined && (
            <Chip meaning="plain" icon={<IconUser size={15} stroke={2} aria-hidden="true" />}>
              {t('countRoom.counter', { name: session.operator.name })}
            </Chip>
          )}
          {counter !== null && <Chip meaning="passed">{t('countRoom.durable')}</Chip>}
        </span>
      </header>
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

type MiddleProps = {
  readonly conference: ConferenceView
  readonly form: SlipForm
  readonly echo: Echo
  readonly me: string
  readonly hasStrokes: boolean
  readonly onStrokes: () => void
  readonly counter: ReturnType<typeof useOpenBundle>['counter']
  readonly isKnown: boolean
  readonly trouble: ReactNode
  readonly open: (no: number, mode: CountMode) => Promise<boolean>
}

function Middle(props: MiddleProps) {
  const { conference, form, echo, counter, hasStrokes, onStrokes } = props
  const [isTrying, setTrying] = useState(false)
  if (isTrying)
    return (
      <TrialDeck
        form={form}
        echo={echo}
        hasStrokes={hasStrokes}
        onStrokes={onStrokes}
        conferenceId={conference.conferenceId}
        me={props.me}
        onEnd={() => setTrying(false)}
      />
    )
  const { countBundles: bundles, phase } = conference
  if (['convened', 'opened', 'ballotOpen'].includes(phase)) return <Before {...props} onTry={() => setTrying(true)} />
  if (phase !== 'collected') return <Typed conference={conference} />
  if (bundles === undefined) return <Divide conference={conference} me={props.me} onTry={() => setTrying(true)} />
  if (!props.isKnown) return null
  if (counter !== null)
    return counter.bundle.mode === 'totals' ? (
      <TotalsEntry key={`${counter.bundle.no} ${counter.bundle.attempt}`} form={form} counter={counter} />
    ) : (
      <SlipEntry
        key={`${counter.bundle.no} ${counter.bundle.attempt}`}
        form={form}
        counter={counter}
        echo={echo}
        hasStrokes={hasStrokes}
        onStrokes={onStrokes}
      />
    )
  if (bundles.isWhole) return <Whole conference={conference} bundles={bundles} />
  return <Next bundles={bundles} me={props.me} open={props.open} trouble={props.trouble} />
}

/** Before the box is open there is one thing to do here: try the machine with known slips. */
function Before(props: MiddleProps & { readonly onTry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="count-entry">
      <h2>{t('countRoom.before')}</h2>
      <p className="t2">{t('countRoom.beforeHelp')}</p>
      <DeckDoor conference={props.conference} me={props.me} onTry={props.onTry} isMain />
    </div>
  )
}

function DeckDoor(props: {
  readonly conference: ConferenceView
  readonly me: string
  readonly onTry: () => void
  readonly isMain?: boolean
}) {
  const { t } = useTranslation()
  const last = lastTry(props.conference.conferenceId, props.me)
  return (
    <div className="row">
      <Button variant={props.isMain === true ? 'filled' : 'default'} onClick={props.onTry}>
        {t('countRoom.deck')}
      </Button>
      {last === 'passed' && <Chip meaning="passed">{t('countRoom.deckWasPassed')}</Chip>}
      {last === 'failed' && <Chip meaning="wrong">{t('countRoom.deckWasFailed')}</Chip>}
      {last === null && <span className="sm t2">{t('countRoom.deckHelp')}</span>}
    </div>
  )
}

/** The slips lie on the table: shuffled and divided, or counted whole as before. */
function Divide(props: { readonly conference: ConferenceView; readonly me: string; readonly onTry: () => void }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const { view } = useCase()
  const { draft, set } = useDraft({ size: String(bundleSlips.most) })
  const size = countIn(draft.size)
  const isFit = size !== undefined && size >= bundleSlips.least && size <= bundleSlips.most
  return (
    <div className="count-entry form">
      <h2>{t('countRoom.divide')}</h2>
      <p className="t2">{t('countRoom.divideHelp')}</p>
      <PlainAct command="makeCountBundles" isMain build={() => (isFit ? { type: 'makeCountBundles', size } : null)}>
        {(tried) => (
          <CountBox
            label={t('countRoom.size')}
            help={t('countRoom.sizeHelp')}
            value={draft.size}
            onChange={set('size')}
            mustBeFilled={tried}
            error={isFit ? undefined : t('countRoom.sizeOff')}
          />
        )}
      </PlainAct>
      <DeckDoor conference={props.conference} me={props.me} onTry={props.onTry} />
      <div>
        <Button variant="subtle" onClick={() => go({ at: 'meeting', caseId: view.caseId })}>
          {t('countRoom.wholeBox')}
        </Button>
      </div>
    </div>
  )
}

/** Which bundle this account counts next; those that differed come last, when all have been counted once. */
export function nextFor(bundles: CountBundlesView['bundles'], me: string): CountBundlesView['bundles'][number] | undefined {
  const left = bundles.filter(({ standing, closedBy }) => standing !== 'matched' && !closedBy.includes(me))
  return left.find(({ hasDiffered }) => !hasDiffered) ?? left[0]
}

const isMode = (text: string | null): text is CountMode => countModes.some((mode) => mode === text)

function Next(props: {
  readonly bundles: CountBundlesView
  readonly me: string
  readonly open: MiddleProps['open']
  readonly trouble: ReactNode
}) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const kept = localStorage.getItem(modeKept)
  const [mode, setMode] = useState<CountMode>(isMode(kept) ? kept : 'slips')
  const next = nextFor(props.bundles.bundles, props.me)
  const mayCount = session.operator?.roles.some((role) => mayAsk.closeCountBundle.includes(role)) === true
  if (!mayCount || next === undefined)
    return (
      <div className="count-entry form">
        <h2>{mayCount ? t('countRoom.yourPartDone') : t('countRoom.notYours')}</h2>
        <p className="t2">{mayCount ? t('countRoom.yourPartDoneHelp') : t('countRoom.notYoursHelp')}</p>
        <Handover me={props.me} />
        <Drop />
      </div>
    )
  return (
    <div className="count-entry form">
      <h2>{t(next.hasDiffered ? 'countRoom.beginAgain' : 'countRoom.begin', { no: next.no, size: next.size })}</h2>
      {next.hasDiffered && <p className="note wrong">{t('countRoom.recount', { bundles: next.no })}</p>}
      <p className="t2">{t('countRoom.beginHelp', { size: next.size })}</p>
      <fieldset className="count-modes">
        <legend>{t('countRoom.how')}</legend>
        {countModes.map((one) => (
          <label key={one} className={one === mode ? 'count-mode on' : 'count-mode'}>
            <input
              type="radio"
              name="mode"
              checked={one === mode}
              onChange={() => {
                localStorage.setItem(modeKept, one)
                setMode(one)
              }}
            />
            <b>{t(`countRoom.mode.${one}`)}</b>
            <span className="sm t2">{t(`countRoom.modeHelp.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {props.trouble}
      <div className="row">
        <Button size="md" autoFocus onClick={() => void props.open(next.no, mode)}>
          {t('countRoom.start', { no: next.no })} <KeyCap>Enter</KeyCap>
        </Button>
      </div>
      <Handover me={props.me} />
      <Drop />
    </div>
  )
}

/** The keyboard goes to somebody else of the team: the screen begins again under that name, blind. */
function Handover(props: { readonly me: string }) {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const others = session.operators.filter(
    ({ operatorId, roles }) => operatorId !== props.me && roles.some((role) => mayAsk.closeCountBundle.includes(role)),
  )
  if (others.length === 0) return <p className="note warn">{t('countRoom.noOther')}</p>
  return (
    <fieldset className="plain form">
      <legend>{t('countRoom.handover')}</legend>
      <TroubleBox trouble={trouble} />
      <div className="row">
        {others.map(({ operatorId, name }) => (
          <Button
            key={operatorId}
            variant="default"
            aria-disabled={isBusy || undefined}
            onClick={() =>
              void send({ to: 'shell', act: { act: 'startWork', operatorId } }).then((done) => {
                if (done?.session !== undefined) setSession(done.session)
              })
            }
          >
            {name}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

function Drop() {
  const { t } = useTranslation()
  const { draft, set } = useDraft({ reason: '' })
  return (
    <details>
      <summary>{t('command.dropCountBundles')}</summary>
      <PlainAct
        command="dropCountBundles"
        build={() => (clean(draft.reason) === '' ? null : { type: 'dropCountBundles', reason: clean(draft.reason) })}
      >
        {(tried) => (
          <LineBox label={t('form.reason')} value={draft.reason} max={500} width={420} onChange={set('reason')} mustBeFilled={tried} />
        )}
      </PlainAct>
    </details>
  )
}

/** All bundles match: the totals of the box appear, and become the count that another account confirms. */
function Whole(props: { readonly conference: ConferenceView; readonly bundles: CountBundlesView }) {
  const { t } = useTranslation()
  const { draft, set } = useDraft({ missing: '' })
  const { ballot } = props.conference
  const { sum, bundles } = props.bundles
  const hasMissing = ballot?.collected !== undefined && ballot.issued !== undefined && ballot.collected < ballot.issued
  const missing = clean(draft.missing)
  return (
    <div className="count-entry form whole">
      <h2>{t(bundles.length === 1 ? 'countRoom.wholeOne' : 'countRoom.whole', { count: bundles.length })}</h2>
      {sum === undefined ? <SealedField /> : <EntryTable entry={sum} ballot={ballot} caption={t('countRoom.sum')} />}
      <SealedAct
        command="sumCountBundles"
        build={() =>
          hasMissing && missing === '' ? null : { type: 'sumCountBundles', ...(missing !== '' && { missingExplained: missing }) }
        }
        sentence={t('countRoom.willSum', { valid: sum?.ballotsValid ?? '…', invalid: sum?.ballotsInvalid ?? '…', count: bundles.length })}
        aside={<span className="sm t2">{t('count.another')}</span>}
      >
        {(tried) =>
          hasMissing && (
            <TextBox label={t('entry.missing')} rows={2} max={1000} value={draft.missing} onChange={set('missing')} mustBeFilled={tried} />
          )
        }
      </SealedAct>
    </div>
  )
}

/** The sum waits for another account; after that the meeting goes on with its result. */
function Typed(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { go, session } = useDesk()
  const { view } = useCase()
  const me: string = session.operator?.operatorId ?? ''
  return (
    <div className="count-entry form whole">
      <h2>{props.conference.phase === 'typed' ? t('countRoom.toConfirm') : t('countRoom.over')}</h2>
      <Count conference={props.conference} />
      {props.conference.phase === 'typed' && <Handover me={me} />}
      <div>
        <Button variant="default" onClick={() => go({ at: 'meeting', caseId: view.caseId })}>
          {t('countRoom.toMeeting')}
        </Button>
      </div>
    </div>
  )
}

/** Every key has its button here: whoever has no such key, or no hands for it, presses that. */
function KeyBar(props: {
  readonly echo: Echo
  readonly size: number | undefined
  readonly onStrokes: () => void
  readonly onHelp: () => void
  readonly onPause: () => void
  readonly isSample: boolean
}) {
  const { t } = useTranslation()
  const { echo } = props
  const Ear = echo.isOn ? IconVolume : IconVolumeOff
  return (
    <footer className="count-keys">
      <span>
        <KeyCap>1</KeyCap> … <KeyCap>9</KeyCap> {t('countRoom.keyPick')}
      </span>
      <span>
        <KeyCap>0</KeyCap> {t('countRoom.keyInvalid')}
      </span>
      <span>
        <KeyCap>-</KeyCap> {t('countRoom.keyBack')}
      </span>
      <span>
        <KeyCap>Enter</KeyCap> {props.size === undefined ? t('countRoom.keyCloseAny') : t('countRoom.keyClose', { size: props.size })}
      </span>
      <button type="button" className="count-key" onClick={echo.toggle} aria-pressed={echo.isOn}>
        <KeyCap>F8</KeyCap> <Ear size={16} stroke={1.75} aria-hidden="true" />
        {echo.hasVoice ? t('countRoom.voice') : t('countRoom.tone')}: {echo.isOn ? t('countRoom.on') : t('countRoom.off')}
      </button>
      <button type="button" className="count-key" onClick={props.onStrokes}>
        <KeyCap>*</KeyCap> {t('countRoom.keyStrokes')}
      </button>
      <button type="button" className="count-key" onClick={props.onHelp}>
        <KeyCap>F1</KeyCap> {t('countRoom.keyAll')}
      </button>
      <button type="button" className="count-key push" onClick={props.onPause}>
        <KeyCap>Esc</KeyCap> {t('countRoom.keyPause')}
      </button>
      {props.isSample && <b>{t('countRoom.sample')}</b>}
    </footer>
  )
}
