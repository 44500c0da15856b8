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

export function registryNames(q: RegistryQueries) {
  let lines: { readonly version: number; readonly read: Lines } | undefined

  function read(): Lines {
    const parts: string[] = []
    const ids: number[] = []
    const starts: number[] = []
    const limits = new Map<number, { since: string; until: string }>()
    let length = 0
    for (const [id, folded, since, until] of q.rows<[number, string, string, string]>(
      `SELECT id, folded, since, until FROM registry_names INDEXED BY registry_names_in_order
      WHERE merged = 0 ORDER BY sort_key, folded, since, until, id`,
    )) {
      const line = `${folded.replace(/ (\S+)/gu, (_, word: string) => begun(word))}\n`
      if (since !== '' || until !== '9999-12-31') limits.set(ids.length, { since, until })
      parts.push(line)
      ids.push(id)
      starts.push(length)
      length += line.length
    }
    starts.push(length)
    return { text: parts.join(''), starts: Int32Array.from(starts), ids: Int32Array.from(ids), limits }
  }

  function current(): Lines {
    const version = q.namesVersion()
    if (lines?.version !== version) lines = { version, read: read() }
    return lines.read
  }

  return {
    /** In order; `words` folded, all of them begin some word of the name. Without words every name. */
    find(words: readonly string[], day: string, from: number, count: number): NamesFound {
      const now = current()
      const { ids, limits } = now
      const holds = (line: number): boolean => {
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
        if (words.length === 0 && met >= from + count && limits.size === 0) return { ids: found, found: ids.length, isMore: false }
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
