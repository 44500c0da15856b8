// Base64 (RFC 4648 section 4) of bytes, both ways: the law has neither Buffer nor btoa.

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Map([...letters].map((letter, value) => [letter, value]))

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const left = bytes.length - at
    text += letters.charAt(group >> 18) + letters.charAt((group >> 12) & 63)
    text += left > 1 ? letters.charAt((group >> 6) & 63) : '='
    text += left > 2 ? letters.charAt(group & 63) : '='
  }
  return text
}

/** The bytes, or undefined when `text` is not the one padded form of them: a second spelling would be a second note. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    const [a = 0, b = 0, c = 0, d = 0] = Array.from(text.slice(at, at + 4), (letter) => values.get(letter) ?? 0)
    const group = (a << 18) | (b << 12) | (c << 6) | d
    bytes.set([group >> 16, (group >> 8) & 255, group & 255].slice(0, bytes.length - to), to)
  }
  return toBase64(bytes) === text ? bytes : undefined
}
