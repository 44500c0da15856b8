// The one place that knows the Typst compiler: sources and data in, a plain PDF and the queried values out. Warnings are errors.
import { createTypstCompiler } from '@myriaddreamin/typst.ts/compiler'
import { loadFonts } from '@myriaddreamin/typst.ts/options.init'

export type Typst = (main: string, data: unknown, query: string | null) => Promise<{ readonly pdf: Uint8Array; readonly found: unknown }>

/**
 * @param wasm bytes of `typst_ts_web_compiler_bg.wasm`.
 * @param sources template text by file name, e.g. `party.typ`.
 */
export async function startTypst(
  wasm: Uint8Array,
  fonts: readonly Uint8Array[],
  sources: Readonly<Record<string, string>>,
): Promise<Typst> {
  const compiler = createTypstCompiler()
  // Without `assets: false` the loader would try to fetch its default fonts from the network.
  await compiler.init({ getModule: () => ({ module_or_path: wasm }) as never, beforeBuild: [loadFonts([...fonts], { assets: false })] })
  for (const [name, text] of Object.entries(sources)) compiler.addSource(`/${name}`, text)

  // The compiler keeps one set of shadow files: drawings wait for each other.
  let last: Promise<unknown> = Promise.resolve()
  return (main, data, query) => {
    const turn = last.then(() => draw(main, data, query))
    last = turn.catch(() => null)
    return turn
  }

  async function draw(main: string, data: unknown, query: string | null) {
    compiler.mapShadow('/data.json', new TextEncoder().encode(JSON.stringify(data)))
    return compiler.runWithWorld({ mainFilePath: `/${main}` }, async (world) => {
      const compiled = await world.compile({ diagnostics: 'full' })
      const complaints = compiled.diagnostics ?? []
      if (compiled.hasError || complaints.length > 0) throw new Error(`typst ${main}: ${JSON.stringify(complaints)}`)
      const { result } = await world.pdf({ diagnostics: 'full' })
      if (!result) throw new Error(`typst ${main}: no pdf`)
      const found: unknown = query === null ? null : await world.query({ selector: query, field: 'value' })
      return { pdf: Uint8Array.from(result), found }
    })
  }
}
