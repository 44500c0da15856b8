// The middle of the count screen: one bundle, by the number keys alone. Slips one after another, or strokes as they are called.
import { Button } from '@mantine/core'
import { memo, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BundleTotals, type Slip, slipsIn } from '../../../workflows/conference/bundle-totals.ts'
import { invalidReasons } from '../../../workflows/conference/facts.ts'
import type { SlipForm } from '../../../workflows/conference/slip-form.ts'
import { IconVolume } from '../../parts/icons.ts'
import { KeyCap } from '../../parts/key-cap.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import type { Counter } from './counter.ts'
import type { Echo } from './echo.ts'
import { emptyHand, type Hand, isLong, type Pressed, press, type SlipKey, slipKeyOf } from './slip-keys.ts'
import { Strokes } from './strokes.tsx'

/** How many lines stand side by side, and how tall they are drawn: a short slip is read from across the table, sixty names fit one screen. */
export function densityOf(lines: number): 'wide' | 'tall' | 'close' | 'dense' {
  return lines <= 3 ? 'wide' : lines <= 10 ? 'tall' : lines <= 22 ? 'close' : 'dense'
}
const strokeSize = { wide: 42, tall: 26, close: 20, dense: 14 } as const

/** What each line of a slip says. */
export function useLineWords(form: SlipForm): readonly string[] {
  const { t } = useTranslation()
  if (form.kind !== 'opinion') return form.names
  return [t('entry.agree'), t('entry.disagree'), t('entry.noOpinion')].slice(0, form.lines)
}

type Last = { readonly words: string; readonly line: number } | null

