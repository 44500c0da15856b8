// From a signer's certificate up to a trusted root, at the time the signer claims, offline.
import { sameBytes } from '../pdf/bytes.ts'
import { type Certificate, type Crl, isForPersons, readCrl } from './certificate.ts'
import { BadDer } from './der.ts'
import { verifySignature } from './verify.ts'

export type ChainFault =
  | 'no-issuer'
  | 'root-not-trusted'
  | 'issuer-not-authority'
  | 'issuer-signature'
  | 'issuer-signature-weak'
  | 'path-too-long'
  | 'critical-extension'
export type Chain = { readonly path: readonly Certificate[] } | { readonly fault: ChainFault }

const MAX_PATH = 6

/** Walks up by issuer name and proves each step by signature; ends at a root of the list, never at one the file brings. */
export async function buildChain(leaf: Certificate, held: readonly Certificate[], roots: readonly Certificate[]): Promise<Chain> {
  const path: Certificate[] = [leaf]
  for (;;) {
    const current = path.at(-1) ?? leaf
    if (current.unknownCritical.length > 0) return { fault: 'critical-extension' }
    if (roots.some((root) => sameBytes(root.der, current.der))) return { path }
    if (path.length >= MAX_PATH) return { fault: 'path-too-long' }
    const issuer = await issuerOf(current, held, roots, path.length - 1)
    if (typeof issuer === 'string') return { fault: issuer }
    if (path.some((one) => sameBytes(one.der, issuer.der))) return { fault: 'root-not-trusted' }
    path.push(issuer)
  }
}

/** An authority on the way that was made for servers alone certifies nobody's hand; a root was chosen by whoever trusts it. */
const mayIssue = (candidate: Certificate, roots: readonly Certificate[]): boolean => isForPersons(candidate) || roots.includes(candidate)

async function issuerOf(
  child: Certificate,
  held: readonly Certificate[],
  roots: readonly Certificate[],
  below: number,
): Promise<Certificate | ChainFault> {
  let fault: ChainFault = sameBytes(child.issuer, child.subject) ? 'root-not-trusted' : 'no-issuer'
  for (const candidate of [...roots, ...held]) {
    if (!sameBytes(candidate.subject, child.issuer) || sameBytes(candidate.der, child.der)) continue
    if (!candidate.isAuthority || candidate.keyUsage?.certSign === false || !mayIssue(candidate, roots)) fault = 'issuer-not-authority'
    else if (candidate.pathLength !== null && below > candidate.pathLength) fault = 'path-too-long'
    else {
      const verdict = await verifySignature(candidate.publicKey, child.signatureAlgorithm, child.signature, child.tbs)
      if (verdict === 'valid') return candidate
      fault = verdict === 'weak' ? 'issuer-signature-weak' : 'issuer-signature'
    }
  }
  return fault
}

export type Revocation =
  /** `asOf`: the date of the oldest list that was needed. */
  | { readonly state: 'good'; readonly asOf: number }
  | { readonly state: 'revoked'; readonly at: number }
  /** `newest`: the date of a list that is there and too old; null when an issuer has none. */
  | { readonly state: 'unknown'; readonly newest: number | null }

/** Looks every certificate of the path but the root up in the CRLs at hand; a list counts only with its issuer's signature. */
export async function revocationOf(
  path: readonly Certificate[],
  crls: readonly Crl[],
  isFresh: (list: Crl) => boolean,
): Promise<Revocation> {
  let oldest = Number.POSITIVE_INFINITY
  let unknown: { readonly newest: number | null } | undefined
  for (const [i, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[i + 1]
    if (!issuer) break
    const lists = await signedLists(issuer, crls)
    for (const list of lists) {
      const at = list.revoked.get(certificate.serial)
      if (at !== undefined) return { state: 'revoked', at }
    }
    const fresh = lists.filter((list) => list.unknownCritical.length === 0 && isFresh(list))
    if (fresh.length === 0) {
      const newest = lists.length === 0 ? null : Math.max(...lists.map((list) => list.thisUpdate))
      unknown = newest === null ? { newest } : (unknown ?? { newest })
    } else oldest = Math.min(oldest, Math.max(...fresh.map((list) => list.thisUpdate)))
  }
  return unknown ? { state: 'unknown', ...unknown } : { state: 'good', asOf: oldest }
}

async function signedLists(issuer: Certificate, crls: readonly Crl[]): Promise<readonly Crl[]> {
  const found: Crl[] = []
  for (const crl of crls) {
    if (!sameBytes(crl.issuer, issuer.subject)) continue
    if (await isSignedBy(crl, issuer)) found.push(crl)
  }
  return found
}

export const isSignedBy = async ({ signatureAlgorithm, signature, tbs }: Crl, issuer: Certificate): Promise<boolean> =>
  (await verifySignature(issuer.publicKey, signatureAlgorithm, signature, tbs)) === 'valid'

/** CRLs as handed in; one that cannot be read says nothing. */
export function readCrls(lists: readonly Uint8Array[]): readonly Crl[] {
  return lists.flatMap((bytes) => {
    try {
      return [readCrl(bytes)]
    } catch (error) {
      if (error instanceof BadDer) return []
      throw error
    }
  })
}
