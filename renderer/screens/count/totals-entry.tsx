// Totals name by name, for piles counted by hand: a box for each line, kept on the disk with every figure. An empty box is no zero.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BundleTotals, closeTotals } from '../../../workflows/conference/bundle-totals.ts'
import { invalidReasons } from '../../../workflows/conference/facts.ts'
import type { SlipForm } from '../../../workflows/conference/slip-form.ts'
import { countIn, readCount } from '../../parts/count-box.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useWording } from '../../wording.ts'
import type { Counter } from './counter.ts'
import { densityOf, useLineWords } from './slip-entry.tsx'

type Draft = {
  readonly lines: readonly string[]
  readonly invalid: string
  readonly blank: string
  readonly reasons: Readonly<Record<string, string>>
}

const shown = (value: number | null | undefined, wasSaid: boolean): string =>
  value == null || (value === 0 && !wasSaid) ? '' : String(value)

const draftOf = ({ lines, invalid, blank, reasons }: BundleTotals): Draft => ({
  lines: lines.map((line) => shown(line, true)),
  invalid: shown(invalid, false),
  blank: shown(blank, false),
  reasons: Object.fromEntries(Object.entries(reasons).map(([reason, count]) => [reason, shown(count, false)])),
})

/** Slips that are not invalid are valid: the piles say no more, and the arithmetic of the bundle finds what does not add up. */
function totalsOf(draft: Draft, size: number): BundleTotals {
  const invalid = Math.min(999, countIn(draft.invalid) ?? 0)
  const reasons = invalidReasons.flatMap((reason) => {
    const count = countIn(draft.reasons[reason] ?? '') ?? 0
    return count === 0 ? [] : [[reason, Math.min(999, count)] as const]
  })
  return {
    valid: Math.max(0, size - invalid),
    blank: Math.min(999, countIn(draft.blank) ?? 0),
    lines: draft.lines.map((line) => (countIn(line) === undefined ? null : Math.min(999, countIn(line) ?? 0))),
    invalid: Math.min(invalid, size),
    reasons: Object.fromEntries(reasons),
  }
}

export function TotalsEntry(props: { readonly form: SlipForm; readonly counter: Counter }) {
  const { t } = useTranslation()
  const say = useWording()
  const { form, counter } = props
  const { bundle } = counter
  const words = useLineWords(form)
  const [draft, setDraft] = useState(() => draftOf(bundle.totals))
  const change = (next: Draft) => {
    setDraft(next)
    void counter.set(() => totalsOf(next, bundle.size))
  }
  const checked = closeTotals(form, bundle.size, totalsOf(draft, bundle.size))
  const typed = totalsOf(draft, bundle.size)
  const filled = typed.lines.filter((line) => line !== null).length
  const bad = [...draft.lines, draft.invalid, draft.blank].some((text) => readCount(text).state === 'bad')
  const close = () => void counter.close()
  return (
    <section
      className={`count-entry totals ${densityOf(form.lines)}`}
      aria-label={t('countRoom.entryOf', { no: bundle.no })}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.code !== 'Enter') return
        event.preventDefault()
        if (event.ctrlKey) return close()
        nextBox(event.currentTarget, event.target)
      }}
    >
      <div className="count-slip">
        <span className="count-no">
          {filled}
          <span>/{form.lines}</span>
        </span>
        <p className="count-call">
          <b className="call">{t('countRoom.totalsOf', { no: bundle.no, size: bundle.size })}</b>
          {t('countRoom.totalsHelp')}
        </p>
      </div>
      <div className="count-boxes">
        {words.map((name, line) => (
          <Box
            key={name}
            cap={String(line + 1)}
            label={name}
            value={draft.lines[line] ?? ''}
            onChange={(text) => change({ ...draft, lines: draft.lines.with(line, text) })}
          />
        ))}
        {form.counts === 'votes' && form.blank === 'valid' && (
          <Box cap="" label={t('entry.blank')} value={draft.blank} onChange={(blank) => change({ ...draft, blank })} />
        )}
        <Box cap="0" label={t('countRoom.invalid')} value={draft.invalid} onChange={(invalid) => change({ ...draft, invalid })} />
      </div>
      {typed.invalid > 0 && (
        <details>
          <summary>{t('countRoom.whyInvalid')}</summary>
          <div className="count-boxes">
            {invalidReasons.map((reason) => (
              <Box
                key={reason}
                cap=""
                label={t(`invalidReason.${reason}`)}
                value={draft.reasons[reason] ?? ''}
                onChange={(text) => change({ ...draft, reasons: { ...draft.reasons, [reason]: text } })}
              />
            ))}
          </div>
        </details>
      )}
      <TroubleBox trouble={counter.trouble} />
      <div className="count-echo">
        <p role="status">
          {checked.ok
            ? t('countRoom.addsUp', { size: bundle.size })
            : filled === form.lines
              ? say.refusal(checked.refusal)
              : t('countRoom.boxesLeft', { count: form.lines - filled })}
        </p>
        <Button className="push" aria-disabled={!checked.ok || bad || undefined} onClick={() => checked.ok && !bad && close()}>
          {t('countRoom.close', { no: bundle.no })} <KeyCap>Ctrl Enter</KeyCap>
        </Button>
      </div>
    </section>
  )
}

/** Enter goes to the next box, from the last one to the button that closes. */
function nextBox(form: HTMLElement, from: EventTarget): void {
  const stops = [...form.querySelectorAll<HTMLElement>('input, .count-echo button')]
  const at = stops.findIndex((stop) => stop.isSameNode(from instanceof Node ? from : null))
  stops[at + 1]?.focus()
}

function Box(props: { readonly cap: string; readonly label: string; readonly value: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation()
  const isBad = readCount(props.value).state === 'bad'
  return (
    <div className="count-box">
      {props.cap !== '' && (
        <span className="count-box-no" aria-hidden="true">
          {props.cap}
        </span>
      )}
      <TextInput
        label={props.label}
        value={props.value}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        error={isBad ? t('count.notWhole') : undefined}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </div>
  )
}
