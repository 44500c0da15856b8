// The middle of the counting table: what is to be done there now, by where the ballot stands and what this account has counted.
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bundleSlips } from '../../../workflows/conference/count-bundles.ts'
import type { SlipForm } from '../../../workflows/conference/slip-form.ts'
import type { CountMode } from '../../../workflows/counting.ts'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { useDraft } from '../../use-draft.ts'
import { PlainAct } from '../case/act-frame.tsx'
import { Next } from './count-next.tsx'
import { Typed, Whole } from './count-sum.tsx'
import type { useOpenBundle } from './counter.ts'
import type { Echo } from './echo.ts'
import { SlipEntry } from './slip-entry.tsx'
import { lastTry, TrialDeck } from './test-deck.tsx'
import { TotalsEntry } from './totals-entry.tsx'

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

export function Middle(props: MiddleProps) {
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