export function SlipEntry(props: {
  readonly form: SlipForm
  readonly counter: Counter
  readonly echo: Echo
  readonly hasStrokes: boolean
  readonly onStrokes: () => void
  /** Said above the lines in place of "next slip, please": a slip to be tried. */
  readonly call?: ReactNode
}) {
  const { t } = useTranslation()
  const { form, counter, echo, hasStrokes } = props
  const { bundle } = counter
  const words = useLineWords(form)
  const [hand, setHand] = useState<Hand>(emptyHand)
  const [says, setSays] = useState<Pressed['says']>(undefined)
  const [last, setLast] = useState<Last>(null)
  const region = useRef<HTMLElement>(null)
  const isByStroke = bundle.mode === 'strokes'
  const counted = slipsIn(bundle.totals)
  const isFull = isByStroke && form.kind === 'several' ? false : counted >= bundle.size

  // A new bundle begins where its keys are heard: from the first moment it is seen, or the first key would be lost.
  useLayoutEffect(() => region.current?.focus({ preventScroll: true }), [])

  const nameOf = (slip: Slip): Last => {
    if ('invalid' in slip) return { words: `${t('countRoom.invalid')}: ${t(`invalidReason.${slip.invalid}`)}`, line: 0 }
    const [first] = slip.marks
    return {
      words: slip.marks.length === 0 ? t('countRoom.nobody') : slip.marks.map((line) => words[line]).join(', '),
      line: (first ?? -1) + 1,
    }
  }

  /** The strokes a call adds; the slips in them are known where each call is a slip. */
  const stroked = (totals: BundleTotals, slip: Slip, by: 1 | -1): BundleTotals => {
    const isInvalid = 'invalid' in slip
    const lines = totals.lines.map((one, line) => (one ?? 0) + (!isInvalid && slip.marks.includes(line) ? by : 0))
    const blank = totals.blank + (!isInvalid && slip.marks.length === 0 ? by : 0)
    const invalid = totals.invalid + (isInvalid ? by : 0)
    const reasons = isInvalid ? { ...totals.reasons, [slip.invalid]: (totals.reasons[slip.invalid] ?? 0) + by } : totals.reasons
    const valid = form.kind === 'several' ? 0 : lines.reduce((sum, one) => sum + one, 0) + blank
    return { valid, blank, lines, invalid, reasons }
  }

  const lastStroke = useRef<Slip | null>(null)
  const take = async (slip: Slip) => {
    const isDone = isByStroke ? await counter.set((totals) => stroked(totals, slip, 1)) : await counter.add(slip)
    if (!isDone) return
    lastStroke.current = slip
    const named = nameOf(slip)
    setLast(named)
    if (named !== null) echo.say(named.words, named.line)
  }
  const takeBack = async () => {
    const stroke = lastStroke.current
    const isDone = isByStroke && stroke !== null ? await counter.set((totals) => stroked(totals, stroke, -1)) : await counter.takeBack()
    if (!isDone) return
    lastStroke.current = null
    setLast(null)
    echo.say(t('countRoom.takenBack'), 0)
  }
  /** Strokes of slips with several names do not say how many slips there were: what is not invalid is valid. */
  const close = async () => {
    const { size } = bundle
    const whole = (totals: BundleTotals): BundleTotals => ({ ...totals, valid: Math.max(0, size - totals.invalid) })
    if (isByStroke && form.kind === 'several' && !(await counter.set(whole))) return
    await counter.close()
  }

  const onKey = (key: SlipKey) => {
    // By strokes each call stands for itself, and Enter closes.
    const pressed =
      isByStroke && key === 'enter' && hand.digits === ''
        ? ({ hand: emptyHand, does: 'close' } as const)
        : press(one(form, isByStroke), hand, key, isFull)
    setHand(pressed.hand)
    setSays('says' in pressed ? pressed.says : undefined)
    if ('slip' in pressed && pressed.slip !== undefined) void take(pressed.slip)
    if (pressed.does === 'takeBack') void takeBack()
    if (pressed.does === 'close') void close()
  }
  const onKeyNow = useRef(onKey)
  onKeyNow.current = onKey
  const isHolding = useRef(false)
  isHolding.current = hand !== emptyHand && (hand.asks !== 'slip' || hand.digits !== '' || hand.marks.length > 0)
  const { onStrokes } = props
  const { toggle } = echo
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = slipKeyOf(event)
      // A dialog over the table has its own keys.
      if (key === undefined || document.querySelector('dialog[open], [role="dialog"]') !== null) return
      if (isTyping(event.target) || (key === 'enter' && isPressable(event.target))) return
      if (key === 'escape' && !isHolding.current) return
      event.preventDefault()
      if (key === 'strokes') onStrokes()
      else if (key === 'echo') toggle()
      else onKeyNow.current(key)
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [onStrokes, toggle])

  /** A click does what the key does, and gives the keys back. */
  const onLine = (line: number) => {
    const pressed = press(one(form, isByStroke), { ...hand, asks: 'slip', digits: String(line) }, 'enter', isFull)
    setHand(pressed.hand)
    setSays(pressed.says)
    if (pressed.slip !== undefined) void take(pressed.slip)
    region.current?.focus({ preventScroll: true })
  }
  const onLineNow = useRef(onLine)
  onLineNow.current = onLine
  const pressLine = useCallback((line: number) => onLineNow.current(line), [])

  const density = densityOf(form.lines)
  const show = isByStroke || hasStrokes
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of counting belong to this region, and focus must have a place in it
    <section className={`count-entry ${density}`} ref={region} tabIndex={0} aria-label={t('countRoom.entryOf', { no: bundle.no })}>
      <div className="count-slip">
        <span className="count-no" role="status" aria-label={t('countRoom.countedOf', { counted, size: bundle.size })}>
          {isByStroke && form.kind === 'several' ? (
            bundle.size
          ) : (
            <>
              {counted}
              <span>/{bundle.size}</span>
            </>
          )}
        </span>
        <div>
          {props.call ?? (
            <p className="count-call">
              <b className="call">
                {t(isFull ? 'countRoom.full' : isByStroke && form.kind === 'several' ? 'countRoom.nextStroke' : 'countRoom.nextSlip', {
                  no: bundle.no,
                })}
              </b>
              {isFull
                ? t('countRoom.fullHelp')
                : isLong(form)
                  ? t(form.kind === 'several' && !isByStroke ? 'countRoom.pressTwoSeveral' : 'countRoom.pressTwo')
                  : form.kind === 'several' && !isByStroke
                    ? t('countRoom.pressSeveral')
                    : t('countRoom.pressOne')}
            </p>
          )}
        </div>
      </div>
      <div className="count-lines" style={{ gridTemplateRows: rowsOf(density, form.lines + 1) }}>
        {words.map((name, line) => (
          <Line
            key={name}
            no={line + 1}
            cap={isLong(form) ? String(line + 1).padStart(2, '0') : String(line + 1)}
            name={name}
            total={bundle.totals.lines[line] ?? 0}
            isLast={hand.asks !== 'reason' && last?.line === line + 1}
            isMarked={hand.marks.includes(line)}
            strokes={show ? strokeSize[density] : 0}
            onPress={pressLine}
          />
        ))}
        <Line
          no={0}
          cap="0"
          name={t('countRoom.invalid')}
          total={bundle.totals.invalid}
          isLast={hand.asks !== 'reason' && last?.line === 0}
          isMarked={hand.asks === 'reason'}
          strokes={show ? strokeSize[density] : 0}
          onPress={pressLine}
          isQuiet
        />
      </div>
      <TroubleBox trouble={counter.trouble} />
      {hand.asks === 'reason' && <Reasons onReason={(digit) => onKeyNow.current({ digit })} />}
      {hand.asks !== 'reason' && (
        <div className="count-echo">
          <IconVolume size={24} stroke={1.75} aria-hidden="true" />
          <p role="status">
            {hand.digits !== '' ? (
              <b>{t('countRoom.digits', { digits: hand.digits })}</b>
            ) : hand.asks === 'blank' ? (
              <b>{t('countRoom.blankAgain')}</b>
            ) : says !== undefined ? (
              t(`countRoom.says.${says}`, { left: bundle.size - counted, lines: form.lines, most: form.most })
            ) : hand.marks.length > 0 ? (
              <b>{t('countRoom.marked', { names: hand.marks.map((line) => words[line]).join(', ') })}</b>
            ) : last === null ? (
              t('countRoom.nothingYet')
            ) : (
              <>
                {t('countRoom.justEntered')} <b>{last.line > 0 ? `${last.line}, ${last.words}` : last.words}</b>.
              </>
            )}
          </p>
          <span className="row push">
            {(isByStroke ? lastStroke.current !== null : bundle.mayTakeBack) && (
              <Button variant="default" size="compact-md" onClick={() => onLineBack(onKeyNow.current, region.current)}>
                <KeyCap>-</KeyCap> {t('countRoom.takeBack')}
              </Button>
            )}
            {(isFull || (isByStroke && form.kind === 'several')) && (
              <Button size="compact-md" onClick={() => void close()}>
                {t('countRoom.close', { no: bundle.no })} <KeyCap>Enter</KeyCap>
              </Button>
            )}
          </span>
        </div>
      )}
    </section>
  )
}

