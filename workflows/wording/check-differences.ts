// Where the recorded outcome of a count and the one worked out again part, as people read it: never the data itself.
import { stageTitles } from './check-subjects.ts'
import { outcomeWords } from './outcome-words.ts'
import type { Lang } from './sentence.ts'

const names: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  vi: {
    outcome: 'kết luận',
    selected: 'người được chọn',
    carried: 'người được đưa tiếp',
    base: 'mẫu số',
    value: 'số',
    name: 'loại',
    percent: 'tỷ lệ',
    announced: 'công bố',
    clause: 'căn cứ',
    next: 'bước tiếp theo',
  },
  en: {
    outcome: 'outcome',
    selected: 'selected',
    carried: 'carried on',
    base: 'base',
    value: 'number',
    name: 'kind',
    percent: 'share',
    announced: 'announced',
    clause: 'clause',
    next: 'next step',
  },
}
const words = {
  vi: { none: 'không có', yes: 'có', no: 'không', said: 'hồ sơ', found: 'tính lại', more: (count: number) => `và ${count} chỗ khác` },
  en: { none: 'none', yes: 'yes', no: 'no', said: 'recorded', found: 'worked out', more: (count: number) => `and ${count} more` },
}

/** So many are said, and so much of each: the record of a forger has no end. */
const MOST = 5
const MOST_LETTERS = 80

/** @param recorded and @param recomputed: canonical JSON. */
export function differencesOf(recorded: string, recomputed: string, lang: Lang): string {
  const [one, other] = [parsed(recorded), parsed(recomputed)]
  const found = differing(one, other, [])
  const told = found.slice(0, MOST).map(({ path, said, again }) => {
    const what = path.map((part) => names[lang][part] ?? part).join(' ')
    const { said: ofRecord, found: ofCount } = words[lang]
    return `${shortened(what)}: ${ofRecord} ${shortened(inWords(said, lang))}, ${ofCount} ${shortened(inWords(again, lang))}`
  })
  return [...told, ...(found.length > MOST ? [words[lang].more(found.length - MOST)] : [])].join('; ')
}

type Difference = { readonly path: readonly string[]; readonly said: unknown; readonly again: unknown }

function differing(said: unknown, again: unknown, path: readonly string[]): readonly Difference[] {
  if (JSON.stringify(said) === JSON.stringify(again)) return []
  if (!isObject(said) || !isObject(again)) return [{ path, said, again }]
  return [...new Set([...Object.keys(said), ...Object.keys(again)])].flatMap((key) => differing(said[key], again[key], [...path, key]))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function inWords(value: unknown, lang: Lang): string {
  const { none, yes, no } = words[lang]
  if (value === undefined || value === null) return none
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value)) return value.length === 0 ? none : value.map((part) => inWords(part, lang)).join(', ')
  if (isObject(value)) return JSON.stringify(value)
  const known: Readonly<Record<string, string>> = { ...stageTitles[lang], ...outcomeWords[lang] }
  const text = String(value)
  return Object.hasOwn(known, text) ? (known[text] ?? text) : text
}

const shortened = (text: string): string => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text)
