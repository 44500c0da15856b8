// The built screen as both shells serve it: files of one folder, their types, and the headers that keep the page shut in.
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

/**
 * Nothing may be loaded, sent or framed but our own files; `blob:` is for papers shown and pictures made in the page.
 * Styles may be inline because Mantine writes its variables into a <style> element; scripts may not.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

export type PageFile = {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer<ArrayBuffer>
}

/** The file a URL names inside `folder`; `/` is `index.html`. Anything outside, unknown or of another type is a 404, never an error. */
export async function pageFile(folder: string, url: string): Promise<PageFile> {
  const path = pathInside(folder, url)
  const type = path === undefined ? undefined : types[extname(path)]
  if (path === undefined || type === undefined) return notFound
  try {
    return { status: 200, headers: headersFor(type), body: await readFile(path) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return notFound
    throw error
  }
}

function pathInside(folder: string, url: string): string | undefined {
  const pathname = decoded(new URL(url).pathname)
  // A backslash separates folders on Windows, and a zero byte ends a name for some systems.
  if (pathname === undefined || /[\\\0]/.test(pathname)) return undefined
  const base = resolve(folder)
  const path = resolve(join(base, pathname === '/' ? 'index.html' : pathname))
  return path.startsWith(base + sep) ? path : undefined
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined // a broken percent sequence names no file
  }
}

const headersFor = (type: string) => ({
  'Content-Type': type,
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
})

const notFound: PageFile = { status: 404, headers: headersFor('text/plain; charset=utf-8'), body: Buffer.alloc(0) }
