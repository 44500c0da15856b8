// Does the PDF say what its Word copy says? Both come from the same facts, but the PDF as an earlier version of this app may have put them.
import type { Block } from '../../workflows/papers/paper.ts'
import type { WordValues } from '../../workflows/papers/word-fields.ts'
import { pagesOf } from '../pdf/document.ts'
import { openPdf } from '../pdf/file.ts'
import { pageText } from '../pdf/page-text.ts'

/** The texts of the body and its annex that the pages do not print. A slip has no text of its own. */
export async function notSaidIn(pdf: Uint8Array, { body, annex, slip }: Pick<WordValues, 'body' | 'annex' | 'slip'>): Promise<string[]> {
  if (slip) return []
  const file = openPdf(pdf)
  const pages = pagesOf(file)
  const printed = bare((await Promise.all(pages.map((page) => pageText(file, page)))).join('\n'))
  const texts = [...body, ...(annex?.blocks ?? [])].flatMap(textsOf)
  return texts.filter((text) => !stands(bare(text), printed, pages.length))
}

/** Lines break anywhere, and the PDF may join what Word parts. */
const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, '')

function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'facts':
      return block.rows.flat()
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flat()]
    default:
      return [block.text]
  }
}

/** A shorter piece at the end of a page says nothing. */
const shortest = 12

/** Whole, or in as many pieces as there are pages: between them stand the page number and the marks of a page. */
function stands(text: string, printed: string, pages: number): boolean {
  let rest = text
  for (let piece = 0; piece < pages && rest !== ''; piece++) {
    if (printed.includes(rest)) return true
    let [low, high] = [0, rest.length]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (printed.includes(rest.slice(0, middle))) low = middle
      else high = middle - 1
    }
    if (low < shortest) return false
    rest = rest.slice(low)
  }
  return rest === ''
}
