// A template an office changed, held against the fields it may use: what is wrong, and in which paragraph. Nothing of it is run.
import Docxtemplater from 'docxtemplater'
import { ok, type Result } from '../../workflows/core/result.ts'
import type { PaperKind } from '../../workflows/papers/kinds.ts'
import { mustHave, type WordField, wordFieldsOf } from '../../workflows/papers/word-fields.ts'
import type { WordProblem, WordProblemCode } from '../../workflows/papers/word-problem.ts'
import { type Parts, readDocx, textOfPart, zipOf } from './docx.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'

/** At most this many are told: a file of another kind has hundreds. */
const most = 50

/** The parts of a template that may be used, or everything that is wrong with it. */
export async function checkTemplate(
  bytes: Uint8Array,
  kind: PaperKind,
): Promise<{ readonly parts?: Parts; readonly problems: readonly WordProblem[] }> {
  const read = await readDocx(bytes)
  if (!read.ok) return { problems: [read.refusal] }
  const hostile = hostileIn(read.value)
  if (hostile.length > 0) return { problems: hostile }
  const texts = textsOf(read.value)
  if (!texts.ok) return { problems: [texts.refusal] }
  const problems = [...fieldProblems(texts.value, wordFieldsOf(kind)), ...structureProblems(read.value, texts.value)]
  return problems.length > 0 ? { problems: distinct(problems).slice(0, most) } : { parts: read.value, problems: [] }
}

// --- What a template may not carry

