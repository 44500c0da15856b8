// The next bundle of this account: in which way it is counted, who takes the keyboard, and how the bundles are dropped.
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CountMode, countModes } from '../../../workflows/counting.ts'
import type { CountBundlesView } from '../../../workflows/procedure/case-view.ts'
import { mayAsk } from '../../../workflows/roles.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { clean, LineBox } from '../../parts/form.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { PlainAct } from '../case/act-frame.tsx'

const modeKept = 'tien-cu.count-mode'

/** Which bundle this account counts next; those that differed come last, when all have been counted once. */
function nextFor(bundles: CountBundlesView['bundles'], me: string): CountBundlesView['bundles'][number] | undefined {
  const left = bundles.filter(({ standing, closedBy }) => standing !== 'matched' && !closedBy.includes(me))
  return left.find(({ hasDiffered }) => !hasDiffered) ?? left[0]
}

const isMode = (text: string | null): text is CountMode => countModes.some((mode) => mode === text)

export function Next(props: {
  readonly bundles: CountBundlesView
  readonly me: string
  readonly open: (no: number, mode: CountMode) => Promise<boolean>
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
export function Handover(props: { readonly me: string }) {
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
