// What a drawn page looks like to an outside reader, and what the forms of A2 and A3 forbid it to look like.
import type { SignPlace } from '../../records/complete.ts'
import type { Paper } from '../../workflows/papers/paper.ts'
import { run } from '../support/tools.ts'

const MM = 72 / 25.4
/** From the top to the bottom of a word in Tinos as poppler says it, in sizes: 0.909 in regular and italic, 0.893 in bold. */
const TINOS = 0.901

export type PageWord = {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly size: number
}
export type ReadPage = {
  readonly width: number
  readonly height: number
  readonly words: readonly PageWord[]
  readonly lines: readonly PageLine[]
}
/** Words that stand on one line of the text, from left to right. */
export type PageLine = {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/** The pages of a file by `pdftotext -bbox-layout`, in points from the top left. */
export function readPages(file: string): readonly ReadPage[] {
  return run('pdftotext', ['-bbox-layout', file, '-'])
    .split('<page ')
    .slice(1)
    .map((page) => {
      const size = /^width="([\d.]+)" height="([\d.]+)"/.exec(page)
      const words = [...page.matchAll(/<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)<\/word>/g)].map(
        (found): PageWord => {
          const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map(Number)
          const text = (found[5] ?? '').replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity)
          return { text, left, top, right, bottom, size: Math.round((bottom - top) / TINOS) }
        },
      )
      return { width: Number(size?.[1]), height: Number(size?.[2]), words, lines: linesOf(words) }
    })
}

function linesOf(words: readonly PageWord[]): readonly PageLine[] {
  const byBottom = Map.groupBy(words, ({ bottom, size }) => Math.round((bottom - 0.216 * size) * 2))
  return [...byBottom.values()]
    .map((line) => {
      const sorted = line.toSorted((a, b) => a.left - b.left)
      return {
        text: sorted.map(({ text }) => text).join(' '),
        left: Math.min(...line.map(({ left }) => left)),
        right: Math.max(...line.map(({ right }) => right)),
        top: Math.min(...line.map(({ top }) => top)),
        bottom: Math.max(...line.map(({ bottom }) => bottom)),
      }
    })
    .toSorted((a, b) => a.top - b.top)
}

const portrait = { top: 20, bottom: 20, left: 30, right: 15 }
const landscape = { top: 30, bottom: 15, left: 20, right: 20 }
export const proofHead = 'Đối chiếu giữa bản in và dữ liệu kèm theo'

/** Everything that is wrong with how a paper is drawn, in words; nothing when it keeps to its form. */
export function faultsOfLayout(paper: Paper, pages: readonly ReadPage[], places: readonly SignPlace[]): readonly string[] {
  return [...pages.flatMap((page, at) => faultsOfPage(page, at + 1)), ...faultsOfEnd(paper, pages, places), ...missingLetters(paper, pages)]
}

function faultsOfPage({ width, height, words, lines }: ReadPage, no: number): string[] {
  const margins = width > height ? landscape : portrait
  const faults: string[] = []
  const top = margins.top * MM - 1
  const [inMargin, body] = [words.filter((word) => word.bottom < top + 3), words.filter((word) => word.bottom >= top + 3)]
  const outside = body.filter(
    (word) =>
      word.left < margins.left * MM - 0.5 ||
      word.right > width - margins.right * MM + 0.5 ||
      word.top < top - 3 ||
      word.bottom > height - margins.bottom * MM + 3,
  )
  if (outside.length > 0)
    faults.push(
      `page ${no}: outside the margins: ${outside
        .slice(0, 3)
        .map(({ text }) => text)
        .join(' ')}`,
    )
  const number = inMargin.map(({ text }) => text).join(' ')
  if (number !== (no === 1 ? '' : String(no))) faults.push(`page ${no}: numbered "${number}"`)
  const [mark] = inMargin
  if (mark && Math.abs((mark.left + mark.right) / 2 - (margins.left * MM + width - margins.right * MM) / 2) > 2)
    faults.push(`page ${no}: number not centred`)
  if (lines.length === inMargin.length) faults.push(`page ${no}: empty`)
  return [...faults, ...wordsOverWords(words, no)]
}

function wordsOverWords(words: readonly PageWord[], no: number): string[] {
  return words.flatMap((one, at) => {
    const over = words.slice(at + 1).find((other) => overlaps(one, other))
    return over ? [`page ${no}: "${one.text}" over "${over.text}"`] : []
  })
}

