// Names in memory, in the order they are listed, made from a narrow index when somebody first searches and let go when a name changes:
// two megabytes for a hundred thousand people. A search runs over one long text, stops at the end of its window, and touches no page.
import type { RegistryQueries } from './registry-queries.ts'

/** How many finds are counted for certain; beyond them a list says that there are more. */
const counted = 500

export type NamesFound = { readonly ids: readonly number[]; readonly found: number; readonly isMore: boolean }
export type RegistryNames = ReturnType<typeof registryNames>

/** `text`: a line a name, each word begun by its mark; `limits`: days of the few names that did not always hold. */
type Lines = {
  readonly text: string
  readonly starts: Int32Array
  readonly ids: Int32Array
  readonly limits: ReadonlyMap<number, { readonly since: string; readonly until: string }>
}

/** A capital begins a word, so that what a word begins with is found at one letter in many and not at every space. */
const begun = (word: string): string => (/^[a-z]/.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : `\u0001${word}`)

/** Names read at once: some milliseconds. */
const atOnce = 4000
type Place = readonly [sortKey: string, folded: string, since: string, until: string, id: number]
const first: Place = ['', '', '', '', 0]

/** The lines as they grow. */
function reading() {
  const parts: string[] = []
  const ids: number[] = []
  const starts: number[] = []
  const limits = new Map<number, { since: string; until: string }>()
  let length = 0
  return {
    take(id: number, folded: string, since: string, until: string): void {
      const line = `${folded.replace(/ (\S+)/gu, (_, word: string) => begun(word))}\n`
      if (since !== '' || until !== '9999-12-31') limits.set(ids.length, { since, until })
      parts.push(line)
      ids.push(id)
      starts.push(length)
      length += line.length
    },
    lines: (): Lines => ({ text: parts.join(''), starts: Int32Array.from([...starts, length]), ids: Int32Array.from(ids), limits }),
  }
}

export function registryNames(q: RegistryQueries) {
  let lines: { readonly version: number; readonly read: Lines } | undefined
  let partial: { readonly version: number; readonly reading: ReturnType<typeof reading>; after: Place } | undefined

  /** One piece more; true once all names are there. */
  function prepare(): boolean {
    const version = q.namesVersion()
    if (lines?.version === version) return true
    if (partial?.version !== version) partial = { version, reading: reading(), after: first }
    const found = [
      ...q.rows<Place>(
        `SELECT sort_key, folded, since, until, id FROM registry_names INDEXED BY registry_names_in_order
        WHERE merged = 0 AND (sort_key, folded, since, until, id) > (?, ?, ?, ?, ?) ORDER BY sort_key, folded, since, until, id LIMIT ${atOnce}`,
        ...partial.after,
      ),
    ]
    for (const [, folded, since, until, id] of found) partial.reading.take(id, folded, since, until)
    partial.after = found.at(-1) ?? partial.after
    if (found.length === atOnce) return false
    lines = { version, read: partial.reading.lines() }
    partial = undefined
    return true
  }

  function current(): Lines {
    for (;;) if (prepare() && lines !== undefined) return lines.read
  }

  return {
    prepare,
    /** In order; `words` folded, all of them begin some word of the name. Without words every name. `within`: of these alone. */
    find(words: readonly string[], day: string, from: number, count: number, within?: ReadonlySet<number>): NamesFound {
      const now = current()
      const { ids, limits } = now
      const holds = (line: number): boolean => {
        if (within !== undefined && !within.has(ids[line] ?? 0)) return false
        const limit = limits.get(line)
        return limit === undefined || (limit.since <= day && day < limit.until)
      }
      const found: number[] = []
      let met = 0
      const enough = Math.max(from + count, counted)
      for (const line of words.length === 0 ? ids.keys() : matching(now, words)) {
        if (!holds(line)) continue
        if (met >= from && met < from + count) found.push(ids[line] ?? 0)
        met++
        if (words.length > 0 && met > enough) return { ids: found, found: enough, isMore: true }
        // Every name holds on every day but for a few: how many there are need not be counted one by one.
        if (words.length === 0 && met >= from + count && limits.size === 0)
          return { ids: found, found: within?.size ?? ids.length, isMore: false }
      }
      return { ids: found, found: met, isMore: false }
    },
  }
}

/** Numbers of the lines that have every word, in order. The longest word is looked for; it is the rarest as a rule. */
function* matching({ text, starts }: Lines, words: readonly string[]): Generator<number> {
  const [first = '', ...rest] = words.map(begun).sort((one, other) => other.length - one.length)
  let line = 0
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, starts[line + 1])) {
    line = lineAt(starts, at, line)
    if (rest.length === 0) yield line
    else {
      const name = text.slice(starts[line], starts[line + 1])
      if (rest.every((word) => name.includes(word))) yield line
    }
  }
}

/** The line a place of the text is in, not before `from`: in growing steps, then by halves. */
function lineAt(starts: Int32Array, at: number, from: number): number {
  let step = 1
  let low = from
  while (low + step < starts.length - 1 && (starts[low + step] ?? 0) <= at) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, starts.length - 1)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}
