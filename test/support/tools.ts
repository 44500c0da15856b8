// The outside tools that judge our files, run on bytes; what they print is parsed, for their exit codes lie (pdfsig exits 0 on a mismatch).
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { pem } from './pki.ts'

/** A folder of its own, gone when the test that asked for it ends. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tien-cu-records-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function put(folder: string, name: string, bytes: Uint8Array | string): string {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}

/** Standard output whatever the exit code, standard error after it. */
export function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (done.error) throw done.error
  return `${done.stdout}${done.stderr}`
}

/** A certificate store that trusts the roots for e-mail, the flag pdfsig asks for. */
export function nssStore(folder: string, roots: readonly Uint8Array[]): string {
  const store = `sql:${folder}`
  execFileSync('certutil', ['-N', '-d', store, '--empty-password'])
  for (const [i, root] of roots.entries()) {
    const file = put(folder, `root${i}.crt`, pem(root, 'CERTIFICATE'))
    execFileSync('certutil', ['-A', '-d', store, '-n', `root${i}`, '-t', ',C,', '-i', file])
  }
  return folder
}

export type PdfsigEntry = {
  readonly field: string
  readonly signature: string
  readonly certificate: string
  readonly covers: string
  readonly type: string
}

/** What pdfsig says of each field; empty strings where it says nothing. */
export function pdfsig(file: string, nss: string): readonly PdfsigEntry[] {
  const blocks = run('pdfsig', ['-nssdir', nss, file])
    .split(/^Signature #\d+:$/m)
    .slice(1)
  return blocks.map((text) => ({
    field: /Signature Field Name: (.*)/.exec(text)?.[1] ?? '',
    signature: /Signature Validation: (.*)/.exec(text)?.[1] ?? (/not signed/.test(text) ? 'not signed' : ''),
    certificate: /Certificate Validation: (.*)/.exec(text)?.[1] ?? '',
    covers: /(Total document signed|Not total document signed)/.exec(text)?.[1] ?? '',
    type: /Signature Type: (.*)/.exec(text)?.[1] ?? '',
  }))
}

/** The signatures of a file as its bytes hold them: ranges and CMS, found without our parser. */
export function cutSignatures(pdf: Uint8Array): readonly { readonly content: Uint8Array; readonly cms: Uint8Array }[] {
  const text = Buffer.from(pdf).toString('latin1')
  return [...text.matchAll(/\/ByteRange ?\[0 (\d+) (\d+) (\d+) *\]/g)].map(([, a, b, c]) => {
    const [gapFrom, gapTo, rest] = [Number(a), Number(b), Number(c)]
    const content = Buffer.concat([pdf.subarray(0, gapFrom), pdf.subarray(gapTo, gapTo + rest)])
    const held = Buffer.from(text.slice(gapFrom + 1, gapTo - 1), 'hex')
    return { content, cms: held.subarray(0, 4 + held.readUInt16BE(2)) }
  })
}

/** `openssl cms -verify -cades` on one signature; CRLs make it check revocation. Its own words. */
export function opensslVerify(
  folder: string,
  { content, cms }: { content: Uint8Array; cms: Uint8Array },
  roots: readonly Uint8Array[],
  crls: readonly Uint8Array[] = [],
): string {
  const trust = [...roots.map((root) => pem(root, 'CERTIFICATE')), ...crls.map((crl) => pem(crl, 'X509 CRL'))].join('')
  const files = [put(folder, 'sig.der', cms), put(folder, 'signed.bin', content), put(folder, 'trust.pem', trust)]
  const [sig = '', signed = '', anchors = ''] = files
  const crlCheck = crls.length > 0 ? ['-crl_check_all'] : []
  return run('openssl', [
    'cms',
    '-verify',
    '-binary',
    '-cades',
    '-purpose',
    'any',
    ...crlCheck,
    '-inform',
    'DER',
    '-in',
    sig,
    '-content',
    signed,
    '-CAfile',
    anchors,
    '-out',
    '/dev/null',
  ])
}

export type PdfFont = { readonly name: string; readonly embedded: boolean; readonly subset: boolean; readonly unicode: boolean }

export function pdffonts(file: string): readonly PdfFont[] {
  const lines = run('pdffonts', [file]).split('\n').slice(2)
  return lines.flatMap((line) => {
    const found = /^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line)
    return found ? [{ name: found[1] ?? '', embedded: found[2] === 'yes', subset: found[3] === 'yes', unicode: found[4] === 'yes' }] : []
  })
}

export type Word = {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Every word with its place in points from the top left of its page. */
export function wordsOf(file: string): readonly Word[] {
  let page = 0
  return run('pdftotext', ['-bbox', file, '-'])
    .split('\n')
    .flatMap((line) => {
      if (line.includes('<page ')) page++
      const found = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line)
      if (!found) return []
      const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map(Number)
      return [{ page, text: found[5] ?? '', left, top, right, bottom }]
    })
}

export const textOf = (file: string): string => run('pdftotext', ['-layout', file, '-'])