/** Code, links that fetch, files inside the file. */
function hostileIn(parts: Parts): WordProblem[] {
  const names = [...parts.keys()]
  const found: WordProblem[] = []
  const add = (code: WordProblemCode, part: string) => found.push({ code, part })
  for (const name of names) {
    if (/vbaProject|vbaData|activeX|\.bin$/i.test(name)) add('word-macros', name)
    else if (/^word\/embeddings\//i.test(name)) add('word-embedded-object', name)
    else if (name.endsWith('.rels') && /TargetMode\s*=\s*["']External["']/i.test(textOfPart(parts.get(name) ?? new Uint8Array())))
      add('word-external-link', name)
  }
  const types = textOfPart(parts.get('[Content_Types].xml') ?? new Uint8Array())
  if (/macroEnabled|vbaProject/i.test(types)) add('word-macros', '[Content_Types].xml')
  for (const name of textParts(parts)) {
    const fields = [
      ...textOfPart(parts.get(name) ?? new Uint8Array()).matchAll(/<w:(?:instrText[^>]*>([^<]*)<|fldSimple[^>]*w:instr="([^"]*)")/gu),
    ].map(([, a, b]) => a ?? b ?? '')
    if (/\b(?:INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|DATABASE|IMPORT|MACROBUTTON|HYPERLINK)\b/.test(fields.join('')))
      add('word-external-link', name)
    if (/<w:(?:object|altChunk|control)\b/.test(textOfPart(parts.get(name) ?? new Uint8Array()))) add('word-embedded-object', name)
  }
  return distinct(found)
}

const textParts = (parts: Parts): string[] =>
  [...parts.keys()].filter((name) => /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name))

// --- Its text

type PartText = { readonly part: string; readonly paragraphs: readonly Paragraph[] }

function textsOf(parts: Parts): Result<PartText[], WordProblem> {
  const texts: PartText[] = []
  for (const name of parts.keys()) {
    if (!name.endsWith('.xml') && !name.endsWith('.rels')) continue
    const paragraphs = paragraphsOf(textOfPart(parts.get(name) ?? new Uint8Array()))
    if (paragraphs === null) return { ok: false, refusal: { code: 'word-broken', part: name } }
    if (textParts(parts).includes(name)) texts.push({ part: shortPart(name), paragraphs })
  }
  return ok(texts)
}

const shortPart = (name: string): string => name.replace(/^word\//, '').replace(/\.xml$/, '')
const place = (part: string, { no, text }: Paragraph) => ({ part, paragraph: no, text: text.trim().slice(0, 80) })

// --- Its fields

const tag = /\{([#/@^]?)\s*([^{}]*?)\s*\}/gu

function fieldProblems(texts: readonly PartText[], fields: readonly WordField[]): WordProblem[] {
  const problems: WordProblem[] = []
  let hasBody = false
  for (const { part, paragraphs } of texts) {
    const open: string[] = []
    for (const one of paragraphs) {
      const at = place(part, one)
      for (const [, mark = '', written = ''] of one.text.matchAll(tag)) {
        const name = written
        if (mark === '/') {
          const last = open.lastIndexOf(name)
          if (last >= 0) open.splice(last)
          continue
        }
        const known = fields.filter((field) => field.name === name)
        const usable = known.find(({ inside }) => inside === undefined || open.includes(inside))
        if (mark === '@' && name === mustHave && part === 'document') hasBody = true
        if (mark === '#' || mark === '^') open.push(name)
        if (known.length === 0) problems.push({ code: 'word-field-unknown', ...at, field: written, ...nearest(name, fields) })
        else if (!usable) problems.push({ code: 'word-field-outside', ...at, field: name, near: known[0]?.inside ?? '' })
        else if (mark === '@' ? usable.form !== 'body' : usable.form === 'body')
          problems.push({ code: 'word-field-form', ...at, field: name, near: formOf(usable) })
        else if (mark === '' && usable.form === 'list') problems.push({ code: 'word-field-form', ...at, field: name, near: formOf(usable) })
        else if (mark === '@' && one.text.trim() !== `{@${written}}`) problems.push({ code: 'word-body-not-alone', ...at, field: name })
      }
    }
  }
  return hasBody ? problems : [...problems, { code: 'word-body-missing', field: mustHave }]
}

function formOf({ name, form }: WordField): string {
  if (form === 'body') return `{@${name}}`
  return form === 'list' ? `{#${name}}…{/${name}}` : `{${name}}`
}

/** The field that was probably meant: other marks, another letter or two. */
function nearest(name: string, fields: readonly WordField[]): { near?: string } {
  const plain = (one: string) =>
    one
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll('đ', 'd')
      .replaceAll(/[\s-]+/g, '_')
  const [best] = fields
    .map((field) => ({ name: field.name, far: distance(plain(name), plain(field.name)) }))
    .toSorted((a, b) => a.far - b.far)
  return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? { near: best.name } : {}
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

// --- Its structure, as the library that fills it sees it

const structural: Readonly<Record<string, WordProblemCode>> = {
  unclosed_tag: 'word-tag-unclosed',
  unopened_tag: 'word-tag-unopened',
  duplicate_open_tag: 'word-tag-unclosed',
  duplicate_close_tag: 'word-tag-unopened',
  unclosed_loop: 'word-loop-unclosed',
  unopened_loop: 'word-loop-unopened',
  closing_tag_does_not_match_opening_tag: 'word-loop-crossed',
  unbalanced_loop_tags: 'word-loop-crossed',
  raw_tag_outerxml_invalid: 'word-body-not-alone',
  raw_xml_tag_should_be_only_text_in_paragraph: 'word-body-not-alone',
}

type Told = {
  readonly properties?: {
    readonly id?: string
    readonly xtag?: string
    readonly file?: string
    readonly openingtag?: string
    readonly errors?: readonly Told[]
  }
}

function structureProblems(parts: Parts, texts: readonly PartText[]): WordProblem[] {
  try {
    new Docxtemplater(zipOf(parts), { paragraphLoop: true, linebreaks: true, errorLogging: false })
    return []
  } catch (error) {
    const { properties } = error as Told
    const told = properties?.errors ?? [error as Told]
    return told.map((one) => structureProblem(one, texts))
  }
}

function structureProblem({ properties = {} }: Told, texts: readonly PartText[]): WordProblem {
  const { id = '', xtag = properties.openingtag ?? '', file = '' } = properties
  const code = structural[id] ?? 'word-broken'
  const part = shortPart(file === '' ? 'word/document.xml' : file)
  const words = xtag.trim()
  const found = texts
    .find((one) => one.part === part)
    ?.paragraphs.find(({ text }) => words !== '' && text.includes(words) && /[{}]/.test(text))
  return { code, part, ...(found && place(part, found)), field: words.slice(0, 80) }
}

function distinct(problems: readonly WordProblem[]): WordProblem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()]
}
