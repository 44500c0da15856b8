// The outlines of a TrueType font, one letter at a time: what is drawn, whatever the character map says it is called.
import { sha256Sync } from '../crypto/sha256.ts'
import { hex, latin1, sameBytes, utf8 } from './bytes.ts'
import { Malformed } from './parse.ts'

export type Outlines = {
  /** The first eight bytes of a digest over outline, hints and place, in hex; its name in the font does not matter. @throws Malformed */
  printOf(glyph: number): string
  /** How far the next letter stands, in units of the em. @throws Malformed */
  advanceOf(glyph: number): number
  readonly unitsPerEm: number
  /** Of the programs that move the points of all letters on a screen, likewise. */
  readonly programs: string
  /** Nothing in it but what draws letters by their outlines: no pictures, no colours, no second outlines. */
  readonly isPlain: boolean
}

/** What Typst keeps of a font. */
const PLAIN = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post', 'prep']

/** Parts of parts: an accented letter has two levels. */
const MAX_DEPTH = 4

/** @throws Malformed */
export function outlinesOf(font: Uint8Array): Outlines {
  return orMalformed(() => {
    const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
    const tables = tablesOf(view)
    const [glyf, loca, head, metrics, lengths] = ['glyf', 'loca', 'head', 'hmtx', 'hhea'].map((name) => tables.get(name)?.at)
    if (glyf === undefined || loca === undefined || head === undefined || metrics === undefined || lengths === undefined)
      throw new Malformed('font without outlines', 0)
    const told = view.getUint16(lengths + 34)
    const advanceAt = (glyph: number) => view.getUint16(metrics + Math.min(glyph, told - 1) * 4)
    const bearingOf = (glyph: number) => view.getInt16(glyph < told ? metrics + glyph * 4 + 2 : metrics + told * 4 + (glyph - told) * 2)
    /** A letter is drawn where its left side is told to stand: beside the outline, that is half of what is seen. */
    const placeOf = (glyph: number) => {
      const [from, to] = [at(glyph), at(glyph + 1)]
      return to <= from ? `${advanceAt(glyph)}` : `${advanceAt(glyph)} ${bearingOf(glyph)} ${view.getInt16(from + 2)}`
    }
    const isLong = view.getInt16(head + 50) === 1
    const at = (glyph: number) => glyf + (isLong ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2)
    // Letters share their parts: five tones stand over one a.
    const parts: string[] = []
    const outline = (glyph: number, depth: number): string => {
      if (depth > MAX_DEPTH) throw new Malformed('outline of too many parts', 0)
      const said = parts[glyph]
      if (said !== undefined) return said
      const made = outlineAnew(glyph, depth)
      if (depth > 0) parts[glyph] = made
      return made
    }
    const outlineAnew = (glyph: number, depth: number): string => {
      const [from, to] = [at(glyph), at(glyph + 1)]
      if (to <= from) return ''
      return view.getInt16(from) >= 0 ? plainOutline(view, font, from) : partsOf(view, font, from, (part) => outline(part, depth + 1))
    }
    const printAt = (glyph: number): string => {
      const [from, to] = [at(glyph), at(glyph + 1)]
      if (to <= from || to - from > MOST_WRITTEN || view.getInt16(from) < 0) return printOf(`${outline(glyph, 0)}|${placeOf(glyph)}`)
      // Most letters lie in every font in the same bytes.
      const written = latin1(font, from, to)
      const [advance, bearing] = [advanceAt(glyph), bearingOf(glyph)]
      const known = prints.written.get(written)
      if (known?.advance === advance && known.bearing === bearing) return known.print
      return keep(prints.written, written, { advance, bearing, print: printOf(`${outline(glyph, 0)}|${placeOf(glyph)}`) }).print
    }
    const known: string[] = []
    const printKnown = (glyph: number): string => {
      const print = orMalformed(() => printAt(glyph))
      known[glyph] = print
      return print
    }
    return {
      printOf: (glyph) => known[glyph] ?? printKnown(glyph),
      advanceOf: (glyph) => orMalformed(() => advanceAt(glyph)),
      unitsPerEm: view.getUint16(head + 18),
      programs: programsOf(font, tables),
      isPlain: [...tables.keys()].sort().join() === PLAIN.join() && view.getUint16(4) === PLAIN.length,
    }
  })
}

