// Values in time: how a change and a correction move over what is known (programme.md 3.2). Nothing here knows what the values mean.
import { canonical } from '../core/canonical.ts'
import { forever, type Span } from './records.ts'

type Values = Readonly<Record<string, unknown>>
/** New values by field; `null` takes the value away. */
export type Patch = Values

const same = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === 'object' && typeof other === 'object' && one !== null && other !== null && canonical(one) === canonical(other))

/** From the day `from` on each value holds until what is already known of a later day: a change never reaches back. */
export function changed<T extends Values>(spans: readonly Span<T>[], from: string, patch: Patch): readonly Span<T>[] {
  const [first] = spans
  if (first === undefined) return spans
  // What is said to have begun before the record did begins with it.
  const day = from < first.from ? first.from : from
  const split = spans.flatMap((span) =>
    span.from < day && day < span.until
      ? [
          { ...span, until: day },
          { ...span, from: day },
        ]
      : [span],
  )
  const start = split.findIndex((span) => span.from === day)
  return start < 0 ? spans : joined(overlaid(split, patch, (field) => stretch(split, field, start, start)))
}

/** What held on the day `at` was wrong as long as it held: the right value stands in its place, on the same days. */
export function corrected<T extends Values>(spans: readonly Span<T>[], at: string, patch: Patch): readonly Span<T>[] {
  const index = spans.findIndex(({ from, until }) => from <= at && at < until)
  const found = index >= 0 ? index : (spans[0]?.from ?? '') > at ? 0 : spans.length - 1
  if (spans.length === 0) return spans
  return joined(overlaid(spans, patch, (field) => stretch(spans, field, found, 0)))
}

/** Nothing holds from the day `on`. */
export const ended = <T>(spans: readonly Span<T>[], on: string): readonly Span<T>[] =>
  spans.filter(({ from }) => from < on).map((span) => (span.until > on ? { ...span, until: on } : span))

/** The run of spans around `at`, not before `earliest`, in which the field has one value. */
function stretch<T extends Values>(spans: readonly Span<T>[], field: string, at: number, earliest: number): readonly [number, number] {
  const value = spans[at]?.data[field]
  let [first, last] = [at, at]
  while (first > earliest && same(spans[first - 1]?.data[field], value)) first--
  while (last + 1 < spans.length && same(spans[last + 1]?.data[field], value)) last++
  return [first, last]
}

function overlaid<T extends Values>(
  spans: readonly Span<T>[],
  patch: Patch,
  where: (field: string) => readonly [number, number],
): readonly Span<T>[] {
  const data: Record<string, unknown>[] = spans.map((span) => ({ ...span.data }))
  for (const [field, value] of Object.entries(patch)) {
    const [first, last] = where(field)
    for (let index = first; index <= last; index++) {
      const one = data[index] ?? {}
      if (value === null || value === undefined) delete one[field]
      else one[field] = value
    }
  }
  // The patch was parsed as one of this very shape, so what comes out has it too.
  return spans.map((span, index) => ({ ...span, data: data[index] as T }))
}

/** Spans that say the same, one after another, are one. */
function joined<T extends Values>(spans: readonly Span<T>[]): readonly Span<T>[] {
  const result: Span<T>[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last && last.until === span.from && same(last.data, span.data)) result[result.length - 1] = { ...last, until: span.until }
    else result.push(span)
  }
  return result
}

export const whole = <T>(from: string, data: T): readonly Span<T>[] => [{ from, until: forever, data }]
