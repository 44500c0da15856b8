// The text of a WordprocessingML part, paragraph by paragraph, as a reader sees it; null where the XML is not well formed.

export type Paragraph = { readonly no: number; readonly text: string }

const token = /<(\/?)([A-Za-z_][\w:.-]*)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|<[?!][^>]*>|([^<]+)|(<)/gu
const entities: ReadonlyMap<string, string> = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }))

const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu,
    (all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return entities.get(name) ?? all
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : all
    },
  )

/** Deleted text of tracked changes is left out, and so is the second drawing of a text box for old readers. */
const skipped: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])

/** The paragraphs of a part in order; null where its markup is broken or declares entities. */
export function paragraphsOf(xml: string): Paragraph[] | null {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return null
  const open: string[] = []
  const found: Paragraph[] = []
  /** A text box has paragraphs inside a paragraph. */
  const texts: string[] = []
  let skips = 0
  let isText = false
  for (const [all, closing, name = '', , empty, words, stray] of xml.matchAll(token)) {
    if (stray !== undefined) return null
    if (words !== undefined) {
      if (isText && skips === 0) texts.push((texts.pop() ?? '') + unescaped(words))
      continue
    }
    if (all.startsWith('<?') || all.startsWith('<!')) continue
    if (closing === '/') {
      if (open.pop() !== name) return null
      if (skipped.has(name)) skips -= 1
      if (name === 'w:t') isText = false
      if (name === 'w:p' && skips === 0) found.push({ no: found.length + 1, text: texts.pop() ?? '' })
      continue
    }
    if (skips === 0 && (name === 'w:tab' || name === 'w:br' || name === 'w:cr') && texts.length > 0 && !open.includes('w:pPr')) {
      texts.push(`${texts.pop() ?? ''}${name === 'w:tab' ? '\t' : '\n'}`)
    }
    if (empty === '/') {
      if (name === 'w:p' && skips === 0) found.push({ no: found.length + 1, text: '' })
      continue
    }
    open.push(name)
    if (skipped.has(name)) skips += 1
    if (name === 'w:t') isText = true
    if (name === 'w:p' && skips === 0) texts.push('')
  }
  return open.length === 0 ? found : null
}