/** A view refuses to read beyond its end with a RangeError: for a font of unknown making that is its fault. */
function orMalformed<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw new Malformed('font cut short', 0)
    throw error
  }
}

type Tables = ReadonlyMap<string, { readonly at: number; readonly length: number }>

/** Bytes; the programs of a face of ours have four thousand. */
const MOST_PROGRAMS = 1 << 16

function tablesOf(view: DataView): Tables {
  const tables = new Map<string, { readonly at: number; readonly length: number }>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)))
    if (tables.has(name)) throw new Malformed('table twice in a font', 0)
    tables.set(name, { at: view.getUint32(record + 8), length: view.getUint32(record + 12) })
  }
  return tables
}

/** Four faces of ours have four; those of strangers need not be kept. */
const MOST_KNOWN = 8
const knownPrograms: { readonly parts: readonly Uint8Array[]; readonly print: string }[] = []

/** The same in every paper of ours: digested once for each face. */
function programsOf(font: Uint8Array, tables: Tables): string {
  const places = ['cvt ', 'fpgm', 'prep'].map((name) => tables.get(name) ?? { at: 0, length: 0 })
  if (places.some(({ at, length }) => length > MOST_PROGRAMS || at + length > font.length)) throw new Malformed('font cut short', 0)
  const parts = places.map(({ at, length }) => font.subarray(at, at + length))
  const known = knownPrograms.find((one) => one.parts.every((part, i) => sameBytes(part, parts[i] ?? part)))
  if (known) return known.print
  const print = printOf(parts.map((part) => `${part.length}:${latin1(part)}`).join('|'))
  if (knownPrograms.length < MOST_KNOWN) knownPrograms.push({ parts: parts.map((part) => part.slice()), print })
  return print
}

/** Ends of the contours, hints to the grid, flags and points. */
function plainOutline(view: DataView, font: Uint8Array, from: number): string {
  const contours = view.getInt16(from)
  const endsAt = from + 10
  if (contours === 0) return ''
  const points = view.getUint16(endsAt + contours * 2 - 2) + 1
  const flagsAt = endsAt + contours * 2 + 2 + view.getUint16(endsAt + contours * 2)
  let at = flagsAt
  let coordinates = 0
  for (let seen = 0; seen < points; ) {
    const flag = view.getUint8(at++)
    const times = flag & 8 ? view.getUint8(at++) + 1 : 1
    coordinates += times * ((flag & 2 ? 1 : flag & 16 ? 0 : 2) + (flag & 4 ? 1 : flag & 32 ? 0 : 2))
    seen += times
  }
  return `S${latin1(font, endsAt, at + coordinates)}`
}

const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX, HINTS] = [1, 8, 32, 64, 128, 256]

function partsOf(view: DataView, font: Uint8Array, from: number, outline: (glyph: number) => string): string {
  let said = 'C'
  for (let at = from + 10; ; ) {
    const [flags, glyph] = [view.getUint16(at), view.getUint16(at + 2)]
    const size = (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0)
    said += `(${flags}:${latin1(font, at + 4, at + 4 + size)}${outline(glyph)})`
    if (said.length > 100_000) throw new Malformed('outline of too many parts', 0)
    at += 4 + size
    if (!(flags & MORE)) return flags & HINTS ? said + latin1(font, at, at + 2 + view.getUint16(at)) : said
  }
}

/** All papers of an office use the same few hundred letters: by their outline, and by the bytes a font holds it in. */
type Printed = { readonly advance: number; readonly bearing: number; readonly print: string }
const prints = { outlined: new Map<string, string>(), written: new Map<string, Printed>() }
const MOST_PRINTS = 20_000
/** Bytes; the fullest letter of ours has a third of it. A font may claim that all its letters are the whole of it. */
const MOST_WRITTEN = 4096

function printOf(outline: string): string {
  const known = prints.outlined.get(outline)
  return known ?? keep(prints.outlined, outline, hex(sha256Sync(utf8(outline)).subarray(0, 8)))
}

function keep<T>(among: Map<string, T>, drawn: string, print: T): T {
  if (among.size > MOST_PRINTS) among.clear()
  among.set(drawn, print)
  return print
}
