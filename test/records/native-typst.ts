// The native Typst beside the one in WASM: the same drawing, quicker, and able to hold a paper to PDF/A-3a.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { SignPlace } from '../../records/complete.ts'
import { paperData } from '../../records/paper-data.ts'
import type { TemplateName } from '../../records/typeset.ts'
import { startTypst } from '../../records/typst.ts'
import type { Paper } from '../../workflows/papers/paper.ts'
import { typesetterParts } from './making.ts'

export type PlainDrawing = { readonly pdf: Uint8Array; readonly places: readonly SignPlace[] }

export const mainOf = ({ slip, profile }: Paper): TemplateName => {
  if (slip) return 'slip.typ'
  return profile === 'STATE_ND30_2020' ? 'state.typ' : 'party.typ'
}

/** Null where this machine has no native build; the reason is printed. */
function nativeCompiler(): NodeCompiler | null {
  const { fonts, templates } = typesetterParts()
  try {
    const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] })
    for (const [name, text] of Object.entries(templates)) compiler.addSource(`/${name}`, text)
    return compiler
  } catch (error) {
    console.warn(`no native Typst here, PDF/A-3a is not asked for: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

const compiler = nativeCompiler()
export const hasNativeTypst = compiler !== null
const given = (data: unknown): Buffer => Buffer.from(JSON.stringify(data))

/** The drawing before it is completed, and where it leaves room to sign; by the compiler in WASM where there is no native one. */
export async function plainDrawing(paper: Paper): Promise<PlainDrawing> {
  const [main, data] = [mainOf(paper), paperData(paper)]
  if (!compiler) {
    const { fonts, templates, wasm } = typesetterParts()
    const { pdf, found } = await (await startTypst(wasm, fonts, templates))(main, data, '<sig>')
    return { pdf, places: found as readonly SignPlace[] }
  }
  compiler.mapShadow('/data.json', given(data))
  const made = compiler.compile({ mainFilePath: `/${main}` })
  const { result } = made
  if (!result || made.hasError()) throw new Error(`${paper.kind}: ${JSON.stringify(made.takeDiagnostics()?.shortDiagnostics)}`)
  const places: unknown = compiler.query(result, { selector: '<sig>', field: 'value' })
  const pdf = new Uint8Array(compiler.pdf(result))
  // What was drawn is not drawn again; kept, a thousand papers fill the memory.
  compiler.evictCache(0)
  return { pdf, places: places as readonly SignPlace[] }
}

/** As PDF/A-3a by the native compiler; throws with what the standard forbids. */
export function archivedDrawing(main: TemplateName, data: unknown): Uint8Array {
  if (!compiler) throw new Error('no native Typst')
  compiler.mapShadow('/data.json', given(data))
  // `PdfStandard` is a const enum, which type stripping cannot import.
  const pdf = compiler.pdf({ mainFilePath: `/${main}` }, { pdfStandard: 'a-3a' as never })
  compiler.evictCache(0)
  return new Uint8Array(pdf)
}