/** What no page may show, whatever its form: words beside the text, off the paper or over one another. */
export function faultsOfWords({ width, height, words }: ReadPage, at: number): readonly string[] {
  const off = words.filter(
    ({ left, top, right, bottom }) => left < 30 * MM - 0.5 || right > width - 15 * MM + 0.5 || top < 8 * MM || bottom > height - 8 * MM,
  )
  return [...off.map(({ text }) => `page ${at + 1}: "${text}" off the text`), ...wordsOverWords(words, at + 1)]
}

/** By more than the room of accents above and tails below. */
const overlaps = (a: PageWord, b: PageWord): boolean =>
  a.left < b.right - 0.8 &&
  b.left < a.right - 0.8 &&
  a.top + a.size * 0.25 < b.bottom - b.size * 0.25 &&
  b.top + b.size * 0.25 < a.bottom - a.size * 0.25

function faultsOfEnd({ signBlocks }: Paper, pages: readonly ReadPage[], places: readonly SignPlace[]): string[] {
  const faults: string[] = []
  const [first] = places.toSorted((a, b) => a.page - b.page || a.y - b.y)
  if (first) {
    const page = pages[first.page - 1]
    const titles = signBlocks.flatMap(({ authority = '', officeTitle }) => [...authority.split(' '), ...officeTitle.split(' ')])
    const head =
      page?.words.filter(
        (word) => word.bottom < first.y + 6 && word.top > first.y - 160 && titles.includes(word.text) && word.text !== '',
      ) ?? []
    const start = Math.min(first.y, ...head.map(({ top }) => top))
    const before = page?.lines.filter((line) => line.bottom <= start + 5 && line.top > (page.width > page.height ? 29 : 19) * MM) ?? []
    if (before.length < 2) faults.push(`signatures with ${before.length} lines before them on page ${first.page}`)
  }
  for (const place of places) {
    const page = pages[place.page - 1]
    if (page && place.y + place.height > page.height - 15 * MM + 1) faults.push(`place to sign off the page: ${place.field}`)
    if (
      page?.words.some(
        (word) =>
          word.left < place.x + place.width - 1 &&
          word.right > place.x + 1 &&
          word.top + 3 < place.y + place.height &&
          word.bottom - 3 > place.y,
      )
    )
      faults.push(`words in the place to sign of ${place.field}`)
  }
  const at = pages.findIndex(({ lines }) => lines.some(({ text }) => text.includes(proofHead)))
  const proof = pages[at]
  const head = proof?.lines.find(({ text }) => text.includes(proofHead))
  if (!proof || !head) return [...faults, 'no proof']
  if (at !== pages.length - 1) faults.push('proof not on the last page')
  const above = proof.lines.filter((line) => line.bottom < head.top && line.top > (proof.width > proof.height ? 29 : 19) * MM)
  if (above.length < 2) faults.push(`proof alone on page ${at + 1}`)
  return faults
}

/** Every letter of the paper is on its pages: nothing ran off, nothing was left out. */
function missingLetters(paper: Paper, pages: readonly ReadPage[]): string[] {
  const drawn = countOf(pages.flatMap(({ words }) => words.map(({ text }) => text)).join(''))
  const { title, abstract, issuingBody, superiorBody = '', blocks, recipients, annex } = paper
  const told = countOf(
    textsOf([
      paper.isLetter ? '' : title,
      abstract,
      issuingBody,
      superiorBody,
      blocks.map(said),
      recipients.map((one) => one.replace(/[;.]$/u, '')),
      annex?.blocks.map(said) ?? [],
    ]).join(''),
  )
  const missing = [...told]
    .filter(([letter, count]) => count > (drawn.get(letter) ?? 0))
    .map(([letter, count]) => `${letter} ${count - (drawn.get(letter) ?? 0)}`)
  return missing.length > 0 ? [`letters not drawn: ${missing.slice(0, 8).join(', ')}`] : []
}

function said(block: Paper['blocks'][number]): readonly string[] {
  switch (block.type) {
    case 'facts':
      return block.rows.flat()
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flat()]
    case 'item':
    case 'article':
      return [block.mark, block.text]
    default:
      return [block.text]
  }
}

const textsOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsOf) : [])

function countOf(text: string): Map<string, number> {
  const count = new Map<string, number>()
  for (const letter of text.normalize('NFC')) if (!/\s/u.test(letter)) count.set(letter, (count.get(letter) ?? 0) + 1)
  return count
}
