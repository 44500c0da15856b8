// Options of a command line, read strictly: an unknown or doubled one stops before anything is touched.
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { CliFault } from './exit.ts'
import { isLang, type Lang } from './say.ts'

type Spec = Readonly<Record<string, 'string' | 'boolean'>>
type Values<S extends Spec> = { readonly [K in keyof S]?: S[K] extends 'string' ? string : boolean }
export type Parsed<S extends Spec> = { readonly values: Values<S>; readonly rest: readonly string[]; readonly lang: Lang }

export function readOptions<const S extends Spec>(args: readonly string[], spec: S): Parsed<S> {
  const options: NonNullable<ParseArgsConfig['options']> = { lang: { type: 'string' } }
  for (const [name, type] of Object.entries(spec)) options[name] = { type }
  try {
    const { values, positionals, tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true })
    const seen = new Set<string>()
    for (const token of tokens) {
      if (token.kind !== 'option') continue
      if (seen.has(token.name)) throw new CliFault({ code: 'option-twice', option: `--${token.name}` })
      seen.add(token.name)
    }
    const lang = values.lang ?? 'vi'
    if (!isLang(lang)) throw new CliFault({ code: 'language-unknown', given: String(lang), known: 'vi, en' })
    return { values: values as Values<S>, rest: positionals, lang }
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      throw new CliFault({ code: 'option-unreadable', detail: /'(-[^' ]*)/.exec(error.message)?.[1] ?? '' })
    }
    throw error
  }
}

export function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new CliFault({ code: 'option-missing', option })
  return value
}
