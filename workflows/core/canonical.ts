// The one text form of a value (RFC 8785), the form that gets hashed; and a reader that refuses duplicate keys.
import { ok, type Result, refuse } from './result.ts'

/** What has a canonical text. Anything else (undefined, Date, Map, class instance, NaN, lone surrogate) throws. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * RFC 8785 text of `value`: keys by UTF-16 code units, ECMAScript numbers, `-0` as `0`.
 * Throws a TypeError that names the place (`$.candidates[2].note`) of the first thing that is not JSON.
 * Strings are not normalised here: they must be NFC before they come (RFC 8785 leaves that to the writer).
 * `known`: taken at their word.
 */
export function canonical(value: unknown, known: CanonicalTexts = nothingKnown): string {
  const text = write(value, known)
  if (text === undefined) throw new TypeError(`not canonical JSON at ${place(value, '$')}`)
  return text
}

/** The texts of objects in a value, where whoever made it from them has them: not written a second time. */
export type CanonicalTexts = ReadonlyMap<object, string>
const nothingKnown: CanonicalTexts = new Map()

/** Quote, backslash, control character or surrogate: most strings have none, and one test is cheaper than the general writer. */
const needsCare = /[^ !#-[\]-\ud7ff\ue000-\uffff]/

function writeString(value: string): string | undefined {
  if (!needsCare.test(value)) return `"${value}"`
  return value.isWellFormed() ? JSON.stringify(value) : undefined
}

function write(value: unknown, known: CanonicalTexts): string | undefined {
  switch (typeof value) {
    case 'string':
      return writeString(value)
    case 'number':
      return Number.isFinite(value) ? `${value}` : undefined
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? writeArray(value, known) : isPlain(value) ? writeObject(value, known) : undefined
    default:
      return undefined
  }
}

function writeArray(value: readonly unknown[], known: CanonicalTexts): string | undefined {
  let text = '['
  for (let index = 0; index < value.length; index++) {
    const part = write(value[index], known)
    if (part === undefined) return undefined
    text += index === 0 ? part : `,${part}`
  }
  return `${text}]`
}

function writeObject(value: Readonly<Record<string, unknown>>, known: CanonicalTexts): string | undefined {
  const written = known.size === 0 ? undefined : known.get(value)
  if (written !== undefined) return written
  let text = '{'
  for (const key of inOrder(Object.keys(value))) {
    const name = nameOf(key)
    const part = write(value[key], known)
    if (name === undefined || part === undefined) return undefined
    text += text.length === 1 ? name : `,${name}`
    text += part
  }
  return `${text}}`
}

/** Sorts only what is not sorted: most objects are small, and many were read from a canonical text. */
function inOrder(keys: string[]): readonly string[] {
  for (let index = 1; index < keys.length; index++) if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return keys.sort()
  return keys
}

/** The few hundred names of fields come again and again. */
const names = new Map<string, string>()

function nameOf(key: string): string | undefined {
  const known = names.get(key)
  if (known !== undefined) return known
  const text = writeString(key)
  if (text === undefined) return undefined
  const name = `${text}:`
  if (names.size < 1000) names.set(key, name)
  return name
}

/** A plain object of any realm: no prototype, or one that has none itself. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Walks again, only after a failure, to say where. */
function place(value: unknown, path: string): string {
  if (typeof value !== 'object' || value === null) return path
  const parts: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? Array.from(value, (part: unknown, index) => [`${path}[${index}]`, part] as const)
    : isPlain(value)
      ? Object.entries(value).map(([key, part]) => [`${path}.${key}`, writeString(key) === undefined ? undefined : part] as const)
      : []
  const broken = parts.find(([, part]) => write(part, nothingKnown) === undefined)
  return broken === undefined ? path : place(broken[1], broken[0])
}

export type StrictJsonRefusal = { readonly code: 'not-json' } | { readonly code: 'duplicate-key'; readonly key: string }

/** Reads JSON text; two equal keys in one object are refused, for two readers could each believe another one. */
export function parseStrictJson(text: string): Result<unknown, StrictJsonRefusal> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse({ code: 'not-json' })
  }
  const key = duplicateKey(text)
  return key === undefined ? ok(value) : refuse({ code: 'duplicate-key', key })
}

/** The first key that stands twice in one object of `text`, which must be valid JSON. No recursion: depth costs no stack. */
function duplicateKey(text: string): string | undefined {
  const open: (Set<string> | null)[] = []
  let expectsKey = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '{') {
      open.push(new Set())
      expectsKey = true
    } else if (letter === '[') {
      open.push(null)
      expectsKey = false
    } else if (letter === '}' || letter === ']') {
      open.pop()
      expectsKey = false
    } else if (letter === ',') {
      expectsKey = open.at(-1) instanceof Set
    } else if (letter === '"') {
      const end = endOfString(text, at)
      if (expectsKey) {
        const raw = text.slice(at, end)
        const key: string = raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1)
        const keys = open.at(-1)
        if (keys?.has(key)) return key
        keys?.add(key)
        expectsKey = false
      }
      at = end - 1
    }
  }
  return undefined
}

/** The index just past the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end + 1
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}
