// The test deck before the sitting: known slips are called, pressed by the same keys, and what comes out is held beside what must.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BundleTotals, type Slip, slipsIn } from '../../../workflows/conference/bundle-totals.ts'
import type { SlipForm } from '../../../workflows/conference/slip-form.ts'
import { type TestDeck, testDeck } from '../../../workflows/conference/test-deck.ts'
import { IconAlertOctagon, IconCircleCheck } from '../../parts/icons.ts'
import { useTrialBundle } from './counter.ts'
import type { Echo } from './echo.ts'
import { SlipEntry, useLineWords } from './slip-entry.tsx'

const kept = (conferenceId: string, me: string): string => `tien-cu.deck.${conferenceId}.${me}`

/** How the last try of this meeting and account went; of this window alone, for it is no record. */
export const lastTry = (conferenceId: string, me: string): string | null => sessionStorage.getItem(kept(conferenceId, me))

export function TrialDeck(props: {
  readonly form: SlipForm
  readonly echo: Echo
  readonly hasStrokes: boolean
  readonly onStrokes: () => void
  readonly conferenceId: string
  readonly me: string
  readonly onEnd: () => void
}) {
  const { form } = props
  const [deck] = useState<TestDeck>(() => testDeck(form))
  const [found, setFound] = useState<BundleTotals | null>(null)
  const [round, setRound] = useState(0)
  if (found !== null)
    return (
      <Verdict
        form={form}
        deck={deck}
        found={found}
        onAgain={() => {
          setFound(null)
          setRound(round + 1)
        }}
        onEnd={props.onEnd}
      />
    )
  return (
    <Trial
      key={round}
      {...props}
      deck={deck}
      onClose={(totals) => {
        sessionStorage.setItem(kept(props.conferenceId, props.me), sameTotals(totals, deck.expected) ? 'passed' : 'failed')
        setFound(totals)
      }}
    />
  )
}

const sameTotals = (one: BundleTotals, other: BundleTotals): boolean =>
  one.valid === other.valid &&
  one.blank === other.blank &&
  one.invalid === other.invalid &&
  one.lines.every((line, index) => (line ?? 0) === other.lines[index]) &&
  Object.keys({ ...one.reasons, ...other.reasons }).every((reason) => countOf(one, reason) === countOf(other, reason))

const countOf = ({ reasons }: BundleTotals, reason: string): number => Object.entries(reasons).find(([name]) => name === reason)?.[1] ?? 0

function Trial(props: {
  readonly form: SlipForm
  readonly echo: Echo
  readonly hasStrokes: boolean
  readonly onStrokes: () => void
  readonly deck: TestDeck
  readonly onClose: (totals: BundleTotals) => void
}) {
  const { t } = useTranslation()
  const { form, deck } = props
  const words = useLineWords(form)
  const counter = useTrialBundle(form, deck.slips.length, props.onClose)
  const at = slipsIn(counter.bundle.totals)
  const next = deck.slips[at]
  const said = (slip: Slip): string =>
    'invalid' in slip
      ? t('countRoom.deckInvalid', { reason: t(`invalidReason.${slip.invalid}`) })
      : slip.marks.length === 0
        ? t('countRoom.nobody')
        : slip.marks.map((line) => words[line]).join(' + ')
  return (
    <SlipEntry
      form={form}
      counter={counter}
      echo={props.echo}
      hasStrokes={props.hasStrokes}
      onStrokes={props.onStrokes}
      call={
        <p role="status" className="count-call">
          <b className="call deck">{next === undefined ? t('countRoom.deckFull') : said(next)}</b>
          {next === undefined ? t('countRoom.deckFullHelp') : t('countRoom.deckCall', { no: at + 1, of: deck.slips.length })}
        </p>
      }
    />
  )
}

function Verdict(props: {
  readonly form: SlipForm
  readonly deck: TestDeck
  readonly found: BundleTotals
  readonly onAgain: () => void
  readonly onEnd: () => void
}) {
  const { t } = useTranslation()
  const { form, deck, found } = props
  const words = useLineWords(form)
  const { expected } = deck
  const isPassed = sameTotals(found, expected)
  const rows: readonly (readonly [string, number, number])[] = [
    ...words
      .map((name, line) => [name, expected.lines[line] ?? 0, found.lines[line] ?? 0] as const)
      .filter(([, must, got]) => must > 0 || got > 0),
    ...(expected.blank > 0 || found.blank > 0 ? [[t('countRoom.nobody'), expected.blank, found.blank] as const] : []),
    ...Object.keys({ ...expected.reasons, ...found.reasons }).map(
      (reason) =>
        [
          t('countRoom.deckInvalid', { reason: t(`invalidReason.${reason}` as 'invalidReason.OTHER') }),
          countOf(expected, reason),
          countOf(found, reason),
        ] as const,
    ),
  ]
  return (
    <div className="count-entry">
      <div role="status">
        <h2 className={`count-verdict ${isPassed ? 'passed' : 'wrong'}`}>
          {isPassed ? (
            <IconCircleCheck size={40} stroke={1.75} aria-hidden="true" />
          ) : (
            <IconAlertOctagon size={40} stroke={1.75} aria-hidden="true" />
          )}
          {isPassed ? t('countRoom.deckPassed', { count: deck.slips.length }) : t('countRoom.deckFailed')}
        </h2>
      </div>
      <p className="t2">{isPassed ? t('countRoom.deckPassedHelp') : t('countRoom.deckFailedHelp')}</p>
      <div className="count-verdict-rows">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('countRoom.line')}</th>
              <th scope="col" className="r">
                {t('countRoom.mustBe')}
              </th>
              <th scope="col" className="r">
                {t('countRoom.found')}
              </th>
              <th scope="col">{t('countRoom.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, must, got]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="r">{must}</td>
                <td className="r">{got}</td>
                <td>{must === got ? t('countRoom.right') : <b className="count-off">{t('countRoom.wrong')}</b>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button variant={isPassed ? 'default' : 'filled'} onClick={props.onAgain} autoFocus={!isPassed}>
          {t('countRoom.deckAgain')}
        </Button>
        <Button variant={isPassed ? 'filled' : 'default'} onClick={props.onEnd} autoFocus={isPassed}>
          {t('countRoom.deckEnd')}
        </Button>
      </div>
    </div>
  )
}
