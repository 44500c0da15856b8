// Paper to PDF: checked text, drawn by Typst, completed with the record and the empty fields. Same paper, same bytes.
import { ok, type Result, refuse } from '../workflows/core/result.ts'
import { dayInWords } from '../workflows/papers/official-text.ts'
import type { Paper, PaperProfile } from '../workflows/papers/paper.ts'
import type { Form2C } from '../workflows/registry/form-2c.ts'
import type { CheckSheet } from './check-sheet.ts'
import { checkDrawing } from './checks/drawing.ts'
import { checkPrepared } from './checks/prepared.ts'
import { completePaper, type SignPlace } from './complete.ts'
import { glyphsOf, type TextRefusal, unprintableIn, withPrintable } from './glyphs.ts'
import { dateParts, paperData } from './paper-data.ts'
import { sha256Hex } from './pdf/bytes.ts'
import { type RecoverySheet, recoveryData } from './recovery-sheet.ts'
import { readSignedFile } from './signed-file.ts'
import { startTypst } from './typst.ts'

export type TypesetRefusal =
  | TextRefusal
  /** The proof block would print another hash than the attached record has. */
  | { readonly code: 'record-hash-differs'; readonly printed: string; readonly attached: string }

export type StampSize = { readonly width: number; readonly height: number }

/** What a joined file holds, a line a paper; `page`: where it begins, counted from the front. */
export type ContentsSheet = {
  readonly title: string
  readonly subtitle: string
  readonly note: string
  /** ISO day. */
  readonly day: string
  readonly isSample: boolean
  readonly rows: readonly {
    readonly title: string
    /** `02/BB-SNV`; empty for a paper without a number, or whose number is still open. */
    readonly number: string
    /** The day the paper bears. */
    readonly day: string
    readonly state: string
    readonly page: number
    readonly sha256: string
  }[]
}

export type Typesetter = {
  /**
   * Draws a paper with its empty, named signature fields; with a record (canonical JSON bytes) embedded as `record.json`.
   * PDF/A-3a form; no clock, no randomness: the same paper and record give the same bytes.
   */
  typeset(paper: Paper, recordJson: Uint8Array | null): Promise<Result<Uint8Array, TypesetRefusal>>
  /** A list of what follows, for the front of a joined file. */
  contents(sheet: ContentsSheet): Promise<Result<Uint8Array, TextRefusal>>
  /** A check on paper. What comes from files of strangers is drawn as far as the face can: a letter it lacks becomes `?`. */
  checkReport(sheet: CheckSheet): Promise<Result<Uint8Array, TextRefusal>>
  /** The printed recovery kit. It holds the code: whoever asks for it keeps the bytes nowhere. */
  recoveryKit(sheet: RecoverySheet): Promise<Result<Uint8Array, TextRefusal>>
  /** The personal record of one person (2C/TCTW-98). */
  form2C(form: Form2C): Promise<Result<Uint8Array, TextRefusal>>
  /** The look of one signature: a one-page PDF of the field's size in points. `day` is the ISO day in its metadata. */
  stamp(lines: readonly string[], size: StampSize, day: string): Promise<Result<Uint8Array, TextRefusal>>
}

/** Everything the drawing needs, as bytes and text from the caller: this folder reads no disk. */
export type TypesetterParts = {
  /** `@myriaddreamin/typst-ts-web-compiler/wasm`. */
  readonly wasm: Uint8Array
  /** Regular, Bold, Italic and Bold Italic of Tinos. */
  readonly fonts: readonly Uint8Array[]
  /** The texts of records/templates by file name. */
  readonly templates: Readonly<Record<TemplateName, string>>
}

export const templateNames = [
  'common.typ',
  'party.typ',
  'state.typ',
  'slip.typ',
  'stamp.typ',
  'contents.typ',
  'check-report.typ',
  'recovery-kit.typ',
  'form-2c.typ',
] as const
export type TemplateName = (typeof templateNames)[number]

const templateOf: Record<PaperProfile, TemplateName> = {
  PARTY_HD05_2026: 'party.typ',
  PARTY_HD36_2018: 'party.typ',
  STATE_ND30_2020: 'state.typ',
}

/** Starts Typst from bytes handed in: 30 MB of WASM, the faces of the papers, the layouts by file name. */
export async function makeTypesetter({ wasm, fonts, templates }: TypesetterParts): Promise<Typesetter> {
  const glyphs = glyphsOf(fonts)
  const typst = await startTypst(wasm, fonts, templates)
  return {
    async typeset(paper, recordJson) {
      const unprintable = unprintableIn(paper, glyphs)
      if (unprintable) return refuse(unprintable)
      if (recordJson) {
        const attached = await sha256Hex(recordJson)
        if (attached !== paper.proof.recordSha256) {
          return refuse({ code: 'record-hash-differs', printed: paper.proof.recordSha256, attached })
        }
      }
      const { pdf, found } = await typst(paper.slip ? 'slip.typ' : templateOf[paper.profile], paperData(paper), '<sig>')
      const whole = completePaper({ pdf, places: found as readonly SignPlace[], paper, recordJson })
      // What our own check would not accept must never reach a signer.
      const drawn = readSignedFile(whole)
      const foreign = [...checkPrepared(drawn), ...(await checkDrawing(drawn))].map(({ numbers }) => numbers.fault)
      if (foreign.length > 0) throw new Error(`drawn paper is not of our form: ${foreign.join()}`)
      return ok(whole)
    },
    async contents(sheet) {
      const unprintable = unprintableIn(sheet, glyphs)
      if (unprintable) return refuse(unprintable)
      return ok((await typst('contents.typ', { ...sheet, date: dateParts(sheet.day), dayText: dayInWords(sheet.day) }, null)).pdf)
    },
    async checkReport(sheet) {
      const drawable = withPrintable(sheet, glyphs)
      return ok((await typst('check-report.typ', { ...drawable, date: dateParts(sheet.day) }, null)).pdf)
    },
    async recoveryKit({ sealedKeys, ...sheet }) {
      const unprintable = unprintableIn(sheet, glyphs)
      if (unprintable) return refuse(unprintable)
      const words = { date: dateParts(sheet.day), dayText: dayInWords(sheet.day), validToText: dayInWords(sheet.validTo) }
      return ok((await typst('recovery-kit.typ', { ...sheet, ...words, ...recoveryData({ ...sheet, sealedKeys }) }, null)).pdf)
    },
    async form2C(form) {
      const unprintable = unprintableIn(form, glyphs)
      if (unprintable) return refuse(unprintable)
      return ok((await typst('form-2c.typ', { ...form, date: dateParts(form.day), dayText: dayInWords(form.day) }, null)).pdf)
    },
    async stamp(lines, size, day) {
      const unprintable = unprintableIn(lines, glyphs, 'lines')
      if (unprintable) return refuse(unprintable)
      return ok((await typst('stamp.typ', { lines, ...size, date: dateParts(day) }, null)).pdf)
    },
  }
}
