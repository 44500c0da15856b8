// Which characters the given fonts can draw in every face. Typst in WASM drops a missing glyph silently, so we ask before drawing.

/** The code points that all the fonts have; reads the TrueType `cmap` tables (formats 4 and 12). */
export function glyphsOf(fonts: readonly Uint8Array[]): ReadonlySet<number> {
  const sets = fonts.map(codePointsOf)
  const [first, ...rest] = sets
  if (!first) throw new Error('no fonts given')
  return new Set([...first].filter((code) => rest.every((set) => set.has(code))))
}

const codePointsOf = (font: Uint8Array): ReadonlySet<number> => new Set(glyphNumbersOf(font).keys())

/** Code points to the glyph each is drawn by. */
export function glyphNumbersOf(font: Uint8Array): ReadonlyMap<number, number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  const found = new Map<number, number>()
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const record = cmap + 4 + i * 8
    const platform = view.getUint16(record)
    if (platform !== 0 && platform !== 3) continue
    const table = cmap + view.getUint32(record + 4)
    const format = view.getUint16(table)
    if (format === 4) readFormat4(view, table, found)
    if (format === 12) readFormat12(view, table, found)
  }
  return found
}

function tableOffset(view: DataView, name: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)))
    if (tag === name) return view.getUint32(record + 8)
  }
  throw new Error(`font without ${name} table`)
}

function readFormat4(view: DataView, table: number, found: Map<number, number>): void {
  const segments = view.getUint16(table + 6) / 2
  const ends = table + 14
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const ranges = deltas + segments * 2
  for (let s = 0; s < segments; s++) {
    const start = view.getUint16(starts + s * 2)
    const end = view.getUint16(ends + s * 2)
    const range = view.getUint16(ranges + s * 2)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const raw = range === 0 ? code : view.getUint16(ranges + s * 2 + range + (code - start) * 2)
      const glyph = raw === 0 ? 0 : (raw + view.getUint16(deltas + s * 2)) & 0xffff
      if (glyph !== 0) found.set(code, glyph)
    }
  }
}

function readFormat12(view: DataView, table: number, found: Map<number, number>): void {
  for (let g = 0; g < view.getUint32(table + 12); g++) {
    const group = table + 16 + g * 12
    const start = view.getUint32(group)
    const glyph = view.getUint32(group + 8)
    for (let code = start; code <= view.getUint32(group + 4); code++) if (glyph + code - start !== 0) found.set(code, glyph + code - start)
  }
}

/** A string that cannot be drawn as it stands; `where` is the path inside the value, e.g. `blocks[3].rows[1][2]`. */
export type TextRefusal =
  | { readonly code: 'text-not-nfc'; readonly where: string }
  | { readonly code: 'glyph-missing'; readonly where: string; readonly character: string; readonly codePoint: string }

/** The first string of a value that is not NFC or holds a character without a glyph; line ends and tabs are layout, not glyphs. */
export function unprintableIn(value: unknown, glyphs: ReadonlySet<number>, where = ''): TextRefusal | null {
  if (typeof value === 'string') return unprintableText(value, glyphs, where)
  if (Array.isArray(value)) {
    for (const [i, entry] of value.entries()) {
      const found = unprintableIn(entry, glyphs, `${where}[${i}]`)
      if (found) return found
    }
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  for (const [key, entry] of Object.entries(value)) {
    const found = unprintableIn(entry, glyphs, where === '' ? key : `${where}.${key}`)
    if (found) return found
  }
  return null
}

function unprintableText(text: string, glyphs: ReadonlySet<number>, where: string): TextRefusal | null {
  if (text !== text.normalize('NFC')) return { code: 'text-not-nfc', where }
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code === 0x0a || code === 0x09 || glyphs.has(code)) continue
    return { code: 'glyph-missing', where, character, codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` }
  }
  return null
}

/** The same value, every letter of its texts drawable: composed, and `?` for what the face lacks. Only for papers that quote strangers. */
export function withPrintable<T>(value: T, glyphs: ReadonlySet<number>): T {
  const told = (part: unknown): unknown => {
    if (typeof part === 'string')
      return [...part.normalize('NFC')].map((letter) => (glyphs.has(letter.codePointAt(0) ?? 0) ? letter : '?')).join('')
    if (Array.isArray(part)) return part.map(told)
    if (typeof part === 'object' && part !== null) return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, told(entry)]))
    return part
  }
  return told(value) as T
}