const onLineBack = (onKey: (key: SlipKey) => void, region: HTMLElement | null): void => {
  onKey('back')
  region?.focus({ preventScroll: true })
}

/** By strokes every call is one line. */
const one = (form: SlipForm, isByStroke: boolean): SlipForm =>
  isByStroke && form.kind === 'several' ? { ...form, kind: 'one', most: 1 } : form

const rowsOf = (density: ReturnType<typeof densityOf>, lines: number): string => {
  const columns = density === 'dense' ? 3 : density === 'close' ? 2 : 1
  return `repeat(${Math.ceil(lines / columns)}, minmax(min-content, max-content))`
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (/^(?:BUTTON|A|SUMMARY)$/.test(target.tagName) || target.getAttribute('role') === 'button')

const Line = memo(function Line(props: {
  readonly no: number
  readonly cap: string
  readonly name: string
  readonly total: number
  readonly isLast: boolean
  readonly isMarked: boolean
  readonly strokes: number
  readonly onPress: (no: number) => void
  readonly isQuiet?: boolean
}) {
  const { no, cap, name, total, strokes } = props
  const state = `${props.isLast || props.isMarked ? 'here' : ''} ${props.isQuiet === true ? 'quiet' : ''}`
  return (
    <button
      type="button"
      className={`count-line ${state}`}
      aria-pressed={props.isMarked}
      // The keys of counting are pressed, not tabbed through; a click never takes them away.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onPress(no)}
    >
      <kbd className="count-cap">{cap}</kbd>
      <span className="count-what">
        <span className="nm">{name}</span>
        {strokes > 0 && <Strokes count={total} size={strokes} />}
      </span>
      <span className="count-total">{total}</span>
    </button>
  )
})

/** Why a slip is invalid, by digit; zero again lets it be. */
function Reasons(props: { readonly onReason: (digit: number) => void }) {
  const { t } = useTranslation()
  return (
    <section className="count-reasons" aria-label={t('countRoom.whyInvalid')}>
      <b className="count-why">{t('countRoom.whyInvalid')}</b>
      {invalidReasons.map((reason, index) => (
        <button
          key={reason}
          type="button"
          className="count-key"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onReason(index + 1)}
        >
          <KeyCap>{String(index + 1)}</KeyCap> {t(`invalidReason.${reason}`)}
        </button>
      ))}
      <button type="button" className="count-key" onMouseDown={(event) => event.preventDefault()} onClick={() => props.onReason(0)}>
        <KeyCap>0</KeyCap> {t('countRoom.letBe')}
      </button>
    </section>
  )
}
