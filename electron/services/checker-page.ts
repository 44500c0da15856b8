// `kiem-tra.html` as this office hands it out: the built page with the trust list of this PC written into it.
import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import type { TrustList } from './trust.ts'

export type HandedRoot = { readonly name: string; readonly sha256: string }
export type CheckerPage = { readonly html: string; readonly roots: readonly HandedRoot[] }
export type CheckerRefusal = { readonly code: 'checker-not-built' }

const holder = /(<script type="application\/json" id="office-trust">)[^<]*(<\/script>)/

/** @param template built by build/checker.mjs. @param office whose list it is; empty where nobody says. */
export function checkerPage(template: string, trust: TrustList, office: string): Result<CheckerPage, CheckerRefusal> {
  const built = existsSync(template) ? readFileSync(template, 'utf8') : ''
  if (!holder.test(built)) return refuse({ code: 'checker-not-built' })
  // A function, so that no `$` of a name is read as a pattern.
  const html = built.replace(holder, (_, open: string, close: string) => `${open}${trustText(trust, office)}${close}`)
  return ok({ html, roots: trust.roots.map(handed) })
}

/** JSON that cannot end its element early, whatever an office calls itself. */
function trustText({ roots, crls, trustListedAt }: TrustList, office: string): string {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const value = {
    office,
    listedAt: trustListedAt === undefined ? null : new Date(trustListedAt).toISOString(),
    roots: roots.map(base64),
    crls: crls.map(base64),
    sampleRoots: [base64(sampleRoot)],
  }
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function handed(der: Uint8Array): HandedRoot {
  const certificate = new X509Certificate(der)
  const name = /(?:^|\n)CN=([^\n]+)/.exec(certificate.subject)?.[1] ?? certificate.subject.replaceAll('\n', ', ')
  return { name, sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase() }
}
