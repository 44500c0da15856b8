// A Word copy that came back, held against what was signed: line by line, with the field each line came from.
import type { PaperKind } from '../../workflows/papers/kinds.ts'
import type { Block } from '../../workflows/papers/paper.ts'
import type { WordValues } from '../../workflows/papers/word-fields.ts'
import { copyMark, filled } from './copy.ts'
import { mainPart, type Parts, textOfPart } from './docx.ts'
import { paragraphsOf } from './paragraphs.ts'

/** `fields`: the fields of the template the signed line comes from; empty for its own words. One of the texts is missing where a line was added or taken out. */
export type DriftLine = { readonly fields: readonly string[]; readonly signed?: string; readonly word?: string }

/** Null where the text of the file cannot be read. */
export function driftOf(copy: Parts, template: Parts, kind: PaperKind, values: WordValues): DriftLine[] | null {
  const found = linesOf(copy)
  const signed = linesOf(filled(template, kind, values))
  const labels = linesOf(filled(template, kind, named(values)))
  if (found === null || signed === null || labels === null) return null
  // Filled with the same lists, both have the same lines: one says what, the other which field.
  const expected = signed.map((text, at) => ({
    text,
    fields: [...new Set([...(labels[at] ?? '').matchAll(/⟦([^⟧]*)⟧/gu)].map(([, name = '']) => name))],
  }))
  return changes(
    expected.filter(({ text }) => text !== ''),
    found.filter((text) => text !== '' && !text.startsWith(copyMark)),
  )
}

const linesOf = (parts: Parts): string[] | null =>
  paragraphsOf(textOfPart(parts.get(mainPart) ?? new Uint8Array()))?.map(({ text }) =>
    text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim(),
  ) ?? null

/** Every value replaced by the name of its field; what is empty stays so, for templates leave out lines by it. */
function named(values: WordValues): WordValues {
  const mark = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text === '' ? '' : `⟦${name}⟧`]))
  return {
    ...values,
    texts: mark(values.texts),
    lists: Object.fromEntries(Object.entries(values.lists).map(([name, rows]) => [name, rows.map(mark)])),
    body: namedBlocks(values.body),
    ...(values.annex && { annex: { title: '⟦phu_luc⟧', reference: '⟦phu_luc⟧', blocks: namedBlocks(values.annex.blocks) } }),
  }
}

function namedBlocks(blocks: readonly Block[]): Block[] {
  let under = ''
  const name = () => `⟦${under === '' ? 'noi_dung' : `noi_dung: ${under}`}⟧`
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'heading':
        under = block.text
        return { ...block, text: name() }
      case 'facts':
        return { ...block, rows: block.rows.map(([label]) => [name(), `⟦noi_dung: ${label}⟧`] as const) }
      case 'table':
        return {
          ...block,
          columns: block.columns.map((one) => ({ ...one, title: name() })),
          rows: block.rows.map((row) => row.map((text, at) => (text === '' ? '' : `⟦noi_dung: ${block.columns[at]?.title ?? ''}⟧`))),
        }
      case 'item':
      case 'article':
        return { ...block, mark: '', text: name() }
      default:
        return { ...block, text: name() }
    }
  })
}

type Expected = { readonly text: string; readonly fields: readonly string[] }

/** The fewest lines taken out and put in; a line taken out where another was put in is one line changed. */
function changes(signed: readonly Expected[], word: readonly string[]): DriftLine[] {
  const kept = common(
    signed.map(({ text }) => text),
    word,
  )
  const found: DriftLine[] = []
  let [s, w] = [0, 0]
  for (const [nextS, nextW] of [...kept, [signed.length, word.length] as const]) {
    for (; s < nextS || w < nextW; ) {
      const one = s < nextS ? signed[s] : undefined
      const other = w < nextW ? word[w] : undefined
      found.push({ fields: one?.fields ?? [], ...(one && { signed: one.text }), ...(other !== undefined && { word: other }) })
      if (one) s += 1
      if (other !== undefined) w += 1
    }
    s = nextS + 1
    w = nextW + 1
  }
  return found
}

/** Longest common subsequence, as pairs of places; equal ends first, so that long papers stay quick. */
function common(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1
  let end = 0
  while (end < a.length - from && end < b.length - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const [n, m] = [a.length - from - end, b.length - from - end]
  // Two texts that long and that different are not the same paper: every line of theirs is told as changed.
  if (n * m > mostPairs) return [...equalEnds(from), ...equalTail(a.length, b.length, end)]
  const width = m + 1
  const length = new Uint32Array((n + 1) * width)
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      length[i * width + j] =
        a[from + i] === b[from + j]
          ? (length[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0)
  const pairs = equalEnds(from)
  for (let [i, j] = [0, 0]; i < n && j < m; ) {
    if (a[from + i] === b[from + j]) pairs.push([from + i++, from + j++])
    else if ((length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0)) i += 1
    else j += 1
  }
  return [...pairs, ...equalTail(a.length, b.length, end)]
}

const mostPairs = 16_000_000
type Pair = readonly [number, number]
const equalEnds = (length: number): Pair[] => Array.from({ length }, (_, at): Pair => [at, at])
const equalTail = (a: number, b: number, length: number): Pair[] =>
  Array.from({ length }, (_, at): Pair => [a - length + at, b - length + at])
